"""The subject of a verb in a row of tokens.

It is told by position, not by nearness alone: fronted phrases ("In October 2006,"), insertions
("by its decision 1/102,"), relative clauses ("which established") and coordination ("and was
therefore unable") are stepped over. Each function is linear in the sentence.
"""

from __future__ import annotations

from ungraph.extractors.fronts import choose_subject
from ungraph.extractors.parsing import AGENT, CITATION, DATE, Filler, ParsedSentence
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import (
    Slot,
    clause_start,
    is_complementizer,
    noun_before,
    noun_phrase,
)

__all__ = ["coordinated_with", "find_subject", "subject_behind"]

_WITHIN = frozenset({"at", "in", "of", "from", "for"})
_COPULAS = frozenset("is are was be been being am".split())
_COORDINATED = 80


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
    if code in {"w", "W"}:
        near = _after_another_verb(parsed, j, verbs)
        if near is not None:
            return near
    if code == ",":
        before = _before_insertion(parsed, j)
        if before is not None:
            return before
        if parsed.words[verb].endswith("ing") and not _is_means(parsed, j):
            joined = _joined_verb(parsed, clause_start(parsed, verb), j, verbs)
            if joined is not None:
                return find_subject(parsed, joined, verbs)
    outer = coordinated_with(parsed, verb, verbs) if code == "c" else None
    if outer is not None:
        return find_subject(parsed, outer, verbs)
    start = clause_start(parsed, verb)
    joined = _joined_verb(parsed, start, j, verbs) if code == "c" else None
    if joined is not None:
        return find_subject(parsed, joined, verbs)
    if code == "c" and parsed.word(start - 1) == "that" and parsed.code(j - 1) == ",":
        start = clause_start(parsed, start - 1)
    chosen = choose_subject(parsed, start, verb)
    if chosen is not None and parsed.word(start - 1) == "that" and chosen.last == verb:
        if parsed.words[chosen.first].endswith("ed") and chosen.kind == "words":
            return noun_before(parsed, start - 1)  # "the countries that responded stated"
    if chosen is None and parsed.word(start - 1) in {"which", "who"}:
        return _antecedent(parsed, start - 1)  # "the Court, which, by a decision of May, reduced"
    if (
        code == "c"
        and parsed.word(start - 1) == "that"
        and (
            chosen is None or chosen.kind == "words" and not is_role(parsed.words[chosen.last - 1])
        )
    ):
        told = _told_before(parsed, start - 1, verbs)
        if told is not None:
            return find_subject(parsed, told, verbs)
    return chosen


def _joined_verb(p: ParsedSentence, start: int, joint: int, verbs: frozenset[int]) -> int | None:
    """Where the verb group begins that this one is joined to ("spoke to a man and described her");
    None where it is a participle or says what was done to another."""
    depth = p.depth[joint]
    closing = p.codes[joint - 1] == ","
    for i in range(joint - 1, 0 if closing else start, -1):
        if i not in verbs or p.depth[i] != depth:
            continue
        if p.words[i].endswith("ing") or p.word(i + 1) == "by":
            return None
        first = i
        while first > start and p.codes[first - 1] in {"x", "m", "n", "v"}:
            first -= 1
        if closing and p.code(first - 1) == "r" and p.code(first - 2) == ",":
            continue  # "with the court, which dismissed it, and submitted": not the court
        return first if p.code(first - 1) in {AGENT, "h", "r", "w", "W"} else None
    return None


def _is_means(parsed: ParsedSentence, comma: int) -> bool:
    """ "by holding him responsible, ordering him to pay": what others did, one after the other."""
    words = parsed.words
    near = range(max(0, comma - 24), comma)
    return any(words[i] == "by" and words[i + 1].endswith("ing") for i in near)


def _told_before(parsed: ParsedSentence, that: int, verbs: frozenset[int]) -> int | None:
    """ "found that the claim was unfounded and declared it inadmissible": the verb before "that"."""
    for i in range(that - 1, max(-1, that - 6), -1):
        if i in verbs:
            return i
    return None


def coordinated_with(parsed: ParsedSentence, verb: int, verbs: frozenset[int]) -> int | None:
    """ "submits that … and refers to": the verb of the outer clause that this one goes on from.

    Both are in the third person of the present, and no such verb of the lexicon stands between.
    """
    conjunction = verb - 1
    while parsed.code(conjunction) == "v":
        conjunction -= 1
    third = parsed.words[verb].endswith("s") and verb in verbs
    if parsed.code(conjunction) != "c" or not third:
        return None
    depth = parsed.depth[verb]
    embedded = False
    for i in range(conjunction - 1, max(-1, verb - _COORDINATED), -1):
        if parsed.depth[i] != depth:
            continue
        if parsed.codes[i] in {";", ":"}:
            return None
        embedded = embedded or parsed.codes[i] == "r" or is_complementizer(parsed, i)
        said = i in verbs or parsed.words[i] in {"fails", "wishes", "continues"}
        if said and parsed.words[i].endswith("s") and parsed.codes[i] == "w":
            return i if embedded else None
    return None


def subject_behind(parsed: ParsedSentence, last: int) -> Slot | None:
    """ "Noting the report, the Council decided": who does what the participle in front says."""
    for i in range(last, len(parsed) - 1):
        if (
            parsed.words[i] == ","
            and parsed.depth[i] == 0
            and parsed.codes[i + 1] in {"d", AGENT, "h"}
        ):
            slot = noun_phrase(parsed, i + 1, len(parsed))
            if slot is not None and (slot.kind == "agent" or parsed.codes[slot.first] == "h"):
                return slot
    return None


