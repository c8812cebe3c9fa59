"""What a row of the lexicon asks of the sentence (column ``need``) before it says an act."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.senses import SENSES, has_word
from ungraph.extractors.slots import Slot, noun_before, noun_phrase
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType, AgentKind

__all__ = ["meets_need"]

_OF_SUBJECT = frozenset({"pending", "unanswered"})
_OFFICIAL = frozenset(
    {
        AgentKind.GOVERNMENT,
        AgentKind.STATE,
        AgentKind.BODY,
        AgentKind.OFFICE,
        AgentKind.ORGANIZATION,
    }
)
_LISTED = {
    "allow": "allowed",
    "present": "presented",
    "send": "sent",
    "lodged": "lodged",
    "pending": "pending",
    "unanswered": "unanswered",
}

_OF_THINGS = frozenset({"spoken", "refused"})


def meets_need(draft: Draft, cue: Cue, that: int | None, actors: Actors) -> bool:
    """Whether the sentence bears out the row of *cue*; *that* is its complement clause."""
    need = cue.row.need
    group = draft.group
    passive = group is not None and group.voice == "passive"
    shown = draft.subject if passive else _thing(draft)
    if need in {"any", "verb", "source"}:
        return True
    if need in _OF_THINGS:
        return _has_thing(draft, shown, that, passive) and SENSES[need](
            draft, shown, passive, actors
        )
    if need in {"shown-that", "denied-that"} and that is None and not _is_parenthetical(draft):
        return False
    if need in SENSES:
        return SENSES[need](draft, shown, passive, actors)
    if need == "that":
        return that is not None or _is_parenthetical(draft)
    if need == "np":
        return _has_thing(draft, shown, that, passive)
    if need == "agentsaid":
        given = shown is not None and bool(actors.keys_of(draft.parsed, shown))
        return given and SENSES["said"](draft, shown, passive, actors)
    if need == "agentobj":
        return shown is not None and bool(actors.keys_of(draft.parsed, shown))
    if need == "official":
        kinds = {
            a.kind for k in actors.keys_of(draft.parsed, draft.subject) if (a := actors.agent(k))
        }
        return not passive and bool(kinds) and kinds <= _OFFICIAL
    if need == "agree":
        near = set(draft.parsed.words[draft.last : draft.last + 3])
        return not passive and not near.isdisjoint({"to", "that", "on", "with", "upon"})
    if need == "admit":
        return that is None and not passive and shown is not None and shown.kind == "words"
    if need == "ruling":
        keys = actors.keys_of(draft.parsed, draft.subject)
        return that is None and shown is not None and (passive or actors.is_ruling(keys))
    if need == "organ":
        return draft.subject is not None and draft.subject.kind in {"agent", "citation"}
    if need == "adopt":
        cited = any(slot is not None and slot.kind == "citation" for slot in (shown, draft.subject))
        return cited or has_word(draft, shown, "adopted")
    if need in _LISTED and need not in _OF_SUBJECT and shown is None and not passive:
        # "the report (A/HRC/23/35), which he presented to the Council"
        return draft.subject is not None and draft.parsed.word(draft.subject.first - 1) == "which"
    if need in _LISTED:
        return has_word(draft, draft.subject if need in _OF_SUBJECT else shown, _LISTED[need])
    return False


def _has_thing(draft: Draft, shown: Slot | None, that: int | None, passive: bool) -> bool:
    """Whether a thing is spoken of: "denied the claim", "which he denied"; not "denied that"."""
    if that is not None and (not passive or draft.act_type is ActType.STATE):
        return False
    if shown is None and draft.subject is not None and not passive:
        return draft.parsed.word(draft.subject.first - 1) in {"which", "that"}
    return shown is not None and (
        not passive or shown.kind != "agent" or draft.row.frame == "treat"
    )


def _thing(draft: Draft) -> Slot | None:
    """The direct object, past whom it is given to: "sent the Government FOUR LETTERS"."""
    first = draft.object
    if first is None and draft.subject is not None and draft.subject.first > 0:
        before = draft.subject.first - 1  # "the complaint he had lodged", "which he lodged"
        if draft.parsed.word(before) in {"which", "that"}:
            before -= 1
        return noun_before(draft.parsed, before + 1) if draft.parsed.code(before) == "w" else None
    if first is None or first.kind != "agent" or draft.row.frame != "give":
        return first
    second = noun_phrase(draft.parsed, first.last, len(draft.parsed))
    return second if second is not None else first


def _is_parenthetical(draft: Draft) -> bool:
    """ "As the author stated, …"."""
    if draft.subject is None or draft.group is None or draft.group.voice != "active":
        return False
    before = draft.parsed.word(draft.subject.first - 1)
    after = draft.parsed.word(draft.last)
    if before == "," and after in {",", "."} and draft.subject.last == draft.group.first:
        noun = draft.parsed.words[draft.subject.last - 1]
        pronoun = draft.parsed.codes[draft.subject.first] == "h"
        return draft.subject.kind == "agent" or pronoun or is_role(noun)
    return before == "as" and draft.subject.kind == "agent" and after in {",", ".", "in", "on", ")"}
