"""Wording of records of meetings: who has the floor, what is printed between the speeches.

The table is ``data/record_lines.csv``. Languages are tried together: a record may print two of
them side by side, and a delegate's name is printed alike in all.
"""

from __future__ import annotations

import re
from functools import cache

from ungraph.resources import load_table

__all__ = ["match_line", "read_tongue", "record_pattern", "search_line", "table_value"]

_GROUP = re.compile(r"\(\?P<(\w+)>")
_TONGUE_CHARS = 120


@cache
def _rows(kind: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"]), row["value"])
        for row in load_table("record_lines")
        if row["kind"] == kind
    )


@cache
def record_pattern(kind: str) -> str:
    """One expression for all rows of *kind*, without names of groups, longest rows first."""
    rows = (_GROUP.sub("(?:", pattern.pattern) for pattern, _ in _rows(kind))
    return "|".join(f"(?:{row})" for row in sorted(rows, key=lambda row: (-len(row), row)))


@cache
def _quick(kind: str) -> re.Pattern[str]:
    return re.compile(record_pattern(kind))


def match_line(kind: str, line: str, *, whole: bool = False) -> re.Match[str] | None:
    """How *line* begins with (or, if *whole*, is) a wording of *kind*; None when it does not.

    >>> match_line("opened", "The meeting was called to order at 3.15 p.m.")["clock"]
    '3.15 p.m.'
    """
    quick = _quick(kind).fullmatch(line) if whole else _quick(kind).match(line)
    if quick is None:
        return None
    for pattern, _ in _rows(kind):
        found = pattern.fullmatch(line) if whole else pattern.match(line)
        if found is not None:
            return found
    return None


def search_line(kind: str, line: str) -> re.Match[str] | None:
    """The first wording of *kind* anywhere in *line*; None when it holds none.

    >>> search_line("count", "It received 13 votes in favour, none against")["against"]
    'none'
    """
    if _quick(kind).search(line) is None:
        return None
    hits = [found for pattern, _ in _rows(kind) if (found := pattern.search(line)) is not None]
    return min(hits, key=lambda found: (found.start(), -found.end()), default=None)


def table_value(kind: str, words: str) -> str:
    """The value of the row of *kind* that *words* are, "" for none.

    >>> table_value("office", "La Secretaria General"), table_value("office", "The Moderator")
    ('office-sg', '')
    """
    for pattern, value in _rows(kind):
        if pattern.fullmatch(words):
            return value
    return ""


def read_tongue(words: str) -> str | None:
    """The language that a note after a name says is spoken, as BCP 47; None for other words.

    >>> read_tongue("spoke in French; English interpretation provided by the delegation")
    'fr'
    """
    found = match_line("spoke", words[:_TONGUE_CHARS])
    if found is None:
        return None
    said = found["tongue"]
    return table_value("tongue", said) or table_value("tongue", said.capitalize()) or "und"
