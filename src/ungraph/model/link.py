"""Link: what a mention stands for, why, and what else it might have been."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Agent, AgentKey
from ungraph.model.document import Status
from ungraph.model.mention import Mention

__all__ = ["Candidate", "Link", "Links"]

Target = DocumentSymbol | AgentKey
V = TypeVar("V", covariant=True)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible target, with a score from 0 to 1 and the reason for it."""

    target: Target
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link(Generic[V]):
    """The decision about one mention.

    *target* is None for a mention that stays open; then *candidates* are ranked, best first.
    *reason* says in words what decided ("organ named after the number"). A plural mention ("the
    Governments of X and Y") has one Link per member.
    """

    mention: Mention[V]
    target: Target | None
    reason: str
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Links:
    """All decisions about one document, in order of their mention, and the agents they name."""

    links: tuple[Link[object], ...]
    agents: tuple[Agent, ...] = ()

    def agent(self, key: AgentKey) -> Agent | None:
        """The agent with *key*, None when no mention names it."""
        return next((a for a in self.agents if a.key == key), None)
