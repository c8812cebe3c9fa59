"""Before whom a paragraph's proceedings run, and who is on the other side of what is said there.

    The author appealed to the Court of Appeal. The appeal was dismissed.   → by that Court, to her
    The police questioned B. He stated that …                              → to the police
    She wrote a letter to the Ministry in which she asked whether …        → of the Ministry, that day

Only what the sentence before (or the same one) makes certain is told, as an inference with the words
it rests on; another forum in between ends it. English only, like the frames.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.extractors.slots import noun_phrase
from ungraph.model.assertion import ActType, AgentKey, Inference
from ungraph.model.document import Document

__all__ = ["follow_proceedings"]

_PLEADING = frozenset({ActType.SUBMIT, ActType.REQUEST, ActType.URGE})
_RULING = frozenset(
    {ActType.DECLINE, ActType.ACCEPT, ActType.AUTHORIZE, ActType.DECIDE, ActType.AGREE}
)
_SAYING = frozenset({ActType.STATE, ActType.CONDEMN, ActType.RECALL})
_TURNING = _PLEADING | _SAYING | {ActType.RESPOND}
_THINGS = frozenset({"it", "they", "which", "this"})
_OWN = frozenset({"his", "her", "its", "their", "the", "that", "this", "it"})
_PAST = frozenset("said told wrote gave made put held swore spoke".split())
_PLEAS = (
    "appeal",
    "application",
    "request",
    "complaint",
    "claim",
    "petition",
    "motion",
    "action",
    "lawsuit",
    "suit",
    "communication",
    "cassation",
    "grievance",
    "plea",
    "objection",
)
_PROCEEDINGS = frozenset("trial proceedings hearing hearings testimony".split())
_QUESTIONING = frozenset({"request-interrogate", "request-question"})
_NEAR = 4  # characters between two sentences that follow one another
_CONFIDENCE = 0.7


@dataclass(slots=True)
class _Floor:
    """What has gone before in a paragraph: pleas, and to whom each party last turned."""

    fragment: str = ""
    pleas: list[Draft] = field(default_factory=list)
    turned_to: dict[AgentKey, tuple[tuple[AgentKey, ...], Draft]] = field(default_factory=dict)
    last: Draft | None = None


def follow_proceedings(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """Name who rules on what was filed, who is told it, and to whom a party speaks, where the words
    leave it to the sentence before. *drafts* are in the order of the text."""
    floor = _Floor()
    for draft in drafts:
        fragment = draft.parsed.sentence.block.fragment
        if fragment != floor.fragment:
            floor = _Floor(fragment)
        _stand_in(draft, floor, actors, document)
        if draft.act_type in _RULING and draft.group is not None and not draft.silence:
            _rule(draft, floor, document, actors)
        elif draft.group is not None and draft.agents and not draft.addressees:
            _speak(draft, floor, document, actors)
        _note(draft, floor, actors)
        floor.last = draft


def _note(draft: Draft, floor: _Floor, actors: Actors) -> None:
    """Keep what the following sentences can go on from."""
    if draft.negated or draft.silence or draft.modality or draft.group is None:
        return
    if draft.act_type in _PLEADING and (draft.agents or draft.addressees) and _is_plea(draft):
        floor.pleas.append(draft)
    if draft.act_type in _TURNING and draft.addressees:
        for key in draft.agents:
            floor.turned_to[key] = (draft.addressees, draft)
    if draft.row.id in _QUESTIONING and draft.agents:
        for key in draft.addressees:
            floor.turned_to[key] = (draft.agents, draft)


def _is_plea(draft: Draft) -> bool:
    if draft.act_type is not ActType.SUBMIT:
        return True
    passive = draft.group is not None and draft.group.voice == "passive"
    shown = draft.subject if passive else draft.object
    words = draft.parsed.words[shown.first : shown.last] if shown is not None else []
    return _names_plea([*words, *draft.parsed.words[draft.first : draft.last]])


def _names_plea(words: list[str]) -> bool:
    return any(word.startswith(_PLEAS) for word in words)


def _rule(draft: Draft, floor: _Floor, document: Document, actors: Actors) -> None:
    """ "The appeal was dismissed": by whom it was brought before, to who brought it."""
    group = draft.group
    assert group is not None
    shown = draft.subject if group.voice == "passive" else draft.object
    if shown is None:
        return
    words = draft.parsed.words[shown.first : shown.last]
    named = _names_plea(words)
    thing = group.voice == "passive" and _is_thing(draft, words)
    if not named and not (thing and draft.act_type is not ActType.DECIDE):
        return
    for plea in reversed(floor.pleas):
        if plea.parsed is not draft.parsed and not _follows(draft, plea):
            return
        if plea.agents and draft.agents and same_side(plea.agents, draft.agents, actors):
            continue
        other = draft.agents and plea.addressees and set(plea.addressees).isdisjoint(draft.agents)
        if other and not (named and _follows(draft, plea)):
            continue
        if draft.addressees and not same_side(plea.agents, draft.addressees, actors):
            continue
        if draft.date is not None and plea.date is not None:
            if draft.date.latest < plea.date.earliest:
                continue
        if not draft.agents and plea.addressees and not _is_told(draft):
            _infer(draft, "agents", plea.addressees, "before whom it was brought", plea, document)
        if not draft.addressees:
            _infer(draft, "addressees", plea.agents, "who brought it", plea, document)
        if not plea.addressees and draft.agents and actors.is_ruling(draft.agents):
            _infer(plea, "addressees", draft.agents, "who ruled on it", draft, document)
        return


def _is_thing(draft: Draft, words: list[str]) -> bool:
    """Whether the subject is "it" or stands behind "which": the plea spoken of before."""
    group = draft.group
    assert group is not None
    return words[-1:] == ["it"] or draft.parsed.word(group.first - 1) in _THINGS


def _is_told(draft: Draft) -> bool:
    """ "was dismissed by an administrative decision": who ruled is told by other words."""
    last = draft.group.last if draft.group is not None else draft.last
    return "by" in draft.parsed.words[last : last + 2]


def _follows(draft: Draft, before: Draft) -> bool:
    """Whether the sentence of *draft* comes right after that of *before*."""
    gap = draft.parsed.sentence.span.start - before.parsed.sentence.span.end
    return 0 <= gap <= _NEAR


def _speak(draft: Draft, floor: _Floor, document: Document, actors: Actors) -> None:
    """To whom one says, asks or files what the words leave open."""
    known = floor.turned_to.get(draft.agents[0])
    forum = _fronted_forum(draft, actors) if draft.act_type in _SAYING else ()
    if forum:
        draft.addressees = tuple(key for key in forum if key not in draft.agents)
        return
    if known is None or draft.parsed.words[0] == "as":
        return
    keys, before = known
    same = before.parsed is draft.parsed
    if not same and any(actors.is_organ(key) for key in keys) and actors.complaining():
        return  # what parties say to a treaty body they say in every sentence
    if draft.act_type in _SAYING:
        if not _is_past(draft) and not (same and _is_participle(draft)):
            return
        reason = "to whom the speaker turned right before"
    elif draft.act_type is ActType.SUBMIT and _is_plea(draft):
        if draft.object_words.split(" ")[0] not in _OWN or not _is_plea(before):
            return
        reason = "before whom the plea was brought"
    else:
        return
    _infer(draft, "addressees", keys, reason, before, document)


def _is_past(draft: Draft) -> bool:
    group = draft.group
    assert group is not None
    word = draft.parsed.words[group.head]
    return group.first == group.head and (word.endswith("ed") or word in _PAST)


def _is_participle(draft: Draft) -> bool:
    return draft.group is not None and draft.group.voice == "participial"


def _fronted_forum(draft: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """ "During the trial before the District Court, the author claimed": that Court."""
    parsed = draft.parsed
    first = draft.subject.first if draft.subject is not None else draft.first
    for i in range(1, first):
        filler = parsed.fillers[i]
        if filler is None or filler.code != AGENT or parsed.codes[i + 1 : i + 2] == ["x"]:
            continue
        k = i - 1
        while k > 0 and parsed.codes[k] == "d":
            k -= 1
        near = parsed.words[max(0, k - 3) : k]
        if parsed.words[k] == "before" and not _PROCEEDINGS.isdisjoint(near):
            return filler.keys
    return ()


def _stand_in(draft: Draft, floor: _Floor, actors: Actors, document: Document) -> None:
    """ "a letter to the Ministry, in which he asked": of the Ministry, on the day of the letter."""
    last, group, subject = floor.last, draft.group, draft.subject
    if last is None or group is None or subject is None or last.parsed is not draft.parsed:
        return
    if draft.parsed.words[max(0, subject.first - 2) : subject.first] != ["in", "which"]:
        return
    if last.act_type not in _TURNING or not last.agents or last.first > draft.first:
        return
    if draft.parsed.words[subject.first : subject.last] not in (["he"], ["she"], ["it"], ["they"]):
        if draft.agents != last.agents:
            return
    if draft.agents != last.agents:
        _infer(draft, "agents", last.agents, "who wrote what it stands in", last, document)
    inside = _written_to(draft, last, actors)
    if inside and not draft.addressees:
        draft.addressees = inside
        return
    if not draft.addressees and last.addressees and draft.act_type in _TURNING:
        _infer(draft, "addressees", last.addressees, "to whom it was written", last, document)
    if draft.date is None and last.date is not None and last.until is None:
        draft.date, draft.date_leans_on = last.date, last.date_leans_on
        words = (document.view.to_text(last.evidence),)
        draft.inferences.append(
            Inference("dcterms:date", "the day of what it stands in", _CONFIDENCE, words)
        )


def _written_to(draft: Draft, before: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """ "submitted a letter addressed to his attorney, in which": the attorney."""
    parsed = draft.parsed
    for i in range(before.last, draft.first - 2):
        if parsed.words[i] == "addressed" and parsed.words[i + 1] == "to":
            return actors.keys_of(parsed, noun_phrase(parsed, i + 2, draft.first))
    return ()


def _infer(
    draft: Draft,
    slot: str,
    keys: tuple[AgentKey, ...],
    reason: str,
    source: Draft,
    document: Document,
) -> None:
    """Fill *slot* ("agents", "addressees") and say why."""
    other = draft.addressees if slot == "agents" else draft.agents
    chosen = tuple(key for key in keys if key not in other)
    if not chosen:
        return
    setattr(draft, slot, chosen)
    words = (document.view.to_text(source.evidence),)
    name = "ung:agent" if slot == "agents" else "ung:addressee"
    draft.inferences += [Inference(name, reason, _CONFIDENCE, words, key) for key in chosen]
