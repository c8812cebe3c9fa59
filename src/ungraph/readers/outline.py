"""The parts of a document being written down: scopes, parents, fragments, spans."""

from __future__ import annotations

import re

from ungraph.model.document import Block, BlockKind, View
from ungraph.model.span import Span
from ungraph.readers.fragments import Fragments, number_part
from ungraph.readers.leads import find_lead
from ungraph.readers.lineroles import PartHeading, tell_formula
from ungraph.readers.lines import Line
from ungraph.readers.numbering import Numbered
from ungraph.readers.openparts import NESTED, PARAGRAPH, PART, SECTION, OpenPart
from ungraph.readers.points import tell_point_type
from ungraph.readers.sections import SectionHeading

__all__ = ["Outline"]

_FORMULA_CHARS = 80
_COMMAS = frozenset(",،，")
_LAST_SIGN = re.compile(r" ?\d{0,3} ?\Z")


class Outline:
    """Takes the parts of one text in order and gives them their place in the whole.

    Positions are those of the view. *breaks* grows with the line ends after each part.
    """

    def __init__(self, view: View, language: str, *, legislative: bool) -> None:
        self.breaks: list[int] = []
        self._view = view
        self._language = language
        self._legislative = legislative
        self._fragments = Fragments()
        self._parts: list[OpenPart] = []
        self._stack: list[OpenPart] = []
        self._scope = ""
        self._base = ""
        self._in_preamble = False
        self._spoke = False
        self._numbers_follow = False

    @property
    def holds_points(self) -> bool:
        """Whether a point of a list may come next."""
        return bool(self._parts)

    @property
    def at_start(self) -> bool:
        """Whether nothing but the title page and its notes has been written down."""
        return all(p.kind in (BlockKind.TITLE_PAGE, BlockKind.FOOTNOTE) for p in self._parts)

    def text_has(self, sign: str, start: int, end: int) -> bool:
        """Whether *sign* stands between *start* and *end*."""
        return self._view.text.find(sign, start, end) >= 0

    def title_page(self, end: int) -> None:
        """The title page, from the first word to *end*."""
        text = self._view.text
        start = len(text) - len(text.lstrip())
        self._add(BlockKind.TITLE_PAGE, start, end, "title-page", "0", "title-page", PART)
        self._stack.clear()

    def part(self, line: Line, heading: PartHeading) -> None:
        """An annex, appendix or enclosure begins. At the very start of a text it is a heading."""
        if all(p.kind is BlockKind.TITLE_PAGE for p in self._parts):
            self.heading(line.start, line.end)
            return
        self._scope = self._base = ""
        self._in_preamble = self._spoke = False
        number = heading.number
        part = number_part(number, is_roman=True) if number else ""
        stem = heading.kind
        fragment = (
            self._fragments.unique(f"{stem}-{part}") if part else self._fragments.counted(stem)
        )
        self._open(BlockKind.ANNEX, line, fragment, number, "annex")

    def lettered_part(self, line: Line, letter: str) -> None:
        """Part A, B … of a resolution in several parts."""
        self._scope = self._base = ""
        self._in_preamble = self._spoke = False
        fragment = self._fragments.unique(f"part-{letter}")
        self._open(BlockKind.SECTION, line, fragment, letter, "section")

    def lettered_section(self, line: Line, letter: str) -> None:
        """Section A, B … of a resolution whose paragraphs are numbered through."""
        fragment = self._fragments.unique(f"{self._scope}sect-{letter}")
        self._in_preamble = self._numbers_follow = self._spoke
        self._add(BlockKind.SECTION, line.start, line.end, fragment, letter, "section", SECTION + 1)
        self.heading(line.start, line.end)

    def numbered_part(self, line: Line, numeral: str) -> None:
        """Section I, II … whose numeral stands alone and whose paragraphs are numbered anew."""
        fragment = self._fragments.unique(f"{self._base}sect-{number_part(numeral, is_roman=True)}")
        self._in_preamble = self._numbers_follow = self._spoke
        self._open(BlockKind.SECTION, line, fragment, numeral, "section", PART + 1)

    def _open(
        self,
        kind: BlockKind,
        line: Line,
        fragment: str,
        number: str | None,
        part_type: str,
        rank: int = PART,
    ) -> None:
        self._add(kind, line.start, line.end, fragment, number, part_type, rank)
        self._scope = f"{fragment}-"
        if rank == PART:
            self._base = self._scope
        self.heading(line.start, line.end)

    def section(self, start: int, end: int, heading: SectionHeading) -> None:
        """A section begins with its heading."""
        part = number_part(heading.number, is_roman=heading.level == 1)
        outer = next((p for p in reversed(self._stack) if p.rank == SECTION + 1), None)
        stem = outer.fragment if outer and heading.level == 2 else f"{self._scope}sect"
        fragment = self._fragments.unique(f"{stem}-{part}")
        rank = SECTION + heading.level
        self._add(BlockKind.SECTION, start, end, fragment, heading.number, "section", rank)
        self._in_preamble = False
        self.heading(start, end)

    def heading(self, start: int, end: int) -> None:
        """A heading; it holds nothing."""
        fragment = self._fragments.counted(f"{self._scope}head")
        self._close(PARAGRAPH)
        self._add(BlockKind.HEADING, start, end, fragment, None, "heading", PARAGRAPH)
        self._stack.pop()

    def contents(self, start: int, end: int) -> None:
        """Lines of a table of contents, with their dots."""
        fragment = self._fragments.counted(f"{self._scope}contents")
        self._close(PARAGRAPH)
        self._add(BlockKind.TABLE, start, end, fragment, None, "table", PARAGRAPH)
        self._stack.pop()

    def formula(self, start: int, end: int, *, numbers_follow: bool) -> None:
        """The organ begins to speak: "The General Assembly,"; what follows is its preamble.

        Up to the first number where *numbers_follow*, else as long as paragraphs end in commas.
        """
        self._in_preamble = self._spoke = True
        self._numbers_follow = numbers_follow
        fragment = self._fragments.unique(f"{self._scope}formula")
        self._add(BlockKind.PARAGRAPH, start, end, fragment, None, "preambular", PARAGRAPH)

    def numbered(self, start: int, end: int, number: Numbered) -> None:
        """A numbered paragraph."""
        self._in_preamble = False
        fragment = self._fragments.unique(f"{self._scope}para-{number.number}")
        part_type = self._body_type()
        rank = NESTED if self._is_under_open(number.number) else PARAGRAPH
        self._add(BlockKind.PARAGRAPH, start, end, fragment, number.number, part_type, rank)

    def _is_under_open(self, number: str) -> bool:
        """Whether the paragraph that is open, or the one it stands under, has the number before
        the last dot of *number*."""
        outer = number.rpartition(".")[0]
        return bool(outer) and any(
            p.rank == PARAGRAPH and p.number == outer for p in self._stack[-3:]
        )

    def point(self, start: int, end: int, number: str, depth: int) -> None:
        """A point of the paragraph that is open, at *depth* (0: directly under it)."""
        rank = NESTED + 1 + depth
        self._close(rank)
        owner = (
            self._stack[-1].fragment if self._stack and self._stack[-1].rank >= PARAGRAPH else ""
        )
        stem = owner or f"{self._scope}list"
        if number:
            fragment = self._fragments.unique(f"{stem}-{number_part(number)}")
        else:
            fragment = self._fragments.counted(f"{stem}-item")
        outer = self._current_type()
        part_type = tell_point_type(self._view.text, start, number, self._language, outer)
        self._add(BlockKind.SUBPARAGRAPH, start, end, fragment, number or None, part_type, rank)

    def unnumbered(self, start: int, end: int) -> None:
        """A paragraph without a number: of the preamble, of the operative part, or other."""
        part_type = self._unnumbered_type(start, end)
        stem = "preamble" if part_type == "preambular" else "unnumbered"
        fragment = self._fragments.counted(f"{self._scope}{stem}")
        self._add(BlockKind.PARAGRAPH, start, end, fragment, None, part_type, PARAGRAPH)

    def _unnumbered_type(self, start: int, end: int) -> str:
        if self._in_annex:
            return "annex"
        if not self._in_preamble:
            return "operative" if self._decides(start) else "narrative"
        if self._numbers_follow:
            return "preambular"
        lead = find_lead(self._view.text, start, self._language)
        if lead and lead[2]:
            return lead[2]
        ends_open = _LAST_SIGN.sub("", self._view.text[max(start, end - 8) : end])[-1:] in _COMMAS
        return "preambular" if ends_open else "operative" if self._legislative else "narrative"

    def _decides(self, start: int) -> bool:
        """Whether a decision in one paragraph begins: "The General Assembly, recalling …"."""
        if not self._legislative or self._spoke:
            return False
        comma = self._view.text.find(",", start, start + _FORMULA_CHARS)
        words = self._view.text[start : comma + 1]
        return comma > 0 and tell_formula(words, self._language) is not None

    def footnote(self, start: int, end: int, mark: str) -> None:
        """A footnote with its mark."""
        self._close(0)
        stem = f"fn-{mark}" if mark.isalnum() else ""
        fragment = self._fragments.unique(stem) if stem else self._fragments.counted("fn-star")
        self._add(BlockKind.FOOTNOTE, start, end, fragment, mark, "footnote", PARAGRAPH)
        self._stack.pop()

    def closing(self, start: int, end: int) -> None:
        """A line that says when and how the text was adopted."""
        self._close(PARAGRAPH)
        fragment = self._fragments.counted(f"{self._scope}closing")
        self._add(BlockKind.CLOSING, start, end, fragment, None, "closing", PARAGRAPH)
        self._stack.pop()
        self._in_preamble = False

    def rule(self, line: Line) -> None:
        """A drawn line: parts blocks, is none."""
        self._break(line.end)

    def finish(self) -> tuple[Block, ...]:
        """The parts in order of their start, with spans in the text."""
        to_text = self._view.to_text
        blocks = [
            Block(
                p.kind,
                to_text(Span(p.start, p.end)),
                p.fragment,
                p.number,
                p.parent,
                p.part_type,
                p.level,
                self._lead(p),
            )
            for p in self._parts
        ]
        blocks.sort(key=lambda b: (b.span.start, -b.span.end, b.level))
        return tuple(blocks)

    def _lead(self, part: OpenPart) -> Span | None:
        if part.part_type not in ("preambular", "operative") or part.kind != BlockKind.PARAGRAPH:
            return None
        lead = find_lead(self._view.text, part.start, self._language)
        return self._view.to_text(Span(lead[0], lead[1])) if lead else None

    @property
    def _in_annex(self) -> bool:
        return self._scope.startswith(("annex", "appendix", "enclosure"))

    def _body_type(self) -> str:
        if self._in_annex:
            return "annex"
        return "operative" if self._legislative and self._spoke else "narrative"

    def _current_type(self) -> str:
        return self._stack[-1].part_type if self._stack else self._body_type()

    def _close(self, rank: int) -> None:
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()

    def _add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        fragment: str,
        number: str | None,
        part_type: str,
        rank: int,
    ) -> None:
        text = self._view.text
        while end > start and text[end - 1] in " \n":
            end -= 1
        self._close(rank)
        parent = self._stack[-1].fragment if self._stack else None
        for outer in self._stack:
            outer.end = max(outer.end, end)
        part = OpenPart(
            kind, start, end, fragment, number, parent, part_type, len(self._stack), rank
        )
        self._parts.append(part)
        self._stack.append(part)
        self._break(end)

    def _break(self, end: int) -> None:
        position = self._view.text.find("\n", end)
        if position >= 0:
            self.breaks.append(position)
