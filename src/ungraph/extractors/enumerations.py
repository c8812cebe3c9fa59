"""Lists in a sentence: several governments that act, several dates on which an act was done.

"The following Governments replied: Chad, Mali" is one act for each; "rejected two applications on
3 May 2000 and on 4 July 2002" is two. The same sentence standing twice is one act with two places.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import product

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import ActType, AgentKey, AgentKind, NodeKey, node_key

__all__ = ["key_drafts", "spread_lists"]

_MOST_EVIDENCE = 60
_SOURCED = frozenset({"received", "receive", "awaited", "awaiting", "noun", "made"})
_ANSWERED = frozenset({ActType.ACCEPT, ActType.DECLINE})
_INVITATIONS = frozenset({"invitation", "invitations"})
_ASKING = frozenset({ActType.REQUEST, ActType.INVITE, ActType.URGE, ActType.PROPOSE})
_SENT = _ASKING | {ActType.SUBMIT, ActType.RECOMMEND}
_PEOPLES = frozenset({"countries", "governments", "states"})
_SEVERAL = frozenset({AgentKind.GOVERNMENT, AgentKind.STATE})


def spread_lists(drafts: list[Draft], actors: Actors) -> list[Draft]:
    """One draft for each member of a list of governments or states that acts, and for each date."""
    spread: list[Draft] = []
    for draft in drafts:
        together = _is_joint(draft)
        agents = [draft.agents] if together else _acting(draft, actors)
        asked = [draft.addressees] if together else _asked(draft, actors)
        dates: tuple[PartialDate | None, ...] = (draft.date, *draft.more_dates)
        if len(dates) > 1 and len(agents) * len(asked) > 1:
            # "On 7 and 8 May she wrote to Chad and Mali": nobody can tell on which day to whom
            draft.until, draft.more_dates, dates = draft.more_dates[-1], (), (draft.date,)
        if len(agents) == 1 and len(dates) == 1 and len(asked) == 1:
            spread.append(draft)
            continue
        for keys, addressees, date in product(agents, asked, dates):
            spread.append(
                replace(
                    draft,
                    agents=keys,
                    addressees=addressees,
                    date=date,
                    parts=list(draft.parts),
                    inferences=list(draft.inferences),
                    more_evidence=[],
                    more_dates=(),
                )
            )
    return spread


def _acting(draft: Draft, actors: Actors) -> list[tuple[AgentKey, ...]]:
    """The agents of each act: all together, or each government of a list for itself."""
    bracketed = _bracketed(draft, actors)
    if bracketed:
        return [(key,) for key in bracketed]
    members = _members(draft, actors)
    if members:
        subject = draft.subject
        named = draft.row.frame == "received" or (
            subject is not None
            and "following" in draft.parsed.words[max(0, subject.first - 2) : draft.first]
        )
        return (
            [(key,) for key in members] if named else [draft.agents, *((key,) for key in members)]
        )
    if draft.row.frame in _SOURCED:
        draft.agents = complete_list(draft.parsed, draft.first, draft.agents, actors)
    if len(draft.agents) > 1 and all(_is_party(key, actors) for key in draft.agents):
        return [(key,) for key in draft.agents]
    return [draft.agents]


def _is_party(key: AgentKey, actors: Actors) -> bool:
    """A government, a state, or who speaks for one."""
    agent = actors.agent(key)
    return agent is not None and (agent.kind in _SEVERAL or agent.represents is not None)


def _is_joint(draft: Draft) -> bool:
    """ "jointly proposed", "issued a joint statement": one act of all of them."""
    first = draft.subject.last if draft.subject is not None else draft.first
    words = draft.parsed.words[min(first, draft.first) : draft.last + 2]
    return "jointly" in words or "joint" in words


def _asked(draft: Draft, actors: Actors) -> list[tuple[AgentKey, ...]]:
    """The addressees of each act: each government of a list that is asked for something."""
    _name_addressees(draft, actors)
    if draft.own_document:
        return [draft.addressees]
    if draft.act_type in _ANSWERED and not draft.addressees:
        draft.addressees = _inviting(draft)
    draft.addressees = complete_list(draft.parsed, draft.first, draft.addressees, actors)
    if len(draft.addressees) > 1 and all(_is_party(key, actors) for key in draft.addressees):
        return [(key,) for key in draft.addressees]
    return [draft.addressees]


def _inviting(draft: Draft) -> tuple[AgentKey, ...]:
    """ "accepted invitations from Chad and Mali", "declined the invitation of Chad": Chad …"""
    words = draft.parsed.words
    for i in range(draft.last, min(draft.last + 4, len(words) - 2)):
        if words[i] in _INVITATIONS and words[i + 1] in {"from", "of", "by"}:
            place = i + 2 + (draft.parsed.codes[i + 2] == "d")
            filler = draft.parsed.fillers[place] if place < len(words) else None
            return filler.keys if filler is not None else ()
    return ()


def complete_list(
    parsed: ParsedSentence, first: int, keys: tuple[AgentKey, ...], actors: Actors
) -> tuple[AgentKey, ...]:
    """*keys*, one government named behind token *first*, with those the list goes on with, past
    brackets: "to the Governments of Chad (2), Mali (1) and Peru". A clause that follows ends it."""
    if len(keys) != 1 or not _is_party(keys[0], actors):
        return keys
    places = range(first, len(parsed))
    place = next((i for i in places if (f := parsed.fillers[i]) and f.keys == keys), None)
    if place is None:
        return keys
    found, joined, i = list(keys), False, place + 1
    waiting: list[AgentKey] = []
    while i < len(parsed):
        filler = parsed.fillers[i]
        if parsed.codes[i] == AGENT and filler is not None:
            follows = parsed.code(i + 1)
            verb = follows in {"x", "m", "s"} or parsed.word(i + 1).endswith("ed")
            if verb or not filler.keys or not all(_is_party(k, actors) for k in filler.keys):
                break
            waiting.extend(filler.keys)
            if joined:
                found.extend(waiting)
                waiting, joined = [], False
        elif parsed.codes[i] == "c":
            joined = parsed.words[i] in {"and", "or"}
        elif parsed.depth[i] <= parsed.depth[place] and parsed.codes[i] not in {",", "(", ")", "d"}:
            break
        i += 1
    return tuple(dict.fromkeys(found))


def _name_addressees(draft: Draft, actors: Actors) -> None:
    """ "sent letters to the following countries: Chad, Mali": the list is whom it was sent to."""
    parsed, words = draft.parsed, draft.parsed.words
    said = draft.group is not None or draft.row.frame == "made"
    if said and draft.act_type in _ASKING and "including" in words[draft.last :]:
        named = words.index("including", draft.last)
        plural = {word.split()[-1] for word in words[max(draft.last, named - 4) : named]}
        if not _PEOPLES.isdisjoint(plural):
            draft.addressees = _listed_after(parsed, named, actors) or draft.addressees
    if not said or ":" not in words or draft.act_type not in _SENT:
        return
    colon = words.index(":")
    between = words[draft.last : colon]
    if not {"x", "m", "r"}.isdisjoint(parsed.codes[draft.last : colon]):
        return  # "a letter sent to Governments; the following have replied: Chad"
    addressed = "to" in between or "from" in between
    peoples = any(word.split()[-1] in _PEOPLES for word in between[-3:])
    if addressed and "following" in between and peoples:
        draft.addressees = _listed_after(parsed, colon, actors) or draft.addressees


def _members(draft: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """The list behind "the following Governments …:" or "33 Governments …, including …:"."""
    parsed, subject = draft.parsed, draft.subject
    if draft.row.frame == "received" and ":" in parsed.words:
        colon = parsed.words.index(":")
        named = "following" in parsed.words[draft.last : colon]
        return _listed_after(parsed, colon, actors) if named else ()
    if subject is None or draft.group is None or ":" not in parsed.words:
        return ()
    words = parsed.words[max(0, subject.first - 2) : max(subject.last, draft.first)]
    if not any(word.endswith(("governments", "states", "countries")) for word in words):
        return ()
    colon = parsed.words.index(":")
    if colon < draft.last:
        return ()
    before = parsed.words[draft.last : colon]
    if "following" not in words and not {"including", "namely"} & set(before):
        return ()
    return _listed_after(parsed, colon, actors)


def _bracketed(draft: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """The list behind what several do: "Three States have signed the treaty (Chad, Mali, Peru)"."""
    parsed, subject = draft.parsed, draft.subject
    group = draft.group
    if subject is None or group is None or "(" not in parsed.codes[draft.last :]:
        return ()
    if group.first == group.head and subject.first > 1:
        return ()  # "listed three States invited to join (Chad, Mali, Peru)"
    if parsed.words[subject.last - 1].split()[-1] not in _PEOPLES or subject.last > draft.first:
        return ()
    opening = parsed.codes.index("(", draft.last)
    if not {"x", "m", ";", "r"}.isdisjoint(parsed.codes[draft.last : opening]):
        return ()
    keys: list[AgentKey] = []
    for i in range(opening + 1, len(parsed)):
        filler = parsed.fillers[i]
        if parsed.codes[i] == ")":
            return tuple(dict.fromkeys(keys)) if len(keys) > 1 else ()
        if filler is not None and filler.code == AGENT:
            if not all(_is_party(key, actors) for key in filler.keys):
                return ()
            keys.extend(filler.keys)
        elif parsed.codes[i] not in {",", "c", "d"}:
            return ()
    return ()


def _listed_after(parsed: ParsedSentence, colon: int, actors: Actors) -> tuple[AgentKey, ...]:
    keys: list[AgentKey] = []
    for i in range(colon + 1, len(parsed)):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == AGENT:
            agents = [actors.agent(key) for key in filler.keys]
            if not all(a is not None and a.kind in _SEVERAL for a in agents):
                break
            keys.extend(key for key in filler.keys if key not in keys)
        elif parsed.depth[i] > parsed.depth[colon] or parsed.codes[i] in {"(", ")", ";"}:
            continue  # "Chad (2), Mali (request first made in 1997)"
        elif parsed.codes[i] not in {",", "c", "d", "p", "W", "w", "#"}:
            break
    return tuple(keys) if len(keys) > 1 else ()


def key_drafts(drafts: list[Draft]) -> list[Draft]:
    """Give each draft its key: type, words of its sentence, offset of the cue inside, and the
    agent and date where a list made several of one cue. Repeated sentences become one draft."""
    several = Counter((d.parsed.sentence.span.start, d.cue.start, d.act_type) for d in drafts)
    kept: dict[NodeKey, Draft] = {}
    for draft in drafts:
        sentence = draft.parsed.sentence.span.start
        offset = draft.cue.start - sentence
        kind = "silence" if draft.silence else "act"
        content: list[str | int | None] = [draft.act_type.value, draft.parsed.text, offset]
        if several[(sentence, draft.cue.start, draft.act_type)] > 1:
            content.append(draft.agents[0] if draft.agents else None)
            content.append(draft.addressees[0] if draft.addressees else None)
            content.append(str(draft.date) if draft.date else None)
        draft.key = node_key(kind, *content)
        known = kept.setdefault(draft.key, draft)
        if known is not draft and len(known.more_evidence) < _MOST_EVIDENCE:
            known.more_evidence.append(draft.evidence)
    return list(kept.values())
