"""Who took part in an event, beyond the subject of its verb.

"met with the Minister of Health, the Ombudsman and representatives of UNICEF" · "participated in
several meetings, including the conference on housing" · "During the hearing, the author stated".
"""

from __future__ import annotations

from ungraph.extractors.event_slots import group_start
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import Slot, clause_start, noun_phrase
from ungraph.extractors.subjects import find_subject, subject_behind
from ungraph.model.assertion import AgentKey, AgentKind

__all__ = [
    "find_companions",
    "find_enlisted",
    "find_opening",
    "find_wishing",
    "is_pronoun",
    "read_people",
]

_MOST = 12
_REACH = 140
_OF = frozenset({"of", "from", "for", "at"})
_WITH = frozenset({"with", "between", "involving"})
_LISTED = frozenset({"at", "in", "including", "with", "and", ",", ";", ":", "also"})
_TAKING = frozenset(
    "participated participate participating attended attending contributed contributing took taken "
    "spoke addressed gave given delivered presented presentations undertook undertaken conducted "
    "held convened organized organised interventions made visited joined".split()
)
_PARTICIPLE = frozenset({"by", "in", "on", "at", "from", "under"})
_ATTENDED = frozenset("attended provided given delivered".split())
_WISHES = frozenset(
    "request requests wish wishes willingness desire intention invitation plan plans".split()
)
_NAMED = frozenset({AgentKind.PERSON, AgentKind.OFFICE})


