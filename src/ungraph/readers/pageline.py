"""Lines of a title page: cut where printing ran them together, and told what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.model.document import View
from ungraph.model.span import Span
from ungraph.readers.lines import Line, split_lines
from ungraph.resources import load_table

__all__ = ["PageLine", "Sign", "cut_page", "find_symbols", "tell_line"]

_MAX_LINES = 80
_MAX_LINE_CHARS = 400
_MAX_PATTERN_CHARS = 3_000
_HEAD_CHARS = 12_000
_BODY_CHARS = 1_000
_TITLE_CHARS = 150
# Two asterisks after a word, before a small letter, mark a footnote; elsewhere they are bold.
_BOLD = re.compile(r"\*\*+(?! [^\W\d_A-Z])")
_SYMBOL = (
    r"[A-Z][A-Za-z0-9.\-]{0,9}(?:/[A-Za-z0-9][A-Za-z0-9.\-]*)*/[A-Za-z0-9][A-Za-z0-9.\-]*"
    r"(?: ?\((?:\d{4}|(?:E?S-)?[IVXLC]+|Vol\. ?[IVX\d]+|Part ?[IVX\d]+|SUPP\)?)\))?"
    r"(?: ?[A-Z](?:-[A-Z])?(?![A-Za-z]))?"
)
# Where two lines of the page were printed, or saved, as one.
_JOINTS = re.compile(
    r"(?i:\bdistr\.)|(?i:\boriginal ?: )|(?<=GENERAL)(?=[A-Z]{1,6}/)|(?<=LIMITED)(?=[A-Z]{1,6}/)"
    r"|(?<=RESTRICTED)(?=[A-Z]{1,6}/)|(?<=General)(?=[A-Z]{1,6}/)"
    r"|(?<=agenda\*) (?=\w)|(?<=Limited)(?=[A-Z]{1,6}/)|(?<=Distr\.: General)(?= )|(?<=Distr\. GENERAL)(?= )"
)
_JOIN_SIGNS = ("istr", "ISTR", "riginal", "RIGINAL", "genda")
_MAX_SYMBOL_LINE_CHARS = 120
_MERGED_ITEM = re.compile(
    r"(?i:(?:provisional )?agenda item) \d{1,3}(?: ?\([a-z]{1,3}\))* (?=[A-Z])"
)
_ONE_SYMBOL = re.compile(rf"({_SYMBOL})(\*{{0,4}})(?:[ ,;]*\(?|$)")


_NOTE_MARK = re.compile(r"\*{1,4} [^\W_]")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A piece of the title page in code points of the view.

    *text* is without blanks and stray asterisks at its ends; *breaks_before* tells how it is
    parted from the piece before: 0 on the same line, 1 on the next line, 2 after a blank line or
    another run of bold; *is_note* that it is the text of a footnote ("* Late submission.").
    """

    start: int
    end: int
    text: str
    breaks_before: int
    is_note: bool = False


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line of a title page is: a kind of the table, its value, and the named groups."""

    kind: str
    value: str
    groups: dict[str, str | None]
    language: str


def cut_page(view: View, text: str) -> list[PageLine]:
    """The pieces of the head of *text* that may be title page, in order."""
    lines = _head_lines(view.text)
    if not lines:
        return []
    first, last = view.to_text(Span(lines[0].start, lines[-1].end)).start, lines[-1].end
    bold_end = view.to_text(Span(last, last)).start
    bolds = sorted(
        {
            view.from_text(Span(m.start(), m.end())).start
            for m in _BOLD.finditer(text, first, bold_end)
        }
    )
    pieces: list[PageLine] = []
    opened = False
    for line in lines:
        inside = [b for b in bolds if line.start <= b < line.end]
        cuts = {b - line.start for b in inside}
        if len(line.text) < _MAX_LINE_CHARS and _may_join(line.text):
            cuts |= {m.start() for m in _JOINTS.finditer(line.text)}
            item = _MERGED_ITEM.match(line.text)
            cuts |= {item.end()} if item else set()
        edges = [0, *sorted(cuts - {0}), len(line.text)]
        bold_edges = {b - line.start for b in inside}
        gap = 2 if line.after_blank or (bolds and line.start in bolds) else 1
        for begin, end in zip(edges, edges[1:], strict=False):
            if begin in bold_edges:
                gap = 2
            raw = line.text[begin:end]
            inner = raw.strip(" *\t")
            if not inner:
                continue
            offset = line.start + begin + raw.index(inner)
            noted = begin == 0 and raw[0] == "*" and _NOTE_MARK.match(raw) is not None
            pieces.append(PageLine(offset, offset + len(inner), inner, gap if opened else 2, noted))
            opened = True
            gap = 0
    return pieces


def _head_lines(view_text: str) -> list[Line]:
    """The first lines, up to where they are long enough to be paragraphs for certain."""
    lines = split_lines(view_text, end=min(len(view_text), _HEAD_CHARS))[:_MAX_LINES]
    weight = 0
    for i, line in enumerate(lines):
        weight += max(0, len(line.text) - _TITLE_CHARS)
        if weight > _BODY_CHARS:
            return lines[: i + 1]
    return lines


def _may_join(line: str) -> bool:
    """Whether *line* may hold two lines of the page: a quick look, most lines are one."""
    if "/" in line and len(line) < _MAX_SYMBOL_LINE_CHARS:
        return True
    return any(sign in line for sign in _JOIN_SIGNS)


def find_symbols(line: str) -> list[tuple[DocumentSymbol, int, int]]:
    """The symbol, or the joint symbols, that *line* is; empty when it says anything else.

    >>> [str(s) for s, _, _ in find_symbols("A/HRC/4/60")], find_symbols("and/or")
    (['A/HRC/4/60'], [])
    """
    if "/" not in line or len(line) > 80:
        return []
    found: list[tuple[DocumentSymbol, int, int]] = []
    position = 0
    while position < len(line):
        match = _ONE_SYMBOL.match(line, position)
        if not match:
            return []
        try:
            symbol = parse_symbol(match[1])
        except IdentifierError:
            return []
        for part in symbol.joint if symbol.is_joint else (symbol,):
            found.append((part, match.start(1), match.end(1)))
        position = match.end(2)
        while position < len(line) and line[position] in " ,;-–*":
            position += 1
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    language: str
    pattern: re.Pattern[str]
    value: str


@cache
def _load_rows(language: str) -> tuple[_Row, ...]:
    wanted = (language, "en") if language != "en" else ("en",)
    rows = [
        row for code in wanted for row in load_table("title_page_lines") if row["language"] == code
    ]
    return tuple(
        _Row(row["kind"], row["language"], re.compile(row["pattern"], re.IGNORECASE), row["value"])
        for row in rows
    )


def tell_line(line: str, language: str) -> Sign | None:
    """What *line* of a title page in *language* is; None when it may be a title.

    Rows of ``data/title_page_lines.csv`` in the language of the page come first, then the
    English ones: pages in other languages often keep "Distr.: General".

    >>> tell_line("Note by the Secretariat", "en").value
    'note-by-the-secretariat'
    """
    if len(line) > _MAX_PATTERN_CHARS:
        return None
    for row in _load_rows(language):
        found = row.pattern.fullmatch(line)
        if found:
            return Sign(row.kind, row.value, found.groupdict(), row.language)
    return None
