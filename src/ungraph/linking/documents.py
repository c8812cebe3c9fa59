"""Citation mentions → links: which document each means, why, and what else it may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import cast

from ungraph.identifiers.resolution import ActKind, NumberForm
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.backreferences import CitedSoFar, link_back_reference, link_treaty
from ungraph.linking.ibid import NotesBefore
from ungraph.linking.numbered import NumberedContext
from ungraph.linking.organ_of_number import Decision, NumberContext
from ungraph.linking.organs import OrganContext
from ungraph.matchers.values import (
    ActReference,
    BackReference,
    DescribedAct,
    NumberedReference,
    SymbolReference,
    TreatyReference,
)
from ungraph.model.document import Document, Status
from ungraph.model.link import Candidate, Link
from ungraph.model.mention import Mention

__all__ = ["link_citations"]

_MOST_CANDIDATES = 8
_MOST_LOOKED_AT = 60
_SURE = 0.75
_UN_ORGANS = frozenset({"A", "S", "E", "ST", "T"})


def link_citations(
    document: Document, mentions: Iterable[Mention[object]]
) -> tuple[Link[object], ...]:
    """One link for each mention of an act, document, treaty or reference back, in their order.

    Dates and organs get no link here. A link without target has its candidates, best first.
    """
    found = tuple(mentions)
    organs = OrganContext(document, found)
    numbers = NumberContext(document, organs, found)
    numbered = NumberedContext(document, organs, found)
    firsts = _first_symbols(document, found)
    cited = CitedSoFar(document)
    notes = NotesBefore(document)
    links: list[Link[object]] = []
    open_at: list[int] = []
    for mention in found:
        value = mention.value
        if isinstance(value, ActReference):
            link = _link_act(cast("Mention[ActReference]", mention), numbers)
            _note(cited, link, value.act.value)
        elif isinstance(value, SymbolReference):
            link = _link_symbol(mention, value.symbol, firsts)
            _note(cited, link, _kind_of(value.symbol))
        elif isinstance(value, TreatyReference):
            link = link_treaty(document, mention, cited)
        elif isinstance(value, NumberedReference):
            link = numbered.link(mention)
            _note(cited, link, value.kind)
        elif isinstance(value, BackReference) and value.how == "ibid":
            link = notes.link(mention)
        elif isinstance(value, BackReference):
            link = link_back_reference(document, mention, cited)
        elif isinstance(value, DescribedAct):
            open_at.append(len(links))
            link = Link(mention, None, "described without a number")
        else:
            continue
        links.append(link)
        notes.add(link)
    _agree_in_lists(links, numbers)
    acts = _ActsOfOrgans(links)
    for index in open_at:
        links[index] = _describe(links, index, organs, acts)
    return tuple(links)


def _agree_in_lists(links: list[Link[object]], numbers: NumberContext) -> None:
    """Doubtful members of a list get the organ that all its sure members have."""
    lists: dict[tuple[int, ActKind, NumberForm], list[int]] = {}
    for index, link in enumerate(links):
        value = link.mention.value
        if isinstance(value, ActReference) and value.number and value.list_start >= 0:
            if value.organ is None and not value.possessive:
                key = (value.list_start, value.act, value.number.form)
                lists.setdefault(key, []).append(index)
    for indexes in lists.values():
        sure = {_organ(links[i]) for i in indexes if _is_sure(links[i])}
        if len(sure) != 1 or len(indexes) < 2:
            continue
        (organ,) = sure
        for i in indexes:
            if not _is_sure(links[i]) and _organ(links[i]) != organ:
                mention = cast("Mention[ActReference]", links[i].mention)
                decision = numbers.decide_as(mention, organ)
                if decision is not None:
                    links[i] = _as_link(mention, decision)


def _is_sure(link: Link[object]) -> bool:
    return link.target is not None and (link.confidence is None or link.confidence >= _SURE)


def _organ(link: Link[object]) -> str:
    return (link.target.body or "") if isinstance(link.target, DocumentSymbol) else ""


def _link_act(mention: Mention[ActReference], numbers: NumberContext) -> Link[object]:
    return _as_link(mention, numbers.decide(mention))


def _as_link(mention: Mention[ActReference], decision: Decision) -> Link[object]:
    return Link(
        mention,
        decision.symbol,
        decision.reason,
        decision.status,
        decision.confidence,
        decision.candidates,
    )


def _first_symbols(
    document: Document, mentions: Iterable[Mention[object]]
) -> Mapping[str, DocumentSymbol]:
    """The first symbol of a document of two, by the key of the second, as the text joins them."""
    firsts: dict[str, DocumentSymbol] = {}
    if document.symbol is not None:
        for related in document.masthead.related_symbols:
            firsts[related.value.key] = document.symbol.joint[0]
    for mention in mentions:
        value = mention.value
        if isinstance(value, SymbolReference):
            first, *others = value.symbol.joint
            if others and first.organ in _UN_ORGANS:
                firsts.update((other.key, first) for other in others)
    return firsts


def _link_symbol(
    mention: Mention[object], symbol: DocumentSymbol, firsts: Mapping[str, DocumentSymbol]
) -> Link[object]:
    """A symbol means itself; of the two symbols of the UN for one document, the first."""
    if first := firsts.get(symbol.key):
        reason = f"second symbol of {first}, as this document says"
        return Link(mention, first, reason, Status.INFERRED, 0.95)
    joint = symbol.joint
    if len(joint) > 1 and joint[0].organ in _UN_ORGANS:
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


class _ActsOfOrgans:
    """Resolutions and decisions cited in the document, by kind and organ, with their places."""

    def __init__(self, links: list[Link[object]]) -> None:
        self._places: dict[tuple[ActKind, str], list[tuple[int, DocumentSymbol]]] = {}
        for index, link in enumerate(links):
            target = link.target
            if isinstance(target, DocumentSymbol) and target.body:
                act = ActKind.RESOLUTION if target.is_resolution else ActKind.DECISION
                if target.is_resolution or target.is_decision:
                    self._places.setdefault((act, target.body), []).append((index, target))

    def rank(self, act: ActKind, organ: str, index: int) -> tuple[Candidate, ...]:
        """The nearest before *index* first, then those after it."""
        places = self._places.get((act, organ), [])
        split = bisect_left(places, index, key=lambda place: place[0])
        before = places[max(0, split - _MOST_LOOKED_AT) : split][::-1]
        after = places[split : split + _MOST_LOOKED_AT]
        ranked: dict[DocumentSymbol, str] = {}
        for where, nearest in (("before", before), ("after", after)):
            for _, symbol in nearest:
                reason = f"a {act.value} of the same organ, cited {where} in this document"
                ranked.setdefault(symbol, reason)
        return tuple(
            Candidate(symbol, round(max(0.1, 0.6 - 0.1 * place), 2), reason)
            for place, (symbol, reason) in enumerate(islice(ranked.items(), _MOST_CANDIDATES))
        )


def _describe(
    links: list[Link[object]], index: int, organs: OrganContext, acts: _ActsOfOrgans
) -> Link[object]:
    """The described act with the acts of that organ that the document cites elsewhere."""
    link = links[index]
    value = link.mention.value
    assert isinstance(value, DescribedAct)
    slug = organs.resolve(value.organ, link.mention.span.start).slug if value.organ else None
    ranked = acts.rank(value.act, slug, index) if slug else ()
    return Link(link.mention, None, "described without a number", candidates=ranked)
