"""Phrases beside a verb that name somebody: "to the Board", "by a judgment of the Court", "his".

Each takes tokens and gives the agents in the phrase, none where it names nobody.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.roles import is_role
from ungraph.extractors.slots import Slot, is_complementizer, noun_phrase
from ungraph.extractors.wording import load_word_list
from ungraph.model.assertion import AgentKey, AgentKind

__all__ = [
    "after_word",
    "bidden",
    "filed_in",
    "inside",
    "owner_after",
    "refused",
    "whose_ruling",
    "whose_writing",
]

_RULINGS = frozenset(
    "judgment judgement decision ruling order decree verdict sentence resolution".split()
)

_BOUND = frozenset("pursuant visit visits mission missions trip trips".split())


def after_word(
    parsed: ParsedSentence, first: int, limit: int, words: set[str], actors: Actors
) -> tuple[AgentKey, ...]:
    """Agents of the first phrase after one of *words*: "to the Council", "from the Government"."""
    if first >= len(parsed) or words.isdisjoint(parsed.words):
        return ()
    depth = parsed.depth[first]
    for i in range(first, min(limit, len(parsed))):
        if parsed.depth[i] == depth and (
            parsed.codes[i] in {"r", ";", ":", "x", "m"}
            or (i > first and is_complementizer(parsed, i))
        ):
            break
        if (
            parsed.words[i] == ","
            and parsed.depth[i] == depth
            and "," not in parsed.words[i + 1 : i + 9]
        ):
            ahead = parsed.words[i + 1 : i + 14]
            to = next((k for k, word in enumerate(ahead) if word in words), 0)
            if parsed.word(i + 1) not in words and not {"and", "or"} & set(ahead[:to]):
                break
        if parsed.depth[i] > depth or parsed.words[i] not in words:
            continue
        if parsed.words[i - 1] in _BOUND:
            continue  # "pursuant to section 28 of the Act", "his report on his visit to Peru"
        slot = noun_phrase(parsed, i + 1, limit) if i + 1 < limit else None
        keys = actors.keys_of(parsed, slot) if slot is not None and slot.kind != "citation" else ()
        if keys:
            return keys
    return ()


def owner_after(
    parsed: ParsedSentence, first: int, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """ "replied to the expert's letter", "answered his questions": whose they are."""
    for i in range(first, min(limit, first + 3)):
        if parsed.words[i] in {"to", "on", "upon"} and i + 1 < limit:
            return actors.owners_of(parsed, noun_phrase(parsed, i + 1, limit))
    return actors.owners_of(parsed, noun_phrase(parsed, first, limit)) if first < limit else ()


def filed_in(parsed: ParsedSentence, last: int, stop: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "filed appeals in the Regional Court", "at the District Police Office": the court, the office."""
    keys = after_word(parsed, last, min(stop, last + 11), {"in"}, actors)
    if actors.is_ruling(keys):
        return keys
    keys = after_word(parsed, last, min(stop, last + 6), {"at"}, actors)
    agents = [actors.agent(key) for key in keys]
    return keys if all(a is not None and a.kind is AgentKind.ORGANIZATION for a in agents) else ()


def inside(draft: Draft, *, possessive: bool = False) -> tuple[AgentKey, ...]:
    """ "provided the Special Rapporteur with replies": an agent among the cue words."""
    assert draft.group is not None
    for i in range(draft.group.head + 1, draft.group.last):
        filler = draft.parsed.fillers[i]
        owner = filler is not None and (filler.possessive or draft.parsed.code(i + 1) in {"s", "'"})
        if filler is not None and filler.code == AGENT and owner == possessive:
            return filler.keys
    return ()


def refused(parsed: ParsedSentence, last: int, limit: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "refused to suspend his deportation", "refused to release the author": who was refused."""
    if parsed.word(last) != "to" or parsed.code(last + 1) != "w" or last + 2 >= limit:
        return ()
    slot = noun_phrase(parsed, last + 2, limit)
    if slot is None or slot.kind == "citation":
        return ()
    if slot.kind == "agent":
        agents = [actors.agent(key) for key in slot.keys]
        person = all(a is not None and a.kind is AgentKind.PERSON for a in agents)
        return slot.keys if person else ()
    return actors.owners_of(parsed, slot)


def bidden(parsed: ParsedSentence, that: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "demanded that all parties cease fire": who is to act, unless the clause is a passive."""
    if that + 1 >= len(parsed):
        return ()
    slot = noun_phrase(parsed, that + 1, len(parsed))
    if slot is None or slot.kind != "agent" or (slot.filler and slot.filler.pronoun):
        return ()
    compound = is_role(parsed.word(slot.last))  # "that the prosecution witnesses be heard"
    return () if compound or parsed.code(slot.last) in {"x", "n"} else slot.keys


def whose_writing(parsed: ParsedSentence, last: int, actors: Actors) -> tuple[AgentKey, ...]:
    """ "the decision of the Supreme Court reduced the sentence": whose decision it is."""
    if parsed.word(last) != "of" or parsed.word(last - 1) not in load_word_list("writing").words:
        return ()
    return actors.keys_of(parsed, noun_phrase(parsed, last + 1, len(parsed)))


def whose_ruling(parsed: ParsedSentence, by: Slot | None, limit: int) -> Slot | None:
    """In "by a judgment of 13 June of the District Court" the court; another phrase as it is."""
    if by is None or by.kind != "words" or parsed.words[by.last - 1] not in _RULINGS:
        return by
    i = by.last
    if parsed.word(i) in {"of", "dated"} and parsed.code(i + 1) == DATE:
        i += 2
    if parsed.word(i) not in {"of", "by", "from"} or i + 1 >= limit:
        return by
    owner = noun_phrase(parsed, i + 1, min(limit, len(parsed)))
    return owner if owner is not None and owner.kind != "citation" else by
