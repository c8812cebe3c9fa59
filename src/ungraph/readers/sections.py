"""Headings of sections: "II. Background", "A. Visits", also run into the end of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ungraph.errors import IdentifierError
from ungraph.identifiers.roman import parse_roman

__all__ = ["SectionCount", "SectionHeading", "find_run_in", "find_sub_heading", "read_section"]

_MAX_HEADING_CHARS = 220
_SECTION = re.compile(
    r"(?P<number>[IVXLC]{1,7}|[A-Z]|[一二三四五六七八九十]{1,3})(?:[.、]| -) *(?P<title>\S.*)"
)
_RUN_IN = re.compile(r"[.!?:;\"')\]\d] ((?:[IVX]{1,6}|[A-Z])\. +[A-Z\"'])")
_FIRST_LETTER = re.compile(r"[^\W_] (A\. +[A-Z])")
_SENTENCE_END = re.compile(r"[a-z)\"']{2}\. +[A-Z]")
_HAN = "一二三四五六七八九十"
_TAIL_CHARS = 400
_MAX_SKIPPED = 2


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading: number as printed, level (1 for Roman, 2 for letters), and its ordinal."""

    number: str
    level: int
    value: int


class SectionCount:
    """The sections seen so far: a heading must count on from them."""

    def __init__(self) -> None:
        self._last = {1: 0, 2: 0}

    def copy(self) -> SectionCount:
        """The same count, to try headings on."""
        twin = SectionCount()
        twin._last = dict(self._last)
        return twin

    def accepts(self, heading: SectionHeading, *, strict: bool = False) -> bool:
        """Whether *heading* comes next (or, unless *strict*, after one or two that were lost)."""
        last = self._last[heading.level]
        if heading.value == last + 1 or (heading.value == 1 and not strict):
            return True
        if strict and len(heading.number) > 1:
            return heading.value == last + 2
        return not strict and last < heading.value <= last + 1 + _MAX_SKIPPED

    def add(self, heading: SectionHeading) -> None:
        """*heading* is one: letters begin again under the next Roman number."""
        self._last[heading.level] = heading.value
        if heading.level == 1:
            self._last[2] = 0

    def readings(self, number: str) -> list[SectionHeading]:
        """What *number* may be: "I" and "V" and "C" are numerals as well as letters."""
        found: list[SectionHeading] = []
        if number[0] in _HAN:
            value = _HAN.index(number[-1]) + 1 + (10 if len(number) > 1 else 0)
            return [SectionHeading(number, 1, value)]
        try:
            found.append(SectionHeading(number, 1, parse_roman(number)))
        except IdentifierError:
            pass
        if len(number) == 1:
            found.append(SectionHeading(number, 2, ord(number) - ord("A") + 1))
        return sorted(found, key=lambda h: not self.accepts(h, strict=True))


def read_section(line: str, count: SectionCount) -> SectionHeading | None:
    """The section that *line* is the heading of, when it counts on; None for other lines."""
    if len(line) > _MAX_HEADING_CHARS or line[-1] in ".;:,。；，،؛":
        return None
    found = _SECTION.fullmatch(line)
    if not found or found["title"][0].islower():
        return None
    return next((h for h in count.readings(found["number"]) if count.accepts(h)), None)


def find_sub_heading(line: str, count: SectionCount) -> tuple[SectionHeading, int] | None:
    """The sub-heading "A. …" run into a heading, with its offset; None when there is none."""
    heading = SectionHeading("A", 2, 1)
    found = _FIRST_LETTER.search(line, 4)
    if found and count.accepts(heading, strict=True):
        return heading, found.start(1)
    return None


def find_run_in(paragraph: str, count: SectionCount) -> list[tuple[SectionHeading, int]]:
    """Headings run into the end of *paragraph*, each with its offset there; empty for none.

    A paragraph that ends without a full stop, in "… in both regions. II. Background": the number
    must be the very next one, and no sentence may follow.
    """
    if paragraph[-1] in ".;:,?!)\"'" or len(paragraph) < 2:
        return []
    base = max(0, len(paragraph) - _TAIL_CHARS)
    found: list[tuple[SectionHeading, int]] = []
    if paragraph.find(". ", base) < 0:
        return found
    trial = count.copy()
    for match in _RUN_IN.finditer(paragraph, base):
        start = match.start(1)
        number = match[1].split(".")[0]
        if not found and _SENTENCE_END.search(paragraph, match.end(1)):
            continue
        heading = next((h for h in trial.readings(number) if trial.accepts(h, strict=True)), None)
        if heading:
            trial.add(heading)
            found.append((heading, start))
            inner = find_sub_heading(paragraph[start:], trial) if heading.level == 1 else None
            if inner:
                trial.add(inner[0])
                found.append((inner[0], start + inner[1]))
    return found
