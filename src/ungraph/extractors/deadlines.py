"""By when, or how often, a task is asked for, in the words of the text.

at its sixty-second session · no later than eleven months after the adoption of this resolution ·
within three months · by 30 June 2024 · every three months · on a monthly basis · annually
"""

from __future__ import annotations

from functools import cache

from ungraph.extractors.parsing import ParsedSentence
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["find_deadline", "find_duration"]

_UNITS = r"(?:days?|weeks?|months?|years?)"
_COUNT = r"(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)"
_DAY = r"(?:the end of\s+)?(?:\d{1,2}\s+)?[A-Z][a-z]+\s+\d{4}\b"
_MOMENT = (
    r"(?:(?:the|this|its)\s+)?(?:date\s+of\s+)?(?:the\s+)?"
    r"(?:adoption|issuance|expiration|expiry|renewal|end|establishment|mandate.s\s+renewal)\b"
    r"(?:\s+of(?:\s+(?:the|this|its|present|current|resolution|mandate|report|period))+\b)?"
)


@cache
def _deadlines() -> Pattern:
    return compile_pattern(
        r"\b(?:at|for|before|during|by|to)\s+(?:its|the|their)\s+(?:[a-z-]+\s+){1,3}session\b"
        rf"|\b(?:by|before|until|(?:no|not)\s+later\s+than)\s+{_DAY}"
        rf"|\b(?:(?:no|not)\s+later\s+than\s+|within\s+)?{_COUNT}\s+{_UNITS}"
        rf"\s+(?:of|from|after|before|following|prior\s+to)\s+{_MOMENT}"
        rf"|\b(?:no|not)\s+later\s+than\s+{_COUNT}\s+{_UNITS}\s+(?:after|before|prior\s+to)\b"
        rf"|\bwithin\s+(?:a\s+period\s+of\s+)?{_COUNT}\s+{_UNITS}\b"
        rf"|\bevery\s+(?:{_COUNT}\s+)?{_UNITS}\b"
        r"|\bon\s+an?\s+(?:annual|biennial|biannual|semi-annual|quarterly|monthly|weekly)\s+basis\b"
        r"|\b(?:annually|biennially|biannually|semi-annually)\b"
    )


@cache
def _durations() -> Pattern:
    return compile_pattern(
        rf"\buntil\s+{_DAY}"
        rf"|\bfor\s+(?:a\s+)?(?:further\s+|additional\s+)?(?:period\s+of\s+)?(?:a\s+|an\s+)?"
        rf"(?:further\s+|additional\s+)?{_COUNT}(?:\s+(?:further|additional|more))?[\s-]+{_UNITS}\b"
        rf"(?:,?\s+until\s+{_DAY})?"
    )


def find_deadline(document: Document, parsed: ParsedSentence, first: int, last: int) -> str | None:
    """The first deadline or interval in tokens *first* to *last* (exclusive), as the text has it.

    "submit a report within three months of the adoption of this resolution" → "within three months
    of the adoption of this resolution"; None where there is none.
    """
    return _found(_deadlines(), document, parsed, first, last)


def find_duration(document: Document, parsed: ParsedSentence, first: int, last: int) -> str | None:
    """How long something is extended: "until 31 March 2026", "for a period of three years"."""
    return _found(_durations(), document, parsed, first, last)


def _found(
    pattern: Pattern, document: Document, parsed: ParsedSentence, first: int, last: int
) -> str | None:
    found = pattern.search(parsed.words_of(first, last))
    if found is None:
        return None
    base = parsed.starts[first]
    words = document.quote(document.view.to_text(Span(base + found.start(), base + found.end())))
    return " ".join(words.split())
