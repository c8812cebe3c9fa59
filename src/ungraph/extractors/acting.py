"""Who acts and who is turned to, by the frame of the verb: object, "to …", "by …", possessor."""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.circumstances import asks_to
from ungraph.extractors.drafts import Draft
from ungraph.extractors.hosts import hosts_named
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import Slot, find_by, noun_phrase
from ungraph.extractors.wording import load_word_list
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
_RULINGS = frozenset(
    "judgment judgement decision ruling order decree verdict sentence resolution".split()
)
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
    if not draft.agents and row.frame == "say":
        draft.agents = actors.owners_of(parsed, draft.subject)  # "the Board's report states that"
    if not draft.agents and draft.subject is not None and draft.subject.kind == "words":
        draft.agents = _whose_writing(parsed, draft.subject.last, actors)
    obj = draft.object
    stop = that if that is not None else limit
    to = _after_word(parsed, group.last, stop, {"to"}, actors)
    if parsed.word(group.last - 1) == "to" and group.last < stop:  # "complained to the Board"
        to = actors.keys_of(parsed, noun_phrase(parsed, group.last, stop)) or to
    if row.frame == "pending":
        draft.addressees = draft.agents or actors.owners_of(parsed, draft.subject)
        draft.agents = _after_word(parsed, group.last, limit, {"before", "with"}, actors)
    elif row.frame in {"receive", "awaiting"}:
        source = _after_word(parsed, group.head + 1, limit, {"from"}, actors)
        if not source and group.head + 1 < len(parsed):
            source = actors.owners_of(parsed, noun_phrase(parsed, group.head + 1, limit))
        draft.addressees, draft.agents = draft.agents, source
    elif row.frame in {"ask", "inform"}:
        direct = actors.keys_of(parsed, obj) if obj is not None else ()
        named = _joined_words(parsed, obj, stop) if obj is not None and not direct else None
        if named is not None and asks_to(parsed, named) and _can_be_asked(parsed, named):
            direct = actors.named_here(parsed, named)
        asked = _after_word(parsed, group.last, stop, {"from", "of"}, actors)
        if row.act_type is not ActType.REQUEST:
            asked = ()
        if row.act_type is ActType.APPOINT and obj is not None and not direct:
            if parsed.codes[obj.first] == "W" and obj.last - obj.first > 1:
                direct = actors.named_here(parsed, obj, AgentKind.PERSON)
        if row.act_type is ActType.REQUEST and not direct:
            direct = hosts_named(parsed, group.last, actors)
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
        end = min(limit, group.last + 9)
        noticed = _after_word(parsed, group.last, end, {"of"}, actors) if owner else ()
        draft.addressees = noticed or _inside(draft, possessive=True)
    elif row.frame == "say":
        draft.addressees = to or _after_word(parsed, group.last, stop, {"before"}, actors)
    else:
        behind = (obj.last if obj is not None else group.last) + 3
        turned = {"to", "before", "with"} if row.act_type is ActType.SUBMIT else {"to"}
        to = _after_word(parsed, group.last, min(stop, behind), turned, actors)
        draft.addressees = to
        if not to and obj is not None:
            if draft.act_type in _OBJECT_ADDRESSED and obj.kind != "citation":
                draft.addressees = actors.keys_of(parsed, obj)
            if not draft.addressees and draft.act_type in _OWNER_ADDRESSED:
                draft.addressees = actors.owners_of(parsed, obj)
        elif not to and draft.act_type in _OWNER_ADDRESSED:
            draft.addressees = _inside(draft, possessive=True)  # "declared his claim void"
    if row.act_type is ActType.WELCOME and not draft.addressees and row.id in _THANKS:
        thanked = obj if obj is not None else _noun_after(parsed, group.last, stop)
        if thanked is not None:
            draft.addressees = actors.named_here(parsed, thanked)
    if row.act_type is ActType.DECLINE and not draft.addressees:
        draft.addressees = _refused(parsed, group.last, limit, actors)
    draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)


