"""Noun and verb that say one act together: "urgent appeals transmitted by the expert".

The noun tells the kind ("submitted a request" is a request), the verb who, to whom and when. Where
they have different doers ("the Office forwarded the author's request") they are two acts.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.model.assertion import ActType, AgentKey

__all__ = ["await_asked", "join_support"]

_ASKING = frozenset(
    {ActType.REQUEST, ActType.URGE, ActType.RECOMMEND, ActType.PROPOSE, ActType.INVITE}
)
_SENT = _ASKING | {ActType.SUBMIT}
_TYPED_BY_NOUN = _ASKING | {ActType.RESPOND}
_PASSED_ON = frozenset(
    {
        "submit-transmit",
        "submit-forward",
        "submit-send",
        "submit-retransmit",
        "submit-communicate",
        "submit-convey",
        "submit-circulate",
    }
)
_OBJECTS = {
    "request": ActType.REQUEST,
    "requests": ActType.REQUEST,
    "recommendation": ActType.RECOMMEND,
    "recommendations": ActType.RECOMMEND,
    "proposal": ActType.PROPOSE,
    "proposals": ActType.PROPOSE,
    "suggestions": ActType.PROPOSE,
    "invitation": ActType.INVITE,
    "invitations": ActType.INVITE,
}
_ADDRESSED = {
    "request": ActType.REQUEST,
    "requests": ActType.REQUEST,
    "appeal": ActType.URGE,
    "appeals": ActType.URGE,
}
_NOT_SAID = frozenset({"submit-receive", "submit-forward", "submit-refer-case"})
_PREMODIFIERS = frozenset({"d", "v", "w", "W", "#", "A", "s", "'"})  # "a further application"
_REACH = 8
_NEITHER = 14
_APPLIED = "request-n-application"
_LEGAL = frozenset({"submit-file", "submit-lodge", "submit-bring-complaint"})


def join_support(drafts: list[Draft]) -> list[Draft]:
    """The acts of one sentence, each pair of noun and supporting verb made one."""
    gone: set[int] = set()
    for draft in drafts:
        _type_by_object(draft)
    for noun in drafts:
        if noun.group is not None or noun.row.kind != "noun" or id(noun) in gone:
            continue
        verb = _supporting(noun, drafts)
        if verb is None or id(verb) in gone:
            continue
        if noun.act_type is ActType.SUBMIT:
            gone.add(id(noun))  # "transmit a letter from the Minister"
            continue
        owned = bool(noun.agents) and bool(verb.agents) and noun.agents != verb.agents
        if owned:
            continue
        if _keeps_verb(noun, verb):
            gone.add(id(noun))
            continue
        if noun.act_type in _TYPED_BY_NOUN or noun.act_type is ActType.STATE:
            _take_over(noun, verb)
            gone.add(id(verb))
    return [d for d in drafts if id(d) not in gone] if gone else drafts


def _type_by_object(draft: Draft) -> None:
    """ "filed a request", "transmitted a proposal": the object tells the kind."""
    group = draft.group
    if group is None or draft.act_type is not ActType.SUBMIT or draft.row.id in _NOT_SAID:
        return
    if draft.row.id == "submit-address-letter":
        draft.act_type = _ADDRESSED.get(draft.parsed.words[draft.last - 1], draft.act_type)
        return
    thing = draft.subject if group.voice == "passive" else draft.object
    if thing is None or thing.kind != "words" or draft.parsed.code(thing.last - 1) != "w":
        return
    kind = _OBJECTS.get(draft.parsed.words[thing.last - 1])
    if kind is not None and not thing.owners:
        draft.act_type = kind


def await_asked(drafts: list[Draft]) -> None:
    """ "The requests to Chad and Mali remain unanswered": those asked have not answered."""
    for silent in drafts:
        if silent.act_type is not ActType.RESPOND or silent.agents:
            continue
        if silent.negated and silent.group is not None and silent.group.voice == "active":
            silent.agents = _denied_doers(silent)
            continue
        passive = silent.group is not None and silent.group.voice == "passive"
        missing = silent.row.frame in {"received", "awaited"} and silent.negated
        if not (silent.row.frame == "pending" or passive and silent.negated or missing):
            continue
        before = [d for d in drafts if d.addressees and d.last <= silent.first]
        if not missing:
            before = [d for d in before if d.act_type in _SENT]
        before = [d for d in before if d.addressees != silent.addressees]
        if before:
            silent.agents = before[-1].addressees
            silent.addressees = silent.addressees or before[-1].agents


def _denied_doers(silent: Draft) -> tuple[AgentKey, ...]:
    """ "Neither A nor B replied", "none of the Governments has replied": A and B, the Governments."""
    group, parsed = silent.group, silent.parsed
    if group is None:
        return ()
    for i in range(group.first - 1, max(-1, group.first - _NEITHER), -1):
        if parsed.words[i] in {"neither", "none"}:
            fillers = parsed.fillers[i + 1 : group.first]
            return tuple(dict.fromkeys(k for f in fillers if f is not None for k in f.keys))
    return ()


def _supporting(noun: Draft, drafts: list[Draft]) -> Draft | None:
    """The verb of sending or making whose object, or passive subject, the noun heads."""
    head = noun.last - 1
    for verb in drafts:
        group = verb.group
        if group is None or verb.row.act_type is not ActType.SUBMIT:
            continue
        thing = verb.subject if group.voice == "passive" else verb.object
        if thing is not None and thing.first <= noun.first < thing.first + _REACH:
            if _PREMODIFIERS.issuperset(noun.parsed.codes[thing.first : noun.first]):
                return verb
        if group.voice == "passive" and 0 <= group.first - noun.last < 4:
            if {"w", "W"}.issuperset(noun.parsed.codes[noun.last : group.first]):
                return verb  # "urgent appeals | transmitted by", "requests for pardon submitted by"
        if thing is not None and thing.first <= head < thing.last and thing.last == head + 1:
            return verb
    return None


def _keeps_verb(noun: Draft, verb: Draft) -> bool:
    """Whether the verb tells the kind: "transmitted allegations", "filed an application"."""
    if noun.row.id == _APPLIED:
        return True
    passed_on = verb.row.id in _PASSED_ON or verb.row.id in _LEGAL
    return noun.act_type is ActType.STATE and passed_on


def _take_over(noun: Draft, verb: Draft) -> None:
    noun.agents = noun.agents or verb.agents
    noun.addressees = verb.addressees or noun.addressees
    if verb.date is not None:
        noun.date, noun.until, noun.more_dates = verb.date, verb.until, verb.more_dates
        noun.date_leans_on = verb.date_leans_on
    noun.instrument = noun.instrument or verb.instrument
    noun.negated = noun.negated or verb.negated
    noun.modality = noun.modality or verb.modality
    noun.parts.extend([*verb.parts, verb.cue, noun.cue])
    noun.inferences.extend(verb.inferences)
    if noun.last <= verb.first <= noun.last + 3:
        noun.last = verb.last
    elif verb.last <= noun.first <= verb.last + 6:
        noun.first = verb.first
