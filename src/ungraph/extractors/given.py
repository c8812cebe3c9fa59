"""Noun + participle + doer: "the issues raised by the author", "replies received from Chad".

The noun tells the kind of act and the participle that it was done; the doer must be an agent, so
that "the questions raised by globalization" says nothing.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.moments import find_moment
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.polarity import denial_before
from ungraph.extractors.set_phrases import asked_by_to, draft_received
from ungraph.extractors.slots import noun_phrase
from ungraph.model.assertion import ActType

__all__ = ["draft_awaited", "draft_given", "is_in_general"]

_REACH = 8
_SOURCED = frozenset({"received", "obtained", "forthcoming"})
_STOP = frozenset({"x", "m", "r", ";", ":", ",", "n", "h"})


def draft_given(draft: Draft, head: int, limit: int, actors: Actors) -> Draft | None:
    """The act of "a petition brought by A before B on 3 May"; None where no agent gave it."""
    parsed = draft.parsed
    giver = _giver(parsed, draft.last, limit)
    if giver is None:
        return None
    slot = noun_phrase(parsed, giver, limit)
    draft.agents = actors.keys_of(parsed, slot)
    if not draft.agents or slot is None or slot.kind == "citation":
        return None
    if draft.act_type is ActType.DECIDE and is_in_general(parsed, head):
        return None
    denial = denial_before(parsed, head)
    if denial is not None and parsed.words[denial] == "neither":
        return None  # "neither re-examine a decision issued by"
    if denial is not None:
        draft.negated, draft.first = True, denial
    end = _phrase_end(parsed, slot.last, limit)
    draft.parts.append(parsed.span_of(slot.first, slot.last))
    draft.addressees = tuple(
        key for key in asked_by_to(parsed, draft.last, end, actors) if key not in draft.agents
    )
    find_moment(draft, end, frozenset())
    return draft


def draft_awaited(draft: Draft, head: int, limit: int, actors: Actors) -> Draft:
    """ "A reply from the Government is still awaited": it has not come."""
    found = draft_received(draft, head, limit, actors)
    found.act_type, found.negated = ActType.RESPOND, True
    return found


def _giver(parsed: ParsedSentence, last: int, limit: int) -> int | None:
    """The token behind "by" (of what was received: "from") after the participle."""
    if parsed.code(last) in {"d", "#"}:
        return None  # "the decision made no reference to"
    sourced = parsed.word(last - 1) in _SOURCED
    if sourced and parsed.words[last : last + 3] == ["by", "the", "time"]:
        return _source_far(parsed, last + 3, limit)
    for i in range(last, min(limit - 1, last + _REACH)):
        word = parsed.words[i]
        if parsed.codes[i] == "h" and parsed.words[i - 1] in {"to", "before"}:
            continue  # "placed before it by the parties"
        if parsed.codes[i] in _STOP or (i > last and word.endswith("ed")):
            return None
        if word == ("from" if sourced else "by") and parsed.codes[i + 1] != DATE:
            return i + 1
        if word == "by":
            return None  # "allegations received by the expert": another made them
    return None


def _source_far(parsed: ParsedSentence, first: int, limit: int) -> int | None:
    """ "replies received by the time this report was finalized, on 10 December, from Chad"."""
    for i in range(first, min(limit - 1, first + 2 * _REACH)):
        if parsed.words[i] == "from" and parsed.codes[i + 1] in {AGENT, "d"}:
            return i + 1
    return None


def _phrase_end(parsed: ParsedSentence, first: int, limit: int) -> int:
    """Where the words that describe the noun end: before a verb or a comma."""
    for i in range(first, min(limit, first + 2 * _REACH)):
        if parsed.codes[i] in _STOP:
            return i
    return min(limit, first + 2 * _REACH)


def is_in_general(parsed: ParsedSentence, head: int) -> bool:
    """ "decisions taken by courts", "any decision": no one decision; "two decisions" are."""
    if "any" in parsed.words[max(0, head - 3) : head]:
        return True
    if not parsed.words[head].endswith("s"):
        return False
    i = head - 1
    while i >= 0 and parsed.codes[i] in {"w", "v"}:
        i -= 1
    return parsed.code(i) not in {"d", "#", "A", "s", "'", "W"} or parsed.words[i] == "that"
