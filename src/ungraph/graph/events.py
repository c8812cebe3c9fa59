"""Events: meetings, visits, sessions, conferences, hearings."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.evidence import Record
from ungraph.graph.literals import integer
from ungraph.graph.speeches import put_course
from ungraph.graph.vocabulary import EVENT_CLASSES
from ungraph.model.assertion import AgentKey, Concept, Event, Text, node_key

__all__ = ["add_event"]


def add_event(builder: QuadBuilder, event: Event) -> None:
    """One event.

    A session of a body has its own IRI, which many documents share: it is described in the
    authority graph, so that the union of all graphs says each thing of it once.
    """
    shared = None if event.session is None else builder.authority_graph
    if event.session is not None:
        node = builder.session(event.session)
        _add_session(builder, node, event)
    else:
        node = builder.node(event.key)
    types = ["ung:Event"]
    if event.event_type in EVENT_CLASSES:
        types.append(f"ung:{EVENT_CLASSES[event.event_type]}")
    record = Record(builder, node, *types, graph=shared)
    record.put("ung:eventType", builder.concept(Concept("event-types", event.event_type)))
    if event.label and event.session is None:
        record.put_words("rdfs:label", event.label)
    record.put_date("ung:scheduledFor", event.scheduled_for)
    record.put_date("ung:heldOn", event.held_on)
    record.put_date("ung:endsOn", event.ends_on)
    if event.event_status is not None:
        status = builder.concept(Concept("event-statuses", event.event_status))
        record.put("ung:eventStatus", status)
    record.put_date("ung:statusAsOf", event.status_as_of)
    for place in event.places:
        _put_place(builder, record, place)
    record.put_agents("ung:participant", event.participants)
    if event.body is not None and event.session is None:
        record.put_agents("ung:body", (event.body,))
    if event.course is not None:
        if event.ordinal is not None:
            record.put("ung:ordinal", integer(event.ordinal))
        put_course(record, event.course)
    if event.part_of is not None:
        record.put_nodes("ung:partOf", (event.part_of,))
    if event.origin != "ungraph":
        record.put("ung:origin", Literal(event.origin))
    record.close(
        event.evidence,
        event.inferences,
        status=event.status,
        confidence=event.confidence,
        rule=event.rule,
    )


def _add_session(builder: QuadBuilder, node: NamedNode, event: Event) -> None:
    graph = builder.authority_graph
    builder.add_type(node, "ung:Session", graph=graph)
    if event.body is not None:
        builder.add(node, "ung:body", builder.agent(event.body), graph=graph)
    if event.ordinal is not None:
        builder.add(node, "ung:ordinal", integer(event.ordinal), graph=graph)


def _put_place(builder: QuadBuilder, record: Record, place: AgentKey | Text) -> None:
    if not isinstance(place, Text):
        record.put_agents("ung:place", (place,))
        return
    node = builder.node(node_key("place", place.value))
    builder.add_type(node, "ung:Place")
    builder.add(node, "rdfs:label", builder.words(place.value, place.language))
    record.put("ung:place", node, key=place.value)
