"""Paragraphs, headings and sub-paragraphs of AKN4UN files → blocks with fragments and leads."""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.model.document import BlockKind
from ungraph.readers.akn_layout import OpenBlock, fragment_part, plain_number
from ungraph.readers.akn_lines import AknLines, take_number
from ungraph.readers.akn_numbering import is_paragraph_number, point_depth, printed_number
from ungraph.readers.xml_safety import Element, local_name

__all__ = ["AknParagraphs"]

_HEADING_CLASSES = ("H1", "H2", "H3", "H4", "H5", "HCh", "Heading", "AgendaTitle")
_LEAD_WITHIN = 14


@dataclass(slots=True)
class AknParagraphs(AknLines):
    """What a part may hold, with the paragraph and the points that are open."""

    _paragraph: OpenBlock | None = None
    _points: list[tuple[str, OpenBlock]] = field(default_factory=list)
    _scope: list[str] = field(default_factory=list)
    _part_type: str = "operative"
    _counts: dict[str, int] = field(default_factory=dict)

    def mark_lead(self, start: int) -> None:
        """The first words in italics or bold of a paragraph are its lead words."""
        block = self._points[-1][1] if self._points else self._paragraph
        if block is not None and block.lead is None and start - block.start <= _LEAD_WITHIN:
            block.lead = (start, self.layout.length)

    def _plain_paragraph(
        self, element: Element, prefix: str, part_type: str, *, stays_open: bool = False
    ) -> None:
        """A paragraph without number; one that *stays_open* takes the points after it."""
        self._close_paragraph()
        fragment = self._scoped(prefix) if prefix == "formula" else self._named(prefix)
        self._paragraph = self.layout.open(BlockKind.PARAGRAPH, fragment, part_type=part_type)
        self.walk_children(element)
        if not stays_open:
            self._close_paragraph()

    def _heading(self, element: Element) -> None:
        """A heading; the heading element inside a paragraph that is one adds its words only."""
        outer = self.layout.parent
        if outer is not None and outer.kind is BlockKind.HEADING:
            self.walk_children(element)
            return
        self._close_paragraph()
        block = self.layout.open(BlockKind.HEADING, self._named("head"), part_type="heading")
        self.layout.number(take_number(element))
        self.walk_children(element)
        self.layout.close(block)

    def _numbered(self, element: Element) -> None:
        """``paragraph``: numbered, unnumbered, a sub-paragraph, or a heading in its clothes."""
        style = element.get("class") or ""
        kinds = {local_name(c) for c in element}
        headed = kinds & {"heading", "subheading"} and not kinds & {"content", "list"}
        if headed or style.startswith(_HEADING_CLASSES):
            self._heading(element)
            return
        number = take_number(element)
        typed = number or printed_number("".join(element.itertext(with_tail=False)))
        if not typed:
            self._plain_paragraph(element, "unnumbered", self._part_type, stays_open=True)
        elif is_paragraph_number(typed) or self._paragraph is None:
            self._open_numbered(typed)
            self.layout.number(number)
            self.walk_children(element)
        else:
            self._follow_point(plain_number(typed))
            self.layout.number(number)
            self.walk_children(element)

    def _open_numbered(self, printed: str) -> None:
        self._close_paragraph()
        number = plain_number(printed)
        fragment = (
            self._scoped(f"para-{fragment_part(number)}") if number else self._named("unnumbered")
        )
        self._paragraph = self.layout.open(
            BlockKind.PARAGRAPH, fragment, number=number or None, part_type=self._part_type
        )

    # -- sub-paragraphs ----------------------------------------------------------------------

    def _follow_point(self, number: str) -> None:
        """A sub-paragraph that the markup left beside its paragraph instead of inside."""
        numbers = [n for n, _ in self._points]
        keep = point_depth(number, numbers)
        while len(self._points) > keep:
            self.layout.close(self._points.pop()[1])
        self._points.append((number, self._open_point(number)))

    def _open_point(self, number: str) -> OpenBlock:
        owner = self._points[-1][1] if self._points else self._paragraph
        prefix = owner.fragment if owner else self._scoped("para")
        part = fragment_part(number)
        return self.layout.open(
            BlockKind.SUBPARAGRAPH,
            f"{prefix}-{part}" if part else self._counted(f"{prefix}-item"),
            number=number or None,
            part_type=self._part_type,
        )

    def _point(self, element: Element) -> None:
        printed = take_number(element)
        number = plain_number(printed)
        outer = list(self._points)
        block = self._open_point(number)
        self._points.append((number, block))
        self.layout.number(printed)
        self.walk_children(element)
        if block.end < 0:
            self.layout.close(block)
        self._points = outer

    def _sublist(self, element: Element) -> None:
        """Points of a list inside the point before it (which the markup has closed already)."""
        owner = self.innermost()
        last = next(
            (
                block
                for block in reversed(self.layout.blocks)
                if block.kind is BlockKind.SUBPARAGRAPH and block.parent == owner
            ),
            None,
        )
        if last is None or last.end != self.layout.length:
            self.walk_children(element)
            return
        outer = list(self._points)
        self.layout.reopen(last)
        self._points.append((last.number or "", last))
        self.walk_children(element)
        if last.end < 0:
            self.layout.close(last)
        self._points = outer

    def _close_paragraph(self) -> None:
        if self._paragraph is not None:
            self.layout.close(self._paragraph)
            self._paragraph = None
        self._points = []

    # -- names of fragments ------------------------------------------------------------------

    def _scoped(self, fragment: str) -> str:
        return f"{self._scope[-1]}-{fragment}" if self._scope else fragment

    def _named(self, prefix: str) -> str:
        """A fragment for parts without a printed number, counted in their scope."""
        return self._counted(self._scoped(prefix))

    def _counted(self, key: str) -> str:
        self._counts[key] = self._counts.get(key, 0) + 1
        return f"{key}-{self._counts[key]}"
