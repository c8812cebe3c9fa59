"""Before whom a paragraph's proceedings run, and who is on the other side of what is said there.

    The author appealed to the Court of Appeal. The appeal was dismissed.   → by that Court, to her
    The police questioned B. He stated that …                              → to the police

Only what the sentence before (or the same one) makes certain is told, as an inference with the words
it rests on; another forum in between ends it. English only, like the frames.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.extractors.slots import Slot, noun_phrase
from ungraph.model.assertion import ActType, AgentKey, AgentKind, Inference
from ungraph.model.document import Document

__all__ = ["follow_proceedings", "infer_slot"]

_PLEADING = frozenset({ActType.SUBMIT, ActType.REQUEST, ActType.URGE})
_RULING = frozenset(
    {ActType.DECLINE, ActType.ACCEPT, ActType.AUTHORIZE, ActType.DECIDE, ActType.AGREE}
)
_SAYING = frozenset({ActType.STATE, ActType.CONDEMN, ActType.RECALL})
_TURNING = _PLEADING | _SAYING | {ActType.RESPOND}
_BINDING = frozenset({"should", "must", "shall"})
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
_COUNTED = frozenset("two three four five six seven both further subsequent".split())
_PROCEEDINGS = frozenset(
    "trial proceedings hearing hearings testimony interview interviews meeting".split()
)
_QUESTIONING = frozenset({"request-interrogate", "request-question"})
_NEAR = 4  # characters between two sentences that follow one another
_CONFIDENCE = 0.7


@dataclass(slots=True)
class _Floor:
    """What has gone before in a paragraph: pleas, and to whom each party last turned."""

    fragment: str = ""
    pleas: list[Draft] = field(default_factory=list)
    ruling: Draft | None = None
    turned_to: dict[AgentKey, tuple[tuple[AgentKey, ...], Draft]] = field(default_factory=dict)


def follow_proceedings(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """Name who rules on what was filed, who is told it, and to whom a party speaks, where the words
    leave it to the sentence before. *drafts* are in the order of the text."""
    floor = _Floor()
    for draft in drafts:
        fragment = draft.parsed.sentence.block.fragment
        if fragment != floor.fragment:
            floor = _Floor(fragment)
        if draft.act_type in _RULING and draft.group is not None and not draft.silence:
            _decide_that(draft, actors)
            _rule(draft, floor, document, actors)
            floor.ruling = draft
        elif draft.silence:
            _keep_waiting(draft, floor, document)
        elif draft.group is None:
            _be_ruled_on(draft, floor.ruling, document)
        elif draft.agents and not draft.addressees:
            _speak(draft, floor, document, actors)
        _note(draft, floor, actors)


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
    if shown is not None:
        words = draft.parsed.words[shown.first : shown.last]
    else:
        words = draft.parsed.words[group.first : group.last]  # "declared the appeal inadmissible"
    named = _names_plea(words) and not _is_general(draft, shown)
    thing = group.voice == "passive" and _is_thing(draft, words)
    if not named and not (thing and draft.act_type is not ActType.DECIDE):
        return
    for plea in reversed(floor.pleas):
        near = plea.parsed is draft.parsed or _follows(draft, plea)
        if not near and not (named and draft.agents and len(_pleaders(floor)) == 1):
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
            infer_slot(
                draft, "agents", plea.addressees, "before whom it was brought", plea, document
            )
        if not draft.addressees:
            infer_slot(draft, "addressees", plea.agents, "who brought it", plea, document)
        if near and not plea.addressees and draft.agents and actors.is_ruling(draft.agents):
            infer_slot(plea, "addressees", draft.agents, "who ruled on it", draft, document)
        return


def _is_general(draft: Draft, shown: Slot | None) -> bool:
    """ "had never admitted requests concerning": no plea in particular."""
    if shown is None:
        return False
    words, first = draft.parsed.words, shown.first
    plural = words[shown.last - 1].endswith("s")
    return plural and draft.parsed.codes[first] == "w" and words[first] not in _COUNTED


def _pleaders(floor: _Floor) -> set[tuple[AgentKey, ...]]:
    """Who has brought anything in the paragraph."""
    return {plea.agents for plea in floor.pleas if plea.agents}


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


def _keep_waiting(draft: Draft, floor: _Floor, document: Document) -> None:
    """ "She wrote to the Ministry. She did not receive a reply": from the Ministry."""
    if draft.agents or not draft.addressees:
        return
    known = floor.turned_to.get(draft.addressees[0])
    if known is None or not _follows(draft, known[1]):
        return
    if known[1].act_type in _PLEADING:
        infer_slot(draft, "agents", known[0], "to whom the one who waits wrote", known[1], document)


def _decide_that(draft: Draft, actors: Actors) -> None:
    """ "decided that she should remain in custody": what is decided is decided on her."""
    parsed, content = draft.parsed, draft.content
    if draft.addressees or content is None or draft.act_type is not ActType.DECIDE:
        return
    slot = noun_phrase(parsed, parsed.at(content.start), len(parsed))
    if slot is None or slot.kind != "agent" or parsed.word(slot.last) not in _BINDING:
        return
    agents = [actors.agent(key) for key in slot.keys]
    if all(a is not None and a.kind is AgentKind.PERSON for a in agents):
        draft.addressees = tuple(key for key in slot.keys if key not in draft.agents)


def _be_ruled_on(draft: Draft, ruling: Draft | None, document: Document) -> None:
    """ "rejected two further applications for asylum": made by who was refused, to who refused."""
    if ruling is None or ruling.parsed is not draft.parsed or ruling.object is None:
        return
    if draft.agents or draft.act_type not in _PLEADING or not ruling.agents:
        return
    if ruling.group is None or ruling.group.voice == "passive":
        return
    if not ruling.last <= draft.first < draft.last <= ruling.object.last + 2:
        return
    infer_slot(draft, "agents", ruling.addressees, "whose plea was ruled on", ruling, document)
    if not draft.addressees:
        infer_slot(draft, "addressees", ruling.agents, "who ruled on it", ruling, document)


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
    elif draft.act_type is ActType.REQUEST and same and before.act_type is ActType.SUBMIT:
        reason = "to whom it was filed in the same sentence"
    else:
        return
    infer_slot(draft, "addressees", keys, reason, before, document)


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
        if parsed.words[k] in {"before", "with"} and not _PROCEEDINGS.isdisjoint(near):
            return filler.keys
    return ()


def infer_slot(
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
