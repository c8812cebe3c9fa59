"""Agents are merged by key, described wherever they are referred to, and carry little evidence."""

from __future__ import annotations

from agent_texts import link_text
from ungraph.extractors.actors import extract_agents, merge_agents
from ungraph.model.assertion import Agent, AgentKey, AgentKind, Inference
from ungraph.model.span import Span


def office(*spans: Span, **ties: AgentKey) -> Agent:
    key = AgentKey("office-pr-per-un")
    return Agent(key, AgentKind.OFFICE, "Permanent Representative of Peru", evidence=spans, **ties)  # type: ignore[arg-type]


def test_the_same_agent_is_one_with_the_ties_of_both() -> None:
    first = office(Span(4, 9), represents=AgentKey("state-per"))
    second = office(Span(1, 3), accredited_to=AgentKey("united-nations"))
    merged = {a.key: a for a in merge_agents((first,), (second,))}
    agent = merged[first.key]
    assert agent.evidence == (Span(4, 9),), "the fuller naming"
    assert (agent.represents, agent.accredited_to) == ("state-per", "united-nations")


def test_another_label_is_kept_as_an_alternative() -> None:
    other = Agent(AgentKey("hrc"), AgentKind.BODY, "UN Human Rights Council")
    merged = merge_agents(
        (Agent(AgentKey("hrc"), AgentKind.BODY, "Human Rights Council"),), (other,)
    )
    council = next(a for a in merged if a.key == "hrc")
    assert (council.label, council.alternatives) == (
        "Human Rights Council",
        ("UN Human Rights Council",),
    )


def test_every_agent_that_another_is_tied_to_is_described() -> None:
    document, links = link_text(
        "The Ambassador of Peru to the United Nations said that his Government would reply."
    )
    agents = {agent.key: agent for agent in extract_agents(document, links)}
    tied = {
        key
        for agent in agents.values()
        for key in (agent.of_state, agent.office_in, agent.represents, agent.accredited_to,
                    agent.part_of)
        if key
    }  # fmt: skip
    assert tied
    assert tied <= set(agents)
    assert all(agent.label and agent.label != agent.key for agent in agents.values())


def test_evidence_is_the_fullest_naming_and_the_first_of_equals() -> None:
    agent = office(Span(9, 11), Span(7, 12), Span(3, 8), Span(1, 2))
    merged = {a.key: a for a in merge_agents((agent,))}
    assert merged[agent.key].evidence == (Span(3, 8),)


def test_agents_come_in_order_of_their_first_words_and_implied_ones_last() -> None:
    document, links = link_text("The Government of Peru met the Government of Chad.")
    agents = extract_agents(document, links)
    starts = [agent.evidence[0].start for agent in agents if agent.evidence]
    assert starts == sorted(starts)
    flags = [bool(agent.evidence) for agent in agents]
    assert flags == sorted(flags, reverse=True)


def test_inferences_are_kept_once() -> None:
    why = Inference("ung:ofState", "because", 0.9)
    agent = Agent(AgentKey("government-per"), AgentKind.GOVERNMENT, "Government of Peru",
                  of_state=AgentKey("state-per"), inferences=(why,))  # fmt: skip
    merged = {a.key: a for a in merge_agents((agent,), (agent,))}
    assert merged[agent.key].inferences == (why,)
