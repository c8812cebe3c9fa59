"""Ordinals of sessions, in words of six languages."""

from __future__ import annotations

import pytest

from ungraph.readers.ordinals import parse_ordinal


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("Fourth", "en", 4),
        ("SEVENTY-SIXTH", "en", 76),
        ("Fifty-second", "en", 52),
        ("twelfth", "en", 12),
        ("100th", "en", 100),
        ("Soixante-seizième", "fr", 76),
        ("Soixante et onzième", "fr", 71),
        ("Quatre-vingt-unième", "fr", 81),
        ("Quatre-vingtième", "fr", 80),
        ("Première", "fr", 1),
        ("Cinquante-deuxième", "fr", 52),
        ("Septuagésimo sexto", "es", 76),
        ("Decimoséptimo", "es", 17),
        ("Vigésimo primer", "es", 21),
        ("Semnătură", "es", None),
        ("Семьдесят шестая", "ru", 76),
        ("Восьмидесятая", "ru", 80),
        ("Сорок первая", "ru", 41),
        ("Третья", "ru", 3),
        ("السادسة والسبعون", "ar", 76),
        ("الثمانون", "ar", 80),
        ("الحادية عشرة", "ar", 11),
        ("七十六", "zh", 76),
        ("八十", "zh", 80),
        ("十一", "zh", 11),
        ("76", "zh", 76),
        ("resumed", "en", None),
        ("Fourth regular", "en", None),
    ],
)
def test_ordinal_has_its_value(words: str, language: str, value: int | None) -> None:
    assert parse_ordinal(words, language) == value
