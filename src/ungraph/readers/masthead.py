"""The title page: what a documentalist would copy from it onto a catalogue card.

Works on lines of text, whatever the file was: a reader of PDF, DOCX or HTML gives the same lines
in reading order, one element of the page a line, elements parted by blank lines where it can.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ungraph.identifiers.bodies import body_of_symbol
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Masthead, Stated, Status, View
from ungraph.readers.documenttypes import type_from_symbol, type_from_words
from ungraph.readers.pagefields import PageFields
from ungraph.readers.pageline import cut_page
from ungraph.readers.pageroles import Element, has_header, iter_elements
from ungraph.readers.symbolsource import symbol_from_foot, symbol_from_name, symbol_from_option

__all__ = ["TitlePage", "read_masthead"]


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What was read: the masthead, where it ends in the view, line ends to keep, warnings.

    *end* is 0 for a text without title page and without symbol above it.
    """

    masthead: Masthead
    end: int = 0
    breaks: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()


def read_masthead(
    view: View,
    text: str,
    *,
    language: str,
    name: str = "",
    symbol: str | None = None,
) -> TitlePage:
    """The title page at the head of *text*, each value with the words it rests on.

    *view* is ``fold_text(text)``, line ends kept. *language* is that of the document. A text
    without title page gets its symbol from its first line when that is a bare symbol
    ("A/66/254"), else from *symbol*, else from the file's *name*. Raises IdentifierError when
    *symbol* is none.
    """
    given = symbol_from_option(symbol) if symbol else symbol_from_name(name)
    pieces = cut_page(view, text)
    elements: list[Element] = []
    body_start: int | None = None
    for element in iter_elements(pieces, language):
        if element.kind == "body":
            body_start = element.start
        else:
            elements.append(element)
    if not has_header(elements):
        elements = elements[:1] if elements and elements[0].kind == "symbol" else []
        body_start = None
    page = PageFields(view, text, language, elements)
    masthead = page.read()
    end = max((e.end for e in elements), default=0)
    if body_start is None and len(elements) > 1:
        end = page.last_end()
        masthead = page.read()
    masthead = _find_at_foot(masthead, view, text)
    masthead, warnings = _settle_symbol(masthead, given, is_option=bool(symbol))
    masthead = _complete(masthead, view, end)
    return TitlePage(masthead, end, _breaks(view.text, page.elements_kept()), warnings)


def _find_at_foot(masthead: Masthead, view: View, text: str) -> Masthead:
    """Old records print their symbol at the foot of the first page, or of the second."""
    kind = masthead.document_type
    if masthead.symbol is not None or kind is None or not kind.value.endswith("-record"):
        return masthead
    meeting = " ".join(span.of(text) for span in kind.spans)
    return replace(masthead, symbol=symbol_from_foot(view, meeting))


def _settle_symbol(
    masthead: Masthead, given: Stated[DocumentSymbol] | None, *, is_option: bool
) -> tuple[Masthead, tuple[str, ...]]:
    """The symbol of the page, or the one *given* where the page has none or only a number."""
    printed = masthead.symbol
    if given is None or (printed and printed.value.key == given.value.key):
        return masthead, ()
    if printed is None:
        return replace(masthead, symbol=given), ()
    source = "as given by the caller" if is_option else "as the name of the file does"
    if printed.status is Status.INFERRED:
        warning = f"the number on the page means {printed.value}, not {given.value} {source}"
        return replace(masthead, symbol=given), (warning,)
    if is_option:
        return masthead, (f"the title page says {printed.value}, not {given.value} {source}",)
    return masthead, ()


def _breaks(view_text: str, elements: list[Element]) -> tuple[int, ...]:
    """Line ends after each title or other element; those inside one are joined."""
    ends = {view_text.find("\n", element.end) for element in elements}
    return tuple(sorted(ends - {-1}))


def _complete(masthead: Masthead, view: View, end: int) -> Masthead:
    """What the page does not say, from its symbol and from the first words of the text."""
    symbol = masthead.symbol
    if masthead.document_type is None:
        told = type_from_symbol(symbol.value) if symbol else None
        words = type_from_words(view.text, end) if told is None else None
        if words:
            reason = "what the text calls itself"
            told = Stated(words[0], (view.to_text(words[1]),), Status.INFERRED, reason, 0.8)
        masthead = replace(masthead, document_type=told)
    if masthead.organ is None and symbol and not symbol.value.is_treaty:
        slug = body_of_symbol(symbol.value.text)[0]
        if slug:
            reason = f"the body that symbols like {symbol.value} belong to"
            organ = Stated(slug, symbol.spans, Status.INFERRED, reason, 0.95)
            masthead = replace(masthead, organ=organ)
    return masthead
