"""Places around the words of an event: the verb that carries it, places, companions, date, status."""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.extractors.moments import fronted_tokens
from ungraph.extractors.parsing import AGENT, DATE, Filler, ParsedSentence
from ungraph.extractors.slots import clause_start, noun_phrase
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import AgentKey, EventStatus, EventType, Inference, NodeKey, Text
from ungraph.model.span import Span

__all__ = [
    "SUPPORT_WORDS",
    "EventDraft",
    "find_companions",
    "find_date",
    "find_support",
    "group_start",
    "list_members",
    "status_of_noun",
    "status_of_verb",
]

SUPPORT_WORDS = frozenset(
    "undertake undertakes undertook undertaken conduct conducts conducted carry carries carried make "
    "makes made pay paid hold holds held attend attends attended participate participated convene "
    "convened convenes schedule scheduled organize organized organise organised have had host hosted "
    "complete completed plan plans planned took taken place undertaking conducting visiting "
    "address addressed postpone postponed cancel cancelled arrange arranged facilitate facilitated "
    "spoke speak speaking spoken".split()
)
_FUTURE = frozenset(
    "will shall would plans planned plan scheduled forthcoming upcoming intends expected".split()
)
_OPEN = frozenset(
    "invitation invited invite request requested requests requesting hopes hope wish wishes proposed "
    "propose proposal dates authorization authorize permission organize possible possibility seek "
    "seeking interest willingness pending".split()
)


@dataclass(slots=True)
class EventDraft:
    """An event while it is being put together; spans count in the view."""

    parsed: ParsedSentence
    row: str
    event_type: EventType
    head: int
    evidence: list[Span]
    definite: bool = False
    determined: bool = False
    date: PartialDate | None = None
    until: PartialDate | None = None
    places: tuple[AgentKey | Text, ...] = ()
    participants: tuple[AgentKey, ...] = ()
    status: EventStatus | None = None
    ordinal: int | None = None
    body: AgentKey | None = None
    scheduled_for: PartialDate | None = None
    held_on: PartialDate | None = None
    inferences: list[Inference] = field(default_factory=list)
    key: NodeKey = NodeKey("")


def group_start(parsed: ParsedSentence, head: int) -> tuple[int, bool, bool]:
    """First token of the verb group, whether it is an infinitive, whether "be" stands in it."""
    i = head - 1
    infinitive = passive = False
    while i >= 0 and (parsed.codes[i] in {"x", "m", "v", "n"} or parsed.words[i] == "to"):
        infinitive = infinitive or parsed.words[i] == "to"
        passive = passive or parsed.words[i] in {"is", "are", "was", "were", "been", "be", "being"}
        i -= 1
    return i + 1, infinitive, passive


def status_of_verb(parsed: ParsedSentence, group: int, head: int, infinitive: bool) -> EventStatus:
    """ "visited" was held, "will visit" is scheduled, "to visit" is proposed unless planned."""
    words = parsed.words[group:head]
    if "will" in words or "shall" in words:
        return EventStatus.SCHEDULED
    if infinitive:
        before = parsed.words[max(0, group - 8) : group]
        if "opportunity" in before:
            return EventStatus.HELD
        if any(w in {"plans", "plan", "planned", "scheduled", "intends", "agreed"} for w in before):
            return EventStatus.SCHEDULED
        return EventStatus.PROPOSED
    return EventStatus.HELD


def find_support(parsed: ParsedSentence, first: int, head: int) -> int | None:
    """The verb that carries the noun: "undertook a visit", "a meeting was scheduled"."""
    i = first - 1
    steps = 0
    while (
        i >= 0
        and steps < 7
        and (
            parsed.codes[i] in {"d", "#", "v", "w", "W", "p", "c", ","}
            or parsed.words[i] in {"have", "has", "had"}
        )
    ):
        if parsed.words[i] in SUPPORT_WORDS:
            return i
        if parsed.codes[i] == "p" and parsed.words[i] not in {"in", "out", "at"}:
            if parsed.word(i - 1) not in {"series", "number", "round", "range", "couple"}:
                return None
        i -= 1
        steps += 1
    i = head + 1
    while i < len(parsed) and i < head + 9:
        if parsed.codes[i] in {"x", "m"}:
            k = i + 1
            while parsed.code(k) in {"x", "v", "n"}:
                k += 1
            return k if parsed.word(k) in SUPPORT_WORDS else None
        if parsed.codes[i] in {",", ";", "r"}:
            return None
        i += 1
    return None


