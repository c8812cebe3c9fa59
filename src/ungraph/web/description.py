"""What the endpoint offers and what the store holds: SPARQL service description, VoID and DCAT.

Counted from the store itself, once for each state of the folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from ungraph.namespaces import PREFIXES

__all__ = ["describe_service", "forget_description", "terms_in_use"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_VOID, _DCAT = PREFIXES["void"], PREFIXES["dcat"]
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_FORMAT_NAMES = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "TriG",
    "N-Triples",
    "N-Quads",
    "RDF_XML",
    "JSON-LD",
)


def describe_service(folder: Path, endpoint: str) -> tuple[ox.Triple, ...]:
    """The triples of the description; *endpoint* is the address that queries go to."""
    service, dataset = ox.NamedNode(endpoint), ox.NamedNode(f"{endpoint}#dataset")
    triples = [
        ox.Triple(service, _TYPE, ox.NamedNode(_SD + "Service")),
        ox.Triple(service, ox.NamedNode(_SD + "endpoint"), service),
        ox.Triple(service, ox.NamedNode(_SD + "defaultDataset"), dataset),
        ox.Triple(service, ox.NamedNode(_SD + "feature"), ox.NamedNode(_SD + "UnionDefaultGraph")),
        ox.Triple(dataset, _TYPE, ox.NamedNode(_SD + "Dataset")),
        ox.Triple(dataset, _TYPE, ox.NamedNode(_VOID + "Dataset")),
        ox.Triple(dataset, _TYPE, ox.NamedNode(_DCAT + "Dataset")),
        ox.Triple(dataset, ox.NamedNode(_VOID + "sparqlEndpoint"), service),
    ]
    for language in ("SPARQL11Query", "SPARQL11Update"):
        supported = ox.NamedNode(_SD + "supportedLanguage")
        triples.append(ox.Triple(service, supported, ox.NamedNode(_SD + language)))
    for name in _FORMAT_NAMES:
        node = ox.NamedNode(_FORMATS + name)
        triples.append(ox.Triple(service, ox.NamedNode(_SD + "resultFormat"), node))
    return (*triples, *_statistics(folder, dataset))


def terms_in_use(folder: Path, kind: str) -> tuple[str, ...]:
    """IRIs of the classes or properties ("class", "property") of the store, most used first."""
    counts = _count(folder)
    rows = counts.classes if kind == "class" else counts.properties
    return tuple(iri for iri, _ in sorted(rows, key=lambda row: (-row[1], row[0])))


def _statistics(folder: Path, dataset: ox.NamedNode) -> Iterator[ox.Triple]:
    counts = _count(folder)
    yield _number(dataset, "triples", counts.quads)
    for kind, name, rows in (
        ("classPartition", "class", counts.classes),
        ("propertyPartition", "property", counts.properties),
    ):
        for order, (iri, number) in enumerate(rows):
            node = ox.NamedNode(f"{dataset.value}-{name}-{order}")
            yield ox.Triple(dataset, ox.NamedNode(_VOID + kind), node)
            yield ox.Triple(node, ox.NamedNode(_VOID + name), ox.NamedNode(iri))
            yield _number(node, "entities" if name == "class" else "triples", number)


def _number(node: ox.NamedNode, name: str, value: int) -> ox.Triple:
    literal = ox.Literal(str(value), datatype=ox.NamedNode(PREFIXES["xsd"] + "integer"))
    return ox.Triple(node, ox.NamedNode(_VOID + name), literal)


class _Counts:
    """Numbers of a store, counted when it is made."""

    def __init__(self, store: ox.Store) -> None:
        self.quads = len(store)
        self.classes = _rows(
            store, "SELECT ?x (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a ?x } GROUP BY ?x"
        )
        self.properties = _rows(store, "SELECT ?x (COUNT(*) AS ?n) WHERE { ?s ?x ?o } GROUP BY ?x")


def _rows(store: ox.Store, query: str) -> tuple[tuple[str, int], ...]:
    answer = store.query(query, use_default_graph_as_union=True)
    assert isinstance(answer, ox.QuerySolutions)
    found = ((row["x"], row["n"]) for row in answer)
    return tuple(
        sorted(
            (x.value, int(n.value))
            for x, n in found
            if isinstance(x, ox.NamedNode) and isinstance(n, ox.Literal)
        )
    )


@lru_cache(maxsize=2)
def _count(folder: Path) -> _Counts:
    return _Counts(ox.Store.read_only(str(folder)))


def forget_description() -> None:
    """Count anew at the next request: the store has been written to."""
    _count.cache_clear()
