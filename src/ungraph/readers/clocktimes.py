"""Times of day as records of meetings print them, in six languages."""

from __future__ import annotations

import re

__all__ = ["parse_clock"]

_CLOCK = re.compile(
    r"(\d{1,2})(?: ?(?:[.:/hH]|час\.?|ч\.?|时|heures?|horas?) ?(\d{1,2})?)?"
    r"(?: ?(?:м|мин|h|分|horas?|heures?)\b\.?)?(?: ?([ap])\. ?m\b)?"
)
_NOON = re.compile(r"(?:12 )?noon|midi|mediodía|полдень|الظهر|中午12时|正午", re.IGNORECASE)
_MIDNIGHT = re.compile(
    r"(?:12 )?midnight|minuit|medianoche|полночь|منتصف الليل|午夜", re.IGNORECASE
)
_MAX_CHARS = 40


def parse_clock(words: str) -> str | None:
    """The time that *words* begin with, as "HH:MM"; None when they hold none.

    Forms: 3.15 p.m. · 10 a.m. · noon · 15 h 5 · 18 heures · 15.05 horas · 15 ч. 05 м. · 15/05 ·
    下午3时05分

    >>> parse_clock("3.15 p.m."), parse_clock("15 h 5"), parse_clock("下午3时05分"), parse_clock("x")
    ('15:15', '15:05', '15:05', None)
    """
    text = words.strip()[:_MAX_CHARS]
    if _NOON.match(text):
        return "12:00"
    if _MIDNIGHT.match(text):
        return "00:00"
    found = _CLOCK.search(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    afternoon = found[3] == "p" or text.startswith(("下午", "晚上"))
    if afternoon and hour < 12:
        hour += 12
    elif hour == 12 and (found[3] == "a" or text.startswith("上午")):
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
