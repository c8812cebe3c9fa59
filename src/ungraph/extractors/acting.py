"""Who acts and who is turned to, by the frame of the verb: object, "to …", "by …", possessor."""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.circumstances import asks_to
from ungraph.extractors.complements import has_complement_that
from ungraph.extractors.drafts import Draft
from ungraph.extractors.hosts import hosts_named
from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.sides import (
    after_word,
    bidden,
    filed_in,
    inside,
    owner_after,
    refused,
    whose_ruling,
    whose_writing,
)
from ungraph.extractors.slots import Slot, find_by, noun_phrase
from ungraph.model.assertion import ActType, AgentKey, AgentKind

__all__ = ["fill_active", "fill_passive"]

_THANKS = frozenset(
    {"welcome-thank", "welcome-be-grateful", "welcome-congratulate", "welcome-commend"}
)
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
_HANDED_ON = frozenset({"case", "file", "matter", "dossier", "claim", "body"})
_RULED_ON = frozenset({ActType.DECLINE, ActType.DECIDE})
_TO_DO = frozenset({ActType.REQUEST, ActType.INVITE, ActType.URGE})
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


def fill_active(draft: Draft, limit: int, that: int | None, actors: Actors) -> None:
    """Agent and addressee of an active verb group whose clause ends at *limit*."""
    parsed, row, group = draft.parsed, draft.row, draft.group
    assert group is not None
    draft.agents = actors.keys_of(parsed, draft.subject)
    if not draft.agents and row.frame == "say" and _is_writing(parsed, draft.subject):
        draft.agents = actors.owners_of(parsed, draft.subject)  # "the Board's report states that"
    if not draft.agents and draft.subject is not None and draft.subject.kind == "words":
        draft.agents = whose_writing(parsed, draft.subject.last, actors)
    obj = draft.object
    stop = that if that is not None else limit
    to = after_word(parsed, group.last, stop, {"to"}, actors)
    turned: tuple[AgentKey, ...] = ()
    if parsed.word(group.last - 1) == "to" and group.last < stop:  # "complained to the Board"
        turned = actors.keys_of(parsed, noun_phrase(parsed, group.last, stop))
        to = turned or to
    if row.frame == "pending":
        draft.addressees = draft.agents or actors.owners_of(parsed, draft.subject)
        draft.agents = after_word(parsed, group.last, limit, {"before", "with"}, actors)
    elif row.frame in {"receive", "awaiting"}:
        source = after_word(parsed, group.head + 1, limit, {"from"}, actors)
        if not source and group.head + 1 < len(parsed):
            source = actors.owners_of(parsed, noun_phrase(parsed, group.head + 1, limit))
        draft.addressees, draft.agents = draft.agents, source
    elif row.frame in {"ask", "inform"}:
        direct = actors.keys_of(parsed, obj) if obj is not None else ()
        named = _joined_words(parsed, obj, stop) if obj is not None and not direct else None
        if named is not None and asks_to(parsed, named) and _can_be_asked(parsed, named):
            direct = actors.named_here(parsed, named)
        near = (obj.last if obj is not None else group.last) + 8
        asked = after_word(parsed, group.last, min(stop, near), {"from"}, actors)
        if not asked and parsed.word(group.last) == "of":
            asked = after_word(parsed, group.last, stop, {"of"}, actors)
        if row.act_type is not ActType.REQUEST:
            asked = ()
        if row.act_type is ActType.APPOINT and obj is not None and not direct:
            if parsed.codes[obj.first] == "W" and obj.last - obj.first > 1:
                direct = actors.named_here(parsed, obj, AgentKind.PERSON)
        if row.act_type is ActType.REQUEST and not direct:
            direct = hosts_named(parsed, group.last, actors)
        loose = obj is None or row.act_type not in _TO_DO
        asked_to = bidden(parsed, that, actors) if that is not None and row.frame == "ask" else ()
        draft.addressees = direct or asked or asked_to or (to if loose else ())
    elif row.frame == "reply":
        draft.addressees = to or owner_after(parsed, group.last, limit, actors)
    elif row.frame == "give":
        direct = obj.keys if obj is not None and obj.kind == "agent" else inside(draft)
        draft.addressees = (
            direct or to or after_word(parsed, group.last, stop, {"before", "with"}, actors)
        )
        if row.act_type is ActType.SUBMIT and not draft.addressees:
            draft.addressees = filed_in(parsed, group.last, stop, actors)
    elif row.frame == "say" and parsed.word(group.last - 1) == "attention":
        owner = parsed.word(group.last) == "of"
        end = min(limit, group.last + 9)
        noticed = after_word(parsed, group.last, end, {"of"}, actors) if owner else ()
        draft.addressees = noticed or inside(draft, possessive=True)
    elif row.frame == "say":
        near = stop if that is not None else (obj.last if obj is not None else group.last) + 2
        draft.addressees = turned or after_word(
            parsed, group.last, min(stop, near), {"to", "before"}, actors
        )
    else:
        behind = min(stop, (obj.last if obj is not None else group.last) + 3)
        if row.act_type is ActType.REQUEST and row.id == "request-apply":
            far = after_word(parsed, group.last, stop, {"to"}, actors)
            to = to if to or not actors.is_ruling(far) else far
        elif row.act_type is ActType.SUBMIT:  # "filed an appeal in cassation with the Court"
            to = to or after_word(parsed, group.last, stop, {"before", "with"}, actors)
            to = to or filed_in(parsed, group.last, stop, actors)
        else:
            to = turned or after_word(parsed, group.last, behind, {"to"}, actors)
        draft.addressees = to
        if not to and obj is not None:
            things = draft.act_type in _RULED_ON and parsed.words[obj.first] in {"it", "them"}
            things = things and row.id == "decide-find"  # "found them to be groundless"
            if draft.act_type in _OBJECT_ADDRESSED and obj.kind != "citation" and not things:
                draft.addressees = actors.keys_of(parsed, obj)
            if not draft.addressees and draft.act_type in _OWNER_ADDRESSED:
                draft.addressees = actors.owners_of(parsed, obj)
        elif not to and draft.act_type in _OWNER_ADDRESSED:
            draft.addressees = inside(draft, possessive=True)  # "declared his claim void"
    if row.act_type is ActType.WELCOME and not draft.addressees and row.id in _THANKS:
        thanked = obj if obj is not None else _noun_after(parsed, group.last, stop)
        if thanked is not None:
            draft.addressees = actors.named_here(parsed, thanked)
    if row.act_type is ActType.DECLINE and not draft.addressees:
        draft.addressees = refused(parsed, group.last, limit, actors)
    draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)


