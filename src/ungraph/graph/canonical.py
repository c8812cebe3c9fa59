"""One order for quads, so that the same graph is always the same file.

There are no blank nodes, so sorting the N-Quads lines is a canonical form.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

__all__ = ["sort_quads"]


def sort_quads(quads: Iterable[Quad]) -> tuple[Quad, ...]:
    """*quads* without repetition, in the order of their N-Quads lines (by code point)."""
    return tuple(sorted(set(quads), key=str))