def _after_another_verb(parsed: ParsedSentence, j: int, verbs: frozenset[int]) -> Slot | None:
    """ "he had not denounced X and at one moment his interrogator said": the nearer phrase."""
    near = noun_before(parsed, j + 1)
    if near is None or parsed.codes[near.first] != "d":
        return None
    governor = parsed.word(near.first - 1)
    reason = governor in {"as", "since"} and parsed.code(near.first - 2) == ","
    if governor in {"until", "after", "before"} and is_role(parsed.words[near.last - 1]):
        return near  # "until a judge granted"
    if governor in _WITHIN and is_role(parsed.word(near.first - 2)):
        wider = noun_before(parsed, near.first - 1)  # "so the police at the facility sent"
        near = noun_phrase(parsed, wider.first, near.first) if wider is not None else near
        if near is None or parsed.codes[near.first] != "d":
            return None
        governor = parsed.word(near.first - 1)
    if (parsed.code(near.first - 1) in {"p", ""}) and not reason:
        return None
    start = clause_start(parsed, near.first)
    finite = frozenset(k for k in verbs if not parsed.words[k].endswith("ing"))
    return near if _has_verb(parsed, start, near.first, finite) else None


def _has_verb(parsed: ParsedSentence, start: int, stop: int, verbs: frozenset[int]) -> bool:
    """Whether a verb stands there: one of the lexicon, an auxiliary, or a past tense behind a
    name ("B. handed the witness a letter and the witness said")."""
    return any(
        k in verbs
        or parsed.codes[k] in {"x", "m"}
        or (
            parsed.codes[k] == "w"
            and parsed.words[k].endswith("ed")
            and parsed.code(k - 1) in {AGENT, "h"}
        )
        for k in range(start, stop)
    )


def _skip_aside(parsed: ParsedSentence, j: int) -> int:
    """Left of ", respectively," or ", however,"."""
    if j < 2 or parsed.words[j] != ",":
        return j
    k = j - 1
    while k > 0 and j - k < 4 and parsed.codes[k] in {"v", "p"} and parsed.words[k] != ",":
        k -= 1
    return k - 1 if parsed.words[k] == "," and k < j - 1 else j


def _before_insertion(parsed: ParsedSentence, comma: int) -> Slot | None:
    """ "the Special Rapporteur, having received allegations that …, regrets": the agent in front."""
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


def _adjacent(parsed: ParsedSentence, j: int, filler: Filler, verbs: frozenset[int]) -> Slot | None:
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
    if before == "#" and (i == 1 or parsed.code(i - 2) in {".", ")"}):
        return slot  # the mark of a note before a sentence
    if before in {"c", ","}:
        start = clause_start(parsed, i)
        return slot if _has_verb(parsed, start, i - 1, verbs) else None
    if before == "w" and word.endswith("ing"):
        return None  # "two cases involving Canada were closed"
    if before == "w" and parsed.word(i - 2) in {"who", "which"}:
        return _antecedent(parsed, i - 2)  # "the officers who held the defendants demanded"
    if before in {"w", "W", ")"} or before in {"x", "m"} and word not in _COPULAS:
        return slot
    return None


def _antecedent(parsed: ParsedSentence, relative: int) -> Slot | None:
    """What "which", "who" or "that" stands for: the noun phrase before it."""
    k = relative - 1
    while (
        k >= 0
        and parsed.codes[k] in {",", ")", "p"}
        or k >= 0
        and parsed.depth[k] > parsed.depth[relative]
    ):
        k -= 1
    for i in range(k, max(-1, k - 8), -1):
        code, filler = parsed.codes[i], parsed.fillers[i]
        if code == CITATION and filler is not None and parsed.words[relative] != "who":
            return Slot(i, i + 1, "citation", (), filler)
        if code == AGENT and filler is not None and not filler.possessive:
            governors = {parsed.word(i - 1), parsed.word(i - 2)}
            who = parsed.words[relative] == "who"
            if i == k and governors.isdisjoint({"at", "in", "from"} if who else {"of"}):
                return Slot(i, i + 1, "agent", filler.keys, filler)
            if i == k:
                continue
        if code in {";", ".", "x", "m"}:
            break
    near = noun_before(parsed, k + 1) if k >= 0 else None
    if near is not None and parsed.codes[near.last - 1] == "W":
        seat = parsed.word(near.first - 1)
        if parsed.words[relative] == "who" and seat in {"in", "at", "from"}:
            return _human_before(parsed, near.first)
        if seat in {"in", "at"} and parsed.code(near.first - 2) in {"w", "W"}:
            near = noun_before(parsed, near.first - 1)  # "the Bureau in Rabat, which"
        elif seat in {"for", "of", "on"}:
            return None  # the last words of a longer name
    if parsed.words[relative] == "who" and near is not None:
        last = near.last - 1
        if parsed.codes[last] not in {AGENT, "W"} and not is_role(parsed.words[last]):
            near = _human_before(parsed, near.first)
    return near


def _human_before(parsed: ParsedSentence, first: int) -> Slot | None:
    """ "the staff dealing with his case, who observed": the nearest noun for somebody."""
    for i in range(first - 1, max(-1, first - 14), -1):
        if parsed.codes[i] in {";", "x", "m"}:
            return None
        if parsed.codes[i] == "w" and is_role(parsed.words[i]):
            return noun_before(parsed, i + 1)
    return None
