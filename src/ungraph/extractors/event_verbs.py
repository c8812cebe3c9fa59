"""Verb of an event → drafts: "visited Chad and Mali", "met with the Minister", "was brought before"."""

from __future__ import annotations

from ungraph.extractors.event_dates import find_date
from ungraph.extractors.event_lists import is_people, of_one_kind, spread_places
from ungraph.extractors.event_people import find_wishing, is_pronoun, read_people
from ungraph.extractors.event_places import find_place
from ungraph.extractors.event_slots import EventDraft, group_start, list_members
from ungraph.extractors.event_status import status_of_verb
from ungraph.extractors.event_years import find_yearless
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import clause_end, find_by
from ungraph.extractors.subjects import find_subject
from ungraph.model.assertion import AgentKey, AgentKind, EventType

__all__ = ["draft_verb"]

_SITES = frozenset(
    "country countries territory region area city province capital site sites camp camps prison "
    "prisons hospital hospitals centre centres facility facilities village villages station".split()
)
_NEITHER = frozenset({"neither", "nor", "never", "without"})
_TRAVEL = frozenset({"visit-v-travel", "visit-v-traveled"})
_THINGS = frozenset(
    "case cases claim claims complaint complaints matter matters element elements issue issues action "
    "actions proceedings evidence communication communications dispute disputes suit suits charges "
    "application applications question questions appeal appeals petition petitions".split()
)


def draft_verb(
    parsed: ParsedSentence,
    rule: str,
    kind: EventType,
    head: int,
    stop: int,
    front: int,
    actors: Actors,
) -> list[EventDraft]:
    """The events that the verb at *head* tells of; *stop* is where the next event begins,
    *front* where the first of the sentence does."""
    word = parsed.words[head]
    group, infinitive, passive = group_start(parsed, head)
    if word in {"visit", "visits", "travel", "travels", "meet", "meets"}:
        subject_code = parsed.code(group - 1)
        if not infinitive and group == head and subject_code not in {AGENT, "h"}:
            if word == "visits" or subject_code not in {"c", ","}:
                return []
    if word == "met" and passive or word == "brought" and not _is_person(parsed, group, head):
        return []
    if word == "visited" and passive:
        return _visited_by(parsed, rule, group, head, actors)
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
    if kind is EventType.MEETING and parsed.word(first) in {"in", "at", "on"}:
        ahead = parsed.words[first : min(limit, first + 8)]
        first += ahead.index("with") if "with" in ahead else 0  # "met in Brussels with"
    while first < limit and parsed.words[first] in {"with", "to", "before"}:
        first += 1
    if kind is EventType.VISIT and infinitive and _splits_places(parsed, limit):
        limit += 2  # "the requests to visit Chad and Mali have been accepted"
    subject = find_subject(parsed, group, frozenset())
    who = actors.keys_of(parsed, subject)
    if infinitive and not who:
        who = find_wishing(parsed, group, actors)
    objects = of_one_kind(list_members(parsed, first, limit), actors)
    draft_date = any(parsed.codes[i] == DATE for i in range(first, min(limit, first + 8)))
    spoken = any(parsed.words[i] in _SITES for i in range(first, min(limit, first + 4)))
    spoken = spoken or parsed.word(first) in {"him", "her", "them", "us", "me"}
    if kind is EventType.VISIT and not objects and not (infinitive and draft_date) and not spoken:
        return []
    if word == "heard" and not _is_heard(parsed, group, head, passive, who, actors):
        return []
    if rule in _TRAVEL and not (who and actors.is_institution(who)):
        return []  # how a private person came to a country is no visit
    denied = word == "brought" and not _NEITHER.isdisjoint(parsed.words[max(0, group - 9) : head])
    if denied or "n" in parsed.codes[group:head] or word == "brought" and infinitive:
        return []
    draft = EventDraft(parsed, rule, kind, head, [parsed.span_of(group, max(head + 1, first))])
    draft.status = status_of_verb(parsed, group, head, infinitive)
    draft.participants = who
    draft.unnamed = not who and is_pronoun(parsed, subject)
    if kind is EventType.VISIT:
        people = [o for o in objects if is_people(o[2], actors)]
        objects = [o for o in objects if o not in people]
        draft.participants = (*who, *(k for o in people for k in o[2] if k not in who))
        draft.evidence.extend(parsed.span_of(o[0], o[1]) for o in people)
    reach = min(limit, stop)
    if kind is not EventType.VISIT:
        others = tuple(k for k in read_people(parsed, first, reach, actors) if k not in who)
        if word == "heard" and passive:
            others = actors.keys_of(parsed, find_by(parsed, head + 1, reach))
        draft.participants = (*who, *others)
        draft.evidence.extend(parsed.span_of(o[0], o[1]) for o in objects[:3])
        objects = []
    find_date(draft, group, head + 1, reach, front)
    find_yearless(draft, head + 1, reach)
    if kind is not EventType.VISIT:
        find_place(draft, group, head + 1, reach, actors)
    return spread_places(draft, objects)


def _is_heard(
    parsed: ParsedSentence,
    group: int,
    head: int,
    passive: bool,
    who: tuple[AgentKey, ...],
    actors: Actors,
) -> bool:
    """ "The court heard the author", "his case was heard on 5 May"; not "heard that", "to be heard"."""
    if "to" in parsed.words[group:head] or "m" in parsed.codes[group:head]:
        return False
    if not passive:
        ruling = actors.is_ruling(who) or any("magistrate" in actors.label(k) for k in who)
        return ruling and parsed.code(head + 1) in {"d", AGENT, "h"}
    told = parsed.word(head + 1) in {"by", "on", "before", "in"}
    agents = [actors.agent(key) for key in who]
    person = bool(agents) and all(a is not None and a.kind is AgentKind.PERSON for a in agents)
    return told and (person or parsed.word(group - 1) in _THINGS)


def _splits_places(parsed: ParsedSentence, limit: int) -> bool:
    return (
        parsed.code(limit) == "c"
        and parsed.code(limit - 1) == AGENT
        and parsed.code(limit + 1) == AGENT
        and parsed.word(limit + 2) in {"have", "had", "were", "are"}
    )


def _is_person(parsed: ParsedSentence, group: int, head: int) -> bool:
    """ "he was brought before a judge"; not "cases brought before the courts"."""
    if group == head:
        return False
    return parsed.word(group - 1) not in _THINGS


def _visited_by(
    parsed: ParsedSentence, rule: str, group: int, head: int, actors: Actors
) -> list[EventDraft]:
    """ "his father was visited by the police": a visit, to a person; the place is not said."""
    limit = clause_end(parsed, head + 1, frozenset())
    visitor = find_by(parsed, head + 1, min(limit, head + 10))
    if visitor is None:
        return []
    draft = EventDraft(parsed, rule, EventType.VISIT, head, [parsed.span_of(group, head + 1)])
    draft.status = status_of_verb(parsed, group, head, False)
    draft.participants = actors.keys_of(parsed, visitor)
    draft.evidence.append(parsed.span_of(visitor.first, visitor.last))
    find_date(draft, group, head + 1, limit, head)
    return [draft]
