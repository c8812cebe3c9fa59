"""Occasion + sentence → event: type, date, place, participants, status.

"the expert undertook a visit to Utopia from 5 to 9 May" · "a meeting was scheduled for 6 May" ·
"at its fifty-ninth session". Words about such events in general ("a country visit is a tool")
give none; "the meeting", without parts of its own, is the one spoken of before.
"""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.event_slots import (
    SUPPORT_WORDS,
    EventDraft,
    find_companions,
    find_date,
    find_support,
    group_start,
    list_members,
    status_of_noun,
    status_of_verb,
)
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import clause_end, clause_start
from ungraph.extractors.subjects import find_subject
from ungraph.identifiers.ordinal import parse_ordinal
from ungraph.matchers.occasions import Occasion
from ungraph.model.assertion import (
    AgentKey,
    AgentKind,
    EventStatus,
    EventType,
    Text,
)

__all__ = ["draft_events"]

_SUPPORTED = frozenset({"meeting-n-discussions"})
_SITES = frozenset(
    "country countries territory region area city province capital site sites camp camps prison "
    "prisons hospital hospitals centre centres facility facilities village villages station".split()
)
_DEFINITE = frozenset("the this that these those said such its his her their".split())


def draft_events(
    parsed: ParsedSentence, occasions: list[tuple[int, int, Occasion]], actors: Actors
) -> list[EventDraft]:
    """The events of one sentence, in order; *occasions* are (start, end) in the view."""
    drafts: list[EventDraft] = []
    taken: set[int] = set()
    for start, end, occasion in sorted(
        occasions, key=lambda o: (o[2].head, o[2].row.kind != "verb")
    ):
        head = parsed.at(occasion.head)
        if head in taken or not _stands_alone(parsed, occasion, head):
            continue
        first, last = parsed.at(start), parsed.at(end - 1) + 1
        row = occasion.row
        if row.event_type is EventType.SESSION:
            draft = _session(parsed, row.id, first, head, last, actors)
            found = [draft] if draft is not None else []
        elif row.kind == "verb":
            found = _from_verb(parsed, row.id, row.event_type, head, actors)
        else:
            found = _from_noun(parsed, row.id, row.event_type, head, actors)
        if found:
            taken.add(head)
        drafts.extend(found)
    return drafts


def _stands_alone(parsed: ParsedSentence, occasion: Occasion, head: int) -> bool:
    """Whether the word is no part of a name; "attended the World Conference" is an event though."""
    if parsed.fillers[head] is None:
        return parsed.starts[head] == occasion.head
    conference = occasion.row.event_type is EventType.CONFERENCE
    return conference and find_support(parsed, head, head) is not None


def _session(
    parsed: ParsedSentence, rule: str, first: int, head: int, last: int, actors: Actors
) -> EventDraft | None:
    words = parsed.words_of(first, head).split()
    special = any(w in {"special", "emergency", "regular", "resumed"} for w in words[1:])
    try:
        ordinal = parse_ordinal(words[0])
    except ValueError:
        return None
    body = _session_body(parsed, first, head, actors)
    draft = EventDraft(parsed, rule, EventType.SESSION, head, [parsed.span_of(first, last)])
    draft.ordinal = None if special else ordinal
    draft.body = body
    draft.participants = (body,) if body is not None else ()
    near = parsed.words[max(0, first - 14) : first]
    future = any(
        w in {"will", "forthcoming", "next", "shall", "request", "requests", "requested"}
        for w in near
    )
    draft.status = EventStatus.SCHEDULED if future else EventStatus.HELD
    return draft


def _session_body(parsed: ParsedSentence, first: int, head: int, actors: Actors) -> AgentKey | None:
    def body_at(i: int) -> AgentKey | None:
        filler = parsed.fillers[i]
        if filler is None or parsed.codes[i] != AGENT:
            return None
        for key in filler.keys:
            agent = actors.agent(key)
            if agent is not None and agent.kind is AgentKind.BODY:
                return key
        return None

    if parsed.word(head + 1) == "of":
        for i in range(head + 2, min(len(parsed), head + 5)):
            key = body_at(i)
            if key is not None:
                return key
    own = body_at(first - 1)
    if own is not None:
        return own
    for i in range(first - 1, max(-1, first - 16), -1):
        key = body_at(i)
        if key is not None:
            return key
    for i in range(head + 1, min(len(parsed), head + 14)):
        key = body_at(i)
        if key is not None:
            return key
    return None


