"""Citation mentions → links: which document each means, why, and what else it may be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from ungraph.identifiers.resolution import ActKind
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.backreferences import CitedSoFar, link_back_reference, link_treaty
from ungraph.linking.organ_of_number import NumberContext
from ungraph.linking.organs import OrganContext
from ungraph.matchers.values import (
    ActReference,
    BackReference,
    DescribedAct,
    SymbolReference,
    TreatyReference,
)
from ungraph.model.document import Document
from ungraph.model.link import Candidate, Link
from ungraph.model.mention import Mention

__all__ = ["link_citations"]

_MOST_CANDIDATES = 8


def link_citations(
    document: Document, mentions: Iterable[Mention[object]]
) -> tuple[Link[object], ...]:
    """One link for each mention of an act, document, treaty or reference back, in their order.

    Dates and organs get no link here. A link without target has its candidates, best first.
    """
    found = tuple(mentions)
    organs = OrganContext(document, found)
    numbers = NumberContext(organs, found)
    cited = CitedSoFar(document)
    links: list[Link[object]] = []
    open_at: list[int] = []
    for mention in found:
        value = mention.value
        if isinstance(value, ActReference):
            link = _link_act(cast("Mention[ActReference]", mention), numbers)
            _note(cited, link, value.act.value)
        elif isinstance(value, SymbolReference):
            link = _link_symbol(mention, value.symbol)
            _note(cited, link, _kind_of(value.symbol))
        elif isinstance(value, TreatyReference):
            link = link_treaty(document, mention, cited)
        elif isinstance(value, BackReference):
            link = link_back_reference(document, mention, cited)
        elif isinstance(value, DescribedAct):
            open_at.append(len(links))
            link = Link(mention, None, "described without a number")
        else:
            continue
        links.append(link)
    for index in open_at:
        links[index] = _describe(links, index, organs)
    return tuple(links)


def _link_act(mention: Mention[ActReference], numbers: NumberContext) -> Link[object]:
    decision = numbers.decide(mention)
    return Link(
        mention,
        decision.symbol,
        decision.reason,
        decision.status,
        decision.confidence,
        decision.candidates,
    )


def _link_symbol(mention: Mention[object], symbol: DocumentSymbol) -> Link[object]:
    """A symbol means itself; of the two symbols of two organs for one document, the first."""
    joint = symbol.joint
    if len(joint) > 1 and len({single.organ for single in joint}) > 1:
        return Link(mention, joint[0], "first of two symbols of one document")
    return Link(mention, symbol, "symbol as printed")


def _note(cited: CitedSoFar, link: Link[object], kind: str) -> None:
    if isinstance(link.target, DocumentSymbol):
        position = link.mention.span.start
        cited.add(kind, position, link.target)
        cited.add("", position, link.target)


def _kind_of(symbol: DocumentSymbol) -> str:
    if symbol.is_resolution:
        return "resolution"
    return "decision" if symbol.is_decision else "report"


def _describe(links: list[Link[object]], index: int, organs: OrganContext) -> Link[object]:
    """The described act with the acts of that organ that the document cites elsewhere."""
    link = links[index]
    value = link.mention.value
    assert isinstance(value, DescribedAct)
    slug = organs.resolve(value.organ, link.mention.span.start).slug if value.organ else None
    ranked: dict[DocumentSymbol, Candidate] = {}
    order = [*range(index - 1, -1, -1), *range(index + 1, len(links))]
    for other in order:
        target = links[other].target
        if not isinstance(target, DocumentSymbol) or target in ranked or slug is None:
            continue
        wanted = target.is_resolution if value.act is ActKind.RESOLUTION else target.is_decision
        if wanted and target.body == slug:
            where = "before" if other < index else "after"
            reason = f"a {value.act.value} of the same organ, cited {where} in this document"
            score = round(max(0.1, 0.6 - 0.1 * len(ranked)), 2)
            ranked[target] = Candidate(target, score, reason)
    shown = tuple(ranked.values())[:_MOST_CANDIDATES]
    return Link(link.mention, None, "described without a number", candidates=shown)
