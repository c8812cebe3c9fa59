"""Which agents the words at a place name: agents by the spans of their mentions."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from ungraph.model.assertion import Agent, AgentKey, AgentKind
from ungraph.model.link import Links
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = ["NamedAgents", "find_named_state"]


class NamedAgents:
    """The agents of one document by the places at which its words name them."""

    def __init__(self, placed: Iterable[tuple[Span, Agent]]) -> None:
        self._placed = sorted(placed, key=lambda i: (i[0].start, -i[0].end, i[1].key))
        self._starts = [span.start for span, _ in self._placed]

    @classmethod
    def of(cls, links: Links) -> NamedAgents:
        """All mentions of agents that *links* decide."""
        known = {agent.key: agent for agent in links.agents}
        return cls(
            (link.mention.span, known[AgentKey(link.target)])
            for link in links.links
            if isinstance(link.target, str) and link.target in known
        )

    def within(self, span: Span) -> list[tuple[Span, Agent]]:
        """Agents whose words lie in *span*, in order of the text, the longer before the shorter."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [item for item in self._placed[first:last] if item[0].end <= span.end]

    def outermost(self, span: Span) -> list[tuple[Span, Agent]]:
        """As ``within``, without those whose words are part of the words of another."""
        found: list[tuple[Span, Agent]] = []
        for place, agent in self.within(span):
            if not found or place.start >= found[-1][0].end:
                found.append((place, agent))
        return found

    def best(
        self, span: Span, kinds: frozenset[AgentKind], share: float = 0.5
    ) -> tuple[Span, Agent] | None:
        """The agent of *kinds* whose words cover most of *span*, at least *share* of it."""
        found = [item for item in self.within(span) if item[1].kind in kinds]
        if not found:
            return None
        place, agent = max(found, key=lambda item: (len(item[0]), -item[0].start))
        return (place, agent) if len(place) >= share * len(span) else None


def find_named_state(words: str) -> str | None:
    """ISO 3166 code of the State that *words* are the name of, in any of the six languages.

    >>> find_named_state("Iran (Islamic Republic of)"), find_named_state("Côte d\u2019Ivoire")
    ('IRN', 'CIV')
    """
    return _state_names().get(_plain(words))


@cache
def _state_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in load_table("states"):
        if row["status"] == "territory":
            continue
        forms = [row["name"], row["phrase"]]
        for column, cell in row.items():
            if column.startswith("forms_"):
                forms.extend(cell.split("|"))
        for form in forms:
            if form:
                names.setdefault(_plain(form), row["iso3"])
                # Words of everyday language in a text, names where nothing else stands.
                names.setdefault(_plain(form.removeprefix("جمهورية ")), row["iso3"])
    return names


def _plain(words: str) -> str:
    decomposed = unicodedata.normalize("NFKD", words.replace("\u2019", "'"))
    folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    said = " ".join(folded.replace("-", " ").split())
    for article in ("the ", "la ", "le ", "les ", "l'", "el "):
        said = said.removeprefix(article)
    return said
