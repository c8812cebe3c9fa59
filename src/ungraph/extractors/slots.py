"""Places of a sentence: subject, by-phrase, object, addressee, in a row of tokens.

The subject slot is told by position, not by nearness alone: fronted phrases ("In October 2006,"),
insertions ("by its decision 1/102,"), relative clauses ("which established") and coordination
("and was therefore unable") are stepped over. Each function is linear in the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.extractors.parsing import AGENT, CITATION, DATE, Filler, ParsedSentence
from ungraph.model.assertion import AgentKey

__all__ = [
    "Slot",
    "clause_end",
    "clause_start",
    "find_by",
    "find_object",
    "find_subject",
    "is_complementizer",
    "noun_before",
    "noun_phrase",
]

_NOMINAL = frozenset({"d", "#", "w", "W", AGENT, CITATION, "s", "'"})
_SUBORDINATE = frozenset("when while where if although though because whereas once unless".split())
_FRONT = frozenset({"p", DATE, "v", "c"})
_REACH = 30


@dataclass(frozen=True, slots=True)
class Slot:
    """Tokens *first* to *last* (exclusive) that fill a place, and the agents among them.

    *kind*: "agent" (the head is one), "citation", "words" (a phrase headed by something else),
    "implied" (the organ that speaks in this document).
    """

    first: int
    last: int
    kind: str
    keys: tuple[AgentKey, ...] = ()
    filler: Filler | None = None
    owners: tuple[AgentKey, ...] = ()


def noun_phrase(parsed: ParsedSentence, first: int, limit: int) -> Slot | None:
    """The noun phrase that begins at *first*: "the complainant and B.", "his first petition"."""
    depth = parsed.depth[first] if first < len(parsed) else 0
    i = first
    owners: tuple[AgentKey, ...] = ()
    while i < limit and (parsed.codes[i] in {"v", '"'} or parsed.words[i] in {"both", "inter"}):
        i += 1
    start = i
    head: Filler | None = None
    while i < limit:
        if parsed.depth[i] > depth or parsed.codes[i] == ")":
            i += 1
            continue
        code = parsed.codes[i]
        if code == "h":
            return Slot(start, i + 1, "words") if i == start else _phrase(start, i, owners)
        if code not in _NOMINAL:
            break
        filler = parsed.fillers[i]
        if code == AGENT and filler is not None:
            if filler.possessive or parsed.code(i + 1) in {"s", "'"}:
                owners = filler.keys
                i += 1
                continue
            if parsed.code(i + 1) == "w" and i + 1 < limit and i + 2 <= limit and _is_noun_after(parsed, i + 1):
                owners = filler.keys
                i += 1
                continue
            head = filler
            i += 1
            break
        if code == CITATION and filler is not None:
            return Slot(start, i + 1, "citation", (), filler, owners)
        i += 1
    if head is not None:
        return _coordinated(parsed, start, i, head, limit)
    return _phrase(start, i, owners) if i > start else None


def _phrase(start: int, end: int, owners: tuple[AgentKey, ...]) -> Slot | None:
    return Slot(start, end, "words", (), None, owners) if end > start else None


def _is_noun_after(parsed: ParsedSentence, i: int) -> bool:
    word = parsed.words[i]
    return word in {"officials", "authorities", "delegation", "representatives", "report", "reports"}


def _coordinated(
    parsed: ParsedSentence, start: int, i: int, head: Filler, limit: int
) -> Slot:
    """"A and B", "A, B and C", "A as well as B": one slot with all their keys."""
    keys = list(head.keys)
    end = i
    while i < limit:
        j = i
        while j < limit and (parsed.codes[j] in {",", "c"} or parsed.words[j] in {"as", "well", "both"}):
            j += 1
        while j < limit and parsed.codes[j] == "d":
            j += 1
        if j == i or j >= limit or parsed.codes[j] != AGENT:
            break
        filler = parsed.fillers[j]
        if filler is None or filler.pronoun or filler.possessive or parsed.code(j + 1) in {"s", "'"}:
            break
        if not any(parsed.codes[k] in {"c", ","} for k in range(i, j)):
            break
        keys.extend(k for k in filler.keys if k not in keys)
        i = end = j + 1
    return Slot(start, end, "agent", tuple(keys), head)


def is_complementizer(parsed: ParsedSentence, i: int) -> bool:
    """Whether the "that" at *i* opens a clause ("stated that …"), not a noun ("of that decision")."""
    if parsed.words[i] != "that":
        return False
    return i > 0 and parsed.codes[i - 1] not in {"p", "d"} and parsed.code(i + 1) not in {"of", ""}


def clause_start(parsed: ParsedSentence, verb: int) -> int:
    """First token of the clause of the verb group at *verb*, after its "that", ";" or ":"."""
    depth = parsed.depth[verb]
    i = verb - 1
    while i >= 0:
        if parsed.depth[i] < depth:
            return i + 1
        if parsed.depth[i] == depth:
            code = parsed.codes[i]
            if code in {";", ":"} or is_complementizer(parsed, i) or code == "r":
                return i + 1
        i -= 1
    return 0


def clause_end(parsed: ParsedSentence, last: int, verbs: frozenset[int]) -> int:
    """First token after the clause that goes on from *last*: its end, or a coordinated verb."""
    depth = parsed.depth[min(last, len(parsed) - 1)]
    i = last
    size = len(parsed)
    opened = clause_start(parsed, last) if last < size else 0
    relative = parsed.code(opened - 1) == "r" and parsed.word(opened - 2) == ","
    while i < size:
        if parsed.depth[i] < depth:
            return i
        if parsed.depth[i] == depth:
            code = parsed.codes[i]
            if relative and code == "," and not _lists(parsed, i):
                return i
            if code == ";" or (code in {".", "?", "!"} and i >= size - 2):
                return i
            if code == "c" and _opens_clause(parsed, i + 1, verbs):
                return i - 1 if parsed.codes[i - 1] == "," and i - 1 > last else i
        i += 1
    return size


def _lists(parsed: ParsedSentence, comma: int) -> bool:
    """Whether the comma separates members of a list: another one or "and" follows soon."""
    return any(parsed.words[k] in {"and", "or"} for k in range(comma + 1, min(len(parsed), comma + 5)))


def noun_before(parsed: ParsedSentence, index: int) -> Slot | None:
    """The noun phrase right before *index*: "all previous decisions" in "… decisions adopted by"."""
    first = index
    while first > 0 and parsed.codes[first - 1] in {"w", "W", "#", CITATION, AGENT, "d", "s"}:
        if parsed.words[first - 1] == "that" and is_complementizer(parsed, first - 1):
            break
        first -= 1
        if parsed.codes[first] == "d" or index - first > 6:
            break
    if first == index:
        return None
    filler = parsed.fillers[index - 1]
    if parsed.codes[index - 1] == CITATION:
        return Slot(index - 1, index, "citation", (), filler)
    return Slot(first, index, "words")


def _opens_clause(parsed: ParsedSentence, i: int, verbs: frozenset[int]) -> bool:
    for k in range(i, min(len(parsed), i + 7)):
        if k in verbs or parsed.codes[k] in {"x", "m"}:
            return True
        if parsed.codes[k] not in {"v", AGENT, "h", "d", "n", "W"}:
            return False
    return False


def find_subject(parsed: ParsedSentence, verb: int, verbs: frozenset[int]) -> Slot | None:
    """What stands in the subject slot of the verb group that begins at token *verb*."""
    depth = parsed.depth[verb]
    j = verb - 1
    while j >= 0 and (parsed.depth[j] > depth or parsed.codes[j] in {"v", ")", '"', "("}):
        j -= 1
    j = _skip_aside(parsed, j)
    if j < 0 or parsed.depth[j] < depth:
        return None
    code, word = parsed.codes[j], parsed.words[j]
    if word == "that" or code == "r":
        return _antecedent(parsed, j)
    filler = parsed.fillers[j]
    if code == AGENT and filler is not None and not filler.possessive:
        adjacent = _adjacent(parsed, j, filler, verbs)
        if adjacent is not None:
            return adjacent
    if code == "h":
        return Slot(j, j + 1, "words")
    if code == ",":
        before = _before_insertion(parsed, j)
        if before is not None:
            return before
    start = clause_start(parsed, verb)
    if code == "c" and parsed.word(start - 1) == "that" and parsed.code(j - 1) == ",":
        start = clause_start(parsed, start - 1)
    return _choose(parsed, start, verb)


def _skip_aside(parsed: ParsedSentence, j: int) -> int:
    """Left of ", respectively," or ", however,"."""
    if j < 2 or parsed.words[j] != ",":
        return j
    k = j - 1
    while k > 0 and j - k < 4 and parsed.codes[k] in {"v", "p"} and parsed.words[k] != ",":
        k -= 1
    return k - 1 if parsed.words[k] == "," and k < j - 1 else j


def _before_insertion(parsed: ParsedSentence, comma: int) -> Slot | None:
    """"the Special Rapporteur, having received allegations that …, regrets": the agent in front."""
    depth = parsed.depth[comma]
    for i in range(comma - 1, 0, -1):
        if parsed.depth[i] != depth or parsed.words[i] != ",":
            continue
        filler = parsed.fillers[i - 1]
        if filler is None or filler.code != AGENT or filler.possessive:
            continue
        word = parsed.word(i + 1)
        if word.endswith("ing") or parsed.code(i + 1) == "r":
            first = i - 1
            while first > 0 and parsed.codes[first - 1] == "d":
                first -= 1
            if parsed.code(first - 1) != "p":
                return Slot(first, i, "agent", filler.keys, filler)
    return None


def _adjacent(
    parsed: ParsedSentence, j: int, filler: Filler, verbs: frozenset[int]
) -> Slot | None:
    """The agent right before the verb, unless a preposition or a list governs it."""
    i = j
    while i > 0 and parsed.codes[i - 1] == "d" and not is_complementizer(parsed, i - 1):
        i -= 1
    before, word = parsed.code(i - 1), parsed.word(i - 1)
    slot = Slot(i, j + 1, "agent", filler.keys, filler)
    if word == "as" and (i == 1 or parsed.code(i - 2) == ","):
        return slot
    if word in {"after", "before", "since", "until"}:
        return slot
    if filler.pronoun or before in {"", "r", ";", ":", DATE, CITATION, '"'} or word == "that":
        return slot
    if before in {"c", ","}:
        start = clause_start(parsed, i)
        has_verb = any(k in verbs or parsed.codes[k] in {"x", "m"} for k in range(start, i - 1))
        return slot if has_verb else None
    if before in {"w", "W", ")"} :
        return slot
    return None


def _antecedent(parsed: ParsedSentence, relative: int) -> Slot | None:
    """What "which", "who" or "that" stands for: the noun phrase before it."""
    k = relative - 1
    while k >= 0 and parsed.codes[k] in {",", ")", "p"} or k >= 0 and parsed.depth[k] > parsed.depth[relative]:
        k -= 1
    for i in range(k, max(-1, k - 8), -1):
        code, filler = parsed.codes[i], parsed.fillers[i]
        if code == CITATION and filler is not None and parsed.words[relative] != "who":
            return Slot(i, i + 1, "citation", (), filler)
        if code == AGENT and filler is not None and not filler.possessive:
            if i == k and (parsed.words[relative] == "who" or parsed.code(i - 1) != "p"
                           and parsed.code(i - 2) != "p"):
                return Slot(i, i + 1, "agent", filler.keys, filler)
            if i == k:
                continue
        if code in {";", ".", "x", "m"}:
            break
    start = k
    while start > 0 and parsed.codes[start - 1] in {"d", "w", "W", "#"}:
        start -= 1
    return Slot(start, k + 1, "words") if k >= 0 else None


def _choose(parsed: ParsedSentence, start: int, verb: int) -> Slot | None:
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
    for first, last in segments:
        while first < last and (parsed.codes[first] in {"v", "c", '"'}):
            first += 1
        if first >= last:
            continue
        if parsed.codes[first] in _FRONT or parsed.words[first] in {"to", "as"} or (
            parsed.words[first].endswith("ing") and parsed.fillers[first] is None
        ) or parsed.words[first] in {"according", "due", "owing", "based"} or (
            parsed.words[first].endswith("ed") and parsed.fillers[first] is None
        ):
            found = _after_front(parsed, first, last)
            if found is not None and last == verb:
                return found
            continue
        found = noun_phrase(parsed, first, last)
        if found is not None and found.kind == "words" and last != verb:
            closest = noun_phrase(parsed, segments[-1][0], verb)
            if closest is not None and closest.kind == "agent" and closest.last == verb:
                return closest
        if found is not None:
            return found
    return None


def _after_front(parsed: ParsedSentence, first: int, last: int) -> Slot | None:
    """"On 7 July 1997 the complainant": the noun phrase after a fronted phrase without comma."""
    for i in range(first + 1, last):
        previous = parsed.codes[i - 1]
        if previous in {DATE, CITATION, "w", "W", AGENT, "#"} and (
            parsed.codes[i] == AGENT or (parsed.codes[i] == "d" and parsed.depth[i] == parsed.depth[first])
        ):
            found = noun_phrase(parsed, i, last)
            if found is not None and (found.kind == "agent" or found.last >= last - 1):
                return found
    return None


def find_by(parsed: ParsedSentence, last: int, limit: int) -> Slot | None:
    """The agent of a passive: the noun phrase after the first "by" before *limit*."""
    for i in range(last, min(limit, last + _REACH)):
        if parsed.words[i] == "by" and parsed.code(i + 1) != DATE:
            if parsed.words[i - 1] in {"followed", "accompanied", "caused"}:
                continue
            nxt = parsed.word(i + 1)
            if nxt.endswith("ing") and parsed.code(i + 1) != AGENT:
                continue
            return noun_phrase(parsed, i + 1, min(limit, len(parsed)))
    return None


def find_object(parsed: ParsedSentence, last: int, limit: int) -> Slot | None:
    """The noun phrase that follows a verb, past adverbs and insertions ("invited him, inter alia,")."""
    i = last
    while i < limit and (parsed.codes[i] in {"v", '"'} or parsed.words[i] in {"upon"}):
        i += 1
    if i < limit and parsed.words[i] == ",":
        closing = next((k for k in range(i + 1, min(limit, i + 9)) if parsed.words[k] == ","), None)
        i = closing + 1 if closing is not None else limit
    if i < limit and parsed.words[i] == "to" and parsed.code(i + 1) in {"d", AGENT, "W"}:
        to = noun_phrase(parsed, i + 1, limit)
        i = to.last if to is not None else i
    if i >= limit or parsed.codes[i] not in _NOMINAL | {"h"} and parsed.codes[i] != DATE:
        return None
    if parsed.words[i] == "that" and is_complementizer(parsed, i):
        return None
    return noun_phrase(parsed, i, limit)