def _refused(parsed: ParsedSentence, last: int, limit: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "refused to suspend his deportation", "refused to release the author": who was refused."""
    if parsed.word(last) != "to" or parsed.code(last + 1) != "w" or last + 2 >= limit:
        return ()
    slot = noun_phrase(parsed, last + 2, limit)
    if slot is None or slot.kind == "citation":
        return ()
    if slot.kind == "agent":
        agents = [actors.agent(key) for key in slot.keys]
        person = all(a is not None and a.kind is AgentKind.PERSON for a in agents)
        return slot.keys if person else ()
    return actors.owners_of(parsed, slot)


def fill_passive(draft: Draft, limit: int, actors: Actors) -> None:
    """Agent and addressee of a passive verb group whose clause ends at *limit*."""
    parsed, row, group = draft.parsed, draft.row, draft.group
    assert group is not None
    by = _whose_ruling(parsed, find_by(parsed, group.last, limit), limit)
    draft.agents = actors.keys_of(parsed, by)
    if by is not None and draft.agents:
        draft.parts.append(parsed.span_of(by.first, by.last))
        dated = parsed.fillers[by.first - 2] if by.first > 1 else None
        if dated is not None and dated.code == DATE and parsed.words[by.first - 1] == "of":
            draft.date = dated.date  # "by a judgment of 13 June of the District Court"
    subject = draft.subject
    to = _after_word(parsed, group.last, limit, {"to"}, actors)
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
        draft.agents = actors.owners_of(parsed, subject)  # "the author's appeal was lodged"
    if row.frame == "receive":
        draft.addressees = draft.agents
        draft.agents = _after_word(parsed, group.last, limit, {"from"}, actors)
    if not draft.addressees and row.frame == "give":
        draft.addressees = _after_word(parsed, group.last, limit, {"before", "with"}, actors)
    draft.addressees = tuple(k for k in draft.addressees if k not in draft.agents)


def _whose_ruling(parsed: ParsedSentence, by: Slot | None, limit: int) -> Slot | None:
    """In "by a judgment of 13 June of the District Court" the court; another phrase as it is."""
    if by is None or by.kind != "words" or parsed.words[by.last - 1] not in _RULINGS:
        return by
    i = by.last
    if parsed.word(i) in {"of", "dated"} and parsed.code(i + 1) == DATE:
        i += 2
    if parsed.word(i) not in {"of", "by", "from"} or i + 1 >= limit:
        return by
    owner = noun_phrase(parsed, i + 1, min(limit, len(parsed)))
    return owner if owner is not None and owner.kind != "citation" else by


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
    while obj.kind == "words" and parsed.code(last) == "c" and last + 1 < stop:
        further = noun_phrase(parsed, last + 1, stop)
        if further is None or further.kind == "citation":
            break
        last = further.last
    return obj if last == obj.last else replace(obj, last=last)


def _can_be_asked(parsed: ParsedSentence, slot: Slot) -> bool:
    """Whether a phrase after "requests" can be somebody: not "permission (to leave)"."""
    last = slot.last - 1
    return parsed.codes[slot.first] in {"d", "#", "W"} or is_role(parsed.words[last])


def _whose_writing(parsed: ParsedSentence, last: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "the decision of the Supreme Court reduced the sentence": whose decision it is."""
    if parsed.word(last) != "of" or parsed.word(last - 1) not in load_word_list("writing").words:
        return ()
    return actors.keys_of(parsed, noun_phrase(parsed, last + 1, len(parsed)))


def _bidden(parsed: ParsedSentence, that: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "demanded that all parties cease fire": who is to act, unless the clause is a passive."""
    if that + 1 >= len(parsed):
        return ()
    slot = noun_phrase(parsed, that + 1, len(parsed))
    if slot is None or slot.kind != "agent" or (slot.filler and slot.filler.pronoun):
        return ()
    return () if parsed.code(slot.last) in {"x", "n"} else slot.keys


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
        if parsed.codes[i] in {"r", ";", ":", "x", "m"} and parsed.depth[i] == depth:
            break
        if (
            parsed.words[i] == ","
            and parsed.depth[i] == depth
            and "," not in parsed.words[i + 1 : i + 9]
        ):
            ahead = parsed.words[i + 1 : i + 14]
            to = next((k for k, word in enumerate(ahead) if word in words), 0)
            if parsed.word(i + 1) not in words and not {"and", "or"} & set(ahead[:to]):
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
