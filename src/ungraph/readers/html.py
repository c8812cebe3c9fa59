"""Web pages (docs.un.org, OHCHR, saved from Word) → Document: the words as a browser shows them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace

from lxml.etree import LxmlError

from ungraph.errors import DocumentError
from ungraph.model.document import Document, SourceFile
from ungraph.model.markup import Hyperlink, Markup
from ungraph.model.span import Span
from ungraph.readers.akn_layout import superscript
from ungraph.readers.akn_meta import symbol_of_address
from ungraph.readers.decoding import decode_text
from ungraph.readers.html_lists import ListCounter
from ungraph.readers.limits import Limits
from ungraph.readers.plain import read_printed_text
from ungraph.readers.xml_safety import Element, local_name, parse_html

__all__ = ["HTML_MEDIA_TYPE", "read_html"]

HTML_MEDIA_TYPE = "text/html"
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody",
        "tfoot", "thead", "tr", "ul",
    }
)  # fmt: skip
_SKIPPED = frozenset(
    {
        "", "audio", "button", "canvas", "embed", "head", "iframe", "input", "link", "meta", "nav",
        "noscript", "object", "script", "select", "style", "svg", "template", "textarea", "title",
        "video",
    }
)  # fmt: skip
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.I)
_DECLARED_WITHIN = 4096
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_NOTE_MARK = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?\Z")
_NOTE_TARGETS = ("_ftn", "_edn", "fn", "ftn", "note", "footnote", "endnote")
_RULE = "__________"


def read_html(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document on the web page *data*.

    Lists are numbered as a browser numbers them; scripts, menus and hidden words are left out;
    cells of a row stand on one line; notes that a raised mark links to are put at the end. Links to
    documents are kept in ``Document.markup``. Raises DocumentError for a page without words.
    """
    bounds = limits or Limits()
    bounds.check_bytes(len(data), name)
    root = parse_html(_decoded(data, name, bounds), name=name, limits=bounds)
    page = _Page()
    try:
        page.walk(root)
    except (RecursionError, LxmlError) as error:
        raise DocumentError(
            "unusable web page", where=name, why=f"elements nested too deep ({error})"
        ) from None
    text = page.finish()
    bounds.check_text(text, name)
    if not text.strip():
        raise DocumentError("no text", where=name, why="the page holds no words")
    source = SourceFile(name, hashlib.sha256(data).hexdigest(), len(data), HTML_MEDIA_TYPE, "utf-8")
    document = read_printed_text(text, source=source, symbol=symbol, language=language)
    return page.with_links(document)


def _decoded(data: bytes, name: str, limits: Limits) -> str:
    """The text of the page: by its own declaration where that holds, else told from the bytes."""
    declared = _CHARSET.search(data[:_DECLARED_WITHIN])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode_text(data, name=name, limits=limits).text


