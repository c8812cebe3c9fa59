"""What the words of an event say of which one is meant: "the Conference", "this meeting", "the same day"."""

from __future__ import annotations

from ungraph.extractors.event_names import lemma_of
from ungraph.extractors.event_slots import EventDraft
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import EventType

__all__ = ["agree", "is_of_record", "is_particular", "is_told_again", "is_unknown", "modifiers"]


def is_unknown(draft: EventDraft) -> bool:
    """ "the Conference" of which nothing was said before: rather a body than an event."""
    if not draft.definite or draft.date is not None:
        return False
    if draft.parsed.words[draft.head].endswith("s"):
        return not draft.places and draft.yearless is None  # "The visits also allow"
    if draft.event_type is EventType.VISIT:
        if draft.parsed.word(draft.head - 1) in {"his", "her", "its", "their"}:
            return False
        return lemma_of(draft.parsed.words[draft.head]) == "mission"  # of peacekeepers, mostly
    return draft.event_type is EventType.CONFERENCE and draft.parsed.codes[draft.head] == "W"


def is_of_record(draft: EventDraft) -> bool:
    """ "this meeting", "the meeting is adjourned": the one that the record is of."""
    parsed, at = draft.parsed, draft.head
    if parsed.words[at] != "meeting" or draft.date is not None:
        return False
    first = at - 1
    while parsed.word(first) in {"plenary", "formal", "general", "special", "important"}:
        first -= 1
    return draft.definite or parsed.word(first) == "this"


def is_particular(draft: EventDraft, lemma: str) -> bool:
    """Whether "the workshop" can be no other than one called so; "the meeting" may be a talk."""
    if draft.event_type is EventType.MEETING:
        return lemma != "meeting"
    if draft.event_type is EventType.HEARING:
        return lemma != "hearing"
    return draft.event_type in {EventType.CONFERENCE, EventType.OTHER}


def modifiers(draft: EventDraft) -> set[str]:
    """The words between its determiner and its noun: "preparatory" in "the preparatory meeting"."""
    parsed, i = draft.parsed, draft.head - 1
    found: set[str] = set()
    while i >= 0 and parsed.codes[i] in {"w", "W", "#"} and draft.head - i < 5:
        found.add(parsed.words[i])
        i -= 1
    return found


def agree(known: PartialDate | None, said: PartialDate | None) -> bool:
    """Whether two dates can be those of one event: one may be less precise than the other."""
    if known is None or said is None:
        return True
    shorter, longer = sorted((str(known), str(said)), key=len)
    return longer.startswith(shorter)


def is_told_again(known: EventDraft, draft: EventDraft) -> bool:
    """Whether two events of one kind on one day are one: "the meeting", the same place or people."""
    if known.name and draft.name and known.name != draft.name:
        return False
    if draft.determined or draft.places and draft.places == known.places:
        return True
    return bool(draft.participants) and set(draft.participants) <= set(known.participants)
