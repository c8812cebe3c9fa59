"""The session that the title page names and the text speaks of is one event."""

from __future__ import annotations

from ungraph.extractors.merging import merge_events
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import (
    Event,
    EventStatus,
    EventType,
    Inference,
    SessionKey,
    node_key,
)
from ungraph.model.span import Span

TITLE = Event(
    node_key("event", "title"),
    EventType.SESSION,
    (Span(0, 5),),
    label="Ninth session",
    session=SessionKey("hrc-9"),
    event_status=EventStatus.SCHEDULED,
    inferences=(Inference("ung:eventStatus", "the title page announces it", 0.8),),
)
TEXT = Event(
    node_key("event", "text"),
    EventType.SESSION,
    (Span(50, 60),),
    label="its ninth session",
    session=SessionKey("hrc-9"),
    held_on=PartialDate(2008, 9),
    event_status=EventStatus.HELD,
    inferences=(
        Inference("ung:eventStatus", "it was held", 0.9),
        Inference("ung:heldOn", "the month is named", 0.9),
    ),
)
MEETING = Event(node_key("event", "meeting"), EventType.MEETING, (Span(70, 80),))


def test_what_comes_first_holds_and_the_rest_is_added() -> None:
    session, meeting = merge_events((TITLE,), (MEETING, TEXT))[0:2]
    assert meeting == MEETING
    assert session.label == "Ninth session"
    assert session.key == TEXT.key, "acts refer to it"
    assert session.event_status is EventStatus.SCHEDULED
    assert session.held_on == PartialDate(2008, 9)
    assert session.evidence == (Span(0, 5), Span(50, 60))
    assert [i.property for i in session.inferences] == ["ung:eventStatus", "ung:heldOn"]


def test_an_event_alone_stays_as_it_is() -> None:
    assert merge_events((TITLE,), (MEETING,)) == (TITLE, MEETING)
