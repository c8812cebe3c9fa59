"""Whether an event was held, is scheduled, proposed, postponed or cancelled, by the words around it.

"a meeting to be held in May", "looks forward to the conference", "the mission was cancelled".
"""

from __future__ import annotations

from ungraph.extractors.parsing import ParsedSentence
from ungraph.model.assertion import EventStatus

__all__ = [
    "WENT_ON",
    "is_supposed",
    "status_of_carrier",
    "status_of_noun",
    "status_of_verb",
    "to_come",
    "turned_status",
]

_TURNS = {
    "postponed": EventStatus.POSTPONED,
    "postponement": EventStatus.POSTPONED,
    "rescheduled": EventStatus.POSTPONED,
    "deferred": EventStatus.POSTPONED,
    "cancelled": EventStatus.CANCELLED,
    "canceled": EventStatus.CANCELLED,
    "cancellation": EventStatus.CANCELLED,
    "suspended": EventStatus.POSTPONED,
    "adjourned": EventStatus.POSTPONED,
    "delayed": EventStatus.POSTPONED,
}
_NOT_HELD = frozenset("held place convened organized organised materialize materialise".split())
_FUTURE = frozenset(
    "will shall would planned scheduled forthcoming upcoming intends expected".split()
)
_COMING = frozenset("next forthcoming upcoming future provisional".split())
_PLANNING = frozenset(
    "plans plan planned scheduled intends agreed hopes planning decides decided decide".split()
)
_ASKING = frozenset(
    "requests requested request invites invited invite encourages encouraged urges urged calls called "
    "proposes proposed asks asked wishes wished recommends recommended".split()
)
_OPEN = frozenset(
    "agree invitation invited invite inviting request requested requests requesting hopes hope wish wishes proposed "
    "propose proposal dates authorization authorize permission organize possible possibility seek "
    "seeking interest willingness pending".split()
)
_HELD = frozenset("held convened organized organised hosted scheduled".split())
_ORGANIZING = frozenset(
    "hold host convene organize organise conduct carry undertake make pay".split()
)
WENT_ON = frozenset("continued continues able began proceeded managed helped".split())
_SUPPOSED = frozenset("would could might should can".split())


def turned_status(parsed: ParsedSentence, first: int, last: int) -> EventStatus | None:
    """Postponed or cancelled, where the tokens from *first* to *last* say so."""
    for i in range(max(0, first), min(last, len(parsed))):
        status = _TURNS.get(parsed.words[i])
        if status is not None and parsed.word(i - 1) != "not":
            return status
        if parsed.codes[i] == "n" and parsed.code(i - 1) in {"x", "m"} and _is_unheld(parsed, i):
            return EventStatus.CANCELLED
    return None


def _is_unheld(parsed: ParsedSentence, i: int) -> bool:
    """ "did not take place", "was never held"."""
    return not _NOT_HELD.isdisjoint(parsed.words[i + 1 : i + 4])


def status_of_verb(parsed: ParsedSentence, group: int, head: int, infinitive: bool) -> EventStatus:
    """ "visited" was held, "will visit" is scheduled, "to visit" is proposed unless planned."""
    words = parsed.words[group:head]
    if "will" in words or "shall" in words:
        return EventStatus.SCHEDULED
    if "would" in words:
        return EventStatus.PROPOSED
    if infinitive:
        before = parsed.words[max(0, group - 8) : group]
        turned = turned_status(parsed, head, min(len(parsed), head + 8))
        if turned is not None:
            return turned
        if "opportunity" in before:
            return EventStatus.HELD
        if any(_is_plan(parsed, i) for i in range(max(0, group - 8), group)):
            return EventStatus.SCHEDULED
        return EventStatus.PROPOSED
    return EventStatus.HELD


def _is_plan(parsed: ParsedSentence, i: int) -> bool:
    """ "plans to visit"; not "the Plan of Implementation of the conference", "pending requests"."""
    word = parsed.words[i]
    if word not in _PLANNING or parsed.codes[i] == "W":
        return False
    return word not in {"plan", "plans", "hopes"} or parsed.word(i + 1) == "to"


