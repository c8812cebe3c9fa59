"""The citation network → Parquet: a table of documents and a table of citations (extra ``arrow``).

Besides the columns of the CSV tables, documents have ``day``: their date as a date, where the
whole date is known. What is not known is null.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from itertools import islice
from typing import IO, Any, TypeVar

from ungraph.errors import MissingExtraError
from ungraph.graph.network import (
    CITATION_FIELDS,
    DOCUMENT_FIELDS,
    CitationRecord,
    DocumentRecord,
)

__all__ = ["write_edges_parquet", "write_nodes_parquet"]

_ROWS_TOGETHER = 50_000
_WHOLE_DATE_CHARS = 10
_T = TypeVar("_T")


def write_nodes_parquet(documents: Iterable[DocumentRecord], stream: IO[bytes]) -> None:
    """One row a document, written in groups of rows. Raises MissingExtraError without pyarrow."""
    arrow = _load_arrow()
    fields = [("id", arrow.string())]
    fields += [(name, _type(arrow, kind)) for name, kind in DOCUMENT_FIELDS.items()]
    fields.append(("day", arrow.date32()))
    rows = (
        {
            "id": document.iri,
            **{name: _value(getattr(document, name)) for name in DOCUMENT_FIELDS},
            "day": _day(document.date),
        }
        for document in documents
    )
    _write(arrow, arrow.schema(fields), rows, stream)


def write_edges_parquet(citations: Iterable[CitationRecord], stream: IO[bytes]) -> None:
    """One row a citation. Raises MissingExtraError without pyarrow."""
    arrow = _load_arrow()
    fields = [(name, arrow.string()) for name in ("id", "source", "target")]
    fields += [(name, _type(arrow, kind)) for name, kind in CITATION_FIELDS.items()]
    rows = (
        {
            "id": citation.iri,
            "source": citation.citing,
            "target": citation.cited,
            **{name: _value(getattr(citation, name)) for name in CITATION_FIELDS},
        }
        for citation in citations
    )
    _write(arrow, arrow.schema(fields), rows, stream)


def _load_arrow() -> Any:
    try:
        import_module("pyarrow.parquet")
        return import_module("pyarrow")
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow",
            why="the extra 'arrow' is not installed",
            advice="Install it with: pip install 'ungraph[arrow]'",
        ) from error


def _write(arrow: Any, schema: Any, rows: Iterator[dict[str, object]], stream: IO[bytes]) -> None:
    with arrow.parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for group in _groups(rows):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))


def _groups(rows: Iterator[_T]) -> Iterator[list[_T]]:
    while group := list(islice(rows, _ROWS_TOGETHER)):
        yield group


def _type(arrow: Any, kind: str) -> Any:
    return {"string": arrow.string(), "integer": arrow.int32(), "boolean": arrow.bool_()}[kind]


def _value(value: object) -> object:
    return None if value == "" else value


def _day(text: str) -> date | None:
    if len(text) != _WHOLE_DATE_CHARS:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
