"""Acts, absences, outcomes, mandates and topics."""

from __future__ import annotations

from pyoxigraph import Literal

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.documents import add_cited_document
from ungraph.graph.evidence import Record
from ungraph.graph.vocabulary import ACT_CLASSES
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import (
    Act,
    ActType,
    Concept,
    Mandate,
    NodeKey,
    NonOccurrence,
    Outcome,
    Task,
    Topic,
)

__all__ = ["add_act", "add_mandate", "add_non_occurrence", "add_outcome", "add_topic"]


def add_act(builder: QuadBuilder, act: Act) -> None:
    """A communicative act with its parts; what a statement reports hangs on ``ung:hasContent``."""
    record = Record(
        builder,
        builder.node(act.key),
        "ung:CommunicativeAct",
        f"ung:{ACT_CLASSES[act.act_type]}",
    )
    record.put("ung:actType", builder.concept(Concept("act-types", act.act_type)))
    record.put_words("ung:cue", act.cue)
    record.put_agents("ung:agent", act.agents)
    record.put_agents("ung:addressee", act.addressees)
    if act.on_behalf_of is not None:
        record.put_agents("ung:onBehalfOf", (act.on_behalf_of,))
    record.put_words("ung:theme", act.theme)
    record.put_nodes("ung:about", act.about)
    record.put_date("dcterms:date", act.date)
    record.put_date("ung:periodFrom", act.period_from)
    record.put_date("ung:periodUntil", act.period_until)
    _put_document(builder, record, "ung:performedIn", act.performed_in)
    if act.pinpoint:
        record.put("ung:pinpoint", Literal(act.pinpoint))
    record.put_nodes("ung:inResponseTo", act.in_response_to)
    record.put_nodes("ung:hasContent", act.content)
    for predicate, key in (
        ("ung:during", act.during),
        ("ung:ground", act.ground),
        ("ung:callsMeeting", act.calls_meeting),
        ("ung:established", act.established),
    ):
        if key is not None:
            record.put_nodes(predicate, (key,))
    _put_document(builder, record, "ung:target", act.target)
    if act.negated:
        record.put("ung:polarity", Literal("negative"))
    if act.modality:
        record.put("ung:modality", Literal(act.modality))
    record.put_words("ung:attribution", act.attribution)
    if act.origin != "ungraph":
        record.put("ung:origin", Literal(act.origin))
    record.close(
        act.evidence,
        act.inferences,
        status=act.status,
        confidence=act.confidence,
        rule=act.rule,
    )


def _put_document(
    builder: QuadBuilder,
    record: Record,
    predicate: str,
    target: DocumentSymbol | NodeKey | None,
) -> None:
    if target is None:
        return
    if isinstance(target, DocumentSymbol):
        node = (
            builder.work
            if target == builder.document.symbol
            else add_cited_document(builder, target)
        )
        record.put(predicate, node, key=target.text)
    else:
        record.put_nodes(predicate, (target,))


def add_non_occurrence(builder: QuadBuilder, absence: NonOccurrence) -> None:
    """An expected act that the text says did not happen, as of a date."""
    record = Record(
        builder,
        builder.node(absence.key),
        "ung:NonOccurrence",
        "ung:NonResponse",
        "ung:CommunicativeAct",
    )
    record.put("ung:actType", builder.concept(Concept("act-types", ActType.NOT_RESPOND)))
    record.put_words("ung:cue", absence.cue)
    expected = builder.concept(Concept("act-types", absence.expected_act))
    record.put("ung:expectedAct", expected)
    record.put_agents("ung:expectedFrom", absence.expected_from)
    record.put_agents("ung:agent", absence.expected_from)
    record.put_agents("ung:addressee", absence.addressees)
    record.put_words("ung:theme", absence.theme)
    record.put_date("ung:asOf", absence.as_of)
    record.put_date("dcterms:date", absence.date)
    record.put_nodes("ung:inResponseTo", absence.in_response_to)
    if absence.origin != "ungraph":
        record.put("ung:origin", Literal(absence.origin))
    record.close(
        absence.evidence,
        absence.inferences,
        status=absence.status,
        confidence=absence.confidence,
        rule=absence.rule,
    )


def add_outcome(builder: QuadBuilder, outcome: Outcome) -> None:
    """What came of an offer, a request, an invitation or a draft."""
    record = Record(builder, builder.node(outcome.key), "ung:Outcome")
    outcome_type = builder.concept(Concept("outcome-types", outcome.outcome_type))
    record.put("ung:outcomeType", outcome_type)
    record.put_nodes("ung:outcomeOf", outcome.outcome_of)
    if outcome.of_document is not None:
        record.put("ung:outcomeOf", add_cited_document(builder, outcome.of_document))
    record.put_nodes("ung:broughtAboutBy", (outcome.brought_about_by,))
    record.put_date("ung:asOf", outcome.as_of)
    record.close(
        outcome.evidence,
        outcome.inferences,
        status=outcome.status,
        confidence=outcome.confidence,
    )


def add_mandate(builder: QuadBuilder, mandate: Mandate) -> None:
    """What an organ asks of an office, and its tasks."""
    record = Record(builder, builder.node(mandate.key), "ung:Mandate")
    record.put_nodes("ung:givenBy", (mandate.given_by,))
    record.put_agents("ung:mandateHolder", mandate.holders)
    record.put_nodes("ung:task", (task.key for task in mandate.tasks))
    if mandate.continues is not None:
        record.put_nodes("ung:continuesMandate", (mandate.continues,))
    record.put_nodes("ung:inFulfilmentOf", mandate.in_fulfilment_of)
    record.close(
        mandate.evidence,
        mandate.inferences,
        status=mandate.status,
        confidence=mandate.confidence,
    )
    for task in mandate.tasks:
        _add_task(builder, task)


def _add_task(builder: QuadBuilder, task: Task) -> None:
    record = Record(builder, builder.node(task.key), "ung:Task")
    record.put_words("rdfs:label", task.label)
    if task.deliver_to is not None:
        record.put_agents("ung:deliverTo", (task.deliver_to,))
    record.put_words("ung:dueBy", task.due_by)
    record.put_date("ung:dueOn", task.due_on)
    record.close(task.evidence, task.inferences)


def add_topic(builder: QuadBuilder, topic: Topic) -> None:
    """A thing spoken of that acts refer to: a programme established, a subject."""
    record = Record(builder, builder.node(topic.key), topic.topic_class)
    record.put_words("rdfs:label", topic.label)
    record.close(topic.evidence)
