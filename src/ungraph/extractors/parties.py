"""Whether two agents stand for the same side: a Permanent Representative and his Government."""

from __future__ import annotations

from collections.abc import Iterable

from ungraph.extractors.participants import Actors
from ungraph.model.assertion import AgentKey, AgentKind

__all__ = ["same_side", "side_of"]


def side_of(key: AgentKey, actors: Actors) -> AgentKey:
    """The state an agent speaks for, else the agent itself."""
    agent = actors.agent(key)
    if agent is None:
        return key
    if agent.kind is AgentKind.STATE:
        return key
    return agent.of_state or agent.represents or key


def same_side(some: Iterable[AgentKey], others: Iterable[AgentKey], actors: Actors) -> bool:
    """Whether an agent of *some* and one of *others* are the same or speak for the same state."""
    sides = {side_of(key, actors) for key in some} | set(some)
    return any(side_of(key, actors) in sides or key in sides for key in others)
