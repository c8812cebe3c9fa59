"""Quads ↔ rdflib in memory: small graphs for people who work with rdflib."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import rdflib
from pyparsing import ParseException
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from ungraph.errors import StoreError
from ungraph.stores.base import Answer, Store, View, Writer, graph_of, query_error

__all__ = ["MemoryStore", "from_rdflib", "to_rdflib"]


class MemoryStore(Store):
    """An rdflib Dataset whose default graph is the union of its graphs."""

    def __init__(self, dataset: rdflib.Dataset | None = None) -> None:
        self.dataset = rdflib.Dataset(default_union=True) if dataset is None else dataset

    def writer(self) -> Writer:
        return _MemoryWriter(self.dataset)

    def view(self) -> View:
        return _MemoryView(self.dataset)

    def close(self) -> None:
        """Nothing to let go of; the dataset stays usable."""


class _MemoryWriter(Writer):
    def __init__(self, dataset: rdflib.Dataset) -> None:
        super().__init__()
        self._dataset = dataset

    def _commit(self, removed: tuple[str, ...], added: tuple[ox.Quad, ...]) -> None:
        for name in removed:
            self._dataset.remove_graph(rdflib.URIRef(name))
        for quad in added:
            name = graph_of(quad)
            graph = self._dataset.graph(rdflib.URIRef(name) if name else DATASET_DEFAULT_GRAPH_ID)
            graph.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))


class _MemoryView(View):
    def __init__(self, dataset: rdflib.Dataset) -> None:
        self._dataset = dataset

    def query(self, sparql: str) -> Answer:
        try:
            result = self._dataset.query(sparql)
        except (ParseException, NameError) as error:
            raise query_error(sparql, error) from error
        if result.type in ("CONSTRUCT", "DESCRIBE"):
            triples = (
                ox.Triple(from_rdflib(s), from_rdflib(p), from_rdflib(o))  # type: ignore[arg-type]
                for s, p, o in result.graph or ()
            )
            return tuple(sorted(set(triples), key=str))
        data = result.serialize(format="json")
        if data is None:
            raise StoreError("rdflib gave no answer", where=repr(sparql[:60]))
        return ox.parse_query_results(data, ox.QueryResultsFormat.JSON)

    def iter_quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        wanted = None if graph is None else self._dataset.graph(rdflib.URIRef(graph))
        for s, p, o, name in self._dataset.quads((None, None, None, wanted)):
            where = (
                ox.DefaultGraph()
                if name is None or name == DATASET_DEFAULT_GRAPH_ID
                else ox.NamedNode(str(name))
            )
            yield ox.Quad(from_rdflib(s), from_rdflib(p), from_rdflib(o), where)  # type: ignore[arg-type]

    def graph_names(self) -> tuple[str, ...]:
        names = (
            str(graph.identifier)
            for graph in self._dataset.graphs()
            if graph.identifier != DATASET_DEFAULT_GRAPH_ID and len(graph)
        )
        return tuple(sorted(names))

    def count(self, graph: str | None = None) -> int:
        return sum(1 for _ in self.iter_quads(graph))


def to_rdflib(term: object) -> rdflib.term.Identifier:
    """A term of pyoxigraph as one of rdflib, its lexical form unchanged."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == str(rdflib.XSD.string):
            return rdflib.Literal(term.value)
        datatype = rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise TypeError(f"not a term that rdflib knows: {term!r}")


def from_rdflib(term: object) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """A term of rdflib as one of pyoxigraph."""
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        datatype = ox.NamedNode(str(term.datatype)) if term.datatype else None
        return ox.Literal(str(term), datatype=datatype)
    raise TypeError(f"not a term of rdflib: {term!r}")
