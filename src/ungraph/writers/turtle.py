"""Quads → Turtle and TriG that people can read: the document, what it says, then its evidence.

Each document sets ``@base`` to its version, so that a span is ``<#char=437,511>`` and a paragraph
``<#para-9>``, and ``@prefix n:`` to its own nodes, so that an act is ``n:act-1f0c…``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from ungraph.namespaces import PREFIXES

__all__ = ["iter_trig", "iter_turtle", "write_trig", "write_turtle"]

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.\-]*[A-Za-z0-9_\-])?\Z")
_BARE = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+\Z"),
    f"{_XSD}boolean": re.compile(r"(?:true|false)\Z"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
}
_ESCAPES = str.maketrans(
    {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
)
# Named in alignments and descriptions, not in the graphs of documents.
_UNUSED = frozenset(
    ("cdm", "dcat", "eli", "lode", "lrmoo", "owl", "schema", "sem", "sh", "time", "vann", "void")
)
_PREFIXES = {iri: name for name, iri in PREFIXES.items() if name not in _UNUSED}
_CONCEPT = re.compile(r"(.*/ns/([a-z-]+)/)[^/]+\Z")
_DIGITS = re.compile(r"(\d+)")
_GRAPH, _DOCUMENT, _EVIDENCE = "/id/graph/", "/id/doc/", "/evidence"
_FIRST_PREDICATES = ("type", "symbol", "number", "label", "title")
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def write_turtle(quads: Iterable[ox.Quad]) -> bytes:
    """The triples of all graphs as one Turtle file; the graphs' names are not kept."""
    return b"".join(iter_turtle([quads]))


def write_trig(quads: Iterable[ox.Quad]) -> bytes:
    """All graphs as one TriG file."""
    return b"".join(iter_trig([quads]))


def iter_turtle(parts: Iterable[Iterable[ox.Quad]]) -> Iterator[bytes]:
    """Turtle piece by piece: the prefixes, then each part (one document or more) in its order."""
    return _iter_pieces(parts, named=False)


def iter_trig(parts: Iterable[Iterable[ox.Quad]]) -> Iterator[bytes]:
    """TriG piece by piece, as ``iter_turtle``."""
    return _iter_pieces(parts, named=True)


def _iter_pieces(parts: Iterable[Iterable[ox.Quad]], *, named: bool) -> Iterator[bytes]:
    yield "".join(f"@prefix {name}: <{iri}> .\n" for iri, name in _PREFIXES.items()).encode()
    for part in parts:
        by_owner = sorted(set(part if named else _brought_together(part)), key=_owner_of)
        for owner, quads in groupby(by_owner, key=_owner_of):
            yield _Block(owner, named=named).write(list(quads)).encode()


