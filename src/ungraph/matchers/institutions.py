"""Institutions that no table can list: courts, ministries, boards, national commissions.

Accepted: "Supreme Court of Peru", "Court of First Instance No. 5 of Lima", "Ministry of Justice",
"Leninsky district court", "National Commission of Human Rights", "the police", "the domestic
courts". Refused: a capitalised head word alone ("Court", which is a short form, "the Court").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.gazetteer import Entry, EntryKind
from ungraph.matchers.names import make_slug
from ungraph.matchers.pieces import Piece
from ungraph.resources import load_table

__all__ = ["iter_institutions"]

_WORD = r"\p{Lu}[\p{L}\p{N}'\-]*"
_LINK = r"(?:(?:of|for|and|on|against|de|del|y) (?:the |la |los |las )?)?"
_TAIL = (
    rf"(?: (?:No\.? ?\d{{1,4}}|\d{{1,3}}))?"
    rf"(?:,? (?:of|for|on|against|in)(?: the)? {_WORD}(?:(?:,| and| of| of the| for| and the)? {_WORD}){{0,6}}"
    rf"(?: No\.? ?\d{{1,4}}(?: of {_WORD})?)?){{0,2}}"
)
_DROPPED_FIRST = frozenset(
    "The A An In On At By For From To And But When While As After Before Since If However Thus "
    "Under Both This That These Those His Her Its Their According Moreover Furthermore".split()
)


@cache
def _named() -> Pattern:
    heads = _heads("named")
    return compile_pattern(
        rf"\b(?:{_WORD} {_LINK}){{0,6}}(?:{heads})\b{_TAIL}"
        rf"|\b(?:{_WORD} ){{1,3}}(?:{_heads('lower')})\b(?: (?:of|in) {_WORD}(?: {_WORD}){{0,2}})?"
    )


@cache
def _common() -> Pattern:
    return compile_pattern(rf"\b[Tt]he (?:{_heads('adjective')}){{0,2}}(?:{_heads('common')})\b")


def _heads(kind: str) -> str:
    words = [row["form"] for row in load_table("institution_words") if row["kind"] == kind]
    words.sort(key=lambda word: (-len(word), word))
    tail = " " if kind == "adjective" else ""
    return "|".join(word.replace(".", r"\.") + tail for word in words)


@cache
def _head_words() -> frozenset[str]:
    return frozenset(
        row["form"] for row in load_table("institution_words") if row["kind"] == "named"
    )


@cache
def _bare_heads() -> frozenset[str]:
    """Head words whose bare form is a body of the United Nations, left to the organ matcher."""
    return frozenset(
        row["form"] for row in load_table("institution_words") if row["bare"] == "organ"
    )


def iter_institutions(text: str) -> Iterator[Piece]:
    """Institutions named in *text* (a view in English), local in reach."""
    for found in _named().finditer(text):
        start, end = found.span()
        piece = _named_piece(text, start, end)
        if piece:
            yield piece
    for found in _common().finditer(text):
        start, end = found.span()
        words = text[start + 4 : end]
        entry = Entry(EntryKind.COMMON, make_slug(words), words, "institution_words")
        yield Piece(start + 4, end, entry, rank=5)


def _named_piece(text: str, start: int, end: int) -> Piece | None:
    words = text[start:end]
    while True:
        first, _, rest = words.partition(" ")
        if first in _DROPPED_FIRST and rest:
            start += len(first) + 1
            words = rest
            for link in ("of ", "for ", "and ", "on ", "the "):
                if words.startswith(link):
                    start += len(link)
                    words = words[len(link) :]
        else:
            break
    if words.endswith("'s") and words not in _head_words():
        words, end = words[:-2], end - 2
    if words in _bare_heads():
        return None
    kind = EntryKind.SHORT if words in _head_words() else EntryKind.INSTITUTION
    return Piece(start, end, Entry(kind, make_slug(words), words, "institution_words"), rank=4)
