"""One number of a list → its value and its date, with the marks of notes taken off."""

from __future__ import annotations

import re

from ungraph.errors import IdentifierError
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.resolution import ActKind, ActNumber, NumberForm, parse_act_number
from ungraph.matchers.dates import DayAndMonth, complete_date, parse_written_date
from ungraph.matchers.lists import Item
from ungraph.matchers.vocabulary import Vocabulary

__all__ = ["date_of", "read_number"]

_STATEMENT_NUMBER = re.compile(r"(?:PRST[ /])?((?:OS[ /])?\d{1,2}/\d{1,3})\Z")
_GLUED_NOTE = re.compile(r"(\d{2})/(\d{2})(\d)(\d)\Z")
_GLUED_TO_ROMAN = re.compile(r"([IVXLC]+/\d{2})\d{1,2}\Z")
_LEADING_ZERO = re.compile(r"(?:\A|/)0")


def read_number(item: Item, act: ActKind) -> tuple[ActNumber | None, str]:
    """The value of *item* and the words that are the number; None for one that is no organ's.

    "77/2285" is 77/228 and the mark of note 5, "PRST/8/1" the statement 8/1; numbers of UN
    organs never begin with a zero ("12/07").
    """
    written = item.text
    if act is ActKind.STATEMENT and (found := _STATEMENT_NUMBER.match(written)):
        number = parse_act_number(found[1].rpartition("OS")[2].lstrip(" /"))
        if "OS" in written:
            number = ActNumber(number.form, number.number, f"OS/{number.session}")
        return number, written
    if item.other or _LEADING_ZERO.search(written):
        glued_to = _GLUED_TO_ROMAN.match(written)  # "decision VII/1113": no session has so many
        return None, glued_to[1] if glued_to else written
    try:
        number = parse_act_number(written)
    except IdentifierError:
        return None, written
    if number.number > 999 and (glued := _GLUED_NOTE.match(written)):
        kept = glued[2] + glued[3] if glued[4] != "0" and glued[2] < "40" else glued[2]
        return parse_act_number(f"{glued[1]}/{kept}"), f"{glued[1]}/{kept}"
    return number, written


def _before(value: DayAndMonth, later: PartialDate) -> PartialDate | None:
    """*value* in the year of *later*, if it is no later in the year than that."""
    if later.month is None or (value.month, value.day or 0) > (later.month, later.day or 31):
        return None
    return complete_date(value, later.year)


def date_of(item: Item, number: ActNumber | None, vocabulary: Vocabulary) -> PartialDate | None:
    """The date said with *item*; a day and month get the year that the number holds."""
    if item.date is None:
        return None
    value = parse_written_date(item.date.text, vocabulary)
    if isinstance(value, DayAndMonth):
        year = number.session if number else ""
        if len(year) == 4 and year.isdigit():
            return complete_date(value, int(year))
        later = parse_written_date(item.year_of.text, vocabulary) if item.year_of else None
        return _before(value, later) if isinstance(later, PartialDate) else None
    if value is not None and number is not None and number.form is NumberForm.DATED:
        return value if abs(value.year - int(number.session)) <= 1 else None
    return value
