"""Places of a sentence in a row of tokens: noun phrases, clauses, the object, the by-phrase.

Each function is linear in the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.extractors.parsing import AGENT, CITATION, DATE, Filler, ParsedSentence
from ungraph.extractors.roles import is_role
from ungraph.model.assertion import AgentKey

__all__ = [
    "Slot",
    "clause_end",
    "clause_start",
    "find_by",
    "find_object",
    "is_complementizer",
    "noun_before",
    "noun_phrase",
]

_NOMINAL = frozenset({"d", "#", "w", "W", AGENT, CITATION, "s", "'"})
_OF_STATES = frozenset("officials authorities delegation representatives report reports".split())
_NUMBERS = frozenset("two three four five six seven several".split())
_REACH = 30
_STOPS = frozenset({",", ";", ".", "?", "!", "c"})
_CLAUSE_MARKS = frozenset({";", ":", "r"})
_MEASURES = frozenset(
    "number series majority variety range half some all most many several couple list group set".split()
)


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
            if parsed.words[i] == "of" and i > start and parsed.words[i - 1] in _MEASURES:
                i += 1
                continue
            adverb = code == "v" and parsed.words[i].endswith("ly")
            if adverb and parsed.word(i + 1).endswith("ed") and is_role(parsed.word(i + 2)):
                i += 1  # "the author's newly appointed counsel"
                continue
            if parsed.words[i] == "further" and i > start and parsed.words[i - 1] in _NUMBERS:
                i += 1  # "two further applications"
                continue
            break
        filler = parsed.fillers[i]
        if code == AGENT and filler is not None:
            if filler.possessive or parsed.code(i + 1) in {"s", "'"}:
                owners = filler.keys
                i += 1
                continue
            if (
                parsed.code(i + 1) == "w"
                and i + 1 < limit
                and i + 2 <= limit
                and _is_noun_after(parsed, i + 1)
            ):
                owners = filler.keys
                i += 1
                continue
            head = filler
            i += 1
            break
        if code == CITATION and filler is not None:
            return Slot(start, i + 1, "citation", (), filler, owners)
        if i > start and _begins_another(parsed, i):
            break
        i += 1
    if head is not None:
        return _coordinated(parsed, start, i, head, limit)
    return _phrase(start, i, owners) if i > start else None


def _begins_another(parsed: ParsedSentence, i: int) -> bool:
    """ "gave the board | the report", "sent the Government | four letters": a second phrase."""
    before = parsed.codes[i - 1]
    if parsed.codes[i] == "d":
        return before in {"w", "W"}
    if parsed.codes[i] == "w" and parsed.words[i].endswith(("ing", "ed")):
        return is_role(parsed.words[i - 1])  # "the authority requesting", "the section ruled"
    return parsed.codes[i] == "#" and before in {"w", "W"} and is_role(parsed.words[i - 1])


def _phrase(start: int, end: int, owners: tuple[AgentKey, ...]) -> Slot | None:
    return Slot(start, end, "words", (), None, owners) if end > start else None


def _is_noun_after(parsed: ParsedSentence, i: int) -> bool:
    return parsed.words[i] in _OF_STATES


def _coordinated(parsed: ParsedSentence, start: int, i: int, head: Filler, limit: int) -> Slot:
    """ "A and B", "A, B and C", "A as well as B": one slot with all their keys."""
    keys = list(head.keys)
    end = first_end = i
    joined = False  # "A, B" alone is an apposition; a list has its "and"
    while i < limit:
        j = i
        while j < limit and (
            parsed.codes[j] in {",", "c"} or parsed.words[j] in {"as", "well", "both"}
        ):
            j += 1
        while j < limit and parsed.codes[j] == "d":
            j += 1
        if j == i or j >= limit or parsed.codes[j] != AGENT:
            break
        filler = parsed.fillers[j]
        if (
            filler is None
            or filler.pronoun
            or filler.possessive
            or parsed.code(j + 1) in {"s", "'"}
        ):
            break
        if not any(parsed.codes[k] in {"c", ","} for k in range(i, j)):
            break
        joined = joined or "c" in parsed.codes[i:j] or "well" in parsed.words[i:j]
        keys.extend(k for k in filler.keys if k not in keys)
        i = end = j + 1
    if not joined:
        return Slot(start, first_end, "agent", head.keys, head)
    return Slot(start, end, "agent", tuple(keys), head)


# No clause is longer; the bound keeps a text without full stops linear.
_CLAUSE_TOKENS = 1000


def is_complementizer(parsed: ParsedSentence, i: int) -> bool:
    """Whether the "that" at *i* opens a clause ("stated that …"), not a noun ("of that decision")."""
    if parsed.words[i] != "that":
        return False
    return i > 0 and parsed.codes[i - 1] not in {"p", "d"} and parsed.code(i + 1) not in {"of", ""}


def clause_start(parsed: ParsedSentence, verb: int) -> int:
    """First token of the clause of the verb group at *verb*, after its "that", ";" or ":"."""
    known = parsed.clauses.get(verb)
    if known is None:
        known = parsed.clauses[verb] = _clause_start(parsed, verb)
    return known


def _clause_start(parsed: ParsedSentence, verb: int) -> int:
    depths, codes, words = parsed.depth, parsed.codes, parsed.words
    depth = depths[verb]
    first = max(0, verb - _CLAUSE_TOKENS)
    for i in range(verb - 1, first - 1, -1):
        if depths[i] != depth:
            if depths[i] < depth:
                return i + 1
        elif codes[i] in _CLAUSE_MARKS or words[i] == "that" and is_complementizer(parsed, i):
            return i + 1
    return first


def clause_end(parsed: ParsedSentence, last: int, verbs: frozenset[int]) -> int:
    """First token after the clause that goes on from *last*: its end, or a coordinated verb."""
    depths, codes = parsed.depth, parsed.codes
    depth = depths[min(last, len(parsed) - 1)]
    size = min(len(parsed), last + _CLAUSE_TOKENS)
    opened = clause_start(parsed, last) if last < size else 0
    relative = parsed.code(opened - 1) == "r" and parsed.word(opened - 2) == ","
    for i in range(last, size):
        if depths[i] != depth:
            if depths[i] < depth:
                return i
            continue
        code = codes[i]
        if code not in _STOPS:
            continue
        if relative and code == "," and not _lists(parsed, i):
            return i
        if code == ";" or (code in {".", "?", "!"} and i >= size - 2):
            return i
        if code == "c" and _opens_clause(parsed, i + 1, verbs) and not _ends_list(parsed, i):
            return i - 1 if codes[i - 1] == "," and i - 1 > last else i
    return size


def _lists(parsed: ParsedSentence, comma: int) -> bool:
    """Whether the comma separates members of a list: another one or "and" follows soon."""
    return any(
        parsed.words[k] in {"and", "or"} for k in range(comma + 1, min(len(parsed), comma + 5))
    )


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


def _ends_list(parsed: ParsedSentence, conjunction: int) -> bool:
    """ "China, India and Indonesia remain": the conjunction joins names, not clauses."""
    before = parsed.codes[max(0, conjunction - 3) : conjunction]
    after = parsed.code(conjunction + 1)
    return "," in before and parsed.codes[conjunction - 1] == AGENT and after == AGENT


def _opens_clause(parsed: ParsedSentence, i: int, verbs: frozenset[int]) -> bool:
    for k in range(i, min(len(parsed), i + 7)):
        if k in verbs or parsed.codes[k] in {"x", "m"}:
            return True
        if k > i and parsed.codes[k - 1] in {AGENT, "h"} and parsed.words[k].endswith("ed"):
            return True  # "and the Ministry provided him with a copy"
        if parsed.codes[k] not in {"v", AGENT, "h", "d", "n", "W"}:
            return False
    return False


def find_by(parsed: ParsedSentence, last: int, limit: int) -> Slot | None:
    """The agent of a passive: the noun phrase after the first "by" before *limit*."""
    depth = parsed.depth[last] if last < len(parsed) else 0
    for i in range(last, min(limit, last + _REACH)):
        if parsed.depth[i] == depth and (parsed.codes[i] == "r" or is_complementizer(parsed, i)):
            return None  # "requested to say whether the appeal made by him had been granted"
        if parsed.words[i] == "by" and parsed.code(i + 1) != DATE:
            doer = parsed.words[i - 1]
            if doer in {"followed", "accompanied", "caused"}:
                continue
            if (
                i - 1 > last
                and doer.endswith("ed")
                and parsed.word(i - 2) not in {"as", "and", "or"}
            ):
                continue  # "referred to the issues considered by": another verb's
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
    if parsed.words[i : i + 2] in (["in", "this"], ["in", "that"]) and parsed.code(i + 2) == "w":
        i += 3  # "notes in this respect the author's argument"
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
