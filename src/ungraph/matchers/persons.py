"""Persons: "Mr. Juan Pérez", "Ms. A.B.", "Father John Doe"; parties' relatives and lawyers.

A bare name without a form of address is not taken: it can't be told from a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.gazetteer import Entry, EntryKind
from ungraph.matchers.names import CAPITAL, LETTERS, make_slug
from ungraph.matchers.pieces import Piece
from ungraph.matchers.states import load_states

__all__ = ["FEMALE_TITLES", "KIN_WORDS", "MALE_TITLES", "iter_persons"]

MALE_TITLES = frozenset({"Mr", "Sir", "Father", "Lord", "Don"})
FEMALE_TITLES = frozenset({"Ms", "Mrs", "Miss", "Madame", "Lady", "Sister", "Dame"})
_TITLES = "Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Judge|Father|Sister|Sheikh|Justice|Ambassador"
_INITIAL = rf"{CAPITAL}[a-z]?\."
_NAME = rf"(?:{_INITIAL}(?: ?{_INITIAL}){{0,3}}|{CAPITAL}[{LETTERS}'\-]*)"
_BEFORE_LETTERS = frozenset(
    "section sect part annex appendix article art para paragraph chapter class group category "
    "schedule vitamin hepatitis type block form exhibit room ward plan option table figure no of "
    "resolution j. e.g. i.e. u.s. v. p. at".split()
)
_AT_SENTENCE_START = frozenset("In On When While As Although That Both And But Since".split())
_PARTICLE = r"(?:de|del|de la|da|dos|van|van der|von|bin|ben|ibn|al|el|ul|y|le|la)"
KIN_WORDS = (
    "son|sons|daughter|daughters|brother|brothers|sister|sisters|mother|father|parents|wife|"
    "husband|family|partner|cousin|uncle|aunt|grandmother|grandfather|nephew|niece|widow|"
    "children|child|relatives|mother-in-law|father-in-law|brother-in-law|sister-in-law|"
    "counsel|counsels|lawyer|lawyers|attorney|attorneys|representative|representatives|"
    "employer|guardian|doctor"
)
_LEADER = "....."
_ROW_CHARS = 60
_VOCATIVES = frozenset(
    "Extraordinary Plenipotentiary Designate At-large "
    "President Chair Chairman Chairperson Secretary-General Minister Speaker Vice-President".split()
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


@cache
def _initials() -> Pattern:
    return compile_pattern(
        rf"\b(?:{CAPITAL}\.|(?:{CAPITAL}[a-z]?\.){{2,4}}|[B-HJ-Z])(?:'s|,| [a-z])"
    )


@cache
def _owning() -> Pattern:
    return compile_pattern(r"\b[B-HJ-Z]'s\b")


@cache
def _letter() -> Pattern:
    return compile_pattern(r"\b[B-HJ-Z](?:[,.;:)]| [a-z(])")


def _iter_initials(text: str) -> Iterator[Piece]:
    """Persons told by initials only: "B. appealed", "Y's statement", not "A. The facts".

    A letter without a full stop names a person where the text says what is his or hers ("C's
    complaint"); then it does so at the end of a sentence too ("They questioned C.").
    """
    owners: set[str] = set()
    for found in _initials().finditer(text):
        start, end = found.span()
        said = text[start:end]
        if said.endswith("'s"):
            name = said[:-2]
        else:
            name = said.rpartition(" ")[0] or said[:-1]
        if not _may_be_named(text, start):
            continue
        if len(name) == 1 and name not in "XYZ":
            if said.endswith("'s"):
                owners.add(name)
            continue
        if name in {"X", "Y", "Z"}:
            owners.add(name)
        entry = Entry(EntryKind.INITIALS, make_slug(name), name, "persons")
        yield Piece(start, start + len(name), entry, 7)
    if not owners:
        return
    for found in chain(_letter().finditer(text), _owning().finditer(text)):
        name = text[found.start()]
        if name in owners and _may_be_named(text, found.start()):
            entry = Entry(EntryKind.INITIALS, make_slug(name), name, "persons")
            yield Piece(found.start(), found.start() + 1, entry, 7)


def _may_be_named(text: str, start: int) -> bool:
    """Whether a letter at *start* can be a person: not "annex B", not the end of a name."""
    before = text[max(0, start - 16) : start]
    if not before.endswith((" ", "\n")):
        return False
    words = before.split()
    last = words[-1] if words else ""
    if not last or last.strip("(,").lower() in _BEFORE_LETTERS:
        return False
    return not last[0].isupper() or last in _AT_SENTENCE_START or last.endswith((",", "."))


def _without_row(name: str) -> str:
    """The name without the State that begins the next row of a list of members with leaders:
    "Latvia ..... Ms. Ozola / Liberia ..... Mr. Weah"."""
    words = name.split(" ")
    known = [state.name.casefold() for state in load_states().values()]
    for k in range(2, len(words)):
        tail = " ".join(words[k:]).casefold()
        if any(state.startswith(tail) for state in known):
            return " ".join(words[:k])
    return name


def iter_persons(text: str) -> Iterator[Piece]:
    """Persons named in *text* (a view in English)."""
    for found in _titled().finditer(text):
        start, end = found.span()
        name = text[start:end]
        if _LEADER in text[end : end + _ROW_CHARS]:
            name = _without_row(name)
        for ending in ("'s", "'"):
            if name.endswith(ending):
                name = name[: -len(ending)]
        first, _, last = name.rpartition(" ")
        # "Mr. Perez. The court": a full stop belongs to the name only after initials.
        if name.endswith(".") and len(last.split(".")[0]) > 2:
            name = name[:-1]
        if not first or name.partition(" ")[2].split(" ")[0] in _VOCATIVES:
            continue
        key = make_slug(name.partition(" ")[2])
        yield Piece(start, start + len(name), Entry(EntryKind.PERSON, key, name, "persons"), 3)
    yield from _iter_initials(text)
    for found in _kin().finditer(text):
        start, end = found.span()
        words = text[start:end]
        yield Piece(start, end, Entry(EntryKind.KIN, make_slug(words), words, "persons"), 2)
