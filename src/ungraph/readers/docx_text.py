"""Body of a Word document → paragraphs of text in reading order; footnotes apart.

Tracked changes are read as accepted; hidden words, field codes and macros are not read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ungraph.readers.akn_layout import superscript
from ungraph.readers.docx_numbering import Numbering, attribute, child
from ungraph.readers.xml_safety import Element, local_name

__all__ = ["DocxWalker"]

_SKIPPED = frozenset(
    {
        "", "del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
        "instrText", "delText", "delInstrText", "footnoteRef", "endnoteRef", "Fallback",
        "annotationRef", "commentReference", "proofErr", "bookmarkStart", "bookmarkEnd", "sdtPr",
        "sdtEndPr", "softHyphen", "lastRenderedPageBreak",
    }
)  # fmt: skip
_OFF = ("0", "false", "off")
_TAB, _LINE_END = "\t", "\n"


@dataclass(slots=True)
class DocxWalker:
    """Collects the paragraphs of one story (body, header, note) after another."""

    numbering: Numbering
    footnotes: list[str] = field(default_factory=list)
    endnotes: list[str] = field(default_factory=list)
    _paragraphs: list[str] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _boxes: list[Element] = field(default_factory=list)
    _begun: bool = False

    def walk(self, story: Element) -> list[str]:
        """The paragraphs of *story*; tables of the title page a line a cell, others a line a row."""
        self._paragraphs = []
        self._blocks(story)
        self._flush()
        return self._paragraphs

    # -- blocks ------------------------------------------------------------------------------

    def _blocks(self, element: Element) -> None:
        for part in element:
            name = local_name(part)
            if name == "p":
                self._paragraph(part)
            elif name == "tbl":
                self._table(part)
            elif name not in _SKIPPED:
                self._blocks(part)

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        mark = child(child(properties, "rPr"), "del")
        held = bool(self._parts)
        number = "" if held else self.numbering.number(properties)
        before = len(self._parts)
        self._inline(paragraph)
        words = "".join(self._parts[before:])
        if number and (words.strip() or not held):
            self._parts.insert(before, number)
        if mark is None:
            self._flush()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box)

    def _flush(self) -> None:
        words = "".join(self._parts)
        self._parts = []
        lines = [_tidy(line) for line in words.split(_LINE_END)]
        text = _LINE_END.join(line for line in lines if line)
        if text:
            self._paragraphs.append(text)
            if not text[0].isalpha() or len(text) > 200:
                self._begun = True

    def _table(self, table: Element) -> None:
        """Title pages are set in tables; there each cell's paragraph is a line of its own."""
        if not self._begun and not self._is_grid(table):
            self._blocks(table)
            return
        for row in table.iter("{*}tr"):
            if child(child(row, "trPr"), "del") is not None or _table_of(row) is not table:
                continue
            cells = [self._cell(cell) for cell in row if local_name(cell) in ("tc", "sdt")]
            line = _TAB.join(cells).strip()
            if line:
                self._paragraphs.append(line)

    @staticmethod
    def _is_grid(table: Element) -> bool:
        """Whether *table* holds data: borders inside, or more rows than a title page has."""
        borders = child(child(table, "tblPr"), "tblBorders")
        inside = child(borders, "insideH")
        drawn = attribute(inside) not in (None, "nil", "none")
        return drawn or sum(1 for e in table if local_name(e) == "tr") > 8

    def _cell(self, cell: Element) -> str:
        outer, self._paragraphs = self._paragraphs, []
        parts, self._parts = self._parts, []
        self._blocks(cell)
        self._flush()
        words = " ".join(paragraph.replace(_LINE_END, " ") for paragraph in self._paragraphs)
        self._paragraphs, self._parts = outer, parts
        return words

    # -- inside a paragraph ------------------------------------------------------------------

    def _inline(self, element: Element) -> None:
        for part in element:
            name = local_name(part)
            if name == "r":
                self._run(part)
            elif name == "txbxContent":
                self._boxes.append(part)
            elif name not in _SKIPPED:
                self._inline(part)

    def _run(self, run: Element) -> None:
        properties = child(run, "rPr")
        hidden = child(properties, "vanish")
        if hidden is not None and attribute(hidden) not in _OFF:
            return
        raised = attribute(child(properties, "vertAlign")) == "superscript"
        for part in run:
            name = local_name(part)
            if name == "t":
                words = part.text or ""
                digits = raised and words.strip(" ,–-").isdecimal()
                self._parts.append(superscript(words) if digits else words)
            elif name in _MARKS:
                self._parts.append(_MARKS[name](part))
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(part, name)
            elif name in ("drawing", "pict", "AlternateContent", "object", "ruby"):
                self._inline(part)

    def _note(self, reference: Element, name: str) -> None:
        key = attribute(reference, "id") or ""
        own_mark = attribute(reference, "customMarkFollows")
        notes = self.footnotes if name == "footnoteReference" else self.endnotes
        notes.append(key)
        if own_mark is None or own_mark in _OFF:
            self._parts.append(superscript(str(len(self.footnotes) + len(self.endnotes))))


def _symbol(element: Element) -> str:
    code = attribute(element, "char") or ""
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xD800 <= value <= 0xF8FF or not 0x1F < value <= 0x10FFFF else chr(value)


def _break(element: Element) -> str:
    return _LINE_END


_MARKS: dict[str, Callable[[Element], str]] = {
    "tab": lambda _: _TAB,
    "ptab": lambda _: _TAB,
    "br": _break,
    "cr": _break,
    "noBreakHyphen": lambda _: "-",
    "sym": _symbol,
}


def _table_of(row: Element) -> Element | None:
    parent = row.getparent()
    while parent is not None and local_name(parent) != "tbl":
        parent = parent.getparent()
    return parent


def _tidy(line: str) -> str:
    return " ".join(part for part in line.replace(_TAB, " ").split(" ") if part)
