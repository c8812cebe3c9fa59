"""General comments, communications, treaties by volume and number, rules → what they mean.

A general comment has a symbol once its committee is known and numbers them in a series of
symbols; a communication has the symbol that the document gives with the same number elsewhere, for
the session of the committee stands in the symbol and not in the number.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from ungraph.identifiers.symbol import DocumentSymbol, treaty_symbol
from ungraph.linking.organs import OrganContext, own_organ
from ungraph.matchers.values import NumberedReference, OrganName, SymbolReference, TreatyReference
from ungraph.model.document import Document, Status
from ungraph.model.link import Candidate, Link
from ungraph.model.mention import Mention, MentionKind
from ungraph.resources import load_table

__all__ = ["NumberedContext"]

_BEFORE_CHARS = 160
_AFTER_CHARS = 60
_COMMA_CHARS = 4
_MOST_LOOKED_AT = 12
_MOST_CANDIDATES = 3


class NumberedContext:
    """What one document says of committees, communications and treaties."""

    def __init__(
        self, document: Document, organs: OrganContext, mentions: Iterable[Mention[object]]
    ) -> None:
        self._text = document.text
        self._own = own_organ(document)
        self._organs = organs
        self._named = [m for m in mentions if _names_committee(m)]
        self._starts = [m.span.start for m in self._named]
        self._cases: dict[str, set[DocumentSymbol]] = {}
        self._treaties: set[str] = set()
        for mention in mentions:
            value = mention.value
            if isinstance(value, SymbolReference):
                self._add_case(value.symbol)
            elif isinstance(value, TreatyReference):
                self._treaties.add(value.code)
        if document.symbol is not None:
            self._add_case(document.symbol)
        self._elsewhere: dict[tuple[str, str], set[str]] = {}
        for mention in mentions:
            value = mention.value
            if isinstance(value, NumberedReference) and (slug := self._beside(mention)):
                self._elsewhere.setdefault((value.kind, value.number), set()).add(slug)

    def _add_case(self, symbol: DocumentSymbol) -> None:
        _, views, number = symbol.base.text.partition("/D/")
        if views:
            self._cases.setdefault(number, set()).add(symbol.base)

    def link(self, mention: Mention[object]) -> Link[object]:
        """What the number means, or why it cannot be told."""
        value = mention.value
        assert isinstance(value, NumberedReference)
        if value.kind == "unts":
            return self._link_series(mention, value)
        if value.kind == "labour-convention":
            return Link(mention, treaty_symbol(f"ILO-C{value.number}"), "named by its number")
        if value.kind == "communication":
            return self._link_communication(mention, value)
        if value.kind == "rules-of-procedure":
            return Link(mention, None, "the text does not say which edition of the rules")
        return self._link_comment(mention, value)

    def committee(self, mention: Mention[object]) -> str:
        """Slug of the committee whose comment is meant; "" where the document does not say."""
        value = mention.value
        assert isinstance(value, NumberedReference)
        if beside := self._beside(mention):
            return beside
        if self._own in _series_of(value.kind):
            return self._own
        known = self._elsewhere.get((value.kind, value.number), set())
        return next(iter(known)) if len(known) == 1 else ""

    def _beside(self, mention: Mention[object]) -> str:
        """The committee named right before or right after, in the same line of the text."""
        value = mention.value
        assert isinstance(value, NumberedReference)
        fitting = _series_of(value.kind)
        start, end = mention.span.start, mention.span.end
        place = bisect_left(self._starts, start)
        for index in range(place - 1, max(-1, place - 1 - _MOST_LOOKED_AT), -1):
            named = self._named[index]
            gap = self._text[named.span.end : start]
            if len(gap) > _BEFORE_CHARS or "\n" in gap:
                break
            if (slug := self._slug(named, gap)) in fitting:
                return slug
        if place < len(self._named):
            named = self._named[place]
            gap = self._text[end : named.span.start]
            if len(gap) <= _AFTER_CHARS and "\n" not in gap:
                if (slug := self._slug(named, "after")) in fitting:
                    return slug
        return ""

    def _slug(self, named: Mention[object], gap: str) -> str:
        """Slug of an organ; of a treaty, where only a comma stands between, its committee's."""
        if isinstance(named.value, TreatyReference):
            return _committee_of(named.value.code) if len(gap) < _COMMA_CHARS else ""
        assert isinstance(named.value, OrganName)
        return self._organs.resolve(named.value, named.span.start).slug or ""

    def _link_comment(self, mention: Mention[object], value: NumberedReference) -> Link[object]:
        said = value.kind.replace("-", " ")
        committee = self.committee(mention)
        if not committee:
            reason = f"no committee is named whose {said} this is"
            return Link(mention, None, reason, candidates=_candidates(value))
        prefix, first = _series_of(value.kind)[committee]
        if int(value.number) < first:
            told = replace(mention, value=replace(value, committee=committee))
            return Link(told, None, f"the {said} is older than the series of symbols for them")
        symbol = DocumentSymbol(f"{prefix}/{value.number}")
        reason = f"{said} of the committee that is named with it, or whose document this is"
        return Link(mention, symbol, reason, Status.INFERRED, 0.85)

    def _link_communication(
        self, mention: Mention[object], value: NumberedReference
    ) -> Link[object]:
        known = self._cases.get(value.number, set())
        if len(known) == 1:
            (symbol,) = known
            return Link(mention, symbol, "this document gives its symbol", Status.INFERRED, 0.9)
        ranked = tuple(
            Candidate(symbol, 0.5, "a document on the communication of that number")
            for symbol in sorted(known)
        )
        reason = "the number does not say at which session the committee decided"
        return Link(mention, None, reason, candidates=ranked)

    def _link_series(self, mention: Mention[object], value: NumberedReference) -> Link[object]:
        codes = value.codes
        named = [code for code in codes if code in self._treaties]
        if len(codes) == 1:
            reason = "the treaty registered under that volume and number"
            return Link(mention, treaty_symbol(codes[0]), reason)
        if len(named) == 1:
            reason = "of the treaties under that volume and number, the one that the text names"
            return Link(mention, treaty_symbol(named[0]), reason, Status.INFERRED, 0.8)
        ranked = tuple(
            Candidate(treaty_symbol(code), 0.5, "registered under that volume and number")
            for code in codes
        )
        reason = "several treaties have this volume and number" if codes else "an unknown treaty"
        return Link(mention, None, reason, candidates=ranked)


def _candidates(value: NumberedReference) -> tuple[Candidate, ...]:
    """The comments that the number can be, where few committees have such."""
    series = _series_of(value.kind)
    if len(series) > _MOST_CANDIDATES:
        return ()
    return tuple(
        Candidate(DocumentSymbol(f"{prefix}/{value.number}"), 0.4, f"one of the {committee}")
        for committee, (prefix, first) in series.items()
        if int(value.number) >= first
    )


@cache
def _series_of(kind: str) -> Mapping[str, tuple[str, int]]:
    """Prefix of symbols and first number in them, by committee."""
    rows = load_table("general_comments")
    return {r["committee"]: (r["prefix"], int(r["first"])) for r in rows if r["value"] == kind}


@cache
def _committee_of(code: str) -> str:
    """The committee that monitors the treaty *code*."""
    return next((r["committee"] for r in load_table("treaties") if r["code"] == code), "")


def _names_committee(mention: Mention[object]) -> bool:
    return mention.kind is MentionKind.ORGAN or isinstance(mention.value, TreatyReference)
