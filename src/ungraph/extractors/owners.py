"""Whose a noun is: "the author's further allegations", "the opinions from the Migration Board"."""

from __future__ import annotations

from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import Slot, find_by, noun_phrase
from ungraph.model.assertion import AgentKey

__all__ = ["owner_after", "owner_before", "owner_behind_date", "refused_by"]

_OF_THEME = frozenset(
    "acceptance submission rejection denial dismissal authorization establishment appointment "
    "filing presentation".split()
)
_POSSESSIVE = frozenset("his her its their".split())
_RECEIVED = frozenset({"received", "heard", "examined", "considered", "rejected"})
_REFUSING = frozenset({"rejection", "denial", "dismissal"})
_UNDONE = frozenset("turned rejected refused dismissed denied examined considered quashed".split())
_REACH = 12


def owner_before(
    parsed: ParsedSentence, head: int, actors: Actors
) -> tuple[tuple[AgentKey, ...], int | None]:
    """Possessor left of the noun: "the author's further allegations", "his request"."""
    i = head - 1
    while i >= 0 and parsed.codes[i] in {"w", "W", "#", "v"} and head - i <= 4:
        if parsed.words[i].endswith(("ed", "ing")) and parsed.codes[i] == "w" and head - i > 1:
            break
        i -= 1
    if i < 0:
        return (), None
    filler = parsed.fillers[i]
    if parsed.words[i] in _POSSESSIVE:
        if filler is not None and filler.keys:
            return filler.keys, i
        return actors.possessor(parsed, i), i
    if parsed.codes[i] == AGENT and filler is not None and filler.possessive:
        return filler.keys, i
    if parsed.codes[i] in {"s", "'"}:
        filler = parsed.fillers[i - 1] if i > 0 else None
        if filler is not None and filler.code == AGENT:
            return filler.keys, i - 1
        start = i - 1
        while start > 0 and parsed.codes[start - 1] in {"w", "W"}:
            start -= 1
        return actors.keys_of(parsed, Slot(start, i, "words")), start
    return (), None


def owner_after(
    parsed: ParsedSentence, head: int, limit: int, actors: Actors
) -> tuple[tuple[AgentKey, ...], Slot | None]:
    """Agent right of the noun: after "by", else after "of"/"from" where that names the doer."""
    of_theme = parsed.words[head] in _OF_THEME
    if parsed.word(head + 1) == "of" and not of_theme and head + 2 < limit:
        owner = noun_phrase(parsed, head + 2, limit)
        if owner is not None and owner.kind == "agent":
            return owner.keys, owner
    by = find_by(parsed, head + 1, min(limit, head + _REACH))
    keys = actors.keys_of(parsed, by)
    if by is not None and _is_of_another(parsed, head, by.first):
        return (), None
    if keys and by is not None and not _RECEIVED.isdisjoint(parsed.words[head + 1 : by.first]):
        return (), None  # "allegations received by the expert": another made them
    if keys:
        return keys, by
    for i in range(head + 1, min(limit, head + 3)):
        word = parsed.words[i]
        if word == "from" or (word == "of" and not of_theme):
            slot = noun_phrase(parsed, i + 1, limit) if i + 1 < limit else None
            keys = actors.keys_of(parsed, slot)
            return keys, slot
    if of_theme and parsed.words[head] in _REFUSING:
        return (), None  # "the rejection of the author's appeal": not the author's rejection
    if of_theme and parsed.word(head + 1) == "of" and head + 2 < limit:
        # "the submission of his report": who owns the thing did it
        return actors.owners_of(parsed, noun_phrase(parsed, head + 2, limit)), None
    return (), None


def _is_of_another(parsed: ParsedSentence, head: int, by: int) -> bool:
    """ "their applications for asylum turned down by the Office": the doer of another verb."""
    return any(
        parsed.codes[i] == "w" and parsed.words[i] in _UNDONE for i in range(head + 1, by - 1)
    )


def refused_by(
    parsed: ParsedSentence, head: int, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """ "the rejection of the author's appeal": whose appeal it was, whom the refusal concerns."""
    if parsed.word(head + 1) != "of" or head + 2 >= limit:
        return ()
    return actors.owners_of(parsed, noun_phrase(parsed, head + 2, limit))


def owner_behind_date(
    parsed: ParsedSentence, head: int, limit: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """ "the decision of 25 September 2020 of the Agency": the Agency."""
    if parsed.code(head + 2) != "T" or parsed.word(head + 3) not in {"of", "by"}:
        return ()
    return actors.keys_of(parsed, noun_phrase(parsed, head + 4, limit)) if head + 4 < limit else ()
