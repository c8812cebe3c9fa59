"""Assertions → quads: composes the graph of one document."""

from __future__ import annotations

from importlib.metadata import version

from pyoxigraph import Quad

from ungraph.graph.acts import (
    add_act,
    add_mandate,
    add_non_occurrence,
    add_outcome,
    add_topic,
)
from ungraph.graph.agents import add_agent
from ungraph.graph.builder import QuadBuilder
from ungraph.graph.canonical import parse_lines
from ungraph.graph.citations import add_citation, add_described_document
from ungraph.graph.documents import add_document, add_facts
from ungraph.graph.events import add_event
from ungraph.graph.evidence import add_spans
from ungraph.graph.levels import EvidenceLevel
from ungraph.graph.omnibus import add_omnibus
from ungraph.graph.procedure import add_procedure
from ungraph.graph.provenance import add_provenance
from ungraph.graph.speeches import add_letter, add_speeches
from ungraph.identifiers.mint import Mint
from ungraph.model.assertion import Assertions
from ungraph.model.document import Document

__all__ = ["graph_name", "to_nquads", "to_quads"]


def to_quads(
    document: Document,
    assertions: Assertions,
    *,
    mint: Mint | None = None,
    evidence: EvidenceLevel | str = EvidenceLevel.FULL,
) -> tuple[Quad, ...]:
    """The quads of one document, in the order of their lines in ``to_nquads``."""
    return parse_lines(to_nquads(document, assertions, mint=mint, evidence=evidence))


def to_nquads(
    document: Document,
    assertions: Assertions,
    *,
    mint: Mint | None = None,
    evidence: EvidenceLevel | str = EvidenceLevel.FULL,
) -> bytes:
    """One document as sorted canonical N-Quads: facts, evidence, and what it adds to authority.

    Every statement is in a named graph: ``{base}id/graph/{SYMBOL}/{lang}`` (facts), the same with
    ``/evidence``, and ``{base}id/graph/authority``.
    """
    builder = QuadBuilder(document, mint or Mint(), EvidenceLevel(evidence))
    builder.sessions = {e.key: e.session for e in assertions.events if e.session is not None}
    add_document(builder)
    add_omnibus(builder)
    add_facts(builder, assertions.facts)
    for agent in assertions.agents:
        add_agent(builder, agent)
    for described in assertions.described_documents:
        add_described_document(builder, described)
    for citation in assertions.citations:
        add_citation(builder, citation)
    for topic in assertions.topics:
        add_topic(builder, topic)
    for event in assertions.events:
        add_event(builder, event)
    for act in assertions.acts:
        add_act(builder, act)
    for absence in assertions.non_occurrences:
        add_non_occurrence(builder, absence)
    for outcome in assertions.outcomes:
        add_outcome(builder, outcome)
    for mandate in assertions.mandates:
        add_mandate(builder, mandate)
    add_procedure(builder, assertions.procedure)
    add_speeches(builder, assertions.speeches)
    for letter in assertions.letters:
        add_letter(builder, letter)
    add_provenance(builder, version("ungraph"))
    add_spans(builder)
    return "\n".join([*builder.lines(), ""]).encode()


def graph_name(document: Document, mint: Mint) -> str:
    """The name of the graph of its facts: ``{base}id/graph/{SYMBOL}/{lang}``."""
    return QuadBuilder(document, mint, EvidenceLevel.NONE).graph.value
