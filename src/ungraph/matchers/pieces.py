"""Pieces of names: what the gazetteer and the open patterns find, sorted, without overlaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ungraph.matchers.gazetteer import Entry

__all__ = ["Piece", "select_longest"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a name at ``[start, end)`` of the view; *rank* breaks ties (lower wins)."""

    start: int
    end: int
    entry: Entry
    rank: int = 0


def select_longest(pieces: Iterable[Piece]) -> list[Piece]:
    """*pieces* in order of start; of those that overlap the longest stays, then the lower rank.

    A chain of overlaps is settled from left to right, so the work is linear after the sort.
    """
    chosen: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.start, -p.end, p.rank)):
        if chosen and piece.start < chosen[-1].end:
            last = chosen[-1]
            if piece.end - piece.start > last.end - last.start:
                chosen[-1] = piece
            continue
        chosen.append(piece)
    return chosen
