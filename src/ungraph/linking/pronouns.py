"""Pronouns and "the Court", "the police" → the agent they stand for, by what stands before them."""

from __future__ import annotations

from collections.abc import Callable

from ungraph.linking.antecedents import (
    BODY_KINDS,
    PERSON_KINDS,
    last_actor,
    last_actor_in_sentence,
    last_party,
    last_person,
    last_subject_in_sentence,
    opening_subject,
)
from ungraph.linking.discourse import Discourse
from ungraph.linking.resolution import Context, Resolution, local_agent, other_candidates
from ungraph.matchers.names import AgentName
from ungraph.model.assertion import Agent
from ungraph.model.document import Status
from ungraph.model.span import Span

__all__ = ["resolve_institution", "resolve_pronoun"]

_CLAIMING = frozenset(
    "adds claims submits states argues maintains contends notes recalls reiterates alleges explains "
    "considers asserts indicates refers specifies believes invokes requests points observes "
    "stresses emphasizes affirms challenges".split()
)
_SPEAKING = frozenset(
    "author complainant petitioner counsel lawyer attorney representative".split()
)


def resolve_pronoun(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    """Whom "he", "she", "it" or "they" stands for; always inferred."""
    return _PRONOUNS.get(name.head, _resolve_nothing)(name, span, discourse, context)


def _resolve_he(name: AgentName, span: Span, discourse: Discourse, context: Context) -> Resolution:
    opening = None
    if name.determiner == "start":
        opening = opening_subject(discourse, PERSON_KINDS, name.head)
    last = opening or last_person(discourse, name.head, persons_first=context.is_case)
    if opening is None and name.determiner == "start" and discourse.opens_with_name():
        return Resolution((), "the sentence before opens with a name that no form of address marks")
    if last is not None and context.complaining is not None and name.determiner == "start":
        told = last.agent.label.rpartition(" ")[2].lower()
        if told not in _SPEAKING and discourse.goes_on(span, _CLAIMING):
            reason = f"“{name.head}” who claims in a communication is who brings it"
            return Resolution((context.complaining,), reason, Status.INFERRED, 0.7)
    if last is None and context.is_case:
        party = _complaining(discourse) or context.complaining
        if party is not None:
            return Resolution((party,), f"“{name.head}” with no other person before it: who complains",
                              Status.INFERRED, 0.6)  # fmt: skip
    if last is None:
        return Resolution((), f"no person was a subject before “{name.head}”")
    return Resolution((last.agent,), f"“{name.head}” after “{last.agent.label}”",
                      Status.INFERRED, 0.75)  # fmt: skip


def _complaining(discourse: Discourse) -> Agent | None:
    """The single author, complainant or petitioner of the communication met so far."""
    met = [a for head in ("author", "complainant", "petitioner") for a in discourse.known(head)[0]]
    return met[0] if len(met) == 1 else None


def _resolve_it(name: AgentName, span: Span, discourse: Discourse, context: Context) -> Resolution:
    last = last_actor(discourse)
    if name.determiner == "start":
        last = (last_party(discourse) if context.is_case else None) or last
        opening = opening_subject(discourse, BODY_KINDS)
        if opening is None and not context.is_case and discourse.has_sentence_before():
            return Resolution((), "the sentence before is about something else")
        last = opening or last
    else:
        inside = last_subject_in_sentence(discourse, BODY_KINDS)
        inside = inside or last_actor_in_sentence(discourse)
        if inside is None and discourse.is_joined(span):
            return Resolution((), "the clause before “it” is about something else")
        last = inside or last
    if last is None:
        return Resolution((), "no body was a subject before “it”")
    return Resolution((last.agent,), f"“it” after the subject “{last.agent.label}”",
                      Status.INFERRED, 0.7)  # fmt: skip


def _resolve_they(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph < discourse.paragraph - (name.head == "they"):
            break
        near = name.head == "them" and occurrence.sentence >= discourse.sentence - 1
        if occurrence.plural and (near or discourse.is_subject(occurrence)):
            return Resolution((occurrence.agent,), f"“they” after “{occurrence.agent.label}”",
                              Status.INFERRED, 0.65)  # fmt: skip
    return Resolution((), f"no group was a subject before “{name.head}”")


def _resolve_nothing(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    return Resolution((), "no rule for this short form")


_PRONOUNS: dict[str, Callable[[AgentName, Span, Discourse, Context], Resolution]] = {
    "he": _resolve_he,
    "she": _resolve_he,
    "him": _resolve_he,
    "her": _resolve_he,
    "it": _resolve_it,
    "they": _resolve_they,
    "them": _resolve_they,
}


def resolve_institution(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    """The institution with that head named before ("the Court"), else one by these words alone."""
    known, count = discourse.known(name.head)
    if count == 1:
        if known[0].label.lower() == name.label.lower():
            return Resolution((known[0],), "named in the same words before")
        return Resolution((known[0],), f"short form of the only one named before: {known[0].label}",
                          Status.INFERRED, 0.85)  # fmt: skip
    chosen = discourse.most_prominent(known)
    if chosen is not None:
        return Resolution((chosen,), "short form of the one named last as subject or addressee",
                          Status.INFERRED, 0.75, other_candidates(known, chosen, "named before"))  # fmt: skip
    return local_agent(name, context, "named by these words alone in this part of the document")
