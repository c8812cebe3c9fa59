"""Noun of an event → drafts: "undertook a visit to Utopia", "a meeting was scheduled for 6 May".

Words about such events in general ("a country visit is a tool", "annual meetings") give none.
"""

from __future__ import annotations

from ungraph.extractors.event_anchors import is_anchored
from ungraph.extractors.event_dates import find_date
from ungraph.extractors.event_lists import Members, is_people, of_one_kind, spread_places
from ungraph.extractors.event_names import find_name, lemma_of, name_span
from ungraph.extractors.event_people import (
    find_companions,
    find_enlisted,
    find_opening,
    is_pronoun,
)
from ungraph.extractors.event_places import find_place
from ungraph.extractors.event_slots import (
    SUPPORT_WORDS,
    EventDraft,
    carrier_group,
    find_support,
    list_members,
)
from ungraph.extractors.event_status import is_supposed, status_of_carrier, status_of_noun, to_come
from ungraph.extractors.event_years import find_yearless
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import clause_end, clause_start, noun_phrase
from ungraph.extractors.subjects import find_subject, subject_behind
from ungraph.identifiers.ordinal import parse_ordinal
from ungraph.model.assertion import EventStatus, EventType
from ungraph.model.document import BlockKind

__all__ = ["draft_noun"]

_SUPPORTED = frozenset({"meeting-n-discussions"})
_JOINED = frozenset({"other-n-event", "conference-n-panel", "meeting-n-retreat"})
_JOINING = frozenset(
    "attend attends attended attending participate participated participating organize organized "
    "organised organizing host hosted hosting convene convened address addressed spoke speak speaking "
    "co-organized co-organised co-hosted hold held holding speaker speakers panellist panellists "
    "chaired joined opened made gave delivered moderated".split()
)
_DEFINITE = frozenset("the this that these those said such its his her their".split())
_KNOWN = frozenset({"the", "this", "that", "these"})
_OWN = frozenset("his her its their".split())
_SAID = frozenset("said same latter above above-mentioned aforementioned proposed planned".split())
_CARRIED_ON = frozenset("of on with between to held in at before that which".split())


def draft_noun(
    parsed: ParsedSentence,
    rule: str,
    kind: EventType,
    head: int,
    stop: int,
    front: int,
    actors: Actors,
) -> list[EventDraft]:
    """The events that the noun at *head* names; *stop* is where the next event begins, *front*
    where the first of the sentence does."""
    closing = parsed.sentence.block.kind is BlockKind.CLOSING and parsed.code(head + 1) == DATE
    if closing and kind is EventType.MEETING:
        return _closing(parsed, rule, head)
    limit = clause_end(parsed, head + 1, frozenset())
    reach = min(limit, stop)
    name = find_name(parsed, head)
    first, end = name_span(parsed, head) if name and " " not in parsed.words[head] else (head, 0)
    end = max(end, head + 1)
    while (
        first > 0
        and parsed.codes[first - 1] in {"w", "#", "v", "W"}
        and head - first < 3
        and parsed.words[first - 1] not in SUPPORT_WORDS
    ):
        first -= 1
    if parsed.code(first - 1) == AGENT and parsed.code(first - 2) == "d":
        owner = parsed.fillers[first - 1]
        if owner is not None and not owner.possessive and not owner.pronoun:
            first -= 1  # "the Working Group meeting"
    determiner = parsed.word(first - 1)
    support = find_support(parsed, first, head)
    if parsed.word(head - 1) == "to" or support is not None and is_supposed(parsed, support):
        return []
    if determiner == "no" or rule in _SUPPORTED and support is None:
        return []
    if rule in _JOINED and (support is None or parsed.words[support] not in _JOINING):
        return []
    if rule == "other-n-event" and parsed.word((support or 0) - 1) == "to" and determiner == "the":
        return []  # "until permission to hold the event is granted"
    objects: Members = []
    to = _towards(parsed, head, limit) if kind is EventType.VISIT else None
    if to is not None:
        members = list_members(parsed, to + 1, limit)
        objects = of_one_kind([m for m in members if not is_people(m[2], actors)], actors)
    plural = parsed.words[head].endswith("s")
    opens = determiner in _DEFINITE and not (plural and determiner == "that")
    begin = max(0, first - (opens or determiner in {"a", "an"}))
    draft = EventDraft(parsed, rule, kind, head, [parsed.span_of(begin, end)])
    bare = all(w in _SAID for w in parsed.words[first:head])
    pointing = {"the", "this", "that", "these", "said"}
    if kind is EventType.VISIT and not plural:
        pointing |= _OWN  # "she met them during her mission"
    draft.definite = (
        bare and not name and determiner in pointing and parsed.word(head + 1) not in _CARRIED_ON
    )
    draft.determined = determiner in _KNOWN and not (plural and determiner == "that")
    start = clause_start(parsed, first)
    carrier = support if support is not None else first
    find_date(draft, carrier, end, reach, front)
    if draft.date is not None and parsed.word(begin - 1) in {"after", "before", "following"}:
        if draft.evidence[-1].end <= parsed.starts[begin]:
            draft.date = draft.until = None  # "On 20 March, one day after the hearing"
    find_yearless(draft, end, reach)
    owned = _take_part(draft, first, determiner, support, reach, actors)
    if not draft.participants or kind is EventType.HEARING:
        draft.acting = find_opening(parsed, begin, end, actors)
        if not draft.participants and not draft.acting:
            draft.participants = find_enlisted(parsed, begin, actors)
            draft.enlisted = bool(draft.participants)
    aside = parsed.code(begin - 1) == "p"  # "the report on his mission will be submitted"
    draft.status = status_of_noun(parsed, start, first, head, head + 1 if aside else reach, support)
    if support is not None and support < head and draft.status is EventStatus.HELD:
        draft.status = status_of_carrier(parsed, support) or draft.status
    if aside and draft.status is EventStatus.HELD and to_come(parsed, head, reach):
        draft.status = EventStatus.SCHEDULED
    draft.name = name or _numbered(draft, first)
    placed = any(o[2] for o in objects) or bool(objects) and not plural
    if not is_anchored(draft, kind, first, determiner, support, placed, owned, actors):
        return []
    if kind is not EventType.VISIT:
        find_place(draft, carrier, end, reach, actors)
    elif objects and not draft.participants:  # "the visit to Uganda of the expert"
        draft.participants = find_companions(parsed, objects[-1][1], limit, (), actors)
    return spread_places(draft, objects)


