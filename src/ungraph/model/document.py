"""Document: the text of one version, its parts, its title page, and the way back to the file.

``Document.text`` is the version's text that all spans count in: the decoded file without byte
order mark and with line ends as LF, nothing else changed, so a quote is what the page says.
``Document.view`` is the same text as the matchers read it (see ``View``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.markup import Markup
from ungraph.model.span import Span

__all__ = [
    "AgendaItem",
    "Block",
    "BlockKind",
    "Document",
    "Masthead",
    "Page",
    "SourceFile",
    "SourceMap",
    "Stated",
    "Status",
    "View",
]

T = TypeVar("T", covariant=True)


class Status(StrEnum):
    """How a statement stands to the text (SKOS scheme ``status``)."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    ENRICHED = "enriched"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value of the title page with the words it rests on.

    *spans* is empty only for a value that the text does not hold (a symbol taken from the file
    name or given by option); then *status* is INFERRED and *reason* says where it came from.
    """

    value: T
    spans: tuple[Span, ...]
    status: Status = Status.EXPLICIT
    reason: str = ""
    confidence: float | None = None


class BlockKind(StrEnum):
    """Parts of a document, in the terms of DoCO and of UN editing."""

    TITLE_PAGE = "title-page"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "sub-paragraph"
    SECTION = "section"
    ANNEX = "annex"
    FOOTNOTE = "footnote"
    TABLE = "table"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the text.

    *fragment* is unique in the document and becomes the fragment of the part's IRI: ``para-9``,
    ``sect-2``, ``fn-3``, ``annex-1-para-2``, ``title-page``. *number* is the number as printed
    without its dot ("9", "II", "2.1"); the title page has "0"; None when nothing is printed.
    *span* covers the part with its number, without the blank lines around it. *part_type* is the
    notation of the SKOS scheme ``part-types``: title-page, heading, narrative, preambular,
    operative, footnote, annex, section, table, closing.
    """

    kind: BlockKind
    span: Span
    fragment: str
    number: str | None = None
    parent: str | None = None
    part_type: str = "narrative"
    level: int = 0
    lead: Span | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """ "Item 2 of the provisional agenda": number as printed, provisional or not, and its title."""

    number: str
    provisional: bool = False
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the title page says; every field may be missing.

    *organ* is the slug of a body of ``data/bodies.csv`` (``hrc``); *session* its ordinal (4), or
    a year; *session_series* tells other counts than that of regular sessions apart: "special",
    "emergency-special", "year" ("Fifty-second year", "2021 session");
    *title* and *subtitle* are joined over lines with single blanks; *document_type*,
    *editorial_status* and *distribution* hold the notations of their SKOS schemes
    (``note-by-the-secretariat``, ``advance-edited``) and, for distribution, the printed word in
    capitals ("GENERAL"); *original_language* is a BCP 47 tag ("en").
    """

    symbol: Stated[DocumentSymbol] | None = None
    related_symbols: tuple[Stated[DocumentSymbol], ...] = ()
    distribution: Stated[str] | None = None
    date: Stated[PartialDate] | None = None
    original_language: Stated[str] | None = None
    organ: Stated[str] | None = None
    session: Stated[int] | None = None
    session_series: str = ""
    agenda_item: Stated[AgendaItem] | None = None
    agenda_item_title: Stated[str] | None = None
    title: Stated[str] | None = None
    subtitle: Stated[str] | None = None
    document_type: Stated[str] | None = None
    editorial_status: Stated[str] | None = None
    report_of: Stated[str] | None = None
    transmitted_by: Stated[str] | None = None
    notes: tuple[Stated[str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file (manifestation) a text was read from; *digest* is the SHA-256 in hex."""

    name: str
    digest: str
    size_bytes: int
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"
    page_count: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file and the span of ``Document.text`` printed on it."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Way back from code points of the text to bytes of the file.

    *starts* and *offsets* are parallel and ascending: from text position ``starts[i]`` on, up to
    the next start, every code point holds *widths[i]* bytes and the first lies at byte
    ``offsets[i]``. Empty for formats that have no such order (XML, PDF).

    Where *counted* is given there are no widths: it is the text itself, UTF-8 in the file, and
    the bytes after a start are counted in it when somebody asks.

    >>> SourceMap((0,), (0,), counted="a“b”").bytes_of(Span(2, 4))
    (4, 8)
    """

    starts: tuple[int, ...] = ()
    offsets: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    counted: str = field(default="", repr=False)

    def byte_of(self, position: int) -> int | None:
        """Byte offset of the code point at *position* (or of the end), None when unmapped."""
        i = bisect_right(self.starts, position) - 1
        if i < 0:
            return None
        if self.counted:
            words = self.counted[self.starts[i] : position]
            return self.offsets[i] + len(words.encode("utf-8", "surrogateescape"))
        return self.offsets[i] + (position - self.starts[i]) * self.widths[i]

    def bytes_of(self, span: Span) -> tuple[int, int] | None:
        """Byte interval of *span*: from its first byte to the end of its last code point."""
        if not self.starts:
            return None
        first = self.byte_of(span.start)
        if first is None or span.start == span.end:
            return None if first is None else (first, first)
        if self.counted:
            end = self.byte_of(span.end)
            return None if end is None else (first, end)
        last = self.byte_of(span.end - 1)
        if last is None:
            return None
        i = bisect_right(self.starts, span.end - 1) - 1
        return first, last + self.widths[i]


@dataclass(frozen=True, slots=True)
class View:
    """The text as matchers read it: one blank for each odd blank or line end inside a block,
    straight quotes and apostrophes, plain hyphens, no soft hyphens, no bold marks.

    Code points are folded one to one wherever possible; where one had to go (soft hyphen, zero
    width), *removed* holds the positions in the **view** at which it stood, ascending, so spans
    come back to the text.

    >>> View("resolution 60/251").to_text(Span(11, 17))
    Span(start=11, end=17)
    >>> View("ab", removed=(1,)).to_text(Span(0, 2))        # text was "a" + soft hyphen + "b"
    Span(start=0, end=3)
    """

    text: str
    removed: tuple[int, ...] = ()

    def to_text(self, span: Span) -> Span:
        """A span of the view as a span of ``Document.text``."""
        return self.span(span.start, span.end) if self.removed else span

    def span(self, start: int, end: int) -> Span:
        """``[start, end)`` of the view as a span of ``Document.text``."""
        if not self.removed:
            return Span(start, end)
        first = start + bisect_right(self.removed, start)
        if end == start:
            return Span(first, first)
        return Span(first, end + bisect_right(self.removed, end - 1))

    def from_text(self, span: Span) -> Span:
        """A span of ``Document.text`` as a span of the view."""
        if not self.removed:
            return span
        return Span(self._back(span.start), self._back(span.end))

    def _back(self, position: int) -> int:
        low, high = max(0, position - len(self.removed)), position
        while low < high:
            middle = (low + high) // 2
            if middle + bisect_right(self.removed, middle) < position:
                low = middle + 1
            else:
                high = middle
        return low


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a document: text, view, parts, title page, language, source.

    *language* is a BCP 47 tag of the six official languages ("en") or "und". *blocks* are in
    order of their start; a child follows its parent.
    """

    text: str
    view: View
    language: str
    blocks: tuple[Block, ...]
    masthead: Masthead
    source: SourceFile
    source_map: SourceMap = field(default_factory=SourceMap)
    pages: tuple[Page, ...] = ()
    warnings: tuple[str, ...] = ()
    markup: Markup = field(default_factory=Markup)

    @property
    def symbol(self) -> DocumentSymbol | None:
        """The symbol of the title page, or of the file name where the page has none."""
        return self.masthead.symbol.value if self.masthead.symbol else None

    def quote(self, span: Span) -> str:
        """The exact words at *span*."""
        return self.text[span.start : span.end]

    def block_at(self, position: int) -> Block | None:
        """The innermost block that holds the code point at *position*."""
        found: Block | None = None
        for block in self.iter_blocks_at(position):
            found = block
        return found

    def iter_blocks_at(self, position: int) -> Iterator[Block]:
        """All blocks that hold *position*, the outer before the inner."""
        for block in self.blocks:
            if block.span.start > position:
                return
            if position < block.span.end:
                yield block
