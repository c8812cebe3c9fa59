"""Lines of a text: where they stand, and whether a blank line goes before."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Line", "split_lines"]

_LINE = re.compile(r"[^\n]+")


class Line(NamedTuple):
    """A line that holds something, without the blanks around it, in code points of the view."""

    start: int
    end: int
    text: str
    after_blank: bool


def split_lines(view_text: str, *, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of *view_text* from *start* to *end* that hold more than blanks.

    The marks of Markdown headings ("## ") do not belong to the line.

    >>> [line.text for line in split_lines("one \\n\\n  two")]
    ['one', 'two']
    """
    lines: list[Line] = []
    after_blank = True
    expected = start
    for found in _LINE.finditer(view_text, start, len(view_text) if end is None else end):
        text = found[0]
        begin, stop = found.span()
        if begin > expected:
            after_blank = True
        expected = stop + 1
        if text[-1] == " ":
            text = text.rstrip(" ")
            if not text:
                after_blank = True
                continue
        stop = begin + len(text)
        if text[0] in " #":
            text = text.lstrip(" ")
            if text[0] == "#":
                text = text.lstrip("#").lstrip(" ") or text
            begin = stop - len(text)
        lines.append(Line(begin, stop, text, after_blank))
        after_blank = False
    return lines