def _from_verb(
    parsed: ParsedSentence, rule: str, kind: EventType, head: int, actors: Actors
) -> list[EventDraft]:
    word = parsed.words[head]
    group, infinitive, passive = group_start(parsed, head)
    if word in {"visit", "visits", "travel", "travels", "meet", "meets"}:
        subject_code = parsed.code(group - 1)
        if not infinitive and group == head and subject_code not in {AGENT, "h"}:
            if word == "visits" or subject_code not in {"c", ","}:
                return []
    if word in {"visited", "met"} and passive:
        return []
    if (
        word in {"visiting", "meeting", "visited"}
        and parsed.code(head - 1) in {"d", "p"}
        and word != "visited"
    ):
        return []
    if word == "visited" and parsed.word(head + 1) == "by":
        return []
    if word == "meeting" and not passive and parsed.code(head - 1) not in {",", "v"}:
        return []
    limit = clause_end(parsed, head + 1, frozenset())
    first = head + 1
    while first < limit and parsed.words[first] in {"with", "to", "before"}:
        first += 1
    subject = find_subject(parsed, group, frozenset())
    who = actors.keys_of(parsed, subject)
    objects = _of_one_kind(list_members(parsed, first, limit), actors)
    draft_date = any(parsed.codes[i] == DATE for i in range(first, min(limit, first + 8)))
    spoken = any(parsed.words[i] in _SITES for i in range(first, min(limit, first + 4)))
    if kind is EventType.VISIT and not objects and not (infinitive and draft_date) and not spoken:
        return []
    draft = EventDraft(parsed, rule, kind, head, [parsed.span_of(group, max(head + 1, first))])
    draft.status = status_of_verb(parsed, group, head, infinitive)
    draft.participants = who
    if kind is not EventType.VISIT:
        others = tuple(k for o in objects for k in o[2] if k not in who)
        draft.participants = (*who, *others)
        objects = []
    find_date(draft, group, head + 1, limit)
    return _spread(draft, objects, limit)


def _from_noun(
    parsed: ParsedSentence, rule: str, kind: EventType, head: int, actors: Actors
) -> list[EventDraft]:
    limit = clause_end(parsed, head + 1, frozenset())
    first = head
    while (
        first > 0
        and parsed.codes[first - 1] in {"w", "#", "v", "W"}
        and head - first < 3
        and parsed.words[first - 1] not in SUPPORT_WORDS
    ):
        first -= 1
    determiner = parsed.word(first - 1)
    support = find_support(parsed, first, head)
    objects: list[tuple[int, int, tuple[AgentKey, ...]]] = []
    if parsed.word(head - 1) == "to":
        return []
    if kind is EventType.VISIT and parsed.word(head + 1) == "to":
        objects = _of_one_kind(list_members(parsed, head + 2, limit), actors)
    draft = EventDraft(
        parsed,
        rule,
        kind,
        head,
        [
            parsed.span_of(
                max(0, first - (determiner in _DEFINITE or determiner in {"a", "an"})), head + 1
            )
        ],
    )
    bare = all(w in {"said", "same", "latter"} for w in parsed.words[first:head]) and parsed.word(
        head + 1
    ) not in {"of", "on", "with", "between", "to", "held"}
    draft.definite = bare and determiner in {"the", "this", "that", "these", "said"}
    start = clause_start(parsed, first)
    find_date(draft, support if support is not None else first, head + 1, limit)
    owner = parsed.fillers[first - 1] if first > 0 and parsed.codes[first - 1] == AGENT else None
    owned = owner is not None and owner.possessive or determiner in {"his", "her", "its", "their"}
    if support is not None:
        group, _, _ = group_start(parsed, support) if support < head else (support, False, False)
        if support > head:
            draft.evidence[0] = draft.evidence[0].cover(parsed.span_of(head, support + 1))
        if support < head:
            draft.participants = actors.keys_of(parsed, find_subject(parsed, group, frozenset()))
            draft.evidence.append(parsed.span_of(group, head + 1))
    elif owned:
        draft.participants = (
            owner.keys
            if owner is not None
            else actors.pronoun(determiner, parsed.sentence.block.fragment)
        )
    draft.participants = (
        *draft.participants,
        *find_companions(parsed, head + 1, limit, draft.participants),
    )
    draft.status = status_of_noun(parsed, start, first, head, limit, support)
    if rule in _SUPPORTED and support is None:
        return []
    known = determiner in {"the", "this", "that", "these"}
    draft.determined = known
    anchored = (
        known
        or kind is EventType.HEARING
        or support is not None
        or parsed.word(first - 2) == "during"
        or objects
        or draft.date
        or owned
        or draft.definite
    )
    generic = determiner in {"a", "an", "any", "no", "such", "each", "every"} and support is None
    generic = generic and parsed.word(first - 2) not in {"during", "at", "after", "following"}
    if not anchored or generic and not (draft.date or objects):
        plural = parsed.words[head].endswith("s") and parsed.word(first) in {"previous", "recent"}
        if not plural:
            return []
    return _spread(draft, objects, limit)


def _of_one_kind(
    members: list[tuple[int, int, tuple[AgentKey, ...]]], actors: Actors
) -> list[tuple[int, int, tuple[AgentKey, ...]]]:
    """The list up to the first member of another kind: "visiting Chad, the expert …" is one place."""
    kept: list[tuple[int, int, tuple[AgentKey, ...]]] = []
    first: AgentKind | None = None
    for member in members:
        agent = actors.agent(member[2][0]) if member[2] else None
        kind = agent.kind if agent is not None else None
        if kept and kind is not None and first is not None and kind is not first:
            break
        first = first or kind
        kept.append(member)
    return kept


def _spread(
    draft: EventDraft, objects: list[tuple[int, int, tuple[AgentKey, ...]]], limit: int
) -> list[EventDraft]:
    """A visit to several places is one visit to each."""
    parsed = draft.parsed
    if not objects:
        return [draft]
    drafts: list[EventDraft] = []
    for first, last, keys in objects:
        place: AgentKey | Text = keys[0] if keys else Text(parsed.words_of(first, last), "en")
        one = replace(
            draft,
            evidence=[*draft.evidence, parsed.span_of(first, last)],
            places=(place,),
            inferences=[],
        )
        drafts.append(one)
    return drafts
