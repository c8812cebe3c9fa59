"""Sessions, meetings and visits in French, Spanish, Russian, Arabic and Chinese texts.

"à sa soixante-dix-septième session" · "en su 8701ª sesión, celebrada el 13 de enero de 2020" ·
"第七十七届会议". Only what a number, a day or a State makes certain is told: a session with its
body, a meeting with its number and day, a visit with the State visited.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ungraph.extractors.event_context import made_on, opens_after, session_of
from ungraph.extractors.foreign_context import (
    BACK_CHARS,
    Surroundings,
    by_span,
    collect_surroundings,
    find_body,
    near_date,
)
from ungraph.extractors.foreign_held import iter_held
from ungraph.identifiers.agenda import session_key
from ungraph.identifiers.bodies import load_bodies
from ungraph.matchers.engine import Found
from ungraph.matchers.occasions import PHRASE, OccasionRow, load_occasion_rows
from ungraph.model.assertion import (
    AgentKey,
    Event,
    EventStatus,
    EventType,
    Inference,
    SessionKey,
    node_key,
)
from ungraph.model.document import BlockKind, Document
from ungraph.model.link import Links
from ungraph.model.mention import Mention
from ungraph.model.span import Span
from ungraph.readers.ordinals import parse_ordinal

__all__ = ["extract_foreign_events"]

_SILENT = frozenset({BlockKind.TITLE_PAGE, BlockKind.HEADING, BlockKind.CLOSING})
_WITH_SPECIAL = frozenset({"ga", "hrc", "chr", "ecosoc", "unep", "unea", "sc"})
_FEMININE = frozenset({"ga", "csw", "cnd", "ccpcj", "chr", "csocd", "cpd", "ilc", "uncitral"})
_OTHERS_ASSEMBLY = frozenset({"织", "约", "境", "署", "构", "界", "员"})
_FAR = 5
_MOST_EVIDENCE = 60
_AHEAD = 3  # "its seventy-seventh session" in a text of the seventy-sixth is the organ's own
_SAME = 60
_SAME_PLACE = ("Ibid", "Ibíd", "Там же", "المرجع نفسه", "同上")
_SERIES = (
    "Documents officiels",
    "Documentos Oficiales",
    "Официальные отчеты",
    "الوثائق الرسمية",
    "正式记录",
)


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
    known = collect_surroundings(mentions, links)
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
    for event in iter_held(document, known):
        first = events.get(event.key)
        events[event.key] = event if first is None else _again(first, event)
    return tuple(sorted(events.values(), key=lambda e: (e.evidence, e.key)))


def _events(
    document: Document, row: OccasionRow, found: Found, span: Span, block: Span, known: Surroundings
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
    near = document.text[max(0, span.start - BACK_CHARS) : span.start]
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
    known: Surroundings,
    number: int,
    special: str,
) -> Event | None:
    body, where = find_body(document, span, block, known)
    if body is not None and not _can_be_of(document, span, where, body, special):
        return None
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
    if status is EventStatus.HELD and not special and opens_after(body, number, made_on(document)):
        status = EventStatus.SCHEDULED
        reason = "a session that began after the date of the document"
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


def _can_be_of(
    document: Document, span: Span, where: Span | None, body: AgentKey, special: str
) -> bool:
    """Whether the words about the session fit *body*: a commission has no special sessions, in Arabic
    "its" tells an assembly from a conference, and in Chinese an organization has an assembly too."""
    if special and body not in _WITH_SPECIAL:
        return False
    if document.language == "ar" and document.quote(span).split()[0] == "دورته":
        return body not in _FEMININE
    if document.language == "zh" and body == "ga" and where is not None:
        return document.text[max(0, where.start - 1) : where.start] not in _OTHERS_ASSEMBLY
    return True


def _meeting(
    document: Document, row: OccasionRow, span: Span, block: Span, known: Surroundings, number: int
) -> Event | None:
    dated = near_date(known.dates, span, block)
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
    document: Document, row: OccasionRow, span: Span, block: Span, known: Surroundings
) -> Event | None:
    place = bisect_left(known.states, span, key=by_span)
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
    dated = near_date(known.dates, where, block)
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


def _again(first: Event, event: Event) -> Event:
    if len(first.evidence) >= _MOST_EVIDENCE:
        return first
    return replace(first, evidence=tuple(sorted({*first.evidence, *event.evidence})))
