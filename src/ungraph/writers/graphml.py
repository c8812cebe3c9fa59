"""The citation network → GraphML, for yEd, Gephi, Cytoscape, igraph and networkx."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ungraph.graph.network import (
    CITATION_FIELDS,
    DOCUMENT_FIELDS,
    CitationRecord,
    DocumentRecord,
    FieldKind,
)
from ungraph.writers.xml_text import XML_DECLARATION, format_value, quote_text, start_tag

__all__ = ["iter_graphml"]

_TYPES = {"string": "string", "integer": "int", "boolean": "boolean"}
_HEAD = (
    f"{XML_DECLARATION}"
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def iter_graphml(
    documents: Iterable[DocumentRecord], citations: Iterable[CitationRecord]
) -> Iterator[bytes]:
    """A directed graph, one edge a citation, in the order given; what is not known is left out."""
    yield _HEAD.encode()
    yield _keys("node", DOCUMENT_FIELDS)
    yield _keys("edge", CITATION_FIELDS)
    yield b'<graph id="citations" edgedefault="directed">\n'
    for document in documents:
        tag = start_tag("node", id=document.iri)
        yield f"{tag}{_data('node', document, DOCUMENT_FIELDS)}</node>\n".encode()
    for citation in citations:
        tag = start_tag("edge", id=citation.iri, source=citation.citing, target=citation.cited)
        yield f"{tag}{_data('edge', citation, CITATION_FIELDS)}</edge>\n".encode()
    yield b"</graph>\n</graphml>\n"


def _keys(owner: str, fields: Mapping[str, FieldKind]) -> bytes:
    lines = (
        f'<key id="{owner}_{name}" for="{owner}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'
        for name, kind in fields.items()
    )
    return "".join(lines).encode()


def _data(owner: str, record: object, fields: Mapping[str, FieldKind]) -> str:
    values = ((name, format_value(getattr(record, name))) for name in fields)
    return "".join(
        f'<data key="{owner}_{name}">{quote_text(value)}</data>' for name, value in values if value
    )
