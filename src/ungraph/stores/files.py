"""RDF files → quads: the way back from what the writers wrote."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from ungraph.errors import DocumentError

__all__ = [
    "RDF_ENDINGS",
    "iter_quads",
    "load_file",
    "load_merged",
    "rdf_format_of",
    "sniff_rdf_format",
]

RDF_ENDINGS: dict[str, ox.RdfFormat] = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".turtle": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nquads": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".ntriples": ox.RdfFormat.N_TRIPLES,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".json": ox.RdfFormat.JSON_LD,
}


def rdf_format_of(name: str) -> ox.RdfFormat:
    """The RDF format that a file's name tells; raises DocumentError when it tells none.

    >>> rdf_format_of("out/graph.TTL").name
    'Turtle'
    """
    found = RDF_ENDINGS.get(Path(name).suffix.lower())
    if found is None:
        raise DocumentError(
            "cannot tell the RDF format",
            where=name,
            why="the file's ending is none that is known",
            advice=f"Rename it to one of {', '.join(RDF_ENDINGS)}, or say the format",
        )
    return found


def sniff_rdf_format(data: bytes) -> ox.RdfFormat:
    """The RDF format that the first bytes tell: JSON-LD, RDF/XML, TriG (Turtle too) or N-Quads.

    >>> sniff_rdf_format(b"@prefix a: <urn:a> .").name
    'TriG'
    """
    head = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"{", b"[")):
        return ox.RdfFormat.JSON_LD
    if head.startswith((b"<?xml", b"<rdf:")):
        return ox.RdfFormat.RDF_XML
    if head.lower().startswith((b"@prefix", b"@base", b"prefix", b"base", b"graph")):
        return ox.RdfFormat.TRIG
    return ox.RdfFormat.N_QUADS


def iter_quads(
    source: Path | IO[bytes], *, rdf_format: ox.RdfFormat | None = None, name: str = ""
) -> Iterator[ox.Quad]:
    """The quads of an RDF file (format by its ending) or of a binary stream (by its first bytes).

    Raises DocumentError when the file is missing or unreadable, or is not what it should be.
    """
    where = name or str(source)
    try:
        if isinstance(source, Path):
            yield from ox.parse(path=str(source), format=rdf_format or rdf_format_of(source.name))
        else:
            data = source.read()
            yield from ox.parse(data, format=rdf_format or sniff_rdf_format(data))
    except (SyntaxError, ValueError, OSError) as error:
        raise _unusable(where, error) from error


def load_file(store: ox.Store, path: Path) -> None:
    """Put the quads of an RDF file into an Oxigraph store in memory, as fast as can be."""
    rdf_format = rdf_format_of(path.name)
    lenient = rdf_format == ox.RdfFormat.N_QUADS
    try:
        store.bulk_load(path=str(path), format=rdf_format, lenient=lenient)
    except (SyntaxError, ValueError, OSError) as error:
        raise _unusable(str(path), error) from error


def load_merged(store: ox.Store, source: Path | IO[bytes], *, name: str = "") -> None:
    """Put the triples of an RDF file or stream into the default graph, each once.

    Oxigraph's own union of graphs gives a triple once for every graph that states it; the merge
    of RDF, which questions over all graphs mean, gives it once.
    """
    quads = iter_quads(source, name=name)
    store.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)


def _unusable(where: str, error: Exception) -> DocumentError:
    if isinstance(error, OSError):
        return DocumentError("cannot read", where=where, why=error.strerror or str(error))
    why = " ".join(str(error).split())
    return DocumentError("not a readable RDF file", where=where, why=why[:300])
