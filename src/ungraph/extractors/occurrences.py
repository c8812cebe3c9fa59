"""Event drafts → events: which mentions are one event, who took part, was it held.

"During the meeting" after "a meeting was scheduled for 6 December 2006" is the same event, and
says that it took place. Nothing is merged where more than one event could be meant.
"""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.drafts import Draft
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.model.assertion import (
    ActType,
    AgentKey,
    Event,
    EventStatus,
    EventType,
    Inference,
    NodeKey,
    SessionKey,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["build_events", "settle_events", "tie_acts"]

_REACH = 3  # paragraphs that "the meeting" may look back over
_CALLING = frozenset({ActType.INVITE, ActType.SCHEDULE, ActType.PROPOSE, ActType.ACCEPT})


def settle_events(drafts: list[EventDraft], document: Document) -> list[EventDraft]:
    """One draft for each event: later mentions are merged into the first."""
    settled: list[EventDraft] = []
    order = {b.fragment: i for i, b in enumerate(document.blocks)}
    for draft in drafts:
        known = _same_as(draft, settled, order)
        if known is None:
            draft.key = _key(draft)
            if any(other.key == draft.key for other in settled):
                continue
            settled.append(draft)
            _place_date(draft)
        else:
            _merge(known, draft, document)
    return settled


def _key(draft: EventDraft) -> NodeKey:
    if (
        draft.event_type is EventType.SESSION
        and draft.body is not None
        and draft.ordinal is not None
    ):
        return node_key("event", "session", draft.body, draft.ordinal)
    sentence = draft.parsed.sentence
    offset = draft.parsed.starts[draft.head] - sentence.span.start
    places = [str(p) for p in draft.places]
    return node_key("event", draft.event_type.value, draft.parsed.text, offset, *places)


def _place_date(draft: EventDraft) -> None:
    if draft.status is EventStatus.HELD:
        draft.held_on = draft.date
    else:
        draft.scheduled_for = draft.date


def _same_as(
    draft: EventDraft, settled: list[EventDraft], order: dict[str, int]
) -> EventDraft | None:
    here = order.get(draft.parsed.sentence.block.fragment, 0)
    if draft.event_type is EventType.SESSION:
        if draft.body is None or draft.ordinal is None:
            return None
        return next(
            (
                e
                for e in settled
                if e.event_type is EventType.SESSION
                and e.body == draft.body
                and e.ordinal == draft.ordinal
            ),
            None,
        )
    peers = [e for e in settled if e.event_type is draft.event_type]
    if draft.date is not None and draft.date.day is not None:
        return next(
            (
                e
                for e in peers
                if e.date == draft.date
                and (not draft.places or not e.places or e.places == draft.places)
            ),
            None,
        )
    if draft.places and draft.date is None and draft.definite:
        return next((e for e in reversed(peers) if e.places == draft.places), None)
    if not draft.definite or draft.date is not None or draft.places:
        return None
    near = [e for e in peers if here - order.get(e.parsed.sentence.block.fragment, 0) <= _REACH * 2]
    if not near:
        return None
    same_block = [e for e in near if e.parsed.sentence.block is draft.parsed.sentence.block]
    candidates = same_block or near
    if len(candidates) > 1 and draft.parsed.words[draft.head].endswith("s"):
        return None
    return candidates[-1]


def _merge(known: EventDraft, draft: EventDraft, document: Document) -> None:
    known.evidence.extend(s for s in draft.evidence if s not in known.evidence)
    before = draft.parsed.words[max(0, draft.head - 5) : draft.head]
    took_place = any(w in {"during", "at", "after", "following"} for w in before)
    if (
        known.status is EventStatus.SCHEDULED
        and took_place
        and draft.event_type is not EventType.SESSION
    ):
        words = (document.view.to_text(draft.evidence[-1]),)
        known.status = EventStatus.HELD
        reason = "spoken of later as something that took place"
        known.inferences.append(Inference("ung:eventStatus", reason, 0.8, words))
        if known.scheduled_for is not None:
            known.held_on = known.scheduled_for
            known.inferences.append(
                Inference(
                    "ung:heldOn",
                    "held, and no other date than the scheduled one is given",
                    0.7,
                    words,
                )
            )
    if known.date is None and draft.date is not None:
        known.date, known.until = draft.date, draft.until
        _place_date(known)
    known.places = known.places or draft.places
    known.participants = known.participants or draft.participants
    draft.key = known.key


def tie_acts(
    acts: list[Draft],
    mentions: list[EventDraft],
    settled: list[EventDraft],
    actors: Actors,
    document: Document,
) -> None:
    """Tie acts to events: the meeting that an act calls, the one during which it was done."""
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
    _call_meetings(acts, settled, actors, document)
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


def _call_meetings(
    acts: list[Draft], settled: list[EventDraft], actors: Actors, document: Document
) -> None:
    """An invitation "for a meeting" calls the meeting that the next sentences schedule."""
    view = document.view
    for draft in acts:
        if draft.act_type not in _CALLING or draft.calls_meeting is not None or draft.theme is None:
            continue
        theme = document.view.text[draft.theme.start : draft.theme.end].lower()
        for event in settled:
            distance = event.parsed.starts[event.head] - draft.cue.start
            if not 0 < distance < 600 or event.event_type.value not in theme:
                continue
            if event.parsed.sentence.block is not draft.parsed.sentence.block or event.definite:
                continue
            draft.calls_meeting = event.key
            evidence = (view.to_text(draft.evidence),)
            if not event.participants:
                event.participants = tuple(dict.fromkeys((*draft.agents, *draft.addressees)))
                for key in event.participants:
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
    view = document.view
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
    return Event(
        key=node_key("event", "session", body, session.value),
        event_type=EventType.SESSION,
        evidence=session.spans,
        label=document.quote(session.spans[0]),
        session=SessionKey(f"{body}-{session.value}"),
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
    return SessionKey(f"{draft.body}-{draft.ordinal}")


def _distinct(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not any(other != span and other.contains(span) for other in spans) and span not in kept:
            kept.append(span)
    return kept
