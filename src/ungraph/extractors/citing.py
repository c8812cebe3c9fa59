"""Document, mentions and links → citations, and documents described without a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.relations import find_lead, find_relation, goes_on
from ungraph.matchers.values import (
    ActReference,
    BackReference,
    DescribedAct,
    NumberedReference,
    SymbolReference,
    TreatyReference,
)
from ungraph.model.assertion import AgentKey, Citation, DescribedDocument, NodeKey, node_key
from ungraph.model.closed_lists import Relation
from ungraph.model.document import Block, BlockKind, Document
from ungraph.model.link import Link
from ungraph.model.mention import Mention
from ungraph.model.span import Span

__all__ = ["extract_citations"]

_CONTEXT_CHARS = 80
_LEAD_REACH = 3000
_PLAIN_REASONS = frozenset({"symbol as printed", "named in full", "organ named before the number"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words of one mention say beside its target."""

    pinpoint: Pinpoint | None = None
    date: PartialDate | None = None
    title: str | None = None


def extract_citations(
    document: Document,
    mentions: Iterable[Mention[object]],
    links: Iterable[Link[object]],
) -> tuple[tuple[Citation, ...], tuple[DescribedDocument, ...]]:
    """Citations in order of their words, and the nodes of what has no symbol.

    The symbol that the document itself bears is no citation; "the present report" is one with the
    relation "self".
    """
    reader = _Reader(document)
    for link in links:
        reader.take(link)
    return tuple(reader.citations), tuple(reader.described)


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.citations: list[Citation] = []
        self.described: list[DescribedDocument] = []
        self._own = _own_keys(document)
        self._blocks = document.blocks
        self._starts = [b.span.start for b in document.blocks]
        self._seen: dict[NodeKey, int] = {}
        self._before: tuple[int, Relation, str] = (0, Relation.CITES, "")
        item = document.masthead.agenda_item_title
        titles = [s for s in (document.masthead.title, document.masthead.subtitle, item) if s]
        self._titles = [span for stated in titles for span in stated.spans]

    def take(self, link: Link[object]) -> None:
        value = link.mention.value
        target = link.target
        if isinstance(value, BackReference) and value.how == "self":
            if isinstance(target, DocumentSymbol):
                self._cite(link, target)
        elif isinstance(target, DocumentSymbol):
            if target.key not in self._own and not self._is_part_of_draft(link):
                self._cite(link, target)
        elif isinstance(value, DescribedAct):
            if self._names_itself(link):
                return
            self._cite(link, self._describe(link, value.plural, value.act.value, value))
        elif isinstance(value, ActReference) and not value.alone:
            self._cite(link, self._describe(link, False, value.act.value, value))
        elif isinstance(value, NumberedReference):
            self._cite(link, self._describe(link, False, value.kind, value))
        elif isinstance(value, BackReference) and link.candidates:
            self._cite(link, self._describe(link, value.plural, value.kind, None))
        elif isinstance(value, TreatyReference) and link.candidates:
            self._cite(link, self._describe(link, False, "treaty", None))

    def _names_itself(self, link: Link[object]) -> bool:
        """Whether this is the title page's own line, "Resolution adopted by the General Assembly
        on 1 December 2021", outside any title: it says what the document is and cites nothing.
        """
        span = link.mention.span
        on_title_page = any(
            block.kind is BlockKind.TITLE_PAGE and block.span.contains(span)
            for block in self._blocks
        )
        if not on_title_page:
            return False
        line_before = self.document.text[max(0, span.start - 1) : span.start].strip()
        line_after = self.document.text[span.end : span.end + 1].strip(" \n")
        whole = not line_before and not line_after and span.end < len(self.document.text)
        adopted = (
            isinstance(link.mention.value, DescribedAct) and link.mention.value.date is not None
        )
        return (whole and adopted) or not any(title.contains(span) for title in self._titles)

    def _is_part_of_draft(self, link: Link[object]) -> bool:
        """Whether this is an addendum named beside its draft in the line of adoption on the title
        page ("(A/75/L.2 and A/75/L.2/Add.1)"): the draft stands for both."""
        symbol = link.target
        if (
            not isinstance(symbol, DocumentSymbol)
            or not symbol.modifiers
            or "/L." not in symbol.text
        ):
            return False
        span = link.mention.span
        before = self.document.text[max(0, span.start - 200) : span.start]
        line = before[before.rfind("\n") + 1 :]
        return "[" in line and symbol.base.text in line

    def _describe(
        self,
        link: Link[object],
        plural: bool,
        document_type: str,
        value: ActReference | DescribedAct | NumberedReference | None,
    ) -> NodeKey:
        mention = link.mention
        key = self._key("described", mention, mention.surface)
        adopter, date = "", None
        if isinstance(value, NumberedReference):
            adopter = value.committee
        elif value is not None:
            adopter = (value.organ.slug or "") if value.organ else ""
            date = value.date
        self.described.append(
            DescribedDocument(
                key,
                _one_line(mention.surface),
                (mention.span,),
                document_type,
                AgentKey(adopter) if adopter else None,
                date,
                plural,
                tuple(
                    (c.target, c.reason)
                    for c in link.candidates
                    if isinstance(c.target, DocumentSymbol)
                ),
            )
        )
        return key

    def _cite(self, link: Link[object], cited: DocumentSymbol | NodeKey) -> None:
        mention = link.mention
        said = _said(mention.value)
        relation, cue = self._relation(mention)
        shown = cited.text if isinstance(cited, DocumentSymbol) else str(cited)
        reason = "" if link.reason in _PLAIN_REASONS else link.reason
        adopter = cited.body if isinstance(cited, DocumentSymbol) and reason == "" else None
        named = isinstance(mention.value, ActReference) and mention.value.organ is not None
        self.citations.append(
            Citation(
                self._key("citation", mention, shown),
                cited,
                relation,
                (mention.span,),
                mention.surface,
                str(said.pinpoint) if said.pinpoint else None,
                said.pinpoint.fragment if said.pinpoint else None,
                reason,
                AgentKey(adopter) if adopter and named else None,
                said.date,
                said.title,
                cue,
                mention.rule,
                link.status,
                link.confidence,
                related_symbols=_others_of(mention.value),
            )
        )

    def _relation(self, mention: Mention[object]) -> tuple[Relation, str]:
        if isinstance(mention.value, BackReference) and mention.value.how == "self":
            return Relation.SELF, ""
        block = self._block_at(mention.span.start)
        if block is not None and block.kind is BlockKind.TITLE_PAGE:
            return Relation.NAMED_IN_TITLE, ""
        if any(span.contains(mention.span) for span in self._titles):
            return Relation.NAMED_IN_TITLE, ""
        view = self.document.view
        span = view.from_text(mention.span)
        language = self.document.language
        pinned = getattr(mention.value, "pinpoint_span", None)
        place = view.from_text(pinned) if pinned is not None else None
        relation, cue = find_relation(
            view.text, span.start, span.end, language,
            (place.start, place.end) if place else None,
            holds=isinstance(mention.value, SymbolReference),
        )  # fmt: skip
        end, listed, words = self._before
        if relation is Relation.CITES and not cue and goes_on(view.text, end, span.start):
            relation, cue = listed, words  # far down a list that "Recalling" opens
        elif relation is Relation.CITES and not cue and block is not None:
            begin = view.from_text(Span(block.span.start, block.span.start)).start
            if span.start - begin < _LEAD_REACH:
                relation, cue = find_lead(view.text, begin, span.start, language)
        if relation is Relation.DECIDES_IN and isinstance(mention.value, TreatyReference):
            relation, cue = Relation.CITES, ""  # "principles established in the Convention"
        self._before = (max(span.end, place.end if place else 0), relation, cue)
        if relation is Relation.CITES and block is not None and block.kind is BlockKind.FOOTNOTE:
            return Relation.SEE, cue
        return relation, cue

    def _block_at(self, position: int) -> Block | None:
        """The innermost part that holds *position*: the last that begins before it and holds it."""
        for index in range(bisect_right(self._starts, position) - 1, -1, -1):
            if position < self._blocks[index].span.end:
                return self._blocks[index]
            if self._blocks[index].parent is None:
                return None
        return None

    def _key(self, kind: str, mention: Mention[object], shown: str) -> NodeKey:
        """A key over the words of the part around the mention, never over its place there."""
        span = mention.span
        index = bisect_right(self._starts, span.start) - 1
        start, end = span.start - _CONTEXT_CHARS, span.end + _CONTEXT_CHARS
        if index >= 0:
            block = self._blocks[index].span
            start, end = max(start, block.start), min(end, max(block.end, span.end))
        words = self.document.quote(Span(max(0, start), end))
        content = (shown, self.document.language, mention.surface, words)
        key = node_key(kind, *content)
        count = self._seen[key] = self._seen.get(key, 0) + 1
        return key if count == 1 else node_key(kind, *content, count)


def _said(value: object) -> _Said:
    if isinstance(value, ActReference):
        return _Said(value.pinpoint, value.date, value.title)
    if isinstance(value, SymbolReference | TreatyReference | BackReference | NumberedReference):
        return _Said(value.pinpoint)
    return _Said()


def _others_of(value: object) -> tuple[DocumentSymbol, ...]:
    """The further symbols of a document that is cited by a joint symbol of the United Nations."""
    if isinstance(value, SymbolReference) and value.symbol.is_joint:
        return value.symbol.joint[1:]
    return ()


def _own_keys(document: Document) -> frozenset[str]:
    symbols = [stated.value for stated in document.masthead.related_symbols]
    if document.symbol is not None:
        symbols += [document.symbol, *document.symbol.joint]
    return frozenset(symbol.key for symbol in symbols)


def _one_line(words: str) -> str:
    return " ".join(words.split())
