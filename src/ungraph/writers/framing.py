"""Quads → JSON-LD framed by document: a tree with the document at its root.

Below the document stand its versions, below them their paragraphs, below these the words that
statements rest on, and there the statements themselves. Every triple is said once; the names of
graphs are not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from ungraph.namespaces import PREFIXES
from ungraph.writers.jsonld import Json, JsonObject, compact, to_expanded, with_context

__all__ = ["frame_documents", "iter_framed"]

_HAS_VERSION = f"{PREFIXES['ung']}hasVersion"
# A node hangs on the object of these, when nothing that is in the tree already points to it.
_UPWARD = (
    f"{PREFIXES['dcterms']}isPartOf",
    f"{PREFIXES['cito']}hasCitingEntity",
    f"{PREFIXES['ung']}evidence",
)


def iter_framed(parts: Iterable[Iterable[ox.Quad]]) -> Iterator[bytes]:
    """Framed JSON-LD: our context, then a list of trees, document by document."""
    yield from with_context(item for part in parts for item in frame_documents(part))


def frame_documents(quads: Iterable[ox.Quad]) -> list[JsonObject]:
    """Trees that hold every triple of *quads* once; first the documents that have a version."""
    union = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    forest = _Forest({str(node["@id"]): node for node in to_expanded(union)})
    return compact(forest.grow())


@dataclass(frozen=True, slots=True)
class _Edge:
    """How a node came into the tree: by *predicate* of its *parent*, or the other way round."""

    parent: str
    predicate: str
    upward: bool


@dataclass(slots=True)
class _Forest:
    """Nodes by IRI, and for each the one edge by which it hangs in its tree."""

    nodes: dict[str, JsonObject]
    edges: dict[str, _Edge | None] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)

    def grow(self) -> list[JsonObject]:
        below = self._below()
        roots = [iri for iri, node in self.nodes.items() if _HAS_VERSION in node]
        grown: list[str] = []
        for iri in (*roots, *self.nodes):
            if iri not in self.edges:
                self.edges[iri] = None
                grown.append(iri)
                self._spread(iri, below)
        return [self._tree(iri) for iri in grown]

    def _below(self) -> dict[str, list[tuple[str, str]]]:
        """For each node, the nodes that point to it by one of the upward properties."""
        below: dict[str, list[tuple[str, str]]] = {}
        for predicate in _UPWARD:
            for iri, node in self.nodes.items():
                for target in _references(node.get(predicate)):
                    below.setdefault(target, []).append((iri, predicate))
        return below

    def _spread(self, root: str, below: dict[str, list[tuple[str, str]]]) -> None:
        """Breadth first, so that trees stay shallow."""
        layer = [root]
        while layer:
            following: list[str] = []
            for iri in layer:
                for child, predicate, upward in self._neighbours(iri, below):
                    if child in self.nodes and child not in self.edges:
                        self.edges[child] = _Edge(iri, predicate, upward)
                        self.children.setdefault(iri, []).append(child)
                        following.append(child)
            layer = following

    def _neighbours(
        self, iri: str, below: dict[str, list[tuple[str, str]]]
    ) -> Iterator[tuple[str, str, bool]]:
        for predicate, values in self.nodes[iri].items():
            if predicate not in _UPWARD:
                for target in _references(values):
                    yield target, predicate, False
        for child, predicate in below.get(iri, ()):
            yield child, predicate, True

    def _tree(self, iri: str) -> JsonObject:
        edge = self.edges[iri]
        embedded: dict[str, Json] = {}
        reverse: dict[str, Json] = {}
        for child in self.children.get(iri, ()):
            below = self.edges[child]
            assert below is not None
            if below.upward:
                grouped = reverse.setdefault(below.predicate, [])
                assert isinstance(grouped, list)
                grouped.append(self._tree(child))
            else:
                embedded[child] = self._tree(child)
        tree: JsonObject = {}
        for predicate, values in self.nodes[iri].items():
            said = edge.parent if edge and edge.upward and edge.predicate == predicate else None
            kept = _embed(values, embedded, said)
            if kept != []:
                tree[predicate] = kept
        if reverse:
            tree["@reverse"] = reverse
        return tree


def _references(values: Json) -> Iterator[str]:
    if isinstance(values, list):
        for value in values:
            if isinstance(value, dict) and isinstance(value.get("@id"), str):
                yield str(value["@id"])


def _embed(values: Json, embedded: dict[str, Json], said: str | None) -> Json:
    """*values* with each node put where it is first named; the one *said* above is left out."""
    if not isinstance(values, list):
        return values
    kept: list[Json] = []
    for value in values:
        iri = value.get("@id") if isinstance(value, dict) else None
        if not isinstance(iri, str):
            kept.append(value)
        elif iri != said:
            kept.append(embedded.pop(iri, value))
    return kept
