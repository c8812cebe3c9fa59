"""EvidenceLevel: how much evidence a graph carries."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["EvidenceLevel"]


class EvidenceLevel(StrEnum):
    """How much evidence a graph carries.

    - ``full``     spans with position and exact words, prefix and suffix of short ones; assertions; rules
    - ``compact``  spans with position and exact words only
    - ``none``     no evidence graph
    """

    FULL = "full"
    COMPACT = "compact"
    NONE = "none"
