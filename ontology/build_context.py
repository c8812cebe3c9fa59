"""Write ``ontology/context.jsonld`` from the modules: ``python ontology/build_context.py``.

A test fails when the committed context has drifted from what this gives. Needs no network.
"""

from __future__ import annotations

import json
from pathlib import Path

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef

from ungraph.namespaces import PREFIXES

ONTOLOGY = Path(__file__).resolve().parent
UNG = PREFIXES["ung"]

# Terms of other vocabularies that our graphs use, by the name they get; "@id" marks a link.
OTHERS: dict[str, tuple[str, str | None]] = {
    "altLabel": ("skos:altLabel", None),
    "alternative": ("dcterms:alternative", None),
    "citedEntity": ("cito:hasCitedEntity", "@id"),
    "cites": ("cito:cites", "@id"),
    "citingEntity": ("cito:hasCitingEntity", "@id"),
    "closeMatch": ("skos:closeMatch", "@id"),
    "date": ("dcterms:date", None),
    "derivedFrom": ("prov:wasDerivedFrom", "@id"),
    "end": ("oa:end", "xsd:integer"),
    "exact": ("oa:exact", None),
    "exactMatch": ("skos:exactMatch", "@id"),
    "format": ("dcterms:format", None),
    "identifier": ("dcterms:identifier", None),
    "inScheme": ("skos:inScheme", "@id"),
    "isPartOf": ("dcterms:isPartOf", "@id"),
    "label": ("rdfs:label", None),
    "language": ("dcterms:language", "@id"),
    "notation": ("skos:notation", None),
    "object": ("rdf:object", None),
    "predicate": ("rdf:predicate", "@id"),
    "quotePrefix": ("oa:prefix", None),
    "quoteSuffix": ("oa:suffix", None),
    "relation": ("cito:hasCitationCharacterization", "@id"),
    "seeAlso": ("rdfs:seeAlso", "@id"),
    "selector": ("oa:hasSelector", "@id"),
    "source": ("oa:hasSource", "@id"),
    "start": ("oa:start", "xsd:integer"),
    "subject": ("rdf:subject", "@id"),
    "title": ("dcterms:title", None),
    "used": ("prov:used", "@id"),
    "wasAssociatedWith": ("prov:wasAssociatedWith", "@id"),
    "wasGeneratedBy": ("prov:wasGeneratedBy", "@id"),
}
COERCED = {
    XSD.boolean: "xsd:boolean",
    XSD.decimal: "xsd:decimal",
    XSD.integer: "xsd:integer",
    XSD.language: "xsd:language",
}


def build_context() -> str:
    """The context as it should stand in the file."""
    graph = Graph()
    for path in sorted((ONTOLOGY / "modules").glob("*.ttl")):
        graph.parse(path, format="turtle")
    context: dict[str, object] = {"@version": 1.1, "id": "@id", "type": "@type", "graph": "@graph"}
    context.update(sorted(PREFIXES.items()))
    for name, (iri, kind) in sorted(OTHERS.items()):
        context[name] = {"@id": iri, "@type": kind} if kind else {"@id": iri}
    for term in sorted(set(graph.subjects(RDFS.isDefinedBy)), key=str):
        name = str(term).removeprefix(UNG)
        if name in context:
            raise ValueError(f"the name {name!r} stands for two things in the context")
        context[name] = _entry(graph, URIRef(str(term)), f"ung:{name}")
    return json.dumps({"@context": context}, ensure_ascii=False, indent=2) + "\n"


def _entry(graph: Graph, term: URIRef, curie: str) -> dict[str, str]:
    kinds = set(graph.objects(term, RDF.type))
    if OWL.ObjectProperty in kinds:
        return {"@id": curie, "@type": "@id"}
    for datatype in graph.objects(term, RDFS.range):
        if datatype in COERCED:
            return {"@id": curie, "@type": COERCED[URIRef(str(datatype))]}
    return {"@id": curie}


if __name__ == "__main__":
    (ONTOLOGY / "context.jsonld").write_text(build_context(), encoding="utf-8")
