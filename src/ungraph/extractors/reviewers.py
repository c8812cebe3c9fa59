"""States of a review: the one under review, and those named in brackets after a recommendation.

"(Spain);", "(Brazil, Ecuador)", "(Algeria) (Togo)", "(Iran (Islamic Republic of))". Brackets that
hold anything but names of States name nobody: "(No. 118)", "(2015-2020)".
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from ungraph.extractors.procedure import find_state
from ungraph.linking.agentkeys import describe_state
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import Agent, AgentKey
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.mention import MentionKind
from ungraph.model.span import Span

__all__ = ["Named", "StateNames"]

_KINDS = frozenset({MentionKind.STATE, MentionKind.GOVERNMENT})
_AFTER = ";/.,:("


@cache
def _between() -> Pattern:
    return compile_pattern(r"(?:[\s,;()、，/]|\b(?:and|the|et|la|le|los|y|e)\b|и|و|和)*")


@dataclass(frozen=True, slots=True)
class Named:
    """Who recommends, and where: *first* is the start in the view of the brackets at the end."""

    states: tuple[AgentKey, ...]
    first: int


class StateNames:
    """The States that the links of a document name, looked up by place (in the view)."""

    def __init__(self, document: Document, links: Links) -> None:
        self._text = document.view.text
        found: dict[tuple[int, int], AgentKey] = {}
        for link in links.links:
            if link.mention.kind not in _KINDS or not isinstance(link.target, str):
                continue
            span = document.view.from_text(link.mention.span)
            found.setdefault((span.start, span.end), AgentKey(str(link.target)))
        self._places = sorted(found)
        self._targets = [found[place] for place in self._places]
        self.unlinked: dict[AgentKey, Agent] = {}

    def within(self, span: Span) -> list[tuple[Span, AgentKey]]:
        """The States named inside *span*, in order."""
        first = bisect_left(self._places, (span.start, span.start))
        named: list[tuple[Span, AgentKey]] = []
        for (start, end), target in zip(self._places[first:], self._targets[first:], strict=True):
            if start >= span.end:
                break
            if end <= span.end:
                named.append((Span(start, end), target))
        return named

    def recommenders(self, span: Span) -> Named:
        """The States in brackets after the words at *span*, each once."""
        states: dict[AgentKey, None] = {}
        first = last = span.end
        for start, end in _brackets(self._text, span):
            here = self._all_states(Span(start + 1, end - 1))
            rest = self._text[end : span.end].lstrip()
            if not here or (rest and rest[0] not in _AFTER and not rest[0].isdigit()):
                continue
            states.update(dict.fromkeys(here))
            if last > start or self._text[last:start].strip():
                first = start
            last = end
        return Named(tuple(states), first)

    def listed(self, span: Span, *, stop: int) -> tuple[AgentKey, ...]:
        """The States of a list of sponsors at *span*, each once; those from *stop* on are none."""
        linked = [key for place, key in self.within(span) if place.start < stop]
        return tuple(dict.fromkeys(linked))

    def _all_states(self, span: Span) -> list[AgentKey]:
        """The States that the words at *span* list; none where they say anything else."""
        cursor, gaps, named = span.start, "", []
        for place, target in self.within(span):
            if place.start < cursor:
                continue
            gaps += self._text[cursor : place.start] + " "
            named.append(target)
            cursor = place.end
        gaps += self._text[cursor : span.end]
        if named and _between().fullmatch(gaps):
            return named
        return self._by_table(self._text[span.start : span.end])

    def _by_table(self, words: str) -> list[AgentKey]:
        keys: list[AgentKey] = []
        for name in words.split(","):
            code = find_state(name.strip())
            if code is None:
                return []
            agent = describe_state(code)
            self.unlinked[agent.key] = agent
            keys.append(agent.key)
        return keys


def _brackets(text: str, span: Span) -> list[tuple[int, int]]:
    """The outermost brackets inside *span*, as (start, end) with the signs themselves."""
    found: list[tuple[int, int]] = []
    depth, opened = 0, -1
    for sign in _signs().finditer(text[span.start : span.end]):
        place = span.start + sign.start()
        if text[place] == "(":
            depth += 1
            opened = place if depth == 1 else opened
        elif depth:
            depth -= 1
            if not depth:
                found.append((opened, place + 1))
    return found


@cache
def _signs() -> Pattern:
    return compile_pattern(r"[()]")
