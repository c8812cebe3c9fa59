"""Words of the universal periodic review, from ``data/review_lines.csv``: titles and standings.

Four standings: ``accepted`` ("enjoy the support of"), ``noted``, ``declined`` ("did not enjoy the
support of"), ``deferred`` ("will be examined by"). Of several in one sentence the first of the
table counts: "did not enjoy the support of X and would thus be noted" is noted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = [
    "find_source",
    "find_standing",
    "find_word",
    "is_disclaimer",
    "iter_numbers",
    "read_position",
    "read_title",
]

_MOST = 400


@cache
def _load_rows(kind: str, language: str) -> tuple[tuple[Pattern, str], ...]:
    return tuple(
        # Letters with accents are none to "\\b".
        (compile_pattern(rf"(?:^|\PL)({row['pattern']})(?:\PL|$)", ignore_case=True), row["value"])
        for row in load_table("review_lines")
        if row["kind"] == kind and row["language"] == language
    )


@cache
def _number() -> Pattern:
    return compile_pattern(
        r"\b(\d{1,3})\.(\d{1,3})\b(?:\s*(?:-|to|through|à|a)\s*(\d{1,3})\.(\d{1,3})\b)?"
    )


def read_title(words: str, language: str) -> str:
    """What a title page is that of: "report" of the Working Group, its "addendum", or ""."""
    told = [value for pattern, value in _load_rows("title", language) if pattern.search(words)]
    return told[-1] if told else ""


def find_word(words: str, language: str) -> Span | None:
    """Where *words* first speak of recommendations."""
    for pattern, _ in _load_rows("word", language):
        found = pattern.search(words)
        if found:
            return Span(*found.span(1))
    return None


def find_standing(words: str, language: str) -> tuple[str, Span] | None:
    """The standing that *words* give to recommendations, with the words that say it.

    >>> find_standing("Those below enjoy the support of Malta:", "en")
    ('accepted', Span(start=12, end=29))
    """
    for pattern, value in _load_rows("standing", language):
        found = pattern.search(words)
        if found:
            return value, Span(*found.span(1))
    return None


def read_position(cell: str, language: str) -> str | None:
    """The standing that a cell of a table or the end of a line says: "Supported", "Noted"."""
    words = cell.strip(" .:;()[]\t\n")
    for pattern, value in _load_rows("position", language):
        found = pattern.fullmatch(words)
        if found:
            return value
    return None


def is_disclaimer(words: str, language: str) -> bool:
    """Whether *words* say that nobody but the States stands behind the recommendations."""
    return any(pattern.search(words) for pattern, _ in _load_rows("disclaimer", language))


def find_source(words: str, language: str) -> tuple[str, str, int] | None:
    """The document in which a State took its position, the paragraph, and where that ends.

    >>> find_source("122.1 Ratify it (Chad); Source of Position: A/HRC/83/7/Add.1 - Para.3", "en")
    ('A/HRC/83/7/Add.1', '3', 69)
    """
    for pattern, _ in _load_rows("source", language):
        found = pattern.search(words)
        if found:
            groups = found.groupdict()
            return groups["symbol"] or "", groups["number"] or "", found.end(1)
    return None


def iter_numbers(words: str) -> Iterator[tuple[str, Span]]:
    """The numbers of recommendations in *words*, ranges spelled out, each with its place.

    >>> [number for number, _ in iter_numbers("122.1, 122.4-122.6 and 123.2")]
    ['122.1', '122.4', '122.5', '122.6', '123.2']
    """
    for found in _number().finditer(words):
        span = Span(found.start(), found.end())
        head, first = found.group(1) or "", found.group(2) or ""
        last = found.group(4) if found.group(3) == head else None
        stop = int(last) if last and int(first) < int(last) <= int(first) + _MOST else int(first)
        for k in range(int(first), stop + 1):
            yield f"{head}.{k}", span
