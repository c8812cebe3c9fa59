"""The formats that quads are written in, by name, file ending and media type."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from ungraph.errors import OutputError
from ungraph.writers.framing import iter_framed
from ungraph.writers.jsonld import iter_compacted, iter_expanded
from ungraph.writers.nquads import write_nquads, write_ntriples
from ungraph.writers.rdfxml import iter_rdfxml
from ungraph.writers.turtle import iter_trig, iter_turtle

__all__ = ["Format", "find_format", "load_formats", "write_quads"]

Parts = Iterable[Iterable[ox.Quad]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: *name*, other names, file endings, media type, and its function.

    *iter_pieces* takes the quads in parts (a part is one document or more) and gives the bytes
    piece by piece, so that a corpus never has to fit in memory. *named* says whether the names of
    graphs are kept. *parsed_as* is the format in which the result parses back.
    """

    name: str
    media_type: str
    endings: tuple[str, ...]
    iter_pieces: Callable[[Parts], Iterator[bytes]]
    parsed_as: ox.RdfFormat
    named: bool
    aliases: tuple[str, ...] = ()


@cache
def load_formats() -> Mapping[str, Format]:
    """All formats by name, in the order in which help texts list them."""
    rdf = ox.RdfFormat
    formats = (
        Format("turtle", "text/turtle", (".ttl", ".turtle"), iter_turtle, rdf.TURTLE, False,
               ("ttl",)),
        Format("trig", "application/trig", (".trig",), iter_trig, rdf.TRIG, True),
        Format("nquads", "application/n-quads", (".nq", ".nquads"), _iter_nquads, rdf.N_QUADS,
               True, ("nq", "n-quads")),
        Format("ntriples", "application/n-triples", (".nt", ".ntriples"), _iter_ntriples,
               rdf.N_TRIPLES, False, ("nt", "n-triples")),
        Format("rdfxml", "application/rdf+xml", (".rdf", ".xml", ".owl"), iter_rdfxml,
               rdf.RDF_XML, False, ("rdf", "xml", "rdf/xml", "rdf-xml")),
        Format("jsonld", "application/ld+json", (".jsonld", ".json"), iter_compacted,
               rdf.JSON_LD, True, ("json-ld", "jsonld-compacted")),
        Format("jsonld-expanded", "application/ld+json", (), iter_expanded, rdf.JSON_LD, True),
        Format("jsonld-framed", "application/ld+json", (), iter_framed, rdf.JSON_LD, False),
    )  # fmt: skip
    return MappingProxyType({item.name: item for item in formats})


def find_format(name: str) -> Format:
    """The format called *name* ("turtle", "ttl", ".ttl", "out/graph.ttl", "text/turtle").

    Raises OutputError, with the names there are, when no format is meant.
    """
    wanted = name.lower()
    for item in load_formats().values():
        if wanted in (item.name, item.media_type, *item.aliases, *item.endings):
            return item
    for item in load_formats().values():
        if any(wanted.endswith(ending) for ending in item.endings):
            return item
    raise OutputError(
        f"no such format: {name!r}", advice=f"Choose one of {', '.join(load_formats())}"
    )


def write_quads(quads: Iterable[ox.Quad], name: str = "nquads") -> bytes:
    """*quads* in the format called *name*, as one file; equal quads give equal bytes."""
    return b"".join(find_format(name).iter_pieces([quads]))


def _iter_nquads(parts: Parts) -> Iterator[bytes]:
    for part in parts:
        yield write_nquads(part)


def _iter_ntriples(parts: Parts) -> Iterator[bytes]:
    for part in parts:
        yield write_ntriples(part)
