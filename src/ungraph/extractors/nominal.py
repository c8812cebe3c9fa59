"""Noun cue + sentence → draft of an act: "the acceptance of the invitation by X", "his request for".

A noun says an act only with its owner ("the author's allegations", "the recommendations of the
Special Rapporteur") or in a fixed phrase ("at the invitation of", "a reply was received from").
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.given import draft_awaited, draft_given
from ungraph.extractors.hosts import HOSTS, hosts_named
from ungraph.extractors.introduced import date_behind, is_means
from ungraph.extractors.noun_senses import (
    decides_to,
    is_answer_to,
    is_heading,
    is_legal_claim,
    is_undone,
    is_wanted,
)
from ungraph.extractors.owners import owner_after, owner_before, owner_behind_date, refused_by
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
from ungraph.extractors.slots import Slot, clause_end, noun_phrase
from ungraph.extractors.subjects import find_subject
from ungraph.extractors.terms import is_term
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType, AgentKey, AgentKind, Inference

__all__ = ["draft_noun"]

_OFFICIAL = frozenset({*HOSTS, AgentKind.BODY, AgentKind.OFFICE})
_WHICH_REQUESTS = frozenset(
    "outstanding pending previous earlier repeated several many numerous formal written".split()
)
_CLAIMS = frozenset({"state-n-claim", "state-n-allegation", "state-n-contention"})
_CLAIMANT = "claims in a communication, laid to nobody, are those of who brings it"
_HELD = frozenset({"state-n-opinion", "state-g-view", "state-n-view-that"})
_HELD_HOW = frozenset("political religious public social philosophical other own".split())
_OF_RIGHTS = frozenset({"right", "rights", "justice"})
_SUFFERED = frozenset({"decide-d-conviction", "decide-d-sentence"})


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
    if row.need == "dated" and date_behind(parsed, head, len(parsed), row.act_type) is None:
        return None
    draft = Draft(parsed, row, row.act_type, first, last)
    limit = clause_end(parsed, last, verbs)
    if row.frame == "made":
        return draft_made(draft, head, limit, actors)
    if row.frame == "received":
        draft = draft_received(draft, head, limit, actors)
        return draft if draft.negated or row.need != "denied" else None
    if row.frame == "awaited":
        return draft_awaited(draft, head, limit, actors)
    if row.frame == "given":
        return draft_given(draft, head, limit, actors)
    if row.frame == "expressed":
        draft.theme = noun_theme(draft, last, limit)
        return draft
    if row.frame == "according":
        return draft_according(draft, head, last, limit, actors)
    if parsed.codes[head] == "W" and head > 0 and row.before is None:
        return None  # "the Implementation of the Recommendations": a title, a heading
    if is_term(parsed, row.act_type, head, limit) or is_heading(parsed, verbs):
        return None
    denial = denial_before(parsed, head)
    if denial is not None and row.act_type is not ActType.RESPOND:
        return None
    owners, owner_first = owner_before(parsed, head, actors)
    agents, after = owner_after(parsed, head, limit, actors)
    if row.id == "state-n-claim" and is_legal_claim(parsed, head):
        return None
    if row.id == "decide-n-decision-to" and not decides_to(parsed, head, owners, after):
        return None
    if row.id == "decline-n-the-denial" and _OF_RIGHTS & set(parsed.words[head + 2 : head + 7]):
        return None  # "the denial of the human right to education"
    if row.id in _HELD and parsed.word(head - 1) in _HELD_HOW:
        return None
    if row.id == "invite-n-invitation" and is_wanted(parsed, head):
        return None
    if row.need == "by" and parsed.word(head - 1) == "for":
        return None  # "his request for confirmation from"
    if row.need == "dated" and not owners and parsed.code(head - 1) == AGENT:
        filler = parsed.fillers[head - 1]  # "the Immigration Service decision of 9 October"
        owners, owner_first = (filler.keys if filler else ()), head - 1
    if row.need == "dated" and not owners and not agents:
        agents = owner_behind_date(parsed, head, limit, actors)
    if row.need == "onappeal":
        opens = head == 1 or parsed.code(head - 2) in {",", ";"}
        return draft if parsed.word(last) == "," and opens else None
    if not _bears(draft, head, owners, agents, owner_first, actors):
        return None
    start = owner_first if owner_first is not None else first
    if denial is not None:
        if row.frame == "failing" and denial == 0 and parsed.words[0] == "without":
            return None  # "Without a reply, the expert cannot say": supposed
        alone = row.frame == "failing" or is_answer_to(parsed, head)
        if not (owners or agents or alone):
            return None
        draft.negated, draft.first = True, denial
    if row.frame == "failing" or is_undone(parsed, last, limit):
        draft.negated = True
    if row.need in {"dated", "addressed"} and is_means(parsed, start):
        return None
    if parsed.word(head - 1) == "general":
        return None  # a general comment answers nobody
    if parsed.word(start - 2) == "to" and parsed.code(start - 1) == "w":
        return None  # "to submit their observations": asked for, not made
    joined = row.frame == "noun" and row.before is None and row.need != "any"
    if parsed.word(head - 1) in {"in", "to"} and joined:
        if after is None or not agents:
            return None
    draft.agents = owners or agents
    if row.id in _SUFFERED and (owner_first is not None or not actors.is_ruling(agents)):
        return None  # "his conviction on 3 May": who was convicted
    if row.id in {"decide-n-decision", "decide-n-decision-to"} and not actors.is_institution(
        draft.agents
    ):
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
        behind = last - (parsed.words[last - 1] == "to")
        if row.id != "decide-n-decision-to":  # "the decision to deport him to Chad"
            draft.addressees = asked_by_to(parsed, behind, limit, actors)
        if row.act_type is ActType.DECLINE and not draft.addressees:
            draft.addressees = refused_by(parsed, head, limit, actors)
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
    if draft.row.need == "dated":
        filler = date_behind(parsed, draft.last - 1, limit, draft.act_type)
        draft.date, draft.until = (filler.date, filler.until) if filler else (None, None)
        return
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
    if need == "dated":
        near = min(len(parsed), head + 16)
        dated = date_behind(parsed, head, near, draft.act_type) is not None
        return bool(owners or agents) and dated
    if need == "addressed":
        near = min(len(parsed), head + 8)
        return bool(owners) and bool(asked_by_to(parsed, head + 1, near, actors))
    if need == "by":
        mine = parsed.word(head + 2) in {"my", "our"}
        return bool(agents) and owner_first is None and not mine
    if need == "owner-founder":
        kinds = {agent.kind for key in owners or agents if (agent := actors.agent(key))}
        return bool(kinds) and AgentKind.GROUP not in kinds
    if owners or agents or need == "owner" and is_answer_to(parsed, head):
        return True
    if need == "owner" and owner_first is not None and "latter" in parsed.words[owner_first:head]:
        return True  # "letters to Governments and the latter's replies"
    determiner = parsed.word(head - 1)
    if need == "owner-or-that":
        after = parsed.word(draft.last)
        said = after == "that" or after in {"concerning", "regarding", "about", "under", "on"}
        said |= after == "of" and determiner in {"the", "these"} and bool(actors.complaining())
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


def _visitor(parsed: ParsedSentence, first: int, last: int, verbs: frozenset[int]) -> Slot | None:
    """Who was invited: the subject of the clause that "at the invitation of" modifies."""
    inserted = parsed.fillers[first - 2] if first > 1 and parsed.words[first - 1] == "," else None
    if (
        inserted is not None and inserted.code == AGENT
    ):  # "the expert, at the invitation of X, took"
        return Slot(first - 2, first - 1, "agent", inserted.keys, inserted)
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
