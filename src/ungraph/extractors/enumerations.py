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
_ASKING = frozenset({ActType.REQUEST, ActType.INVITE, ActType.URGE, ActType.PROPOSE})
_SENT = _ASKING | {ActType.SUBMIT, ActType.RECOMMEND}
_PEOPLES = frozenset({"countries", "governments", "states"})
_SEVERAL = frozenset({AgentKind.GOVERNMENT, AgentKind.STATE})


def spread_lists(drafts: list[Draft], actors: Actors) -> list[Draft]:
    """One draft for each member of a list of governments or states that acts, and for each date."""
    spread: list[Draft] = []
    for draft in drafts:
        agents = _acting(draft, actors)
        asked = _asked(draft, actors)
        dates: tuple[PartialDate | None, ...] = (draft.date, *draft.more_dates)
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
    members = _members(draft, actors)
    if members:
        subject = draft.subject
        named = draft.row.frame == "received" or (
            subject is not None
            and "following" in draft.parsed.words[max(0, subject.first - 2) : subject.last]
        )
        return (
            [(key,) for key in members] if named else [draft.agents, *((key,) for key in members)]
        )
    kinds = [actors.agent(key) for key in draft.agents]
    if len(kinds) > 1 and all(a is not None and a.kind in _SEVERAL for a in kinds):
        return [(key,) for key in draft.agents]
    return [draft.agents]


def _asked(draft: Draft, actors: Actors) -> list[tuple[AgentKey, ...]]:
    """The addressees of each act: each government of a list that is asked for something."""
    _name_addressees(draft, actors)
    kinds = [actors.agent(key) for key in draft.addressees]
    listed = len(kinds) > 1 and all(a is not None and a.kind in _SEVERAL for a in kinds)
    if listed and draft.act_type in _ASKING and not draft.own_document:
        return [(key,) for key in draft.addressees]
    return [draft.addressees]


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
    words = parsed.words[max(0, subject.first - 2) : subject.last]
    if not any(word.endswith(("governments", "states", "countries")) for word in words):
        return ()
    colon = parsed.words.index(":")
    if colon < draft.last:
        return ()
    before = parsed.words[draft.last : colon]
    if "following" not in words and not {"including", "namely"} & set(before):
        return ()
    return _listed_after(parsed, colon, actors)


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
