"""Short forms of agents → the agent they stand for, with the reason; open where it is doubtful.

"the Permanent Representative" → the one named; "his Government" → the government of the State
that the office behind "his" represents; "the Government" → the one under discussion; "she" → the
last person or office that was a subject. Nothing here looks outside the document.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ungraph.linking.agentkeys import (
    describe_government,
    describe_local,
    describe_office,
)
from ungraph.linking.discourse import Discourse
from ungraph.matchers.names import AgentName, make_slug
from ungraph.matchers.states import load_states
from ungraph.model.assertion import Agent, AgentKind, Inference
from ungraph.model.document import Status
from ungraph.model.link import Candidate
from ungraph.model.span import Span

__all__ = ["Context", "Resolution", "resolve"]

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_POINTING = frozenset({"those", "these", "their", "both"})
_PARTY_WORDS = frozenset({"author", "authors", "complainant", "complainants", "petitioner",
                          "petitioners", "applicant", "applicants"})  # fmt: skip
_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Resolution:
    """The agents a short form stands for (none: open), why, how sure, and who else might be."""

    agents: tuple[Agent, ...]
    reason: str
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    local: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for the whole document.

    *own_offices* are, by role, the offices that speak in the document (its author), *offices*
    all offices named in full by role, *case_state* the State against which a communication is
    brought, *is_case* whether the document deals with one.
    """

    slug: str
    own_offices: dict[str, Agent]
    offices: dict[str, tuple[Agent, ...]]
    case_state: str
    is_case: bool


def resolve(name: AgentName, span: Span, discourse: Discourse, context: Context) -> Resolution:
    """What the short form *name* at *span* stands for."""
    if name.kind is AgentKind.GOVERNMENT:
        if name.head in {"government", "governments"}:
            return _resolve_government(name, span, discourse, context)
        return _resolve_authorities(name, discourse, context)
    if name.kind is AgentKind.PERSON:
        return _PRONOUNS.get(name.head, _resolve_nothing)(name, discourse, context)
    if name.kind is AgentKind.OFFICE:
        return _resolve_office(name, discourse, context)
    return _resolve_institution(name, discourse, context)


# -- offices -------------------------------------------------------------------------------


