"""What a short form stands for, and what holds for the whole document while it is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ungraph.linking.agentkeys import describe_local
from ungraph.matchers.names import AgentName
from ungraph.model.assertion import Agent
from ungraph.model.document import Status
from ungraph.model.link import Candidate

__all__ = ["Context", "Resolution", "local_agent", "other_candidates"]

_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Resolution:
    """The agents a short form stands for (none: open), why, how sure, and who else might be."""

    agents: tuple[Agent, ...]
    reason: str
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    local: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the whole document.

    *own_offices* are, by role, the offices that speak in the document (its author), *offices*
    all offices named in full by role, *case_state* the State against which a communication is
    brought, *is_case* whether the document deals with one, *complaining* who alone brings it.
    """

    slug: str
    own_offices: dict[str, Agent]
    offices: dict[str, tuple[Agent, ...]]
    case_state: str
    is_case: bool
    own_organ: str = ""
    complaining: Agent | None = None


def local_agent(name: AgentName, context: Context, reason: str) -> Resolution:
    """The agent that the words name inside this document."""
    return Resolution((describe_local(name, context.slug),), reason, local=True)


def other_candidates(
    agents: Sequence[Agent], chosen: Agent | None, reason: str
) -> tuple[Candidate, ...]:
    """*agents* but the chosen one, the last named first, as candidates."""
    others = [a for a in reversed(agents) if a != chosen][:_MOST_CANDIDATES]
    return tuple(Candidate(a.key, round(0.5 / (i + 1), 3), reason) for i, a in enumerate(others))
