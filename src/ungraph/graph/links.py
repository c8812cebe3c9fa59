"""Links to the outside → quads of the links graph.

A link is a triple and, beside it, a ``ung:Link`` that names the triple, is ``enriched``, and
belongs to a ``ung:LinkSet`` with source, date and method. The address of a link follows from its
set and its triple, so a link found again is the same link.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from ungraph.graph.vocabulary import Vocabulary, standard
from ungraph.identifiers.mint import Mint

__all__ = ["Link", "LinkSet", "LinkWriter"]

_KEY_CHARS = 16


@dataclass(frozen=True, slots=True)
class LinkSet:
    """Where links come from: *source* is an address, *date* a whole date, *method* a code."""

    key: str
    title: str
    source: str
    date: str
    method: str


@dataclass(frozen=True, slots=True)
class Link:
    """One triple taken from outside, or told by several documents; *predicate* is a CURIE.

    *evidence* are the addresses of the words it rests on, where it has some, *reason* says why.
    """

    subject: str
    predicate: str
    value: NamedNode | Literal
    evidence: tuple[str, ...] = ()
    reason: str = ""


class LinkWriter:
    """Quads of links, below one base."""

    def __init__(self, mint: Mint | None = None) -> None:
        self._mint = mint or Mint()
        self._vocabulary = Vocabulary(self._mint)
        self.graph = NamedNode(self._mint.links_graph())
        self._status = self._vocabulary.concept("statuses", "enriched")

    def set_node(self, key: str) -> NamedNode:
        """The node of the set called *key*."""
        return NamedNode(self._mint.part(self.graph.value, f"set-{key}"))

    def link_node(self, key: str, link: Link) -> NamedNode:
        """The node of *link* in the set called *key*."""
        words = "\n".join((key, link.subject, link.predicate, str(link.value)))
        digest = hashlib.sha256(words.encode()).hexdigest()[:_KEY_CHARS]
        return NamedNode(self._mint.part(self.graph.value, f"link-{digest}"))

    def set_quads(self, links: LinkSet) -> Iterator[Quad]:
        """What is said of a set, and the notation of the status that its links have."""
        node = self.set_node(links.key)
        day = Literal(links.date, datatype=standard("xsd:date"))
        yield self._quad(node, "rdf:type", self._vocabulary.term("LinkSet"))
        yield self._quad(node, "rdfs:label", Literal(links.title, language="en"))
        yield self._quad(node, "dcterms:source", NamedNode(links.source))
        yield self._quad(node, "dcterms:date", day)
        yield self._quad(node, "ung:method", Literal(links.method))
        yield self._quad(self._status, "rdf:type", standard("skos:Concept"))
        yield self._quad(self._status, "skos:notation", Literal("enriched"))
        scheme = NamedNode(self._mint.scheme("statuses"))
        yield self._quad(self._status, "skos:inScheme", scheme)

    def link_quads(self, key: str, link: Link) -> Iterator[Quad]:
        """The triple and the link that tells of it."""
        node, subject = self.link_node(key, link), NamedNode(link.subject)
        predicate = self._vocabulary.curie(link.predicate)
        yield Quad(subject, predicate, link.value, self.graph)
        yield self._quad(node, "rdf:type", self._vocabulary.term("Link"))
        yield self._quad(node, "rdf:subject", subject)
        yield self._quad(node, "rdf:predicate", predicate)
        yield self._quad(node, "rdf:object", link.value)
        yield self._quad(node, "ung:status", self._status)
        yield self._quad(node, "ung:inLinkSet", self.set_node(key))
        for span in link.evidence:
            yield self._quad(node, "ung:evidence", NamedNode(span))
        if link.reason:
            yield self._quad(node, "ung:reason", Literal(link.reason, language="en"))

    def _quad(self, subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Quad:
        return Quad(subject, self._vocabulary.curie(predicate), value, self.graph)
