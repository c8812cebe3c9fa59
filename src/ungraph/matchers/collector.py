"""Mentions of one document while they are collected, and what pinpoints still go to."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from ungraph.identifiers.paragraph import Pinpoint
from ungraph.matchers.articles import as_rule, committee_of, has_other_owner, is_article
from ungraph.matchers.beside_pinpoints import is_apart, is_beside, is_listed, is_owning
from ungraph.matchers.pinpoint_numbers import of_own_document
from ungraph.matchers.values import (
    BackReference,
    NumberedReference,
    SymbolReference,
    TreatyReference,
)
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = ["PINPOINT_CHARS", "Collector"]

_PINNED = (SymbolReference, TreatyReference, BackReference, NumberedReference)
_CLOSING = ")op"
_GAP_CHARS = 80
PINPOINT_CHARS = 1000
_BEHIND_ARTICLE = frozenset({", ", " ", " (", "، ", ""})


class Collector:
    """Takes mentions by their place in the view, in any order.

    *symbol_at* is the index and end of the mention that a pinpoint right behind it belongs to.
    """

    def __init__(self, document: Document, language: str) -> None:
        self.document = document
        self.text = document.view.text
        self._view = document.view
        self._said = document.text
        self.language = language
        self.mentions: list[Mention[object]] = []
        self.symbol_at: tuple[int, int] | None = None
        self.articles: list[tuple[int, int, Pinpoint]] = []
        self._is_of_committee = committee_of(document)

    def in_order(self) -> list[Mention[object]]:
        """The mentions by the start of their words."""
        self.mentions.sort(key=lambda mention: mention.span.start)
        return self.mentions

    def span(self, start: int, end: int) -> Span:
        """``[start, end)`` of the view in ``Document.text``."""
        return self._view.span(start, end)

    def add(self, kind: MentionKind, start: int, end: int, value: object, rule: str) -> None:
        """Take a mention of the words at ``[start, end)`` of the view."""
        span = self._view.span(start, end)
        self.mentions.append(Mention(kind, span, self._said[span.start : span.end], value, rule))

    def drop_short_name(self, start: int, end: int) -> None:
        """Take back a short name of a treaty inside ``[start, end)``: "the Domestic Workers
        Convention, 2011 (No. 189)" is not "the Convention"."""
        if not self.mentions:
            return
        value, span = self.mentions[-1].value, self.mentions[-1].span
        inside = self.span(start, end).contains(span)
        if inside and isinstance(value, TreatyReference) and value.code.startswith("short:"):
            self.mentions.pop()

    def give_pinpoint(self, pinpoint: Pinpoint, start: int, end: int, *, owned: bool) -> bool:
        """Give a pinpoint to the symbol or treaty right before it; whether there is one.
        *owned* says that what it is a part of follows."""
        if self.symbol_at is None:
            return False
        index, symbol_end = self.symbol_at
        if start - symbol_end > _GAP_CHARS:
            return False
        mention = self.mentions[index]
        value = mention.value
        gap = self.text[symbol_end:start]
        pinned = getattr(value, "pinpoint_span", None)
        if pinned is not None and len(pinned) > PINPOINT_CHARS:
            return False
        goes_on = pinned is not None and pinned.end == self.span(symbol_end, symbol_end + 1).start
        nested = goes_on and is_owning(gap, self.language)
        if not nested and not is_beside(
            gap.lstrip(_CLOSING), self.language, owned=owned and not goes_on
        ):
            return False
        place = self.span(start, end)
        assert isinstance(value, _PINNED)
        if isinstance(value, NumberedReference) and value.kind == "rules-of-procedure":
            pinpoint = as_rule(pinpoint)
        if value.pinpoint is not None:
            apart = is_apart(gap, self.language)
            pinpoint = value.pinpoint.joined(
                pinpoint, apart=apart, owned=owned, listed=is_listed(gap)
            )
        if value.pinpoint_span is not None and value.pinpoint_span.end <= place.start:
            place = Span(value.pinpoint_span.start, place.end)
        new = replace(value, pinpoint=pinpoint, pinpoint_span=place)
        self.mentions[index] = Mention(
            mention.kind, mention.span, mention.surface, new, mention.rule
        )
        self.symbol_at = (index, end)
        return True

    def pin_last(self, pinpoint: Pinpoint, start: int, end: int) -> bool:
        """Give a pinpoint to the symbol or treaty named last, beside one that it has."""
        if self.symbol_at is None:
            return False
        index, _ = self.symbol_at
        mention = self.mentions[index]
        value = mention.value
        if not isinstance(value, _PINNED):
            return False
        place = self.span(start, end)
        if value.pinpoint is not None and value.pinpoint_span is not None:
            pinpoint = value.pinpoint.joined(pinpoint, apart=True)
            place = Span(min(value.pinpoint_span.start, place.start), place.end)
        new = replace(value, pinpoint=pinpoint, pinpoint_span=place)
        self.mentions[index] = replace(mention, value=new)
        return True

    def note_article(self, pinpoint: Pinpoint, start: int, end: int) -> None:
        """Keep articles, with the paragraphs that follow them, until it is clear whose they are."""
        if not self._is_of_committee:
            return
        if is_article(pinpoint):
            self.articles.append((start, end, pinpoint))
        elif (
            self.articles
            and self.text[self.articles[-1][1] : start] in _BEHIND_ARTICLE
            and not any(of_own_document([*step.numbers]) for step in pinpoint.steps)
        ):
            first, _, article = self.articles[-1]
            self.articles[-1] = (first, end, article.joined(pinpoint))

    def add_articles(self) -> None:
        """Articles that no name of a treaty, act or law has taken."""
        taken = sorted(
            (span.start, span.end)
            for mention in self.mentions
            if (span := getattr(mention.value, "pinpoint_span", None)) is not None
        )
        starts = [start for start, _ in taken]
        for start, end, pinpoint in self.articles:
            place = self.span(start, end)
            before = bisect_right(starts, place.start) - 1
            if before >= 0 and place.start < taken[before][1]:
                continue
            if not has_other_owner(self.text, start, end, self.language):
                value = TreatyReference("short:own", pinpoint, place)
                self.add(MentionKind.TREATY, start, end, value, "articles-alone")
