"""Nouns that tell of an act for the first time: "the judgment of the Supreme Court of 3 May 2004".

Most nouns of deciding and sending refer back ("his appeal was rejected"); with doer and date and so
with doer and addressee ("his complaint to the Commission"), they tell an act of their own, unless
the text has told it already.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import DATE, Filler, ParsedSentence
from ungraph.model.assertion import ActType

__all__ = ["date_behind", "drop_retold", "is_means"]

_REACH = 14
_ONCE = frozenset({"dated", "addressed"})
_SENT = frozenset({ActType.SUBMIT, ActType.REQUEST})
_MEANS = frozenset({"in", "by", "with", "through", "via", "per", "under"})
_TOLD_BY = frozenset({ActType.STATE, ActType.TAKE_NOTE, ActType.RECALL})


def date_behind(parsed: ParsedSentence, head: int, limit: int, act_type: ActType) -> Filler | None:
    """The date among the words that describe the noun at *head*, before any verb or comma; "on"
    dates a ruling ("judgment of the court on 3 May"), what was sent it does not."""
    dating = {"of", "dated", "on"} if act_type is ActType.DECIDE else {"of", "dated"}
    for i in range(head + 1, min(limit, head + _REACH)):
        if parsed.codes[i] in {"x", "m", "r", "c", ";", ":", ","}:
            return None
        if parsed.codes[i] == DATE and parsed.word(i - 1) in dating:
            return None if parsed.code(i - 2) == "v" else parsed.fillers[i]
    return None


def is_means(parsed: ParsedSentence, first: int) -> bool:
    """ "In its decision of 3 May, the court held": the noun tells where another act was done."""
    i = first - 1
    while i >= 0 and parsed.codes[i] in {"d", "w", "v", "#"} and first - i < 4:
        if parsed.codes[i] == "d":
            return parsed.word(i - 1) in _MEANS
        i -= 1
    return parsed.word(first - 1) in _MEANS or parsed.word(i) in _MEANS


def drop_retold(drafts: list[Draft]) -> list[Draft]:
    """Without the nouns of need "dated" or "addressed" whose act is told in another place, too."""
    if not any(d.row.need in _ONCE for d in drafts):
        return drafts
    told = {str(d.date) for d in drafts if d.row.need not in _ONCE and d.date is not None}
    sent = {
        (d.agents, key)
        for d in drafts
        if d.row.need != "addressed" and d.act_type in _SENT
        for key in d.addressees
    }
    kept: list[Draft] = []
    for draft in drafts:
        if draft.row.need == "addressed":
            place = (draft.agents, draft.addressees[0])
            if place in sent or _is_object(draft, drafts):
                continue
            sent.add(place)
        elif draft.row.need == "dated":
            day = str(draft.date)
            if day in told or _is_object(draft, drafts):
                continue
            told.add(day)
        kept.append(draft)
    return kept


def _is_object(draft: Draft, drafts: list[Draft]) -> bool:
    """ "appealed the decision of 3 May": what another act is done to."""
    for other in drafts:
        if other.parsed is not draft.parsed or other.group is None or other.act_type in _TOLD_BY:
            continue
        thing = other.subject if other.group.voice == "passive" else other.object
        if thing is not None and thing.first <= draft.first < thing.last + 2:
            return True
    return False
