"""Noun cue + sentence → draft of an act: "the acceptance of the invitation by X", "his request for".

A noun says an act only with its owner ("the author's allegations", "the recommendations of the
Special Rapporteur") or in a fixed phrase ("at the invitation of", "a reply was received from").
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.hosts import HOSTS, hosts_named
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.polarity import denial_before
from ungraph.extractors.set_phrases import (
    asked_by_to,
    draft_according,
    draft_made,
    draft_received,
    noun_theme,
)
from ungraph.extractors.slots import Slot, clause_end, find_by, noun_phrase
from ungraph.extractors.subjects import find_subject
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType, AgentKey, AgentKind, Inference

__all__ = ["draft_noun"]

_OF_THEME = frozenset(
    "acceptance submission rejection denial dismissal authorization establishment appointment".split()
)
_OFFICIAL = frozenset({*HOSTS, AgentKind.BODY, AgentKind.OFFICE})
_WHICH_REQUESTS = frozenset(
    "outstanding pending previous earlier repeated several many numerous formal written".split()
)
_POSSESSIVE = frozenset("his her its their".split())
_CLAIMS = frozenset({"state-n-claim", "state-n-allegation", "state-n-contention"})
_CLAIMANT = "claims in a communication, laid to nobody, are those of who brings it"
_RECEIVED = frozenset({"received", "heard", "examined", "considered", "rejected"})
_REACH = 12


def draft_noun(
    parsed: ParsedSentence,
    cue: Cue,
    head: int,
    first: int,
    last: int,
    verbs: frozenset[int],
    actors: Actors,
) -> Draft | None:
    """The act that the noun at *head* says, or None without an owner where the row needs one."""
    row = cue.row
    draft = Draft(parsed, row, row.act_type, first, last)
    limit = clause_end(parsed, last, verbs)
    if row.frame == "made":
        return draft_made(draft, head, limit, actors)
    if row.frame == "received":
        return draft_received(draft, head, limit, actors)
    if row.frame == "expressed":
        draft.theme = noun_theme(draft, last, limit)
        return draft
    if row.frame == "according":
        return draft_according(draft, head, last, limit, actors)
    if parsed.codes[head] == "W" and head > 0 and row.before is None:
        return None  # "the Implementation of the Recommendations": a title, a heading
    denial = denial_before(parsed, head)
    if denial is not None and row.act_type is not ActType.RESPOND:
        return None
    if row.id == "state-n-claim" and parsed.word(head + 1) in {"to", "for"}:
        return None  # a claim to refugee status, for damages: nothing said
    owners, owner_first = _owner_before(parsed, head, actors)
    agents, after = _owner_after(parsed, head, limit, actors)
    if row.need == "onappeal":
        opens = head == 1 or parsed.code(head - 2) in {",", ";"}
        return draft if parsed.word(last) == "," and opens else None
    if not _bears(draft, head, owners, agents, owner_first, actors):
        return None
    start = owner_first if owner_first is not None else first
    if denial is not None:
        if not (owners or agents):
            return None
        draft.negated, draft.first = True, denial
    if parsed.word(head - 1) == "general":
        return None  # a general comment answers nobody
    if parsed.word(start - 2) == "to" and parsed.code(start - 1) == "w":
        return None  # "to submit their observations": asked for, not made
    if parsed.word(head - 1) in {"in", "to"} and row.frame == "noun" and row.before is None:
        if after is None or not agents:
            return None
    draft.agents = owners or agents
    if row.id == "decide-n-decision" and not actors.is_institution(draft.agents):
        return None  # "her decision to end the pregnancy"
    if not draft.agents and owner_first is not None and parsed.words[owner_first] in {"his", "her"}:
        draft.agents = actors.complaining()
    elif not draft.agents and row.id in _CLAIMS and actors.complaining():
        draft.agents = actors.complaining()
        draft.inferences.append(Inference("ung:agent", _CLAIMANT, 0.6))
    while draft.last - 1 > head and parsed.words[draft.last - 1] in {"of", "by", "from", "to"}:
        draft.last -= 1
    if owner_first is not None:
        draft.first = min(draft.first, owner_first)
    if after is not None:
        draft.parts.append(parsed.span_of(after.first, after.last))
    if row.id == "invite-at-invitation":
        subject = _visitor(parsed, first, after.last if after is not None else last, verbs)
        draft.addressees = tuple(
            k for k in actors.keys_of(parsed, subject) if k not in draft.agents
        )
        if subject is not None:
            draft.subject = subject
    else:
        draft.addressees = asked_by_to(parsed, last, limit, actors)
        if row.act_type is ActType.REQUEST:
            draft.addressees = hosts_named(parsed, last, actors) or draft.addressees
        draft.theme = noun_theme(draft, last, limit)
        find_moment_of_noun(draft, limit, after)
    return draft


def find_moment_of_noun(draft: Draft, limit: int, after: Slot | None = None) -> None:
    """ "the decision of 5 May 2001", "remarks made by the court on 16 June": a date right behind."""
    parsed = draft.parsed
    if after is not None and parsed.word(after.last) == "on" and parsed.code(after.last + 1) == "T":
        filler = parsed.fillers[after.last + 1]
        if filler is not None:
            draft.date, draft.until = filler.date, filler.until
    for i in range(draft.last, min(limit, draft.last + 4)):
        if parsed.codes[i] == "T" and parsed.word(i - 1) in {"of", "dated", "on"}:
            filler = parsed.fillers[i]
            if filler is not None:
                draft.date, draft.until = filler.date, filler.until
            return


def _bears(
    draft: Draft,
    head: int,
    owners: tuple[AgentKey, ...],
    agents: tuple[AgentKey, ...],
    owner_first: int | None,
    actors: Actors,
) -> bool:
    need, parsed = draft.row.need, draft.parsed
    if draft.row.act_type is ActType.URGE:
        if parsed.word(draft.last) not in {"on", "to"} and not owners and not agents:
            return parsed.code(head - 2) == "#" or parsed.word(head - 2) == "of"
        return parsed.word(head - 2) not in {"making", "make", "an", "issue", "send"}
    if need == "owner-official":
        kinds = {agent.kind for key in owners or agents if (agent := actors.agent(key))}
        only = "only" in parsed.words[max(0, draft.first - 2) : draft.first]
        return bool(kinds) and kinds <= _OFFICIAL and not only
    if need == "owner-ruling":
        return actors.is_ruling(owners or agents)
    if need == "owner-founder":
        kinds = {agent.kind for key in owners or agents if (agent := actors.agent(key))}
        return bool(kinds) and AgentKind.GROUP not in kinds
    if owners or agents:
        return True
    determiner = parsed.word(head - 1)
    if need == "owner-or-that":
        after = parsed.word(draft.last)
        said = after == "that" or after in {"concerning", "regarding", "about", "under", "on"}
        return said and determiner not in {"no", "any", "all", "a", "such"}
    if need == "owner-or-claim":
        return parsed.word(draft.last) == "that" and determiner in {"the", "this"}
    if need == "owner-or-request":
        if parsed.words[head].endswith("s") and determiner in _WHICH_REQUESTS:
            return parsed.word(head + 1) in {"for", "to"}
        named = determiner in {
            "the",
            "this",
            "two",
            "three",
            "further",
            "new",
            "last",
            "first",
            "second",
        }
        return (owner_first is not None or named) and parsed.word(head + 1) in {"for", "to"}
    if need == "plural":
        return parsed.words[head].endswith("s")
    if need == "owner-or-of":
        return not {"report", "complaint", "communication", "application"}.isdisjoint(
            parsed.words[head + 2 : head + 6]
        )
    return need == "any"


def _owner_before(
    parsed: ParsedSentence, head: int, actors: Actors
) -> tuple[tuple[AgentKey, ...], int | None]:
    """Possessor left of the noun: "the author's further allegations", "his request"."""
    i = head - 1
    while i >= 0 and parsed.codes[i] in {"w", "W", "#", "v"} and head - i <= 4:
        if parsed.words[i].endswith(("ed", "ing")) and parsed.codes[i] == "w" and head - i > 1:
            break
        i -= 1
    if i < 0:
        return (), None
    filler = parsed.fillers[i]
    if parsed.words[i] in _POSSESSIVE:
        if filler is not None and filler.keys:
            return filler.keys, i
        return actors.possessor(parsed, i), i
    if parsed.codes[i] == AGENT and filler is not None and filler.possessive:
        return filler.keys, i
    if parsed.codes[i] in {"s", "'"}:
        filler = parsed.fillers[i - 1] if i > 0 else None
        if filler is not None and filler.code == AGENT:
            return filler.keys, i - 1
        start = i - 1
        while start > 0 and parsed.codes[start - 1] in {"w", "W"}:
            start -= 1
        return actors.keys_of(parsed, Slot(start, i, "words")), start
    return (), None


def _owner_after(
    parsed: ParsedSentence, head: int, limit: int, actors: Actors
) -> tuple[tuple[AgentKey, ...], Slot | None]:
    """Agent right of the noun: after "by", else after "of"/"from" where that names the doer."""
    of_theme = parsed.words[head] in _OF_THEME
    if parsed.word(head + 1) == "of" and not of_theme and head + 2 < limit:
        owner = noun_phrase(parsed, head + 2, limit)
        if owner is not None and owner.kind == "agent":
            return owner.keys, owner
    by = find_by(parsed, head + 1, min(limit, head + _REACH))
    keys = actors.keys_of(parsed, by)
    if keys and by is not None and not _RECEIVED.isdisjoint(parsed.words[head + 1 : by.first]):
        return (), None  # "allegations received by the expert": another made them
    if keys:
        return keys, by
    for i in range(head + 1, min(limit, head + 3)):
        word = parsed.words[i]
        if word == "from" or (word == "of" and not of_theme):
            slot = noun_phrase(parsed, i + 1, limit) if i + 1 < limit else None
            keys = actors.keys_of(parsed, slot)
            return keys, slot
    if of_theme and parsed.word(head + 1) == "of" and head + 2 < limit:
        # "the submission of his report": who owns the thing did it
        return actors.owners_of(parsed, noun_phrase(parsed, head + 2, limit)), None
    return (), None


def _visitor(parsed: ParsedSentence, first: int, last: int, verbs: frozenset[int]) -> Slot | None:
    """Who was invited: the subject of the clause that "at the invitation of" modifies."""
    for i in range(first - 1, -1, -1):
        code = parsed.codes[i]
        word = parsed.words[i]
        if code == "x" or (code == "w" and word.endswith(("ed", "took", "made", "paid", "held"))):
            if parsed.code(i - 1) in {"d", "p"}:
                continue
            return find_subject(parsed, i, verbs)
    # "At the invitation of X and Y, the expert attended …"
    for i in range(last, len(parsed) - 1):
        comma = parsed.words[i] == ","
        if comma or (i == last and parsed.codes[i] in {"d", AGENT}):
            slot = noun_phrase(parsed, i + comma, len(parsed))
            return slot if slot is not None and slot.kind == "agent" else None
    return None
