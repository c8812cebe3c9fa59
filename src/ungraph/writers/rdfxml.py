"""Quads → RDF/XML: the triples of all graphs, grouped by subject; graph names are not kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ungraph.errors import OutputError
from ungraph.namespaces import PREFIXES

__all__ = ["iter_rdfxml", "write_rdfxml"]

# XML 1.0 has no way to write these characters, escaped or not.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPEN = re.compile(rb"\A.*?<rdf:RDF[^>]*>", re.DOTALL)
_CLOSE = b"</rdf:RDF>"


def write_rdfxml(quads: Iterable[ox.Quad]) -> bytes:
    """One RDF/XML file; raises OutputError for a literal that XML 1.0 cannot hold."""
    return b"".join(iter_rdfxml([quads]))


def iter_rdfxml(parts: Iterable[Iterable[ox.Quad]]) -> Iterator[bytes]:
    """RDF/XML piece by piece: the opening tag, the parts in their order, the closing tag."""
    prefixes = dict(PREFIXES)
    nothing = ox.serialize([], format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b""
    yield nothing.removesuffix(b"\n").removesuffix(_CLOSE)
    for part in parts:
        triples = sorted({quad.triple for quad in part}, key=_triple_key)
        if triples:
            data = ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=prefixes) or b""
            yield _OPEN.sub(b"", data, count=1).removesuffix(b"\n").removesuffix(_CLOSE)
    yield _CLOSE + b"\n"


def _triple_key(triple: ox.Triple) -> tuple[str, bool, str, str]:
    if isinstance(triple.object, ox.Literal) and _NOT_IN_XML.search(triple.object.value):
        raise OutputError(
            "cannot write RDF/XML",
            where=str(triple.subject),
            why="a quotation holds a control character, which XML 1.0 has no way to write",
            advice="Choose another format, such as turtle or jsonld",
        )
    predicate = triple.predicate.value
    is_type = predicate == f"{PREFIXES['rdf']}type"
    return str(triple.subject), not is_type, predicate, str(triple.object)
