"""The meeting that a record is of: number, date, place, who presided, when it opened and rose."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ungraph.extractors.named import find_named_state
from ungraph.extractors.presiding import Presiding
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import (
    AgentKey,
    Event,
    EventStatus,
    EventType,
    Inference,
    Text,
    node_key,
)
from ungraph.model.document import BlockKind, Document
from ungraph.model.span import Span
from ungraph.model.speech import MeetingCourse
from ungraph.readers.clocktimes import parse_clock
from ungraph.readers.printeddates import search_printed_date
from ungraph.readers.recordlines import match_line, search_line
from ungraph.readers.speeches import RecordLine

__all__ = ["describe_meeting"]

_NUMBER = re.compile(r"(?:PV|SR)\.(\d{1,5})")
_PAGE_CHARS = 1200
_LIST_CHARS = 12000
_WORDY = re.compile(r"[^\W\d_]{2,}")
_HELD_AT = re.compile(
    r"(?:held (?:at|in) (?:the )?|tenue (?:à |au |aux |en )(?:la |l['’])?|celebrada en (?:el |la )?"
    r"|состоявшееся (?:в|во) )(?P<place>[^:\d]{3,90}?),? ?(?:on |le |el |в )",
    re.IGNORECASE,
)
_AFTER_CLOCK = re.compile(r"(?:[ap]\.m\.|heures|horas|noon),?\s+(?P<place>[^\W\d_][^\d:]{2,40})\Z")
_PLACE_LINE = re.compile(r"[^\W\d_]{3,}(?:[ -][^\W\d_]{2,}){0,2}")
_ORGAN = re.compile(
    r"(?i)council|conseil|consejo|совет|مجلس|assembl|asamblea|ассамбле|committee|comit|комитет"
    r"|commission|comisi|комисси|nations|naciones|наций|records|officiel|oficial"
)
_RECORDED = "the meeting has a record"
_PAGE_DATE = "the date beside the weekday or the hour on the title page of the record"
_PAGE_PLACE = "the place on the title page of the record"
_PAGE_PRESIDES = "named as presiding, or as taking the chair"
_LISTED = "listed among the members on the first page of the record"
_MEMBER = re.compile(r"(?m)^[ \t]*([^\n.…:：]{3,70}?) ?(?:\.{3,}|(?: ?\.){4,}|…{2,})")
_IN_SYMBOL = "the number in the symbol of the record"


def describe_meeting(
    document: Document, lines: Iterable[RecordLine], presiding: tuple[Presiding, ...]
) -> Event | None:
    """The meeting itself; None where neither its number nor its date can be told.

    Its number is that of the symbol (A/76/PV.102), its date the one beside the weekday or hour on
    the title page, its times those of the lines printed in italics.
    """
    symbol = document.symbol
    number = _NUMBER.search(symbol.text) if symbol is not None else None
    course = list(lines)
    held, place, evidence = _when_and_where(document, course)
    if held is None and number is None:
        return None
    title = document.masthead.title or document.masthead.document_type
    label = ""
    if title is not None and title.spans:
        label = " ".join(document.quote(title.spans[0]).split())
        evidence = tuple(sorted({title.spans[0], *evidence}))
    times, sources = _times(document, course)
    organ = document.masthead.organ
    found = sources or evidence
    if not found:
        return None
    inferences = [Inference("ung:eventStatus", _RECORDED, 0.99, found[:1])]
    if held is not None:
        inferences.append(Inference("ung:heldOn", _PAGE_DATE, 0.97, evidence))
    if place:
        inferences.append(Inference("ung:place", _PAGE_PLACE, 0.95, evidence))
    if number is not None and symbol is not None and document.masthead.symbol is not None:
        spans = document.masthead.symbol.spans or evidence
        inferences.append(Inference("ung:ordinal", _IN_SYMBOL, 0.97, spans))
    inferences += [
        Inference("ung:presidedBy", _PAGE_PRESIDES, 0.95, p.evidence, p.agent.key)
        for p in presiding
    ]
    members = _members(document, course)
    inferences += [
        Inference("ung:participant", _LISTED, 0.95, (span,), AgentKey(f"state-{code.lower()}"))
        for code, span in members.items()
    ]
    opened = [clock for kind, clock in times if kind == "opened"]
    closed = [clock for kind, clock in times if kind == "closed"]
    return Event(
        node_key("event", "recorded-meeting", symbol.text if symbol else label, str(held)),
        EventType.MEETING,
        found,
        label,
        held_on=held,
        event_status=EventStatus.HELD,
        places=(Text(place, document.language),) if place else (),
        participants=tuple(AgentKey(f"state-{code.lower()}") for code in members),
        body=AgentKey(organ.value) if organ and organ.value in load_bodies() else None,
        ordinal=int(number[1]) if number else None,
        rule="record:meeting",
        inferences=tuple(inferences),
        course=MeetingCourse(
            opened[0] if opened else None,
            closed[-1] if closed else None,
            tuple(clock for kind, clock in times if kind == "suspended"),
            tuple(clock for kind, clock in times if kind == "resumed"),
            tuple(p.agent.key for p in presiding),
        ),
    )


def _when_and_where(
    document: Document, lines: list[RecordLine]
) -> tuple[PartialDate | None, str | None, tuple[Span, ...]]:
    """Date and place of the line of the title page that has a weekday or an hour beside a date.

    The page goes as far as the line that says when the meeting opened.
    """
    page = next((b for b in document.blocks if b.kind is BlockKind.TITLE_PAGE), None)
    if page is None:
        return None, None, ()
    opened = next((line.span.start for line in lines if line.kind == "opened"), page.span.end)
    end = min(max(page.span.end, opened), page.span.end + _PAGE_CHARS)
    text = document.text[page.span.start : end].replace("\u00a0", " ")
    chosen: tuple[PartialDate, int, int, str] | None = None
    following = ""
    position = 0
    for line in re.split(r"(\n+)", text):
        found = search_printed_date(line)
        if found is not None:
            value, start, end = found
            if _WORDY.search(line[:start] + " " + line[end:]):
                chosen, following = (value, position, position + len(line), line), ""
        elif chosen is not None and line.strip() and not following:
            following = line.strip()
        position += len(line)
    if chosen is None:
        return None, None, ()
    value, start, end, line = chosen
    span = Span(page.span.start + start, page.span.start + end)
    before = text[max(0, start - 160) : end].replace("\n", " ")
    place = _HELD_AT.search(before) or _AFTER_CLOCK.search(line.strip())
    if place is not None:
        return value, _in_small(place["place"].strip(" ,*")), (span,)
    alone = following if _PLACE_LINE.fullmatch(following) and not _ORGAN.search(following) else None
    return value, _in_small(alone), (span,)


def _in_small(place: str | None) -> str | None:
    """ "NEW YORK" as any other page has it: "New York"."""
    return place.title() if place is not None and place.isupper() else place


def _members(document: Document, lines: list[RecordLine]) -> dict[str, Span]:
    """The States that the list on the first page names ("Bahrain ......  Mr. Alrowaiei"), by their
    codes; the line that says when the meeting opened ends it."""
    opened = next((line.span.start for line in lines if line.kind in ("opened", "imprint")), None)
    members: dict[str, Span] = {}
    if opened is None:
        return members
    for found in _MEMBER.finditer(document.text, 0, min(opened, _LIST_CHARS)):
        code = find_named_state(found[1])
        if code is not None:
            members.setdefault(code, Span(*found.span(1)))
    return members


def _times(
    document: Document, lines: Iterable[RecordLine]
) -> tuple[list[tuple[str, str]], tuple[Span, ...]]:
    times: list[tuple[str, str]] = []
    spans: list[Span] = []
    for line in lines:
        kind, words = line.kind, " ".join(document.quote(line.span).split())
        found = None
        if kind == "imprint":  # printed above the first line of the meeting, and run into it
            kind, found = "opened", search_line("opened", words)
        elif kind in ("opened", "closed", "suspended", "resumed"):
            found = match_line(kind, words[:300])
        clock = parse_clock(found["clock"]) if found is not None else None
        if found is None or clock is None:
            continue
        times.append((kind, clock))
        inside = search_line(kind, document.quote(line.span))
        start = line.span.start
        spans.append(Span(start + inside.start(), line.span.end) if inside else line.span)
        again = found.groupdict().get("again")
        resumed = parse_clock(again) if again else None
        if resumed is not None:
            times.append(("resumed", resumed))
    return times, tuple(spans)
