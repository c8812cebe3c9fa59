"""Links → agents: the actors that the text names, merged, sorted, with little evidence each."""

from __future__ import annotations

from dataclasses import replace

from ungraph.linking.agentkeys import describe_agent
from ungraph.model.assertion import Agent, AgentKey
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.span import Span

__all__ = ["extract_agents", "merge_agents"]


def extract_agents(document: Document, links: Links) -> tuple[Agent, ...]:
    """The agents of *links* in order of their first evidence, each with the span that names it best.

    An agent that no mention names (the State behind a Permanent Representative) has none; it
    comes after the others, by key.
    """
    return merge_agents(links.agents)


def merge_agents(*groups: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """All agents of *groups*, one for each key: the ties and reasons of all, the first label.

    Agents that these are tied to are described as well, so that every key has a name.
    """
    merged: dict[AgentKey, Agent] = {}
    for group in groups:
        for agent in group:
            known = merged.get(agent.key)
            merged[agent.key] = agent if known is None else _merge(known, agent)
    _add_implied(merged)
    agents = [replace(a, evidence=_few(a.evidence)) for a in merged.values()]
    agents.sort(key=lambda a: (not a.evidence, a.evidence[:1], a.key))
    return tuple(agents)


def _add_implied(agents: dict[AgentKey, Agent]) -> None:
    """Describe the agents that others are tied to and no mention names: a State, a parent body."""
    waiting = list(agents.values())
    while waiting:
        agent = waiting.pop()
        for key in (agent.of_state, agent.office_in, agent.represents, agent.accredited_to,
                    agent.part_of):  # fmt: skip
            if key is not None and key not in agents:
                agents[key] = describe_agent(key)
                waiting.append(agents[key])


def _merge(first: Agent, second: Agent) -> Agent:
    names = dict.fromkeys((*first.alternatives, *second.alternatives))
    if second.label != first.label:
        names[second.label] = None
    return replace(
        first,
        evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
        alternatives=tuple(names),
        of_state=first.of_state or second.of_state,
        office_in=first.office_in or second.office_in,
        represents=first.represents or second.represents,
        accredited_to=first.accredited_to or second.accredited_to,
        part_of=first.part_of or second.part_of,
        inferences=tuple(dict.fromkeys((*first.inferences, *second.inferences))),
    )


def _few(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The fullest naming, the first of equals: one row for each actor and document."""
    return (min(spans, key=lambda span: (-len(span), span)),) if spans else ()
