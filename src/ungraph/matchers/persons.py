"""Persons: "Mr. Juan Pérez", "Ms. A.B.", "Father John Doe"; parties' relatives and lawyers.

A bare name without a form of address is not taken: it can't be told from a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.gazetteer import Entry, EntryKind
from ungraph.matchers.names import make_slug
from ungraph.matchers.pieces import Piece

__all__ = ["FEMALE_TITLES", "KIN_WORDS", "MALE_TITLES", "iter_persons"]

MALE_TITLES = frozenset({"Mr", "Sir", "Father", "Lord", "Don"})
FEMALE_TITLES = frozenset({"Ms", "Mrs", "Miss", "Madame", "Lady", "Sister", "Dame"})
_TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Father|Sister|Sheikh|Justice"
_NAME = r"(?:\p{Lu}\p{Ll}?\.(?: ?\p{Lu}\p{Ll}?\.){0,3}|\p{Lu}[\p{L}'\-]*)"
_PARTICLE = r"(?:de|del|de la|da|dos|van|van der|von|bin|ben|ibn|al|el|ul|y|le|la)"
KIN_WORDS = (
    "son|sons|daughter|daughters|brother|brothers|sister|sisters|mother|father|parents|wife|"
    "husband|family|partner|cousin|uncle|aunt|grandmother|grandfather|nephew|niece|widow|"
    "children|child|relatives|mother-in-law|father-in-law|brother-in-law|sister-in-law|"
    "counsel|counsels|lawyer|lawyers|attorney|attorneys|representative|representatives|"
    "employer|guardian|doctor"
)
_PARTIES = "authors?|complainants?|petitioners?|victims?|applicants?|plaintiffs?"
_QUALITIES = (
    "late|elder|eldest|younger|youngest|older|oldest|minor|former|adoptive|privately hired|"
    "new|first|second|court-appointed|defence|legal|twin|unmarried"
)


@cache
def _titled() -> Pattern:
    return compile_pattern(rf"\b(?:{_TITLES})\.? {_NAME}(?: (?:{_PARTICLE} )?{_NAME}){{0,4}}")


@cache
def _kin() -> Pattern:
    return compile_pattern(
        rf"\b(?:{_PARTIES})(?:'s|') (?:(?:{_QUALITIES}) ){{0,2}}(?:{KIN_WORDS})\b"
        rf"|\b(?:{_TITLES})\.? {_NAME}(?: {_NAME}){{0,2}}(?:'s|') (?:{KIN_WORDS})\b"
    )


def iter_persons(text: str) -> Iterator[Piece]:
    """Persons named in *text* (a view in English)."""
    for found in _titled().finditer(text):
        start, end = found.span()
        name = text[start:end]
        for ending in ("'s", "'"):
            if name.endswith(ending):
                name = name[: -len(ending)]
        first, _, last = name.rpartition(" ")
        # "Mr. Perez. The court": a full stop belongs to the name only after initials.
        if name.endswith(".") and len(last.split(".")[0]) > 2:
            name = name[:-1]
        if not first:
            continue
        key = make_slug(name)
        yield Piece(start, start + len(name), Entry(EntryKind.PERSON, key, name, "persons"), 3)
    for found in _kin().finditer(text):
        start, end = found.span()
        words = text[start:end]
        yield Piece(start, end, Entry(EntryKind.KIN, make_slug(words), words, "persons"), 2)
