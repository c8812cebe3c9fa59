"""The words of a task: where it ends, and what goes on behind it that is no part of it."""

from __future__ import annotations

from ungraph.extractors.parsing import AGENT, ParsedSentence

__all__ = ["goes_with_inner", "label_end", "next_act"]

_BEGINNING = ("continu", "begin", "start", "seek", "strive", "endeavour", "need", "tak", "help")
_TASK_VERBS = frozenset(
    "submit report present transmit provide prepare communicate inform brief update keep ensure "
    "continue consider make take include identify develop undertake convene review examine".split()
)
_TAIL = (
    "in accordance with",
    "with a view to",
    "in order to",
    "pursuant to",
    "in line with",
    "in conformity with",
    "taking into account",
    "bearing in mind",
    "as well as in",
)


# Verbs with which a resolution begins another act after a comma or "and".
_NEXT_ACT = frozenset(
    "urges requests stresses expresses calls decides encourages invites emphasizes emphasises "
    "reiterates welcomes notes underlines underscores recalls reaffirms affirms demands condemns "
    "commends authorizes directs instructs acknowledges recognizes appeals".split()
)
_AFTER_ACT = frozenset("that its upon on all their his her with".split())
_REGARD = frozenset("regard context respect connection".split())
_INSERTED = frozenset("as where if when inter through within".split())
_AFTER_INSERTED = frozenset("of a an the all any on".split())
_INSERTION_TOKENS = 30


def next_act(parsed: ParsedSentence, first: int, end: int) -> int:
    """Where another act of the same paragraph begins (", and urges the parties to"), else *end*."""
    for i in range(first + 2, end - 1):
        if parsed.words[i] not in _NEXT_ACT or parsed.depth[i] != parsed.depth[first]:
            continue
        before, after = i - 1, i + 1
        while before > first and parsed.words[before] in {"further", "also", ","}:
            before -= 1
        if parsed.words[before] in _REGARD and parsed.words[before - 2] == "in":
            before -= 3
        opened = parsed.codes[before] in {"c", ";"} or parsed.codes[i - 1] == ","
        if opened and (parsed.codes[after] in {"d", AGENT} or parsed.words[after] in _AFTER_ACT):
            return before + (parsed.codes[before] not in {"c", ";"})
    return end


def goes_with_inner(parsed: ParsedSentence, first: int, to: int) -> bool:
    """Whether "and to impede" goes with an infinitive inside the task ("the use of mercenaries to
    undermine … and to impede"), and begins no task of its own."""
    begun = parsed.words[first + 1].startswith(_BEGINNING) and parsed.words[first + 2] == ","
    if begun and parsed.words[to - 1] == ",":
        return True  # "to continue, through all means at his disposal, to inform"
    if parsed.words[to + 1] in _TASK_VERBS or parsed.words[to - 2] in {",", ";"}:
        return False
    inner = [
        i
        for i in range(first + 2, to - 1)
        if parsed.words[i] == "to" and parsed.codes[i + 1] == "w" and parsed.codes[i - 1] == "w"
    ]
    return any(not parsed.words[i - 1].startswith(_BEGINNING) for i in inner)


def label_end(parsed: ParsedSentence, first: int, stop: int) -> int:
    """The words of the task itself, without how, why and on what ground."""
    inserted = first
    for i in range(first + 1, stop):
        if i < inserted:
            continue
        if parsed.words[i] == "," and i != inserted and not _goes_on(parsed, i + 1, stop):
            closed = _insertion_end(parsed, first, i, stop)
            if closed is None:
                return i
            inserted = closed
            continue
        phrase = " ".join(parsed.words[i : i + 4])
        if any(phrase.startswith(tail) for tail in _TAIL) and not _is_participle(parsed, i - 1):
            return i
    return stop


def _is_participle(parsed: ParsedSentence, i: int) -> bool:
    """ "the Panel established pursuant to": what stands behind tells which one is meant."""
    return parsed.words[i].endswith("ed") or parsed.words[i] in {
        "set",
        "held",
        "made",
        "undertaken",
    }


def _insertion_end(parsed: ParsedSentence, first: int, comma: int, stop: int) -> int | None:
    """The comma that closes what the one at *comma* opens, where the task goes on behind it:
    "submit, within three months, a report", "keep it informed, as appropriate, of events"."""
    bare = comma == first + 1
    if not bare and parsed.word(comma + 1) not in _INSERTED:
        return None
    for i in range(comma + 2, min(stop - 1, comma + _INSERTION_TOKENS)):
        if parsed.words[i] != "," or parsed.depth[i] != parsed.depth[comma]:
            continue
        if (
            parsed.words[i + 1] in _AFTER_INSERTED
            or bare
            and (parsed.codes[i + 1] == "w" or parsed.words[i + 1] == "to")
        ):
            return i
        if not bare:
            return None
    return None


def _goes_on(parsed: ParsedSentence, i: int, stop: int) -> bool:
    """Whether after a comma the enumeration goes on ("information, studies and reports")."""
    return (
        i < stop
        and parsed.codes[i] in {"w", "c", "d", AGENT, "W"}
        and not any(" ".join(parsed.words[i : i + 4]).startswith(tail) for tail in _TAIL)
        and parsed.words[i] not in {"including", "inter", "taking"}
    )
