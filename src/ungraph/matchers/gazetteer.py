"""Names of agents in the tables of ``data/`` → one expression that finds them all.

All forms of one language (states, offices, organizations, roles, groups, parties to a case) go
into a single alternation, the longest form first, so the text is read once whatever the number
of names. What a form means is looked up afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.resources import load_table

__all__ = ["Entry", "EntryKind", "Gazetteer", "load_gazetteer", "quote_expression"]

_SPECIAL = frozenset("\\.^$|?*+()[]{}")
_JOINED_PARTICLES = frozenset("وفبلك")
_SHORTEST_CAPITALS = 4
_SCRIPTS_WITHOUT_WORD_ENDS = frozenset({"zh", "ar"})


class EntryKind(StrEnum):
    """What a form of the tables is, as the composition of names needs to know."""

    STATE = "state"
    TERRITORY = "territory"
    ADJECTIVE = "adjective"
    OFFICE = "office"
    ORGANIZATION = "organization"
    ROLE = "role"
    ROLES = "roles"
    GOVERNMENT = "government"
    GROUP = "group"
    PARTY = "party"
    PERSON = "person"
    KIN = "kin"
    INSTITUTION = "institution"
    COMMON = "common"
    SHORT = "short"
    POST = "post"
    BYSTANDER = "bystander"
    INITIALS = "initials"
    COUNTED = "counted"
    PRONOUN = "pronoun"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One form: its kind, the key of its row ("PRK", "office-sg", "pr") and the row's label."""

    kind: EntryKind
    key: str
    label: str
    table: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The forms of one language and the expression that finds them."""

    pattern: Pattern
    entries: Mapping[str, Entry]
    language: str = "en"

    def iter_entries(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of each name in *text*, from left to right, the longest first."""
        entries = self.entries
        checked = self.language not in {"en", "zh"}
        for found in self.pattern.finditer(text):
            start, end = found.span()
            entry = entries[text[start:end]]
            if checked and not self._is_word(text, start, end):
                continue
            if entry.kind is not EntryKind.NOTHING:
                yield start, end, entry

    def _is_word(self, text: str, start: int, end: int) -> bool:
        """Whether ``[start, end)`` is a word; Arabic may join one particle before it ("ولبنان").

        RE2 knows the ends of ASCII words only.
        """
        if text[end : end + 1].isalpha() and text[end - 1].isalpha():
            return False
        before = text[max(0, start - 2) : start]
        if not before or not before[-1].isalpha() or not text[start].isalpha():
            return True
        joined = self.language == "ar" and before[-1] in _JOINED_PARTICLES
        return joined and not before[:-1].isalpha()


def quote_expression(text: str) -> str:
    """*text* as an expression that matches just it.

    >>> quote_expression("Chargé d'affaires a.i.")
    "Chargé d'affaires a\\\\.i\\\\."
    """
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in text)


@cache
def load_gazetteer(language: str) -> Gazetteer:
    """The names in *language* ("en"); an unknown language has the English ones."""
    tongue = language if language in {"en", "fr", "es", "ru", "ar", "zh"} else "en"
    entries: dict[str, Entry] = {}
    for form, entry in _iter_forms(tongue):
        entries.setdefault(form, entry)
    if tongue not in _SCRIPTS_WITHOUT_WORD_ENDS:
        for form, entry in list(entries.items()):
            if len(form) >= _SHORTEST_CAPITALS and entry.kind is not EntryKind.NOTHING:
                entries.setdefault(form.upper(), entry)
    forms = sorted(entries, key=lambda form: (-len(form), form))
    return Gazetteer(
        compile_pattern(_alternation(forms, tongue)), MappingProxyType(entries), tongue
    )


def _alternation(forms: Iterable[str], language: str) -> str:
    if language in _SCRIPTS_WITHOUT_WORD_ENDS:
        return "(?:" + "|".join(quote_expression(form) for form in forms) + ")"
    # RE2 knows ASCII word boundaries only: a form that begins or ends in another letter or in a
    # mark goes without the boundary on that side.
    sides: dict[tuple[bool, bool], list[str]] = {}
    ordered: list[str] = []
    for form in forms:
        left = r"\b" if form[0].isascii() and form[0].isalnum() else ""
        right = r"\b" if form[-1].isascii() and form[-1].isalnum() else ""
        sides.setdefault((bool(left), bool(right)), []).append(form)
        ordered.append(f"{left}{quote_expression(form)}{right}")
    if len(sides) == 1 and (True, True) in sides:
        return r"\b(?:" + "|".join(quote_expression(form) for form in forms) + r")\b"
    return "(?:" + "|".join(ordered) + ")"


def _iter_forms(language: str) -> Iterator[tuple[str, Entry]]:
    column = f"forms_{language}"
    for row in load_table("false_names"):
        if row["language"] == language:
            yield row["form"], Entry(EntryKind.NOTHING, "", row["form"], "false_names")
    for row in load_table("roles"):
        entry = Entry(EntryKind.ROLE, row["role"], row["label"], "roles")
        for form in _split(row[column]):
            yield form, entry
        if language == "en":
            plural = Entry(EntryKind.ROLES, row["role"], row["label"], "roles")
            for form in _split(row["plural_en"]):
                yield form, plural
    for table, kind in (
        ("offices", EntryKind.OFFICE),
        ("organizations", EntryKind.ORGANIZATION),
        ("groups", EntryKind.GROUP),
    ):
        for row in load_table(table):
            entry = Entry(kind, row["key"], row["label"], table)
            for form in _split(row[column]):
                yield form, entry
    yield from _iter_states(language)
    for row in load_table("parties"):
        for form in _split(row[column]):
            yield form, Entry(EntryKind.PARTY, row["party"], row["label"], "parties")
    for row in load_table("government_words"):
        if row["language"] == language:
            kind = EntryKind(row["kind"])
            yield row["form"], Entry(kind, row["word"], row["label"], "government_words")


def _iter_states(language: str) -> Iterator[tuple[str, Entry]]:
    for row in load_table("states"):
        kind = EntryKind.TERRITORY if row["status"] == "territory" else EntryKind.STATE
        entry = Entry(kind, row["iso3"], row["name"], "states")
        for form in _split(row[f"forms_{language}"]):
            yield form, entry
        if language == "en":
            adjective = Entry(EntryKind.ADJECTIVE, row["iso3"], row["name"], "states")
            for form in _split(row["adjectives_en"]):
                yield form, adjective


def _split(cell: str) -> list[str]:
    return [form for form in cell.split("|") if form]
