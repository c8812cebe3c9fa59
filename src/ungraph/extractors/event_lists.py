"""Lists of places around an event: a visit to several places is one visit to each."""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.event_dates import read_stretch
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import AgentKey, AgentKind, Text

__all__ = ["Members", "is_people", "of_one_kind", "spread_places"]

_PEOPLE = frozenset({AgentKind.PERSON, AgentKind.OFFICE, AgentKind.GROUP})
Members = list[tuple[int, int, tuple[AgentKey, ...]]]


def of_one_kind(members: Members, actors: Actors) -> Members:
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


def is_people(keys: tuple[AgentKey, ...], actors: Actors) -> bool:
    """ "visited the complainant": a person is no place."""
    agents = [actors.agent(key) for key in keys]
    return bool(agents) and all(a is not None and a.kind in _PEOPLE for a in agents)


def spread_places(draft: EventDraft, objects: Members) -> list[EventDraft]:
    """One draft for each place, with the days in brackets behind it; *draft* where there is none."""
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
        _own_days(one, last)
        drafts.append(one)
    return drafts


def _own_days(draft: EventDraft, end: int) -> None:
    """ "to Peru (5-15 June 2004) and Chad (23-27 August 2004)": each has its own."""
    parsed: ParsedSentence = draft.parsed
    if parsed.code(end) != "(":
        return
    for i in range(end + 1, min(len(parsed), end + 9)):
        if parsed.codes[i] == ")":
            return
        if parsed.codes[i] == DATE:
            stretch = read_stretch(parsed, i)
            if stretch is not None:
                draft.date, draft.until = stretch[0], stretch[1]
                draft.evidence.append(parsed.span_of(stretch[2], stretch[3]))
            return
