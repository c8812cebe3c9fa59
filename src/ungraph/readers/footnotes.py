"""Footnotes in text without layout: below a drawn rule, or after the closing lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ungraph.readers.lineroles import is_rule
from ungraph.readers.lines import Line

__all__ = ["find_footnotes"]

_NOTE = re.compile(
    r"\[?(?P<mark>\d{1,3}|\*{1,4}|[a-z])\]?(?: \(\)| *[).])? +(?P<first>[^\W\d_]|[\"'(«《“（/<\[*\d]|https?)"
)
_MONTH = re.compile(r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{4}")
_MAX_STEP = 3


def find_footnotes(lines: Sequence[Line], closing: int | None) -> dict[int, str]:
    """Line → mark of each footnote that begins there.

    Footnotes stand below a rule, each beginning with its mark ("1 See …", "* Reissued …"), or,
    where no rule is drawn, at the end of the text after the closing lines (*closing* is the last
    of them). Marks count up; a mark that does not is part of the note before it.
    """
    notes: dict[int, str] = {}
    rule = next((i for i, line in enumerate(lines) if is_rule(line.text)), None)
    first = rule + 1 if rule is not None else closing + 1 if closing is not None else None
    if first is None:
        return notes
    last = 0
    for i in range(first, len(lines)):
        line = lines[i]
        found = _NOTE.match(line.text)
        if not found:
            if rule is not None and i == first:
                return notes
            continue
        mark = found["mark"]
        if mark.isdigit():
            value = int(mark)
            if last and not last < value <= last + _MAX_STEP:
                continue
            if _MONTH.match(line.text) and (not last or value != last + 1):
                continue
            last = value
        elif mark.isalpha() and not line.after_blank:
            continue
        notes[i] = mark
    return notes
