"""Pieces of names: what the gazetteer and the open patterns find, sorted, without overlaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ungraph.matchers.gazetteer import Entry

__all__ = ["OPEN_RANK", "TABLE_RANK", "Piece", "select_longest"]

TABLE_RANK = -1
OPEN_RANK = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a name at ``[start, end)`` of the view; *rank* breaks ties (lower wins)."""

    start: int
    end: int
    entry: Entry
    rank: int = 0


def select_longest(pieces: Iterable[Piece]) -> list[Piece]:
    """*pieces* in order of start; of those that overlap the longest stays, then the lower rank.

    A body or organization of the tables stays against a longer open pattern from the same start.

    A chain of overlaps is settled from left to right, so the work is linear after the sort.
    """
    chosen: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (p.start, -p.end, p.rank)):
        if chosen and piece.start < chosen[-1].end:
            last = chosen[-1]
            if piece.start == last.start and piece.rank <= TABLE_RANK < OPEN_RANK <= last.rank:
                # "General Assembly" of the tables, not "General Assembly on the New Partnership".
                chosen[-1] = piece
            elif piece.end - piece.start > last.end - last.start:
                chosen[-1] = piece
            continue
        chosen.append(piece)
    return chosen
