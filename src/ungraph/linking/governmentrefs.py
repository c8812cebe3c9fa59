"""Short forms of governments: "the Government", "his Government", "those Governments", "the authorities".

A government named in the paragraph comes first, then the only State of the paragraph or of the
sentence, then what is under discussion: who the last office represents, the State party to the
case, the heading, the paragraphs before. Two States in the running leave it open.
"""

from __future__ import annotations

from ungraph.linking.agentkeys import describe_government
from ungraph.linking.antecedents import last_person
from ungraph.linking.discourse import Discourse
from ungraph.linking.resolution import Context, Resolution, local_agent, other_candidates
from ungraph.matchers.names import AgentName
from ungraph.matchers.states import load_states
from ungraph.model.assertion import Agent, AgentKind, Inference
from ungraph.model.document import Status
from ungraph.model.link import Candidate
from ungraph.model.span import Span

__all__ = ["resolve_authorities", "resolve_government"]

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_POINTING = frozenset({"those", "these", "their", "both"})
_INDEFINITE = frozenset({"a", "an", "any", "each", "every", "no", "another"})


def resolve_government(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    """The government (or governments) that *name* at *span* stands for."""
    if name.determiner in {"my", "our"}:
        return _of_speaker(discourse)
    if name.determiner in {"his", "her"}:
        return _of_antecedent(name, span, discourse, context)
    if name.plural:
        return _several_governments(name, discourse)
    if name.determiner in _INDEFINITE:
        return Resolution((), "no particular government is meant")
    distinct = discourse.governments_here()
    if len(distinct) == 1:
        reason = "short form of the government named in the paragraph"
        if discourse.is_named(distinct[0].key):
            return Resolution((distinct[0],), reason)
        return Resolution((distinct[0],), reason, Status.INFERRED, 0.9)
    states = _states_near(discourse)
    if distinct:
        chosen = distinct[-1]
        return Resolution(
            (chosen,), "short form of the government named last in the paragraph",
            Status.INFERRED, 0.75, other_candidates(distinct, chosen, "named in the paragraph"),
        )  # fmt: skip
    if len(states) == 1:
        return _government(states[0], "government of the State named in the paragraph", 0.85)
    if len(states) > 1:
        same = discourse.states_since(discourse.paragraph, discourse.sentence)
        if len(same) == 1:
            return _government(same[0], "government of the State named in the sentence", 0.75)
        return Resolution((), "several States are named in the paragraph",
                          candidates=_state_candidates(states))  # fmt: skip
    return _government_of_the_talk(name, discourse, context)


def _government_of_the_talk(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    person = last_person(discourse)
    if person is not None and person.agent.represents:
        iso3 = person.agent.represents.removeprefix("state-").upper()
        return _government(iso3, f"government that the {person.agent.label} represents", 0.85)
    if context.case_state:
        return _government(context.case_state, "government of the State party to the case", 0.85)
    heading = discourse.heading_state()
    if heading:
        return _government(heading, "government of the State in the heading", 0.8)
    if discourse.governments and discourse.governments[-1][1] >= discourse.paragraph - 3:
        agent = discourse.governments[-1][0]
        return Resolution((agent,), "the government under discussion in the paragraphs before",
                          Status.INFERRED, 0.7)  # fmt: skip
    recent = discourse.states_since(discourse.paragraph - 2)
    if len(recent) == 1 and context.is_case:
        return _government(recent[0], "government of the State under discussion before", 0.65)
    if context.is_case:
        return local_agent(name, context, "the government in the case, whose State is not named")
    return Resolution((), "no State is under discussion",
                      candidates=_state_candidates(list(discourse.all_states)[-5:]))  # fmt: skip


def _of_speaker(discourse: Discourse) -> Resolution:
    speaker = discourse.speaker
    if speaker is None or not speaker.represents:
        return Resolution((), "nobody is said to have the floor")
    iso3 = speaker.represents.removeprefix("state-").upper()
    return _government(iso3, f"{speaker.label}, who has the floor, speaks for that State", 0.85)


def _of_antecedent(
    name: AgentName, span: Span, discourse: Discourse, context: Context
) -> Resolution:
    for occurrence in reversed(discourse.recent):
        if occurrence.paragraph < discourse.paragraph - 1:
            break
        agent = occurrence.agent
        state = agent.represents or agent.of_state
        if agent.kind in (AgentKind.OFFICE, AgentKind.PERSON) and state:
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


def resolve_authorities(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    """The authorities of the State in the sentence, of the case, or of this document."""
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
        return local_agent(name, context, "authorities of a State not named here")
    return Resolution((), "no particular authorities are meant")


def _government(iso3: str, reason: str, confidence: float) -> Resolution:
    government = describe_government(iso3)
    return Resolution((government,), reason, Status.INFERRED, confidence)


def _states_near(discourse: Discourse, *, sentence_only: bool = False) -> list[str]:
    """States named in the paragraph (or in the sentence) so far, each once, in order."""
    return discourse.states_since(discourse.paragraph, discourse.sentence if sentence_only else -1)


def _state_candidates(states: list[str]) -> tuple[Candidate, ...]:
    found = [describe_government(s) for s in states if load_states()[s].status != "territory"]
    return other_candidates(found, None, "government of a State named before")
