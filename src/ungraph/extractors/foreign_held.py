"""Conferences, meetings and dialogues that a text in another language says were held.

"le Sommet mondial, tenu à Copenhague du 6 au 12 mars 1995" · "celebrada el 26 de septiembre de 2013" ·
"состоявшемся в Киото 7–12 марта 2021 года" · "2021年3月7日至12日在日本京都举行的第十四届大会".

A row of the kind "held" in ``data/events.csv`` holds the words that say so and the nouns they can
belong to; rows of sessions and of elections are there to take the words that are theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.extractors.event_context import made_on
from ungraph.extractors.foreign_context import Surroundings, by_span
from ungraph.extractors.foreign_places import find_places, state_at
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Found
from ungraph.matchers.occasions import HELD, OccasionRow, load_occasion_rows
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.model.assertion import AgentKey, Event, EventStatus, EventType, Text, node_key
from ungraph.model.document import BlockKind, Document
from ungraph.model.span import Span

__all__ = ["iter_held"]

_SILENT = frozenset({BlockKind.TITLE_PAGE, BlockKind.HEADING, BlockKind.CLOSING})
_BACK_CHARS = 260
_AHEAD_CHARS = 95
_STOPS = re.compile(r"[;؛。；]|\.\s")
_DAY = r"(\d{1,2})(?:er|º|ª)?"
_FIRST_DAY = re.compile(
    _DAY + r"(?:\s+(?:de\s+)?([^\W\d_]+(?:/\s?[^\W\d_]+)?))?\s*"
    r"(?:au|al|y(?:\s+el)?|et|и|по|–|—|-|до|إلى|و)\s*(?:el\s+)?$"
)
_ZH_LAST = re.compile(r"[至和](?:(\d{1,2})月)?(\d{1,2})日")
_NO_PLACE_ZH = re.compile(r"\d|之际|期间|框架|主持|范围|方面|背景|倡议|会议")
_NO_DATE_ZH = re.compile(r"[号届]|决议|以来")
_ASSEMBLY = frozenset({"大会", "联合国大会"})
_ZH_DAYS = re.compile(r"(\d{1,2})日?[和至、](\d{1,2})日")


@dataclass(frozen=True, slots=True)
class _Dated:
    date: PartialDate
    until: PartialDate | None
    span: Span


@cache
def _rows(language: str) -> tuple[tuple[str, tuple[OccasionRow, ...]], ...]:
    """The rows of *language* by the expression that they share."""
    table: dict[str, list[OccasionRow]] = {}
    for row in load_occasion_rows():
        if row.kind == HELD and row.language == language and row.before is not None:
            table.setdefault(row.expression, []).append(row)
    return tuple((pattern, tuple(rows)) for pattern, rows in table.items())


@cache
def _nouns(language: str, pattern: str) -> tuple[re.Pattern[str], dict[str, OccasionRow]]:
    """One expression for the nouns of the rows, and the row of each stem."""
    stems: dict[str, OccasionRow] = {}
    for known, rows in _rows(language):
        if known == pattern:
            stems.update((form, row) for row in rows for form in row.forms)
    words = sorted(stems, key=lambda w: (-len(w), w))
    body = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in words)
    return re.compile(rf"(?i)\b(?:{body})\b") if words else re.compile(r"(?!)"), stems


def iter_held(document: Document, known: Surroundings) -> Iterator[Event]:
    """The events that the text says were or will be held, with a day, month or year."""
    taken: dict[int, Event] = {}
    for pattern, rows in _rows(document.language):
        expression = rows[0].before
        if expression is None:
            continue
        for found in expression.finditer(document.view.text):
            span = document.view.to_text(Span(found.start(), found.end()))
            block = document.block_at(span.start)
            if block is None or block.kind in _SILENT:
                continue
            if document.language == "zh":
                event = _chinese(document, rows[0], found, span, block.span, known)
            else:
                event = _european(document, pattern, found, span, block.span, known)
            have = taken.get(span.start) if event is not None else None
            if event is not None and (have is None or _is_better(event, have, document)):
                taken[span.start] = event
    yield from taken.values()


def _is_better(event: Event, have: Event, document: Document) -> bool:
    """Of two events of the same words the one whose noun is nearer, in Chinese the longer name."""
    new, old = event.evidence[0], have.evidence[0]
    return new.end > old.end if document.language == "zh" else new.start > old.start


def _european(
    document: Document, pattern: str, found: Found, span: Span, block: Span, known: Surroundings
) -> Event | None:
    text = document.text
    first = max(block.start, span.start - _BACK_CHARS)
    before = _after_stop(text[first : span.start])
    expression, stems = _nouns(document.language, pattern)
    nouns = list(expression.finditer(before))
    if not nouns:
        return None
    noun = nouns[-1]
    if before[max(0, noun.start() - 3) : noun.start()].lower() == "au " and len(nouns) > 1:
        noun = nouns[-2]  # "la réunion au sommet"
    if "وإذ" in before[noun.end() :]:
        return None
    row = _row_of(noun.group(), stems)
    if row is None or row.event_type is EventType.SESSION:
        return None
    dated = _date_behind(document, span.end, block.end, known)
    if dated is None:
        return None
    start = span.start - len(before) + noun.start()
    limit = min(block.end, span.end + _AHEAD_CHARS)
    places, last = find_places(document, span.end, limit, dated.span, known)
    return _event(
        document, row, Span(start, max(dated.span.end, last)), dated, places, found, noun.group()
    )


def _row_of(noun: str, stems: dict[str, OccasionRow]) -> OccasionRow | None:
    word = noun.lower()
    for stem in sorted(stems, key=len, reverse=True):
        if word == stem or stem.endswith("*") and word.startswith(stem[:-1]):
            return stems[stem]
    return None


def _after_stop(before: str) -> str:
    for stop in _STOPS.finditer(before):
        last = stop.end()
        if not _STOPS.search(before, last):
            return before[last:]
    return before


def _date_behind(document: Document, start: int, end: int, known: Surroundings) -> _Dated | None:
    """The first date behind the words, in the same clause; with the first day of a stretch."""
    place = bisect_left(known.dates, Span(start, start), key=by_span)
    if place >= len(known.dates):
        return None
    where, date = known.dates[place]
    between = document.text[start : where.start]
    if where.end > end or len(between) > _AHEAD_CHARS or _STOPS.search(between):
        return None
    return _stretch(document, start, where, date)


def _stretch(document: Document, start: int, where: Span, last: PartialDate) -> _Dated:
    found = _FIRST_DAY.search(document.text[start : where.start])
    if found is None or last.day is None or last.month is None:
        return _Dated(last, None, where)
    month, year = last.month, last.year
    if found.group(2):
        named = load_vocabulary(document.language).months.get(found.group(2).split("/")[-1].strip())
        if named is None:
            return _Dated(last, None, where)
        year -= named > month
        month = named
    try:
        first = PartialDate(year, month, int(found.group(1)))
    except IdentifierError:
        return _Dated(last, None, where)
    if first.earliest >= last.earliest:
        return _Dated(last, None, where)
    return _Dated(first, last, Span(start + found.start(), where.end))


def _chinese(
    document: Document, row: OccasionRow, found: Found, span: Span, block: Span, known: Surroundings
) -> Event | None:
    place = bisect_left(known.dates, span, key=by_span)
    if place == 0:
        return None
    where, date = known.dates[place - 1]
    between = document.text[where.end : span.start]
    if where.start < block.start or len(between) > 14 or any(c in between for c in "，。；"):
        return None
    if _NO_DATE_ZH.search(between) or found.groupdict()["name"] in _ASSEMBLY:
        return None  # "根据2018年12月17日第73/191号决议召开的"
    last = _ZH_LAST.match(between)
    until: PartialDate | None = None
    if last is not None and date.month is not None:
        try:
            until = PartialDate(date.year, int(last.group(1) or date.month), int(last.group(2)))
        except IdentifierError:
            until = None
    days = _ZH_DAYS.match(between)
    if days is not None and date.day is None and date.month is not None:
        try:
            until = PartialDate(date.year, date.month, int(days.group(2)))
            date = PartialDate(date.year, date.month, int(days.group(1)))
        except IdentifierError:
            until = None
    said = found.groupdict()
    places: tuple[AgentKey | Text, ...] = ()
    named = said.get("place")
    if named and not _NO_PLACE_ZH.search(named):
        state = state_at(known, span.start + 1, span.start + 1 + len(named))
        city = named
        if state is not None:
            country = document.quote(state[0])
            city = named.replace(country, "")
        places = (Text(city, "zh"),) if city else ()
        if state is not None:
            places = (*places, state[1])
    dated = _Dated(date, until, where)
    return _event(
        document, row, Span(where.start, span.end), dated, places, found, said["name"] or ""
    )


def _event(
    document: Document,
    row: OccasionRow,
    span: Span,
    dated: _Dated,
    places: tuple[AgentKey | Text, ...],
    found: Found,
    name: str,
) -> Event:
    made = made_on(document)
    later = bool(found.groupdict().get("future")) or (
        made is not None and dated.date.earliest > made.latest
    )
    return Event(
        key=node_key(
            "event", row.event_type.value, str(dated.date), *(str(p) for p in places), name.lower()
        ),
        event_type=row.event_type,
        evidence=(span,),
        label=document.quote(span),
        scheduled_for=dated.date if later else None,
        held_on=None if later else dated.date,
        ends_on=dated.until,
        event_status=EventStatus.SCHEDULED if later else EventStatus.HELD,
        status_as_of=made if later else None,
        places=places,
        rule=row.id,
    )
