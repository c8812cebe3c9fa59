"""Fields of the title page, each read from the elements that hold it."""

from __future__ import annotations

import re

from ungraph.identifiers.bodies import body_of_symbol, load_bodies
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.model.document import AgendaItem, Masthead, Stated, Status, View
from ungraph.model.span import Span
from ungraph.readers.authors import find_author
from ungraph.readers.pageline import find_symbols
from ungraph.readers.pageroles import Element, read_session
from ungraph.readers.printeddates import search_printed_date
from ungraph.readers.titles import arrange_titles

__all__ = ["PageFields"]

_STRAY = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|\\*\\*+")
_BLANKS = re.compile(r"\s+")
_HAN_JOINT = re.compile(
    "(?<=[\u3000-\u9fff\uff00-\uffef])\\s*\\n\\s*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_VOWEL_SIGNS = re.compile("[\u064b-\u0652]+")
_YEAR_NUMBER = re.compile(r"\d{1,4} ?\((?:19|20)\d{2}\)")


class PageFields:
    """The elements of one title page, read field by field."""

    def __init__(self, view: View, text: str, language: str, elements: list[Element]) -> None:
        self._view = view
        self._text = text
        self._language = language
        self._elements = elements
        self._titles = arrange_titles(elements)

    def elements_kept(self) -> list[Element]:
        """The elements in order, lines of one title but for its last left out."""
        inner = {
            id(e)
            for group in (self._titles.agenda, self._titles.title, self._titles.subtitle)
            for e in group[:-1]
        }
        return [e for e in self._elements if id(e) not in inner]

    def last_end(self) -> int:
        """Where the page ends when no body was seen to begin."""
        used = [*self._titles.agenda, *self._titles.title, *self._titles.subtitle]
        used += [e for e in self._elements if e.kind != "text"]
        end = max((e.end for e in used), default=0)
        self._elements = [e for e in self._elements if e.end <= end]
        return end

    def read(self) -> Masthead:
        """The masthead of the page."""
        titles = self._titles
        symbols = self._symbols()
        agenda_title = self._joined(titles.agenda)
        title = self._joined(titles.title)
        subtitle = self._joined(titles.subtitle)
        notes = tuple(self._state(self._clean(e.start, e.end), e) for e in self._of("editorial"))
        return Masthead(
            symbol=symbols[0] if symbols else None,
            related_symbols=tuple(symbols[1:]),
            distribution=self._distribution(),
            date=self._date(),
            original_language=self._value("original-language"),
            organ=self._organ(symbols[0].value if symbols else None),
            session=self._session(),
            session_series=self._series(),
            agenda_item=self._agenda_item(agenda_title),
            agenda_item_title=agenda_title,
            title=title,
            subtitle=subtitle,
            document_type=self._type(),
            editorial_status=self._value("editorial"),
            report_of=self._author("report"),
            transmitted_by=self._author("type"),
            notes=notes,
        )

    def _of(self, kind: str) -> list[Element]:
        return [e for e in self._elements if e.kind == kind]

    def _span(self, start: int, end: int) -> Span:
        span = self._view.to_text(Span(start, end))
        marks = _VOWEL_SIGNS.match(self._text, span.end)
        return Span(span.start, marks.end()) if marks else span

    def _state(self, value: str, element: Element) -> Stated[str]:
        return Stated(value, (self._span(element.start, element.end),))

    def _clean(self, start: int, end: int) -> str:
        words = self._span(start, end).of(self._text)
        words = _STRAY.sub(lambda found: " " if found[0][0] == "*" else "", words)
        return _BLANKS.sub(" ", _HAN_JOINT.sub("", words)).strip(" *")

    def _value(self, kind: str) -> Stated[str] | None:
        for element in self._of(kind):
            if element.sign and element.sign.value:
                return self._state(element.sign.value, element)
        return None

    def _symbols(self) -> list[Stated[DocumentSymbol]]:
        found: list[Stated[DocumentSymbol]] = []
        for element in self._of("symbol"):
            for value, start, end in find_symbols(element.text):
                span = self._span(element.start + start, element.start + end)
                if all(value.key != other.value.key for other in found):
                    found.append(Stated(value, (span,)))
        if not found:
            found += self._numbered_symbol()
        return found

    def _numbered_symbol(self) -> list[Stated[DocumentSymbol]]:
        """ "98 (1952). Resolution of …", "Resolution 311 (1972)": only one organ numbers so."""
        for element in self._elements:
            number = element.sign.groups.get("number") or "" if element.sign else ""
            if element.kind in ("numbered", "type") and _YEAR_NUMBER.fullmatch(number):
                start = element.start + element.text.index(number)
                span = self._span(start, start + len(number))
                reason = "a number with its year is the form of Security Council resolutions"
                value = parse_symbol(f"S/RES/{number}")
                return [Stated(value, (span,), Status.INFERRED, reason, 0.95)]
        return []

    def _distribution(self) -> Stated[str] | None:
        spans: list[Span] = []
        for element in self._of("distribution"):
            spans.append(self._span(element.start, element.end))
            if element.sign and element.sign.value:
                return Stated(element.sign.value, tuple(spans[-2:]))
        return None

    def _date(self) -> Stated[PartialDate] | None:
        for element in self._of("date"):
            found = search_printed_date(element.text)
            if found:
                return Stated(found[0], (self._part(element, found[1], found[2]),))
        for element in (e for e in self._elements if e.kind in ("numbered", "type")):
            found = search_printed_date(element.text)
            if found:
                span = self._part(element, found[1], found[2])
                reason = "the date of adoption; the page prints no other"
                return Stated(found[0], (span,), Status.INFERRED, reason, 0.9)
        return self._meeting_date()

    def _meeting_date(self) -> Stated[PartialDate] | None:
        kind = self._type()
        if kind is None or not kind.value.endswith("-record"):
            return None
        for element in self._elements:
            found = search_printed_date(element.text)
            if found:
                span = self._part(element, found[1], found[2])
                reason = "the date of the meeting that is recorded"
                return Stated(found[0], (span,), Status.INFERRED, reason, 0.9)
        return None

    def _part(self, element: Element, start: int, end: int) -> Span:
        return self._span(element.start + start, element.start + end)

    def _organ(self, symbol: DocumentSymbol | None) -> Stated[str] | None:
        """The body the page names: of several, the one whose symbols look like this one.

        None where it names only what that body is part of: A/C.3/80/L.48 is a document of the
        Third Committee though its page says no more than "General Assembly".
        """
        named = [e for e in self._elements if e.slug]
        own = body_of_symbol(symbol.text)[0] if symbol and not symbol.is_treaty else None
        if own and all(_is_part_of(own, e.slug) for e in named):
            return None
        for element in [e for e in named if e.slug == own] or named[:1]:
            return self._state(element.slug, element)
        return None

    def _session(self) -> Stated[int] | None:
        for element in self._of("session"):
            assert element.sign is not None
            value = read_session(element.sign)
            if value:
                return Stated(value, (self._span(element.start, element.end),))
        return None

    def _series(self) -> str:
        return next((e.sign.value for e in self._of("session") if e.sign), "")

    def _agenda_item(self, title: Stated[str] | None) -> Stated[AgendaItem] | None:
        for element in self._of("agenda-item"):
            assert element.sign is not None
            groups = element.sign.groups
            number = (groups.get("number") or "").strip(" *")
            item = AgendaItem(
                number, bool(groups.get("provisional")), title.value if title else None
            )
            return Stated(item, (self._span(element.start, element.end),))
        return None

    def _joined(self, group: tuple[Element, ...]) -> Stated[str] | None:
        if not group:
            return None
        start, end = group[0].start, group[-1].end
        sign = group[0].sign
        if group[0].kind == "numbered" and sign and sign.groups.get("title"):
            start += group[0].text.index(sign.groups["title"] or "", len(sign.value))
        elif group[0].kind == "numbered" and len(group) > 1:
            start = group[1].start
        value = self._clean(start, end)
        return Stated(value, (self._span(start, end),)) if value else None

    def _type(self) -> Stated[str] | None:
        for kind in ("type", "report"):
            for element in self._of(kind):
                if element.sign and element.sign.value:
                    return self._state(element.sign.value, element)
        for element in self._of("numbered"):
            if element.sign and "/" not in element.sign.value:
                return self._state("resolution", element)
        return None

    def _author(self, kind: str) -> Stated[str] | None:
        groups = [self._titles.title, self._titles.subtitle]
        for group in groups:
            if not group or group[0].kind != kind:
                continue
            if kind == "type" and not (group[0].sign and group[0].sign.value.startswith("note-by")):
                continue
            start, end = group[0].start, group[-1].end
            words = self._view.text[start:end].replace("\n", " ")
            found = find_author(words, self._language)
            if found:
                slug, first, last = found
                return Stated(slug, (self._span(start + first, start + last),))
        return None


def _is_part_of(slug: str, whole: str) -> bool:
    """Whether the body *slug* is a committee, commission … of the body *whole*."""
    parent = load_bodies()[slug].parent
    while parent:
        if parent == whole:
            return True
        parent = load_bodies()[parent].parent
    return False
