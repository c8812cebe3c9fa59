"""Whether the noun of an event speaks of one there was or is to be, not of such events at large.

"undertook a visit to Utopia", "during the hearing"; not "a country visit is a tool", "annual meetings".
"""

from __future__ import annotations

from ungraph.extractors.event_names import lemma_of
from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.event_status import WENT_ON
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import EventStatus, EventType

__all__ = ["is_anchored"]

_ASKED = frozenset(
    "possibility proposed proposes proposal willingness requested request agree agrees".split()
)
_BEFORE_ONE = frozenset({"during", "at", "after", "following", "of"})
_DEFINITE = frozenset("the this that these those said such its his her their".split())
_GOVERNING = frozenset("during throughout in at of".split())
_SITES = frozenset("region country area field territory subregion".split())
_GENERIC = frozenset("a an any no such each every".split())
_KNOWN = frozenset({"the", "this", "that", "these"})
_PERIODIC = frozenset("annual regular periodic intersessional future".split())
_PRESENT = frozenset(
    "conduct conducts hold holds undertake undertakes make makes attend attends organize organizes "
    "organise carry carries pay pays have has convene convenes host hosts facilitate".split()
)


def is_anchored(
    draft: EventDraft,
    kind: EventType,
    first: int,
    determiner: str,
    support: int | None,
    placed: bool,
    owned: bool,
    actors: Actors,
) -> bool:
    """Whether the words speak of an event that there was or is to be, not of such events at large."""
    parsed, head = draft.parsed, draft.head
    if draft.name:  # "the outcomes of the major United Nations conferences" names none
        plural = parsed.words[head].endswith("s") and " " not in parsed.words[head]
        return not (plural and support is None and not (draft.date or draft.places))
    listed = draft.enlisted and kind is not EventType.VISIT and parsed.code(first - 1) == "d"
    if listed and (determiner in _GENERIC or parsed.codes[head] != "W"):
        return True
    negated = not {"without", "no"}.isdisjoint(parsed.words[max(0, first - 3) : first])
    who = draft.participants
    private = _is_trip(draft) and not (who and actors.is_institution(who))
    if negated or private:
        return False
    bare = parsed.codes[head] == "W" and kind is EventType.CONFERENCE
    if bare and not owned and determiner not in _KNOWN | _GENERIC:
        return False  # "the Department and Congress"
    plural = parsed.words[head].endswith("s")
    if support is not None and support < head and not (draft.date or draft.places or placed):
        loose = plural and determiner not in _DEFINITE or determiner in {"such", "any"}
        if kind is EventType.HEARING and parsed.word(support - 1) == "to" and not draft.definite:
            return False  # "the duty to hold a hearing"
        if kind is EventType.HEARING and parsed.word(support - 1) == "by":
            return False  # "guaranteed his right by conducting a hearing"
        if loose and parsed.words[support] in _PRESENT:
            return False  # "such bodies conduct monitoring visits"
        gerund = parsed.words[support].endswith("ing") and parsed.code(support - 1) not in {
            ",",
            "x",
            "c",
        }
        bare = parsed.word(support - 1) == "to" and WENT_ON.isdisjoint(
            parsed.words[max(0, support - 4) : support - 1]
        )
        if loose and (gerund or bare):
            return False
    if plural and draft.date is None and support is None:
        if kind is EventType.MEETING and determiner in {"its", "their"}:
            return False
        if not _PERIODIC.isdisjoint(parsed.words[max(0, first - 1) : head]):
            return False
        if draft.status is EventStatus.SCHEDULED and not placed:
            return False  # "The country visits of the expert will be made up of"
    if kind is EventType.HEARING and plural and draft.date is None and support is None:
        if parsed.words[head] == "trials" or _is_proceedings(draft) and determiner in _GOVERNING:
            return False  # "throughout judicial proceedings", "the trials of opponents"
    during = _is_during(parsed, head)
    told = determiner in _KNOWN | _GENERIC or owned or during or support is not None
    told = told or plural and draft.date is not None
    if kind is EventType.HEARING and not told and parsed.word(head + 1) != "before":
        return False
    if kind is EventType.VISIT and support is None and not (draft.date or placed):
        if lemma_of(parsed.words[head]) == "mission" and not draft.definite:
            far = parsed.word(head + 1) == "to" and not _SITES.isdisjoint(
                parsed.words[head + 2 : head + 5]
            )  # "the mission to the region of the Special Envoy"
            if not far and not (owned and determiner in {"his", "her", "'s"}):
                return False  # "the primary mission of the Department"
    anchored = bool(
        draft.determined
        or kind is EventType.HEARING
        and (during or determiner in _GENERIC)
        or support is not None
        or during
        and not plural
        or draft.status is EventStatus.PROPOSED
        and determiner in {"a", "an"}
        and not _ASKED.isdisjoint(parsed.words[max(0, first - 6) : first])
        or not {"occasion", "margins", "sidelines", "course"}.isdisjoint(
            parsed.words[max(0, first - 4) : first]
        )
        or placed
        or draft.date
        or draft.yearless
        or owned
        or draft.definite
    )
    if kind is EventType.MEETING and len(who) > 1 - owned and _had_outcome(parsed, head):
        return True
    generic = determiner in _GENERIC and support is None and draft.status is EventStatus.HELD
    generic = generic and parsed.word(first - 2) not in _BEFORE_ONE
    if anchored and not (generic and not (draft.date or draft.yearless or placed)):
        return True
    near = parsed.words[max(0, first - 3) : first]
    if plural and kind is EventType.VISIT and not {"experience", "experiences"}.isdisjoint(near):
        return True  # "his recent experiences in carrying out country visits"
    return plural and parsed.word(first) in {"previous", "recent"}


def _is_proceedings(draft: EventDraft) -> bool:
    """Whether the words are those of proceedings, which go on at any court at any time."""
    return draft.row == "hearing-n-proceedings"


def _had_outcome(parsed: ParsedSentence, head: int) -> bool:
    """ "a meeting with the author had had a negative outcome", "a meeting between A and B was"."""
    if parsed.word(head + 1) not in {"with", "between"}:
        return False
    for i in range(head + 2, min(len(parsed), head + 16)):
        if parsed.codes[i] in {"x", "m", ";", "r", "."}:
            return parsed.words[i] in {"had", "was", "were", "did"}
    return False


def _is_trip(draft: EventDraft) -> bool:
    """Whether it is called a trip, which private persons make too."""
    return draft.row == "visit-n-trip"


def _is_during(parsed: ParsedSentence, head: int) -> bool:
    """ "during the first Tribunal hearing", "at the trial"."""
    i = head - 1
    while i >= 0 and head - i < 9 and parsed.codes[i] in {"d", "W", "w", AGENT, "#", "v", "s"}:
        i -= 1
    return parsed.word(i) in {"during", "throughout", "at"}
