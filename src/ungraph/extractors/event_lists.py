"""Lists of places around an event: a visit to several places is one visit to each."""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.event_slots import DATED, EventDraft
from ungraph.extractors.event_stretches import read_stretch
from ungraph.extractors.event_years import read_days
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
    for i, (first, last, keys) in enumerate(objects):
        if i and _is_state_of(parsed, objects[i - 1], objects[i]):
            continue
        places: tuple[AgentKey | Text, ...] = (
            (keys[0],) if keys else (Text(parsed.words_of(first, last), "en"),)
        )
        if i + 1 < len(objects) and _is_state_of(parsed, objects[i], objects[i + 1]):
            places = (*places, objects[i + 1][2][0])
            last = objects[i + 1][1]
        one = replace(
            draft,
            evidence=[*draft.evidence, parsed.span_of(first, last)],
            places=places,
            inferences=[],
        )
        _own_days(one, last)
        drafts.append(one)
    return drafts


def _is_state_of(
    parsed: ParsedSentence,
    place: tuple[int, int, tuple[AgentKey, ...]],
    other: tuple[int, int, tuple[AgentKey, ...]],
) -> bool:
    """ "a visit to Bohumin, Utopia": a town that no table knows, and its State."""
    return (
        not place[2]
        and bool(other[2])
        and parsed.code(place[1]) == ","
        and other[0] == place[1] + 1
    )


def _day_behind(draft: EventDraft, end: int) -> None:
    """ "to Utopia in November 2010 and Arcadia in May 2011": each has its own."""
    parsed = draft.parsed
    for i in range(end + 1, min(len(parsed), end + 8)):
        stretch = read_stretch(parsed, i) if parsed.codes[i] == DATE else None
        if stretch is not None and stretch[2] == end + 1:
            draft.date, draft.until = stretch[0], stretch[1]
            draft.evidence.append(parsed.span_of(stretch[2], stretch[3]))
            return


def _own_days(draft: EventDraft, end: int) -> None:
    """ "to Peru (5-15 June 2004) and Chad (23-27 August 2004)": each has its own."""
    parsed: ParsedSentence = draft.parsed
    days = read_days(parsed, end) if end < len(parsed) else None
    if days is not None and draft.date is None:
        draft.yearless = days[0], days[1]
        draft.evidence.append(parsed.span_of(days[2], days[3]))
        return
    if parsed.word(end) in DATED:
        _day_behind(draft, end)
        return
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