@dataclass(slots=True)
class _Page:
    """Lines of the page as they are written."""

    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _ending: str = "\n\n"
    _lists: ListCounter = field(default_factory=ListCounter)
    _links: list[tuple[int, int, str]] = field(default_factory=list)
    _notes: dict[Element, str] = field(default_factory=dict)

    def walk(self, root: Element) -> None:
        """All words of the page, then its notes."""
        self._find_notes(root)
        self._inside(root)
        if not self._notes:
            return
        self._end_line()
        self._put(_RULE + "\n")
        for element, mark in self._notes.items():
            words = _BLANKS.sub(" ", "".join(element.itertext())).strip()
            bare = words.lstrip("[(").removeprefix(mark).lstrip("]).↑^ \xa0")
            self._put(f"{mark} {bare if words.lstrip('[(').startswith(mark) else words}\n")

    def finish(self) -> str:
        """The text."""
        text = "".join(self._parts).rstrip()
        return text + "\n" if text else ""

    def with_links(self, document: Document) -> Document:
        """*document* with its links to other documents."""
        links = []
        for start, end, address in self._links:
            words = document.text[start:end]
            left, right = len(words) - len(words.lstrip()), len(words.rstrip())
            symbol = symbol_of_address(address)
            if symbol is not None and left < right:
                links.append(Hyperlink(Span(start + left, start + right), address, symbol))
        return replace(document, markup=Markup(hyperlinks=tuple(links))) if links else document

    def _find_notes(self, root: Element) -> None:
        """Blocks that a mark links to ("#_ftn1"): they stand at the end, not where they are."""
        marks: dict[str, str] = {}
        for link in root.iter("a"):
            target = _note_target(link)
            found = _NOTE_MARK.match("".join(link.itertext()).strip())
            if target and found:
                marks.setdefault(target, found[1])
        if not marks:
            return
        for element in root.iter():
            mark = marks.get(element.get("id") or "") or marks.get(element.get("name") or "")
            if mark is not None and local_name(element):
                block = _block_of(element)
                if block is not None:
                    self._notes.setdefault(block, mark)

    # -- elements ----------------------------------------------------------------------------

    def _inside(self, element: Element) -> None:
        self._words(element.text)
        for part in element:
            name = local_name(part)
            if (
                name not in _SKIPPED
                and part not in self._notes
                and not _HIDDEN.search(part.get("style") or "")
            ):
                self._element(part, name)
            self._words(part.tail)

    def _element(self, part: Element, name: str) -> None:
        if name == "br":
            self._strip()
            self._put("\n")
        elif name in ("td", "th"):
            self._inside(part)
            self._strip()
            self._put("\t")
        elif name in _BLOCKS:
            self._block(part, name)
        elif name in ("a", "sup"):
            self._link_or_mark(part, name)
        else:
            self._inside(part)

    def _link_or_mark(self, part: Element, name: str) -> None:
        """A raised digit, or a digit that links to a note, is a footnote mark."""
        found = _NOTE_MARK.match("".join(part.itertext()).strip())
        if found and (name == "sup" or _note_target(part)):
            self._strip()
            self._put(superscript(found[1]))
            return
        start = self._length
        self._inside(part)
        if name == "a":
            self._links.append((start, self._length, part.get("href") or ""))

    def _block(self, part: Element, name: str) -> None:
        in_cell = self._ending.endswith("\t") or _is_in_cell(part)
        if not in_cell:
            self._end_line()
        self._lists.enter(part, name)
        if name == "li":
            self._put(self._lists.number(part))
        self._inside(part)
        self._lists.leave(name)
        if in_cell and name != "tr":
            self._put(" ")
        else:
            self._end_line()

    # -- text --------------------------------------------------------------------------------

    def _words(self, words: str | None) -> None:
        if words:
            words = _BLANKS.sub(" ", words)
            self._put(words.lstrip(" ") if self._ending[-1] in " \n\t" else words)

    def _put(self, words: str) -> None:
        if words:
            self._parts.append(words)
            self._length += len(words)
            self._ending = (self._ending + words)[-2:]

    def _strip(self) -> None:
        while self._parts and self._parts[-1].endswith((" ", "\t")):
            part = self._parts.pop()
            rest = part.rstrip(" \t")
            self._length -= len(part) - len(rest)
            if rest:
                self._parts.append(rest)
        self._ending = "".join(self._parts[-2:])[-2:] or "\n\n"

    def _end_line(self) -> None:
        self._strip()
        if self._parts and self._ending != "\n\n":
            self._put("\n" if self._ending.endswith("\n") else "\n\n")


def _note_target(link: Element) -> str | None:
    """The anchor of the note that *link* leads to, None for links elsewhere and back."""
    page, _, anchor = (link.get("href") or "").partition("#")
    lower = anchor.lower()
    if page or not lower.startswith(_NOTE_TARGETS) or "ref" in lower:
        return None
    return anchor


def _block_of(element: Element) -> Element | None:
    """The paragraph or item that a note's anchor stands in."""
    found: Element | None = element
    while found is not None and local_name(found) not in ("p", "li", "div", "dd", "tr"):
        found = found.getparent()
    return found


def _is_in_cell(element: Element) -> bool:
    return any(local_name(parent) in ("td", "th") for parent in element.iterancestors())
