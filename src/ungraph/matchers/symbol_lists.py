"""A printed symbol and the shortened ones after it → one value each.

A/68/382 and Corr.1 · E/CN.4/2005/51 and Add.1-4 · S/2000/40/Add.39, 44 and 50
A/C.3/59/SR.24-34, 36, 37 · A/72/PV.74 and 75 · A/59/L.62 y Add.1
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.resources import load_table

__all__ = ["iter_symbols"]

_JOINER = r"(?: ?,? (?:and|et|y|e|и|or) | ?, ?| ?و ?|和|、|及)"
_MODIFIED = re.compile(
    rf"{_JOINER}((?:Add|Corr|Rev|Amend)\. ?\d{{1,3}})(?:-(?:Add\.|Corr\.)?(\d{{1,3}}))?"
    r"((?:/(?:Add|Corr|Rev)\.\d{1,3})*)(?![\d/])"
)
_BARE = re.compile(
    rf"{_JOINER}(\d{{1,3}})(?:-(\d{{1,3}}))?((?:/(?:Add|Corr|Rev)\.\d{{1,3}})*)(?![\d/.\w(%])"
)
_NEXT_WORD = re.compile(r" ?(?:de )?([^\W\d_]+|[%º°])")
_MONTH_AND_YEAR = re.compile(r" ([^\W\d_]+) (?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_DIGITS_AT_END = re.compile(r"\d+\Z")
_LAST_NUMBER = re.compile(r"(.*(?:Add|Corr|Rev|PV|SR)\.)(\d{1,4})\Z")
_RANGE = re.compile(r"(.*(?:Add|Corr|PV|SR)\.)(\d{1,4})-(\d{1,4})\Z")
_MOST = 200
_MOST_CHARS = 160


def iter_symbols(text: str, start: int, end: int) -> Iterator[tuple[DocumentSymbol, int, int]]:
    """(symbol, start, end) for the symbol printed at ``text[start:end]`` and its short list.

    Yields nothing when the words there are no symbol ("S/he"). Ends do not hold closing dots.
    """
    if end - start > _MOST_CHARS:
        return
    surface = text[start:end].rstrip(".-")
    surface = surface[: len(surface) - _glued_day(text, start + len(surface), surface)]
    if not _DIGIT.search(surface) or not _closes_brackets(surface):
        return
    try:
        symbol = parse_symbol(surface)
    except IdentifierError:
        return
    position = start + len(surface)
    if "-" in surface:
        yield from _iter_range(symbol, start, position)
    else:
        yield symbol, start, position
    stem = symbol.text
    while True:
        found = _MODIFIED.match(text, position)
        if found:
            added = found[1].replace(" ", "")
            base = symbol.text if added.startswith(("Corr", "Rev")) else symbol.base.text
            stem = f"{base}/{added}"
        else:
            found = _BARE.match(text, position)
            if not found:
                return
            last = _LAST_NUMBER.match(_RANGE.sub(r"\1\3", stem))
            if not last or _opens_date(text, found.end()):
                return
            if int(found[1]) <= int(last[2]) and not stem.endswith(found[1]):
                return
            stem = f"{last[1]}{found[1]}"
        begin = found.start(1)
        position = found.end()
        ranged = f"{stem}-{found[2]}" if found[2] else stem
        yield from _iter_range(DocumentSymbol(ranged + found[3]), begin, position)


def _closes_brackets(surface: str) -> bool:
    """Whether every bracket is closed, but perhaps the last one, of a part ("(Vol. I")."""
    if surface.count("(") == surface.count(")"):
        return True
    head, _, last = surface.rpartition("(")
    return last[:1].isalpha() and ")" not in last and head.count("(") == head.count(")")


@cache
def _not_listed() -> frozenset[str]:
    months = {row["name"].lower().split()[0] for row in load_table("printed_months")}
    return frozenset(months | {"年", "月", "%", "º", "°", "per", "p"})


def _opens_date(text: str, position: int) -> bool:
    """Whether the number before *position* is the day of a date, or counts something else."""
    found = _NEXT_WORD.match(text, position)
    return found is not None and found[1].lower() in _not_listed()


def _glued_day(text: str, end: int, surface: str) -> int:
    """How many of the last digits are the day of a date run together ("…/2006/123 May 2006")."""
    found = _MONTH_AND_YEAR.match(text, end)
    if not found or found[1].lower() not in _not_listed():
        return 0
    digits = _DIGITS_AT_END.search(surface)
    if not digits or len(digits[0]) < 2:
        return 0
    return 2 if len(digits[0]) > 2 and 10 <= int(digits[0][-2:]) <= 31 else 1


def _iter_range(
    symbol: DocumentSymbol, start: int, end: int
) -> Iterator[tuple[DocumentSymbol, int, int]]:
    found = _RANGE.match(symbol.text)
    if not found or not 0 < int(found[3]) - int(found[2]) < _MOST:
        yield symbol, start, end
        return
    for number in range(int(found[2]), int(found[3]) + 1):
        yield DocumentSymbol(f"{found[1]}{number}"), start, end
