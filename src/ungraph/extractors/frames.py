"""Verb cue + sentence → draft of an act: who, to whom, what, when, by which document.

Frames (column ``frame`` of the lexicon) say where the parts stand:

    ask      the Council invited HIM to submit a report     (object = addressee, "to …" = theme)
    give     the expert submitted A REPORT to THE COUNCIL    ("to …" = addressee)
    say      the author stated that …                        (the clause is the content)
    inform   the Government informed THE COMMITTEE that …    (object = addressee)
    treat    the court rejected HIS request                  (object = theme, its owner = addressee)
    reply    the Government replied to THE EXPERT's letter
    receive  the Committee received a reply from THE GOVERNMENT

In the passive the object stands first and the agent after "by".
"""

from __future__ import annotations

from ungraph.extractors.circumstances import (
    asks_to,
    has_object,
    is_general,
    is_led_again,
    sender_before,
)
from ungraph.extractors.complements import has_complement_that
from ungraph.extractors.drafts import Draft
from ungraph.extractors.moments import find_instrument, find_moment
from ungraph.extractors.needs import meets_need
from ungraph.extractors.parsing import AGENT, CITATION, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.polarity import is_condition, is_nobody, is_turned_negative
from ungraph.extractors.slots import (
    clause_end,
    find_by,
    find_object,
    noun_before,
    noun_phrase,
)
from ungraph.extractors.subjects import find_subject
from ungraph.extractors.themes import content_end, fill_theme, theme_span
from ungraph.extractors.verbs import VerbGroup
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType, AgentKey

__all__ = ["draft_verb"]

_OWNER_ADDRESSED = frozenset(
    {
        ActType.ACCEPT,
        ActType.DECLINE,
        ActType.DECIDE,
        ActType.RESPOND,
        ActType.AUTHORIZE,
        ActType.TAKE_NOTE,
    }
)
_STANDING = frozenset(
    {ActType.SUBMIT, ActType.REQUEST, ActType.INVITE, ActType.URGE, ActType.RECALL}
)
_TO_DO = frozenset({ActType.REQUEST, ActType.INVITE, ActType.URGE})
_CLAUSAL = frozenset({"say", "inform", "ask", "treat", "receive"})
_OBJECT_ADDRESSED = frozenset(
    {
        ActType.DECIDE,
        ActType.DECLINE,
        ActType.AUTHORIZE,
        ActType.REQUEST,
        ActType.WELCOME,
        ActType.URGE,
        ActType.INVITE,
        ActType.RECOMMEND,
    }
)


def draft_verb(
    parsed: ParsedSentence, cue: Cue, group: VerbGroup, verbs: frozenset[int], actors: Actors
) -> Draft | None:
    """The act that the verb group says, or None when the sentence does not bear the row out."""
    row = cue.row
    limit = clause_end(parsed, group.last, verbs)
    that = None
    if row.frame in _CLAUSAL and not (row.frame == "treat" and has_object(parsed, group)):
        that = has_complement_that(parsed, group.last)
    led = group.voice == "lead" or is_led_again(parsed, group)
    subject = None if led else find_subject(parsed, group.first, verbs)
    if group.voice == "participial" and parsed.code(group.first - 1) in {CITATION, "w", "W"}:
        subject = noun_before(parsed, group.first) or subject
    if group.voice == "participial" and parsed.code(group.first - 1) == AGENT:
        subject = sender_before(parsed, group.first) or subject
    if group.reduced:
        subject = noun_before(parsed, group.first)
    obj = None if group.voice == "passive" else find_object(parsed, group.last, limit)
    draft = Draft(parsed, row, row.act_type, group.first, group.last, group, subject, obj)
    draft.first = _cue_start(parsed, group)
    nobody = is_nobody(parsed, subject) or is_turned_negative(parsed, group, subject)
    nobody = nobody or "no" in parsed.words[group.head + 1 : group.last]  # "received no answer"
    draft.negated, draft.modality = group.negated or nobody, group.modal
    if not meets_need(draft, cue, that, actors):
        return None
    if group.voice == "passive":
        _fill_passive(draft, limit, actors)
    else:
        _fill_active(draft, limit, that, actors)
    if group.reduced and not draft.agents and (row.frame != "give" or not draft.addressees):
        return None
    if is_general(parsed, group, subject) or is_condition(parsed, group, subject):
        return None
    if row.id == "take-note-note" and not actors.is_institution(draft.agents):
        return None
    if not draft.agents and group.voice == "passive" and parsed.word(group.first) in {"is", "are"}:
        if row.act_type not in _STANDING:
            return None  # "persons are denied the right": a state of things, not an act
    _settle_type(draft, actors)
    if group.voice == "passive" and not draft.agents and draft.act_type is ActType.STATE:
        if row.frame == "say" or row.id == "state-refer-to":
            return None  # "was referred to above"
    if that is not None:
        first = that + 1
        while parsed.code(first) in {",", ":"}:
            first += 1
        draft.theme = theme_span(parsed, first, content_end(parsed, that, limit))
        if draft.agents or draft.act_type is not ActType.RECALL:
            draft.content = draft.theme  # "It will be recalled that": the document's own words
    fill_theme(draft, limit, that)
    find_moment(draft, limit, verbs)
    find_instrument(draft, limit, verbs, actors)
    return draft


