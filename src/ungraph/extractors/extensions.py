"""Mandates that an organ extends: "decides to extend the mandate of … until 31 December 2025".

The holder is whoever the words "mandate of" name; a mandate of nobody known is left out. What is
held is the mandate itself, in its words; how long, its deadline.
"""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.deadlines import find_duration
from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.model.assertion import ActType, Inference, Mandate, Task, node_key
from ungraph.model.document import Document

__all__ = ["continue_extension", "find_extension"]

_ACTS = frozenset({ActType.DECIDE, ActType.AUTHORIZE})
_ACTIVE = frozenset({"extend", "renew", "prolong"})
_PASSIVE = frozenset({"extended", "renewed", "prolonged"})
_INTO_NAME = 8
_TO_MANDATE = 24
_REASON = "the mandate that is extended is said to be of these"


def find_extension(document: Document, draft: Draft) -> Mandate | None:
    """The mandate that *draft* extends or renews, with holder and duration; else None.

    Forms: "to extend until 31 March 2026 the mandate of X", "to renew the mandate of X for a period
    of one year", "that the mandate of X shall be extended until 31 March 2026".
    """
    if draft.act_type not in _ACTS or draft.negated or draft.theme is None:
        return None
    parsed = draft.parsed
    first, end = parsed.at(draft.theme.start), parsed.at(draft.theme.end - 1) + 1
    while first < end and (parsed.codes[first] in {",", "v"} or parsed.words[first] == "that"):
        first += 1
    noun = _mandate_noun(parsed, first, end)
    holder = _holder(parsed, noun, end) if noun is not None else None
    if noun is None or holder is None:
        return None
    filler = parsed.fillers[holder]
    assert filler is not None
    view = document.view
    begins = noun - 1 if parsed.codes[noun - 1] == "d" else noun
    label = document.quote(view.to_text(parsed.span_of(begins, holder + 1)))
    words = view.to_text(parsed.span_of(first, end))
    named = view.to_text(parsed.span_of(holder, holder + 1))
    evidence = (view.to_text(draft.evidence),)
    label = " ".join(label.split())
    task = Task(
        key=node_key("task", draft.key, label),
        label=label,
        evidence=(words,),
        due_by=find_duration(document, parsed, first, end),
    )
    return Mandate(
        key=node_key("mandate", draft.key),
        given_by=draft.key,
        holders=filler.keys,
        tasks=(task,),
        evidence=evidence,
        inferences=tuple(
            Inference("ung:mandateHolder", _REASON, 0.9, (named,), key) for key in filler.keys
        ),
    )


def continue_extension(
    made: list[tuple[Draft, Mandate]], mandate: Mandate, draft: Draft, document: Document
) -> Mandate:
    """An extension continues the last earlier one of the same holders that the text dates."""
    if draft.date is None:
        return mandate
    day = str(draft.date)
    earlier = [
        (str(giver.date), place)
        for place, (giver, other) in enumerate(made)
        if other.holders == mandate.holders
        and giver.date is not None
        and str(giver.date) < day
        and find_extension(document, giver) is not None
    ]
    if not earlier:
        return mandate
    giver, other = made[max(earlier)[1]]
    words = (document.view.to_text(giver.evidence),)
    reason = "the last earlier extension of the mandate of the same holder that the text tells"
    told = Inference("ung:continuesMandate", reason, 0.7, words, other.key)
    return replace(mandate, continues=other.key, inferences=(*mandate.inferences, told))


def _mandate_noun(parsed: ParsedSentence, first: int, end: int) -> int | None:
    """The word "mandate" that the theme extends, else None."""
    word = parsed.word(first)
    active = word == "to" and parsed.word(first + 1) in _ACTIVE
    for i in range(first, min(end, first + _TO_MANDATE)):
        if parsed.words[i] not in {"mandate", "mandates"} or parsed.word(i + 1) != "of":
            continue
        if active:
            return i
        if i > first + 1 or parsed.codes[first] != "d" and i != first:
            return None
        passive = range(i + 2, min(end, i + 2 + _TO_MANDATE))
        said = any(
            parsed.words[k] in _PASSIVE and parsed.words[k - 1] in {"be", "is"} for k in passive
        )
        return i if said else None
    return None


def _holder(parsed: ParsedSentence, noun: int, end: int) -> int | None:
    """The token of the agent right behind "mandate of the", else None."""
    for i in range(noun + 2, min(end, noun + 2 + _INTO_NAME)):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == AGENT and filler.keys:
            return i
        if parsed.codes[i] != "d":
            return None
    return None
