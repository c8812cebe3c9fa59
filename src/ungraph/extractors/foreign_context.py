"""Bodies, States and dates around an event of a text that is not in English.

The body of a session is named right behind it (in Chinese right before), else before it in the
paragraph: "l'Assemblée générale … à sa soixantième session".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from ungraph.extractors.event_sessions import has_sessions
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import AgentKey, AgentKind
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = [
    "BACK_CHARS",
    "Surroundings",
    "by_span",
    "collect_surroundings",
    "find_body",
    "near_date",
]

BACK_CHARS = 150  # how far back the body of "its session" may stand
_DIRECT = 14  # characters between "session" and the body whose session it is
_NEAR = 45  # characters between an event and its day
_GENITIVES = frozenset({"", "du", "de la", "de l’", "de l'", "des", "del", "de los", "de las"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Bodies, States and dates of the text, each sorted by its start."""

    bodies: tuple[tuple[Span, AgentKey], ...]
    states: tuple[tuple[Span, AgentKey], ...]
    dates: tuple[tuple[Span, PartialDate], ...]


def collect_surroundings(mentions: Iterable[Mention[object]], links: Links) -> Surroundings:
    """What *mentions* and *links* know of the text."""
    kinds = {agent.key: agent.kind for agent in links.agents}
    bodies: list[tuple[Span, AgentKey]] = []
    states: list[tuple[Span, AgentKey]] = []
    for link in links.links:
        if not isinstance(link.target, str):
            continue
        key = AgentKey(link.target)
        if kinds.get(key) is AgentKind.BODY and has_sessions(key):
            bodies.append((link.mention.span, key))
        elif kinds.get(key) is AgentKind.STATE:
            states.append((link.mention.span, key))
    dates = [
        (m.span, m.value)
        for m in mentions
        if m.kind is MentionKind.DATE and isinstance(m.value, PartialDate)
    ]
    return Surroundings(
        tuple(sorted(bodies, key=by_span)),
        tuple(sorted(states, key=by_span)),
        tuple(sorted(dates, key=by_span)),
    )


def by_span(entry: tuple[Span, object]) -> Span:
    """The span of an entry, to sort and search by."""
    return entry[0]


def find_body(
    document: Document, span: Span, block: Span, known: Surroundings
) -> tuple[AgentKey | None, Span | None]:
    """The body whose session it is: named right behind (in Chinese right before), else before."""
    place = bisect_left(known.bodies, span, key=by_span)
    chinese = document.language == "zh"
    if not chinese and place < len(known.bodies):
        after, key = known.bodies[place]
        if 0 <= after.start - span.end <= _DIRECT:
            between = document.text[span.end : after.start]
            if not any(mark in between for mark in ",;.،؛"):
                return _assembly(key), after
    if place > 0:
        before, key = known.bodies[place - 1]
        if before.start >= block.start and span.start - before.end <= BACK_CHARS:
            before, key = _owner(document, known, place - 1)
            return _assembly(key), before
    return None, None


def _owner(document: Document, known: Surroundings, place: int) -> tuple[Span, AgentKey]:
    """The body itself in "l'Assemblée pour l'environnement du Programme pour l'environnement"."""
    span, key = known.bodies[place]
    if place == 0:
        return span, key
    outer, owner = known.bodies[place - 1]
    between = document.text[outer.end : span.start]
    if " ".join(between.split()) in _GENITIVES or "التابعة" in between:
        if not between.strip() and document.language not in {"ru", "ar"}:
            return span, key
        return outer, owner
    return span, key


def _assembly(key: AgentKey) -> AgentKey:
    """A Main Committee meets in the sessions of the General Assembly."""
    body = load_bodies().get(key)
    return AgentKey(body.parent) if body and body.kind == "main-committee" else key


def near_date(
    dates: tuple[tuple[Span, PartialDate], ...], span: Span, block: Span
) -> tuple[Span, PartialDate] | None:
    """The date behind *span*, else the one right before it (Chinese), within the paragraph."""
    place = bisect_left(dates, span, key=by_span)
    if place < len(dates):
        after = dates[place]
        if after[0].start - span.end <= _NEAR and after[0].end <= block.end:
            return after
    if place > 0:
        before = dates[place - 1]
        if span.start - before[0].end <= 4 and before[0].start >= block.start:
            return before
    return None
