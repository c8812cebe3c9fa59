"""Printed numbers of paragraphs and points in AKN4UN files: which is which, what follows what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ungraph.errors import IdentifierError
from ungraph.identifiers.roman import parse_roman
from ungraph.readers.akn_layout import plain_number
from ungraph.readers.xml_safety import parse_count

__all__ = ["is_paragraph_number", "point_depth", "printed_number"]

_TYPED_POINT = re.compile(r"\s*(\((?:[a-z]{1,5}|[а-я]|[\u0621-\u064a]{1,2})\)|[a-zа-я]\))\s")
_TYPED_NUMBER = re.compile(r"\s*(\d{1,3}\s?(?:\.|[-\u2013]))[\s\xa0]")
_ROMAN = re.compile(r"[ivxlc]+\Z")
_DIGITS = re.compile(r"\d+(?:\.\d+)*(?: (?:bis|ter))?\Z")
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_FIRST = frozenset({"a", "i", "1", "", "A", "I", "а", "أ", "ا"})


def is_paragraph_number(printed: str) -> bool:
    """Whether *printed* numbers a paragraph and not a point of it.

    >>> [is_paragraph_number(n) for n in ("12.", "1 -", "2.1", "(a)", "(1)", "–")]
    [True, True, True, False, False, False]
    """
    return not printed.startswith("(") and bool(_DIGITS.match(plain_number(printed)))


def printed_number(words: str) -> str:
    """The number typed at the start of a paragraph whose markup has none, "" for no number.

    >>> printed_number("(a) Two meetings"), printed_number("5 - Decides"), printed_number("In 5")
    ('(a)', '5 -', '')
    """
    found = _TYPED_NUMBER.match(words) or _TYPED_POINT.match(words)
    return found[1] if found else ""


def point_depth(number: str, open_points: Sequence[str]) -> int:
    """How many of the points still open stay open when a point *number* follows them.

    >>> point_depth("i", ["b"]), point_depth("i", ["h"]), point_depth("c", ["b", "ii"])
    (1, 0, 0)
    """
    for depth in range(len(open_points) - 1, -1, -1):
        if _follows(open_points[depth], number):
            return depth
    return len(open_points) if number in _FIRST else 0


def _follows(before: str, number: str) -> bool:
    """Whether *number* is the next letter, numeral or dash after *before*."""
    if before == number == "":
        return True
    if before.isdecimal() and number.isdecimal():
        one, other = parse_count(before), parse_count(number)
        return one is not None and other == one + 1
    if len(before) == len(number) == 1:
        if before in _ABJAD and number in _ABJAD:
            return _ABJAD.index(number) == _ABJAD.index(before) + 1
        if ord(number) == ord(before) + 1 and number.isalpha():
            return True
    if _ROMAN.match(before) and _ROMAN.match(number):
        try:
            return parse_roman(number) == parse_roman(before) + 1
        except IdentifierError:
            return False
    return False
