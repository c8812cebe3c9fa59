"""Senses of a cue that say no act, or another: "research suggests", "accepted bribes".

Each entry of ``SENSES`` is a value of the column ``need`` of the lexicon and tells whether the
sentence uses the words in the sense of the row. The words themselves are data (``act_words.csv``).
"""

from __future__ import annotations

from ungraph.extractors.complements import has_complement_that
from ungraph.extractors.deprivations import DEPRIVATIONS, is_kept_informed
from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import Slot, find_by
from ungraph.extractors.things import (
    DONE_TO,
    THINGS,
    Sense,
    has_word,
    is_done_to,
    is_said,
    is_thing,
)
from ungraph.extractors.wording import load_word_list
from ungraph.model.assertion import AgentKind

__all__ = ["SENSES", "has_word"]

_SOURCE_TOKENS = 14
_STANDING_FOR = frozenset({"it", "them", "none", "one", "some", "all", "both", "neither", "any"})
_AWAITING = frozenset({AgentKind.BODY, AgentKind.OFFICE})


def _is_relative_object(draft: Draft) -> bool:
    """ "invitations, which he accepted": the object stands in front."""
    if draft.subject is None:
        return False
    return draft.parsed.word(draft.subject.first - 1) in {"which", "that"}


def _says_nothing(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "has not provided sufficient information" is an answer, if a thin one; no silence."""
    if not draft.negated or draft.group is None:
        return True
    words = draft.parsed.words[draft.group.head + 1 : draft.last]
    if words[-1:] == ["information"] and draft.parsed.word(draft.last) in {"that", "to"}:
        return False
    if words[-1:] and words[-1].startswith("explanation") and not {"any", "no"} & set(words):
        return False
    if words[-1:] == ["details"]:
        return False
    return not load_word_list("thin").has_any(words)


def _is_sourced(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "had not received any information from X", "the Committee received no comments"; not "she
    did not receive any information about her brother"."""
    if not draft.negated or draft.parsed.word(draft.last) == "that":
        return False
    if "from" in draft.parsed.words[draft.last : draft.last + _SOURCE_TOKENS]:
        return True
    agents = [actors.agent(key) for key in actors.keys_of(draft.parsed, draft.subject)]
    return any(agent is not None and agent.kind in _AWAITING for agent in agents)


def _is_argument(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    return has_word(draft, shown, "argument")


def _is_plan(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    return not has_word(draft, shown, "argument") and not has_word(draft, shown, "no-plan")


def _is_offer(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "accepted the invitation"; not "accepted bribes", not "accepted as fact that"."""
    if shown is None:
        return _is_relative_object(draft)
    if has_complement_that(draft.parsed, draft.last) is not None:
        return False  # "it is accepted by the Committee that"
    pronoun = shown.last - shown.first == 1 and draft.parsed.words[shown.first] in _STANDING_FOR
    return pronoun or shown.kind == "citation" or has_word(draft, shown, "offer")


def _is_offered(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The Office offered assistance"; not "the plan offers possibilities", "schools offer"."""
    group, parsed = draft.group, draft.parsed
    if shown is None and group is not None and parsed.word(group.last) == "to":
        return is_said(draft, shown, passive, actors)  # "offered to share its experience"
    if shown is None or group is None or has_word(draft, shown, "not-offered"):
        return False
    if parsed.words[shown.first] == "no" or not is_said(draft, shown, passive, actors):
        return False
    done = parsed.words[group.head] not in {"offer", "offers"} or group.first < group.head
    given = draft.object is not None and draft.object.kind == "agent"
    return done or given or "to" in parsed.words[group.last : group.last + 10]


def _is_weighed(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The court took his age into account"; not "taking into account" on the way."""
    parsed, group = draft.parsed, draft.group
    if group is None or parsed.sentence.block.part_type in {"preambular", "operative"}:
        return True
    if parsed.words[group.head] == "taking":
        return False
    return not passive or "by" in parsed.words[group.last : group.last + 8]


def _is_denied(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The State did not recognize the resolution"; not "did not recognize his face"."""
    if not draft.negated or passive or not is_said(draft, shown, passive, actors):
        return False
    if shown is not None and shown.kind == "citation":
        return True
    return has_word(draft, shown, "standing")


def _is_done(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "He supplemented his appeal"; not "the Convention was supplemented"."""
    by = bool(actors.keys_of(draft.parsed, find_by(draft.parsed, draft.last, len(draft.parsed))))
    return by if passive else is_said(draft, shown, passive, actors)


def _is_informing(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "informed the Committee", "informed that"; not "prior and informed consent"."""
    if is_kept_informed(draft):
        return False
    if passive or draft.parsed.word(draft.last) in {"that", "of", "about", ","}:
        return True
    if shown is None:
        return False
    noun = draft.parsed.words[shown.last - 1]
    return (
        shown.kind == "agent" or draft.parsed.codes[shown.first] in {"d", "h", "W"} or is_role(noun)
    )


def _is_told(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "received information about a prison": somebody gave it; not "received no information"."""
    return not draft.negated


def _is_plainly(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The court considered that"; not "considered whether", which leaves it open."""
    that = has_complement_that(draft.parsed, draft.last)
    return that is not None and draft.parsed.codes[that] != "r"


def _is_told_of(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The State party conceded the point": a thing that somebody who can speak speaks of."""
    if has_complement_that(draft.parsed, draft.last) is not None:
        return False
    return not passive and shown is not None and is_said(draft, shown, passive, actors)


def _is_doubted(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "questioned the credibility", "questions whether"; not "questioned the witness"."""
    if passive or shown is not None and (shown.kind == "agent" or is_role(_noun(draft, shown))):
        return False
    return is_said(draft, shown, passive, actors)


def _noun(draft: Draft, slot: Slot) -> str:
    return draft.parsed.words[slot.last - 1]


def _is_demanded(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "He demanded his release"; not "it demands attention"."""
    return is_said(draft, shown, passive, actors) and not has_word(draft, shown, "not-demanded")


def _is_not_cited(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "She applied for asylum"; not "article 14 applies to claims for damages"."""
    return draft.subject is None or draft.subject.kind != "citation"


def _is_admitted(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "He admitted his guilt", "the court admitted him as a party"; not "admitted to hospital"."""
    if passive or shown is None or has_complement_that(draft.parsed, draft.last) is not None:
        return False
    return shown.kind == "words" or actors.is_ruling(actors.keys_of(draft.parsed, draft.subject))


def _is_served(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The order of 3 May, which was served on him"; not "he served with the army"."""
    subject = draft.subject
    if passive and "on" in draft.parsed.words[draft.last : draft.last + 2]:
        on = draft.parsed.words.index("on", draft.last)
        dated = draft.parsed.code(on + 1) == "T"  # "the term was served on 7 March"
        return not dated and (subject is None or subject.kind != "agent")
    return has_word(draft, shown, "served")


def _is_ratified(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "Peru ratified the Convention"; not "States that have ratified the Convention"."""
    agents = [actors.agent(key) for key in actors.keys_of(draft.parsed, draft.subject)]
    if not passive and any(a is not None and a.kind is AgentKind.GROUP for a in agents):
        return False
    known = shown is not None and shown.kind in {"citation", "agent"}
    pronoun = shown is not None and draft.parsed.words[shown.first] == "it"
    return known or pronoun or has_word(draft, shown, "ratified")


def _is_founded(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The Assembly established a fund", "the Act established a commission"; not "established the
    facts", nor "created an opportunity"."""
    that = has_complement_that(draft.parsed, draft.last) is not None
    apart = passive or draft.parsed.code(draft.last) == "p"  # "established in other cases that"
    if shown is None or that and apart or draft.negated or has_word(draft, shown, "proved"):
        return False
    if not (has_word(draft, shown, "founded") or shown.kind == "agent"):
        return False
    subject = draft.subject
    if passive or subject is None or subject.kind == "citation":
        return True
    law = subject.kind == "words" and has_word(draft, subject, "founding")
    return law or is_said(draft, shown, passive, actors)


def _is_enclosed(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "He attached a letter"; not "a letter is attached", which a noun row tells."""
    return not passive and is_thing("attached")(draft, shown, passive, actors)


SENSES: dict[str, Sense] = {
    "substance": _says_nothing,
    "sourced": _is_sourced,
    "advice": is_said,
    "argument": _is_argument,
    "plan": _is_plan,
    "offer": _is_offer,
    "offered": _is_offered,
    "weighed": _is_weighed,
    "said": is_said,
    "standing": _is_denied,
    "done": _is_done,
    "told": _is_told,
    "informing": _is_informing,
    "admitted": _is_admitted,
    "not-cited": _is_not_cited,
    "demanded": _is_demanded,
    "np-said": _is_told_of,
    "words-said": _is_doubted,
    "plain-that": _is_plainly,
    "ratified": _is_ratified,
    "founded": _is_founded,
    "served": _is_served,
    "attached": _is_enclosed,
    **DEPRIVATIONS,
    **{name: is_thing(name) for name in THINGS},
    **{f"{name}-passive": is_done_to(f"{name}-passive") for name in DONE_TO},
}