def status_of_noun(
    parsed: ParsedSentence, start: int, first: int, head: int, limit: int, support: int | None
) -> EventStatus:
    """The status that the words around a noun give: postponed, planned, hoped for, else held."""
    turned = turned_status(parsed, max(start, first - 8), min(limit, head + 14))
    if turned is None:
        turned = _turned_after_but(parsed, head)
    if turned is not None:
        return turned
    if _was_held(parsed, head, limit):
        return EventStatus.HELD
    near = parsed.words[max(start, first - 6) : min(limit, head + 6)]
    before = parsed.words[max(start, first - 6) : first]
    if not _FUTURE.isdisjoint(near) and not _had(parsed, max(start, first - 6), first):
        return EventStatus.SCHEDULED
    if any(_is_plan(parsed, i) for i in range(max(start, first - 6), first)):
        return EventStatus.SCHEDULED
    if "yet" in near and not {"to", "finalized", "confirmed"}.isdisjoint(near):
        return EventStatus.SCHEDULED  # "dates are yet to be finalized for a mission"
    if "proposed" in parsed.words[max(0, first - 2) : head]:
        return EventStatus.PROPOSED
    if not _COMING.isdisjoint(parsed.words[max(0, first - 2) : head]):
        return EventStatus.SCHEDULED
    if to_come(parsed, head, limit) or _looked_forward(parsed, max(start, first - 14), first):
        return EventStatus.SCHEDULED
    if not _OPEN.isdisjoint(before) and (support is None or support > head):
        return EventStatus.PROPOSED
    return EventStatus.HELD


def _turned_after_but(parsed: ParsedSentence, head: int) -> EventStatus | None:
    """ "called a hearing for 29 May 2012, but it did not take place"."""
    for i in range(head + 1, min(len(parsed), head + 14)):
        if parsed.words[i] == "but" and parsed.word(i + 1) in {"it", "this", "which"}:
            return turned_status(parsed, i, i + 9)
    return None


def _was_held(parsed: ParsedSentence, head: int, limit: int) -> bool:
    """ "the meeting of the Parties, held in Rome": past, whatever is asked for in front of it."""
    for i in range(head + 1, min(limit, head + 24)):
        if parsed.codes[i] in {"x", "m", ";", "r"}:
            return False
        if parsed.words[i] == "to" and parsed.code(i + 1) != "d":
            return False
        if parsed.words[i] in {"held", "convened"} and parsed.word(i + 1) in {
            "in",
            "at",
            "on",
            "from",
        }:
            return True
    return False


def _had(parsed: ParsedSentence, first: int, last: int) -> bool:
    return any(
        parsed.words[i] in {"expected", "agreed"} and parsed.word(i - 1) == "had"
        for i in range(first, last)
    )


def to_come(parsed: ParsedSentence, head: int, limit: int) -> bool:
    """ "to be held", "to take place", "which will be convened" behind the noun."""
    if parsed.word(head + 1) in {"planned", "scheduled", "envisaged"}:
        return True
    for i in range(head + 1, min(limit, head + 45)):
        word, nxt = parsed.words[i], parsed.word(i + 1)
        if word == "to" and (
            nxt == "be"
            and parsed.word(i + 2) in _HELD
            or nxt == "take"
            and parsed.word(i + 2) == "place"
        ):
            return True
        if word in {"will", "shall"} and (
            nxt in {"take", "convene", "meet"} or nxt == "be" and parsed.word(i + 2) in _HELD
        ):
            return True
        if (
            word in {";", ".", "held", "adopted"}
            or word == ","
            and parsed.word(i + 1)
            in {
                "the",
                "a",
                "and",
                "welcoming",
                "noting",
            }
        ):
            return False
    return False


def _looked_forward(parsed: ParsedSentence, first: int, last: int) -> bool:
    near = parsed.words[max(0, first) : last]
    return "forward" in near and parsed.word(max(0, first) + near.index("forward") + 1) == "to"


def status_of_carrier(parsed: ParsedSentence, support: int) -> EventStatus | None:
    """ "decided to hold a meeting", "invites States to convene one"; None where it says nothing."""
    if parsed.word(support - 1) in {"through", "by"} and parsed.words[support].endswith("ing"):
        asked = not _ASKING.isdisjoint(parsed.words[max(0, support - 60) : support])
        return EventStatus.PROPOSED if asked else None
    if parsed.word(support - 1) != "to":
        return None
    before = range(max(0, support - 9), support - 1)
    if any(_is_plan(parsed, i) for i in before):
        return EventStatus.SCHEDULED
    if any(parsed.words[i] in _ASKING for i in before):
        return EventStatus.PROPOSED
    near = parsed.words[max(0, support - 4) : support - 1]
    if parsed.words[support] in _ORGANIZING and WENT_ON.isdisjoint(near):
        return EventStatus.PROPOSED  # "his readiness to host a summit"
    return None


def is_supposed(parsed: ParsedSentence, support: int) -> bool:
    """ "should hold meetings", "would have allowed consultations": said of no meeting there was."""
    group = parsed.words[max(0, support - 4) : support]
    codes = parsed.codes[max(0, support - 4) : support]
    for word, code in zip(reversed(group), reversed(codes), strict=True):
        if word in _SUPPOSED:
            return True
        if code not in {"x", "v", "n"}:
            return False
    return False
