"""The formats that are no RDF: networks and bibliographies, by name and by ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ungraph.errors import OutputError
from ungraph.graph.network import CitationRecord, DocumentRecord
from ungraph.writers.bibliography import iter_bibtex, iter_csl_json
from ungraph.writers.gexf import iter_gexf
from ungraph.writers.graphml import iter_graphml
from ungraph.writers.network_csv import iter_edges_csv, iter_nodes_csv
from ungraph.writers.network_parquet import write_edges_parquet, write_nodes_parquet
from ungraph.writers.output import open_output

__all__ = ["Export", "Source", "find_export", "load_exports"]

Documents = Callable[[], Iterable[DocumentRecord]]
Citations = Callable[[], Iterable[CitationRecord]]


@dataclass(frozen=True, slots=True)
class Source:
    """What is exported, each asked for when it is needed: all documents, those held, citations."""

    documents: Documents
    held: Documents
    citations: Citations


@dataclass(frozen=True, slots=True)
class Export:
    """A format; *folder* says that it writes several files (``nodes`` and ``edges``)."""

    name: str
    endings: tuple[str, ...]
    write: Callable[[Source, Path | None], None]
    folder: bool = False


@cache
def load_exports() -> Mapping[str, Export]:
    """All formats by name."""
    exports = (
        Export("graphml", (".graphml",), _write_graphml),
        Export("gexf", (".gexf",), _write_gexf),
        Export("csv", (), _write_csv, folder=True),
        Export("parquet", (), _write_parquet, folder=True),
        Export("bibtex", (".bib", ".bibtex"), _write_bibtex),
        Export("csl-json", (".csl.json", ".csljson"), _write_csl_json),
    )
    return MappingProxyType({export.name: export for export in exports})


def find_export(name: str) -> Export | None:
    """The format called *name* ("graphml", "out/net.gexf"), None when it is none of these.

    >>> found = find_export("citations.graphml")
    >>> found.name if found else None
    'graphml'
    """
    wanted = name.lower()
    for export in load_exports().values():
        if wanted == export.name or any(wanted.endswith(ending) for ending in export.endings):
            return export
    return None


def _write_pieces(pieces: Iterator[bytes], path: Path | None) -> None:
    with open_output(path) as stream:
        for piece in pieces:
            stream.write(piece)


def _write_graphml(source: Source, path: Path | None) -> None:
    _write_pieces(iter_graphml(source.documents(), source.citations()), path)


def _write_gexf(source: Source, path: Path | None) -> None:
    _write_pieces(iter_gexf(source.documents(), source.citations()), path)


def _write_csv(source: Source, path: Path | None) -> None:
    folder = _folder(path)
    _write_pieces(iter_nodes_csv(source.documents()), folder / "nodes.csv")
    _write_pieces(iter_edges_csv(source.citations()), folder / "edges.csv")


def _write_parquet(source: Source, path: Path | None) -> None:
    folder = _folder(path)
    with open_output(folder / "nodes.parquet") as stream:
        write_nodes_parquet(source.documents(), stream)
    with open_output(folder / "edges.parquet") as stream:
        write_edges_parquet(source.citations(), stream)


def _write_bibtex(source: Source, path: Path | None) -> None:
    _write_pieces(iter_bibtex(source.held()), path)


def _write_csl_json(source: Source, path: Path | None) -> None:
    _write_pieces(iter_csl_json(source.held()), path)


def _folder(path: Path | None) -> Path:
    folder = path or Path()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            "could not make the folder",
            where=str(folder),
            why=error.strerror or str(error),
            advice="Choose another place",
        ) from error
    return folder
