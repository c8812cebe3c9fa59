"""AKN4UN elements → the printed page: text, blocks, links, footnotes, named places.

Every element the schema allows is walked; an unknown one is read for its text. Words that stand
where no words are allowed (files that had to be repaired) become a line of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ungraph.model.document import BlockKind
from ungraph.readers.akn_layout import OpenBlock, fragment_part, plain_number, tidy
from ungraph.readers.akn_paragraphs import AknParagraphs
from ungraph.readers.fragments import number_part
from ungraph.readers.xml_safety import Element, local_name

__all__ = ["AknBody"]

_LINES = frozenset({"p", "docTitle", "listIntroduction", "listWrapUp"})
_NAMED_LINES = frozenset({"docTitle"})
_ANNEX_NUMBER = re.compile(r"\s([IVXLC]+|\d+|[A-Z])\.?\Z")
_LONGEST_PART_NUMBER = 8
_NARRATIVE = ("presidentialStatement",)


@dataclass(slots=True)
class AknBody(AknParagraphs):
    """Walks one document; use ``walk_document`` once."""

    _title_page: OpenBlock | None = None

    def walk_document(self, root: Element, notes: Sequence[str] = ()) -> None:
        """Everything printed below the root, then the footnotes and the editors' *notes*."""
        statement = next((e for e in root.iter("{*}statement")), None)
        if statement is not None and statement.get("name") in _NARRATIVE:
            self._part_type = "narrative"
        self.walk_children(root)
        self._close_paragraph()
        self._close_title_page()
        self.write_notes(notes)

    def walk_block(self, element: Element, tag: str) -> None:
        walker = _WALKERS.get(tag)
        if walker is not None:
            walker(self, element)
        elif tag == "p" and self._is_bare():
            self._plain_paragraph(element, "unnumbered", self._part_type)
        elif tag in _LINES:
            start = self.layout.length
            self.write_words(element)
            if tag in _NAMED_LINES:
                self.name_place(element, tag, start)
            self.layout.end_line()
        else:
            self.walk_children(element)

    def _is_bare(self) -> bool:
        """Whether a line here would belong to no paragraph, heading or title page."""
        block = self.layout.parent
        return block is None or block.kind in (BlockKind.SECTION, BlockKind.ANNEX)

    # -- title page --------------------------------------------------------------------------

    def _cover(self, element: Element) -> None:
        if self._title_page is None:
            self._close_paragraph()
            self._title_page = self.layout.open(
                BlockKind.TITLE_PAGE, "title-page", number="0", part_type="title-page"
            )
        self.walk_children(element)

    def _preface(self, element: Element) -> None:
        if self._scope:
            self._heading(element)
        else:
            self._cover(element)

    def _close_title_page(self) -> None:
        if self._title_page is not None:
            self.layout.close(self._title_page)
            self._title_page = None

    def _preamble(self, element: Element) -> None:
        self._close_title_page()
        before, self._part_type = self._part_type, "preambular"
        self.walk_children(element)
        self._close_paragraph()
        self._part_type = before

    def _container(self, element: Element) -> None:
        """A preambular paragraph, a table with its title, or the formula of a quoted draft."""
        name = element.get("name") or ""
        if name == "table":
            self.walk_children(element)
        else:
            prefix = "formula" if name == "formula" else "preamble"
            self._plain_paragraph(element, prefix, "preambular")

    def _main_body(self, element: Element) -> None:
        self._close_title_page()
        self.walk_children(element)
        self._close_paragraph()

    def _cross_heading(self, element: Element) -> None:
        if element.get("refersTo") == "#preamble":
            self._plain_paragraph(element, "preamble", "preambular")
        else:
            self._heading(element)

    # -- parts -------------------------------------------------------------------------------

    def _part(
        self, element: Element, kind: BlockKind, fragment: str, number: str | None, part_type: str
    ) -> None:
        self._close_paragraph()
        self._close_title_page()
        block = self.layout.open(kind, fragment, number=number, part_type=part_type)
        self._scope.append(block.fragment)
        self.walk_children(element)
        self._close_paragraph()
        self._scope.pop()
        self.layout.close(block)

    def _section(self, element: Element) -> None:
        title = next((c for c in element if local_name(c) in ("num", "subheading")), None)
        words = tidy("".join(title.itertext())).strip() if title is not None else ""
        number = plain_number(words) if len(words) <= _LONGEST_PART_NUMBER else ""
        part = number_part(number, is_roman=True) if number else ""
        fragment = self._scoped(f"sect-{part}") if part else self._named("sect")
        self._part(element, BlockKind.SECTION, fragment, number or None, "section")

    def _annex(self, element: Element) -> None:
        head = next((e for e in element.iter() if local_name(e) == "heading"), None)
        words = tidy("".join(head.itertext())).strip() if head is not None else ""
        found = _ANNEX_NUMBER.search(words) if len(words) <= 30 else None
        before, self._part_type = self._part_type, "annex"
        number = found[1] if found else None
        self._part(element, BlockKind.ANNEX, self._named("annex"), number, "annex")
        self._part_type = before

    def _statement(self, element: Element) -> None:
        """The document itself, or one lettered part of an omnibus resolution."""
        if not any(local_name(p) == "components" for p in element.iterancestors()):
            self.walk_children(element)
            return
        label = next((e for e in element.iter() if local_name(e) == "docNumber"), None)
        number = plain_number("".join(label.itertext())) if label is not None else ""
        part = fragment_part(number)
        fragment = f"part-{part}" if part else self._named("part")
        self._part(element, BlockKind.SECTION, fragment, number or None, "section")

    def _quoted(self, element: Element) -> None:
        """A draft quoted whole inside a paragraph ("recommends the adoption of …")."""
        held = self._paragraph, self._points, self._part_type
        self._paragraph, self._points = None, []
        self._scope.append(self._named("quoted"))
        self.walk_children(element)
        self._close_paragraph()
        self._scope.pop()
        self._paragraph, self._points, self._part_type = held

    def _conclusions(self, element: Element) -> None:
        self._close_paragraph()
        block = self.layout.open(BlockKind.CLOSING, self._named("closing"), part_type="closing")
        self.walk_children(element)
        self.layout.close(block)


_WALKERS: dict[str, Callable[[AknBody, Element], None]] = {
    "alinea": lambda body, e: body._plain_paragraph(e, "unnumbered", "narrative"),
    "attachment": AknBody._annex,
    "chapter": AknBody._section,
    "conclusions": AknBody._conclusions,
    "container": AknBody._container,
    "coverPage": AknBody._cover,
    "crossHeading": AknBody._cross_heading,
    "embeddedStructure": AknBody._quoted,
    "formula": lambda body, e: body._plain_paragraph(e, "formula", "preambular"),
    "heading": AknBody._heading,
    "item": AknBody._point,
    "mainBody": AknBody._main_body,
    "paragraph": AknBody._numbered,
    "part": AknBody._section,
    "point": AknBody._point,
    "preamble": AknBody._preamble,
    "preface": AknBody._preface,
    "section": AknBody._section,
    "statement": AknBody._statement,
    "subheading": AknBody._heading,
    "sublist": AknBody._sublist,
    "table": lambda body, e: body.write_table(e, body._named("table")),
}
