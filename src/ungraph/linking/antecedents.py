"""Who a pronoun can stand for: the agents met so far, weighed by where they stand and what they do.

At the head of a sentence "It" and "He" go on with the subject of the sentence before; after "that"
and "in which" with the subject of the clause above.
"""

from __future__ import annotations

from ungraph.linking.discourse import Discourse, Occurrence
from ungraph.matchers.persons import FEMALE_TITLES, MALE_TITLES
from ungraph.model.assertion import AgentKind

__all__ = [
    "BODY_KINDS",
    "PERSON_KINDS",
    "last_actor",
    "last_actor_in_sentence",
    "last_party",
    "last_person",
    "last_subject_in_sentence",
    "opening_subject",
]

_MALE_KIN = frozenset("husband father son brother uncle nephew grandfather grandson".split())
_FEMALE_KIN = frozenset("wife mother daughter sister aunt niece grandmother widow".split())
PERSON_KINDS = frozenset({AgentKind.PERSON, AgentKind.OFFICE})
BODY_KINDS = frozenset(AgentKind) - PERSON_KINDS - {AgentKind.GROUP}


def last_actor_in_sentence(discourse: Discourse) -> Occurrence | None:
    """The last agent in this sentence that is no person and not several."""
    for occurrence in reversed(discourse.recent):
        if occurrence.sentence != discourse.sentence or occurrence.paragraph != discourse.paragraph:
            return None
        agent = occurrence.agent
        if agent.kind not in PERSON_KINDS and not occurrence.plural:
            return occurrence
    return None


def opening_subject(
    discourse: Discourse, kinds: frozenset[AgentKind], pronoun: str = ""
) -> Occurrence | None:
    """The single agent of *kinds* that opens the sentence before, in this paragraph: who goes
    on in "It …", "He …" at the head of the next; none when another agent opens it."""
    first: Occurrence | None = None
    part = discourse.last_semicolon()  # "(a) A. was fined; (b) B. was fined. He appealed": B.
    for occurrence in reversed(discourse.recent):
        if occurrence.span.start < part:
            break
        if (
            occurrence.paragraph != discourse.paragraph
            or occurrence.sentence < discourse.sentence - 1
        ):
            break
        if occurrence.sentence == discourse.sentence - 1 and discourse.is_subject(occurrence):
            first = occurrence
    if first is None or first.plural or first.agent.kind not in kinds:
        return None
    return first if _agrees(first.agent.label, pronoun) else None


def last_subject_in_sentence(
    discourse: Discourse, kinds: frozenset[AgentKind]
) -> Occurrence | None:
    """The last single agent of *kinds* in this sentence that is the subject of a verb."""
    for occurrence in reversed(discourse.recent):
        if occurrence.sentence != discourse.sentence or occurrence.paragraph != discourse.paragraph:
            return None
        if occurrence.agent.kind in kinds and not occurrence.plural:
            if discourse.is_subject(occurrence):
                return occurrence
    return None


def last_person(
    discourse: Discourse, pronoun: str = "", *, persons_first: bool = False
) -> Occurrence | None:
    """The single person or office that *pronoun* most likely stands for.

    In this order: the last subject of the sentence, another person of the sentence, the last
    subject of the paragraph, another person there, the last subject of the paragraph before.
    A form of address rules out the other gender. With *persons_first* (a communication, which
    tells of the one who complains) an office counts only in its own sentence and the next.
    """
    best: Occurrence | None = None
    best_rank = 0
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph < discourse.paragraph - 1:
            break
        if occurrence.agent.kind not in PERSON_KINDS or occurrence.plural:
            continue
        if not _agrees(occurrence.agent.label, pronoun):
            continue
        rank = _rank(discourse, occurrence)
        office = occurrence.agent.kind is AgentKind.OFFICE
        if persons_first and office and occurrence.sentence < discourse.sentence - 1:
            rank = min(rank, 1)
        if rank > best_rank:
            best, best_rank = occurrence, rank
    return best


def _rank(discourse: Discourse, occurrence: Occurrence) -> int:
    subject = discourse.is_subject(occurrence)
    if discourse.is_owned(occurrence.span):
        return 1
    if occurrence.paragraph != discourse.paragraph:
        return 1 if subject else 0
    if occurrence.sentence == discourse.sentence:
        return 6 if subject else 5
    if occurrence.sentence == discourse.sentence - 1:
        return 4 if subject else 3  # "The police questioned C. He": nearer than an earlier subject
    return 3 if subject else 2


def last_actor(discourse: Discourse) -> Occurrence | None:
    """The last subject that is no person: what "it" can stand for."""
    return _last(discourse, BODY_KINDS)


def last_party(discourse: Discourse) -> Occurrence | None:
    """The State or organ that was the last subject here or in the paragraph before: who
    argues before a treaty body, and goes on with "It submits"."""
    return _last(discourse, frozenset({AgentKind.STATE, AgentKind.BODY}))


def _last(discourse: Discourse, kinds: frozenset[AgentKind]) -> Occurrence | None:
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph < discourse.paragraph - 1:
            return None
        if occurrence.agent.kind in kinds and not occurrence.plural:
            if discourse.is_subject(occurrence):
                return occurrence
    return None


def _agrees(label: str, pronoun: str) -> bool:
    title = label.split(" ", 1)[0].rstrip(".")
    last = label.rpartition(" ")[2].lower()
    if pronoun in {"she", "her"}:
        return title not in MALE_TITLES and last not in _MALE_KIN
    if pronoun in {"he", "him"}:
        return title not in FEMALE_TITLES and last not in _FEMALE_KIN
    return True
