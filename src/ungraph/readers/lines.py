"""Lines of a text: where they stand, and whether a blank line goes before."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "split_lines"]

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
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
        raw = found[0]
        first = found.start()
        if first > expected:
            after_blank = True
        expected = found.end() + 1
        text = raw.strip(" ")
        if not text:
            after_blank = True
            continue
        if text[0] == "#":
            text = text.lstrip("#").lstrip(" ") or text
        begin = first + raw.rindex(text)
        lines.append(Line(begin, begin + len(text), text, after_blank))
        after_blank = False
    return lines
