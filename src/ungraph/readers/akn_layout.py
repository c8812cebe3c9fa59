"""The printed page being written from markup: text, blocks, and the spans of named places.

Knows lines, blocks and footnotes; knows nothing of AKN4UN.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ungraph.model.document import Block, BlockKind
from ungraph.model.span import Span

__all__ = ["Layout", "OpenBlock", "fragment_part", "plain_number", "superscript", "tidy", "trim"]

_BLANKS = re.compile(r"[ \t\r\n]+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_UNSAFE = re.compile(r"[^\w.]+")


def tidy(text: str | None) -> str:
    """Blanks, tabs and line ends as one blank; no-break spaces stay."""
    if not text:
        return ""
    if "\n" in text or "\t" in text or "  " in text or "\r" in text:
        return _BLANKS.sub(" ", text)
    return text


def superscript(marker: str) -> str:
    """A footnote mark as printed, raised, so that it never joins the number before it.

    >>> "60/251" + superscript("12")
    '60/251¹²'
    """
    return marker.strip().translate(_SUPERSCRIPTS)


def plain_number(printed: str) -> str:
    """A printed number without dots, brackets and dashes around it: "(a)" → "a", "1 -" → "1"."""
    return printed.strip().strip("()（）[]. -–—•·‑\xa0\u200f\u200e．、").strip()


@dataclass(slots=True)
class OpenBlock:
    """A block whose end is not known yet."""

    kind: BlockKind
    start: int
    fragment: str
    number: str | None
    parent: str | None
    part_type: str
    level: int
    lead: tuple[int, int] | None = None
    end: int = -1


class Layout:
    """Text and blocks as they grow; one per document, not shared."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._last = "\n"
        self._fragments: dict[str, int] = {}
        self._open: list[OpenBlock] = []
        self._prefix = ""
        self.length = 0
        self.blocks: list[OpenBlock] = []

    # -- text --------------------------------------------------------------------------------

    def add(self, text: str) -> None:
        """Tidied text on the current line; no blank at its start, no two in a row."""
        if self._last in " \n\t":
            text = text.lstrip(" ")
        if text:
            if self._prefix and text != " ":
                self.write_number()
                text = text.lstrip(" ")
            self._put(text)

    def number(self, printed: str) -> None:
        """A number that stands before the next words, whatever block they open."""
        if printed:
            self._prefix += printed + " "

    def write_number(self) -> None:
        """The number that waits for words, written now."""
        if self._prefix:
            prefix, self._prefix = self._prefix, ""
            self._put(prefix)

    @property
    def has_number(self) -> bool:
        """Whether a number waits for its words."""
        return bool(self._prefix)

    def tab(self) -> None:
        """The gap between two cells of a table."""
        self._strip()
        if self._last not in "\n\t":
            self._put("\t")

    def break_line(self) -> None:
        """A line end inside a block, in place of a blank."""
        self._strip()
        if self._last != "\n":
            self._put("\n")

    def end_line(self) -> None:
        """The current line is complete: one empty line follows."""
        self._strip()
        if self._last != "\n":
            self._put("\n\n")
        elif self._parts and not self._parts[-1].endswith("\n\n"):
            self._parts[-1] = self._parts[-1][:-1]
            self.length -= 1
            self._put("\n\n")

    def _strip(self) -> None:
        while self._parts and self._last in " \t":
            part = self._parts.pop()
            rest = part.rstrip(" \t")
            self.length -= len(part) - len(rest)
            if rest:
                self._parts.append(rest)
            self._last = self._parts[-1][-1] if self._parts else "\n"

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)
        self._last = text[-1]

    # -- blocks ------------------------------------------------------------------------------

    @property
    def parent(self) -> OpenBlock | None:
        """The innermost open block."""
        return self._open[-1] if self._open else None

    def open(
        self,
        kind: BlockKind,
        fragment: str,
        *,
        number: str | None = None,
        part_type: str = "narrative",
        parent: OpenBlock | None = None,
    ) -> OpenBlock:
        """A block that begins with the next text; *fragment* is made unique."""
        self.end_line()
        outer = parent or self.parent
        block = OpenBlock(
            kind,
            self.length,
            self._unique(fragment),
            number,
            outer.fragment if outer else None,
            part_type,
            len(self._open),
        )
        self._open.append(block)
        self.blocks.append(block)
        return block

    def close(self, block: OpenBlock) -> None:
        """*block* ends with the text so far; what was opened in it ends too."""
        self.write_number()
        self.end_line()
        while self._open:
            inner = self._open.pop()
            inner.end = self.length
            if inner is block:
                return

    def reopen(self, block: OpenBlock) -> None:
        """*block*, the last one closed, goes on."""
        block.end = -1
        self._open.append(block)

    def note(self, fragment: str, number: str | None, parent: str | None) -> OpenBlock:
        """A footnote: ends with a line end of its own, belongs to the part that holds its mark."""
        block = OpenBlock(
            BlockKind.FOOTNOTE,
            self.length,
            self._unique(fragment),
            number,
            parent,
            "footnote",
            0,
        )
        self.blocks.append(block)
        return block

    def close_note(self, block: OpenBlock) -> None:
        self.break_line()
        block.end = self.length

    def _unique(self, fragment: str) -> str:
        count = self._fragments.get(fragment, 0) + 1
        self._fragments[fragment] = count
        return fragment if count == 1 else f"run-{count}-{fragment}"

    # -- result ------------------------------------------------------------------------------

    def finish(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks; blocks without text are left out."""
        text = "".join(self._parts).rstrip() + "\n" if self._parts else ""
        kept: list[Block] = []
        dropped: dict[str, str | None] = {}
        for block in self.blocks:
            start = min(block.start, len(text))
            span = trim(Span(start, max(start, min(block.end, len(text)))), text)
            if not len(span):
                dropped[block.fragment] = block.parent
                continue
            lead = trim(Span(*block.lead), text) if block.lead else None
            parent = block.parent
            while parent in dropped:
                parent = dropped[parent]
            kept.append(
                Block(
                    block.kind,
                    span,
                    block.fragment,
                    block.number,
                    parent,
                    block.part_type,
                    block.level,
                    lead if lead and len(lead) else None,
                )
            )
        return text, tuple(sorted(kept, key=lambda b: (b.span.start, -b.span.end, b.level)))


def trim(span: Span, text: str) -> Span:
    """*span* without the blanks at its ends."""
    start, end = span.start, min(span.end, len(text))
    if start < end and text[start] > " " and text[end - 1] > "\xa0":
        return span if end == span.end else Span(start, end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, max(start, end))


def fragment_part(number: str) -> str:
    """A printed number as part of a fragment: digits as ASCII, nothing that an IRI must escape.

    >>> fragment_part("2.1"), fragment_part("A bis")
    ('2.1', 'A-bis')
    """
    return _UNSAFE.sub("-", number.translate(_ARABIC_DIGITS)).strip("-")
