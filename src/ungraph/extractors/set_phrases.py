"""Noun phrases that say a whole act: "no reply was received from X", "according to X"."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.moments import find_moment
from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import Slot, clause_start, find_by, noun_phrase
from ungraph.extractors.themes import theme_span
from ungraph.extractors.wording import load_word_list
from ungraph.model.assertion import ActType, AgentKey
from ungraph.model.span import Span

__all__ = ["asked_by_to", "draft_according", "draft_made", "draft_received", "noun_theme"]

_REACH = 12
_SUPPOSING = frozenset("once until before if when whenever where unless till".split())
_BACK = frozenset("the this that these those such his her its their".split())
# Words that only say by whom, when or how something was said.
_HOW = frozenset(
    "by during rendered made given issued delivered adopted submitted contained".split()
)


def draft_made(draft: Draft, head: int, limit: int, actors: Actors) -> Draft | None:
    """ "A number of recommendations were addressed to the Government by the expert"."""
    parsed = draft.parsed
    draft.negated = parsed.words[draft.first] == "nor" or not {"no", "nor"}.isdisjoint(
        parsed.words[max(0, head - 3) : head]
    )
    draft.negated |= any(parsed.codes[k] == "n" for k in range(head + 1, draft.last))
    by = find_by(parsed, draft.last, limit)
    draft.agents = actors.keys_of(parsed, by)
    draft.addressees = asked_by_to(parsed, draft.last, limit, actors)
    draft.theme = noun_theme(draft, draft.last, limit)
    find_moment(draft, limit, frozenset())
    if draft.act_type is ActType.DECIDE and not draft.agents and draft.date is None:
        if parsed.word(head - 1) in _BACK or parsed.code(head - 1) == "A":
            return None  # "after the decision had been made": told before
        if "m" in parsed.codes[head : draft.last] or _is_supposed(parsed, head):
            return None  # "only once a decision has been taken"
    if draft.row.id == "urge-n-appeal-made" and actors.complaining():
        draft.act_type = ActType.SUBMIT if parsed.word(head - 1) != "urgent" else ActType.URGE
    return draft


def _is_supposed(parsed: ParsedSentence, head: int) -> bool:
    return parsed.word(clause_start(parsed, head) - 1) in _SUPPOSING or not (
        _SUPPOSING.isdisjoint(parsed.words[max(0, head - 4) : head])
    )


def draft_received(draft: Draft, head: int, limit: int, actors: Actors) -> Draft:
    """ "No further response has been received from the Government on this matter"."""
    parsed = draft.parsed
    i = head - 1
    while i >= 0 and parsed.codes[i] in {"w", "v"}:
        i -= 1
    draft.negated = parsed.word(i) in {"no", "neither"} or any(
        parsed.codes[k] == "n" for k in range(head + 1, draft.last)
    )
    if draft.negated and draft.act_type is ActType.STATE:
        draft.act_type = ActType.RESPOND  # "no information was received": silence
    draft.first = i if i >= 0 and parsed.codes[i] in {"d", "#"} else i + 1
    for i in range(head + 1, min(limit, len(parsed))):
        received = "received" in parsed.words[head + 1 : draft.last]
        if parsed.words[i] == "by" and received:
            draft.addressees = actors.keys_of(parsed, noun_phrase(parsed, i + 1, limit))
        elif parsed.words[i] in {"from", "by"} and i + 1 < limit:
            slot = noun_phrase(parsed, i + 1, limit)
            draft.agents = actors.keys_of(parsed, slot)
            if draft.agents and slot is not None:
                draft.parts.append(parsed.span_of(slot.first, slot.last))
                break
    for i in range(head + 1, min(draft.last, len(parsed))):
        if parsed.words[i] in {"to", "on"} and i + 1 < limit:
            draft.theme = noun_theme(draft, i + 1, limit)
            break
    if draft.theme is None:
        for i in range(draft.last, min(limit, len(parsed))):
            if parsed.words[i] in {"to", "on", "regarding", "concerning"} and parsed.code(
                i + 1
            ) not in {"T", "#"}:
                draft.theme = noun_theme(draft, i + 1, limit)
                break
    draft.object = None
    find_moment(draft, limit, frozenset())
    return draft


def draft_according(draft: Draft, head: int, last: int, limit: int, actors: Actors) -> Draft | None:
    """ "According to the Government, he was released": a person, a body or a report says the rest."""
    parsed = draft.parsed
    source = noun_phrase(parsed, last, limit) if last < limit else None
    if source is None:
        return None
    issued = parsed.word(source.last).endswith("ed") or parsed.code(source.last) in {"p", "T"}
    if parsed.code(source.last) not in {",", "."} and not issued:
        return None
    if source.kind == "agent" and parsed.code(source.last) not in {",", "."}:
        return None
    written = load_word_list("telling").has_any([parsed.words[source.last - 1]])
    if source.kind == "words" and not written or source.kind not in {"agent", "words"}:
        return None
    draft.agents = source.keys or _authors_of(parsed, source, limit, actors)
    draft.parts.append(parsed.span_of(source.first, source.last))
    if head == 0 or parsed.code(head - 1) == ",":
        end = len(parsed) - 1
        if source.last + 1 < end:
            draft.theme = draft.content = parsed.span_of(source.last + 1, end)
            draft.parts.append(draft.theme)
    return draft


def _authors_of(
    parsed: ParsedSentence, source: Slot, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """ "according to a report by the Office": the Office."""
    for i in range(source.last, min(limit - 1, source.last + 4)):
        if parsed.words[i] in {"by", "of", "from"} and parsed.code(i + 1) != "T":
            return actors.keys_of(parsed, noun_phrase(parsed, i + 1, limit))
        if parsed.codes[i] != "w":
            break
    return ()


def noun_theme(draft: Draft, last: int, limit: int) -> Span | None:
    """The words after the noun, up to the next comma or verb; "that …" to the end of its clause.

    None where they only say by whom, when or how ("by the court", "rendered on 9 July")."""
    parsed = draft.parsed
    first = last
    while first < limit and parsed.codes[first] in {"v", ","}:
        first += 1
    if parsed.word(first) == "that":
        return _that_clause(draft, first)
    if parsed.word(first) == "of":
        first += 1
    if parsed.word(first) in _HOW or parsed.code(first) in {"r", "c"}:
        return None
    end = first
    while end < limit and parsed.codes[end] not in {",", ";", "x", "m", ")"}:
        if parsed.words[end] == "by" and end > first:
            break
        end += 1
    if end <= first:
        return None
    span = parsed.span_of(first, end)
    draft.parts.append(span)
    return span


def _that_clause(draft: Draft, that: int) -> Span | None:
    """What is claimed in "recalls his claim that the court erred"; None before another verb, where
    the clause has no visible end ("his claim that the court erred was dismissed")."""
    parsed = draft.parsed
    depth, opening = parsed.depth[that], max(draft.first, 0)
    if not any(parsed.codes[i] in {"x", "w"} for i in range(max(0, opening - 6), opening)):
        return None
    end = that + 1
    while end < len(parsed) and parsed.codes[end] not in {";", "?", "!"}:
        if parsed.depth[end] < depth:
            break
        end += 1
    return theme_span(parsed, that + 1, end)


def asked_by_to(
    parsed: ParsedSentence, last: int, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """The agents behind the next "to": "his appeal to the Council"."""
    for i in range(last, min(limit, last + _REACH)):
        if parsed.words[i] == "to" and i + 1 < limit:
            slot = noun_phrase(parsed, i + 1, limit)
            if slot is not None and slot.kind == "agent":
                return slot.keys
        if parsed.codes[i] in {"x", "m", ";"}:
            break
    return ()
