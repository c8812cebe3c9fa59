"""Symbols as written, with all the variety of the UN's own typing → one normal form."""

from __future__ import annotations

import re

from ungraph.errors import IdentifierError
from ungraph.identifiers.bodies import load_symbol_prefixes
from ungraph.identifiers.symbol_parts import NATURES

__all__ = ["format_symbol", "split_joint"]

# Typists of Russian texts write some of the letters in Cyrillic.
_FOLDED = (
    str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
    | dict.fromkeys(map(ord, "‐‑‒–—−－"), "-")
    | {
        ord("（"): "(",
        ord("）"): ")",
        ord("／"): "/",
        ord("．"): ".",
        ord("⁄"): "/",
        ord("["): None,
        ord("]"): None,
        ord("\u00ad"): None,
        ord("\u200b"): None,
        ord("\u200e"): None,
        ord("\u200f"): None,
        ord("\ufeff"): None,
    }
)
_PARTS = re.compile(r"(Parts? ?[IVX]+) ?(?:y|et|и|و|和|(?<= I)-(?=II\b)) ?([IVX]+)")
_BLANKS = re.compile(r"\s+")
_LOST_SLASH = re.compile(r"(?<=\d)(?=(?:Add|Corr|Rev|L|CRP|WP)\.\d)")
_SEGMENT = re.compile(
    r"[0-9A-Za-z][0-9A-Za-z.\-]*(?:\([0-9A-Za-z.,\-]+\)[A-Za-z]?(?:-[A-Za-z])?)*\Z"
)
_JOINT = re.compile(r"-(?=(?:A|S|E|ST|T|CD|ISBA|UNEP|TD|DP|NPT)/)", re.IGNORECASE)
_RESOLVER = re.compile(r"(?:en|fr|es|sp|ru|ar|zh)/(?=[A-Z])")
_LETTER_FIRST = re.compile(r"(\d+)([A-Za-z](?:-[A-Za-z])?)\(((?:E?S-)?[IVXLCivxlc]+)\)\Z")
_MODIFIER_ANY_CASE = re.compile(r"(add|corr|rev|amend)(?:\.(.*))?\Z", re.IGNORECASE)
_CORRIGENDUM = re.compile(r"corrigendum\Z", re.IGNORECASE)
_FIXED_CASE = {"AGENDA": "Agenda", "DECISIONS": "Decisions", "CORRIGENDUM": "Corr"}


def format_symbol(text: str) -> str:
    """The normal form of the symbol *text*; raises IdentifierError when it is none."""
    folded = _PARTS.sub("\\1and\\2", text.translate(_FOLDED))
    folded = _BLANKS.sub("", folded).rstrip("*.,;:/").lstrip("/")
    if _RESOLVER.match(folded):
        folded = _RESOLVER.sub("", folded, count=1)
    folded = _LOST_SLASH.sub("/", folded)
    if folded.count("(") == folded.count(")") + 1:
        folded += ")"
    return "-".join(_normal_single(single, text) for single in _JOINT.split(folded))


def split_joint(text: str) -> list[str]:
    """The symbols of a joint one: "A/72/707-S/2018/43" → two; of any other, itself alone."""
    return _JOINT.split(text)


def _normal_single(symbol: str, original: str) -> str:
    segments = symbol.split("/")
    if len(segments) < 2:
        raise IdentifierError(f"not a document symbol: {original!r}", why="it has no slash")
    organ = segments[0].upper()
    stem = re.split(r"[.(]", organ, maxsplit=1)[0]
    if stem not in load_symbol_prefixes():
        raise IdentifierError(
            f"not a document symbol: {original!r}", why=f"no organ has the prefix {stem!r}"
        )
    for segment in segments:
        if not _SEGMENT.match(segment):
            raise IdentifierError(
                f"not a document symbol: {original!r}", why=f"odd element {segment!r}"
            )
    named = [organ, *(_normal_segment(segment) for segment in segments[1:])]
    return "/".join(named)


def _normal_segment(segment: str) -> str:
    modifier = _MODIFIER_ANY_CASE.match(segment)
    if modifier:
        word, number = modifier.groups()
        return word.capitalize() + (f".{number}" if number else "")
    if _CORRIGENDUM.match(segment):
        return "Corr"
    letter_first = _LETTER_FIRST.match(segment)
    if letter_first:
        number, letter, session = letter_first.groups()
        return f"{number}({session.upper()}){letter.upper()}"
    head, bracket, part = segment.partition("(")
    if head.upper() in _FIXED_CASE:
        return _FIXED_CASE[head.upper()]
    head = _normal_head(head)
    return head + _normal_part(bracket + part) if bracket else head


def _normal_head(head: str) -> str:
    word, dot, number = head.partition(".")
    if word.upper() == "SUB":
        return f"Sub{dot}{number}"
    if dot and word.upper() in {"RES", "DEC"}:
        return f"{word.capitalize()}.{number.upper()}"
    if head[:1].isdigit() or head.islower() or word.upper() in NATURES - {"Agenda"}:
        return head.upper()
    return head


def _normal_part(part: str) -> str:
    inner, tail = part[1:].split(")", 1) if ")" in part else (part[1:], "")
    upper = inner.upper()
    found = re.match(r"(VOL|PARTS?|SECT|SUPP|INTRODUCTION|PP)(.*)", upper)
    if found:
        word, rest = found.groups()
        shown = {"SUPP": "SUPP", "PP": "pp"}.get(word, word.capitalize())
        inner = f"{shown}{rest.replace('AND', 'and')}"
    else:
        inner = upper
    return f"({inner}){tail.upper() if not tail.startswith('(') else _normal_part(tail)}"
