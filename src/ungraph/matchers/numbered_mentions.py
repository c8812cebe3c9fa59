"""Tokens of what has a number of its own kind → mentions: general comments, communications, rules,
treaties by volume and number, labour conventions; with the pinpoints that belong to them."""

from __future__ import annotations

from dataclasses import replace

from ungraph.matchers.articles import as_rule
from ungraph.matchers.collector import Collector
from ungraph.matchers.grammar import SentenceReader
from ungraph.matchers.labour import iter_labour
from ungraph.matchers.numbered import iter_numbered, iter_series
from ungraph.matchers.phrases import belongs_to
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import TokenKind
from ungraph.model.mention import MentionKind

__all__ = ["take_labour", "take_numbered", "take_series", "take_volume"]


def take_numbered(found: Collector, reader: SentenceReader, token: Token) -> int:
    """A general comment, a communication, rules of procedure; returns where they end."""
    before = reader.last_pinpoint
    end = token.end
    for one in iter_numbered(found.text, token, found.language, before):
        value = one.value
        if before is not None and (
            token.kind is TokenKind.RULES
            or belongs_to(found.text, before[2], token.start, found.language)
        ):
            span = found.span(before[1], before[2])
            pinned = as_rule(before[0]) if token.kind is TokenKind.RULES else before[0]
            value = replace(value, pinpoint=pinned, pinpoint_span=span)
        reader.last_pinpoint = before = None
        found.add(MentionKind.DOCUMENT_REFERENCE, one.start, one.end, value, value.kind)
        end = max(end, one.end)
        found.symbol_at = (len(found.mentions) - 1, one.end)
    return end


def take_series(found: Collector, start: int, position: int) -> int:
    """Treaties by volume and number that follow "Treaty Series" or "ibid."; 0 for none."""
    end = 0
    for one in iter_series(found.text, start, position, found.language):
        found.add(MentionKind.TREATY, one.start, one.end, one.value, "treaty-series")
        end = max(end, one.end)
        found.symbol_at = (len(found.mentions) - 1, end)
    return end


def take_volume(found: Collector, token: Token) -> int:
    """A treaty that we know, by volume and number alone; returns where it ends."""
    known = iter_series(found.text, token.start, token.start, found.language)
    if all(one.value.codes for one in known):
        return take_series(found, token.start, token.start) or token.end
    return token.end


def take_labour(found: Collector, reader: SentenceReader, token: Token) -> int:
    """Conventions of the International Labour Organization; returns where they end."""
    end = token.end
    for one in iter_labour(found.text, token, found.language):
        found.drop_short_name(one.start, one.end)
        before, value = reader.last_pinpoint, one.value
        if before is not None and belongs_to(found.text, before[2], one.start, found.language):
            span = found.span(before[1], before[2])
            value = replace(value, pinpoint=before[0], pinpoint_span=span)
        reader.last_pinpoint = None
        found.add(MentionKind.TREATY, one.start, one.end, value, value.kind)
        end = one.end
        found.symbol_at = (len(found.mentions) - 1, end)
    return end
