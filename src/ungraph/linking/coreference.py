"""Short forms of agents → the agent they stand for, with the reason; open where it is doubtful.

"the Permanent Representative" → the one named; "his Government" → the government of the State
that the office behind "his" represents; "the Government" → the one under discussion; "she" → the
last person or office that was a subject. Nothing here looks outside the document.
"""

from __future__ import annotations

from ungraph.linking.agentkeys import describe_name, describe_office
from ungraph.linking.antecedents import BODY_KINDS, opening_subject
from ungraph.linking.discourse import Discourse
from ungraph.linking.governmentrefs import resolve_authorities, resolve_government
from ungraph.linking.pronouns import resolve_institution, resolve_pronoun
from ungraph.linking.resolution import Context, Resolution, local_agent, other_candidates
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_roles
from ungraph.model.assertion import Agent, AgentKind
from ungraph.model.document import Status
from ungraph.model.span import Span

__all__ = ["resolve"]

_CHAIRS = frozenset({"president", "vice-president", "chair", "vice-chair"})


def resolve(name: AgentName, span: Span, discourse: Discourse, context: Context) -> Resolution:
    """What the short form *name* at *span* stands for."""
    if name.kind is AgentKind.GOVERNMENT:
        if name.head in {"government", "governments"}:
            return resolve_government(name, span, discourse, context)
        return resolve_authorities(name, discourse, context)
    if name.kind is AgentKind.PERSON:
        return resolve_pronoun(name, span, discourse, context)
    if name.determiner in {"my", "our"} and name.head == "delegation":
        return _resolve_own_delegation(name, discourse, context)
    if name.kind is AgentKind.OFFICE or name.head in load_roles():
        return _resolve_office(name, discourse, context)
    return resolve_institution(name, discourse, context)


# -- offices -------------------------------------------------------------------------------


def _resolve_office(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    known, count = discourse.known(name.head)
    if name.plural:
        return local_agent(name, context, "several offices named by their role alone")
    if name.head == "minister" and (" of " in name.label or " for " in name.label):
        return _resolve_minister(name, known, context)
    if name.determiner == "its" and name.head in _CHAIRS and context.own_organ:
        before = opening_subject(discourse, BODY_KINDS)
        if before is None or before.agent.key == context.own_organ:
            return _resolve_own_chair(name, context)
        return local_agent(name, context, f"of the {before.agent.label}, the subject before")
    own = context.own_offices.get(name.head)
    if own is not None:
        if count <= 1:
            return Resolution((own,), "short form of the only such office in the document")
        return Resolution(
            (own,), "short form of the office that the document speaks for", Status.INFERRED, 0.85,
            other_candidates(known, own, "named in the document too"),
        )  # fmt: skip
    if count == 1:
        return Resolution((known[0],), f"short form of the only one named before: {known[0].label}")
    if known:
        chosen = known[-1]
        return Resolution(
            (chosen,), "short form of the one named last", Status.INFERRED, 0.7,
            other_candidates(known, chosen, "named before"),
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
                          candidates=other_candidates(later, None, "named further on"))  # fmt: skip
    return local_agent(name, context, "named by the role alone in this document")


def _resolve_own_chair(name: AgentName, context: Context) -> Resolution:
    """ "its President" in a document of the Council: the President of that Council."""
    full = AgentName(
        AgentKind.OFFICE, name.head, load_roles()[name.head].label, "", Reach.FULL, organ=context.own_organ,
        role=name.head,
    )  # fmt: skip
    return Resolution(
        describe_name(full, context.slug), "“its” stands for the body whose document this is",
        Status.INFERRED, 0.8,
    )  # fmt: skip


def _resolve_own_delegation(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    """ "my delegation": that of the State for which the speaker has the floor."""
    speaker = discourse.speaker
    if speaker is None or not speaker.represents:
        return Resolution((), "nobody is said to have the floor")
    state = speaker.represents.removeprefix("state-").upper()
    full = AgentName(AgentKind.GROUP, "delegation", "delegation", "", Reach.FULL, (state,), True,
                     role="delegation")  # fmt: skip
    return Resolution(
        describe_name(full, context.slug), f"{speaker.label}, who has the floor, is of it",
        Status.INFERRED, 0.85,
    )  # fmt: skip


def _resolve_minister(name: AgentName, known: list[Agent], context: Context) -> Resolution:
    """A minister with portfolio but no State: the one with that portfolio named before."""
    title = make_slug(name.label)
    same = [a for a in known if f"{make_slug(a.label)}-".startswith(f"{title}-")]
    if same:
        reason = f"short form of the {same[-1].label}"
        if len(same) == 1:
            return Resolution((same[-1],), reason)
        return Resolution((same[-1],), reason, Status.INFERRED, 0.7,
                          other_candidates(same, same[-1], "with the same portfolio"))  # fmt: skip
    return local_agent(name, context, "named by portfolio alone in this document")
