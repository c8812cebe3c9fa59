"""Links, citations and date mentions → fillers: what is known at which place of the view."""

from __future__ import annotations

from collections.abc import Iterable

from ungraph.extractors.carried_dates import carry_dates
from ungraph.extractors.parsing import AGENT, CITATION, DATE, Filler
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import AgentKey, Citation, Relation
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = ["collect_fillers"]

_PRONOUNS = frozenset(
    "he she it they him her them his its their himself herself itself themselves".split()
)
_POSSESSIVE = frozenset("his her its their".split())
_LONGEST_CITATION = 160


def collect_fillers(
    document: Document,
    mentions: Iterable[Mention[object]],
    links: Links,
    citations: Iterable[Citation],
) -> tuple[Filler, ...]:
    """All fillers sorted by start, free of overlaps: the one that begins first and is longest stays."""
    found: list[Filler] = []
    found.extend(_agents(document, links))
    found.extend(_citations(document, citations))
    dates = _dates(document, mentions)
    found.extend(dates)
    if document.language in {"en", "und"}:
        found.extend(carry_dates(document, sorted(dates, key=lambda f: f.start)))
    found.sort(key=lambda f: (f.start, -f.end, f.code))
    kept: list[Filler] = []
    reach = -1
    for filler in found:
        if filler.start >= reach:
            kept.append(filler)
            reach = filler.end
    return tuple(kept)


def _agents(document: Document, links: Links) -> list[Filler]:
    view = document.view
    grouped: dict[Span, list[AgentKey]] = {}
    surfaces: dict[Span, str] = {}
    for link in links.links:
        target = link.target
        if target is None or isinstance(target, DocumentSymbol):
            continue
        keys = grouped.setdefault(link.mention.span, [])
        surfaces[link.mention.span] = link.mention.surface
        if target not in keys:
            keys.append(target)
    fillers = []
    for span, keys in grouped.items():
        place = view.from_text(span)
        word = surfaces[span].lower().strip()
        fillers.append(
            Filler(
                place.start,
                place.end,
                AGENT,
                tuple(keys),
                pronoun=word in _PRONOUNS,
                possessive=word in _POSSESSIVE or word.endswith(("'s", "\u2019s", "s'", "s\u2019")),
            )
        )
    return fillers


def _citations(document: Document, citations: Iterable[Citation]) -> list[Filler]:
    view = document.view
    fillers = []
    for citation in citations:
        if not isinstance(citation.cited, DocumentSymbol):
            continue  # a described document holds words that the frames need
        if citation.relation is Relation.SELF and not citation.pinpoint:
            continue  # "the present report" is a noun of the sentence
        for span in citation.evidence[:1]:
            if len(span) <= _LONGEST_CITATION:
                place = view.from_text(span)
                own = citation.relation is Relation.SELF
                # "this resolution" stays words; the symbol alone is a page header.
                if not own or "/" in view.text[place.start : place.end]:
                    fillers.append(
                        Filler(place.start, place.end, CITATION, citation=citation, running=own)
                    )
    return fillers


def _dates(document: Document, mentions: Iterable[Mention[object]]) -> list[Filler]:
    view = document.view
    fillers = []
    for mention in mentions:
        if mention.kind is not MentionKind.DATE:
            continue
        place = view.from_text(mention.span)
        value = mention.value
        if isinstance(value, PartialDate):
            fillers.append(Filler(place.start, place.end, DATE, date=value))
    return fillers
