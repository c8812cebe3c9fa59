"""Screening: what the shapes leave no doubt about, so that an engine need not look at it.

A node that certainly conforms, and a value that is missing altogether, need no engine. Shapes that
may find something else, or that ask for more than comparing terms, stay open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH
from rdflib.term import BNode, Node

from ungraph.model.report import Finding
from ungraph.validation.checks import Check, Compiler, PropertyCheck, all_of
from ungraph.validation.statements import Statements
from ungraph.validation.terms import to_term

__all__ = ["Screen", "load_screen"]

Nodes = Mapping[str, None]

_SUBCLASS = f"<{RDFS.subClassOf}>"
_OF = (SH.targetSubjectsOf, SH.targetObjectsOf)
_TARGETS = (SH.targetClass, SH.targetNode, *_OF)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape with targets; *check* is of the node itself. Unless *known*, an engine judges it."""

    name: str
    targets: tuple[tuple[Node, str], ...]
    check: Check | None = None
    properties: tuple[PropertyCheck, ...] = ()
    known: bool = True


@dataclass(frozen=True, slots=True)
class Screen:
    """All shapes with targets; those with *other* targets than the plain ones are always open."""

    shapes: tuple[_Shape, ...]
    other: tuple[str, ...]

    def run(self, data: Statements) -> tuple[list[Finding], dict[str, Nodes | None]]:
        """The findings that are certain, and the open shapes with their nodes (None: not known)."""
        still_open: dict[str, Nodes | None] = dict.fromkeys(self.other)
        if any(_SUBCLASS in properties for properties in data.by_subject.values()):
            return [], still_open | dict.fromkeys(shape.name for shape in self.shapes)
        by_predicate = {t: list[str]() for s in self.shapes for kind, t in s.targets if kind in _OF}
        for subject, properties in data.by_subject.items():
            for predicate in properties:
                if predicate in by_predicate:
                    by_predicate[predicate].append(subject)
        findings: list[Finding] = []
        for shape in self.shapes:
            nodes = dict.fromkeys(_iter_targets(shape, data, by_predicate))
            found = _judge(shape, nodes, data) if shape.known else None
            if found is not None:
                findings += found
            elif nodes:
                still_open[shape.name] = nodes
        return findings, still_open


def _iter_targets(
    shape: _Shape, data: Statements, by_predicate: Mapping[str, list[str]]
) -> Iterator[str]:
    for kind, target in shape.targets:
        if kind == SH.targetClass:
            yield from data.by_class.get(target, ())
        elif kind == SH.targetNode:
            yield target
        elif kind == SH.targetSubjectsOf:
            yield from by_predicate[target]
        else:
            for subject in by_predicate[target]:
                yield from data.by_subject[subject][target]


def _judge(shape: _Shape, nodes: Iterable[str], data: Statements) -> list[Finding] | None:
    """What is missing at *nodes*; None when something else may be wrong."""
    found: list[Finding] = []
    for node in nodes:
        if shape.check is not None and not shape.check(data, node):
            return None
        properties = data.by_subject.get(node, {})
        for asked in shape.properties:
            values = properties.get(asked.path)
            if values is None and asked.optional:
                continue
            if values is None and asked.missing is not None:
                name = "_:" if node.startswith("_:") else node.strip("<>")
                found.append(replace(asked.missing, focus_node=name))
            elif not asked.holds(data, node, values or {}):
                return None
    return found


def load_screen(shapes: rdflib.Graph) -> Screen:
    """The screen of a shapes graph."""
    extended = any(
        pattern in shapes
        for pattern in ((None, RDF.type, SH.ConstraintComponent), (None, SH.entailment, None))
    )
    compiler = Compiler(shapes)
    plain: list[_Shape] = []
    other: list[str] = []
    for node in sorted(set(_iter_targeted(shapes)), key=str):
        is_class = bool({RDFS.Class, OWL.Class} & set(shapes.objects(node, RDF.type)))
        if extended or is_class or (node, SH.target, None) in shapes or isinstance(node, BNode):
            other.append(str(node))
        else:
            plain.append(_load_shape(shapes, compiler, node))
    return Screen(tuple(plain), tuple(other))


def _iter_targeted(shapes: rdflib.Graph) -> Iterator[Node]:
    for kind in (*_TARGETS, SH.target):
        yield from shapes.subjects(kind)
    for kind in (RDFS.Class, OWL.Class):
        for node in shapes.subjects(RDF.type, kind):
            if {SH.NodeShape, SH.PropertyShape} & set(shapes.objects(node, RDF.type)):
                yield node


def _load_shape(shapes: rdflib.Graph, compiler: Compiler, node: Node) -> _Shape:
    targets = [(kind, to_term(t)) for kind in _TARGETS for t in shapes.objects(node, kind)]
    shape = _Shape(str(node), tuple(sorted(targets)))
    own: list[Check] | None = []
    if shapes.value(node, SH.path) is None:
        own = compiler.constraints(node, leave=SH.property)
        made = [compiler.property(inner) for inner in shapes.objects(node, SH.property)]
    else:
        made = [compiler.property(node)]
    properties = [each for each in made if each is not None]
    if own is None or len(properties) < len(made):
        return replace(shape, known=False)
    ordered = tuple(sorted(properties, key=lambda each: (each.path, each.least)))
    return replace(shape, check=all_of(own), properties=ordered)
