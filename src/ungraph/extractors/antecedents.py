"""What the words of an answer say of that which is answered: "this request", "her proposal"."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import AgentKey

__all__ = ["owners_named", "points_back"]

_POINTING = frozenset({"this", "these", "that", "those"})
_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_NEAR = 6


def points_back(draft: Draft) -> bool:
    """ "this request", "those offers": what is answered was spoken of just before."""
    first = _thing(draft)
    return first is not None and draft.parsed.word(first) in _POINTING


def owners_named(draft: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """Whose request, offer or invitation is answered: "the Committee's requests"."""
    owners = actors.owners_of(draft.parsed, draft.object)
    first = _thing(draft)
    if owners or first is None:
        return owners
    parsed = draft.parsed
    if parsed.word(first) in _POSSESSIVES:
        return actors.possessor(parsed, first)
    for i in range(first, min(len(parsed) - 1, first + _NEAR)):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == AGENT and parsed.codes[i + 1] == "s":
            return filler.keys
    return ()


def _thing(draft: Draft) -> int | None:
    """Where the words for what is answered begin: the object, the subject of a passive, or what
    stands behind "respond to"."""
    parsed, group = draft.parsed, draft.group
    if group is not None and group.voice == "passive" and draft.subject is not None:
        return draft.subject.first
    if draft.object is not None:
        return draft.object.first
    if group is None:
        return None
    first = group.last
    while parsed.code(first) == "v" or parsed.word(first) in {"to", "with"}:
        first += 1
    return first if first < len(parsed) else None
