"""What each line of the body is: numbered, heading of an annex, formula, closing line, footnote."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ungraph.identifiers.roman import format_roman
from ungraph.readers.footnotes import find_footnotes
from ungraph.readers.lineroles import (
    PartHeading,
    is_closing,
    is_date_line,
    is_glossary,
    is_rule,
    tell_formula,
    tell_part,
)
from ungraph.readers.lines import Line
from ungraph.readers.numbering import Numbered, read_number, select_numbers

__all__ = ["BodyRoles", "tell_roles"]

_MAX_ROLE_CHARS = 480
_NUMERAL = re.compile(r"([IVXLC]{1,7})(?: [^\W\d_a-z].{2,}|\Z)")
_PART_REACH = 5
_MAX_ENTRY_CHARS = 200


@dataclass(slots=True)
class BodyRoles:
    """What the lines of the body are, by index.

    *numbers* are the paragraphs, *headings* numbers that head something; *parts* annexes,
    *letters* and *numerals* lettered and numbered parts, *sections* lettered ones without an organ
    of their own; *turns* where numbering goes on or turns;
    *glossary* is the heading of a list of abbreviations, *listed* are its numbered lines.
    """

    numbers: dict[int, Numbered] = field(default_factory=dict)
    headings: dict[int, Numbered] = field(default_factory=dict)
    parts: dict[int, PartHeading] = field(default_factory=dict)
    letters: dict[int, str] = field(default_factory=dict)
    sections: dict[int, str] = field(default_factory=dict)
    numerals: dict[int, str] = field(default_factory=dict)
    formulas: dict[int, str] = field(default_factory=dict)
    closings: set[int] = field(default_factory=set)
    notes: dict[int, str] = field(default_factory=dict)
    rules: set[int] = field(default_factory=set)
    turns: list[int] = field(default_factory=list)
    glossary: int | None = None
    listed: frozenset[int] = frozenset()

    def numbers_follow(self, i: int) -> bool:
        """Whether numbered paragraphs come after the formula at line *i*, before the next part."""
        k = bisect_right(self.turns, i)
        return k < len(self.turns) and self.turns[k] in self.numbers


def tell_roles(lines: Sequence[Line], language: str) -> BodyRoles:
    """What *lines*, those after the title page, are."""
    roles = BodyRoles()
    candidates: list[Numbered] = []
    for i, line in enumerate(lines):
        candidate = read_number(lines, i)
        if candidate:
            candidates.append(candidate)
            continue
        _tell_line(roles, lines, i, line, language)
    body_end = max(roles.closings, default=None)
    roles.notes = find_footnotes(lines, body_end)
    first_note = min(roles.notes, default=len(lines))
    candidates = [c for c in candidates if c.line < first_note or c.line not in roles.notes]
    letters = roles.letters
    roles.letters = {i: a for i, a in letters.items() if _begins_part(lines, i, roles)}
    if roles.formulas and not roles.letters:
        roles.sections = _counted_letters(letters)
    roles.numerals = _counted_numerals(roles.numerals, candidates)
    boundaries = sorted({*roles.parts, *roles.letters, *roles.formulas, *roles.numerals})
    paragraphs = _without_glossary(candidates, roles.glossary, lines)
    roles.listed = frozenset(c.line for c in candidates) - {c.line for c in paragraphs}
    candidates = paragraphs
    numbering = select_numbers(candidates, boundaries)
    roles.numbers = {c.line: c for run in numbering.runs for c in run}
    roles.headings = {c.line: c for c in numbering.headings}
    roles.turns = sorted({*boundaries, *roles.numbers})
    return roles


def _tell_line(roles: BodyRoles, lines: Sequence[Line], i: int, line: Line, language: str) -> None:
    text = line.text
    if len(text) > _MAX_ROLE_CHARS:
        return
    if is_rule(text):
        roles.rules.add(i)
        return
    if not line.after_blank:
        if is_date_line(text) and i - 1 in roles.closings:
            roles.closings.add(i)
        elif i - 1 in roles.closings and roles.closings and not lines[i - 1].text.endswith("."):
            roles.closings.add(i)
        elif is_closing(text, language):
            roles.closings.add(i)
        elif formula := tell_formula(text, language):
            roles.formulas[i] = formula
        return
    if len(text) == 1 and text.isupper() and text.isalpha():
        roles.letters[i] = text
    numeral = _NUMERAL.match(text)
    if numeral:
        roles.numerals[i] = numeral[1]
    if i in roles.letters or numeral:
        return
    if roles.glossary is None and is_glossary(text, language):
        roles.glossary = i
        return
    part = tell_part(text, language)
    if part:
        roles.parts[i] = part
        return
    formula = tell_formula(text, language)
    if formula:
        roles.formulas[i] = formula
    elif is_closing(text, language) or (is_date_line(text) and i > 2):
        roles.closings.add(i)


def _without_glossary(
    candidates: list[Numbered], heading: int | None, lines: Sequence[Line]
) -> list[Numbered]:
    """*candidates* without the numbers of a list of abbreviations, which are no paragraphs.

    The list ends where numbers begin again, or where one heads a sentence.
    """
    if heading is None:
        return candidates
    kept = [c for c in candidates if c.line < heading]
    listed = 0
    for k in range(len(kept), len(candidates)):
        text = lines[candidates[k].line].text
        begins_again = listed and candidates[k].key == (1,)
        if begins_again or len(text) > _MAX_ENTRY_CHARS or text[-1] in ".;:":
            return kept + candidates[k:]
        listed += 1
    return kept if listed > 1 else candidates


def _counted_numerals(found: dict[int, str], numbers: Sequence[Numbered]) -> dict[int, str]:
    """Of lines that begin with a numeral and no dot, those that count I, II, III … and after
    which paragraphs are numbered anew."""
    counted: dict[int, str] = {}
    lines = [c.line for c in numbers]
    for i, text in found.items():
        if text != format_roman(len(counted) + 1):
            continue
        k = bisect_right(lines, i)
        if k < len(numbers) and numbers[k].key == (1,):
            counted[i] = text
    return counted if len(counted) > 1 else {}


def _counted_letters(found: dict[int, str]) -> dict[int, str]:
    """Of lines that are one letter, those that count A, B, C …; none where there is only A."""
    counted: dict[int, str] = {}
    for i, letter in found.items():
        if letter == chr(ord("A") + len(counted)):
            counted[i] = letter
    return counted if len(counted) > 1 else {}


def _begins_part(lines: Sequence[Line], i: int, roles: BodyRoles) -> bool:
    """Whether the letter at line *i* is that of a part: an organ speaks within a few lines."""
    return any(k in roles.formulas for k in range(i + 1, min(i + _PART_REACH, len(lines))))
