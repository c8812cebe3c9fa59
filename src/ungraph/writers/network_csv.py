"""The citation network → CSV: a table of documents and a table of citations.

The columns ``id``, ``label``, ``source`` and ``target`` are those that Gephi and others look for.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from ungraph.graph.network import (
    CITATION_FIELDS,
    DOCUMENT_FIELDS,
    CitationRecord,
    DocumentRecord,
)
from ungraph.writers.xml_text import format_value

__all__ = ["iter_edges_csv", "iter_nodes_csv"]


def iter_nodes_csv(documents: Iterable[DocumentRecord]) -> Iterator[bytes]:
    """One line a document; an empty cell for what is not known."""
    yield _line(["id", *DOCUMENT_FIELDS])
    for document in documents:
        values = (format_value(getattr(document, name)) for name in DOCUMENT_FIELDS)
        yield _line([document.iri, *values])


def iter_edges_csv(citations: Iterable[CitationRecord]) -> Iterator[bytes]:
    """One line a citation."""
    yield _line(["id", "source", "target", *CITATION_FIELDS])
    for citation in citations:
        values = (format_value(getattr(citation, name)) for name in CITATION_FIELDS)
        yield _line([citation.iri, citation.citing, citation.cited, *values])


def _line(cells: list[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(cells)
    return stream.getvalue().encode("utf-8", "replace")
