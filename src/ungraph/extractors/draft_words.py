"""Words of drafts and amendments, from ``data/draft_lines.csv``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.matchers.engine import Found, Pattern, compile_pattern
from ungraph.model.procedure import Operation
from ungraph.model.span import Span
from ungraph.readers.ordinals import parse_ordinal
from ungraph.resources import load_table

__all__ = [
    "Place",
    "find_correction",
    "find_joining",
    "find_operation",
    "find_place",
    "find_submitter",
    "iter_quotes",
]

_BEFORE_CHARS = 40
_MARKS = ' \n\t"\u00ab\u00bb'


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a draft: *pinpoint* ("preamb. para. 3"), *position* of new words, *span*."""

    pinpoint: str
    position: str
    span: Span


@cache
def _load_rows(kind: str, language: str) -> tuple[tuple[Pattern, str], ...]:
    return tuple(
        (compile_pattern(rf"(?:^|[\s\"(])(?:{row['pattern']})", ignore_case=True), row["value"])
        for row in load_table("draft_lines")
        if row["kind"] == kind and row["language"] == language
    )


def _first(kind: str, words: str, language: str) -> tuple[Found, str] | None:
    hits = [(f, value) for p, value in _load_rows(kind, language) if (f := p.search(words))]
    return min(hits, key=lambda hit: hit[0].start(), default=None)


def find_submitter(line: str, language: str) -> Span | None:
    """Where *line* of a title page says who submitted the draft.

    >>> line = "Draft resolution submitted by the Chair"
    >>> line[find_submitter(line, "en").start:]
    'the Chair'
    """
    found = _first("submitted", line, language)
    return Span(*found[0].span(1)) if found else None


def find_joining(words: str, language: str) -> Span | None:
    """The words that say that sponsors were added; None without them."""
    found = _first("joined", words, language)
    if found is None:
        return None
    return Span(found[0].start() + (not words[found[0].start()].isalpha()), found[0].end())


def find_operation(words: str, language: str) -> tuple[Operation, Span] | None:
    """What *words* tell the reader of a draft to do: the first such word.

    >>> find_operation("Delete operative paragraph 3.", "en")[0].value
    'delete'
    """
    found = _first("operation", words, language)
    return (Operation(found[1]), Span(*found[0].span())) if found else None


def find_correction(words: str, language: str) -> tuple[Span | None, Span | None] | None:
    """The words that a line of a corrigendum takes out and puts in; None for other lines.

    The first is None for "the existing text", the second where the new words follow the line.

    >>> words = "Paragraph 3: for 2003 read 2004"
    >>> [words[span.start : span.end] for span in find_correction(words, "en")]
    ['2003', '2004']
    """
    found = _first("correction", words, language)
    if found is None:
        return None
    old, new = (_inner(words, *found[0].span(group)) for group in (1, 2))
    if old and _first("existing", words[old.start : old.end], language):
        old = None
    return old, new


def _inner(words: str, start: int, end: int) -> Span | None:
    """The words between *start* and *end* without blanks and quotation marks; None for none."""
    inner = words[start:end]
    first = start + len(inner) - len(inner.lstrip(_MARKS))
    last = start + len(inner.rstrip(_MARKS))
    return Span(first, last) if last > first else None


def find_place(words: str, language: str) -> Place | None:
    """The place in a draft that *words* name; one with "after" or "before" counts first.

    >>> place = find_place("Insert a paragraph 4 bis after the third preambular paragraph", "en")
    >>> place.pinpoint, place.position
    ('preamb. para. 3', 'after')
    """
    places = sorted(_iter_places(words, language), key=lambda place: place.span)
    placed = [place for place in places if place.position != "at"]
    return next(iter(placed or places), None)


def _iter_places(words: str, language: str) -> Iterator[Place]:
    for pattern, kind in _load_rows("place", language):
        for found in pattern.finditer(words):
            groups = found.groupdict()
            number = groups.get("number") or ""
            if groups.get("ordinal"):
                value = _ordinal(groups["ordinal"] or "", language)
                if value is None:
                    continue
                number = str(value)
            step = PinpointStep(kind, ((number, None),) if number else ())
            position = _position(
                words[max(0, found.start() - _BEFORE_CHARS) : found.start()], language
            )
            yield Place(str(Pinpoint((step,))), position, Span(*found.span()))


def _ordinal(words: str, language: str) -> int | None:
    """The value of the ordinal at the end of *words* ("of the third"), None without one."""
    value = parse_ordinal(words, language)
    return value if value else parse_ordinal(words.split()[-1], language)


def _position(before: str, language: str) -> str:
    hits = [
        (found.start(), value)
        for pattern, value in _load_rows("before", language)
        for found in pattern.finditer(before)
    ]
    return max(hits)[1] if hits else "at"


@cache
def _quote() -> Pattern:
    return compile_pattern('"([^"]+)"|\u00ab\\s*([^\u00bb]+)\u00bb')


def iter_quotes(words: str) -> Iterator[Span]:
    """The words between quotation marks in *words*, without the marks."""
    for found in _quote().finditer(words):
        group = 1 if found.group(1) is not None else 2
        start, end = found.span(group)
        inner = words[start:end]
        yield Span(start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip()))
