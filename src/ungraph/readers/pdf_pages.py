"""Lines of pages → reading order without running heads, feet and job numbers; footnotes apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ungraph.readers.akn_layout import superscript
from ungraph.readers.pdf_front import part_boxes, split_imprint
from ungraph.readers.pdf_lines import PageLine

__all__ = ["PageContent", "order_page", "strip_furniture"]

_HEAD_ZONE, _FOOT_ZONE, _FIRST_FOOT_ZONE = 0.905, 0.115, 0.15
_SEPARATOR = re.compile(r"_{5,}\Z")
_SYMBOL = re.compile(r"[A-Z]{1,4}/[A-Za-z0-9./()-]+(?: \((?:\d{4}|[IVXLC]+)\))?\*?\Z")
_FURNITURE = re.compile(
    r"(?:"
    r"\d{1,4}(?: ?/ ?\d{1,4})?"
    r"|(?:[Pp]age:?|[Pp]ágina|стр\.) \d+"
    r"|(?:\d{1,4}(?:/\d{1,4})? )?(?:[A-Z]{1,2})?\.?\d{2}-\d{4,6}(?: ?\([A-Z](?:, ?[A-Z])*\))?"
    r"(?: ?\d{6})*(?: \d{1,4}(?:/\d{1,4})?)?(?: ?\*\d{7}\*)?"
    r"|[\ue000-\uf8ff]{5,}"  # a bar code, in a font of its own
    r"|\*\d{7}\*|\*[A-Z0-9]{8,12}\*|Please recycle.*|N\d{7}"
    r")\s*\Z"
)
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[a-z]) *\S")
_SAME_LINE, _RAISED, _NO_BLANK = 0.5, 0.8, 0.1
_SHORT, _LONG, _BIGGER, _SMALLER = 12, 30, 1.05, 0.92
_COLUMN_LINES = 8


@dataclass(slots=True)
class PageContent:
    """Body lines in reading order and footnote lines of one page."""

    number: int
    body: list[PageLine] = field(default_factory=list)
    notes: list[PageLine] = field(default_factory=list)
    columns: int = 1


def strip_furniture(
    pages: Sequence[list[PageLine]], heights: Sequence[float]
) -> list[list[PageLine]]:
    """Pages without running heads, feet, page and job numbers.

    A head or foot is told by its place and by what it is: a symbol, page or job number, or words
    that stand there on several pages.
    """
    repeated: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        repeated.update({line.text for line in lines if _is_margin(line, height)})
    often = {key for key, count in repeated.items() if count >= max(2, len(pages) // 4)}
    kept: list[list[PageLine]] = []
    for index, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        head_has_symbol = index > 0 and any(
            line.bottom >= _HEAD_ZONE * height and _SYMBOL.match(line.text) for line in lines
        )
        kept.append(
            [
                line
                for line in lines
                if not _is_furniture(line, height, index, often, head_has_symbol)
                or _is_mark_of_note(line, lines)
            ]
        )
    return kept


def _is_mark_of_note(line: PageLine, lines: Sequence[PageLine]) -> bool:
    """A lone digit at the foot that has words right after it numbers a footnote, not the page."""
    return len(line.text) <= 3 and any(
        other is not line
        and 0 <= other.left - line.right < 3 * other.height
        and _overlap(line, other) > 0
        for other in lines
    )


def _is_margin(line: PageLine, height: float) -> bool:
    return line.bottom >= _HEAD_ZONE * height or line.top <= _FOOT_ZONE * height


def _is_furniture(
    line: PageLine,
    height: float,
    index: int,
    often: set[str],
    head_has_symbol: bool,
) -> bool:
    if line.bottom >= _HEAD_ZONE * height:
        if index == 0:
            return False
        return head_has_symbol or bool(_FURNITURE.match(line.text)) or line.text in often
    zone = _FIRST_FOOT_ZONE if index == 0 else _FOOT_ZONE
    if line.top <= zone * height:
        return bool(_FURNITURE.match(line.text)) or (
            line.text in often and not _SEPARATOR.match(line.text)
        )
    return False


def order_page(lines: list[PageLine], *, number: int, width: float, first: bool) -> PageContent:
    """Body in reading order: one column from top to bottom, two columns one after the other."""
    content = PageContent(number)
    imprint, lines = split_imprint(lines) if first else ([], lines)
    body, content.notes = _split_notes(lines, width)
    middle = width / 2
    words = [line for line in body if len(line.text) > _SHORT]
    left = sum(1 for line in words if line.right <= middle + 0.03 * width)
    right = [line for line in words if line.left >= middle - 0.03 * width]
    if left >= _COLUMN_LINES and len(right) >= _COLUMN_LINES and _is_column(right):
        content.columns = 2
        top = _column_top(right) if first else float("inf")
        head = part_boxes([line for line in body if line.bottom > top], middle)
        title_page = [line for box in head for line in _one_column(box)]
        rest = [line for line in body if line.bottom <= top]
        content.body = title_page + _two_columns(rest, middle, width)
        while first and content.body and content.body[-1].column == 0:
            content.notes.insert(0, content.body.pop())
    else:
        content.body = _one_column(body)
    content.body = imprint + content.body
    return content


def _is_column(right: list[PageLine]) -> bool:
    """Whether lines right of the middle are a column and not cells of a table."""
    lefts = Counter(round(line.left / 4) for line in right)
    return sum(count for _, count in lefts.most_common(2)) > len(right) // 2


def _column_top(right: list[PageLine]) -> float:
    """Where the columns begin: the highest line that begins where most of the right column do."""
    lefts = Counter(round(line.left / 4) for line in right)
    usual = {left for left, _ in lefts.most_common(2)}
    return max(line.bottom for line in right if round(line.left / 4) in usual) + 1


def _one_column(lines: list[PageLine]) -> list[PageLine]:
    """From top to bottom; pieces of one line (cut at raised marks) are joined."""
    ordered = sorted(lines, key=lambda line: (-line.bottom, line.left))
    rows: list[list[PageLine]] = []
    for line in ordered:
        last = rows[-1][-1] if rows else None
        # What begins above the last line's foot may stand beside it: most lines do not.
        if (
            last
            and line.bottom + line.height > last.bottom
            and _overlap(last, line) > _SAME_LINE * min(last.height, line.height)
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    made: list[PageLine] = []
    for row in rows:
        if len(row) == 1:
            made += row
            continue
        row.sort(key=lambda line: line.left)
        for piece in row:
            last = made[-1] if made else None
            if piece is not row[0] and last is not None and _joins(last, piece):
                _join(last, piece)
            else:
                made.append(piece)
    return made


def _overlap(one: PageLine, other: PageLine) -> float:
    return min(one.top, other.top) - max(one.bottom, other.bottom)


def _join(last: PageLine, piece: PageLine) -> None:
    """*piece* goes on the line of *last*; digits raised above it become a footnote mark."""
    words = piece.text.strip()
    is_mark = words.isdecimal() or not words.strip("*")
    if is_mark and piece.height < _RAISED * last.height and piece.top > last.top - last.height / 4:
        last.text = last.text.rstrip() + superscript(words)
    elif piece.left - last.right < _NO_BLANK * last.height:
        last.text = last.text + piece.text
    else:
        last.text = f"{last.text.rstrip()} {words}"
    last.right = piece.right


def _joins(last: PageLine, piece: PageLine) -> bool:
    return -last.height < piece.left - last.right < 1.2 * last.height


def _two_columns(lines: list[PageLine], middle: float, width: float) -> list[PageLine]:
    """Lines across the page part it in bands; in each band the left column comes first."""
    bands: list[tuple[list[PageLine], list[PageLine]]] = [([], [])]
    result: list[PageLine] = []

    def close() -> None:
        left, right = bands.pop()
        result.extend(_one_column(left))
        result.extend(_one_column(right))
        bands.append(([], []))

    slack = 0.03 * width
    for line in sorted(lines, key=lambda line: -line.bottom):
        if line.left < middle - slack and line.right > middle + slack:
            close()
            result.append(line)
        elif line.left >= middle - slack:
            line.column = 2
            bands[-1][1].append(line)
        else:
            line.column = 1
            bands[-1][0].append(line)
    close()
    return result


def _split_notes(lines: list[PageLine], width: float) -> tuple[list[PageLine], list[PageLine]]:
    """Body and footnotes: what stands below the rule of the footnotes, or in small type at the
    foot where the rule is drawn and not written."""
    rules = [line for line in lines if "_____" in line.text and _SEPARATOR.match(line.text.strip())]
    sizes = Counter(round(line.height, 1) for line in lines if len(line.text) > _LONG)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    if rules:
        rule = min(rules, key=lambda line: line.bottom)
        below = [line for line in lines if line.bottom < rule.bottom and line is not rule]
        if any(line.height > _BIGGER * usual and len(line.text) > _LONG for line in below):
            below = []
    else:
        below = _small_print(lines, usual)
    if any(line.left > width / 2 for line in below) and len(below) > _COLUMN_LINES:
        below = []
    gone = {id(line) for line in (*below, *rules)}
    return [line for line in lines if id(line) not in gone], _one_column(below)


def _small_print(lines: list[PageLine], usual: float) -> list[PageLine]:
    """Lines at the foot in type smaller than the body, if they begin like a footnote."""
    found: list[PageLine] = []
    for line in sorted(lines, key=lambda line: line.bottom):
        if line.height > _SMALLER * usual and not _is_mark_only(line):
            break
        found.append(line)
    while found and not _NOTE.match(found[-1].text):
        found.pop()
    return found


def _is_mark_only(line: PageLine) -> bool:
    return len(line.text.strip()) <= 3
