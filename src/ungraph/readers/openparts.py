"""A part of a document whose end may still move, and the order of what ends what."""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.model.document import BlockKind

__all__ = ["NESTED", "PARAGRAPH", "PART", "SECTION", "OpenPart"]

# Between a paragraph and its points there is room for "121.1" under "121".
PART, SECTION, PARAGRAPH, NESTED = 0, 10, 20, 21


@dataclass(slots=True)
class OpenPart:
    """A part whose end may still move; *rank* orders what ends what (outer parts are smaller)."""

    kind: BlockKind
    start: int
    end: int
    fragment: str
    number: str | None
    parent: str | None
    part_type: str
    level: int
    rank: int
