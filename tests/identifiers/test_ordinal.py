"""Ordinals in words and digits."""

from __future__ import annotations

import pytest

from ungraph.errors import IdentifierError
from ungraph.identifiers.ordinal import parse_ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("first", 1),
        ("Twelfth", 12),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("forty-second", 42),
        ("fifty-ninth", 59),
        ("eightieth", 80),
        ("ninety-first", 91),
        ("one hundred and second", 102),
        ("62nd", 62),
        ("113th", 113),
    ],
)
def test_an_ordinal_has_its_number(text: str, number: int) -> None:
    assert parse_ordinal(text) == number


@pytest.mark.parametrize("text", ["", "session", "th", "fifty", "eleventy-first"])
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(IdentifierError):
        parse_ordinal(text)
