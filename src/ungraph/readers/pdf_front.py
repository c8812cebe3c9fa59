"""The first page of a record: its imprint may stand at the foot, its head in two boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ungraph.readers.pdf_lines import PageLine

__all__ = ["part_boxes", "split_imprint"]

_SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Za-z0-9./()-]+\*?\Z")
_DISTRIBUTION = re.compile(r"(?i)distr\.|расп|التوزيع")
_FOOT = 0.3
_SAME_LEFT = 4.0
_BOX_LINES = 3


def split_imprint(lines: Sequence[PageLine]) -> tuple[list[PageLine], list[PageLine]]:
    """Distribution, symbol and date where they are printed at the foot, and the other lines.

    Records of the 1970s to 1990s have them there, one below the other: "Distr. GENERAL",
    "A/86/PV.90", "22 November 2031", "ENGLISH". Empty where nothing like it is found.
    """
    foot = _FOOT * max((line.top for line in lines), default=0.0)
    for head in lines:
        if head.bottom > foot or not _DISTRIBUTION.match(head.text):
            continue
        block = [
            line
            for line in lines
            if line.bottom <= head.bottom and abs(line.left - head.left) < _SAME_LEFT
        ]
        if any(_SYMBOL.match(line.text.strip()) for line in block):
            taken = {id(line) for line in block}
            block.sort(key=lambda line: -line.bottom)
            return block, [line for line in lines if id(line) not in taken]
    return [], list(lines)


def part_boxes(lines: list[PageLine], middle: float) -> list[list[PageLine]]:
    """The head of a record in two boxes side by side, each read on its own; else all in one.

    The organ and its session stand in the left box, the meeting and its date in the right one.
    Where the right side holds the symbol, the page is read line by line.
    """
    right = [line for line in lines if line.left >= middle]
    end = min((line.bottom for line in right), default=0.0)
    beside = [line for line in lines if line.left < middle and line.top > end]
    if (
        min(len(beside), len(right)) < _BOX_LINES
        or any(line.right > middle for line in beside)
        or any(_SYMBOL.match(line.text.strip()) for line in right)
    ):
        return [lines]
    return [beside, right, [line for line in lines if line.left < middle and line.top <= end]]
