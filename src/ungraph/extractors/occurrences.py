"""Event drafts → events: which mentions are one event, who took part, was it held.

"During the meeting" after "a meeting was scheduled for 6 December 2006" is the same event, and
says that it took place. Nothing is merged where more than one event could be meant.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from ungraph.extractors.drafts import Draft
from ungraph.extractors.event_context import made_on
from ungraph.extractors.event_reporter import infer_visitor
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.identifiers.agenda import session_key
from ungraph.model.assertion import (
    ActType,
    AgentKey,
    Event,
    EventStatus,
    EventType,
    Inference,
    SessionKey,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["build_events", "tie_acts"]

_CALL_CHARS = 600  # how far after an invitation the meeting may be scheduled
_CALLING = frozenset({ActType.INVITE, ActType.SCHEDULE, ActType.PROPOSE, ActType.ACCEPT})


def tie_acts(
    acts: list[Draft],
    mentions: list[EventDraft],
    settled: list[EventDraft],
    actors: Actors,
    document: Document,
) -> None:
    """Tie acts to events: the meeting that an act calls, the one during which it was done."""
    infer_visitor(settled, actors)
    events = {e.key: e for e in settled}
    by_sentence: dict[int, list[EventDraft]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.parsed.sentence.span.start, []).append(mention)
    for draft in acts:
        here = by_sentence.get(draft.parsed.sentence.span.start, [])
        for mention in here:
            event = events.get(mention.key)
            if event is None or mention.event_type is EventType.SESSION:
                continue
            if draft.act_type is ActType.SCHEDULE and _in_subject(draft, mention):
                draft.calls_meeting = event.key
            elif _fronted_during(draft, mention) and draft.date is None:
                _during(draft, event, mention, actors, document)
    _call_meetings(acts, settled, document)
    for draft in acts:
        event = events.get(draft.during) if draft.during else None
        if event is not None and not draft.addressees:
            _address(draft, event, actors, document)


def _in_subject(draft: Draft, mention: EventDraft) -> bool:
    place = mention.parsed.starts[mention.head]
    return draft.evidence.start <= place < draft.evidence.end


def _fronted_during(draft: Draft, mention: EventDraft) -> bool:
    first = draft.group.first if draft.group is not None else draft.first
    if mention.head >= first:
        return False
    before = draft.parsed.words[max(0, mention.head - 4) : mention.head]
    return "during" in before or ("at" in before and mention.head < 5)


def _during(
    draft: Draft, event: EventDraft, mention: EventDraft, actors: Actors, document: Document
) -> None:
    draft.during = event.key
    when = event.held_on
    if when is not None and event.until is None and mention is not event:
        draft.date = when
        words = tuple(document.view.to_text(s) for s in event.evidence[:1])
        draft.inferences.append(
            Inference("dcterms:date", "done during a meeting of that day", 0.8, words)
        )


def _call_meetings(acts: list[Draft], settled: list[EventDraft], document: Document) -> None:
    """An invitation "for a meeting" calls the meeting that the next sentences schedule."""
    view = document.view
    places = [event.parsed.starts[event.head] for event in settled]
    for draft in acts:
        if draft.act_type not in _CALLING or draft.calls_meeting is not None or draft.theme is None:
            continue
        theme = document.view.text[draft.theme.start : draft.theme.end].lower()
        first = bisect_right(places, draft.cue.start)
        for event in settled[first : bisect_right(places, draft.cue.start + _CALL_CHARS)]:
            if event.event_type is EventType.SESSION or event.event_type.value not in theme:
                continue
            if event.parsed.sentence.block is not draft.parsed.sentence.block or event.definite:
                continue
            draft.calls_meeting = event.key
            evidence = (view.to_text(draft.evidence),)
            called = tuple(dict.fromkeys((*draft.agents, *draft.addressees)))
            if set(event.participants) <= set(called):
                event.participants = called
                event.inferences = [
                    i for i in event.inferences if i.property != "ung:participant"
                ]  # whom an act calls to it tells more than who acts at it
                for key in called:
                    event.inferences.append(
                        Inference(
                            "ung:participant",
                            "invited to it, or invited for it",
                            0.8,
                            evidence,
                            key,
                        )
                    )
            break


def _address(draft: Draft, event: EventDraft, actors: Actors, document: Document) -> None:
    others = tuple(k for k in event.participants if not same_side([k], draft.agents, actors))
    if not draft.agents or not others or len(others) == len(event.participants):
        return
    draft.addressees = others
    words = tuple(document.view.to_text(s) for s in event.evidence[:1])
    for key in others:
        draft.inferences.append(
            Inference(
                "ung:addressee", "the other side of the meeting it was done at", 0.7, words, key
            )
        )


def build_events(document: Document, settled: list[EventDraft]) -> tuple[Event, ...]:
    """The events, in order of their first evidence; the session of the title page comes first."""
    view, made = document.view, made_on(document)
    events = [
        Event(
            key=draft.key,
            event_type=draft.event_type,
            evidence=tuple(view.to_text(s) for s in _distinct(draft.evidence)),
            label=document.quote(view.to_text(draft.evidence[0])),
            session=_session_key(draft),
            scheduled_for=draft.scheduled_for,
            held_on=draft.held_on,
            ends_on=draft.until,
            event_status=draft.status,
            status_as_of=None if draft.status is EventStatus.HELD else made,
            places=draft.places,
            participants=draft.participants,
            body=draft.body,
            ordinal=draft.ordinal,
            rule=draft.row,
            inferences=tuple(draft.inferences),
        )
        for draft in settled
    ]
    issued_in = _title_page_session(document)
    if issued_in is not None:
        known = next((e for e in events if e.session == issued_in.session), None)
        if known is not None:
            events.remove(known)
            issued_in = replace(known, evidence=(*issued_in.evidence, *known.evidence))
        events.append(issued_in)
    return tuple(sorted(events, key=lambda e: (e.evidence, e.key)))


def _title_page_session(document: Document) -> Event | None:
    organ, session = document.masthead.organ, document.masthead.session
    if organ is None or session is None or not session.spans:
        return None
    body = AgentKey(organ.value)
    series = [document.masthead.session_series] if document.masthead.session_series else []
    return Event(
        key=node_key("event", "session", body, *series, session.value),
        event_type=EventType.SESSION,
        evidence=session.spans,
        label=document.quote(session.spans[0]),
        session=SessionKey(session_key(body, session.value, document.masthead.session_series)),
        event_status=EventStatus.SCHEDULED,
        participants=(body,),
        body=body,
        ordinal=session.value,
        rule="title-page",
        inferences=(
            Inference(
                "ung:eventStatus", "the document was issued for this session", 0.8, session.spans
            ),
        ),
    )


def _session_key(draft: EventDraft) -> SessionKey | None:
    if draft.body is None or draft.ordinal is None:
        return None
    return SessionKey(session_key(draft.body, draft.ordinal, draft.series))


def _distinct(spans: list[Span]) -> list[Span]:
    """*spans* in their order, each once, without those that lie inside another."""
    outer: set[Span] = set()
    reached = -1
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if span.end > reached:
            outer.add(span)
            reached = span.end
    return [span for span in dict.fromkeys(spans) if span in outer]