def fill_passive(draft: Draft, limit: int, actors: Actors) -> None:
    """Agent and addressee of a passive verb group whose clause ends at *limit*."""
    parsed, row, group = draft.parsed, draft.row, draft.group
    assert group is not None
    by = whose_ruling(parsed, find_by(parsed, group.last, limit), limit)
    draft.agents = actors.keys_of(parsed, by)
    if by is not None and draft.agents:
        draft.parts.append(parsed.span_of(by.first, by.last))
        dated = parsed.fillers[by.first - 2] if by.first > 1 else None
        if dated is not None and dated.code == DATE and parsed.words[by.first - 1] == "of":
            draft.date = dated.date  # "by a judgment of 13 June of the District Court"
    subject = draft.subject
    that = has_complement_that(parsed, group.last) if "that" in parsed.words else None
    limit = min(limit, that) if that is not None else limit
    to = after_word(parsed, group.last, limit, {"to"}, actors)
    passive = actors.keys_of(parsed, subject) if subject is not None and not group.reduced else ()
    if draft.act_type in _RULED_ON and (_is_thing(parsed, subject) or actors.is_ruling(passive)):
        passive = ()  # "an appeal to the Court, which was dismissed": not the Court
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
    if row.act_type is ActType.SUBMIT and row.frame != "receive" and not draft.agents:
        handed = subject is not None and parsed.words[subject.last - 1] in _HANDED_ON
        # "the author's appeal was lodged", not "his case was transmitted to a lawyer"
        draft.agents = () if handed else actors.owners_of(parsed, subject)
    if row.frame == "receive":
        draft.addressees = draft.agents
        draft.agents = after_word(parsed, group.last, limit, {"from"}, actors)
    if not draft.addressees and row.frame == "give":
        draft.addressees = after_word(parsed, group.last, limit, {"before", "with"}, actors)
    draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)


def _is_thing(parsed: ParsedSentence, subject: Slot | None) -> bool:
    """Whether the subject of a passive is "it": the appeal, the request, the decision."""
    return subject is not None and parsed.words[subject.first : subject.last] == ["it"]


def _noun_after(parsed: ParsedSentence, last: int, stop: int) -> Slot | None:
    """ "is grateful to STAKEHOLDERS": the phrase behind "to"."""
    if parsed.word(last) != "to" or last + 1 >= stop:
        return None
    return noun_phrase(parsed, last + 1, stop)


def _joined_words(parsed: ParsedSentence, obj: Slot, stop: int) -> Slot:
    """ "urged all candidates and all parties to …": both halves, where no table knows them."""
    last = obj.last
    owned = obj.kind == "words" and is_role(parsed.words[last - 1]) and last + 1 < stop
    if owned and parsed.word(last) == "of":
        owner = noun_phrase(parsed, last + 1, stop)  # "the owners of their property to return it"
        if owner is not None and parsed.word(owner.last) == "to":
            return replace(obj, last=owner.last)
    while obj.kind == "words" and parsed.code(last) == "c" and last + 1 < stop:
        further = noun_phrase(parsed, last + 1, stop)
        if further is None or further.kind == "citation":
            break
        last = further.last
    return obj if last == obj.last else replace(obj, last=last)


def _is_writing(parsed: ParsedSentence, subject: Slot | None) -> bool:
    """ "The Board's report", "the author's appeal": a paper of somebody, not somebody's doctor."""
    return subject is None or not _is_somebody(parsed.words[subject.last - 1])


def _is_somebody(word: str) -> bool:
    return is_role(word) or word.endswith(("ist", "ioner"))


def _can_be_asked(parsed: ParsedSentence, slot: Slot) -> bool:
    """Whether a phrase after "requests" can be somebody: not "permission (to leave)"."""
    last = slot.last - 1
    return parsed.codes[slot.first] in {"d", "#", "W"} or is_role(parsed.words[last])
