"""What records of meetings and letters add to the assertions of a document.

For a record: its speeches, its meeting, the votes announced in it. For a letter: who sends it, to
whom, when. Documents of other types stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.actors import merge_agents
from ungraph.extractors.ballots import extract_ballots
from ungraph.extractors.decisions import extract_decisions
from ungraph.extractors.letters import extract_letters
from ungraph.extractors.merging import merge_events
from ungraph.extractors.speeches import MeetingRecord, extract_record
from ungraph.extractors.statements import add_statement
from ungraph.extractors.vote_outcomes import extract_vote_outcomes
from ungraph.linking.agentkeys import describe_agent
from ungraph.model.assertion import Act, Assertions, Event, EventType, Fact, FactSubject, NodeKey
from ungraph.model.document import Document, Status
from ungraph.model.link import Links
from ungraph.readers.speeches import RecordLine

__all__ = ["add_proceedings"]

_OF_THE_MEETING = frozenset({"opened", "closed", "suspended", "resumed", "imprint"})


def add_proceedings(
    document: Document,
    links: Links,
    assertions: Assertions,
    record: MeetingRecord | None = None,
) -> Assertions:
    """*assertions* with the course of the meeting that *document* records.

    *record* is what ``extract_record`` gives; it is read here when it is not given.
    """
    assertions = add_statement(document, _add_letters(document, links, assertions))
    record = extract_record(document, links) if record is None else record
    if not record.course:
        return assertions
    ballots = extract_ballots(document, links, record)
    procedure = assertions.procedure
    added = replace(
        assertions,
        agents=merge_agents(assertions.agents, record.agents, ballots.agents),
        procedure=replace(procedure, votes=(*procedure.votes, *ballots.votes)),
        described_documents=(*assertions.described_documents, *ballots.described),
        speeches=record.speeches,
    )
    complete = _add_meeting(document, record, _describe_sides(added))
    outcomes, vetoes = extract_vote_outcomes(document, ballots.votes)
    complete = replace(complete, outcomes=(*complete.outcomes, *outcomes))
    decided = (*extract_decisions(document, links, record, complete), *vetoes)
    acts = sorted((*complete.acts, *decided), key=lambda act: (act.evidence[:1], act.key))
    return replace(complete, acts=tuple(acts)) if decided else complete


def _add_letters(document: Document, links: Links, assertions: Assertions) -> Assertions:
    """Sender, addressee and date of each letter, and what its formulas ask and transmit."""
    found = extract_letters(document, links)
    if not found.letters and not found.acts:
        return assertions
    told = [(act.act_type, span) for act in found.acts for span in act.evidence]
    kept = tuple(
        act
        for act in assertions.acts
        if not any(act.act_type is kind and place.contains(act.evidence[0]) for kind, place in told)
    )
    acts = sorted((*kept, *found.acts), key=lambda act: (act.evidence[:1], act.key))
    added = replace(
        assertions,
        acts=tuple(acts),
        agents=merge_agents(assertions.agents, found.agents),
        letters=found.letters,
    )
    return _describe_sides(added)


def _describe_sides(assertions: Assertions) -> Assertions:
    """Describe the States and Governments that speakers and writers mean by "my Government"."""
    known = {agent.key for agent in assertions.agents}
    meant = {
        key
        for act in assertions.acts
        for key in (*act.agents, *act.addressees)
        if key not in known and key.startswith(("government-", "state-"))
    }
    if not meant:
        return assertions
    described = tuple(describe_agent(key) for key in sorted(meant))
    return replace(assertions, agents=merge_agents(assertions.agents, described))


def _add_meeting(document: Document, record: MeetingRecord, assertions: Assertions) -> Assertions:
    """The meeting once: "The meeting rose at 6 p.m." speaks of the one on the title page."""
    meeting = record.meeting
    if meeting is None:
        return assertions
    lines = [
        item.span
        for item in record.course
        if isinstance(item, RecordLine) and item.kind in _OF_THE_MEETING
    ]
    same = {
        event.key
        for event in assertions.events
        if event.event_type is EventType.MEETING
        and any(line.contains(span) for line in lines for span in event.evidence)
    }
    kept: tuple[Event, ...] = tuple(e for e in assertions.events if e.key not in same)
    organ, session = document.masthead.organ, document.masthead.session
    if organ is not None and session is not None:
        name = f"{organ.value}-{session.value}"
        held_in = next((e.key for e in kept if e.session == name), None)
        meeting = replace(meeting, part_of=held_in)
    return replace(
        assertions,
        facts=(*assertions.facts, *_date_of_record(assertions, meeting)),
        events=merge_events(kept, (meeting,)),
        acts=tuple(
            _point(act, same, meeting.key)
            for act in assertions.acts
            if not any(line.contains(act.evidence[0]) for line in lines)
        ),
    )


def _date_of_record(assertions: Assertions, meeting: Event) -> tuple[Fact, ...]:
    """A record whose page prints no other date has that of its meeting."""
    if meeting.held_on is None or any(f.property == "dcterms:date" for f in assertions.facts):
        return ()
    held = next((i for i in meeting.inferences if i.property == "ung:heldOn"), None)
    evidence = held.evidence if held is not None else meeting.evidence
    reason = "the date of the meeting that is recorded"
    return (
        Fact(
            FactSubject.WORK,
            "dcterms:date",
            meeting.held_on,
            evidence,
            status=Status.INFERRED,
            reason=reason,
            confidence=0.9,
        ),
    )


def _point(act: Act, same: set[NodeKey], key: NodeKey) -> Act:
    during = key if act.during in same else act.during
    calls = key if act.calls_meeting in same else act.calls_meeting
    if during == act.during and calls == act.calls_meeting:
        return act
    return replace(act, during=during, calls_meeting=calls)
