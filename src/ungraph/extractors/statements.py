"""Presidential statements: at which meeting, on which day, by whom and on whose behalf.

At the 4347th meeting of the Security Council, held on 17 July 2001, in connection with …, the
President of the Security Council made the following statement on behalf of the Council:
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ungraph.extractors.actors import merge_agents
from ungraph.extractors.presiding import presiding_office
from ungraph.identifiers.date import PartialDate
from ungraph.linking.agentkeys import describe_body
from ungraph.model.assertion import (
    Act,
    ActType,
    AgentKey,
    Assertions,
    Event,
    EventStatus,
    EventType,
    Fact,
    FactSubject,
    Inference,
    node_key,
)
from ungraph.model.document import BlockKind, Document, Status
from ungraph.model.span import Span
from ungraph.model.speech import MeetingCourse
from ungraph.readers.printeddates import search_printed_date
from ungraph.readers.recordlines import search_line

__all__ = ["add_statement"]

_REACH = 3000
_BEHALF = re.compile(r"on behalf of|au nom d|en nombre d|от имени|باسم|نيابة عن|代表")
_RULE = "presidential-statement"
_MADE = "the statement was made at it"


@dataclass(frozen=True, slots=True)
class _Opening:
    """The sentence that opens a statement."""

    span: Span
    said: Span
    date: PartialDate
    number: int | None
    on_behalf: bool


def add_statement(document: Document, assertions: Assertions) -> Assertions:
    """*assertions* with the day, the meeting and the maker of a presidential statement; unchanged
    for documents of other types and where the opening sentence is not found."""
    stated, organ = document.masthead.document_type, document.masthead.organ
    if stated is None or stated.value != "presidential-statement" or organ is None:
        return assertions
    opening = _find_opening(document)
    if opening is None:
        return assertions
    body = AgentKey(organ.value)
    meeting, events = _meeting(assertions, opening, body)
    office = replace(presiding_office(organ.value, ""), evidence=(opening.span,))
    act = _act(document, assertions, opening, office.key, body)
    if meeting is not None:
        act = replace(act, during=meeting.key)
    acts = [a for a in assertions.acts if a.key != act.key]
    return replace(
        assertions,
        facts=(*assertions.facts, *_facts(document, assertions, opening, body)),
        agents=merge_agents(assertions.agents, (office, describe_body(body))),
        acts=tuple(sorted((*acts, act), key=lambda a: (a.evidence[:1], a.key))),
        events=events,
    )


def _find_opening(document: Document) -> _Opening | None:
    body = next((b.span.start for b in document.blocks if b.kind is not BlockKind.TITLE_PAGE), 0)
    text = document.text[: body + _REACH].replace("\u00a0", " ").replace("\n", " ")
    found = search_line("statement", text)
    date = search_printed_date(found["date"]) if found is not None else None
    if found is None or date is None:
        return None
    number = found.groupdict().get("number")
    around = text[found.start() : found.end("said") + 60]
    return _Opening(
        Span(found.start(), found.end("said")),
        Span(found.start("said"), found.end("said")),
        date[0],
        int(number) if number else None,
        _BEHALF.search(around) is not None,
    )


def _facts(
    document: Document, assertions: Assertions, opening: _Opening, body: AgentKey
) -> list[Fact]:
    known = {fact.property for fact in assertions.facts}
    work, reason = FactSubject.WORK, "the day on which the statement was made"
    facts = []
    if "ung:adoptedOn" not in known:
        facts.append(
            Fact(work, "ung:adoptedOn", opening.date, (opening.span,), "", Status.INFERRED, reason, 0.95)
        )  # fmt: skip
    if "ung:adoptedBy" not in known and opening.on_behalf:
        facts.append(Fact(work, "ung:adoptedBy", body, (opening.span,), "agent"))
    return facts


def _meeting(
    assertions: Assertions, opening: _Opening, body: AgentKey
) -> tuple[Event | None, tuple[Event, ...]]:
    """The meeting in the opening sentence, with its number; and all events with it."""
    if opening.number is None:
        return None, assertions.events
    same = next(
        (
            event
            for event in assertions.events
            if event.event_type is EventType.MEETING
            and any(opening.span.contains(span) for span in event.evidence)
        ),
        None,
    )
    known = same or Event(
        node_key("event", "meeting", str(opening.number), str(opening.date)),
        EventType.MEETING,
        (opening.span,),
        rule=_RULE,
        event_status=EventStatus.HELD,
        inferences=(Inference("ung:eventStatus", _MADE, 0.98, (opening.span,)),),
    )
    meeting = replace(
        known,
        held_on=known.held_on or opening.date,
        body=known.body or body,
        ordinal=known.ordinal or opening.number,
        course=known.course or MeetingCourse(),
    )
    events = tuple(e for e in assertions.events if e.key != meeting.key)
    return meeting, (*events, meeting)


def _act(
    document: Document, assertions: Assertions, opening: _Opening, office: AgentKey, body: AgentKey
) -> Act:
    """The act of making the statement: the one that the words gave already, or a new one."""
    known = next(
        (
            act
            for act in assertions.acts
            if act.act_type is ActType.STATE
            and document.quote(opening.said) in act.cue
            and any(span.overlaps(opening.said) for span in act.evidence)
        ),
        None,
    )
    act = known or Act(
        node_key("act", _RULE, document.quote(opening.span)),
        ActType.STATE,
        document.quote(opening.said),
        (opening.span,),
        rule=_RULE,
    )
    return replace(
        act,
        agents=act.agents or (office,),
        on_behalf_of=body if opening.on_behalf else act.on_behalf_of,
        theme=None,
        date=act.date or opening.date,
        performed_in=document.symbol or act.performed_in,
    )
