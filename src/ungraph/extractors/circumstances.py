"""What the words around a verb group say of it: a rule, an object, a lead taken up."""

from __future__ import annotations

from ungraph.extractors.parsing import AGENT, CITATION, ParsedSentence
from ungraph.extractors.slots import Slot
from ungraph.extractors.verbs import VerbGroup
from ungraph.matchers.lexicon import CueRow

__all__ = ["asks_to", "governs_noun", "has_object", "is_general", "is_led_again", "sender_before"]

_CLAUSES = frozenset({"that", "shown-that", "denied-that"})


def is_general(parsed: ParsedSentence, group: VerbGroup, subject: Slot | None) -> bool:
    """ "when a court decides to rehabilitate a person": any court, at any time."""
    if subject is None or group.first != group.head or subject.kind not in {"words", "agent"}:
        return False
    if parsed.code(group.first - 1) == "r" and parsed.word(group.first - 2) == ",":
        return False  # "Ana Silva, a Spanish national, who claims": one of them
    if parsed.word(subject.first) not in {"a", "an", "any", "each", "every"}:
        return False
    return parsed.words[group.head].endswith("s") or group.voice == "lead"


def has_object(parsed: ParsedSentence, group: VerbGroup) -> bool:
    """ "condemns all measures that violate": a noun stands between the verb and "that"."""
    i = group.last
    while parsed.code(i) == "v":
        i += 1
    return parsed.word(i) != "that" and parsed.code(i) in {"d", AGENT, "w", "W", "#", CITATION}


def governs_noun(parsed: ParsedSentence, group: VerbGroup, row: CueRow) -> bool:
    """ "established a distinction that benefited farmers": "that" belongs to the noun."""
    if row.frame == "treat":
        return has_object(parsed, group)
    if row.frame != "say" or row.need not in _CLAUSES:
        return False
    i = group.last
    while parsed.code(i) == "v":
        i += 1
    owned = i + (parsed.code(i) == "d" and parsed.word(i) != "that")
    if parsed.code(owned) == AGENT and parsed.code(owned + 1) in {"s", "'"}:
        return parsed.code(owned + 2) == "w"  # "notes the author's claim that"
    return owned > i and parsed.code(owned) == "w"


def is_led_again(parsed: ParsedSentence, group: VerbGroup) -> bool:
    """ "Decides …, and requests the Secretary-General": the organ's second verb in a paragraph."""
    if parsed.sentence.block.part_type not in {"preambular", "operative"}:
        return False
    before = group.first - 1
    while parsed.code(before) == "v":
        before -= 1
    return parsed.code(before) == "c" and parsed.words[group.head].endswith("s")


def asks_to(parsed: ParsedSentence, obj: Slot) -> bool:
    """ "requests the administering Power to assist": the object is asked to do something."""
    return parsed.word(obj.last) == "to" and parsed.code(obj.last + 1) == "w"


def sender_before(parsed: ParsedSentence, index: int) -> Slot | None:
    """ "a letter from the Permanent Representative inviting him": who sent it invites."""
    i = index - 1
    while i > 0 and parsed.codes[i - 1] == "d":
        i -= 1
    filler = parsed.fillers[index - 1]
    if filler is None or parsed.word(i - 1) not in {"from", "by"}:
        return None
    return Slot(i, index, "agent", filler.keys, filler)
