"""Provenance (PROV-O): which program made the graph, out of which file."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.levels import EvidenceLevel

__all__ = ["add_provenance"]


def add_provenance(builder: QuadBuilder, program_version: str) -> None:
    """The extraction as an activity. No time: the same bytes give the same graph."""
    if builder.level is EvidenceLevel.NONE:
        return
    graph = builder.evidence_graph
    activity = NamedNode(builder.mint.part(builder.version_iri, "extraction"))
    software = NamedNode(builder.mint.software(program_version))
    builder.add_type(activity, "prov:Activity", graph=graph)
    builder.add(activity, "prov:used", builder.version, graph=graph)
    builder.add(activity, "prov:wasAssociatedWith", software, graph=graph)
    builder.add(builder.graph, "prov:wasGeneratedBy", activity, graph=graph)
    builder.add_type(software, "prov:SoftwareAgent", graph=builder.authority_graph)
    label = Literal(f"ungraph {program_version}")
    builder.add(software, "rdfs:label", label, graph=builder.authority_graph)
