"""Which statements a shape speaks of: no others can change what it finds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import rdflib
from rdflib.namespace import RDF, RDFS, SH
from rdflib.term import Literal, Node, URIRef

from ungraph.validation.statements import Statements

__all__ = ["Reach", "load_reach", "select_statements"]


@dataclass(frozen=True, slots=True)
class Reach:
    """Predicates in their N-Triples form; with *own*, also everything said of the focus nodes."""

    predicates: frozenset[str]
    own: bool = False


# What looks at all statements of a node, or is made of other things than IRIs.
_ANY = {SH.closed, SH.target, SH.js, SH.rule}
_NAME = re.compile(r"(\w*):([\w.-]*)", re.ASCII)
_IRI = re.compile(r"<([^<>\s]*)>")
_OPEN_PREDICATE = re.compile(r"([?$]\w+)\s+[?$]\w+|(\$PATH)", re.ASCII)
_TYPED = re.compile(r"\sa\s|\brdf:type\b|#type>")
_SELECTED = re.compile(r"\bSELECT\b.*?\bWHERE\b", re.DOTALL | re.IGNORECASE)


def select_statements(
    data: Statements,
    reach: Mapping[str, Reach | None],
    shapes: Mapping[str, Mapping[str, None] | None],
) -> bytes:
    """As N-Triples, what *shapes* (with their focus nodes, None: not known) may speak of."""
    predicates: set[str] = set()
    subjects: set[str] = set()
    for name, nodes in shapes.items():
        found = reach.get(name)
        if found is None or (found.own and nodes is None):
            return data.to_ntriples()
        predicates |= found.predicates
        if found.own and nodes is not None:
            subjects |= nodes.keys()
    return data.to_ntriples(predicates, subjects)


def load_reach(shapes: rdflib.Graph) -> Mapping[str, Reach | None]:
    """The reach of each shape that has a name; None where a shape may speak of anything."""
    nodes = {node for node in shapes.subjects() if isinstance(node, URIRef)}
    return {str(node): _reach(shapes, node) for node in nodes}


def _reach(shapes: rdflib.Graph, shape: Node) -> Reach | None:
    """Every IRI that stands in the description of *shape*, and of what it refers to."""
    found: set[str] = set()
    seen: set[Node] = set()
    waiting = [shape]
    typed = own = False
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for predicate, value in shapes.predicate_objects(node):
            if predicate in _ANY:
                return None
            typed = typed or predicate in (SH.targetClass, SH["class"])
            if predicate in (SH.select, SH.ask) and isinstance(value, Literal):
                query = _SELECTED.sub("", str(value))
                subjects = {subject for subject, _ in _OPEN_PREDICATE.findall(query)}
                if subjects - {"$this"}:
                    return None
                own = own or bool(subjects)
                found.update(_iter_names(shapes, query))
                typed = typed or _TYPED.search(query) is not None
            elif not isinstance(value, Literal):
                found.add(f"<{value}>")
                waiting.append(value)
    if typed or (shape, RDF.type, RDFS.Class) in shapes:
        found |= {f"<{RDF.type}>", f"<{RDFS.subClassOf}>"}
    return Reach(frozenset(found), own)


def _iter_names(shapes: rdflib.Graph, query: str) -> Iterator[str]:
    declared = {
        str(shapes.value(node, SH.prefix)): str(shapes.value(node, SH.namespace))
        for node in shapes.objects(None, SH.declare)
    }
    for prefix, name in _NAME.findall(query):
        if prefix in declared:
            yield f"<{declared[prefix]}{name}>"
    for iri in _IRI.findall(query):
        yield f"<{iri}>"
