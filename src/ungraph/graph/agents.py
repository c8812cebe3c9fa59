"""Agents: what they are goes to the authority graph, that the text names them to its evidence."""

from __future__ import annotations

from pyoxigraph import Literal

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.evidence import add_assertion
from ungraph.graph.vocabulary import AGENT_CLASSES
from ungraph.model.assertion import Agent
from ungraph.model.document import Status

__all__ = ["add_agent"]

_RELATIONS = (
    ("ung:ofState", "of_state"),
    ("ung:officeIn", "office_in"),
    ("ung:represents", "represents"),
    ("ung:accreditedTo", "accredited_to"),
    ("ung:partOf", "part_of"),
)


def add_agent(builder: QuadBuilder, agent: Agent) -> None:
    """Class, names and ties of *agent*, and the spans that name it."""
    node, graph = builder.agent(agent.key), builder.authority_graph
    builder.add_type(node, *(f"ung:{name}" for name in AGENT_CLASSES[agent.kind]), graph=graph)
    builder.add(node, "rdfs:label", Literal(agent.label, language=agent.language), graph=graph)
    for name in agent.alternatives:
        alternative = Literal(name, language=agent.language)
        builder.add(node, "skos:altLabel", alternative, graph=graph)
    for predicate, field in _RELATIONS:
        key = getattr(agent, field)
        if key is None:
            continue
        value = builder.agent(key)
        builder.add(node, predicate, value, graph=graph)
        for inference in agent.inferences:
            if inference.property == predicate:
                add_assertion(
                    builder,
                    node,
                    predicate,
                    value,
                    inference.evidence,
                    status=Status.INFERRED,
                    confidence=inference.confidence,
                    reason=inference.reason,
                )
    builder.add_evidence(node, agent.evidence)
