"""Whether what the words name came about: denied nouns, empty subjects, turned word order.

"there was no reply by X", "in the absence of a reply", "none were accepted", "nor did it reply" say
the contrary of the act; "should the court grant it", "if it grants it" leave it open.
"""

from __future__ import annotations

from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.slots import Slot, clause_start
from ungraph.extractors.verbs import VerbGroup

__all__ = ["denial_before", "is_condition", "is_nobody", "is_turned_negative"]

_NEAR = 5
_LACK = frozenset({"absence", "lack", "want"})
_NEVER = frozenset({"nor", "neither", "never", "not", "nowhere"})
_NOBODY = frozenset({"no", "none", "neither", "nobody"})
_OPEN = frozenset({"if", "unless", "whenever", "lest"})
_PROVISO = frozenset({"provided", "event", "case", "condition", "supposing", "assuming"})


def denial_before(parsed: ParsedSentence, head: int) -> int | None:
    """Token where the denial of the noun at *head* begins, None where nothing denies it.

    "no further reply", "the absence of any reply", "without a reply", "neither a reply nor"; the
    "No." of a number denies nothing.
    """
    for i in range(head - 1, max(-1, head - 1 - _NEAR), -1):
        word = parsed.words[i]
        if word in {"no", "neither", "without"}:
            return None if parsed.word(i + 1) == "." else i
        if word == "of" and parsed.word(i - 1) in _LACK:
            return i - 1
        if parsed.codes[i] not in {"w", "W", "v", "d", "#"}:
            return None
    return None


def is_nobody(parsed: ParsedSentence, subject: Slot | None) -> bool:
    """ "none were accepted", "no complaint was filed", "neither party replied"."""
    if subject is None or parsed.words[subject.first] not in _NOBODY:
        return False
    return parsed.word(subject.first + 1) != "."


def is_turned_negative(parsed: ParsedSentence, group: VerbGroup, subject: Slot | None) -> bool:
    """ "Nor did the Government reply", "At no time has it asked": the verb stands in front."""
    before = group.first
    if parsed.code(before - 1) == "r" and parsed.word(before - 2) == "of":
        return parsed.word(before - 3) in _NOBODY  # "replies, none of which were accepted"
    start = clause_start(parsed, before)
    if parsed.word(start) == "neither" and "nor" in parsed.words[start:before]:
        return not {"x", "m"} & set(parsed.codes[start:before])  # "Neither X nor Y replied"
    front = _auxiliary_in_front(parsed, group, subject)
    if front is None:
        return False
    near = parsed.words[max(start, front - 4) : front]
    if not _NEVER.isdisjoint(near) and "only" not in near:
        return True  # "nor, in fact, has she disclosed"
    return any(
        parsed.words[i] == "no" and parsed.codes[i - 1] == "p" for i in range(max(1, start), front)
    )


def is_condition(parsed: ParsedSentence, group: VerbGroup, subject: Slot | None = None) -> bool:
    """ "if he were authorized", "should the court grant it": nothing is said to have been done."""
    start = clause_start(parsed, group.first)
    if subject is not None and start + 1 < subject.first and parsed.word(subject.first - 1) == ",":
        return False  # "if the claim fails, the State party submits that"
    opener = parsed.word(start - 1)
    if opener in _OPEN:
        return True
    if opener == "that" and parsed.word(start - 2) in _PROVISO:
        return parsed.word(start - 3) in {",", "the", "in", "on"} or start == 2
    if opener == "whether" and not {",", "c"} & set(parsed.codes[start : group.first]):
        return True
    front = _auxiliary_in_front(parsed, group, subject)
    if front is None or parsed.words[front] not in {"should", "had", "were"}:
        return False
    if parsed.word(front - 1) in _NEVER:
        return False
    return (
        front == 0
        or parsed.word(front - 1) == "that"
        or parsed.code(front - 1) in {",", "c", ";", ":", '"'}
    )


def _auxiliary_in_front(
    parsed: ParsedSentence, group: VerbGroup, subject: Slot | None
) -> int | None:
    if subject is None or subject.first < 1 or subject.last > group.first:
        return None
    front = subject.first - 1
    return front if parsed.codes[front] in {"x", "m"} else None
