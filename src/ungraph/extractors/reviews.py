"""Universal periodic review: each recommendation, who made it, to whom, and where it stands.

Reads reports of the Working Group (A/HRC/43/15): "121. The recommendations listed below enjoy the
support of Malta:" and under it "121.1 Ratify the Convention (Spain) (Brazil);". A recommendation
has an address of its own by its number (``#recommendation-121.1``), the same in all languages, so
that the addendum can answer the recommendation of the report (``review_answers``). Where a report
numbers the list anew under paragraph 111, its number 7 is 111.7.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ungraph.extractors.review_words import find_standing, find_word
from ungraph.extractors.reviewers import StateNames
from ungraph.model.assertion import (
    Act,
    ActType,
    AgentKey,
    Inference,
    NodeKey,
    Outcome,
    OutcomeType,
    node_key,
)
from ungraph.model.document import Block, BlockKind, Document, Stated
from ungraph.model.span import Span

__all__ = ["ANSWERS", "Group", "answer", "iter_groups", "recommendation_key", "recommendations"]

# What a standing is: the act of the State under review, and what came of the recommendation.
ANSWERS = {
    "accepted": (ActType.ACCEPT, OutcomeType.ACCEPTED),
    "noted": (ActType.TAKE_NOTE, OutcomeType.NOTED),
    "declined": (ActType.DECLINE, OutcomeType.DECLINED),
    "deferred": (ActType.STATE, OutcomeType.DEFERRED),
}
_TITLE = "the State on the title page, whose review this is"
_SURE = 0.97


@dataclass(frozen=True, slots=True)
class Group:
    """Recommendations under one introducing sentence; spans in the view.

    *items* are (number, span of the paragraph); *word* is where "recommendations" stands.
    """

    number: str
    intro: Span
    word: Span
    standing: str
    cue: Span
    items: tuple[tuple[str, Span], ...]


def iter_groups(document: Document) -> Iterator[Group]:
    """The groups of recommendations of a report, in order."""
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FOOTNOTE]
    for i, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH or not (block.number or "").isdecimal():
            continue
        intro = _own_words(document, blocks, i)
        words = document.view.text[intro.start : intro.end]
        word = find_word(words, document.language)
        standing = find_standing(words, document.language) if word else None
        if word is None or standing is None:
            continue
        items = tuple(_items(document, blocks, i))
        if items:
            yield Group(
                block.number or "",
                intro,
                word.shift(intro.start),
                standing[0],
                standing[1].shift(intro.start),
                items,
            )


def _own_words(document: Document, blocks: Sequence[Block], i: int) -> Span:
    """The words of a part up to its first inner part, in the view."""
    end = blocks[i].span.end
    if i + 1 < len(blocks):
        end = min(end, blocks[i + 1].span.start)
    span = document.view.from_text(Span(blocks[i].span.start, end))
    words = document.view.text[span.start : span.end]
    return Span(span.start, span.start + len(words.rstrip()))


def _items(document: Document, blocks: Sequence[Block], i: int) -> Iterator[tuple[str, Span]]:
    """The paragraphs numbered under the one at *i*: 121.1, 121.2 …, or a list from 1."""
    head = blocks[i].number or ""
    expected = 1
    for k in range(i + 1, len(blocks)):
        block = blocks[k]
        if block.kind in (BlockKind.SECTION, BlockKind.ANNEX, BlockKind.CLOSING):
            return
        number = block.number
        if block.kind is not BlockKind.PARAGRAPH or number is None:
            continue
        if number.startswith(f"{head}."):
            yield number, document.view.from_text(block.span)
        elif number == str(expected) and number != str(int(head) + 1):
            yield f"{head}.{number}", document.view.from_text(block.span)
            expected += 1
        elif number.isdecimal():
            return


def recommendation_key(number: str, work: str = "") -> NodeKey:
    """The key of a recommendation by its number; *work* is the symbol of another document.

    >>> recommendation_key("121.1"), recommendation_key("121.1", "A/HRC/43/15")
    ('recommendation-121.1', 'A/HRC/43/15#recommendation-121.1')
    """
    return NodeKey(f"{work}#recommendation-{number}" if work else f"recommendation-{number}")


def recommendations(
    document: Document, group: Group, names: StateNames, reviewed: Stated[AgentKey] | None
) -> Iterator[Act]:
    """One act for each recommendation of *group*: its States recommend, to the one *reviewed*."""
    view = document.view
    in_words = _is_named(group.intro, names, reviewed)
    intro = view.to_text(group.intro)
    for number, span in group.items:
        named = names.recommenders(span)
        theme = _theme(document, span, named.first)
        evidence = tuple(sorted({intro, view.to_text(span)}))
        inferences: tuple[Inference, ...] = ()
        if reviewed is not None and not in_words:
            told = Inference("ung:addressee", _TITLE, _SURE, reviewed.spans, reviewed.value)
            inferences = (told,)
        yield Act(
            key=recommendation_key(number),
            act_type=ActType.RECOMMEND,
            cue=document.quote(view.to_text(group.word)),
            evidence=evidence,
            agents=named.states,
            addressees=(reviewed.value,) if reviewed else (),
            theme=document.quote(view.to_text(theme)) if theme else None,
            performed_in=document.symbol,
            pinpoint=f"para. {number}",
            rule="review-recommendation",
            inferences=inferences,
        )


def _is_named(span: Span, names: StateNames, reviewed: Stated[AgentKey] | None) -> bool:
    return reviewed is not None and any(key == reviewed.value for _, key in names.within(span))


def _theme(document: Document, span: Span, end: int) -> Span | None:
    """The words of a recommendation between its number and the brackets at its end."""
    text = document.view.text
    start = span.start
    while start < end and (text[start].isdigit() or text[start] in ". *\n\t"):
        start += 1
    words = text[start:end].rstrip(" \n\t;:")
    return Span(start, start + len(words)) if words else None


def answer(
    document: Document, group: Group, names: StateNames, reviewed: Stated[AgentKey] | None
) -> tuple[Act, tuple[Outcome, ...]]:
    """What the State under review says of all recommendations of *group*, and what came of each."""
    view = document.view
    kind, outcome = ANSWERS[group.standing]
    intro = view.to_text(group.intro)
    keys = tuple(recommendation_key(number) for number, _ in group.items)
    inferences: tuple[Inference, ...] = ()
    if reviewed is not None and not _is_named(group.intro, names, reviewed):
        told = Inference("ung:agent", _TITLE, _SURE, reviewed.spans, reviewed.value)
        inferences = (told,)
    said = _theme(document, group.intro, group.intro.end)
    waiting = outcome is OutcomeType.DEFERRED and said is not None
    act = Act(
        key=node_key("act", "review", kind.value, document.quote(intro)),
        act_type=kind,
        cue=document.quote(view.to_text(group.cue)),
        evidence=(intro,),
        agents=(reviewed.value,) if reviewed else (),
        theme=document.quote(view.to_text(said)) if waiting and said else None,
        performed_in=document.symbol,
        pinpoint=f"para. {group.number}",
        in_response_to=keys,
        rule=f"review-{group.standing}",
        inferences=inferences,
    )
    outcomes = tuple(
        Outcome(
            key=node_key("outcome", outcome.value, key),
            outcome_type=outcome,
            outcome_of=(key,),
            brought_about_by=act.key,
            evidence=tuple(sorted({intro, view.to_text(span)})),
        )
        for key, (_, span) in zip(keys, group.items, strict=True)
    )
    return act, outcomes
