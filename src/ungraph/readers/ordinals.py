"""Ordinal numbers in words: "Seventy-sixth", "Septuagésimo sexto", "第七十六届" (76)."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ungraph.resources import load_table

__all__ = ["parse_ordinal"]

_TOKENS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{1,4}")
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_UNITS = {"十": 10, "百": 100}
_LINKS = frozenset(["and", "et", "y", "i", "und"])
_ENDINGS = 5


@cache
def _load_stems(language: str) -> tuple[tuple[str, int], ...]:
    rows = [
        (_plain(row["stem"]), int(row["value"]))
        for row in load_table("ordinal_words")
        if row["language"] == language
    ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c) or c in "\u0653\u0654")


def parse_ordinal(words: str, language: str) -> int | None:
    """The value of an ordinal written in *language*, in words or digits; None when it is none.

    >>> parse_ordinal("Seventy-sixth", "en"), parse_ordinal("Soixante-dix-septième", "fr")
    (76, 77)
    >>> parse_ordinal("fourth regular", "en") is None
    True
    """
    digits = _DIGITS.search(words)
    if digits:
        return int(digits[0])
    if language == "zh":
        return _han(words)
    plain = _plain(words)
    if language == "fr":
        plain = re.sub(r"quatre[- ]vingts?", "quatrevingt", plain)
    total = 0
    for token in _TOKENS.findall(plain):
        if token in _LINKS:
            continue
        value = _token_value(token, language)
        if value is None:
            return None
        total += value
    return total or None


def _token_value(token: str, language: str) -> int | None:
    if language == "ar":
        token = token.removeprefix("و").removeprefix("ال")
    stems = _load_stems(language)
    total = 0
    rest = token
    while rest:
        found = next(((stem, value) for stem, value in stems if rest.startswith(stem)), None)
        if found is None:
            if total and len(rest) <= _ENDINGS:
                return total
            # Spanish and Russian compounds are joined by a vowel: "decimoseptimo".
            if total and len(rest) > 1 and any(rest[1:].startswith(s) for s, _ in stems):
                rest = rest[1:]
                continue
            return None
        total += found[1]
        rest = rest[len(found[0]) :]
    return total


def _han(words: str) -> int | None:
    total = digit = 0
    for char in words:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in _HAN_UNITS:
            total += (digit or 1) * _HAN_UNITS[char]
            digit = 0
        else:
            return None
    return total + digit or None
