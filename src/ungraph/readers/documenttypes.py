"""What kind of document it is, from its title page, its symbol, or its first words."""

from __future__ import annotations

import re

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Stated, Status
from ungraph.model.span import Span

__all__ = ["type_from_symbol", "type_from_words"]

_BY_NATURE = {
    "RES": "resolution",
    "DEC": "decision",
    "PRST": "presidential-statement",
    "PV": "verbatim-record",
    "SR": "summary-record",
    "GC": "general-comment",
    "D": "views",
}
_FIRST_WORDS = re.compile(
    r"(?i)\b(?:(the present report|this report|present report)|(the present note|this note))\b"
)
_HEAD_CHARS = 1500


def type_from_symbol(symbol: DocumentSymbol) -> Stated[str] | None:
    """The type that the element of *symbol* says: A/RES/… is a resolution, S/PV.… a record."""
    if symbol.is_treaty:
        return None
    notation = _BY_NATURE.get(symbol.parts.nature.upper())
    if notation is None:
        return None
    reason = f"the element {symbol.parts.nature} of the symbol {symbol.text}"
    return Stated(notation, (), Status.INFERRED, reason, 0.9)


def type_from_words(view_text: str, start: int) -> tuple[str, Span] | None:
    """The type that a text calls itself in its first paragraphs, with the words (view)."""
    found = _FIRST_WORDS.search(view_text, start, start + _HEAD_CHARS)
    if not found:
        return None
    return ("report" if found[1] else "other"), Span(found.start(), found.end())
