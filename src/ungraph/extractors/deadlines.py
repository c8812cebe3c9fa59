"""By when, how often or how long a task is asked for, in the words of the text, in six languages.

at its sixty-second session · no later than eleven months after the adoption of this resolution ·
within three months · every three months · d'ici au 30 juin 2024 · не позднее 31 июля 2021 года ·
في دورتها السابعة والسبعين · 不迟于2021年7月31日

The wordings are ``data/deadlines.csv``; rows of kind "part" stand in braces in the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.document import Document
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = ["Term", "find_deadline", "find_duration", "load_deadlines"]


@dataclass(frozen=True, slots=True)
class Term:
    """The words of a deadline, an interval or a duration, and the day they name, if they do."""

    words: str
    day: PartialDate | None = None


@cache
def load_deadlines(language: str, kind: str) -> Pattern | None:
    """One expression for the rows of *kind* ("deadline", "until", "duration") in *language*; None
    for a language without rows."""
    rows = [row for row in load_table("deadlines") if row["language"] == language]
    parts = {row["name"]: row["pattern"] for row in rows if row["kind"] == "part"}
    patterns: list[str] = []
    for row in rows:
        if row["kind"] == kind:
            pattern = row["pattern"]
            for name, words in parts.items():
                pattern = pattern.replace(f"{{{name}}}", words)
            patterns.append(pattern)
    if not patterns:
        return None
    return compile_pattern("|".join(f"(?:{pattern})" for pattern in patterns))


def find_deadline(document: Document, parsed: ParsedSentence, first: int, last: int) -> Term | None:
    """The first deadline or interval in tokens *first* to *last* (exclusive), as the text has it.

    "submit a report within three months of the adoption of this resolution" → "within three months
    of the adoption of this resolution"; None where there is none.
    """
    return _found(("deadline",), document, parsed, first, last)


def find_duration(document: Document, parsed: ParsedSentence, first: int, last: int) -> Term | None:
    """How long something is extended: "until 31 March 2026", "for a period of three years"; of
    "for a period of six months, that is, until 31 December 2020" the day."""
    return _found(("until", "duration"), document, parsed, first, last)


def _found(
    kinds: tuple[str, ...], document: Document, parsed: ParsedSentence, first: int, last: int
) -> Term | None:
    text = parsed.words_of(first, last)
    for kind in kinds:
        pattern = load_deadlines(document.language or "en", kind)
        hits = pattern.finditer(text) if pattern is not None else iter(())
        found = next((hit for hit in hits if _is_whole(text, *hit.span())), None)
        if found is not None:
            break
    else:
        return None
    base = parsed.starts[first]
    start, end = base + found.start(), base + found.end()
    words = document.quote(document.view.to_text(Span(start, end)))
    day = None
    for filler in parsed.fillers[first:last]:
        if filler is not None and filler.code == DATE and start <= filler.start < end:
            day = filler.date
            break
    return Term(" ".join(words.split()), day)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word goes on around: not "ежегодно" in "ежегодного". Chinese has no blanks."""
    if end < len(text) and text[end - 1].isalpha() and text[end].isalpha():
        return not text[end - 1].islower()
    return not (start and text[start - 1].islower() and text[start].islower())