def read_people(
    parsed: ParsedSentence, first: int, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """The people and bodies of the list from *first* on; what no table and no role names is left out."""
    keys: list[AgentKey] = []
    i = first
    for _ in range(_MOST):
        while i < limit and (
            parsed.codes[i] in {"d", "v"} or parsed.words[i] in {"both", "various", "several"}
        ):
            i += 1
        slot = noun_phrase(parsed, i, limit) if i < limit else None
        if slot is None or slot.last <= i:
            break
        if (
            i > first
            and parsed.codes[slot.first] == "w"
            and parsed.words[slot.first].endswith("ed")
        ):
            break  # "met the prosecutor and asked him"
        if slot.kind == "agent":
            keys.extend(slot.keys)
        elif parsed.codes[slot.first] == "h":
            keys.extend(actors.keys_of(parsed, slot))
        elif slot.kind == "words" and is_role(parsed.words[slot.last - 1]):
            keys.extend(actors.keys_of(parsed, slot))
        elif slot.kind == "words" and slot.owners:
            pass
        i = _past_complement(parsed, slot.last, limit)
        following = _next_member(parsed, i, limit)
        if following is None:
            break
        i = following
    return tuple(dict.fromkeys(keys))


def _past_complement(parsed: ParsedSentence, i: int, limit: int) -> int:
    """Behind "of Utopia", "of the Parliament", "from the Ministry of Foreign Affairs"."""
    while i < limit:
        if parsed.codes[i] == "(":
            while i < limit and parsed.codes[i] != ")":
                i += 1
            i += 1
        elif parsed.words[i] in _OF and i + 1 < limit:
            slot = noun_phrase(parsed, i + 1, limit)
            if slot is None:
                return i
            i = min(slot.last, _first_list_end(parsed, i + 1, slot.last))
        else:
            return i
    return i


def _first_list_end(parsed: ParsedSentence, first: int, last: int) -> int:
    """The complement ends where the list goes on: "of Utopia and the Minister" is one member."""
    return next((k for k in range(first, last) if parsed.codes[k] in {",", "c"}), last)


def _next_member(parsed: ParsedSentence, i: int, limit: int) -> int | None:
    start = i
    while i < limit and (
        parsed.codes[i] in {",", "c"}
        or parsed.words[i] in {"as", "well"}
        or i > start
        and parsed.words[i] in {"with", "including"}
    ):
        i += 1
    if i == start or i >= limit or parsed.codes[i] not in {"d", AGENT, "w", "W", "h"}:
        return None
    return i


def find_companions(
    parsed: ParsedSentence,
    first: int,
    limit: int,
    have: tuple[AgentKey, ...],
    actors: Actors,
    *,
    before: bool = False,
) -> tuple[AgentKey, ...]:
    """Who took part besides *have*: "a meeting with the Minister", "a visit of the Group"; with
    *before* also "the hearing before the Board"."""
    limit = min(limit, len(parsed))
    limit = min(limit, len(parsed))
    for i in range(first, min(limit, first + 12)):
        word = parsed.words[i]
        if word in _WITH or before and word == "before" and i == first:
            found = read_people(parsed, i + 1, limit, actors)
            if found:
                return tuple(k for k in found if k not in have)
        elif word in {"of", "by"} and i == first and i + 1 < limit:
            slot = noun_phrase(parsed, i + 1, limit)
            if slot is not None and slot.kind == "agent":
                return tuple(k for k in slot.keys if k not in have)
        elif word == "by" and parsed.word(i - 1) in _ATTENDED:
            found = read_people(parsed, i + 1, limit, actors)
            return tuple(k for k in found if k not in have)
        if parsed.codes[i] in {";", "x"} or (
            parsed.codes[i] == "c" and parsed.word(i + 1).endswith("ed")
        ):
            break
    return ()


def is_pronoun(parsed: ParsedSentence, slot: Slot | None) -> bool:
    """Whether *slot* holds "he" or "she" and nothing else."""
    return (
        slot is not None
        and slot.last - slot.first == 1
        and parsed.words[slot.first] in {"he", "she"}
    )


def find_enlisted(parsed: ParsedSentence, begin: int, actors: Actors) -> tuple[AgentKey, ...]:
    """Who took part in a list of events of which one begins at *begin*: "has participated in several
    meetings, including the conference in Bali; the summit in Athens; and the seminar"."""
    if begin < 1 or parsed.words[begin - 1] not in _LISTED and parsed.codes[begin - 1] != "c":
        return ()
    k = begin - 1
    while k > 0 and parsed.words[k] in {"at", "in", "with"}:
        k -= 1
    if parsed.codes[k] not in {",", ";", ":", "c"} and parsed.words[k] != "including":
        return ()
    start = max(0, begin - _REACH)
    for i in range(k - 1, start - 1, -1):
        code, word = parsed.codes[i], parsed.words[i]
        if code in {"r", "m", "."} or word == "that" or code == "h":
            return ()
        if code == "w" and word in _TAKING and parsed.word(i + 1) not in _PARTICIPLE - _into(word):
            group = group_start(parsed, i)[0]
            return actors.keys_of(parsed, find_subject(parsed, group, frozenset()))
        if code == "x" and parsed.words[i] not in {"has", "have", "had"}:
            return ()
    return ()


def _into(word: str) -> frozenset[str]:
    """Prepositions that go with the verb itself: "participated in", "spoke at"."""
    taking = word.startswith(("particip", "sp", "took", "taken", "present", "interv"))
    return frozenset({"in", "at"}) if taking else frozenset()


def find_opening(
    parsed: ParsedSentence, begin: int, end: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """Who acts at the event in front: "During the hearing, the author stated", "At the meeting, he"."""
    if parsed.word(begin - 1) not in {"during", "at"}:
        return ()
    start = clause_start(parsed, begin)
    if begin - 1 - start > 1:
        return ()
    slot = subject_behind(parsed, end)
    if slot is None:
        return ()
    keys = actors.keys_of(parsed, slot)
    agents = [actors.agent(key) for key in keys]
    return keys if all(a is not None and a.kind is not AgentKind.STATE for a in agents) else ()


def find_wishing(parsed: ParsedSentence, group: int, actors: Actors) -> tuple[AgentKey, ...]:
    """Whose visit it would be: "his requests to visit Chad", "the expert's wish to visit it"."""
    for i in range(group - 1, max(-1, group - 4), -1):
        if parsed.words[i] not in _WISHES:
            continue
        k = i - 1
        while k >= 0 and parsed.codes[k] in {"w", "v", "#"} and i - k < 4:
            k -= 1
        if k >= 0 and parsed.words[k] in {"his", "her", "its", "their"}:
            return actors.possessor(parsed, k)
        owner = parsed.fillers[k - 1] if k > 0 and parsed.codes[k] in {"s", "'"} else None
        return owner.keys if owner is not None else ()
    return ()
