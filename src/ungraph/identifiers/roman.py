"""Roman numerals of sessions: (X) → 10, and back."""

from __future__ import annotations

import re

from ungraph.errors import IdentifierError

__all__ = ["format_roman", "parse_roman"]

_VALUES = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
    (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN = re.compile(r"C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")


def parse_roman(text: str) -> int:
    """The value of a Roman numeral from I to CCCXCIX; raises IdentifierError for anything else.

    >>> parse_roman("XLVIII"), parse_roman("x")
    (48, 10)
    """
    numeral = text.upper()
    if not numeral or not _ROMAN.match(numeral):
        raise IdentifierError(f"not a Roman numeral: {text!r}")
    value = position = 0
    for amount, digits in _VALUES:
        while numeral.startswith(digits, position):
            value += amount
            position += len(digits)
    return value


def format_roman(value: int) -> str:
    """The Roman numeral of *value*, 1 to 399.

    >>> format_roman(63)
    'LXIII'
    """
    if not 1 <= value <= 399:
        raise IdentifierError(f"no Roman numeral for {value}")
    written = ""
    for amount, digits in _VALUES:
        while value >= amount:
            written += digits
            value -= amount
    return written
