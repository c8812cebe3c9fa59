"""Parts said with "thereof" or "thereto" → the document named last in the sentence.

resolution 60/251 on the fair, in particular paragraphs 3 and 4 thereof · l'annexe de celle-ci
"""

from __future__ import annotations

from ungraph.matchers.collector import Collector
from ungraph.matchers.grammar import SentenceReader

__all__ = ["pin_thereof"]

_MOST_CHARS = 200


def pin_thereof(reader: SentenceReader, found: Collector) -> bool:
    """Give the pinpoint last read to the document named last before it; whether there is one."""
    pinned = reader.last_pinpoint
    if pinned is None:
        return False
    pinpoint, start, end = pinned
    items = reader.group.items if reader.group is not None else []
    item = items[-1] if items and items[-1].end <= start else None
    named = found.symbol_at[1] if found.symbol_at is not None else -1
    if item is not None and item.end > named:
        if start - item.end > _MOST_CHARS:
            return False
        if item.pinpoint is None:
            item.pinpoint_start = start
        item.pinpoint = item.pinpoint.joined(pinpoint, apart=True) if item.pinpoint else pinpoint
        item.pinpoint_end = item.after_end = end
    elif not 0 <= start - named <= _MOST_CHARS or not found.pin_last(pinpoint, start, end):
        return False
    reader.last_pinpoint = None
    return True
