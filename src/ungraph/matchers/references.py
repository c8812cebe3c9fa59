"""Short forms of agents: pronouns, and the determiner before a role or a government word.

Accepted: "he", "she", "they", "him", "them", "it" before a verb that an actor takes ("it
submits"). Refused: "it" that stands for nothing ("it is recalled", "it appears that").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.gazetteer import Entry, EntryKind
from ungraph.matchers.names import make_slug
from ungraph.matchers.pieces import Piece

__all__ = ["DETERMINERS", "determiner_before", "iter_counted", "iter_pronouns"]

DETERMINERS = frozenset(
    "the his her its their this that these those said same such any each every no our my your a an "
    "all some many several various other both another respective".split()
)
_IT_STANDS_FOR_NOTHING = frozenset(
    "is was were be been being will would may might can could should must shall appears appeared "
    "seems seemed follows followed has had does did becomes became remains remained took takes "
    "and or in to for that as by from with on at of if may, goes turned makes made comes came".split()
)
_VERBS_AFTER_AUXILIARY = frozenset("has had does did will would may should could".split())
_IMPERSONAL = frozenset(
    "been be not appear seem follow become take only also therefore to a an the noted recalled "
    "emphasized stressed clear possible necessary important".split()
)
_AFTER_OBJECT_HER = frozenset(
    "to that of in on for from about with by at into and not as a an the his if whether".split()
)


@cache
def _pronouns() -> Pattern:
    return compile_pattern(
        r"\b(?:[Hh]e|[Ss]he|[Tt]hey|him|them|her [a-z]{1,8}|[Ii]t (?:also |further |then |"
        r"subsequently |therefore |thus |again |nevertheless |however, )?[a-z]{2,20}"
        r"(?: (?:also |further |not )?[a-z]{2,20})?)\b"
    )


def iter_pronouns(text: str) -> Iterator[Piece]:
    """Pronouns of *text* (a view in English) that can stand for an agent."""
    for found in _pronouns().finditer(text):
        start, end = found.span()
        words = text[start:end].split(" ")
        first = words[0].lower()
        last = start + len(words[0])
        if text.startswith(("/", " or she", " or he", " or her"), last):
            continue  # "he/she", "he or she": nobody in particular
        if text.endswith(("/", "he or "), max(0, start - 6), start):
            continue
        if first == "it" and not _is_actor(words[1:]):
            continue
        if first == "her" and words[1] not in _AFTER_OBJECT_HER:
            continue
        entry = Entry(EntryKind.PRONOUN, first, first, "pronouns")
        yield Piece(start, start + len(words[0]), entry, rank=9)


def _is_actor(after: list[str]) -> bool:
    rest = [w for w in after if w not in {"also", "further", "then", "subsequently", "therefore",
                                          "thus", "again", "nevertheless", "however,"}]  # fmt: skip
    if not rest:
        return False
    if rest[0] not in _IT_STANDS_FOR_NOTHING:
        return True
    if rest[1:2] == ["not"]:
        del rest[1]  # "it did not wish", but "it did not appear"
    return rest[0] in _VERBS_AFTER_AUXILIARY and len(rest) > 1 and rest[1] not in _IMPERSONAL


def determiner_before(text: str, position: int) -> str:
    """The determiner or number right before *position* in lower case, "" when there is none.

    >>> determiner_before("with his Government", 9), determiner_before("33 Governments", 3)
    ('his', '33')
    """
    before = text[max(0, position - 14) : position]
    if not before.endswith(" "):
        return ""
    word = before[:-1].rpartition(" ")[2].lstrip('("').lower()
    return word if word in DETERMINERS or word.isdigit() else ""


@cache
def _counted() -> Pattern:
    return compile_pattern(
        r"\b(?:\d{1,3}|[Ss]ome|[Mm]any|[Mm]ost|[Vv]arious|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|"
        r"[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]oo many|[Aa] number of|[Nn]umerous) "
        r"(?:other |more )?"
        r"(?:Governments|States|Member States|States parties|countries|delegations|"
        r"non-governmental organizations|speakers)\b"
    )


def iter_counted(text: str) -> Iterator[Piece]:
    """Groups told by their number: "33 Governments", "some States", "45 countries"."""
    for found in _counted().finditer(text):
        start, end = found.span()
        words = text[start:end]
        yield Piece(start, end, Entry(EntryKind.COUNTED, make_slug(words), words, "counted"), 1)
