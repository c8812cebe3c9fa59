"""Nouns for those who act without a name: "the author", "the police", "the court"."""

from __future__ import annotations

from functools import cache

from ungraph.extractors.wording import load_word_list
from ungraph.model.assertion import AgentKind

__all__ = ["is_called", "is_role", "role_kind"]

_HUMAN_VERBS = ("told", "said", "asked", "replied", "went", "shot", "ran")


@cache
def _roles() -> dict[str, AgentKind]:
    table = dict.fromkeys(load_word_list("person").words, AgentKind.PERSON)
    table.update(dict.fromkeys(load_word_list("body").words, AgentKind.ORGANIZATION))
    return table


def role_kind(noun: str) -> AgentKind | None:
    """The kind of agent that a noun (lower case) names, None for another noun; of "sub-registrar"
    the last part tells."""
    return _roles().get(noun) or _roles().get(noun.rpartition("-")[2])


def is_role(noun: str) -> bool:
    """Whether a noun (lower case) names someone who can act.

    >>> is_role("court"), is_role("reason")
    (True, False)
    """
    return role_kind(noun) is not None


def is_called(name: str, text: str) -> bool:
    """Whether one word with a capital names a person in *text*: it speaks, and never stands small.

    >>> is_called("Amal", "Amal said that it was late."), is_called("Intent", "Intent is needed.")
    (True, False)
    """
    if not (name.isalpha() and name[1:].islower() and len(name) > 2):
        return False
    spoke = any(f"{name} {verb} " in text for verb in _HUMAN_VERBS)
    return spoke and f" {name.lower()} " not in text
