"""Senses of a cue that say no act, or another: "research suggests", "accepted bribes".

Each entry of ``SENSES`` is a value of the column ``need`` of the lexicon and tells whether the
sentence uses the words in the sense of the row.
"""

from __future__ import annotations

from collections.abc import Callable

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import Slot
from ungraph.model.assertion import ActType

__all__ = ["SENSES", "has_word"]

Sense = Callable[[Draft, Slot | None, bool, Actors], bool]
_THIN = frozenset(
    "sufficient sufficiently detailed convincing adequate adequately satisfactory specific clear "
    "concrete substantiated enough new additional substantive plausible compelling reasonable "
    "precise meaningful complete full relevant credible such that reliable persuasive details "
    "detail".split()
)
_FINDINGS = frozenset(
    "research evidence study studies data information literature findings finding experience "
    "analysis analyses figures statistics survey surveys records facts fact practice history "
    "results indications estimates trends circumstances wording term text name".split()
)
_ARGUMENTS = (
    *("argument", "ground", "claim", "allegation", "reason", "evidence", "defence", "theor"),
    *("contention", "assertion", "inadmissib", "explanation", "complaint", "version", "issue"),
)
_TAKINGS = ("bribe", "payment", "money", "gift", "cash", "responsib")


def has_word(draft: Draft, slot: Slot | None, stems: tuple[str, ...]) -> bool:
    """Whether the words of *slot* hold one of *stems* ("institut" is in "the Institute")."""
    if slot is None:
        return False
    words = draft.parsed.words_of(slot.first, slot.last).lower()
    return any(stem in words for stem in stems)


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
    return _THIN.isdisjoint(words)


def _is_advice(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "research suggests that" proposes nothing."""
    subject = draft.subject
    if passive or subject is None or subject.kind != "words":
        return True
    return _FINDINGS.isdisjoint(draft.parsed.words[subject.first : subject.last])


def _is_argument(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    return has_word(draft, shown, _ARGUMENTS)


def _is_plan(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    return not has_word(draft, shown, _ARGUMENTS)


def _is_offer(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "accepted the invitation"; not "accepted bribes", not "the child accepted him"."""
    if shown is None:
        return _is_relative_object(draft)
    if draft.act_type is not ActType.ACCEPT:
        return True
    person = draft.parsed.words[shown.first] in {"him", "us", "me"} and not passive
    return not person and not has_word(draft, shown, _TAKINGS)


def _is_weighed(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The court took his age into account"; not "taking into account" on the way."""
    parsed, group = draft.parsed, draft.group
    if group is None or parsed.sentence.block.part_type in {"preambular", "operative"}:
        return True
    if parsed.words[group.head] == "taking":
        return False
    return not passive or "by" in parsed.words[group.last : group.last + 8]


def _is_said(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The delegation raised concerns"; not "the disease has raised concerns"."""
    subject = draft.subject
    pronoun = subject is not None and draft.parsed.codes[subject.first] == "h"
    return passive or subject is None or pronoun or bool(actors.keys_of(draft.parsed, subject))


def _is_denied(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The State did not recognize it"; not "the Convention does not recognize a right"."""
    return draft.negated and _is_said(draft, shown, passive, actors)


SENSES: dict[str, Sense] = {
    "substance": _says_nothing,
    "advice": _is_advice,
    "argument": _is_argument,
    "plan": _is_plan,
    "obj": _is_offer,
    "weighed": _is_weighed,
    "said": _is_said,
    "negated": _is_denied,
}
