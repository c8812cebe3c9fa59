"""The States that are asked for a visit or an invitation: "his requests to visit Chad and Mali"."""

from __future__ import annotations

from ungraph.extractors.event_slots import list_members
from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import AgentKey, AgentKind

__all__ = ["HOSTS", "hosts_named"]

HOSTS = frozenset({AgentKind.STATE, AgentKind.GOVERNMENT})
_VISITS = frozenset("visit visits visiting mission missions invitation invitations".split())
_REACH = 9


def hosts_named(parsed: ParsedSentence, last: int, actors: Actors) -> tuple[AgentKey, ...]:
    """The States of the list behind the first "visit (to)", "invitations from" after token *last*."""
    for i in range(last, min(len(parsed), last + _REACH)):
        if parsed.words[i] not in _VISITS:
            continue
        first = i + 1
        while parsed.word(first) in {
            "to",
            "from",
            "by",
            "the",
            "following",
            "countries",
            "states",
            ":",
        }:
            first += 1
        keys: list[AgentKey] = []
        for _, _, members in list_members(parsed, first, len(parsed)):
            agents = [actors.agent(key) for key in members]
            if not members or not all(a is not None and a.kind in HOSTS for a in agents):
                break
            keys.extend(members)
        return tuple(dict.fromkeys(keys)) or _host_behind(parsed, i + 1, actors)
    return ()


def _host_behind(parsed: ParsedSentence, first: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "to visit prisons in Chad": Chad; "to visit the country": that of who is spoken of."""
    if parsed.words[first : first + 2] == ["the", "country"]:
        for filler in reversed(parsed.fillers[:first]):
            for key in filler.keys if filler is not None else ():
                agent = actors.agent(key)
                state = agent.represents or agent.of_state if agent is not None else None
                if state is not None:
                    return (state,)
        return ()
    for i in range(first, min(len(parsed) - 2, first + _REACH)):
        if parsed.codes[i] in {"c", ",", "r", "x"}:
            return ()
        if parsed.words[i] == "in":
            place = i + 1 + (parsed.codes[i + 1] == "d")
            filler = parsed.fillers[place]
            agents = [actors.agent(key) for key in filler.keys] if filler is not None else []
            if agents and all(a is not None and a.kind in HOSTS for a in agents):
                return filler.keys if filler is not None else ()
    return ()
