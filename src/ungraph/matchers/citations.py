"""Document → mentions of acts, documents, treaties, organs and dates, in order of their start."""

from __future__ import annotations

import re

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.resolution import ActKind
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.matchers.acts import add_acts
from ungraph.matchers.articles import is_another_treaty, is_in_organ_name
from ungraph.matchers.beside_pinpoints import (
    has_annexed,
    is_behind_resolution,
    is_owned_by_part,
    part_after,
)
from ungraph.matchers.collector import Collector
from ungraph.matchers.dates import parse_written_date
from ungraph.matchers.grammar import SentenceReader
from ungraph.matchers.lists import with_cyrillic_letter
from ungraph.matchers.numbered_mentions import (
    take_labour,
    take_numbered,
    take_series,
    take_volume,
)
from ungraph.matchers.organs import organ_name
from ungraph.matchers.phrases import (
    addendum_before,
    describes_document,
    has_owner,
    is_here,
    opens_list,
)
from ungraph.matchers.pinpoints import PinpointReader
from ungraph.matchers.stops import has_boundary
from ungraph.matchers.symbol_lists import iter_symbols
from ungraph.matchers.thereof import pin_thereof
from ungraph.matchers.tokens import Token, match_tokens
from ungraph.matchers.values import (
    BackReference,
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
_BACK_KINDS = {
    kind: kind.name.lower()
    for kind in (TokenKind.BACK, TokenKind.SELF, TokenKind.IBID, TokenKind.THEREOF)
}
_NEAR_CHARS = 24
_THEREOF_CHARS = 12


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
            start = token.start
            if start < last_end:
                continue
            spaced = start == last_end + 1 and text[last_end] == " "
            if not spaced and has_boundary(text, last_end, start):
                if reader.groups or reader.loose:
                    add_acts(self.found, reader, self.vocabulary)
                reader = SentenceReader(text, self.language)
                self.found.symbol_at = None
            last_end = _TAKERS[token.kind](self, reader, token)
        add_acts(self.found, reader, self.vocabulary)
        self.found.add_articles()
        return self.found.in_order()

    # Each of these gives one kind of token to the grammar and returns where the next may begin.

    def _take_nothing(self, _reader: SentenceReader, token: Token) -> int:
        return token.end

    def _take_organ(self, reader: SentenceReader, token: Token) -> int:
        reader.add_organ(token)
        self.found.add(MentionKind.ORGAN, token.start, token.end, organ_name(token), "organ")
        return token.end

    def _take_foreign(self, reader: SentenceReader, token: Token) -> int:
        reader.add_organ(token)
        return token.end

    def _take_head(self, reader: SentenceReader, token: Token) -> int:
        assert token.word is not None
        reader.add_head(token, _ACTS[token.word.value])
        return token.end

    def _take_number(self, reader: SentenceReader, token: Token) -> int:
        if self.found.symbol_at is not None and token.start == self.found.symbol_at[1] + 1:
            return token.end  # a symbol that a scan or a line end has broken
        other = token.kind is TokenKind.OTHER
        token = with_cyrillic_letter(self.text, token, self.language)
        reader.add_number(token, other=other)
        return token.end

    def _take_ibid(self, reader: SentenceReader, token: Token) -> int:
        end = take_series(self.found, token.start, token.end)
        return end or self._take_back(reader, token)

    def _take_series(self, _reader: SentenceReader, token: Token) -> int:
        return take_series(self.found, token.start, token.end) or token.end

    def _take_numbered(self, reader: SentenceReader, token: Token) -> int:
        return take_numbered(self.found, reader, token)

    def _take_volume(self, _reader: SentenceReader, token: Token) -> int:
        return take_volume(self.found, token)

    def _take_labour(self, reader: SentenceReader, token: Token) -> int:
        return take_labour(self.found, reader, token)

    def _take_back(self, reader: SentenceReader, token: Token) -> int:
        assert token.word is not None
        how = _BACK_KINDS[token.kind]
        if how == "thereof" and self._is_said(reader, token):
            return token.end
        if how == "back" and opens_list(self.text, token, _ACTS):
            return self._take_head(reader, token)
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
        own = self.document.symbol if how == "self" else None
        added = addendum_before(self.text, token.start, self.language) if own else None
        if own is not None and added is not None:
            symbol = DocumentSymbol(f"{own.base.text}/Add.{added[1]}")
            value = SymbolReference(symbol)
            self.found.add(MentionKind.SYMBOL, added[0], token.end, value, "addendum")
        else:
            self.found.add(MentionKind.DOCUMENT_REFERENCE, token.start, token.end, back, how)
            if how in ("ibid", "back"):
                self.found.symbol_at = (len(self.found.mentions) - 1, token.end)
        return token.end

    def _is_said(self, reader: SentenceReader, token: Token) -> bool:
        """Whether "thereof" adds nothing: its part is said, as in "resolution 60/251, paragraph 4
        thereof", given to the document before now, or not there at all."""
        found = reader.last_pinpoint
        if found is None or token.start - found[2] > _THEREOF_CHARS:
            return True
        return self.text[self.pinned_to : token.start] == " " or pin_thereof(reader, self.found)

    def _take_pinpoint(self, reader: SentenceReader, token: Token) -> int:
        if token.text[:2].lower() == "pp" and not is_behind_resolution(self.text, token.start):
            return token.end  # pages
        pinpoint, start, end = self.pinpoints.read(token)
        end = max(end, token.end)
        owned = has_owner(self.text, end, self.language)
        if pinpoint.steps[0].kind in ("annex", "appendix"):
            owned = owned or has_annexed(self.text, end, self.language)
        if reader.add_pinpoint(pinpoint, start, end, owned=owned):
            self.pinned_to = end
        self.found.note_article(pinpoint, start, end)
        goes_on = not owned or is_owned_by_part(self.text, end, self.language)
        if goes_on and self.found.give_pinpoint(pinpoint, start, end, owned=owned):
            self.pinned_to = end
            if not owned:
                reader.last_pinpoint = None
        if is_here(self.text, end, self.language):
            reader.last_pinpoint = None
            span = self.found.span(start, end)
            here = BackReference("document", "self", pinpoint=pinpoint, pinpoint_span=span)
            self.found.add(MentionKind.DOCUMENT_REFERENCE, start, end, here, "here")
        return end

    def _take_treaty(self, reader: SentenceReader, token: Token) -> int:
        assert token.word is not None
        code = token.word.value
        short = code.startswith("short:") or (code == "CHARTER" and " " not in token.text)
        if (
            short and is_another_treaty(self.text, token.start, token.end, self.language)
        ) or is_in_organ_name(self.text, token.end, self.language):
            reader.last_pinpoint = None
            return token.end
        found = reader.last_pinpoint
        near = found is not None and token.start - found[2] < _NEAR_CHARS
        near = near and found is not None and ";" not in self.text[found[2] : token.start]
        reader.last_pinpoint = None
        value = TreatyReference(
            code,
            found[0] if found and near else None,
            self.found.span(found[1], found[2]) if found and near else None,
        )
        self.found.add(MentionKind.TREATY, token.start, token.end, value, code)
        self.found.symbol_at = (len(self.found.mentions) - 1, token.end)
        return token.end

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
        series = _SPECIAL_ACT.match(token.text) if reader.ends_with_head(token.start) else None
        if series:
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
            if part := part_after(self.text, end):  # "[S/525, III]"
                self.found.give_pinpoint(*part, owned=False)
        return end


_TAKERS = {
    TokenKind.SYMBOL: _Matcher._take_symbol,
    TokenKind.NUMBER: _Matcher._take_number,
    TokenKind.OTHER: _Matcher._take_number,
    TokenKind.HEAD: _Matcher._take_head,
    TokenKind.DRAFT: _Matcher._take_nothing,
    TokenKind.ORGAN: _Matcher._take_organ,
    TokenKind.BARE_ORGAN: _Matcher._take_organ,
    TokenKind.FOREIGN: _Matcher._take_foreign,
    TokenKind.PINPOINT: _Matcher._take_pinpoint,
    TokenKind.DATE: _Matcher._take_date,
    TokenKind.TREATY: _Matcher._take_treaty,
    TokenKind.BACK: _Matcher._take_back,
    TokenKind.SELF: _Matcher._take_back,
    TokenKind.THEREOF: _Matcher._take_back,
    TokenKind.IBID: _Matcher._take_ibid,
    TokenKind.COMMENT: _Matcher._take_numbered,
    TokenKind.COMMUNICATION: _Matcher._take_numbered,
    TokenKind.SERIES: _Matcher._take_series,
    TokenKind.RULES: _Matcher._take_numbered,
    TokenKind.LABOUR: _Matcher._take_labour,
    TokenKind.VOLUME: _Matcher._take_volume,
}
