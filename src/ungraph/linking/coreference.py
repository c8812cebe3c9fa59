"""Short forms of agents → the agent they stand for, with the reason; open where it is doubtful.

"the Permanent Representative" → the one named; "his Government" → the government of the State
that the office behind "his" represents; "the Government" → the one under discussion; "she" → the
last person or office that was a subject. Nothing here looks outside the document.
"""

from __future__ import annotations

from ungraph.linking.agentkeys import describe_office
from ungraph.linking.discourse import Discourse
from ungraph.linking.governmentrefs import resolve_authorities, resolve_government
from ungraph.linking.pronouns import resolve_institution, resolve_pronoun
from ungraph.linking.resolution import Context, Resolution, local_agent, other_candidates
from ungraph.matchers.names import AgentName, make_slug
from ungraph.model.assertion import Agent, AgentKind
from ungraph.model.document import Status
from ungraph.model.span import Span

__all__ = ["resolve"]


def resolve(name: AgentName, span: Span, discourse: Discourse, context: Context) -> Resolution:
    """What the short form *name* at *span* stands for."""
    if name.kind is AgentKind.GOVERNMENT:
        if name.head in {"government", "governments"}:
            return resolve_government(name, span, discourse, context)
        return resolve_authorities(name, discourse, context)
    if name.kind is AgentKind.PERSON:
        return resolve_pronoun(name, discourse, context)
    if name.kind is AgentKind.OFFICE:
        return _resolve_office(name, discourse, context)
    return resolve_institution(name, discourse, context)


# -- offices -------------------------------------------------------------------------------


def _resolve_office(name: AgentName, discourse: Discourse, context: Context) -> Resolution:
    known = list(discourse.by_head.get(name.head, {}).values())
    if name.plural:
        return local_agent(name, context, "several offices named by their role alone")
    if name.head == "minister" and (" of " in name.label or " for " in name.label):
        return _resolve_minister(name, known, context)
    own = context.own_offices.get(name.head)
    if own is not None:
        if len(known) <= 1:
            return Resolution((own,), "short form of the only such office in the document")
        return Resolution(
            (own,), "short form of the office that the document speaks for", Status.INFERRED, 0.85,
            other_candidates(known, own, "named in the document too"),
        )  # fmt: skip
    if len(known) == 1:
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
