"""Pieces of a title page put together and told apart: organ, date, session, title lines …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ungraph.identifiers.bodies import load_bodies
from ungraph.readers.ordinals import parse_ordinal
from ungraph.readers.pageline import PageLine, Sign, find_symbols, tell_line
from ungraph.readers.printeddates import parse_printed_date, search_printed_date

__all__ = ["Element", "find_organ", "has_header", "iter_elements", "read_session"]

_NAMED = frozenset(("text", "type", "report", "numbered"))
_MAX_JOINED = 3
_PROSE_CHARS = 150
_LONG_CHARS = 700
_MAX_TIME_CHARS = 80
_MAX_WEEKDAY_CHARS = 24
_SENTENCE_BLANKS = 5
_STOPS = ".:;,،，。；："
_HAN = re.compile(r"[\u4e00-\u9fff]")
_DATED_OPENING = re.compile(r"(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[，,在]")
_ARTICLES = re.compile(r"(?:the |l'|la |le |les |el |إن |إنّ )", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(
    r"(?P<number>(?:\d{1,3}|\d{4}|E?S-\d{1,2})/\d{1,3}(?: ?[A-Z](?:-[A-Z])?)?|\d{1,4} ?\((?:\d{4}|[IVXLC]+)\))"
    r" ?[.\-]? *(?P<title>.*)"
)
_NUMBERED_PARAGRAPH = re.compile(
    r"\*{0,2} ?\d{1,3}(?:\.\d{1,2})*(?:\.| ?-) +\S(?:.{30}|.*[.;:؛。；]\Z)"
)
_TWO_NAMES = re.compile(r"([^()]+?) ?\(([^()]+)\)")
_SESSION_WORD = re.compile(r"(?i:session|sesiones|сессия)\Z")
_HEADER_KINDS = frozenset(
    [
        "united-nations",
        "distribution",
        "date",
        "original-language",
        "organ",
        "session",
        "agenda-item",
    ]
)


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the page: its pieces joined, and what it is.

    *kind* is one of the table's, or symbol, date, organ, bracket, numbered, text; "body" marks
    the first piece that is no longer title page.
    """

    kind: str
    start: int
    end: int
    text: str
    breaks_before: int
    sign: Sign | None = None
    slug: str = ""
    pieces: tuple[PageLine, ...] = ()


