"""Occasion + sentence → event: type, date, place, participants, status.

"the expert undertook a visit to Utopia from 5 to 9 May" · "a meeting was scheduled for 6 May" ·
"at its fifty-ninth session". Words about such events in general ("a country visit is a tool")
give none; "the meeting", without parts of its own, is the one spoken of before.
"""

from __future__ import annotations

from bisect import bisect_right

from ungraph.extractors.event_names import find_name
from ungraph.extractors.event_nouns import draft_noun
from ungraph.extractors.event_sessions import draft_sessions
from ungraph.extractors.event_slots import SUPPORT_WORDS, EventDraft, find_support
from ungraph.extractors.event_verbs import draft_verb
from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.matchers.occasions import Occasion
from ungraph.model.assertion import EventType

__all__ = ["draft_events"]


_QUALIFIED = 3
_TRIPS = frozenset({"visit-v-travel", "visit-v-traveled", "visit-v-visit"})


def draft_events(
    parsed: ParsedSentence, occasions: list[tuple[int, int, Occasion]], actors: Actors
) -> list[EventDraft]:
    """The events of one sentence, in order; *occasions* are (start, end) in the view."""
    drafts: list[EventDraft] = []
    taken: set[int] = set()
    heads = sorted({parsed.at(o[2].head) for o in occasions})
    trips = {parsed.at(o[2].head) for o in occasions if o[2].row.id in _TRIPS}
    front = next((h for h in heads if h not in trips), len(parsed))
    for start, end, occasion in sorted(
        occasions, key=lambda o: (o[2].head, o[2].row.kind != "verb")
    ):
        head = parsed.at(occasion.head)
        if head in taken or not _stands_alone(parsed, occasion, head) or _is_quoted(parsed, head):
            continue
        first, last = parsed.at(start), parsed.at(end - 1) + 1
        row = occasion.row
        following = bisect_right(heads, head)
        stop = heads[following] if following < len(heads) else len(parsed)
        while following < len(heads) and _is_remembered(parsed, heads[following]):
            following += 1  # "the meeting on the anniversary of the Conference, held on 5 May"
            stop = heads[following] if following < len(heads) else len(parsed)
        if _is_remembered(parsed, head):
            stop = head + 1
        if _is_part(parsed, head, stop):  # "the meeting of the fifth session": one place and date
            stop = heads[following + 1] if following + 1 < len(heads) else len(parsed)
        elif row.event_type is EventType.SESSION and {"meeting", "part"} & set(
            parsed.words[max(0, first - 3) : first]
        ):
            stop = head + 1
        found: list[EventDraft] = []
        if row.event_type is EventType.SESSION:
            found = draft_sessions(parsed, row.id, first, head, last, stop, actors)
        if row.kind != "verb" and _is_qualifier(parsed, head, heads):
            continue
        if row.kind == "verb":
            found = draft_verb(parsed, row.id, row.event_type, head, stop, front, actors)
        elif not found:
            found = draft_noun(parsed, row.id, row.event_type, head, stop, front, actors)
        if found:
            taken.add(head)
        drafts.extend(found)
    return drafts


def _stands_alone(parsed: ParsedSentence, occasion: Occasion, head: int) -> bool:
    """Whether the word is no part of a name; "attended the World Conference" is an event though."""
    filler = parsed.fillers[head]
    if filler is None:
        return parsed.starts[head] == occasion.head
    if occasion.row.event_type is not EventType.CONFERENCE:
        return False
    if filler.possessive:
        return False
    return bool(find_name(parsed, head)) or find_support(parsed, head, head) is not None


def _is_qualifier(parsed: ParsedSentence, head: int, heads: list[int]) -> bool:
    """ "the Cancer Summit meeting", "a round-table expert consultation": the last noun counts."""
    following = bisect_right(heads, head)
    if following >= len(heads) or heads[following] - head > _QUALIFIED:
        return False
    last = heads[following]
    if parsed.codes[last] not in {"w", "W"} or parsed.words[last].endswith(("ed", "met")):
        return False
    return not parsed.words[head].endswith("s") and all(
        parsed.codes[i] in {"w", "W"}
        and parsed.words[i] not in SUPPORT_WORDS
        and not parsed.words[i].endswith(("ed", "ing"))
        for i in range(head + 1, last)
    )


def _is_remembered(parsed: ParsedSentence, head: int) -> bool:
    """ "the twenty-fifth anniversary of the Fourth World Conference": what is told behind is not its."""
    near = parsed.words[max(0, head - 7) : head]
    return "anniversary" in near and "of" in near[near.index("anniversary") :]


def _is_part(parsed: ParsedSentence, head: int, stop: int) -> bool:
    """ "the resumed meeting of the fifth session", "the review was held at the 13th meeting"."""
    between = parsed.words[head + 1 : stop]
    if parsed.word(head + 1) == "of" and len(between) < 5:
        return True
    return len(between) < 12 and any(
        a in {"held", "place"} and b == "at" for a, b in zip(between, between[1:], strict=False)
    )


def _is_quoted(parsed: ParsedSentence, head: int) -> bool:
    """Whether the word stands in a title in quotation marks."""
    if '"' not in parsed.codes:
        return False
    marks = [i for i, code in enumerate(parsed.codes) if code == '"']
    before = bisect_right(marks, head)
    return len(marks) % 2 == 0 and before % 2 == 1
