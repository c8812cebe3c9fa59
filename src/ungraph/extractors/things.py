"""What is done to the thing in the place of the object tells the act: "served an order".

Most support verbs say an act only with such a thing; in the passive it comes first ("a decision
was taken"). The words are data (``act_words.csv``), one list for each sense.
"""

from __future__ import annotations

from collections.abc import Callable

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import Slot
from ungraph.extractors.wording import load_word_list

__all__ = ["DONE_TO", "THINGS", "Sense", "has_word", "is_done_to", "is_said", "is_thing"]

Sense = Callable[[Draft, Slot | None, bool, Actors], bool]
_NEAR_TOKENS = 14
_PARTS = frozenset("section chapter part annex appendix table".split())
_CHAIN = frozenset({"w", "W", "d", "p", "s", "A"})
THINGS = ("casefile", "charges", "constituted", "papers", "rules", "supplied")
DONE_TO = (
    "papers",
    "lettered",
    "signed",
    "extended",
    "term",
    "fixed",
    "attention",
    "complained",
    "concern",
    "consent",
    "imposed",
    "laws",
    "leave",
    "ordered",
    "proceedings",
    "proposed",
    "raised",
    "reasons",
    "ruled",
    "stated",
    "thanks",
    "view",
)


def has_word(draft: Draft, slot: Slot | None, name: str) -> bool:
    """Whether the words of *slot* hold one of the list *name*."""
    if slot is None:
        return False
    first = slot.first
    if draft.parsed.words[slot.last : slot.last + 2] == [",", "which"]:
        while first > max(0, slot.first - 6) and draft.parsed.codes[first - 1] in _CHAIN:
            first -= 1  # "the application for judicial review, which was lodged"
    return load_word_list(name).has_any(draft.parsed.words[first : slot.last])


def is_said(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
    """ "The delegation raised concerns"; not "the disease has raised concerns"."""
    subject = draft.subject
    pronoun = subject is not None and draft.parsed.codes[subject.first] == "h"
    if subject is not None and draft.parsed.word(subject.first - 1) in _PARTS:
        return False  # "Section I summarizes"
    return passive or subject is None or pronoun or bool(actors.keys_of(draft.parsed, subject))


def is_thing(name: str) -> Sense:
    """What is done to it tells the act: "served an order", "transferred the case"."""

    def is_thing(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
        subject, words = draft.subject, draft.parsed.words
        if shown is None and subject is not None and words[subject.first - 1] == "which":
            near = words[max(0, subject.first - _NEAR_TOKENS) : subject.first]
            return load_word_list(name).has_any(near)  # "a letter to the court, which he annexed"
        return has_word(draft, shown, name) and is_said(draft, shown, passive, actors)

    return is_thing


def is_done_to(name: str) -> Sense:
    """The same where the thing comes first: "a decision was taken", "the issue raised by him"."""

    def is_done_to(draft: Draft, shown: Slot | None, passive: bool, actors: Actors) -> bool:
        return passive and has_word(draft, draft.subject, name)

    return is_done_to
