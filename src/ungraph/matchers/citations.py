"""Document → mentions of acts, documents, treaties, organs and dates, in order of their start."""

from __future__ import annotations

import re
from dataclasses import replace

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.resolution import ActKind, NumberForm
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.matchers.articles import as_rule
from ungraph.matchers.beside_pinpoints import has_annexed
from ungraph.matchers.collector import Collector
from ungraph.matchers.dates import parse_written_date
from ungraph.matchers.grammar import SentenceReader
from ungraph.matchers.list_dates import complete_years
from ungraph.matchers.lists import Group, Item, with_cyrillic_letter
from ungraph.matchers.numbered import NUMBERED, iter_numbered, iter_series
from ungraph.matchers.numbers import date_of, read_number
from ungraph.matchers.organs import is_named, organ_name
from ungraph.matchers.phrases import (
    addendum_before,
    belongs_to,
    described_span,
    describes_document,
    has_owner,
    is_here,
    opens_list,
    title_after,
)
from ungraph.matchers.pinpoints import PinpointReader
from ungraph.matchers.stops import has_boundary
from ungraph.matchers.symbol_lists import iter_symbols
from ungraph.matchers.tokens import Token, match_tokens
from ungraph.matchers.values import (
    ActReference,
    BackReference,
    DescribedAct,
    SymbolReference,
    TreatyReference,
)
from ungraph.matchers.vocabulary import TokenKind, Vocabulary, load_vocabulary
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = ["match_citations"]

_ACTS = {
    "resolution": ActKind.RESOLUTION,
    "decision": ActKind.DECISION,
    "statement": ActKind.STATEMENT,
}
_SPECIAL_ACT = re.compile(r"(E/CN\.4(?:/Sub\.2)?|A/HRC)/((?:\d{4}/)?S-\d{1,2}/\d{1,2})\Z")
_BACK_KINDS = frozenset({TokenKind.BACK, TokenKind.SELF, TokenKind.IBID, TokenKind.THEREOF})
_FORMS_ALONE = frozenset({NumberForm.ROMAN, NumberForm.SPECIAL, NumberForm.SESSION})
_NEAR_CHARS = 24


def match_citations(document: Document, *, engine: str = "re2") -> tuple[Mention[object], ...]:
    """Mentions of SYMBOL, RESOLUTION, DECISION, TREATY, DOCUMENT_REFERENCE, DATE and ORGAN.

    A list ("resolutions 2003/10, 2004/13 and 2005/11") gives one mention a number. The first of
    a list holds its head noun ("resolution 60/251"), the others the number alone.
    """
    return tuple(_Matcher(document, engine).match())


