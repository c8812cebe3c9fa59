"""Mentions of events → events: which of them speak of the same one.

A session is told by its body and number, another event by its day, its place, or by "the meeting"
after the only one it can mean. Lookups are by key, so the work does not grow with the square of
the events.
"""

from __future__ import annotations

from ungraph.extractors.event_context import let_act, place_in_time
from ungraph.extractors.event_identity import (
    agree,
    is_of_record,
    is_particular,
    is_told_again,
    is_unknown,
    modifiers,
)
from ungraph.extractors.event_names import lemma_of
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.event_years import YearGiver
from ungraph.model.assertion import EventStatus, EventType, Inference, NodeKey, node_key
from ungraph.model.document import BlockKind, Document

__all__ = ["settle_events"]

_REACH = 6  # blocks that "the meeting" may look back over
_RECENT = 40
_MOST_EVIDENCE = 60


class _Settled:
    """The events so far, by what tells them apart."""

    def __init__(self, document: Document) -> None:
        self._order = {b.fragment: i for i, b in enumerate(document.blocks)}
        self.events: list[EventDraft] = []
        self._keys: set[NodeKey] = set()
        self._sessions: dict[tuple[str, str, int], EventDraft] = {}
        self._days: dict[tuple[EventType, str], list[EventDraft]] = {}
        self._places: dict[tuple[EventType, str], EventDraft] = {}
        self._names: dict[tuple[EventType, str], list[EventDraft]] = {}
        self._recent: dict[EventType, list[EventDraft]] = {}

    def add(self, draft: EventDraft) -> None:
        if draft.key in self._keys:
            return
        self._keys.add(draft.key)
        self.events.append(draft)
        if draft.body is not None and draft.ordinal is not None:
            self._sessions[(draft.body, draft.series, draft.ordinal)] = draft
        if draft.date is not None and draft.date.day is not None:
            self._days.setdefault((draft.event_type, str(draft.date)), []).append(draft)
        if draft.name:
            self._names.setdefault((draft.event_type, draft.name), []).append(draft)
        if draft.places:
            self._places[(draft.event_type, str(draft.places))] = draft
        recent = self._recent.setdefault(draft.event_type, [])
        recent.append(draft)
        del recent[:-_RECENT]

    def find(self, draft: EventDraft) -> EventDraft | None:
        """The event that *draft* speaks of, None when it is a new one."""
        if draft.event_type is EventType.SESSION and draft.ordinal is not None:
            if draft.body is None:
                return None
            return self._sessions.get((draft.body, draft.series, draft.ordinal))
        if draft.definite:
            known = self._spoken_of(draft)
            if known is not None and agree(known.date, draft.date):
                if not known.places or not draft.places or known.places == draft.places:
                    return known
        if draft.name:
            named = self._names.get((draft.event_type, draft.name), [])[-_RECENT:]
            same = next((e for e in named if agree(e.date, draft.date)), None)
            return same or self._shortened(draft)
        if draft.date is not None and draft.date.day is not None:
            same_day = self._days.get((draft.event_type, str(draft.date)), [])[-_RECENT:]
            return next(
                (
                    e
                    for e in same_day
                    if not (e.places and draft.places) or e.places == draft.places
                    if is_told_again(e, draft)
                ),
                None,
            )
        if draft.places and draft.date is None and draft.determined:
            return self._places.get((draft.event_type, str(draft.places)))
        if draft.date is not None or draft.places or draft.definite:
            return None
        if not draft.determined:
            return None
        return self._described(draft) or self._told_with_a(draft)

    def _told_with_a(self, draft: EventDraft) -> EventDraft | None:
        """ "the workshop on land" after "attended a workshop on …": the only one in the paragraph."""
        head = draft.head
        if (
            draft.parsed.code(head - 1) != "d"
            or draft.name
            or draft.parsed.words[head].endswith("s")
        ):
            return None
        if draft.parsed.word(head + 1) in {"of", "between", "with"}:
            return None  # "the meeting of the Security Council"
        lemma = lemma_of(draft.parsed.words[draft.head])
        found: EventDraft | None = None
        for event in reversed(self._recent.get(draft.event_type, [])):
            if event.parsed.sentence.block is not draft.parsed.sentence.block:
                break
            if lemma_of(event.parsed.words[event.head]) != lemma:
                continue
            if found is not None or event.determined or event.parsed is draft.parsed:
                return None
            found = event
        return found

    def _described(self, draft: EventDraft) -> EventDraft | None:
        """ "the preparatory meeting" after "a preparatory ministerial meeting" in the paragraph."""
        told = modifiers(draft)
        if not told:
            return None
        for event in reversed(self._recent.get(draft.event_type, [])):
            if event.parsed.sentence.block is not draft.parsed.sentence.block:
                break
            same = lemma_of(event.parsed.words[event.head]) == lemma_of(
                draft.parsed.words[draft.head]
            )
            if same and not event.name and told <= modifiers(event):
                return event
        return None

    def _shortened(self, draft: EventDraft) -> EventDraft | None:
        """ "the World Forum" after "the World Education Forum" in the paragraph."""
        told = set(draft.name.split())
        if len(told) > 3 or not draft.determined:
            return None
        for event in reversed(self._recent.get(draft.event_type, [])):
            if event.parsed.sentence.block is not draft.parsed.sentence.block:
                break
            if event.name and told < set(event.name.split()) and agree(event.date, draft.date):
                return event
        return None

    def _spoken_of(self, draft: EventDraft) -> EventDraft | None:
        """ "the meeting": the last one in the paragraph, else in the few before it."""
        here = self._order.get(draft.parsed.sentence.block.fragment, 0)
        near = [
            e
            for e in self._recent.get(draft.event_type, [])
            if here - self._order.get(e.parsed.sentence.block.fragment, 0) <= _REACH
        ]
        lemma = lemma_of(draft.parsed.words[draft.head])
        same = [e for e in near if lemma_of(e.parsed.words[e.head]) == lemma]
        if same or is_particular(draft, lemma):
            near = same
        inside = [e for e in near if e.parsed.sentence.block is draft.parsed.sentence.block]
        candidates = inside or near
        plural = draft.parsed.words[draft.head].endswith("s")
        if not candidates and draft.event_type is EventType.CONFERENCE and lemma != "conference":
            far = [
                e
                for e in self._recent.get(draft.event_type, [])
                if lemma_of(e.parsed.words[e.head]) == lemma
            ]
            return far[-1] if far else None  # the summit that the whole text is about
        if not candidates or (plural and len(candidates) > 1):
            return None
        return candidates[-1]


