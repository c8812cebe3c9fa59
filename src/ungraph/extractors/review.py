"""Reports and addenda of the universal periodic review → acts and outcomes, joined to the others.

What the general rules make of the same words gives way: "the recommendations will be examined by
Malta" does not say that Malta recommends, and what a recommendation asks for has not been done.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from ungraph.extractors.acts import ActAssertions
from ungraph.extractors.review_answers import read_answers, read_positions
from ungraph.extractors.review_words import find_source, is_disclaimer, read_title
from ungraph.extractors.reviewers import StateNames
from ungraph.extractors.reviews import Group, answer, iter_groups, recommendations
from ungraph.model.assertion import Act, ActType, AgentKey, NodeKey, Outcome
from ungraph.model.document import Block, BlockKind, Document, Stated
from ungraph.model.link import Links
from ungraph.model.span import Span

__all__ = ["add_review"]


def add_review(document: Document, links: Links, acts: ActAssertions) -> ActAssertions:
    """*acts* with the recommendations of a review and their answers; unchanged for other texts."""
    kind = read_title(_title_words(document), document.language)
    if not kind:
        if not _is_list(document):
            return acts
        positions, results = read_positions(document)
        return _joined(_without(acts, _said_twice(acts, positions)), positions, results)
    names = StateNames(document, links)
    reviewed = _under_review(document, names)
    if kind == "addendum":
        answers, results = read_answers(document, reviewed)
        return _joined(_without(acts, _said_twice(acts, answers)), answers, results)
    groups = tuple(iter_groups(document))
    told: list[Act] = []
    outcomes: list[Outcome] = []
    for group in groups:
        told.extend(recommendations(document, group, names, reviewed))
        act, results = answer(document, group, names, reviewed)
        told.append(act)
        outcomes.extend(results)
    kept = _without(acts, _misread(document, acts, groups))
    return _joined(
        replace(kept, agents=(*kept.agents, *names.unlinked.values())),
        tuple(told),
        tuple(outcomes),
    )


def _is_list(document: Document) -> bool:
    return find_source(document.view.text, document.language) is not None


def _title_words(document: Document) -> str:
    page = document.blocks[0].span.end if document.blocks else 0
    end = document.view.from_text(Span(0, page)).end
    return " ".join(document.view.text[:end].split())


def _under_review(document: Document, names: StateNames) -> Stated[AgentKey] | None:
    """The State that the title page names: as subtitle, else the only one on it."""
    page = document.masthead
    for stated in (page.subtitle, page.title):
        for span in stated.spans if stated else ():
            named = {key for _, key in names.within(document.view.from_text(span))}
            if len(named) == 1:
                return Stated(named.pop(), (span,))
    if not document.blocks:
        return None
    whole = names.within(document.view.from_text(document.blocks[0].span))
    if len({key for _, key in whole}) == 1:
        return Stated(whole[0][1], (document.view.to_text(whole[0][0]),))
    return None


def _misread(document: Document, acts: ActAssertions, groups: tuple[Group, ...]) -> set[NodeKey]:
    """Keys of acts that the general rules read into introductions and recommendations."""
    to_text = document.view.to_text
    places = [(to_text(group.intro), "intro") for group in groups]
    places += [(to_text(span), "item") for group in groups for _, span in group.items]
    places += [(b.span, "disclaimer") for b in document.blocks if _is_disclaimer(document, b)]
    places.sort()
    dropped: set[NodeKey] = set()
    for act in acts.acts:
        place = _place_of(act.evidence[0].start, places)
        recommends = place == "intro" and act.act_type is ActType.RECOMMEND
        if place and (place == "disclaimer" or recommends or not act.agents):
            dropped.add(act.key)
    return dropped


def _said_twice(acts: ActAssertions, answers: tuple[Act, ...]) -> set[NodeKey]:
    """Keys of acts that the general rules read into the answers of an addendum."""
    places = sorted({(span, "answer") for act in answers for span in act.evidence})
    kinds = {act.act_type for act in answers} | {ActType.RECOMMEND}
    return {
        act.key
        for act in acts.acts
        if act.act_type in kinds and _place_of(act.evidence[0].start, places)
    }


def _place_of(start: int, places: list[tuple[Span, str]]) -> str:
    k = bisect_right(places, (Span(start, 1 << 60), "")) - 1
    return places[k][1] if k >= 0 and start < places[k][0].end else ""


def _is_disclaimer(document: Document, block: Block) -> bool:
    span = document.view.from_text(block.span)
    words = document.view.text[span.start : span.end]
    return block.kind is BlockKind.PARAGRAPH and is_disclaimer(words, document.language)


def _without(acts: ActAssertions, dropped: set[NodeKey]) -> ActAssertions:
    """*acts* without those *dropped* and without what rests on them."""

    def keep(keys: tuple[NodeKey, ...]) -> tuple[NodeKey, ...]:
        return tuple(key for key in keys if key not in dropped)

    return replace(
        acts,
        acts=tuple(
            replace(
                act,
                in_response_to=keep(act.in_response_to),
                content=keep(act.content),
                ground=None if act.ground in dropped else act.ground,
            )
            for act in acts.acts
            if act.key not in dropped
        ),
        outcomes=tuple(
            replace(one, outcome_of=keep(one.outcome_of))
            for one in acts.outcomes
            if one.brought_about_by not in dropped and keep(one.outcome_of)
        ),
        mandates=tuple(one for one in acts.mandates if one.given_by not in dropped),
        non_occurrences=tuple(
            replace(one, in_response_to=keep(one.in_response_to)) for one in acts.non_occurrences
        ),
    )


def _joined(
    acts: ActAssertions, told: tuple[Act, ...], outcomes: tuple[Outcome, ...]
) -> ActAssertions:
    return replace(
        acts,
        acts=tuple(sorted((*acts.acts, *told), key=lambda act: act.evidence[0])),
        outcomes=tuple(sorted((*acts.outcomes, *outcomes), key=lambda one: one.evidence[0])),
    )
