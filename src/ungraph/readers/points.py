"""Points of a list at line starts: "(a)", "ii)", "(ب)", "㈠", "– "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ungraph.readers.akn_numbering import point_depth
from ungraph.readers.leads import find_lead
from ungraph.readers.lines import Line

__all__ = ["Point", "PointStack", "read_point", "tell_point_type"]

_POINT = re.compile(
    r"(?:\((?P<closed>[a-z]{1,5}|[а-я]|[A-Z]|\d{1,2}|[\u0621-\u064a]{1,2}(?: [\u0621-\u064a])?"
    r"|[一二三四五六七八九十]{1,2})\)|(?P<open>[a-z]{1,5}|[а-я]|\d{1,2})\)|'(?P<quoted>\d{1,2})'"
    r"|(?P<circled>[\u3220-\u3229])|(?P<bullet>[-\u2022\u25cf\u2014\u25aa\uf0b7]))(?P<gap> *)(?P<next>\S)"
)
_LETTERS = re.compile(r"([a-z])\1*\Z|[ivxlc]+\Z")
_VERB = re.compile(r" ?[A-Z][a-z]{2,}[^s]s ")
_FIRST = frozenset(("a", "i", "1", "A", "I", "а", "أ", "ا", "一", "\u3220", ""))
_ENDS = ".;:,!?)،؛；：，。"


@dataclass(frozen=True, slots=True)
class Point:
    """A line that may begin a point; *number* as printed without brackets, "" for a bullet."""

    number: str
    is_strong: bool


def read_point(line: Line, previous: Line | None) -> Point | None:
    """The point that *line* begins with, None for other lines.

    >>> read_point(Line(0, 18, "(a) To report back", True), None)
    Point(number='a', is_strong=True)
    """
    first = line.text[0]
    if first not in "('-" and first.isascii() and not (first.isalnum() and ")" in line.text[1:7]):
        return None
    found = _POINT.match(line.text)
    if not found:
        return None
    number = found["closed"] or found["open"] or found["quoted"] or found["circled"] or ""
    if not number and not found["gap"]:
        return None
    if found["open"] and not found["gap"]:
        return None
    if number.isascii() and number.isalpha() and number.islower() and not _LETTERS.match(number):
        return None
    strong = line.after_blank or previous is None or previous.text[-1] in _ENDS
    return Point(number, strong)


def tell_point_type(view_text: str, start: int, number: str, language: str, outer: str) -> str:
    """The type of the point at *start* inside a paragraph of the type *outer*.

    A decision may close its preamble with a colon and decide in points: "(a) Endorses the plan".

    >>> tell_point_type("(a) Endorses the plan;", 0, "a", "en", "preambular")
    'operative'
    """
    if outer != "preambular" or not number:
        return outer
    after = view_text.index(number, start) + len(number) + 1
    lead = find_lead(view_text, after, language)
    if lead and lead[2]:
        return lead[2]
    return "operative" if language == "en" and _VERB.match(view_text, after) else outer


class PointStack:
    """The points that are open, outer first: which depth a new one has, or whether it is none."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def clear(self) -> None:
        """A paragraph ended: no point is open."""
        self._open = []

    def place(self, point: Point) -> int | None:
        """Depth of *point* (0 for the outermost), None when it counts on from nothing."""
        depth = point_depth(point.number, self._open)
        begins = point.number in _FIRST
        follows = depth < len(self._open)
        if not follows and point.number in self._open:
            # The list begins again at its own depth; lists do not nest in their like.
            depth = self._open.index(point.number)
        if not follows and not (begins and point.is_strong):
            if not point.is_strong or self._open:
                return None
        del self._open[depth:]
        self._open.append(point.number)
        return depth

    def may_follow(self, point: Point) -> bool:
        """Whether *point* begins a list or counts on in one that is open."""
        depth = point_depth(point.number, self._open)
        return depth < len(self._open) or point.number in _FIRST
