"""Lines of a PDF page with their place: words in the order of the file, footnote marks raised.

Asks the PDF library for the text of a page at once and for the boxes of a few characters of each
line only, so it stays near the speed of bare text extraction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ungraph.readers.akn_layout import superscript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Box = tuple[float, float, float, float]
    Boxes = Callable[[int], Box]

__all__ = ["PageLine", "page_lines"]

_LINE = re.compile(r"[^\r\n\x02\ufffe]+[\x02\ufffe]?")
_MARK = re.compile(r"\d{1,3}(?!\d)|\*{1,3}")
_MAY_MARK = re.compile(r"[\d*]")
_BLANK_RUN = re.compile(r"[ \xa0]{2,}")
_SMALL, _LIFT, _DESCENT = 0.8, 0.12, 0.22
_HYPHEN_AT_END = "\x02"
_GAP_HEIGHTS = 1.9
_STRETCHED = 1.35


@dataclass(slots=True)
class PageLine:
    """Words on one line: left, right, bottom and height in points from the lower left corner.

    *column* is 1 or 2 on a page of two columns, 0 for a line across the page.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    column: int = 0

    @property
    def top(self) -> float:
        return self.bottom + self.height


def _boxes_of(text_page: Any) -> Boxes:
    """Asks for the box of a character of a page: left, right, bottom, height."""
    import ctypes

    from pypdfium2 import raw

    page, rect, ask = text_page.raw, raw.FS_RECTF(), raw.FPDFText_GetLooseCharBox
    pointer = ctypes.byref(rect)

    def box(index: int) -> Box:
        if not ask(page, index, pointer):
            return 0.0, 0.0, 0.0, 0.0
        bottom, top = rect.bottom, rect.top
        if bottom > top:
            bottom, top = top, bottom
        return rect.left, rect.right, bottom, top - bottom

    return box


def page_lines(text_page: Any, *, cells_above: float | None = None) -> list[PageLine]:
    """The lines of a page in the order of the file.

    A line whose words stand far apart is cut in cells; above *cells_above* (points from the foot)
    every line is looked at for such gaps.
    """
    text = text_page.get_text_range()
    box = _boxes_of(text_page)
    lines: list[PageLine] = []
    for found in _LINE.finditer(text):
        start, end = found.span()
        while start < end and text[start] in " \xa0\x02\ufffe":
            start += 1
        while end > start and text[end - 1] in " \xa0":
            end -= 1
        if start == end:
            continue
        left, right, bottom, height = _frame(start, end, box)
        looked_at = cells_above is not None and bottom > cells_above
        stretched = height > 0 and (right - left) / (end - start) > _STRETCHED * height / 2
        if looked_at or (stretched and end - start > 3):
            lines.extend(_cells(text, start, end, box))
        else:
            words = _raise_marks(text, start, end, box, bottom, height)
            lines.append(PageLine(words, left, right, bottom, height))
    return lines


def _cells(text: str, start: int, end: int, box: Boxes) -> Iterator[PageLine]:
    """The pieces of a line that stand far apart."""
    begin = start
    for i in range(start + 1, end - 1):
        if text[i] in " \xa0" and text[i + 1] not in " \xa0.":
            before, after = box(i - 1), box(i + 1)
            limit = _GAP_HEIGHTS * min(before[3], after[3])
            if begin < i and (after[0] - before[1] > limit or after[0] < before[0] - limit):
                yield _line(text, begin, i, box)
                begin = i + 1
    yield _line(text, begin, end, box)


def _frame(start: int, end: int, box: Boxes) -> Box:
    """Left, right, bottom and height of a line: those of the tallest of three characters, since
    marks, blanks and letters of another font have boxes of their own."""
    first = box(start)
    if end - start == 1:
        return first
    middle, last = box((start + end) // 2), box(end - 1)
    tallest = first if first[3] >= middle[3] else middle
    if last[3] > tallest[3]:
        tallest = last
    return first[0], last[1], tallest[2], tallest[3]


def _line(text: str, start: int, end: int, box: Boxes) -> PageLine:
    while end > start + 1 and text[end - 1] in " \xa0":
        end -= 1
    left, right, mid_bottom, height = _frame(start, end, box)
    words = _raise_marks(text, start, end, box, mid_bottom, height)
    return PageLine(words, left, right, mid_bottom, height)


def _raise_marks(text: str, start: int, end: int, box: Boxes, bottom: float, height: float) -> str:
    """The words with small raised digits as superscripts, tied to the word before them."""

    words = text[start:end].replace("\ufffe", _HYPHEN_AT_END)
    if _MAY_MARK.search(words) is None:
        return _BLANK_RUN.sub(" ", words) if "  " in words else words

    def is_raised(index: int) -> bool:
        _, _, its_bottom, its_height = box(index)
        lift = its_bottom + _DESCENT * its_height - bottom - _DESCENT * height
        return its_height < _SMALL * height and lift > _LIFT * height

    pieces: list[str] = []
    last = 0
    for found in _MARK.finditer(words):
        if not is_raised(start + found.end() - 1):
            continue
        first = found.end() - 1
        while first > found.start() and is_raised(start + first - 1):
            first -= 1
        before = words[last:first]
        at_start = not pieces and not before.strip()
        pieces.append(before if at_start else before.rstrip(" "))
        mark = words[first : found.end()]
        pieces.append(mark if at_start else superscript(mark))
        last = found.end()
    pieces.append(words[last:])
    joined = "".join(pieces) if len(pieces) > 1 else words
    if "  " in joined:
        joined = _BLANK_RUN.sub(" ", joined)
    return joined
