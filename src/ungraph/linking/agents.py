"""Mentions of agents → links and agents: who is meant, why, and what ties them to one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ungraph.linking.agentkeys import (
    describe_body,
    describe_local,
    describe_name,
    describe_state,
    describe_state_party,
    document_slug,
)
from ungraph.linking.cases import (
    COMPLAINING,
    find_case_state,
    find_complaining,
    find_party_name,
    is_case,
)
from ungraph.linking.coreference import resolve
from ungraph.linking.discourse import Discourse
from ungraph.linking.organs import OrganContext
from ungraph.linking.ownoffices import find_offices, find_own_offices
from ungraph.linking.recalled import ending_near, institution_near, relative_before
from ungraph.linking.resolution import Context, Resolution, local_agent
from ungraph.matchers.agents import organ_slug
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_roles
from ungraph.matchers.values import OrganName
from ungraph.model.assertion import Agent, AgentKey, AgentKind
from ungraph.model.document import Document, Status
from ungraph.model.link import Link, Links
from ungraph.model.mention import Mention, MentionKind

__all__ = ["link_agents"]

_ACRONYM_CHARS = 12
_SEATED = frozenset({"court", "tribunal"})
_TITLE_WORDS = frozenset("mr ms mrs miss dr prof professor sir dame lord lady judge father sister "
                         "sheikh justice".split())  # fmt: skip
_NOT_IN_NAMES = _TITLE_WORDS | frozenset("sj jr sr qc sc esq phd md".split())
_INSTITUTION_HEADS = frozenset(
    "court tribunal ministry department board directorate agency division chamber authority "
    "bureau police parliament working_group committee commission council association centre "
    "service".split()
)


def link_agents(document: Document, mentions: tuple[Mention[object], ...]) -> Links:
    """The agents that *mentions* name or refer to, one link for each agent meant.

    A name in full or a short form of the only one it can stand for is EXPLICIT; a choice among
    several, or a pronoun, is INFERRED with its confidence and reason; what cannot be told stays
    open (target None) with candidates.
    """
    return _Linker(document, mentions).link()


class _Linker:
    def __init__(self, document: Document, mentions: tuple[Mention[object], ...]) -> None:
        self._document = document
        self._mentions = sorted(
            (m for m in mentions if isinstance(m.value, AgentName) or m.kind in _BY_KIND),
            key=lambda m: (m.span.start, -m.span.end),
        )
        self._slug = document_slug(document)
        self._discourse = Discourse(document)
        self._organs = OrganContext(document, mentions)
        self._persons: dict[str, Agent] = {}
        self._named_parties: dict[AgentKey, str] = {}
        self._covered = 0
        names = [m.value for m in self._mentions if isinstance(m.value, AgentName)]
        case = is_case(document, names)
        offices = find_offices(names, self._slug)
        self._context = Context(
            self._slug,
            find_own_offices(document, self._mentions),
            offices,
            find_case_state(document, self._mentions) if case else "",
            case,
            self._organs.own,
            find_complaining(names, self._slug) if case else None,
        )

    def link(self) -> Links:
        links: list[Link[object]] = []
        for mention in self._mentions:
            self._discourse.move_to(mention.span.start)
            links.extend(self._links_of(mention))
        for key, own in self._named_parties.items():
            self._discourse.add_name(key, own)
        return Links(tuple(links), self._discourse.agents())

    # -- one mention -----------------------------------------------------------------------

    def _links_of(self, mention: Mention[object]) -> Iterator[Link[object]]:
        value = mention.value
        if mention.kind is MentionKind.ORGANIZATION:
            # "Council" inside "Council of State" is no short form of a Council.
            self._covered = max(self._covered, mention.span.end)
        if mention.kind is MentionKind.STATE and isinstance(value, str):
            yield self._meet(mention, describe_state(value), "State named", head="state")
            self._discourse.meet_state(value, mention.span)
        elif mention.kind is MentionKind.ORGAN:
            if organ_slug(mention) or mention.span.end > self._covered:
                yield from self._organ(mention)
        elif isinstance(value, AgentName):
            yield from self._links_of_name(mention, value)

    def _organ(self, mention: Mention[object]) -> Iterator[Link[object]]:
        slug = organ_slug(mention)
        longer = ending_near(mention.surface, self._discourse) if slug else None
        if longer is not None:
            self._discourse.meet(longer, mention.span, full=False, head=longer.key)
            reason = f"the last words of the {longer.label} named in the paragraph"
            yield Link(mention, longer.key, reason, Status.INFERRED, 0.75)
            return
        if slug:
            body = describe_body(slug)
            yield self._meet(mention, body, "body named", head=slug)
            self._index_institution(body, make_slug(body.label))
            return
        if not isinstance(mention.value, OrganName):
            return
        other = institution_near(mention.value, self._discourse)
        if other is not None:
            self._discourse.meet(other, mention.span, full=False, head=other.key)
            reason = f"short form of the {other.label} named in the paragraph"
            yield Link(mention, other.key, reason, Status.INFERRED, 0.75)
            return
        told = self._organs.resolve(mention.value, mention.span.start)
        if told.slug is None:
            yield Link(mention, None, told.reason)
            return
        agent = describe_body(told.slug)
        self._discourse.meet(agent, mention.span, full=False, head=agent.key)
        yield Link(mention, agent.key, told.reason)

    def _links_of_name(self, mention: Mention[object], name: AgentName) -> Iterator[Link[object]]:
        if name.head == "state-party":
            yield self._state_party(mention, name)
        elif name.reach is Reach.SHORT:
            yield from self._short(mention, name)
        elif (
            name.kind is AgentKind.PERSON
            and mention.kind is MentionKind.PERSON
            and not (name.owner or name.head == "initials")
        ):
            person = self._person(name)
            yield self._meet(mention, person, "person named", head="person")
            self._discourse.note_speaker(person, mention.span)
        elif name.head == "initials" and not self._context.is_case:
            yield Link(mention, None, "initials name a person only in a communication")
        elif name.head == "institution":
            agent = self._institution(name)
            yield self._meet(mention, agent, "institution named", head="")
            self._index_institution(agent, name.key.removeprefix("organization-"))
        elif name.kind is AgentKind.OFFICE and name.owner:
            yield self._office_in_body(mention, name)
        elif name.role == "embassy" and not name.organ and self._embassy(name):
            yield self._meet(
                mention, self._embassy(name)[-1], "embassy named before", head=name.head
            )
        else:
            known = relative_before(name, self._discourse)
            if known is not None:
                reason = f"the only {name.head} named before: {known.label}"
                link = self._meet(mention, known, reason, head=name.head)
                yield Link(mention, link.target, reason, Status.INFERRED, 0.7)
                return
            for agent in describe_name(name, self._slug):
                if name.head in COMPLAINING:
                    self._name_party(agent, mention, name)
                yield self._meet(
                    mention, agent, "named in full", head=name.head, plural=name.plural
                )
                if agent.kind is AgentKind.ORGANIZATION and name.reach is Reach.FULL:
                    self._index_institution(agent, make_slug(agent.label))

    def _office_in_body(self, mention: Mention[object], name: AgentName) -> Link[object]:
        """ "President of the Assembly": the office in the body that the short form means."""
        told = self._organs.resolve(OrganName(None, name.owner), mention.span.start)
        if told.slug is None:
            agent = describe_local(name, self._slug)
            return self._meet(mention, agent, "office in a body not told", head=name.head)
        full = AgentName(name.kind, name.head, load_roles()[name.role].label, "", Reach.FULL,
                         organ=told.slug, role=name.role)  # fmt: skip
        agent = describe_name(full, self._slug)[0]
        return self._meet(mention, agent, f"{name.owner}: {told.reason}", head=name.head)

    def _embassy(self, name: AgentName) -> list[Agent]:
        """Embassies of the same State named before, with the country they are in."""
        state = f"state-{name.states[0].lower()}" if name.states else ""
        known = self._discourse.by_head.get(name.head, {}).values()
        return [agent for agent in known if agent.represents == state]

    def _meet(
        self,
        mention: Mention[object],
        agent: Agent,
        reason: str,
        *,
        head: str,
        plural: bool = False,
    ) -> Link[object]:
        self._discourse.meet(agent, mention.span, full=True, head=head, plural=plural)
        if mention.surface.isupper() and len(mention.surface) <= _ACRONYM_CHARS:
            self._discourse.add_name(agent.key, mention.surface)
        return Link(mention, agent.key, reason)

    def _state_party(self, mention: Mention[object], name: AgentName) -> Link[object]:
        state = self._context.case_state
        if state:
            agent = describe_state_party(state)
            reason = "the State against which the communication is brought"
            link = self._meet(mention, agent, reason, head="state-party")
            return Link(mention, link.target, reason, Status.INFERRED, 0.9)
        agent = describe_local(name, self._slug)
        return self._meet(mention, agent, "the State party, not named here", head="state-party")

    def _person(self, name: AgentName) -> Agent:
        words = [w for w in make_slug(name.label).split("-") if w not in _NOT_IN_NAMES]
        last = words[-1] if words else name.key
        known = self._persons.get("-".join(words)) or self._persons.get(last)
        agent = describe_local(name, self._slug)
        if known is not None and (len(words) == 1 or known.label == name.label):
            agent = replace(known, represents=known.represents or agent.represents)
        self._persons["-".join(words)] = agent
        if known is None or known.key == agent.key:
            self._persons[last] = agent
        return agent

    def _name_party(self, agent: Agent, mention: Mention[object], name: AgentName) -> None:
        """ "The author is Mr. Juan Silva": from there on the name stands for the author."""
        own = find_party_name(self._document.text, mention.span.end)
        if own is None or name.plural or agent.key in self._named_parties:
            return
        self._named_parties[agent.key] = own
        words = [w for w in make_slug(own).split("-") if w not in _NOT_IN_NAMES]
        for key in ("-".join(words), words[-1]):
            self._persons.setdefault(key, agent)

    def _institution(self, name: AgentName) -> Agent:
        """An institution under the fullest name given before in this document."""
        slug = name.key.removeprefix("organization-")
        known, _ = self._discourse.known(slug)
        same = [a for a in known if a.label.lower() == name.label.lower()]
        return (same or known or [describe_name(name, self._slug)[0]])[-1]

    def _index_institution(self, agent: Agent, slug: str) -> None:
        """Note *agent* under the short forms of its name: "court", "supreme-court", "court-appeal".

        Only the first head word counts: a Chamber of the Supreme Court is not "the Supreme Court".
        """
        words = slug.replace("working-group", "working_group").split("-")
        at = next((i for i, word in enumerate(words) if word in _INSTITUTION_HEADS), None)
        if at is None:
            return
        heads = ["-".join(words[start : at + 1]) for start in range(max(0, at - 3), at + 1)]
        heads.append("-".join(words[at:]))
        for head in dict.fromkeys(heads):
            known = self._discourse.by_head.setdefault(head.replace("_", "-"), {})
            known.pop(agent.key, None)
            known[agent.key] = agent

    def _short(self, mention: Mention[object], name: AgentName) -> Iterator[Link[object]]:
        place = self._discourse.place_after(mention.span) if name.head in _SEATED else ""
        if place:
            label = f"{name.label} {place}"
            name = replace(name, label=label, key=f"organization-{make_slug(label)}")
            outcome = local_agent(name, self._context, "named by its place")
        else:
            outcome = resolve(name, mention.span, self._discourse, self._context)
        if not outcome.agents:
            yield Link(mention, None, outcome.reason, candidates=outcome.candidates)
            return
        for agent in outcome.agents:
            head = name.head if name.kind is not AgentKind.PERSON else ""
            self._discourse.meet(agent, mention.span, full=outcome.local, head=head,
                                 plural=name.plural)  # fmt: skip
            self._keep_inference(agent, outcome)
            if name.kind is AgentKind.ORGANIZATION:
                self._index_institution(agent, name.key.removeprefix("organization-"))
            yield Link(mention, agent.key, outcome.reason, outcome.status, outcome.confidence,
                       outcome.candidates)  # fmt: skip

    def _keep_inference(self, agent: Agent, outcome: Resolution) -> None:
        for inference in agent.inferences:
            self._discourse.infer(agent.key, inference)


_BY_KIND = frozenset({MentionKind.STATE, MentionKind.ORGAN})