def _bidden(parsed: ParsedSentence, that: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "demanded that all parties cease fire": who is to act, unless the clause is a passive."""
    if that + 1 >= len(parsed):
        return ()
    slot = noun_phrase(parsed, that + 1, len(parsed))
    if slot is None or slot.kind != "agent" or (slot.filler and slot.filler.pronoun):
        return ()
    return () if parsed.code(slot.last) in {"x", "n"} else slot.keys


def _settle_referral(draft: Draft, actors: Actors) -> None:
    """ "The case was referred to the Court": submitted, not spoken of."""
    parsed, subject, group = draft.parsed, draft.subject, draft.group
    if draft.row.id != "state-refer-to" or group is None or group.voice != "passive":
        return
    words = parsed.words_of(subject.first, subject.last).lower() if subject else ""
    if any(noun in words for noun in ("case", "matter", "complaint", "file", "communication")):
        draft.act_type = ActType.SUBMIT
        if group.last < len(parsed):
            draft.addressees = actors.keys_of(parsed, noun_phrase(parsed, group.last, len(parsed)))


def _settle_type(draft: Draft, actors: Actors) -> None:
    """What a ruling body finds or orders, it decides; so with decisions that no organ adopted."""
    if draft.row.ruling is not None and actors.is_ruling(draft.agents):
        draft.act_type = draft.row.ruling
    elif draft.act_type is ActType.ADOPT:
        passive = draft.group is not None and draft.group.voice == "passive"
        shown = draft.subject if passive else draft.object
        words = draft.parsed.words_of(shown.first, shown.last).lower() if shown else ""
        if "decision" in words and not any(actors.is_organ(key) for key in draft.agents):
            draft.act_type = ActType.DECIDE
    _settle_referral(draft, actors)
    if not draft.addressees and draft.act_type is ActType.DECIDE:
        draft.addressees = actors.owners_of(draft.parsed, draft.object)


def _cue_start(parsed: ParsedSentence, group: VerbGroup) -> int:
    first = group.first
    while first < group.head and parsed.codes[first] == "v" and group.voice == "lead":
        first += 1
    return first


def _fill_active(draft: Draft, limit: int, that: int | None, actors: Actors) -> None:
    parsed, row, group = draft.parsed, draft.row, draft.group
    assert group is not None
    draft.agents = actors.keys_of(parsed, draft.subject)
    obj = draft.object
    stop = that if that is not None else limit
    to = _after_word(parsed, group.last, stop, {"to"}, actors)
    if row.frame == "pending":
        draft.addressees = draft.agents or actors.owners_of(parsed, draft.subject)
        draft.agents = ()
    elif row.frame in {"receive", "awaiting"}:
        source = _after_word(parsed, group.head + 1, limit, {"from"}, actors)
        if not source and group.head + 1 < len(parsed):
            source = actors.owners_of(parsed, noun_phrase(parsed, group.head + 1, limit))
        draft.addressees, draft.agents = draft.agents, source
    elif row.frame in {"ask", "inform"}:
        direct = actors.keys_of(parsed, obj) if obj is not None else ()
        if obj is not None and not direct and asks_to(parsed, obj):
            direct = actors.named_here(parsed, obj)
        asked = _after_word(parsed, group.last, stop, {"from", "of"}, actors)
        if row.act_type is not ActType.REQUEST:
            asked = ()
        loose = obj is None or row.act_type not in _TO_DO
        bidden = _bidden(parsed, that, actors) if that is not None and row.frame == "ask" else ()
        draft.addressees = direct or asked or bidden or (to if loose else ())
    elif row.frame == "reply":
        draft.addressees = to or _owner_after(parsed, group.last, limit, actors)
    elif row.frame == "give":
        direct = obj.keys if obj is not None and obj.kind == "agent" else _inside(draft)
        draft.addressees = (
            direct or to or _after_word(parsed, group.last, stop, {"before", "with"}, actors)
        )
    elif row.frame == "say" and parsed.word(group.last - 1) == "attention":
        owner = parsed.word(group.last) == "of"
        noticed = _after_word(parsed, group.last, group.last + 2, {"of"}, actors) if owner else ()
        draft.addressees = noticed or _inside(draft, possessive=True)
    elif row.frame == "say":
        draft.addressees = to or _after_word(parsed, group.last, stop, {"before"}, actors)
    else:
        draft.addressees = to
        if not to and obj is not None:
            if draft.act_type in _OBJECT_ADDRESSED and obj.kind != "citation":
                draft.addressees = actors.keys_of(parsed, obj)
            if not draft.addressees and draft.act_type in _OWNER_ADDRESSED:
                draft.addressees = actors.owners_of(parsed, obj)
    draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)


def _fill_passive(draft: Draft, limit: int, actors: Actors) -> None:
    parsed, row, group = draft.parsed, draft.row, draft.group
    assert group is not None
    by = find_by(parsed, group.last, limit)
    draft.agents = actors.keys_of(parsed, by)
    if by is not None and draft.agents:
        draft.parts.append(parsed.span_of(by.first, by.last))
    subject = draft.subject
    to = _after_word(parsed, group.last, limit, {"to"}, actors)
    passive = actors.keys_of(parsed, subject) if subject is not None and not group.reduced else ()
    if row.frame in {"ask", "inform"} or draft.act_type in _OBJECT_ADDRESSED:
        draft.addressees = passive if subject is not None and subject.kind != "citation" else ()
        if not draft.addressees and draft.act_type in _OWNER_ADDRESSED:
            draft.addressees = actors.owners_of(parsed, subject)
        draft.addressees = draft.addressees or to
        if row.frame == "ask" and not draft.agents:
            draft.agents = ()
    elif row.frame == "give" and subject is not None and subject.kind == "agent" and not to:
        draft.addressees = passive
    else:
        draft.addressees = to
        if not to and draft.act_type in _OWNER_ADDRESSED and not group.reduced:
            draft.addressees = actors.owners_of(parsed, subject)
    if row.frame == "receive":
        draft.addressees = draft.agents
        draft.agents = _after_word(parsed, group.last, limit, {"from"}, actors)
    if not draft.addressees and row.frame == "give":
        draft.addressees = _after_word(parsed, group.last, limit, {"before", "with"}, actors)
    draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)


def _inside(draft: Draft, *, possessive: bool = False) -> tuple[AgentKey, ...]:
    """ "provided the Special Rapporteur with replies": an agent among the cue words."""
    assert draft.group is not None
    for i in range(draft.group.head + 1, draft.group.last):
        filler = draft.parsed.fillers[i]
        owner = filler is not None and (filler.possessive or draft.parsed.code(i + 1) in {"s", "'"})
        if filler is not None and filler.code == AGENT and owner == possessive:
            return filler.keys
    return ()


def _after_word(
    parsed: ParsedSentence, first: int, limit: int, words: set[str], actors: Actors
) -> tuple[AgentKey, ...]:
    """Agents of the first phrase after one of *words*: "to the Council", "from the Government"."""
    if first >= len(parsed):
        return ()
    depth = parsed.depth[first]
    for i in range(first, min(limit, len(parsed))):
        if parsed.codes[i] in {"r", ";", ":"} and parsed.depth[i] == depth:
            break
        if (
            parsed.words[i] == ","
            and parsed.depth[i] == depth
            and "," not in parsed.words[i + 1 : i + 9]
        ):
            if parsed.word(i + 1) not in words:
                break
        if parsed.depth[i] > depth or parsed.words[i] not in words:
            continue
        slot = noun_phrase(parsed, i + 1, limit) if i + 1 < limit else None
        keys = actors.keys_of(parsed, slot) if slot is not None and slot.kind != "citation" else ()
        if keys:
            return keys
    return ()


def _owner_after(
    parsed: ParsedSentence, first: int, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    for i in range(first, min(limit, first + 3)):
        if parsed.words[i] in {"to", "on", "upon"} and i + 1 < limit:
            return actors.owners_of(parsed, noun_phrase(parsed, i + 1, limit))
    return actors.owners_of(parsed, noun_phrase(parsed, first, limit)) if first < limit else ()