def _brought_together(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """What a shared graph says of a document at hand moves to that document, for the reader.

    Turtle does not keep the names of graphs, so this changes only the order.
    """
    given = list(quads)
    homes: dict[str, ox.NamedNode] = {}
    for quad in sorted(given, key=_graph_text):
        if quad.predicate.value.endswith("#hasVersion") and isinstance(quad.subject, ox.NamedNode):
            if isinstance(quad.graph_name, ox.NamedNode):
                homes.setdefault(quad.subject.value, quad.graph_name)
    for quad in given:
        home = homes.get(_subject_text(quad).strip("<>").partition("#")[0])
        if home is None or "/" in _graph_text(quad).partition(_GRAPH)[2]:
            yield quad
        else:
            yield ox.Quad(quad.subject, quad.predicate, quad.object, home)


def _owner_of(quad: ox.Quad) -> str:
    """The name of a quad's graph without its ending for evidence."""
    return _graph_text(quad).removesuffix(_EVIDENCE)


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """A sort key under which para-10 follows para-9."""
    return tuple(
        (0, int(piece), "") if piece.isdecimal() and piece.isascii() else (1, 0, piece)
        for piece in _DIGITS.split(text)
        if piece
    )


class _Block:
    """The graphs of one owner (a document version, the authority, the links) as text."""

    def __init__(self, owner: str, *, named: bool) -> None:
        self.owner = owner
        self.named = named
        self.version = ""
        self.work = ""
        base, found, rest = owner.partition(_GRAPH)
        self.prefixes: dict[str, str] = {}
        if found:
            self.prefixes = {f"{base}/id/agent/": "agent", f"{base}/id/session/": "session"}
            if "/" in rest:
                self.version = f"{base}{_DOCUMENT}{rest}"
        self.spans = (f"{self.version}#char=", f"{self.version}#selector=")
        self.prefixes |= _PREFIXES
        self.own: dict[str, str] = {
            name: iri for iri, name in self.prefixes.items() if name in ("agent", "session")
        }

    def write(self, quads: list[ox.Quad]) -> str:
        self.work = self._work_of(quads)
        self._name_code_lists(quads)
        lines = ["\n"]
        if self.version:
            lines.append(f"@base <{self.version}> .\n")
            if self.work:
                self.own["n"] = f"{self.work}#"
                self.prefixes[f"{self.work}#"] = "n"
        lines += [f"@prefix {name}: <{iri}> .\n" for name, iri in sorted(self.own.items())]
        ordered = sorted(quads, key=_graph_text)
        for _, graph in groupby(ordered, key=_graph_text):
            lines += self._graph(list(graph))
        return "".join(lines)

    def _name_code_lists(self, quads: list[ox.Quad]) -> None:
        """A prefix for each closed list in use: ``act-types:request``."""
        for quad in quads:
            for term in (quad.subject, quad.object):
                found = _CONCEPT.match(term.value) if isinstance(term, ox.NamedNode) else None
                if found:
                    self.prefixes[found[1]] = found[2]
                    self.own[found[2]] = found[1]

    def _work_of(self, quads: list[ox.Quad]) -> str:
        works = [
            quad.subject.value
            for quad in quads
            if isinstance(quad.subject, ox.NamedNode)
            and isinstance(quad.object, ox.NamedNode)
            and quad.object.value == self.version
            and quad.predicate.value.endswith("#hasVersion")
        ]
        return min(works, default="")

    def _graph(self, quads: list[ox.Quad]) -> list[str]:
        name = quads[0].graph_name
        opened = self.named and isinstance(name, ox.NamedNode)
        lines = [f"\nGRAPH {self._iri(name.value)} {{\n"] if opened else []  # type: ignore[union-attr]
        subjects: dict[str, list[ox.Quad]] = {}
        for quad in quads:
            subjects.setdefault(_subject_text(quad), []).append(quad)
        section = None
        for subject in sorted(subjects, key=self._place):
            if self._rank(subject) != section:
                section = self._rank(subject)
                lines.append(f"\n# {section[1]}\n")
            lines += self._subject(subjects[subject])
        if opened:
            lines.append("}\n")
        return lines

    def _place(self, subject: str) -> tuple[tuple[int, str], tuple[tuple[int, int, str], ...]]:
        """Sections in their order; a selector follows its span."""
        rank = self._rank(subject)
        if rank[1] == "spans":
            kind, _, positions = subject.rpartition("=")
            subject = f"{positions}{kind}"
        return rank, natural_key(subject)

    def _rank(self, subject: str) -> tuple[int, str]:
        """Place and name of the section in which *subject* stands."""
        if self.version and subject in (self.work, self.version):
            return 0, "document"
        if self.version and subject.startswith(self.spans):
            return 8, "spans"
        if self.version and subject.startswith(f"{self.version}#"):
            return 1, "parts"
        if self.work and subject.startswith(f"{self.work}#"):
            return 5, subject[len(self.work) + 1 :].partition("-")[0]
        for ending, place in (("/agent/", 2), ("/session/", 3), ("/doc/", 4)):
            if f"/id{ending}" in subject:
                return place, {2: "agents", 3: "sessions", 4: "documents cited"}[place]
        return 7, "others"

    def _subject(self, quads: list[ox.Quad]) -> list[str]:
        by_predicate: dict[str, list[str]] = {}
        for quad in quads:
            by_predicate.setdefault(quad.predicate.value, []).append(self._term(quad.object))
        pieces = [
            f"{'a' if predicate == _RDF_TYPE else self._iri(predicate)} "
            + " , ".join(sorted(set(by_predicate[predicate]), key=natural_key))
            for predicate in sorted(by_predicate, key=_predicate_key)
        ]
        return [f"{self._term(quads[0].subject)} ", " ;\n    ".join(pieces), " .\n"]

    def _term(self, term: _Term) -> str:
        if isinstance(term, ox.NamedNode):
            return self._iri(term.value)
        if isinstance(term, ox.Literal):
            return self._literal(term)
        return str(term)

    def _literal(self, literal: ox.Literal) -> str:
        quoted = f'"{literal.value.translate(_ESCAPES)}"'
        if literal.language:
            return f"{quoted}@{literal.language}"
        datatype = literal.datatype.value
        if datatype == f"{_XSD}string":
            return quoted
        bare = _BARE.get(datatype)
        if bare and bare.match(literal.value):
            return literal.value
        return f"{quoted}^^{self._iri(datatype)}"

    def _iri(self, iri: str) -> str:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self.prefixes.get(iri[:cut])
        if prefix is not None and _LOCAL.match(iri, cut):
            return f"{prefix}:{iri[cut:]}"
        if self.version and iri.startswith(self.version):
            rest = iri[len(self.version) :]
            if not rest or rest[0] == "#":
                return f"<{rest}>"
        return f"<{iri}>"


def _graph_text(quad: ox.Quad) -> str:
    name = quad.graph_name
    return name.value if isinstance(name, ox.NamedNode) else ""


def _subject_text(quad: ox.Quad) -> str:
    subject = quad.subject
    return subject.value if isinstance(subject, ox.NamedNode) else str(subject)


def _predicate_key(predicate: str) -> tuple[int, str]:
    """The type first, then what names the subject, the evidence last."""
    name = predicate[max(predicate.rfind("#"), predicate.rfind("/")) + 1 :]
    if name in _FIRST_PREDICATES:
        return _FIRST_PREDICATES.index(name), predicate
    return len(_FIRST_PREDICATES) + (name == "evidence"), predicate
