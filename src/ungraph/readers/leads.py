"""Lead words of preambular and operative paragraphs: "Recalling also", "Calls upon", "又重申"."""

from __future__ import annotations

import re
from functools import cache

from ungraph.resources import load_table

__all__ = ["Lead", "find_lead"]

_WORD = re.compile(r"[^\s,;:.()]+")
_NUMBER = re.compile(r"[\s*]*\d{1,3}(?:\.\d{1,3})*(?:\.| ?-|、)?\s*")
_MAX_CHARS = 60

Lead = tuple[int, int, str]


@cache
def _load_phrases(language: str) -> dict[str, str]:
    """Phrase → kind; a phrase that both kinds of paragraph begin with has kind ""."""
    phrases: dict[str, str] = {}
    for row in load_table("lead_words"):
        if row["language"] == language:
            known = phrases.setdefault(row["phrase"], row["kind"])
            if known != row["kind"]:
                phrases[row["phrase"]] = ""
    return phrases


@cache
def _longest(language: str) -> int:
    return max((len(phrase) for phrase in _load_phrases(language)), default=0)


def find_lead(view_text: str, start: int, language: str) -> Lead | None:
    """The lead words of the paragraph at *start*: their start and end, and what they lead.

    The longest phrase of ``data/lead_words.csv`` that stands right after the number, if any. The
    third value is "preambular", "operative" or "" where both begin so.

    >>> find_lead("2. Calls upon States to act;", 0, "en")
    (3, 13, 'operative')
    """
    phrases = _load_phrases(language)
    if not phrases:
        return None
    number = _NUMBER.match(view_text, start, start + _MAX_CHARS)
    first = number.end() if number else start
    head = view_text[first : first + _MAX_CHARS].replace("\n", " ").lower()
    if language == "zh":
        for length in range(min(_longest(language), len(head)), 0, -1):
            if head[:length] in phrases:
                return first, first + length, phrases[head[:length]]
        return None
    ends = [found.end() for found in _WORD.finditer(head)]
    for end in reversed(ends):
        if head[:end] in phrases:
            return first, first + end, phrases[head[:end]]
    return None
