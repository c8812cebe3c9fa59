"""Quads made by hand for the tests of writers, stores and commands; the document is invented."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad

__all__ = ["AUTHORITY", "EVIDENCE", "FACTS", "document_quads", "iri"]

BASE = "https://w3id.org/ungraph/"
FACTS = f"{BASE}id/graph/A/HRC/9/99/en"
EVIDENCE = f"{FACTS}/evidence"
AUTHORITY = f"{BASE}id/graph/authority"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "ung": f"{BASE}ns#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "cito": "http://purl.org/spar/cito/",
    "oa": "http://www.w3.org/ns/oa#",
    "agent": f"{BASE}id/agent/",
    "doc": f"{BASE}id/doc/",
}
WORK = "doc:A/HRC/9/99"
VERSION = f"{WORK}/en"
NASTY = 'Tab\there, "quotes", a \\ stroke,\nline end, \u2019, \u4e2d\u6587, \U0001f54a and \u0627'


def iri(curie: str) -> NamedNode:
    """The node of a CURIE."""
    prefix, _, local = curie.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


def document_quads(title: str = "Report of the Panel") -> list[Quad]:
    """A document with a citation, an act, and evidence, in three graphs."""
    span, selector = f"{VERSION}#char=0,10", f"{VERSION}#selector=0,10"
    integer = NamedNode(f"{XSD}integer")
    facts: list[tuple[str, str, NamedNode | Literal]] = [
        (WORK, "rdf:type", iri("ung:Document")),
        (WORK, "ung:symbol", Literal("A/HRC/9/99")),
        (WORK, "dcterms:title", Literal(title, language="en")),
        (WORK, "dcterms:date", Literal("2008-05-03", datatype=NamedNode(f"{XSD}date"))),
        (WORK, "ung:hasVersion", iri(VERSION)),
        (VERSION, "rdf:type", iri("ung:DocumentVersion")),
        (VERSION, "ung:textLength", Literal("80", datatype=integer)),
        (f"{VERSION}#para-1", "rdf:type", iri("ung:Paragraph")),
        (f"{VERSION}#para-1", "dcterms:isPartOf", iri(VERSION)),
        (f"{VERSION}#para-1", "ung:number", Literal("1")),
        (f"{WORK}#citation-1", "rdf:type", iri("ung:Citation")),
        (f"{WORK}#citation-1", "cito:hasCitingEntity", iri(WORK)),
        (f"{WORK}#citation-1", "cito:hasCitedEntity", iri("doc:A/RES/926(X)")),
        ("doc:A/RES/926(X)", "rdf:type", iri("ung:Document")),
        ("doc:A/RES/926(X)", "ung:symbol", Literal("A/RES/926(X)")),
        (f"{WORK}#act-1", "rdf:type", iri("ung:Invitation")),
        (f"{WORK}#act-1", "ung:agent", iri("agent:hrc")),
        (f"{WORK}#act-1", "ung:theme", Literal(NASTY, language="en")),
    ]
    evidence: list[tuple[str, str, NamedNode | Literal]] = [
        (f"{WORK}#citation-1", "ung:evidence", iri(span)),
        (f"{WORK}#act-1", "ung:evidence", iri(span)),
        (span, "rdf:type", iri("ung:Span")),
        (span, "dcterms:isPartOf", iri(f"{VERSION}#para-1")),
        (span, "oa:hasSelector", iri(selector)),
        (selector, "oa:start", Literal("0", datatype=integer)),
        (selector, "oa:exact", Literal("A/HRC/9/99")),
    ]
    authority: list[tuple[str, str, NamedNode | Literal]] = [
        ("agent:hrc", "rdf:type", iri("ung:Body")),
        ("agent:hrc", "rdfs:label", Literal("Human Rights Council", language="en")),
    ]
    return [
        Quad(iri(s), iri(p), o, NamedNode(name))
        for name, statements in ((FACTS, facts), (EVIDENCE, evidence), (AUTHORITY, authority))
        for s, p, o in statements
    ]
