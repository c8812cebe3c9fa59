"""What a symbol in normal form says by itself: organ, body, session, year, nature, number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ungraph.identifiers.bodies import body_of_symbol
from ungraph.identifiers.roman import parse_roman

__all__ = ["NATURES", "SymbolParts", "order_symbol", "split_symbol"]

_OLD_NUMBER = re.compile(r"(\d+)\(((?:E?S-)?[IVXLC]+)\)([A-Z](?:-[A-Z])?)?\Z")
_YEAR_NUMBER = re.compile(r"(\d+)\((\d{4})\)\Z")
_LETTERED = re.compile(r"(\d+)([A-Z]{1,2}(?:-[A-Z])?)\Z")
_MODIFIER = re.compile(r"(Add|Corr|Rev|Amend|Summary|Excerpt)(?:\.([0-9A-Z]+))?(?:\(.*\))?\Z")
_FUSED = re.compile(
    r"(PV|SR|L|R|CRP|WP|COMM|HLS|Res|RES|DEC|Dec|INF|NGO|PET|GC|RQ|Q|CO|OC|TC)\.(\d+)(?:-\d+)?\Z"
)
NATURES = frozenset({
    "RES", "DEC", "PRST", "PV", "SR", "L", "R", "INF", "CRP", "WP", "NGO", "PET", "NI", "G",
    "OR", "SG", "Agenda", "GC", "SGB", "AI", "IC", "CO", "D", "Q", "RQ", "REP", "PRESS",
    "Decisions", "COMM", "HLS", "Res", "Dec", "S", "O", "LIT",
})  # fmt: skip
_SESSION = re.compile(r"(?:(?:S|ES|SS)[-.])?(?:\d{1,2}|[IVXL]+)\Z")
_BODY_SESSION = re.compile(r"(?:EA|GC|HA|EB|IDB)\.(\d+)\Z")
_FIRST_NUMBER = re.compile(r"\d+(?=-\d)")
_YEAR = re.compile(r"(?:19[4-9]|20[0-9])\d\Z")
_COUNTRY = re.compile(r"[A-Z]{3}\Z")
_PIECES = re.compile(r"\d+|\D+")


@dataclass(frozen=True, slots=True)
class SymbolParts:
    """What a symbol says by itself; None or "" where the grammar gives nothing.

    *session* is the ordinal of a regular session (60, 10 for "(X)"), *session_text* the session
    as written ("60", "X", "S-27", "ES-10"). *letter* is the letter of a lettered resolution,
    *part* a bracketed part ("Vol.II"), *modifiers* what follows the number ("Add.1", "Corr.2").
    """

    organ: str
    body_prefix: str
    body: str | None
    session: int | None = None
    session_text: str = ""
    year: int | None = None
    nature: str = ""
    number: int | None = None
    letter: str = ""
    part: str = ""
    country: str = ""
    modifiers: tuple[str, ...] = ()


@lru_cache(maxsize=16384)
def order_symbol(text: str) -> tuple[tuple[int, int | str], ...]:
    """A key that sorts symbols as people read them, numbers by value."""
    pieces = _PIECES.findall(text.upper())
    ordered = ((0, int(piece)) if piece.isdigit() else (1, piece) for piece in pieces)
    return (*ordered, (-1, text))


@lru_cache(maxsize=16384)
def split_symbol(text: str) -> SymbolParts:
    """The parts of one symbol (not joint) in normal form; all empty for what is no symbol."""
    if "/" not in text:
        return SymbolParts("", "", None)
    segments = text.split("/")
    body_slug, prefix = body_of_symbol(text)
    organ = re.split(r"[.(]", segments[0], maxsplit=1)[0]
    rest = segments[prefix.count("/") + 1 :] if prefix else segments[1:]
    modifiers: list[str] = []
    while len(rest) > 1 and _MODIFIER.match(rest[-1]):
        modifiers.insert(0, rest.pop())
    session: int | None = None
    session_text = ""
    year: int | None = None
    nature = country = letter = part = ""
    number: int | None = None
    if own_session := _BODY_SESSION.search(prefix):
        session, session_text = int(own_session[1]), own_session[1]
    for position, segment in enumerate(rest):
        last = position == len(rest) - 1
        bare, bracket, inner = segment.partition("(")
        if (old := _OLD_NUMBER.match(segment)) and nature == "RES":
            number, session_text, letter = int(old[1]), old[2], old[3] or ""
            session = parse_roman(old[2]) if "-" not in old[2] else None
        elif (dated := _YEAR_NUMBER.match(segment)) and nature == "RES":
            number, year = int(dated[1]), int(dated[2])
        elif segment in NATURES:
            nature = segment.upper() if segment != "Agenda" else segment
        elif fused := _FUSED.match(segment):
            nature, number = fused[1].upper(), int(fused[2])
        elif not last and year is None and _YEAR.match(segment):
            year = int(segment)
        elif not last and not session_text and _SESSION.match(segment):
            session_text = segment
            session = int(segment) if segment.isdigit() else None
        elif last and (lettered := _LETTERED.match(bare)):
            number, letter = int(lettered[1]), lettered[2]
        elif bare.isdigit():
            number = int(bare)
        elif ranged := _FIRST_NUMBER.match(segment):
            number = int(ranged[0])
        elif _COUNTRY.match(segment) and not last:
            country = segment
        numbered = _YEAR_NUMBER.match(segment) or _OLD_NUMBER.match(segment)
        if bracket and number is not None and not numbered:
            part = inner.split(")", 1)[0]
    return SymbolParts(
        organ, prefix, body_slug, session, session_text, year, nature, number, letter, part,
        country, tuple(modifiers),
    )  # fmt: skip
