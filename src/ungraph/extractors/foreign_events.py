"""Sessions, meetings and visits in French, Spanish, Russian, Arabic and Chinese texts.

"à sa soixante-dix-septième session" · "en su 8701ª sesión, celebrada el 13 de enero de 2020" ·
"第七十七届会议". Only what a number, a day or a State makes certain is told: a session with its
body, a meeting with its number and day, a visit with the State visited.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ungraph.extractors.event_context import made_on, session_of
from ungraph.extractors.event_sessions import has_sessions
from ungraph.identifiers.agenda import session_key
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Found
from ungraph.matchers.occasions import PHRASE, OccasionRow, load_occasion_rows
from ungraph.model.assertion import (
    AgentKey,
    AgentKind,
    Event,
    EventStatus,
    EventType,
    Inference,
    SessionKey,
    node_key,
)
from ungraph.model.document import BlockKind, Document
from ungraph.model.link import Links
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span
from ungraph.readers.ordinals import parse_ordinal

__all__ = ["extract_foreign_events"]

_DIRECT = 14  # characters between "session" and the body whose session it is
_BACK = 150  # how far back the body of "its session" may stand
_NEAR = 45  # characters between a meeting and its day
_SILENT = frozenset({BlockKind.TITLE_PAGE, BlockKind.HEADING, BlockKind.CLOSING})
_FAR = 5
_AHEAD = 3  # "its seventy-seventh session" in a text of the seventy-sixth is the organ's own
_GENITIVES = frozenset({"", "du", "de la", "de l’", "de l'", "des", "del", "de los", "de las"})
_SAME = 60
_SAME_PLACE = ("Ibid", "Ibíd", "Там же", "المرجع نفسه", "同上")
_SERIES = (
    "Documents officiels",
    "Documentos Oficiales",
    "Официальные отчеты",
    "الوثائق الرسمية",
    "正式记录",
)


@dataclass(frozen=True, slots=True)
class _Known:
    """Bodies, States and dates of the text, each sorted by its start."""

    bodies: tuple[tuple[Span, AgentKey], ...]
    states: tuple[tuple[Span, AgentKey], ...]
    dates: tuple[tuple[Span, PartialDate], ...]


def extract_foreign_events(
    document: Document, mentions: Iterable[Mention[object]], links: Links
) -> tuple[Event, ...]:
    """The events of a document that is not in English, each once, in order of first evidence."""
    rows = [
        r
        for r in load_occasion_rows()
        if r.kind == PHRASE and r.language == document.language and r.before is not None
    ]
    if not rows:
        return ()
    known = _collect(mentions, links)
    events: dict[str, Event] = {}
    for row in rows:
        for found in row.before.finditer(document.view.text) if row.before is not None else ():
            span = document.view.to_text(Span(found.start(), found.end()))
            block = document.block_at(span.start)
            if block is None or block.kind in _SILENT or _is_series(document, span):
                continue
            for event in _events(document, row, found, span, block.span, known):
                name = event.session or event.key
                first = events.get(name)
                events[name] = event if first is None else _again(first, event)
    return tuple(sorted(events.values(), key=lambda e: (e.evidence, e.key)))


def _collect(mentions: Iterable[Mention[object]], links: Links) -> _Known:
    kinds = {agent.key: agent.kind for agent in links.agents}
    bodies: list[tuple[Span, AgentKey]] = []
    states: list[tuple[Span, AgentKey]] = []
    for link in links.links:
        if not isinstance(link.target, str):
            continue
        key = AgentKey(link.target)
        if kinds.get(key) is AgentKind.BODY and has_sessions(key):
            bodies.append((link.mention.span, key))
        elif kinds.get(key) is AgentKind.STATE:
            states.append((link.mention.span, key))
    dates = [
        (m.span, m.value)
        for m in mentions
        if m.kind is MentionKind.DATE and isinstance(m.value, PartialDate)
    ]
    return _Known(
        tuple(sorted(bodies, key=_by_span)),
        tuple(sorted(states, key=_by_span)),
        tuple(sorted(dates, key=_by_span)),
    )


def _by_span(entry: tuple[Span, object]) -> Span:
    return entry[0]


def _events(
    document: Document, row: OccasionRow, found: Found, span: Span, block: Span, known: _Known
) -> Iterator[Event]:
    if row.event_type is EventType.VISIT:
        visit = _visit(document, row, span, block, known)
        if visit is not None:
            yield visit
        return
    said = found.groupdict()
    numbers: list[int] = []
    extra = 0
    for words in (said.get("other"), said["number"]):
        number, before = _ordinal(words, document.language) if words else (None, 0)
        if number is not None:
            extra = extra if numbers else before
            numbers.append(number)
    span = Span(span.start + extra, span.end)
    for number in numbers:
        if row.event_type is EventType.SESSION:
            special = "special" if said.get("special") else ""
            if said.get("emergency"):
                special = "emergency-special"
            event = _session(document, row, span, block, known, number, special)
        else:
            event = _meeting(document, row, span, block, known, number)
        if event is not None:
            yield event


def _is_series(document: Document, span: Span) -> bool:
    """ "Documents officiels de l'Assemblée générale, … session": the title of a series."""
    near = document.text[max(0, span.start - _BACK) : span.start]
    if any(word in near[-_SAME:] for word in _SAME_PLACE):
        return True
    return any(title in near.rsplit(".", 1)[-1] for title in _SERIES)


def _ordinal(words: str, language: str) -> tuple[int | None, int]:
    """The number of the last words of *words* that are one, and how many characters stand before
    them: "su séptimo" has three."""
    first = 0
    while True:
        number = parse_ordinal(words[first:], language)
        blank = words.find(" ", first)
        if number is not None or blank < 0:
            return number, first if number is not None else 0
        first = blank + 1


def _session(
    document: Document,
    row: OccasionRow,
    span: Span,
    block: Span,
    known: _Known,
    number: int,
    special: str,
) -> Event | None:
    body, where = _body(document, span, block, known)
    inferences: list[Inference] = []
    own = session_of(document)
    ahead = own is not None and not special and 0 < number - own[1] <= _AHEAD
    aside = where is not None and where.end <= span.start and document.language != "zh"
    if body is None or ahead and aside:
        if own is None or special or abs(number - own[1]) > _FAR:
            return None
        where = None
        body = AgentKey(own[0])
        reason = "the organ that the document is of, and no other is named"
        inferences.append(Inference("ung:body", reason, 0.7, (span,)))
    status = EventStatus.HELD
    if own is not None and own[0] == body and not special and number > own[1]:
        status = EventStatus.SCHEDULED
        reason = "after the session that the document belongs to"
        inferences.append(Inference("ung:eventStatus", reason, 0.9, (span,)))
    return Event(
        key=node_key("event", "session", body, *([special] if special else []), number),
        event_type=EventType.SESSION,
        evidence=(span,) if where is None else tuple(sorted((span, where))),
        label=document.quote(span),
        session=SessionKey(session_key(body, number, special)),
        event_status=status,
        status_as_of=made_on(document) if status is EventStatus.SCHEDULED else None,
        participants=(body,),
        body=body,
        ordinal=number,
        rule=row.id,
        inferences=tuple(inferences),
    )


def _body(
    document: Document, span: Span, block: Span, known: _Known
) -> tuple[AgentKey | None, Span | None]:
    """The body whose session it is: named right behind (in Chinese right before), else before."""
    place = bisect_left(known.bodies, span, key=_by_span)
    chinese = document.language == "zh"
    if not chinese and place < len(known.bodies):
        after, key = known.bodies[place]
        if 0 <= after.start - span.end <= _DIRECT:
            between = document.text[span.end : after.start]
            if not any(mark in between for mark in ",;.،؛"):
                return _assembly(key), after
    if place > 0:
        before, key = known.bodies[place - 1]
        if before.start >= block.start and span.start - before.end <= _BACK:
            before, key = _owner(document, known, place - 1)
            return _assembly(key), before
    return None, None


def _owner(document: Document, known: _Known, place: int) -> tuple[Span, AgentKey]:
    """The body itself in "l'Assemblée pour l'environnement du Programme pour l'environnement"."""
    span, key = known.bodies[place]
    if place == 0:
        return span, key
    outer, owner = known.bodies[place - 1]
    between = document.text[outer.end : span.start]
    if " ".join(between.split()) in _GENITIVES or "التابعة" in between:
        if not between.strip() and document.language not in {"ru", "ar"}:
            return span, key
        return outer, owner
    return span, key


def _assembly(key: AgentKey) -> AgentKey:
    """A Main Committee meets in the sessions of the General Assembly."""
    body = load_bodies().get(key)
    return AgentKey(body.parent) if body and body.kind == "main-committee" else key


def _meeting(
    document: Document, row: OccasionRow, span: Span, block: Span, known: _Known, number: int
) -> Event | None:
    dated = _near(known.dates, span, block)
    if dated is None or dated[1].day is None:
        return None
    organ = document.masthead.organ
    body = AgentKey(organ.value) if organ is not None and organ.value in load_bodies() else None
    made = made_on(document)
    later = made is not None and dated[1].earliest > made.latest
    return Event(
        key=node_key("event", "meeting", str(number), str(dated[1])),
        event_type=EventType.MEETING,
        evidence=tuple(sorted((span, dated[0]))),
        label=document.quote(span),
        scheduled_for=dated[1] if later else None,
        held_on=None if later else dated[1],
        event_status=EventStatus.SCHEDULED if later else EventStatus.HELD,
        status_as_of=made if later else None,
        body=body,
        ordinal=number,
        rule=row.id,
    )


def _visit(
    document: Document, row: OccasionRow, span: Span, block: Span, known: _Known
) -> Event | None:
    place = bisect_left(known.states, span, key=_by_span)
    if place >= len(known.states):
        return None
    where, state = known.states[place]
    gap = document.text[span.end : where.start]
    if (
        where.start < span.end
        or len(gap) > 6
        or where.end > block.end
        or any(c in ",.;" for c in gap)
    ):
        return None
    dated = _near(known.dates, where, block)
    made = made_on(document)
    date = dated[1] if dated is not None else None
    later = made is not None and date is not None and date.earliest > made.latest
    evidence = {span, where} | ({dated[0]} if dated is not None else set())
    return Event(
        key=node_key("event", "visit", state, str(date or span.start)),
        event_type=EventType.VISIT,
        evidence=tuple(sorted(evidence)),
        label=document.quote(Span(span.start, where.end)),
        scheduled_for=date if later else None,
        held_on=date if date is not None and not later else None,
        event_status=EventStatus.SCHEDULED if later else EventStatus.HELD if date else None,
        status_as_of=made if later else None,
        places=(state,),
        rule=row.id,
    )


def _near(
    dates: tuple[tuple[Span, PartialDate], ...], span: Span, block: Span
) -> tuple[Span, PartialDate] | None:
    """The date behind *span*, else the one right before it (Chinese), within the paragraph."""
    place = bisect_left(dates, span, key=_by_span)
    if place < len(dates):
        after = dates[place]
        if after[0].start - span.end <= _NEAR and after[0].end <= block.end:
            return after
    if place > 0:
        before = dates[place - 1]
        if span.start - before[0].end <= 4 and before[0].start >= block.start:
            return before
    return None


def _again(first: Event, event: Event) -> Event:
    return replace(first, evidence=tuple(sorted({*first.evidence, *event.evidence})))