class _Matcher:
    def __init__(self, document: Document, engine: str) -> None:
        self.document = document
        self.text = document.view.text
        self.vocabulary: Vocabulary = load_vocabulary(document.language, engine)
        self.language = self.vocabulary.language
        self.found = Collector(document, self.language)
        self.pinpoints = PinpointReader(self.text, self.vocabulary)
        self.pinned_to = -1

    def match(self) -> list[Mention[object]]:
        text = self.text
        reader = SentenceReader(text, self.language)
        last_end = 0
        for token in match_tokens(text, self.vocabulary):
            if token.start < last_end:
                continue
            if text[last_end : token.start] != " " and has_boundary(text, last_end, token.start):
                self._close(reader)
                reader = SentenceReader(text, self.language)
                self.found.symbol_at = None
            last_end = self._take(reader, token)
        self._close(reader)
        self.found.add_articles()
        return self.found.in_order()

    def _take(self, reader: SentenceReader, token: Token) -> int:
        """Give *token* to the grammar; returns where the next token may begin."""
        kind = token.kind
        if kind in (TokenKind.ORGAN, TokenKind.BARE_ORGAN, TokenKind.FOREIGN):
            reader.add_organ(token)
            if kind is not TokenKind.FOREIGN:
                self.found.add(
                    MentionKind.ORGAN, token.start, token.end, organ_name(token), "organ"
                )
        elif kind is TokenKind.HEAD and token.word is not None:
            reader.add_head(token, _ACTS[token.word.value])
        elif kind in (TokenKind.NUMBER, TokenKind.OTHER):
            if self.found.symbol_at is not None and token.start == self.found.symbol_at[1] + 1:
                return token.end  # a symbol that a scan or a line end has broken
            token = with_cyrillic_letter(self.text, token, self.language)
            reader.add_number(token, other=kind is TokenKind.OTHER)
        elif kind is TokenKind.DATE:
            return self._take_date(reader, token)
        elif kind is TokenKind.PINPOINT:
            return self._take_pinpoint(reader, token)
        elif kind is TokenKind.SYMBOL:
            return self._take_symbol(reader, token)
        elif kind is TokenKind.TREATY and token.word is not None:
            self._take_treaty(reader, token, token.word.value)
        elif (
            token.word is not None
            and kind is TokenKind.BACK
            and opens_list(self.text, token, _ACTS)
        ):
            reader.add_head(token, _ACTS[token.word.value])
        elif kind in NUMBERED:
            return self._take_numbered(reader, token)
        elif kind is TokenKind.IBID and (end := self._take_series(token.start, token.end)):
            return end
        elif token.word is not None and kind in _BACK_KINDS:
            self._take_back(reader, token)
        return token.end

    def _take_numbered(self, reader: SentenceReader, token: Token) -> int:
        """A general comment, a communication, a treaty by volume and number, rules of procedure."""
        if token.kind is TokenKind.SERIES:
            return self._take_series(token.start, token.end) or token.end
        found = reader.last_pinpoint
        end = token.end
        for one in iter_numbered(self.text, token, self.language, found):
            value = one.value
            if found is not None and (
                token.kind is TokenKind.RULES
                or belongs_to(self.text, found[2], token.start, self.language)
            ):
                span = self.found.span(found[1], found[2])
                pinned = as_rule(found[0]) if token.kind is TokenKind.RULES else found[0]
                value = replace(value, pinpoint=pinned, pinpoint_span=span)
            reader.last_pinpoint = found = None
            self.found.add(MentionKind.DOCUMENT_REFERENCE, one.start, one.end, value, value.kind)
            end = max(end, one.end)
            self.found.symbol_at = (len(self.found.mentions) - 1, one.end)
        return end

    def _take_series(self, start: int, position: int) -> int:
        """Treaties by volume and number that follow "Treaty Series" or "ibid."; 0 for none."""
        end = 0
        for one in iter_series(self.text, start, position, self.language):
            self.found.add(MentionKind.TREATY, one.start, one.end, one.value, "treaty-series")
            end = max(end, one.end)
            self.found.symbol_at = (len(self.found.mentions) - 1, end)
        return end

    def _take_back(self, reader: SentenceReader, token: Token) -> None:
        assert token.word is not None
        how = token.kind.name.lower()
        if how == "thereof" and self.text[self.pinned_to : token.start] == " ":
            return  # "resolution 60/251, paragraph 4 thereof" is said already
        found = reader.last_pinpoint
        near = found is not None and how != "ibid" and token.start - found[2] < 12
        reader.last_pinpoint = None
        back = BackReference(
            token.word.value,
            how,
            token.word.plural,
            found[0] if found and near else None,
            self.found.span(found[1], found[2]) if found and near else None,
        )
        added = addendum_before(self.text, token.start, self.language)
        if how == "self" and added is not None and self.document.symbol is not None:
            symbol = DocumentSymbol(f"{self.document.symbol.base.text}/Add.{added[1]}")
            value = SymbolReference(symbol)
            self.found.add(MentionKind.SYMBOL, added[0], token.end, value, "addendum")
        else:
            self.found.add(MentionKind.DOCUMENT_REFERENCE, token.start, token.end, back, how)
            if how in ("ibid", "back"):
                self.found.symbol_at = (len(self.found.mentions) - 1, token.end)

    def _take_pinpoint(self, reader: SentenceReader, token: Token) -> int:
        pinpoint, start, end = self.pinpoints.read(token)
        end = max(end, token.end)
        owned = has_owner(self.text, end, self.language)
        if pinpoint.steps[0].kind in ("annex", "appendix"):
            owned = owned or has_annexed(self.text, end, self.language)
        if reader.add_pinpoint(pinpoint, start, end, owned=owned):
            self.pinned_to = end
        self.found.note_article(pinpoint, start, end)
        if self.found.give_pinpoint(pinpoint, start, end, owned=owned):
            self.pinned_to = end
            if not owned:
                reader.last_pinpoint = None
        if is_here(self.text, end, self.language):
            reader.last_pinpoint = None
            span = self.found.span(start, end)
            here = BackReference("document", "self", pinpoint=pinpoint, pinpoint_span=span)
            self.found.add(MentionKind.DOCUMENT_REFERENCE, start, end, here, "here")
        return end

    def _take_treaty(self, reader: SentenceReader, token: Token, code: str) -> None:
        found = reader.last_pinpoint
        near = found is not None and token.start - found[2] < _NEAR_CHARS
        reader.last_pinpoint = None
        value = TreatyReference(
            code,
            found[0] if found and near else None,
            self.found.span(found[1], found[2]) if found and near else None,
        )
        self.found.add(MentionKind.TREATY, token.start, token.end, value, code)
        self.found.symbol_at = (len(self.found.mentions) - 1, token.end)

    def _take_date(self, reader: SentenceReader, token: Token) -> int:
        if token.text[:1].isdigit() or token.text[:3].lower() not in ("in ", "sin", "dur"):
            reader.add_date(token)
        value = parse_written_date(token.text, self.vocabulary)
        if isinstance(value, PartialDate):
            start = token.start
            if value.month is None:
                start = token.end - 4
            self.found.add(MentionKind.DATE, start, token.end, value, f"date-{self.language}")
        return token.end

    def _take_symbol(self, reader: SentenceReader, token: Token) -> int:
        end = token.end
        series = _SPECIAL_ACT.match(token.text)
        if series and reader.ends_with_head(token.start):
            symbol = DocumentSymbol(f"{series[1]}/RES/{series[2]}")
            self.found.add(
                MentionKind.SYMBOL, token.start, end, SymbolReference(symbol), "symbol-act"
            )
            return end
        first = len(self.found.mentions)
        pinned: tuple[Pinpoint, Span] | tuple[()] = ()
        before = reader.last_pinpoint
        if before and describes_document(self.text, before[2], token.start, self.language):
            pinned = before[0], self.found.span(before[1], before[2])
            reader.last_pinpoint = None
        for symbol, start, end in iter_symbols(self.text, token.start, token.end):
            value = SymbolReference(symbol, *pinned)
            self.found.add(MentionKind.SYMBOL, start, end, value, "symbol")
            pinned = ()
        if len(self.found.mentions) > first:
            self.found.symbol_at = (len(self.found.mentions) - 1, end)
        return end

    def _close(self, reader: SentenceReader) -> None:
        for group in reader.groups:
            complete_years(group.items)
            for position, item in enumerate(group.items):
                self._add_act(group, item, first=position == 0)
            if not group.items:
                self._add_described(group)
        self._add_loose(reader)

    def _add_loose(self, reader: SentenceReader) -> None:
        """Numbers without a head noun, where their form or their date leaves no doubt what they
        are: "217 A (III)", "ES-10/15 of 20 July 2004"."""
        for item in reader.loose:
            number, written = read_number(item, ActKind.RESOLUTION)
            if number is None or self.language == "zh":
                continue
            if number.form is NumberForm.ROMAN and len(number.session) < 2 and not number.letter:
                if number.session not in "IVX":
                    continue
            elif number.form is NumberForm.SESSION and item.date is None:
                continue
            elif number.form not in _FORMS_ALONE:
                continue
            value = ActReference(
                ActKind.RESOLUTION, number, written,
                nearby=tuple(organ_name(token) for token in item.nearby[:4]),
                date=date_of(item, number, self.vocabulary), alone=True,
            )  # fmt: skip
            end = item.start + len(written)
            self.found.add(MentionKind.RESOLUTION, item.start, end, value, "number-alone")

    def _add_act(self, group: Group, item: Item, *, first: bool) -> None:
        number, written = read_number(item, group.act)
        act = group.act
        start = item.start
        joined = first and self.language != "zh" and group.head.end <= item.start
        if joined and item.start - group.head.end < 90:
            start = group.head.start
        end = item.start + len(written) if number or written != item.text else item.end
        value = ActReference(
            act,
            number,
            written,
            organ_name(item.organ) if item.organ else None,
            item.organ_how,
            item.possessive,
            organ_name(item.subject) if item.subject else None,
            tuple(organ_name(token) for token in item.nearby[:4]),
            date_of(item, number, self.vocabulary),
            self.found.span(item.date.start, item.date.end) if item.date else None,
            item.pinpoint,
            self.found.span(item.pinpoint_start, item.pinpoint_end) if item.pinpoint else None,
            title_after(self.text, item.after_end, self.language),
            list_start=group.start,
            relative=item.relative,
        )
        kind = MentionKind.RESOLUTION if act is ActKind.RESOLUTION else MentionKind.DECISION
        form = number.form.value if number else "other"
        self.found.add(kind, start, end, value, f"{act.value}-{form}-{item.organ_how or 'bare'}")

    def _add_described(self, group: Group) -> None:
        word = group.head.word
        if word is None:
            return
        if group.dates and (group.act is ActKind.RESOLUTION or is_named(group.organ)):
            date = parse_written_date(group.dates[0].text, self.vocabulary)
            organ = organ_name(group.organ) if group.organ else None
            value = DescribedAct(
                group.act, organ, False, date if isinstance(date, PartialDate) else None,
                group.possessive,
            )  # fmt: skip
            start, end = group.head.start, group.dates[0].end
            self.found.add(MentionKind.DOCUMENT_REFERENCE, start, end, value, "described-by-date")
        elif group.organ_how == "between" and group.organ is not None:
            span = described_span(self.text, group.head, group.organ, self.language)
            if span is not None:
                value = DescribedAct(group.act, organ_name(group.organ), word.plural)
                self.found.add(MentionKind.DOCUMENT_REFERENCE, span[0], span[1], value, "described")