def settle_events(drafts: list[EventDraft], document: Document) -> list[EventDraft]:
    """One draft for each event, in order; later mentions are merged into the first."""
    settled = _Settled(document)
    years = YearGiver(document, drafts)
    symbol = document.symbol.text if document.symbol is not None else ""
    recorded = "/PV." in symbol or "/SR." in symbol
    lines = document.markup.adoption is not None
    for draft in drafts:
        if lines and draft.parsed.sentence.block.kind is BlockKind.CLOSING:
            continue  # the markup has told of it
        years.settle(draft)
        place_in_time(draft, document)
        let_act(draft, document)
        known = settled.find(draft)
        if known is None and (is_unknown(draft) or recorded and is_of_record(draft)):
            continue
        if known is None:
            draft.key = _key(draft)
            _place_date(draft)
            settled.add(draft)
        else:
            _merge(known, draft, document)
    return settled.events


def _key(draft: EventDraft) -> NodeKey:
    if (
        draft.event_type is EventType.SESSION
        and draft.body is not None
        and draft.ordinal is not None
    ):
        series = [draft.series] if draft.series else []
        return node_key("event", "session", draft.body, *series, draft.ordinal)
    sentence = draft.parsed.sentence
    offset = draft.parsed.starts[draft.head] - sentence.span.start
    places = [str(p) for p in draft.places]
    if draft.ordinal is not None:
        places.append(str(draft.ordinal))
    return node_key("event", draft.event_type.value, draft.parsed.text, offset, *places)


def _place_date(draft: EventDraft) -> None:
    if draft.status is EventStatus.HELD:
        draft.held_on = draft.date
    else:
        draft.scheduled_for = draft.date


def _merge(known: EventDraft, draft: EventDraft, document: Document) -> None:
    if len(known.evidence) < _MOST_EVIDENCE:
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
    if draft.status in {EventStatus.POSTPONED, EventStatus.CANCELLED}:
        known.status = draft.status
        if known.date is not None:
            known.held_on, known.scheduled_for = None, known.date
    if (
        draft.status is EventStatus.SCHEDULED
        and known.status is EventStatus.HELD
        and known.date is None
        and draft.event_type is not EventType.SESSION
    ):
        known.status = draft.status  # "the summit", of which a later line says that it is to come
    if known.date is None and draft.date is not None:
        known.date, known.until = draft.date, draft.until
        if known.event_type is EventType.CONFERENCE and draft.status is EventStatus.SCHEDULED:
            known.status = draft.status
        _place_date(known)
    known.places = known.places or draft.places
    if not known.participants:
        known.participants = draft.participants
        known.inferences.extend(i for i in draft.inferences if i.property == "ung:participant")
    draft.key = known.key
