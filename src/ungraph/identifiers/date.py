"""Dates at their true precision: a day, a month or a year, never more than was said."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from ungraph.errors import IdentifierError

__all__ = ["PartialDate", "parse_date"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A proleptic Gregorian date of day, month or year precision.

    >>> str(PartialDate(2006, 12, 6)), str(PartialDate(2006, 9)), str(PartialDate(1946))
    ('2006-12-06', '2006-09', '1946')
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise IdentifierError(f"no such year: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise IdentifierError("a day needs its month")
            return
        if not 1 <= self.month <= 12:
            raise IdentifierError(f"no such month: {self.month}")
        if (
            self.day is not None
            and not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]
        ):
            raise IdentifierError(f"no such day: {self.year}-{self.month}-{self.day}")

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
            if self.day is not None:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def datatype(self) -> str:
        """CURIE of the XML Schema datatype: xsd:date, xsd:gYearMonth or xsd:gYear."""
        if self.day is not None:
            return "xsd:date"
        return "xsd:gYear" if self.month is None else "xsd:gYearMonth"

    @property
    def earliest(self) -> tuple[int, int, int]:
        """First day the value may mean, as (year, month, day)."""
        return self.year, self.month or 1, self.day or 1

    @property
    def latest(self) -> tuple[int, int, int]:
        """Last day the value may mean, as (year, month, day)."""
        month = self.month or 12
        return self.year, month, self.day or calendar.monthrange(self.year, month)[1]


def parse_date(text: str) -> PartialDate:
    """The value of an ISO 8601 date: "2006-12-06", "2006-12" or "2006".

    Raises IdentifierError when *text* is none of these or names no day of the calendar.

    >>> parse_date("2006-12-06")
    PartialDate(year=2006, month=12, day=6)
    """
    found = _ISO.match(text.strip())
    if not found:
        raise IdentifierError(
            f"not a date: {text!r}", advice="Write it as 2006-12-06, 2006-12 or 2006"
        )
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    return PartialDate(year, month, day)
