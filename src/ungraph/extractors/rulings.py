"""Who rules on what was brought, on whom it bears, and to whom the answer goes.

The author appealed to the Court of Appeal. The appeal was dismissed.   → by that Court, to her
The Minister decided that he should remain in custody                   → on him
rejected two further applications for asylum                            → made by who was refused
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.floor import PLEADING, Floor, follows, infer_slot, names_plea
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.extractors.slots import Slot, noun_phrase
from ungraph.model.assertion import ActType, AgentKey, AgentKind
from ungraph.model.document import Document

__all__ = ["be_ruled_on", "decide_that", "rule_on"]

_BINDING = frozenset({"should", "must", "shall"})
_THINGS = frozenset({"it", "they", "which", "this", "these", "those", "both"})
_COUNTED = frozenset("two three four five six seven both further subsequent".split())


def rule_on(draft: Draft, floor: Floor, document: Document, actors: Actors) -> None:
    """ "The appeal was dismissed": by whom it was brought before, to who brought it."""
    group = draft.group
    assert group is not None
    shown = draft.subject if group.voice == "passive" else draft.object
    if shown is not None:
        words = draft.parsed.words[shown.first : shown.last]
    else:
        words = draft.parsed.words[group.first : group.last]  # "declared the appeal inadmissible"
    named = names_plea(words) and not _is_general(draft, shown)
    thing = group.voice == "passive" and _is_thing(draft, words)
    if not named and not (thing and draft.act_type is not ActType.DECIDE):
        return
    for plea in reversed(floor.pleas):
        who = _pleader(plea, actors)
        near = plea.parsed is draft.parsed or follows(draft, plea)
        if not near and not (named and draft.agents and len(_pleaders(floor)) == 1):
            return
        if who and draft.agents and same_side(who, draft.agents, actors):
            continue
        other = draft.agents and plea.addressees and set(plea.addressees).isdisjoint(draft.agents)
        if other and not (named and follows(draft, plea)):
            continue
        if draft.addressees and not same_side(who, draft.addressees, actors):
            continue
        if draft.date is not None and plea.date is not None:
            if draft.date.latest < plea.date.earliest:
                continue
        if not draft.agents and plea.addressees and not _is_told(draft):
            infer_slot(
                draft, "agents", plea.addressees, "before whom it was brought", plea, document
            )
        if not draft.addressees:
            infer_slot(draft, "addressees", who, "who brought it", plea, document)
        if near and not plea.addressees and draft.agents and actors.is_ruling(draft.agents):
            infer_slot(plea, "addressees", draft.agents, "who ruled on it", draft, document)
        return


def _pleader(plea: Draft, actors: Actors) -> tuple[AgentKey, ...]:
    """Whose plea it is: "his complaint was transmitted by the court" is not the court's."""
    if plea.group is not None and plea.group.voice == "passive":
        return actors.owners_of(plea.parsed, plea.subject) or plea.agents
    return plea.agents


def _is_general(draft: Draft, shown: Slot | None) -> bool:
    """ "had never admitted requests concerning": no plea in particular."""
    if shown is None:
        return False
    words, first = draft.parsed.words, shown.first
    plural = words[shown.last - 1].endswith("s")
    return plural and draft.parsed.codes[first] == "w" and words[first] not in _COUNTED


def _pleaders(floor: Floor) -> set[tuple[AgentKey, ...]]:
    """Who has brought anything in the paragraph."""
    return {plea.agents for plea in floor.pleas if plea.agents}


def _is_thing(draft: Draft, words: list[str]) -> bool:
    """Whether the subject is "it" or stands behind "which": the plea spoken of before."""
    group = draft.group
    assert group is not None
    return words in (["it"], ["these"], ["both"]) or draft.parsed.word(group.first - 1) in _THINGS


def _is_told(draft: Draft) -> bool:
    """ "was dismissed by an administrative decision": who ruled is told by other words."""
    last = draft.group.last if draft.group is not None else draft.last
    return "by" in draft.parsed.words[last : last + 2]


def decide_that(draft: Draft, actors: Actors) -> None:
    """ "decided that she should remain in custody": what is decided is decided on her."""
    parsed, content = draft.parsed, draft.content
    if draft.addressees or content is None or draft.act_type is not ActType.DECIDE:
        return
    slot = noun_phrase(parsed, parsed.at(content.start), len(parsed))
    if slot is None or slot.kind != "agent" or parsed.word(slot.last) not in _BINDING:
        return
    if slot.keys == draft.agents and parsed.words[slot.first] in {"he", "she"}:
        draft.addressees = actors.complaining()  # who decides is not who should remain
        return
    agents = [actors.agent(key) for key in slot.keys]
    if all(a is not None and a.kind is AgentKind.PERSON for a in agents):
        draft.addressees = tuple(key for key in slot.keys if key not in draft.agents)


def be_ruled_on(draft: Draft, ruling: Draft | None, document: Document) -> None:
    """ "rejected two further applications for asylum": made by who was refused, to who refused."""
    if ruling is None or ruling.parsed is not draft.parsed or ruling.object is None:
        return
    if draft.agents or draft.act_type not in PLEADING or not ruling.agents:
        return
    if ruling.group is None or ruling.group.voice == "passive":
        return
    if not ruling.last <= draft.first < draft.last <= ruling.object.last + 2:
        return
    infer_slot(draft, "agents", ruling.addressees, "whose plea was ruled on", ruling, document)
    if not draft.addressees:
        infer_slot(draft, "addressees", ruling.agents, "who ruled on it", ruling, document)