def status_of_noun(
    parsed: ParsedSentence, start: int, first: int, head: int, limit: int, support: int | None
) -> EventStatus:
    """The status that the words around a noun give: postponed, planned, hoped for, else held."""
    around = parsed.words[max(start, first - 8) : min(limit, head + 14)]
    for word, status in (
        ("postponed", EventStatus.POSTPONED),
        ("postponement", EventStatus.POSTPONED),
        ("cancelled", EventStatus.CANCELLED),
        ("canceled", EventStatus.CANCELLED),
    ):
        if word in around:
            return status
    near = parsed.words[max(start, first - 6) : min(limit, head + 6)]
    if not _FUTURE.isdisjoint(near):
        return EventStatus.SCHEDULED
    before = parsed.words[max(start, first - 6) : first]
    if not _OPEN.isdisjoint(before) and (support is None or support > head):
        return EventStatus.PROPOSED
    return EventStatus.HELD


def list_members(
    parsed: ParsedSentence, first: int, limit: int
) -> list[tuple[int, int, tuple[AgentKey, ...]]]:
    """Members of a list of places or people from *first* on: (token, end, agents)."""
    found: list[tuple[int, int, tuple[AgentKey, ...]]] = []
    i = first
    depth = parsed.depth[first] if first < len(parsed) else 0
    while i < limit:
        code = parsed.codes[i]
        if parsed.depth[i] > depth or code in {"(", ")"}:
            i += 1
            continue
        if (
            code in {"d", "c", ","}
            or parsed.words[i] in {"to", "both", "as", "well", "with"}
            and found
        ):
            i += 1
            continue
        if code == AGENT:
            filler = parsed.fillers[i]
            found.append((i, i + 1, filler.keys if filler else ()))
            i += 1
            if parsed.code(i) in {"s", "'"}:
                return found
            continue
        if code == "W":
            k = i
            while k < limit and parsed.codes[k] == "W":
                k += 1
            found.append((i, k, ()))
            i = k
            continue
        if code == "w" and not found:
            i += 1
            if i - first > 6:
                break
            continue
        break
    return found


def find_companions(
    parsed: ParsedSentence, first: int, limit: int, have: tuple[AgentKey, ...]
) -> tuple[AgentKey, ...]:
    """Who took part besides *have*: "a meeting with the Minister", "a visit of the Group"."""
    for i in range(first, min(limit, first + 12)):
        if (
            parsed.words[i] in {"with", "between"} or parsed.words[i] in {"of", "by"} and i == first
        ) and i + 1 < limit:
            slot = noun_phrase(parsed, i + 1, limit)
            if slot is not None and slot.kind == "agent":
                return tuple(k for k in slot.keys if k not in have)
        if parsed.codes[i] in {";", "x"}:
            break
    return ()


def find_date(draft: EventDraft, verb: int, after: int, limit: int) -> None:
    """Set the date of *draft*: behind its words, else in front of its clause."""
    parsed = draft.parsed
    crossed = verb
    start = clause_start(parsed, verb)
    chosen: Filler | None = None
    place = after
    for i in range(after, min(limit, after + 22)):
        if parsed.codes[i] == DATE and parsed.word(i - 1) in {
            "on",
            "in",
            "of",
            "for",
            "from",
            "to",
            "(",
            "until",
            "during",
        }:
            chosen, place = parsed.fillers[i], i
            break
        if parsed.codes[i] in {"r", ";"} or parsed.words[i] in {"that", "see", "document"}:
            break
        if parsed.codes[i] == "x" and crossed < after:
            break
        if (
            parsed.words[i] == ","
            and parsed.code(i + 1) != "v"
            and parsed.word(i + 1) not in {"held", "from", "on", "which", "organized"}
        ):
            break
    if chosen is None:
        for i in fronted_tokens(parsed, start, verb, DATE):
            if parsed.word(i - 1) in {"on", "in", "from", "during"}:
                chosen, place = parsed.fillers[i], i
            elif parsed.word(i - 1) in {"to", "and"} and parsed.word(i - 3) in {"from", "between"}:
                chosen, place = parsed.fillers[i], i
    if chosen is not None:
        first = _first_day(parsed, place, chosen.date)
        draft.date = first or chosen.date
        draft.until = chosen.date if first is not None else chosen.until
        if draft.evidence[0].end <= chosen.start < draft.evidence[0].end + 120:
            draft.evidence[0] = Span(draft.evidence[0].start, chosen.end)


def _first_day(parsed: ParsedSentence, place: int, last: PartialDate | None) -> PartialDate | None:
    """ "from 5 to 9 May 1995": the day before the last one; None where there is none."""
    number = parsed.word(place - 2)
    if last is None or last.day is None or parsed.word(place - 1) not in {"to", "and", "-"}:
        return None
    if not number.isdigit() or not 0 < int(number) < last.day:
        return None
    return PartialDate(last.year, last.month, int(number))
