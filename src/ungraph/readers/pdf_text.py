"""Lines of all pages → one text: paragraphs whole, hyphens at line ends undone, footnotes last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ungraph.model.document import Page
from ungraph.model.span import Span
from ungraph.readers.pdf_lines import PageLine
from ungraph.readers.pdf_pages import PageContent

__all__ = ["compose_text"]

_HYPHEN = "\x02"
_NOTE_START = re.compile(r"(?:\d{1,3}|\*{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[a-z])[ \xa0]+\S")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NUMBERED = re.compile(r"(?:\d{1,3}\.\s|\([a-z]{1,4}\)\s|[IVXLC]+\.\s|[A-Z]\.\s|[•–—-]\s)")
_LEADER = re.compile(r"(?:\. ?){5}")
_OWN_LINE = re.compile(
    r"(?:[\w-]+ ){0,4}(?:session|sesiones|сессия)\b|.*(?:届会议|الدورة)|Agenda item|Items? \d|Point|Tema"
    r"|Пункт|Original|Distr|\d{1,2} [^\W\d]+ \d{4}(?: г[а-я]*)?\W*\Z"
)
_WIDE_GAP = 1.32
_INDENT = 7.0
_FULL = 0.9
_SHORT = 0.6
_FAR_RIGHT = 0.35
_LONG = 30
_BODY_LINES = 3
_WRAPPED = 0.75
_LARGE, _HUGE = 1.08, 1.4


@dataclass(slots=True)
class _Writer:
    parts: list[str]
    length: int
    pages: list[tuple[int, int]]

    def put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def compose_text(pages: Sequence[PageContent]) -> tuple[str, tuple[Page, ...]]:
    """The text and the spans printed on each page (a page with footnotes has two)."""
    words = _all_words(pages)
    out = _Writer([], 0, [])
    previous: PageLine | None = None
    previous_page: PageContent | None = None
    for page in pages:
        lead = _leading(page.body)
        present = {0, *(line.column for line in page.body)}
        margins = {column: _margins(page.body, column) for column in present}
        out.pages.append((page.number, out.length))
        usual, title_page = 0.0, 0
        if page is pages[0]:
            usual = _usual_height(page.body)
            title_page = _title_page_lines(page.body, lead, margins[0][1])
        for i, line in enumerate(page.body):
            left, right = margins[line.column]
            if previous is None:
                out.put(line.text)
            elif i < title_page and _is_title(previous, line, usual):
                _continue(out, line.text, words)
            elif _begins_paragraph(
                previous, line, lead, left, right, new_page=previous_page is not page
            ):
                out.put("\n\n" + line.text)
            elif i < title_page:
                if _is_wrapped(page.body, i):
                    _continue(out, line.text, words)
                else:
                    out.put("\n\n" + line.text)
            elif _stands_alone(previous, line, left, right):
                out.put("\n" + line.text)
            else:
                _continue(out, line.text, words)
            if i == 0 and len(out.pages) > 1:
                out.pages[-1] = (page.number, out.length - len(line.text))
            previous, previous_page = line, page
    _write_notes(out, pages, words)
    text = "".join(out.parts).replace(_HYPHEN, "-")
    return text + "\n" if text else "", _spans(out)


def _begins_paragraph(
    previous: PageLine,
    line: PageLine,
    lead: float,
    left: float,
    right: float,
    *,
    new_page: bool,
) -> bool:
    gap = previous.bottom - line.bottom
    if _goes_on(previous, line) and gap < 3 * line.height:
        return False
    if new_page or gap < -line.height:
        if _NUMBERED.match(line.text):
            return True
        if previous.column == line.column == 0 or new_page:
            ended = previous.text.rstrip()[-1:] in ".;:!?"
        else:
            ended = previous.right < previous.left + _FULL * (right - left)
        indented = line.left - left > _INDENT and line.left < left + 60
        return ended or indented or previous.height > 1.15 * line.height
    if abs(gap) < 0.4 * line.height:
        return True
    if gap > _WIDE_GAP * max(lead, 0.9 * line.height):
        return True
    if abs(previous.height - line.height) > 0.15 * max(previous.height, line.height):
        return True
    if line.left - previous.left > _INDENT and _ended_short(previous, right):
        return True
    return bool(_NUMBERED.match(line.text)) and _ended_short(previous, right)


def _goes_on(previous: PageLine, line: PageLine) -> bool:
    """Whether a line in small letters plainly goes on with the sentence before it."""
    return (
        line.text[:1].islower()
        and not _NUMBERED.match(line.text)
        and previous.text.rstrip()[-1:] not in ".;:!?"
        and abs(previous.height - line.height) < 0.5 * line.height
    )


def _title_page_lines(lines: Sequence[PageLine], lead: float, right: float) -> int:
    """How many lines of the first page belong to the title page: those before the first paragraph
    with a number or with three lines as long as the page allows."""
    start = full = 0
    for i, line in enumerate(lines):
        if i and not 0 < lines[i - 1].bottom - line.bottom <= _WIDE_GAP * lead:
            start, full = i, 0
        full += line.right > _FULL * right
        if full >= _BODY_LINES or (i == start and i and _NUMBERED.match(line.text)):
            return start
    return len(lines)


def _is_title(previous: PageLine, line: PageLine, usual: float) -> bool:
    """Whether two lines in the same large type, one right below the other, are one title.

    A first line too short to be full goes on only in capitals: GENERAL, below it ASSEMBLY;
    46th, below it PLENARY MEETING.
    """
    return (
        line.height > _LARGE * usual
        and abs(line.height - previous.height) < 0.02 * line.height
        and previous.bottom - line.bottom < _WIDE_GAP * line.height
        and (
            len(previous.text) > _LONG
            or (
                line.height > _HUGE * usual
                and line.text.isupper()
                and (previous.text.isupper() or previous.text[:1].isdecimal())
            )
        )
    )


def _usual_height(lines: Sequence[PageLine]) -> float:
    heights = Counter(round(line.height, 1) for line in lines if len(line.text) > _LONG)
    return heights.most_common(1)[0][0] if heights else 0.0


def _is_wrapped(lines: Sequence[PageLine], i: int) -> bool:
    """Whether line *i* of a title page goes on with the words of the line before."""
    previous, line = lines[i - 1], lines[i]
    if line.text[:1].islower():
        return True
    if _OWN_LINE.match(line.text):
        return False
    widest = max(
        other.right for other in lines[max(0, i - 4) : i + 3] if abs(other.left - line.left) < _LONG
    )
    return len(previous.text) > _LONG and previous.right - line.left > _WRAPPED * (
        widest - line.left
    )


def _stands_alone(previous: PageLine, line: PageLine, left: float, right: float) -> bool:
    """Whether the line end between two lines was meant: a short line, or lines far to the right."""
    if previous.column != line.column:
        return False
    if previous.text.count(".") >= 5 and _LEADER.search(previous.text):
        return True
    far = left + _FAR_RIGHT * (right - left)
    return previous.right < left + _SHORT * (right - left) or min(previous.left, line.left) > far


def _ended_short(line: PageLine, right: float) -> bool:
    return line.right < _FULL * right or line.text.rstrip()[-1:] in ".;:,"


def _leading(lines: Sequence[PageLine]) -> float:
    """Usual distance of two lines of one paragraph."""
    gaps = [
        a.bottom - b.bottom
        for a, b in pairwise(lines)
        if 0.5 * b.height < a.bottom - b.bottom < 2 * b.height
    ]
    return median(sorted(gaps)[: max(1, 2 * len(gaps) // 3)]) if gaps else 0.0


def _margins(lines: Sequence[PageLine], column: int) -> tuple[float, float]:
    long = [line for line in lines if line.column == column and len(line.text) > _LONG]
    if not long:
        return 0.0, 0.0
    lefts = Counter([round(line.left) for line in long])
    usual = max(lefts, key=lambda left: (lefts[left], -left))
    return float(usual), median([line.right for line in long])


def _continue(out: _Writer, words: str, vocabulary: str) -> None:
    """Goes on in the same paragraph; a hyphen at the line end stays where the word needs it."""
    last = out.parts[-1]
    stripped = last.rstrip(" \xa0")
    if stripped != last:
        out.parts[-1] = stripped
        out.length -= len(last) - len(stripped)
    if stripped.endswith(("-", _HYPHEN, "\xad", "‐")) and not stripped.endswith((" -", " –")):
        head = _LAST_WORD.search(stripped[:-1])
        tail = _FIRST_WORD.match(words)
        if head and tail and _is_broken(head[0], tail[0], vocabulary):
            out.parts[-1] = stripped[:-1]
            out.length -= 1
        out.put(words)
    elif stripped.endswith("/") and not stripped.endswith(" /"):
        out.put(words)
    else:
        out.put(" " + words)


def _is_broken(head: str, tail: str, words: str) -> bool:
    """Whether the hyphen only breaks the word: "reso-" "lution", but not "follow-" "up"."""
    if f"{head}-{tail}".lower() in words:
        return False
    return f"{head}{tail}".lower() in words


def _all_words(pages: Sequence[PageContent]) -> str:
    """The text of the document in small letters, for telling hyphens apart."""
    return "\n".join([line.text for page in pages for line in page.body]).lower()


def _write_notes(out: _Writer, pages: Sequence[PageContent], vocabulary: str) -> None:
    begun = False
    for page in pages:
        for i, line in enumerate(page.notes):
            if not begun:
                out.put("\n\n__________")
                begun = True
            if _NOTE_START.match(line.text) or i == 0 and not out.parts[-1].strip("_\n"):
                out.put("\n")
                if i == 0:
                    out.pages.append((page.number, out.length))
                out.put(line.text)
            else:
                if i == 0:
                    out.pages.append((page.number, out.length))
                _continue(out, line.text, vocabulary)


def _spans(out: _Writer) -> tuple[Page, ...]:
    made = []
    for i, (number, start) in enumerate(out.pages):
        end = out.pages[i + 1][1] if i + 1 < len(out.pages) else out.length
        if end > start:
            made.append(Page(number, Span(start, end)))
    return tuple(made)
