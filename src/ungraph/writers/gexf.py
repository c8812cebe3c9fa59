"""The citation network → GEXF 1.3, the format of Gephi."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ungraph.graph.network import (
    CITATION_FIELDS,
    DOCUMENT_FIELDS,
    CitationRecord,
    DocumentRecord,
    FieldKind,
)
from ungraph.writers.xml_text import XML_DECLARATION, format_value, quote_attribute, start_tag

__all__ = ["iter_gexf"]

# The label is an attribute of GEXF itself.
_NODE_FIELDS = {name: kind for name, kind in DOCUMENT_FIELDS.items() if name != "label"}
_HEAD = (
    f"{XML_DECLARATION}"
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    "<meta><creator>ungraph</creator>"
    "<description>Citations between documents of the United Nations</description></meta>\n"
    '<graph mode="static" defaultedgetype="directed">\n'
)


def iter_gexf(
    documents: Iterable[DocumentRecord], citations: Iterable[CitationRecord]
) -> Iterator[bytes]:
    """A directed graph, one edge a citation, in the order given; what is not known is left out."""
    yield _HEAD.encode()
    yield _attributes("node", _NODE_FIELDS)
    yield _attributes("edge", CITATION_FIELDS)
    yield b"<nodes>\n"
    for document in documents:
        tag = start_tag("node", id=document.iri, label=document.label)
        yield f"{tag}{_values(document, _NODE_FIELDS)}</node>\n".encode()
    yield b"</nodes>\n<edges>\n"
    for citation in citations:
        ends = {"source": citation.citing, "target": citation.cited}
        tag = start_tag("edge", id=citation.iri, **ends, type="directed")
        yield f"{tag}{_values(citation, CITATION_FIELDS)}</edge>\n".encode()
    yield b"</edges>\n</graph>\n</gexf>\n"


def _attributes(owner: str, fields: Mapping[str, FieldKind]) -> bytes:
    lines = [f'<attributes class="{owner}">\n']
    lines += [
        f'<attribute id="{name}" title="{name}" type="{kind}"/>\n' for name, kind in fields.items()
    ]
    return "".join([*lines, "</attributes>\n"]).encode()


def _values(record: object, fields: Mapping[str, FieldKind]) -> str:
    values = ((name, format_value(getattr(record, name))) for name in fields)
    said = "".join(
        f'<attvalue for="{name}" value={quote_attribute(value)}/>'
        for name, value in values
        if value
    )
    return f"<attvalues>{said}</attvalues>" if said else ""