def _resolve_office(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    known = list(discourse.by_head.get(name.head, {}).values())
    if name.plural:
        return _local(name, context, "several offices named by their role alone")
    if name.head == "minister" and (" of " in name.label or " for " in name.label):
        return _resolve_minister(name, known, context)
    own = context.own_offices.get(name.head)
    if own is not None:
        if len(known) <= 1:
            return Resolution((own,), "short form of the only such office in the document")
        return Resolution(
            (own,), "short form of the office that the document speaks for", Status.INFERRED, 0.85,
            _candidates(known, own, "named in the document too"),
        )  # fmt: skip
    if len(known) == 1:
        return Resolution((known[0],), f"short form of the only one named before: {known[0].label}")
    if known:
        chosen = known[-1]
        return Resolution(
            (chosen,), "short form of the one named last", Status.INFERRED, 0.7,
            _candidates(known, chosen, "named before"),
        )  # fmt: skip
    if name.role:
        return Resolution((describe_office(name.role),), "there is only one such office")
    later = context.offices.get(name.head, ())
    if len(later) == 1:
        return Resolution(
            later, "the only such office, named in full further on", Status.INFERRED, 0.7
        )
    if later:
        return Resolution((), "more than one such office is named further on",
                          candidates=_candidates(later, None, "named further on"))  # fmt: skip
    return _local(name, context, "named by the role alone in this document")


def _resolve_minister(name: AgentName, known: list[Agent], context: Context) -> Resolution:
    """A minister with portfolio but no State: the one with that portfolio named before."""
    title = make_slug(name.label)
    same = [a for a in known if f"{make_slug(a.label)}-".startswith(f"{title}-")]
    if same:
        reason = f"short form of the {same[-1].label}"
        if len(same) == 1:
            return Resolution((same[-1],), reason)
        return Resolution((same[-1],), reason, Status.INFERRED, 0.7,
                          _candidates(same, same[-1], "with the same portfolio"))  # fmt: skip
    return _local(name, context, "named by portfolio alone in this document")


def _local(name: AgentName, context: Context, reason: str) -> Resolution:
    return Resolution((describe_local(name, context.slug),), reason, local=True)


# -- governments ---------------------------------------------------------------------------


def _resolve_government(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    if name.determiner in {"his", "her"}:
        return _of_antecedent(name, span, discourse, context)
    if name.plural:
        return _several_governments(name, discourse)
    if name.determiner in {"a", "an", "any", "each", "every", "no", "another"}:
        return Resolution((), "no particular government is meant")
    here = [a for a, paragraph in discourse.governments if paragraph == discourse.paragraph]
    distinct = list(dict.fromkeys(here))
    if len(distinct) == 1:
        reason = "short form of the government named in the paragraph"
        if discourse.is_named(distinct[0].key):
            return Resolution((distinct[0],), reason)
        return Resolution((distinct[0],), reason, Status.INFERRED, 0.9)
    states = _states_near(discourse)
    if distinct:
        chosen = distinct[-1] if distinct[-1] == here[-1] else here[-1]
        return Resolution(
            (chosen,), "short form of the government named last in the paragraph",
            Status.INFERRED, 0.75, _candidates(distinct, chosen, "named in the paragraph"),
        )  # fmt: skip
    if len(states) == 1:
        return _government(states[0], "government of the State named in the paragraph", 0.85)
    if len(states) > 1:
        same = [s for s, p, sentence in discourse.states if sentence == discourse.sentence
                and p == discourse.paragraph]  # fmt: skip
        if len(set(same)) == 1:
            return _government(same[0], "government of the State named in the sentence", 0.75)
        return Resolution((), "several States are named in the paragraph",
                          candidates=_state_candidates(states))  # fmt: skip
    return _government_of_the_talk(name, discourse, context)


def _government_of_the_talk(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    person = discourse.last_person()
    if person is not None and person.agent.represents:
        iso3 = person.agent.represents.removeprefix("state-").upper()
        return _government(iso3, f"government that the {person.agent.label} represents", 0.85)
    if context.case_state:
        return _government(context.case_state, "government of the State party to the case", 0.85)
    if discourse.heading_state:
        return _government(discourse.heading_state, "government of the State in the heading", 0.8)
    if discourse.governments and discourse.governments[-1][1] >= discourse.paragraph - 3:
        agent = discourse.governments[-1][0]
        return Resolution((agent,), "the government under discussion in the paragraphs before",
                          Status.INFERRED, 0.7)  # fmt: skip
    recent = list(dict.fromkeys(s for s, p, _ in discourse.states if p >= discourse.paragraph - 2))
    if len(recent) == 1:
        return _government(recent[0], "government of the State under discussion before", 0.65)
    if context.is_case:
        return _local(name, context, "the government in the case, whose State is not named")
    return Resolution((), "no State is under discussion",
                      candidates=_state_candidates(list(discourse.all_states)[-5:]))  # fmt: skip


def _of_antecedent(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph < discourse.paragraph - 1:
            break
        agent = occurrence.agent
        state = agent.represents or agent.of_state
        if agent.kind is AgentKind.OFFICE and state:
            iso3 = state.removeprefix("state-").upper()
            government = describe_government(iso3)
            verb = "represents" if agent.represents else "is an office of"
            reason = f"“{name.determiner}” stands for the {agent.label}, which {verb} that State"
            discourse_reason = Inference(
                "ung:ofState", reason, 0.95, (occurrence.span, span), value=state
            )
            return Resolution((_with(government, discourse_reason),), reason, Status.INFERRED, 0.9)
    if context.case_state:
        return _government(context.case_state, "government of the State party to the case", 0.6)
    return Resolution((), f"nothing says whom “{name.determiner}” stands for")


def _with(agent: Agent, inference: Inference) -> Agent:
    return Agent(agent.key, agent.kind, agent.label, agent.language, of_state=agent.of_state,
                 inferences=(inference,))  # fmt: skip


def _several_governments(name: AgentName, discourse: Discourse) -> Resolution:
    if name.determiner in _POINTING:
        states = _states_near(discourse, sentence_only=True) or _states_near(discourse)
        if states:
            agents = tuple(describe_government(iso3) for iso3 in states)
            return Resolution(agents, "governments of the States named before in the paragraph",
                              Status.INFERRED, 0.8)  # fmt: skip
    return Resolution((), "no particular governments are meant")


def _resolve_authorities(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    qualified = name.label != "authorities"
    if name.determiner in _POSSESSIVES | {"the"} or (qualified and not name.determiner):
        here = _states_near(discourse, sentence_only=True)
        if len(here) == 1 and here[0] != context.case_state:
            agent = describe_government(here[0], name.label)
            return Resolution((agent,), "authorities of the State named in the sentence",
                              Status.INFERRED, 0.7)  # fmt: skip
        if context.is_case and context.case_state:
            agent = describe_government(context.case_state, name.label)
            return Resolution((agent,), "authorities of the State party to the case",
                              Status.INFERRED, 0.7)  # fmt: skip
        if not context.is_case:
            states = _states_near(discourse)
            if len(states) == 1:
                agent = describe_government(states[0], name.label)
                return Resolution((agent,), "authorities of the State named in the paragraph",
                                  Status.INFERRED, 0.75)  # fmt: skip
        return _local(name, context, "authorities of a State not named here")
    return Resolution((), "no particular authorities are meant")


def _government(iso3: str, reason: str, confidence: float) -> Resolution:
    government = describe_government(iso3)
    return Resolution((government,), reason, Status.INFERRED, confidence)


def _states_near(discourse: Discourse, *, sentence_only: bool = False) -> list[str]:
    """States named in the paragraph (or in the sentence) so far, each once, in order."""
    found: dict[str, None] = {}
    for iso3, paragraph, sentence in reversed(discourse.states):
        if paragraph != discourse.paragraph or (sentence_only and sentence != discourse.sentence):
            break
        if load_states()[iso3].status != "territory":
            found[iso3] = None
    return list(reversed(found))


# -- pronouns, institutions ----------------------------------------------------------------


def _resolve_he(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    last = discourse.last_person(name.head)
    if last is None:
        return Resolution((), f"no person was a subject before “{name.head}”")
    return Resolution((last.agent,), f"“{name.head}” after “{last.agent.label}”",
                      Status.INFERRED, 0.75)  # fmt: skip


def _resolve_it(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    last = discourse.last_actor()
    if name.determiner != "start":
        inside = discourse.last_actor_in_sentence()
        last = inside or last
    if last is None:
        return Resolution((), "no body was a subject before “it”")
    return Resolution((last.agent,), f"“it” after the subject “{last.agent.label}”",
                      Status.INFERRED, 0.7)  # fmt: skip


def _resolve_they(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph < discourse.paragraph - 1:
            break
        if occurrence.plural and discourse.is_subject(occurrence):
            return Resolution((occurrence.agent,), f"“they” after “{occurrence.agent.label}”",
                              Status.INFERRED, 0.65)  # fmt: skip
    return Resolution((), f"no group was a subject before “{name.head}”")


def _resolve_nothing(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    return Resolution((), "no rule for this short form")


_PRONOUNS: dict[str, Callable[[AgentName, Discourse, Context], Resolution]] = {
    "he": _resolve_he,
    "she": _resolve_he,
    "him": _resolve_he,
    "her": _resolve_he,
    "it": _resolve_it,
    "they": _resolve_they,
    "them": _resolve_they,
}


def _resolve_institution(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    known = list(discourse.by_head.get(name.head, {}).values())
    if len(known) == 1:
        if known[0].label.lower() == name.label.lower():
            return Resolution((known[0],), "named in the same words before")
        return Resolution((known[0],), f"short form of the only one named before: {known[0].label}",
                          Status.INFERRED, 0.85)  # fmt: skip
    if known:
        chosen = known[-1]
        return Resolution((chosen,), "short form of the one named last", Status.INFERRED, 0.75,
                          _candidates(known, chosen, "named before"))  # fmt: skip
    return _local(name, context, "named by these words alone in this document")


def _candidates(
    agents: list[Agent] | tuple[Agent, ...], chosen: Agent | None, reason: str
) -> tuple[Candidate, ...]:
    others = [a for a in reversed(agents) if a != chosen][:_MOST_CANDIDATES]
    return tuple(Candidate(a.key, round(0.5 / (i + 1), 3), reason) for i, a in enumerate(others))


def _state_candidates(states: list[str]) -> tuple[Candidate, ...]:
    found = [describe_government(s) for s in states if load_states()[s].status != "territory"]
    return _candidates(found, None, "government of a State named before")
