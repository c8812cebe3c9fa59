"""AKN4UN elements inside a line → words, links, raised footnote marks, tables, footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ungraph.model.document import BlockKind
from ungraph.readers.akn_layout import Layout, fragment_part, plain_number, superscript, tidy
from ungraph.readers.xml_safety import Element, local_name

__all__ = ["AknLines", "NamedPlace", "RawLink", "take_number"]

_NAMED = frozenset(
    {
        "docAuthority", "docDate", "docNumber", "docProponent", "docStatus", "docTitle", "inline",
        "session",
    }
)  # fmt: skip
_INLINE = _NAMED | {
    "a", "abbr", "authorialNote", "b", "br", "date", "def", "docType", "docketNumber",
    "embeddedText", "entity", "eol", "i", "ins", "del", "location", "neutralCitation", "noteRef",
    "num", "organization", "person", "placeholder", "quantity", "ref", "rref", "role",
    "shortTitle", "span", "sub", "sup", "term", "time", "u", "vote",
}  # fmt: skip
_SKIPPED = frozenset({"", "meta", "img", "documentRef", "remark"})


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A part of the title page or the closing with its attributes and where it is printed."""

    tag: str
    attributes: dict[str, str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RawLink:
    """A link before its address is read."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class _Note:
    element: Element
    marker: str
    block: str | None


@dataclass(slots=True)
class AknLines:
    """What a line may hold. ``walk_block`` and ``mark_lead`` are the business of the body."""

    layout: Layout = field(default_factory=Layout)
    links: list[RawLink] = field(default_factory=list)
    places: list[NamedPlace] = field(default_factory=list)
    _notes: list[_Note] = field(default_factory=list)

    def walk_block(self, element: Element, tag: str) -> None:
        """A block element met between lines or, in quoted drafts, inside one."""
        self.walk_children(element)

    def mark_lead(self, start: int) -> None:
        """Words in italics from *start* on have been written."""

    def walk_children(self, element: Element) -> None:
        """Block content; stray words and inline elements between blocks become lines."""
        layout = self.layout
        _add(layout, element.text)
        for child in element:
            tag = local_name(child)
            if tag in _INLINE:
                self.write_inline(child, tag)
            elif tag not in _SKIPPED:
                layout.end_line()
                self.walk_block(child, tag)
            _add(layout, child.tail)
        layout.end_line()

    def write_words(self, element: Element) -> None:
        """The words of *element* on the current line; blocks inside it begin lines of their own."""
        layout = self.layout
        layout.add(tidy(element.text))
        for child in element:
            tag = local_name(child)
            if tag in _INLINE:
                self.write_inline(child, tag)
            elif tag not in _SKIPPED:
                layout.end_line()
                self.walk_block(child, tag)
            layout.add(tidy(child.tail))

    def write_inline(self, child: Element, tag: str) -> None:
        """One inline element: words, mark of a footnote, link or named place."""
        layout = self.layout
        if tag == "authorialNote":
            marker = (child.get("marker") or "").strip()
            layout.add(superscript(marker))
            self._notes.append(_Note(child, marker, self.innermost()))
            return
        if tag in ("eol", "br"):
            layout.break_line()
            return
        if layout.has_number and "".join(child.itertext()).strip():
            layout.write_number()
        start = layout.length
        if tag == "sup" and (child.text or "").strip().isdigit() and not len(child):
            layout.add(superscript(child.text or ""))
        else:
            self.write_words(child)
        if tag == "a":
            self.links.append(RawLink(start, layout.length, child.get("href") or ""))
        elif tag == "span":
            style = child.get("class") or ""
            if "italic" in style or "bold" in style:
                self.mark_lead(start)
        elif tag in _NAMED:
            self.name_place(child, tag, start)

    def name_place(self, element: Element, tag: str, start: int) -> None:
        """Keep where a part of the title page or closing is printed."""
        self.places.append(NamedPlace(tag, dict(element.attrib), start, self.layout.length))

    def innermost(self) -> str | None:
        """Fragment of the innermost open block."""
        block = self.layout.parent
        return block.fragment if block else None

    def write_table(self, element: Element, fragment: str) -> None:
        """One line a row, a tab between cells."""
        layout = self.layout
        block = layout.open(BlockKind.TABLE, fragment, part_type="table")
        for row in element.iter():
            if local_name(row) != "tr":
                continue
            for cell in row:
                self._write_cell(cell)
                layout.tab()
            layout.break_line()
        layout.close(block)

    def _write_cell(self, cell: Element) -> None:
        layout = self.layout
        layout.add(tidy(cell.text))
        for child in cell:
            tag = local_name(child)
            if tag in _INLINE:
                self.write_inline(child, tag)
            elif tag not in _SKIPPED and tag != "table":
                self._write_cell(child)
                layout.add(" ")
            layout.add(tidy(child.tail))

    def write_notes(self, editorial: Sequence[str]) -> None:
        """Footnotes at the end, each tied to the part its mark stands in; notes may hold notes."""
        layout = self.layout
        if self._notes or editorial:
            layout.end_line()
            layout.add("__________")
            layout.break_line()
        index = 0
        while index < len(self._notes):
            note = self._notes[index]
            index += 1
            fragment = f"fn-{fragment_part(note.marker) or index}"
            block = layout.note(fragment, plain_number(note.marker) or None, note.block)
            layout.add(note.marker + " ")
            for paragraph in note.element:
                self.write_words(paragraph)
                layout.add(" ")
            layout.close_note(block)
        for words in editorial:
            block = layout.note("fn-editorial", None, "title-page")
            layout.add(words)
            self.places.append(NamedPlace("note", {}, block.start, layout.length))
            layout.close_note(block)


def take_number(element: Element) -> str:
    """The printed number of *element*, taken out of the tree so that it is written once."""
    number = next((c for c in element if local_name(c) == "num"), None)
    if number is None:
        return ""
    words = tidy("".join(number.itertext())).strip()
    number.text = None
    for child in list(number):
        number.remove(child)
    return words


def _add(layout: Layout, words: str | None) -> None:
    if words and not words.isspace():
        layout.add(tidy(words))
