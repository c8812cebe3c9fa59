"""Days of an event: one day, or the first and the last of a stretch.

"from 5 to 9 May 1995" · "between 28 June and 2 July 2010" · "on 10 and 11 November 2011" ·
"(4-15 March 2002)" · "from 28 December 2009 to 5 January 2010".
"""

from __future__ import annotations

from collections.abc import Mapping

from ungraph.errors import IdentifierError
from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.vocabulary import load_vocabulary

__all__ = [
    "MONTH_JOINTS",
    "Stretch",
    "month_names",
    "read_hyphenated",
    "read_stretch",
    "second_date",
]

MONTH_JOINTS = frozenset({"to", "and", "-", "–", "—", "until"})
Stretch = tuple[PartialDate, PartialDate | None, int, int]


def read_stretch(parsed: ParsedSentence, i: int) -> Stretch | None:
    """First day, last day if there is another, and the tokens (first, end) of the date at *i*."""
    filler = parsed.fillers[i]
    if filler is None or filler.date is None:
        return None
    date = filler.date
    if filler.until is not None:
        return date, filler.until, i, i + 1
    last = second_date(parsed, i)
    if last is not None:
        other = parsed.fillers[last]
        if other is not None and other.date is not None:
            if filler.leans_on is not None and other.leans_on is None:
                date = _before(date, other.date)
            if date.earliest < other.date.earliest:
                return date, other.date, i, last + 1
    first = _first_day(parsed, i, date)
    if first is not None:
        return first[0], date, first[1], i + 1
    return date, None, i, i + 1


def _before(date: PartialDate, last: PartialDate) -> PartialDate:
    """ "28 February to 2 March 2022": the year is that of the full date beside it."""
    if date.month is None or last.month is None or date.day is None:
        return date
    year = last.year - (date.month > last.month)
    try:
        return PartialDate(year, date.month, date.day)
    except IdentifierError:
        return date


def second_date(parsed: ParsedSentence, i: int) -> int | None:
    """ "from 28 December 2009 to 5 January 2010": the token of the second date."""
    joined = parsed.word(i + 1) in MONTH_JOINTS and parsed.code(i + 2) == DATE
    return i + 2 if joined and parsed.word(i - 1) in {"from", "between", "("} else None


def _first_day(parsed: ParsedSentence, i: int, last: PartialDate) -> tuple[PartialDate, int] | None:
    """ "5 to 9 May 1995", "28 June and 2 July 2010", "3, 4 and 5 May": the day before the last."""
    if parsed.word(i - 1) not in MONTH_JOINTS or last.month is None:
        return None
    word = parsed.word(i - 2)
    month = month_names().get(word)
    if month is not None and parsed.word(i - 1) == "and" and parsed.word(i - 4) == "on":
        return None  # "on 13 August and 17 September": two days, no stretch
    if month is not None and month != last.month:
        year = last.year if month < last.month else last.year - 1
        number = parsed.word(i - 3)
        if last.day is None:
            return PartialDate(year, month), i - 2
        return _day(year, month, number, i - 3)
    if last.day is None:
        return None
    k = i - 2
    while parsed.word(k - 1) == "," and parsed.word(k - 2).isdigit():
        k -= 2
    found = _day(last.year, last.month, parsed.word(k), k)
    return found if found is not None and (found[0].day or 0) < last.day else None


def _day(year: int, month: int, number: str, place: int) -> tuple[PartialDate, int] | None:
    if not number.isdigit() or len(number) > 2:
        return None
    try:
        return PartialDate(year, month, int(number)), place
    except IdentifierError:
        return None


def read_hyphenated(parsed: ParsedSentence, i: int) -> Stretch | None:
    """ "15-16 March 1997" at token *i*: days that a hyphen makes one word."""
    ends = parsed.word(i).split("-")
    year, month = parsed.word(i + 2), month_names().get(parsed.word(i + 1))
    if len(ends) != 2 or month is None or len(year) != 4 or not year.isdigit():
        return None
    first, last = (_day(int(year), month, number, i) for number in ends)
    if first is None or last is None or first[0].earliest > last[0].earliest:
        return None
    return first[0], last[0], i, i + 3


def month_names() -> Mapping[str, int]:
    """English names of months → their numbers."""
    return load_vocabulary("en").months
