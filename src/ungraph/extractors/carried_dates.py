"""Dates that lean on one before them: "on 7 May" after "On 5 May 2004", "on the same day".

The year (or the whole day) is that of the last full date of the paragraph; where the paragraph has
none, nothing is told. English only.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.extractors.parsing import DATE, Filler
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["carry_dates"]

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_YEAR_CHARS = 7
_DATES_BACK = 6


@cache
def _leaning() -> Pattern:
    months = "|".join(_MONTHS)
    return compile_pattern(
        rf"\b(?:([0-3]?\d) ({months})|([Tt]he same (?:day|date)|[Tt]hat (?:same )?(?:day|date)))\b"
    )


def carry_dates(document: Document, dates: Iterable[Filler]) -> list[Filler]:
    """The dates of *document* that need another to be told, with what that other gives.

    *dates* are the full ones, in order of their start.
    """
    text = document.view.text
    known = [filler for filler in dates if filler.date is not None and filler.date.month]
    starts = [filler.start for filler in known]
    found: list[Filler] = []
    for match in _leaning().finditer(text):
        start, end = match.span()
        place = bisect_left(starts, start)
        if place < len(known) and known[place].start == start:
            continue  # a full date
        if place and known[place - 1].end > start:
            continue
        if not place or "\n" in text[known[place - 1].end : start] or _has_year(text, end):
            continue
        full = known[place - 1]
        if match.group(3) and not (found and found[-1].start > full.end):
            full = _told_on(text, known, place - 1)
        base = Span(full.start, full.end)
        last = found[-1].date if found and found[-1].start > full.end else full.date
        date = _lean(match.group(1), match.group(2), last)
        if date is not None:
            found.append(Filler(start, end, DATE, date=date, leans_on=base))
    return found


def _told_on(text: str, known: list[Filler], place: int) -> Filler:
    """Of the full dates of the paragraph up to *place* the last that tells when ("on 3 May"), not
    which ("the decision of 3 May"); the last one where none does."""
    for i in range(place, max(-1, place - _DATES_BACK), -1):
        if "\n" in text[known[i].end : known[place].start]:
            break
        if text[max(0, known[i].start - 3) : known[i].start].lower() == "on ":
            return known[i]
    return known[place]


def _lean(day: str | None, month: str | None, last: PartialDate | None) -> PartialDate | None:
    """*day* and *month* in the year of *last*; *last* itself for "the same day"."""
    if last is None:
        return None
    if day is None or month is None:
        return last if last.day is not None else None
    try:
        return PartialDate(last.year, _MONTHS.index(month) + 1, int(day))
    except IdentifierError:
        return None


def _has_year(text: str, end: int) -> bool:
    after = text[end : end + _YEAR_CHARS].lstrip(" ,")
    return after[:4].isdigit()
