"""Speeches of records of meetings, the course of a meeting, and letters → quads."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.evidence import Record
from ungraph.graph.literals import integer
from ungraph.graph.vocabulary import standard
from ungraph.model.assertion import Concept
from ungraph.model.document import BlockKind
from ungraph.model.speech import Letter, MeetingCourse, Speech
from ungraph.namespaces import PREFIXES

__all__ = ["add_letter", "add_speeches", "put_course"]


def add_speeches(builder: QuadBuilder, speeches: tuple[Speech, ...]) -> None:
    """The speeches, as parts of the version; numbered paragraphs are named as theirs."""
    if not speeches:
        return
    numbered = {
        block.fragment
        for block in builder.document.blocks
        if block.number is not None and block.kind is BlockKind.PARAGRAPH
    }
    for speech in speeches:
        _add_speech(builder, speech, numbered)


def _add_speech(builder: QuadBuilder, speech: Speech, numbered: set[str]) -> None:
    record = Record(builder, _part(builder, speech.fragment), "ung:Speech", "ung:Part")
    record.put("dcterms:isPartOf", builder.version)
    record.put("ung:partType", builder.concept(Concept("part-types", "speech")))
    record.put("ung:speechOrder", integer(speech.order))
    record.put("ung:speakerWords", builder.words(speech.words))
    record.put("ung:textStart", integer(speech.span.start))
    record.put("ung:textEnd", integer(speech.span.end))
    if speech.speaker is not None:
        record.put_agents("ung:speaker", (speech.speaker,))
    record.put_agents("ung:onBehalfOf", speech.on_behalf_of)
    record.put_words("ung:capacity", speech.capacity)
    if speech.language is not None and speech.language != "und":
        record.put("dcterms:language", NamedNode(PREFIXES["lang"] + speech.language))
    if speech.during is not None:
        record.put_nodes("ung:during", (speech.during,))
    for fragment in speech.parts:
        if fragment in numbered:
            record.put("dcterms:hasPart", _part(builder, fragment))
    record.close(speech.evidence, speech.inferences)


def put_course(record: Record, course: MeetingCourse) -> None:
    """Times of a meeting and who presided."""
    for name, clocks in (
        ("ung:openedAt", (course.opened_at,)),
        ("ung:suspendedAt", course.suspended_at),
        ("ung:resumedAt", course.resumed_at),
        ("ung:closedAt", (course.closed_at,)),
    ):
        for clock in clocks:
            if clock is not None:
                record.put(name, Literal(f"{clock}:00", datatype=standard("xsd:time")))
    record.put_agents("ung:presidedBy", course.presided_by)


def add_letter(builder: QuadBuilder, letter: Letter) -> None:
    """The letter that the document is, or one that it prints in an annex or speaks of."""
    if letter.key is None:
        record = Record(builder, builder.work, "ung:Letter")
    else:
        record = Record(
            builder, builder.node(letter.key), "ung:Letter", "ung:DescribedDocument", "ung:Document"
        )
        record.put_words("rdfs:label", letter.words)
        record.put("ung:documentType", builder.concept(Concept("document-types", _type(letter))))
        if letter.fragment is not None:
            record.put("dcterms:isPartOf", _part(builder, letter.fragment))
    record.put("ung:letterKind", Literal(letter.kind.value))
    record.put_agents("ung:sender", letter.senders)
    record.put_agents("ung:addressee", letter.addressees)
    record.put_date("ung:writtenOn", letter.written_on)
    record.put_agents("ung:signatory", letter.signatories)
    for fragment in letter.enclosed_parts:
        record.put("ung:encloses", _part(builder, fragment))
    record.put_nodes("ung:encloses", letter.enclosed_letters)
    record.close(letter.evidence, letter.inferences)


def _type(letter: Letter) -> str:
    return "note-verbale" if letter.kind.value == "note-verbale" else "letter"


def _part(builder: QuadBuilder, fragment: str) -> NamedNode:
    return NamedNode(builder.mint.part(builder.version_iri, fragment))
