"""Quads → N-Quads: canonical terms, one line a quad, sorted by bytes, no line twice."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from operator import lt

import pyoxigraph as ox

__all__ = ["write_nquads", "write_ntriples"]


def write_nquads(quads: Iterable[ox.Quad]) -> bytes:
    """Sorted canonical N-Quads; equal sets of quads give equal bytes.

    >>> s, g = ox.NamedNode("http://example.org/s"), ox.NamedNode("http://example.org/g")
    >>> p = ox.NamedNode("http://example.org/p")
    >>> write_nquads([ox.Quad(s, p, ox.Literal("b"), g), ox.Quad(s, p, ox.Literal("a"), g)])
    b'<http://example.org/s> <http://example.org/p> "a" <http://example.org/g> .\
\\n<http://example.org/s> <http://example.org/p> "b" <http://example.org/g> .\\n'
    """
    return _sorted_lines(ox.serialize(quads, format=ox.RdfFormat.N_QUADS))


def write_ntriples(quads: Iterable[ox.Quad]) -> bytes:
    """Sorted canonical N-Triples: the union of all graphs."""
    triples = (quad.triple for quad in quads)
    return _sorted_lines(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES))


def _sorted_lines(data: bytes | None) -> bytes:
    if not data:
        return b""
    lines = data.removesuffix(b"\n").split(b"\n")
    if all(map(lt, lines, islice(lines, 1, None))):
        return data  # the graph of a document comes sorted
    return b"\n".join(dict.fromkeys(sorted(lines))) + b"\n"
