"""Cities and States behind the words that say something was held, in French, Spanish, Russian, Arabic.

"tenue à Marrakech (Maroc) les 10 et 11 décembre 2018" · "состоявшемся 28 января 2014 года в Гаване".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from ungraph.extractors.foreign_context import Surroundings, by_span
from ungraph.model.assertion import AgentKey, Text
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["find_places", "state_at"]

_STOPS = re.compile(r"[;؛。；]|\.\s")
_CAPITAL = r"[A-ZÀ-ÝА-ЯЁ][\w’'‑\-]+"
_JOINED = r"(?:(?:de|del|da|do|la|las|los|le|el)\s|(?:el|al|as|es|ash)[‑\-])?"
_CAPITALS = _CAPITAL + r"(?:[\s\-‑]" + _JOINED + _CAPITAL + r"){0,3}"
_PLACES = {
    "fr": re.compile(r"\b(?:à|au|aux|en)\s+(?:la\s+|l[’'])?(" + _CAPITALS + ")"),
    "es": re.compile(r"\ben\s+(?:la\s+|el\s+)?(" + _CAPITALS + ")"),
    "ru": re.compile(r"\b(?:в|во|на)\s+(" + _CAPITALS + ")"),
    "ar": re.compile(
        r"\bفي\s+((?!الفترة|عام|شهر|يوم|سياق|\d)[^\W\d_]+(?:\s(?!في|يوم|من|عام|خلال|ب)[^\W\d_/]+)?)"
        r"(?=،|\s+(?:في|يوم|من|خلال|عام)|\s+ب)"
    ),
}
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹0123456789"
_SEATS = frozenset({"Siège", "Sede", "Центральных", "مقر", "المقر"})


def find_places(
    document: Document, start: int, end: int, dated: Span, known: Surroundings
) -> tuple[tuple[AgentKey | Text, ...], int]:
    """City and State behind the words ("à Marrakech (Maroc)"), and where they end."""
    pattern = _PLACES.get(document.language)
    text = document.text
    if pattern is None:
        return (), 0
    for found in pattern.finditer(text[start:end]):
        name, first = found.group(1).rstrip(_MARKS), start + found.start(1)
        last = first + len(name)
        if name.split()[0] in _SEATS:
            continue  # "au Siège de l’Organisation des Nations Unies à New York"
        if _STOPS.search(text[start:first]) or first < dated.end and last > dated.start:
            return (), 0
        if not _is_near(text[start:first], text[dated.start : dated.end]):
            return (), 0
        state = state_at(known, first, last)
        if state is not None and state[0].start <= first and state[0].end >= last:
            return (state[1],), state[0].end
        beside = state_at(known, last, last + 4)
        if beside is not None and beside[0].start - last <= 4:
            return (Text(name, document.language), beside[1]), beside[0].end
        return (Text(name, document.language),), last
    return (), 0


def _is_near(between: str, date: str) -> bool:
    """Nothing but the date, and few words, may stand between "tenue" and the place."""
    return len(between.replace(date, "").split()) <= 5


def state_at(known: Surroundings, start: int, end: int) -> tuple[Span, AgentKey] | None:
    """The mention of a State that touches *start* to *end*, with its key."""
    place = bisect_left(known.states, Span(start, start), key=by_span)
    for i in (place - 1, place):
        if 0 <= i < len(known.states):
            where = known.states[i][0]
            if where.start <= end and where.end >= start:
                return known.states[i]
    return None
