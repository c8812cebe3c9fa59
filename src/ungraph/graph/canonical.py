"""One order for quads, so that the same graph is always the same file.

There are no blank nodes, so the sorted lines of N-Quads are a canonical form.
"""

from __future__ import annotations

from pyoxigraph import Quad, RdfFormat, parse

__all__ = ["parse_lines"]


def parse_lines(nquads: bytes) -> tuple[Quad, ...]:
    """The quads of canonical N-Quads that this program wrote, in the order of the lines."""
    return tuple(parse(nquads, format=RdfFormat.N_QUADS, lenient=True))
