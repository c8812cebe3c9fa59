"""Statements: the union of the graphs of quads, as text, by subject and predicate.

Terms are their N-Triples forms ("<iri>", '"words"@en'), since most checks compare terms only.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Quad

from ungraph.namespaces import PREFIXES

__all__ = ["RDF_TYPE", "Statements", "literal_text", "load_statements", "text_of"]

RDF_TYPE = f"<{PREFIXES['rdf']}type>"
_NONE: Mapping[str, None] = {}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


@dataclass(slots=True)
class Statements:
    """Values by subject and predicate, and the members of classes, each once, in their order."""

    by_subject: dict[str, dict[str, dict[str, None]]] = field(default_factory=dict)
    by_class: dict[str, dict[str, None]] = field(default_factory=dict)

    def values(self, subject: str, predicate: str) -> Mapping[str, None]:
        """The values of a property."""
        properties = self.by_subject.get(subject)
        return _NONE if properties is None else properties.get(predicate, _NONE)

    def is_a(self, node: str, class_: str) -> bool:
        """Whether *node* is stated to be of *class_* itself."""
        members = self.by_class.get(class_)
        return members is not None and node in members

    def to_ntriples(
        self, predicates: Container[str] | None = None, subjects: Container[str] = ()
    ) -> bytes:
        """As N-Triples, the statements with *predicates* (None: all) and those about *subjects*."""
        return "".join(
            f"{subject} {predicate} {value} .\n"
            for subject, properties in self.by_subject.items()
            for predicate, values in properties.items()
            if predicates is None or predicate in predicates or subject in subjects
            for value in values
        ).encode()


def load_statements(graph: Iterable[Quad] | bytes | Statements) -> Statements:
    """The union of all graphs of quads, or of canonical N-Quads such as ``to_nquads`` gives.

    Every line of the bytes names a graph, as those that this program writes do.
    """
    if isinstance(graph, Statements):
        return graph
    found = Statements()
    by_subject, by_class = found.by_subject, found.by_class
    properties: dict[str, dict[str, None]] = {}
    last = ""
    for subject, predicate, value in (
        _iter_lines(graph)
        if isinstance(graph, bytes)
        else ((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in graph)
    ):
        if subject != last:  # those of one subject mostly come together
            last, properties = subject, by_subject.setdefault(subject, {})
        if predicate in properties:
            properties[predicate][value] = None
        else:
            properties[predicate] = {value: None}
        if predicate == RDF_TYPE:
            by_class.setdefault(value, {})[subject] = None
    return found


def _iter_lines(nquads: bytes) -> Iterator[tuple[str, str, str]]:
    for line in nquads.decode().split("\n"):
        if line:
            subject, predicate, rest = line.split(" ", 2)
            yield subject, predicate, rest[: rest.rindex(" <")]


def literal_text(term: str) -> str | None:
    """The lexical form of a literal with its escapes as they are; None for another term."""
    return term[1 : term.rindex('"')] if term.startswith('"') else None


def text_of(term: str) -> str:
    """The IRI, or the lexical form of a literal as it is meant."""
    text = literal_text(term)
    if text is None:
        return term[1:-1]
    return text if "\\" not in text else _ESCAPE.sub(_unescape, text)


def _unescape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])
