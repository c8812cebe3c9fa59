"""Dates as title pages print them, in six languages."""

from __future__ import annotations

import re
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.identifiers.date import PartialDate
from ungraph.resources import load_table

__all__ = ["parse_printed_date", "search_printed_date"]

_MAX_CHARS = 60
_YEAR = re.compile(r"\d{4}")
_HAN = re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?")


@cache
def _load_months() -> dict[str, int]:
    return {row["name"]: int(row["month"]) for row in load_table("printed_months")}


@cache
def _western() -> re.Pattern[str]:
    names = "|".join(re.escape(n) for n in sorted(_load_months(), key=lambda n: (-len(n), n)))
    return re.compile(
        rf"(?:(\d{{1,2}})(?:er|st|nd|rd|th|º|ª|-е)? ?(?:de |of )?)?\b({names})\b\.?"
        rf"(?: ?/ ?({names})\b)?,?(?: (\d{{1,2}}),)?(?: de| del)? ?(\d{{4}})\b",
        re.IGNORECASE,
    )


def parse_printed_date(text: str) -> PartialDate | None:
    """The date that *text* is, at its precision; None when it is more or less than a date.

    Forms: 22 January 2007 · January 2007 · January 22, 2007 · 1er juillet 2006 ·
    17 de diciembre de 2021 · 17 декабря 2021 года · 9 كانون الأول/ديسمبر 2021 · 2021年12月17日

    >>> str(parse_printed_date("22 January 2007")), parse_printed_date("Item 2")
    ('2007-01-22', None)
    """
    if len(text) > _MAX_CHARS or not _YEAR.search(text):
        return None
    found = search_printed_date(text)
    if found is None:
        return None
    value, start, end = found
    rest = (text[:start] + text[end:]).strip(" .,:*").lower()
    return value if rest in ("", "года", "год", "г", "le", "date", "of", "du", "от") else None


def search_printed_date(text: str) -> tuple[PartialDate, int, int] | None:
    """The first date in *text* with its start and end; None when there is none."""
    han = _HAN.search(text)
    if han:
        han_day = int(han[3]) if han[3] else None
        return _checked(int(han[1]), int(han[2]), han_day, han)
    for found in _western().finditer(text):
        named = _load_months()[(found[3] or found[2]).lower()]
        digits = found[1] or found[4]
        checked = _checked(int(found[5]), named, int(digits) if digits else None, found)
        if checked:
            return checked
    return None


def _checked(
    year: int, month: int, day: int | None, found: re.Match[str]
) -> tuple[PartialDate, int, int] | None:
    try:
        return PartialDate(year, month, day), found.start(), found.end()
    except IdentifierError:
        return None
