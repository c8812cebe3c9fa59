"""Votes, steps of procedure, amendments and subjects → quads; most rest on the file's markup.

What rests on markup is told alike by the files of all languages, so it stands once, in the
authority graph; only the file that it comes from stands in the graph of the version.
"""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.documents import add_cited_document
from ungraph.graph.evidence import Record
from ungraph.graph.literals import integer
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Concept
from ungraph.model.procedure import Amendment, Procedure, ProcedureStep, Subject, Vote

__all__ = ["add_procedure"]


def add_procedure(builder: QuadBuilder, procedure: Procedure) -> None:
    """All of it; nothing for a document whose file marks up nothing."""
    if procedure.akn_work_iri:
        iri = Literal(procedure.akn_work_iri)
        builder.add(builder.work, "ung:aknWorkIri", iri, graph=builder.authority_graph)
    for subject in procedure.subjects:
        _add_subject(builder, subject)
    for vote in procedure.votes:
        _add_vote(builder, vote)
    for step in procedure.steps:
        _add_step(builder, step)
    for amendment in procedure.amendments:
        _add_amendment(builder, amendment)


def _add_subject(builder: QuadBuilder, subject: Subject) -> None:
    """A subject with an address is a link to it, with its label."""
    label = Literal(subject.label, language="en")
    if subject.iri is None or not subject.iri.startswith(("http://", "https://")):
        builder.add(builder.work, "ung:subjectHeading", label, graph=builder.authority_graph)
        return
    node = NamedNode(subject.iri)
    builder.add(builder.work, "dcterms:subject", node, graph=builder.authority_graph)
    builder.add(node, "rdfs:label", label, graph=builder.authority_graph)


def _add_vote(builder: QuadBuilder, vote: Vote) -> None:
    node = builder.node(vote.key)
    shared = None if vote.from_words else builder.authority_graph
    record = Record(builder, node, "ung:Vote", graph=shared)
    record.put("ung:voteOf", _voted_on(builder, vote))
    if not vote.from_words:
        builder.add(node, "prov:wasDerivedFrom", _file(builder))
    if vote.pinpoint:
        record.put("ung:pinpoint", Literal(vote.pinpoint))
    if vote.adopted_as is not None:
        record.put("ung:adoptedAs", add_cited_document(builder, vote.adopted_as))
    if vote.during is not None:
        record.put_nodes("ung:during", (vote.during,))
    record.put_date("dcterms:date", vote.held_on)
    for name in ("favour", "against", "abstaining", "absent"):
        record.put_agents(f"ung:{name}", getattr(vote, name))
        count = getattr(vote, f"{name}_count")
        if count is not None:
            record.put(f"ung:{name}Count", integer(count))
    if vote.result is not None:
        record.put("ung:result", builder.concept(Concept("outcome-types", vote.result)))
    record.close(vote.evidence, vote.inferences)


def _voted_on(builder: QuadBuilder, vote: Vote) -> NamedNode:
    if vote.of is None:
        return builder.work
    if isinstance(vote.of, DocumentSymbol):
        return add_cited_document(builder, vote.of)
    return builder.node(vote.of)


def _add_step(builder: QuadBuilder, step: ProcedureStep) -> None:
    node = builder.node(step.key)
    record = Record(builder, node, "ung:ProcedureStep", graph=builder.authority_graph)
    own = step.of is None or step.of == builder.document.symbol
    record.put(
        "ung:stepOf",
        builder.work if own or step.of is None else add_cited_document(builder, step.of),
    )
    builder.add(node, "prov:wasDerivedFrom", _file(builder))
    record.put("ung:stepType", builder.concept(Concept("step-types", step.step_type)))
    record.put("ung:stepOrder", integer(step.order))
    record.put_date("dcterms:date", step.date)
    if step.document is not None:
        record.put("ung:stepDocument", add_cited_document(builder, step.document))
    if step.pinpoint:
        record.put("ung:pinpoint", Literal(step.pinpoint))
    record.put_agents("ung:sponsor", step.sponsors)
    record.put_agents("ung:stepAgent", step.agents)
    if step.words:
        record.put("ung:sponsorWords", Literal(step.words))
    if step.manner:
        record.put("ung:adoptionManner", builder.concept(Concept("adoption-manners", step.manner)))
    record.close(step.evidence)


def _add_amendment(builder: QuadBuilder, amendment: Amendment) -> None:
    record = Record(builder, builder.node(amendment.key), "ung:Amendment")
    record.put("ung:amendmentTo", add_cited_document(builder, amendment.target))
    record.put("ung:operation", builder.concept(Concept("operations", amendment.operation)))
    record.put("ung:position", Literal(amendment.position))
    if amendment.pinpoint:
        record.put("ung:pinpoint", Literal(amendment.pinpoint))
    record.put_words("ung:removedWords", amendment.removed)
    record.put_words("ung:insertedWords", amendment.inserted)
    record.close(amendment.evidence)


def _file(builder: QuadBuilder) -> NamedNode:
    return NamedNode(builder.mint.file(builder.document.source.digest))