def _towards(parsed: ParsedSentence, head: int, limit: int) -> int | None:
    """The "to" of "a visit to Utopia", also behind who makes it: "a visit by the expert to Utopia"."""
    at = head + 1
    if parsed.word(at) in {"by", "of"} and at + 1 < limit:
        slot = noun_phrase(parsed, at + 1, limit)
        at = slot.last if slot is not None and slot.kind == "agent" else at
    return at if parsed.word(at) == "to" else None


def _closing(parsed: ParsedSentence, rule: str, head: int) -> list[EventDraft]:
    """The line of adoption: "41st meeting 19 March 2015"."""
    filler = parsed.fillers[head + 1]
    draft = EventDraft(parsed, rule, EventType.MEETING, head, [parsed.span_of(0, head + 2)])
    draft.date = filler.date if filler is not None else None
    draft.status = EventStatus.HELD
    return [draft]


def _take_part(
    draft: EventDraft,
    first: int,
    determiner: str,
    support: int | None,
    limit: int,
    actors: Actors,
) -> bool:
    """Set the participants; tell whether the event is someone's ("his visit")."""
    parsed, head = draft.parsed, draft.head
    before = first - 2 if determiner == "'s" else first - 1
    owner = parsed.fillers[before] if before >= 0 and parsed.codes[before] == AGENT else None
    owned = owner is not None and (owner.possessive or before < first - 1) or determiner in _OWN
    if support is not None:
        group = carrier_group(parsed, support) if support < head else support
        if support > head:
            draft.evidence[0] = draft.evidence[0].cover(parsed.span_of(head, support + 1))
        if support < head:
            subject = find_subject(parsed, group, frozenset())
            draft.participants = actors.keys_of(parsed, subject)
            if not draft.participants and parsed.words[support].endswith("ing"):
                if parsed.code(support - 1) in {"p", ""}:  # "As well as undertaking missions, he"
                    draft.participants = actors.keys_of(parsed, subject_behind(parsed, head + 1))
            draft.unnamed = not draft.participants and is_pronoun(parsed, subject)
            draft.evidence.append(parsed.span_of(group, head + 1))
    elif owned:
        draft.participants = (
            owner.keys
            if owner is not None
            else actors.pronoun(determiner, parsed.sentence.block.fragment)
        )
        single = determiner in {"his", "her"} and not draft.participants
        if single and draft.event_type is EventType.HEARING:
            draft.participants = actors.complaining()
        elif single and draft.event_type is EventType.VISIT:
            draft.unnamed = True
    draft.participants = (
        *draft.participants,
        *find_companions(
            parsed,
            head + 1,
            limit,
            draft.participants,
            actors,
            before=draft.event_type is EventType.HEARING,
        ),
    )
    return owned


def _numbered(draft: EventDraft, first: int) -> str:
    """ "17th meeting": a name on its day."""
    if draft.date is None or draft.event_type is not EventType.MEETING:
        return ""
    for word in draft.parsed.words[max(0, first - 1) : draft.head]:
        try:
            return f"{parse_ordinal(word)} {lemma_of(draft.parsed.words[draft.head])}"
        except ValueError:
            continue
    return ""