@cache
def _load_names(language: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for code in dict.fromkeys((language, "en")):
        for body in load_bodies().values():
            for name in body.names.get(code, ()):
                names.setdefault(_plain(name), body.slug)
    return names


def _plain(name: str) -> str:
    straight = name.replace("’", "'").casefold()
    return " ".join(straight.split())


def read_session(sign: Sign) -> int | None:
    """The ordinal or year that a session line says; None for "The session"."""
    words = sign.groups.get("year") or sign.groups.get("ordinal") or ""
    return parse_ordinal(words, sign.language)


def find_organ(line: str, language: str) -> str | None:
    """Slug of the body that *line* names and nothing else; articles and a last comma allowed.

    >>> find_organ("HUMAN RIGHTS COUNCIL", "en"), find_organ("The General Assembly,", "en")
    ('hrc', 'ga')
    >>> find_organ("Special Political and Decolonization Committee (Fourth Committee)", "en")
    'ga-c4'
    """
    if len(line) > 200:
        return None
    name = _plain(line.rstrip(" ,،，:"))
    names = _load_names(language)
    if name in names:
        return names[name]
    twice = _TWO_NAMES.fullmatch(name)
    if twice and names.get(twice[1]) == names.get(twice[2]):
        return names.get(twice[1])
    found = _ARTICLES.match(name)
    return names.get(name[found.end() :]) if found else None


def iter_elements(pieces: list[PageLine], language: str) -> Iterator[Element]:
    """The elements of the page in order; the last one has kind "body" when a body begins."""
    seen: set[str] = set()
    i = 0
    while i < len(pieces):
        element, count = _element_at(pieces, i, language)
        noted = pieces[i].is_note and bool(seen & _NAMED)
        if noted or _is_body(element, seen) or _begins_prose(element, pieces, i, seen):
            yield Element("body", element.start, element.end, element.text, element.breaks_before)
            return
        yield element
        seen.add(element.kind)
        i += count


def _begins_prose(element: Element, pieces: list[PageLine], i: int, seen: set[str]) -> bool:
    """Whether a wrapped paragraph of prose begins here, after the kind of document was named."""
    if element.kind != "text" or element.breaks_before < 2 or not seen & {"type", "numbered"}:
        return False
    length, last = len(element.text), element.text
    for piece in pieces[i + 1 :]:
        if piece.breaks_before == 2:
            break
        length, last = length + len(piece.text), piece.text
    return length > _PROSE_CHARS and last[-1] in _STOPS and not element.text.isupper()


def _element_at(pieces: list[PageLine], i: int, language: str) -> tuple[Element, int]:
    alone = _tell(pieces[i : i + 1], language)
    best, count = alone, 1
    for width in range(2, _MAX_JOINED + 1):
        group = pieces[i : i + width]
        if len(group) < width or group[-1].breaks_before == 2:
            break
        if _tell(group[-1:], language).kind != "text":
            break
        joined = _tell(group, language)
        if joined.kind in ("text", "numbered", "bracket", "report"):
            continue
        if alone.kind in ("text", joined.kind):
            best, count = joined, width
    return best, count


def _tell(group: list[PageLine], language: str) -> Element:
    text = " ".join(piece.text for piece in group)
    start, end, gap = group[0].start, group[-1].end, group[0].breaks_before

    def element(kind: str, sign: Sign | None = None, slug: str = "") -> Element:
        return Element(kind, start, end, text, gap, sign, slug, tuple(group))

    if find_symbols(text):
        return element("symbol")
    if parse_printed_date(text):
        return element("date")
    slug = find_organ(text, language)
    if slug:
        return element("organ", slug=slug)
    merged = _organ_with_session(text, language)
    if merged:
        return element("session", merged[1], slug=merged[0])
    if text[0] == "[" and text[-1] == "]":
        return element("bracket")
    numbered = _NUMBERED_TITLE.fullmatch(text)
    sign = None if numbered else tell_line(text, language)
    if sign and (sign.kind != "session" or read_session(sign)):
        return element(sign.kind, sign)
    if numbered:
        groups = numbered.groupdict()
        return element("numbered", Sign("numbered", groups["number"] or "", groups, language))
    return element("text")


def _organ_with_session(text: str, language: str) -> tuple[str, Sign] | None:
    """ "Working Group on the Universal Periodic Review Twentieth session" on one line."""
    words = text.split(" ")
    if len(words) < 4 or len(text) > 200 or not _SESSION_WORD.search(text):
        return None
    for count in range(2, min(6, len(words) - 1)):
        sign = tell_line(" ".join(words[-count:]), language)
        if sign and sign.kind == "session":
            slug = find_organ(" ".join(words[:-count]), language)
            if slug:
                return slug, sign
    return None


def _is_body(element: Element, seen: set[str]) -> bool:
    text = element.text
    if element.kind == "organ":
        return text[-1] in ",،，" or bool(seen & {"type", "numbered", "report"})
    if element.kind == "opening":
        return bool(seen)
    if element.kind != "text":
        return False
    if _NUMBERED_PARAGRAPH.match(text):
        return True
    if len(text) == 1:
        return text.isupper() and bool(seen & {"numbered", "type"})
    if len(text) > _LONG_CHARS:
        return True
    if seen & _NAMED and _DATED_OPENING.match(text) and text[-1] in _STOPS:
        return True
    if _is_meeting_time(text):
        return False
    if seen & {"type", "report"} and text[-1] in ".。" and _words(text) >= _SENTENCE_BLANKS:
        return not text.isupper()
    return len(text) > _PROSE_CHARS and text[-1] in _STOPS and not text.isupper()


def _words(text: str) -> int:
    """How many blanks *text* would have: Chinese writes none, two characters make a word."""
    return text.count(" ") + len(_HAN.findall(text)) // 2


def _is_meeting_time(text: str) -> bool:
    """Whether *text* says when a meeting was: "Friday, 30 January 2026, 3 p.m." """
    found = search_printed_date(text) if len(text) <= _MAX_TIME_CHARS else None
    return found is not None and found[1] <= _MAX_WEEKDAY_CHARS


def has_header(elements: list[Element]) -> bool:
    """Whether this is a title page rather than a text with at most its symbol above."""
    return any(e.kind in _HEADER_KINDS or e.kind == "numbered" for e in elements) or any(
        e.kind == "type" for e in elements[:3]
    )
