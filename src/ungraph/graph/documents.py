"""The document itself: work, version, file, parts, and the plain facts of its title page."""

from __future__ import annotations

import hashlib

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder, Term
from ungraph.graph.evidence import add_assertion
from ungraph.graph.literals import boolean, date, integer
from ungraph.graph.vocabulary import standard
from ungraph.identifiers.agenda import agenda_item_key
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.matchers.lead_words import find_row
from ungraph.model.assertion import (
    AgentKey,
    Concept,
    Fact,
    FactSubject,
    NodeKey,
    SessionKey,
    Text,
)
from ungraph.model.document import Block, BlockKind
from ungraph.model.span import Span
from ungraph.namespaces import PREFIXES

__all__ = ["add_cited_document", "add_document", "add_facts"]

_UNDO_CLASS_BY_TYPE = {
    "resolution": "undo:Resolution",
    "decision": "undo:Decision",
    "note-by-the-secretariat": "undo:Note",
    "note-by-the-secretary-general": "undo:Note",
    "note": "undo:Note",
}
_PART_CLASSES = {
    BlockKind.TITLE_PAGE: "ung:TitlePage",
    BlockKind.PARAGRAPH: "ung:Paragraph",
}


def add_document(builder: QuadBuilder) -> None:
    """Work, version, file, and the parts worth naming (numbered, typed or holding evidence)."""
    document, version = builder.document, builder.version
    builder.add_type(builder.work, "ung:Document", graph=builder.authority_graph)
    stated = document.masthead.document_type
    undo_class = _UNDO_CLASS_BY_TYPE.get(stated.value) if stated else None
    if undo_class:
        builder.add_type(builder.work, undo_class, graph=builder.authority_graph)
    builder.add(builder.work, "ung:hasVersion", version)
    builder.add_type(version, "ung:DocumentVersion")
    builder.add(version, "ung:textDigest", Literal(f"sha256:{_text_digest(document.text)}"))
    builder.add(version, "ung:textLength", integer(len(document.text)))
    _add_file(builder)
    for block in document.blocks:
        if block.number is not None or block.part_type in ("preambular", "operative"):
            _add_part(builder, block)
    _add_agenda_item(builder)


def _text_digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _add_file(builder: QuadBuilder) -> None:
    source = builder.document.source
    file = NamedNode(builder.mint.file(source.digest))
    builder.add(builder.version, "prov:wasDerivedFrom", file)
    builder.add_type(file, "ung:File")
    builder.add(file, "ung:digest", Literal(f"sha256:{source.digest}"))
    builder.add(file, "dcterms:format", Literal(source.media_type))
    builder.add(file, "ung:byteSize", integer(source.size_bytes))
    if source.page_count is not None:
        builder.add(file, "ung:pageCount", integer(source.page_count))


def _add_part(builder: QuadBuilder, block: Block) -> None:
    part = builder.part(block.fragment)
    builder.add_type(part, _PART_CLASSES.get(block.kind, "ung:Part"))
    owner = builder.part(block.parent) if block.parent else builder.version
    builder.add(part, "dcterms:isPartOf", owner)
    builder.add(part, "ung:partType", builder.concept(Concept("part-types", block.part_type)))
    if block.number is not None:
        builder.add(part, "ung:number", Literal(block.number))
    if block.lead is not None:
        _add_lead(builder, part, block, block.lead)


def _add_lead(builder: QuadBuilder, part: NamedNode, block: Block, lead: Span) -> None:
    """The lead words, the type of act they do, and their stance; nothing for words unknown."""
    row = find_row(builder.document, block)
    if row is None:
        return
    words = " ".join(builder.document.quote(lead).split())
    builder.add(part, "ung:leadWords", builder.words(words))
    builder.add(part, "ung:stance", builder.concept(Concept("stances", row.stance)))
    if row.act_type is not None:
        builder.add(part, "ung:leadType", builder.concept(Concept("act-types", row.act_type)))


def _add_agenda_item(builder: QuadBuilder) -> None:
    masthead = builder.document.masthead
    if masthead.agenda_item is None:
        return
    item = masthead.agenda_item.value
    node, shared = builder.node(NodeKey(agenda_item_key(item.number))), builder.authority_graph
    builder.add_type(node, "ung:AgendaItem", graph=shared)
    builder.add(node, "ung:number", Literal(item.number), graph=shared)
    builder.add(node, "ung:provisional", boolean(item.provisional), graph=shared)
    spans = list(masthead.agenda_item.spans)
    if item.title:
        builder.add(node, "dcterms:title", builder.words(item.title))
        if masthead.agenda_item_title is not None:
            spans.extend(masthead.agenda_item_title.spans)
    builder.add_evidence(node, sorted(set(spans)))


def add_facts(builder: QuadBuilder, facts: tuple[Fact, ...]) -> None:
    """The plain triples of the title page, each with its assertion.

    What is said of the work without words of one language (symbol, date, session …) goes to the
    authority graph: all language versions say it, and documents that cite the work do.
    """
    for fact in facts:
        of_work = fact.subject is FactSubject.WORK
        subject = builder.work if of_work else builder.version
        value = _fact_term(builder, fact)
        neutral = of_work and not (isinstance(value, Literal) and value.language)
        graph = builder.authority_graph if neutral else None
        builder.add(subject, fact.property, value, graph=graph)
        add_assertion(
            builder,
            subject,
            fact.property,
            value,
            fact.evidence,
            status=fact.status,
            confidence=fact.confidence,
            reason=fact.reason,
        )


def _fact_term(builder: QuadBuilder, fact: Fact) -> Term:
    value = fact.value
    if isinstance(value, Text):
        if fact.property == "dcterms:language":
            return NamedNode(PREFIXES["lang"] + value.value)
        if fact.property == "ung:originalLanguage":
            return Literal(value.value, datatype=standard("xsd:language"))
        return (
            Literal(value.value, language=value.language)
            if value.language
            else Literal(value.value)
        )
    if isinstance(value, PartialDate):
        return date(value)
    if isinstance(value, DocumentSymbol):
        add_cited_document(builder, value)
        return NamedNode(builder.mint.document(value))
    if isinstance(value, Concept):
        return builder.concept(value)
    if fact.kind == "agent":
        return builder.agent(AgentKey(value))
    if fact.kind == "session":
        return builder.session(SessionKey(value))
    return builder.node(NodeKey(value))


def add_cited_document(builder: QuadBuilder, symbol: DocumentSymbol) -> NamedNode:
    """A document known by its symbol alone: class and symbol.

    They go to the authority graph: thousands of documents cite the same one, and the union of all
    graphs should say what it is only once. A treaty is told by a code of ours ("treaty:ICCPR"),
    which is no symbol of the United Nations and therefore its ``dcterms:identifier``.
    """
    node, graph = NamedNode(builder.mint.document(symbol)), builder.authority_graph
    builder.add_type(node, "ung:Document", graph=graph)
    if symbol.text.startswith("treaty:"):
        builder.add_type(node, "ung:Treaty", graph=graph)
        builder.add(node, "dcterms:identifier", Literal(symbol.text), graph=graph)
        return node
    if "/RES/" in symbol.key:
        builder.add_type(node, "undo:Resolution", graph=graph)
    elif "/DEC/" in symbol.key:
        builder.add_type(node, "undo:Decision", graph=graph)
    builder.add(node, "ung:symbol", Literal(symbol.text), graph=graph)
    return node
