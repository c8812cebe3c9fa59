"""Printed dates of the six languages → values at their true precision.

6 December 2006 · December 2006 · December 6, 2006 · 15 décembre 1955 · 21 de diciembre de 1968
15 декабря 1955 года · 15 كانون الأول/ديسمبر 1955 · 1955年12月15日
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ungraph.errors import IdentifierError
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.vocabulary import Vocabulary, load_vocabulary

__all__ = ["DayAndMonth", "complete_date", "parse_written_date"]

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DayAndMonth:
    """A date said without its year: "of 4 March"."""

    month: int
    day: int | None


def parse_written_date(words: str, vocabulary: Vocabulary) -> PartialDate | DayAndMonth | None:
    """The value of *words*, a token of the scanner; None when the calendar has no such day."""
    return _parse(words, vocabulary.language)


@lru_cache(maxsize=16384)
def _parse(words: str, language: str) -> PartialDate | DayAndMonth | None:
    vocabulary = load_vocabulary(language)
    numbers = [int(n) for n in _DIGITS.findall(words)]
    try:
        if vocabulary.language == "zh":
            return PartialDate(*numbers[:3])
        month = _month(words, vocabulary)
        years = [n for n in numbers if n > 31]
        days = [n for n in numbers if n <= 31]
        year = years[0] if years else None
        day = days[0] if days and month else None
        if year is None:
            return DayAndMonth(month, day) if month else None
        return PartialDate(year, month, day) if month else PartialDate(year)
    except IdentifierError:
        return None


def complete_date(partial: DayAndMonth, year: int) -> PartialDate | None:
    """*partial* in *year*; None when that year has no such day."""
    try:
        return PartialDate(year, partial.month, partial.day)
    except IdentifierError:
        return None


def _month(words: str, vocabulary: Vocabulary) -> int | None:
    letters = _DIGITS.sub(" ", words)
    for piece in letters.split("/"):
        for size in (2, 1):
            tokens = piece.split()
            for i in range(len(tokens) - size + 1):
                month = vocabulary.months.get(" ".join(tokens[i : i + size]).rstrip(",.º°"))
                if month:
                    return month
    return None
