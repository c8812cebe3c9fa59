"""The words in front of a verb, parted at commas: which of them is the subject, and which only says
when, where or how ("On 7 July, by its decision 1/102, the Commission transmitted").
"""

from __future__ import annotations

from ungraph.extractors.parsing import AGENT, CITATION, DATE, ParsedSentence
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import Slot, noun_phrase

__all__ = ["choose_subject"]

_SUBORDINATE = frozenset("when while where if although though because whereas once unless".split())
_LOCATORS = frozenset("paragraph paragraphs para article articles part section annex".split())
_FRONT = frozenset({"p", DATE, "v", "c"})


def choose_subject(parsed: ParsedSentence, start: int, verb: int) -> Slot | None:
    """The noun phrase between *start* and *verb* that is the subject of *verb*."""
    depth = parsed.depth[verb]
    segments: list[tuple[int, int]] = []
    begin = start
    for i in range(start, verb):
        if parsed.words[i] == "," and parsed.depth[i] == depth:
            segments.append((begin, i))
            begin = i + 1
    segments.append((begin, verb))
    if len(segments) > 1 and parsed.word(start - 1) in _SUBORDINATE:
        segments = segments[1:]
    behind: Slot | None = None
    for first, last in segments:
        while first < last and (parsed.codes[first] in {"v", "c", '"'}):
            first += 1
        if first >= last:
            continue
        if first == 0 and last < min(4, verb) and parsed.codes[last - 1] == "v":
            continue  # "70 Most recently, the Council"
        if (
            parsed.codes[first] in _FRONT
            or parsed.words[first] in {"to", "as"}
            or (parsed.words[first].endswith("ing") and parsed.fillers[first] is None)
            or parsed.words[first] in {"according", "due", "owing", "based"}
            or (parsed.words[first].endswith("ed") and parsed.fillers[first] is None)
        ):
            found = _after_front(parsed, first, last)
            if found is not None and last == verb:
                return found
            behind = behind or (found if found is not None and found.kind == "agent" else None)
            continue
        found = noun_phrase(parsed, first, last)
        if found is not None and found.kind == "agent" and found.last == last != verb:
            return noun_phrase(parsed, first, verb)  # "A, B and C have invited"
        if (
            found is not None
            and last != verb
            and (
                parsed.words[first] in _LOCATORS
                or (found.last < last and parsed.code(segments[-1][0]) == "d")
            )
        ):
            closest = noun_phrase(parsed, segments[-1][0], verb)
            if closest is not None and closest.kind == "agent" and closest.last == verb:
                return closest
        if found is not None and found.kind == "words" and last != verb:
            closest = noun_phrase(parsed, segments[-1][0], verb)
            named = closest is not None and _ends_at(parsed, closest, verb)
            named = named and parsed.codes[last - 1] != AGENT  # "to China, India and Mali remain"
            if named and not is_role(parsed.words[found.last - 1]) and _lone(parsed, closest):
                return closest  # "two days before his visit, however, the Government asked"
        if found is not None:
            return found
    # "By its decision of 20 October the Committee transmitted …, requesting …"
    return behind


def _ends_at(parsed: ParsedSentence, slot: Slot, verb: int) -> bool:
    """ "the Board asked", "the head of the Board asked": an agent or a role right before the verb."""
    if slot.kind == "agent":
        return slot.last == verb
    if slot.kind != "words" or not is_role(parsed.words[slot.last - 1]):
        return False
    i = slot.last
    if parsed.word(i) == "of":
        i += 1
        while parsed.code(i) == "d":
            i += 1
        i += parsed.code(i) in {AGENT, "W"}
    return i == verb


def _lone(parsed: ParsedSentence, slot: Slot | None) -> bool:
    """Whether the phrase stands right behind a comma, and is no member of a list."""
    return slot is not None and parsed.code(slot.first - 1) == ","


def _after_front(parsed: ParsedSentence, first: int, last: int) -> Slot | None:
    """ "On 7 July 1997 the complainant": the noun phrase after a fronted phrase without comma."""
    for i in range(first + 1, last):
        previous = parsed.codes[i - 1]
        if previous in {DATE, CITATION, "w", "W", AGENT, "#"} and (
            parsed.codes[i] == AGENT
            or (parsed.codes[i] == "d" and parsed.depth[i] == parsed.depth[first])
        ):
            found = noun_phrase(parsed, i, last)
            if found is not None and (found.kind == "agent" or found.last >= last - 1):
                return found
    return None
