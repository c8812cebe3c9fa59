"""Citations, and documents that the text describes without a symbol."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.documents import add_cited_document
from ungraph.graph.evidence import Record, add_assertion
from ungraph.graph.literals import date
from ungraph.graph.vocabulary import RELATION_PROPERTIES
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Citation, Concept, DescribedDocument, Inference, Relation

__all__ = ["add_citation", "add_described_document"]

_SHORT_FORMS = {relation: f"ung:{name}" for relation, name in RELATION_PROPERTIES.items()}


def add_citation(builder: QuadBuilder, citation: Citation) -> None:
    """The citation node, what is cited, and the short forms ``cito:cites`` and its subproperty.

    "The present report" as a whole is a ``ung:SelfReference``: it cites no document, and lists of
    citations are not to hold it. "Paragraph 5 above" is a citation, with its place in the document.
    """
    cited = builder.cited(citation.cited)
    whole = citation.relation is Relation.SELF and not citation.pinpoint
    kind = "ung:SelfReference" if whole else "ung:Citation"
    record = Record(builder, builder.node(citation.key), kind)
    record.put("cito:hasCitingEntity", builder.work)
    record.put("cito:hasCitedEntity", cited)
    relation = builder.concept(Concept("relations", citation.relation))
    record.put("cito:hasCitationCharacterization", relation)
    if citation.pinpoint:
        record.put("ung:pinpoint", Literal(citation.pinpoint))
    if citation.body_reason:
        record.put("ung:bodyReason", Literal(citation.body_reason, language="en"))
    if isinstance(citation.cited, DocumentSymbol):
        add_cited_document(builder, citation.cited)
        _add_what_is_said(builder, citation, citation.cited, cited)
        if citation.pinpoint_fragment:
            record.put("ung:citedPart", _add_cited_part(builder, citation, cited))
    if citation.relation is not Relation.SELF:
        builder.add(builder.work, "cito:cites", cited)
        if citation.relation in _SHORT_FORMS:
            builder.add(builder.work, _SHORT_FORMS[citation.relation], cited)
    record.close(
        citation.evidence,
        citation.inferences,
        status=citation.status,
        confidence=citation.confidence,
        rule=citation.rule,
    )


def _add_what_is_said(
    builder: QuadBuilder, citation: Citation, symbol: DocumentSymbol, cited: NamedNode
) -> None:
    """What this text says of the document cited; many texts say the same, so it is shared."""
    shared = builder.authority_graph
    if citation.adopted_by is not None:
        agent = builder.agent(citation.adopted_by)
        builder.add(cited, "ung:adoptedBy", agent, graph=shared)
        add_assertion(builder, cited, "ung:adoptedBy", agent, citation.evidence)
    if citation.date_said is not None:
        adopted = "/RES/" in symbol.key or "/DEC/" in symbol.key
        predicate = "ung:adoptedOn" if adopted else "dcterms:date"
        builder.add_date(cited, predicate, citation.date_said, graph=shared)
        add_assertion(builder, cited, predicate, date(citation.date_said), citation.evidence)
    for related in citation.related_symbols:
        words = Literal(related.text)
        builder.add(cited, "ung:relatedSymbol", words, graph=shared)
        add_assertion(builder, cited, "ung:relatedSymbol", words, citation.evidence)
    if citation.title_said:
        title = builder.words(citation.title_said)
        builder.add(cited, "ung:titleSaid", title, graph=shared)
        add_assertion(builder, cited, "ung:titleSaid", title, citation.evidence)


def _add_cited_part(builder: QuadBuilder, citation: Citation, cited: NamedNode) -> NamedNode:
    part = NamedNode(builder.mint.part(cited.value, str(citation.pinpoint_fragment)))
    builder.add_type(part, "ung:Part", graph=builder.authority_graph)
    builder.add(part, "dcterms:isPartOf", cited, graph=builder.authority_graph)
    return part


def add_described_document(builder: QuadBuilder, described: DescribedDocument) -> None:
    """A document or a set of them without a symbol, with its possible referents."""
    types = ["ung:DescribedDocument", "ung:DocumentSet" if described.plural else "ung:Document"]
    if described.document_type in ("resolution", "decision"):
        types.append(f"undo:{described.document_type.capitalize()}")
    record = Record(builder, builder.node(described.key), *types)
    record.put("rdfs:label", builder.words(described.label))
    if described.adopted_by is not None:
        record.put_agents("ung:adoptedBy", (described.adopted_by,))
    record.put_date("ung:adoptedOn", described.date)
    inferences = list(described.inferences)
    for symbol, reason in described.candidates:
        node = add_cited_document(builder, symbol)
        record.put("ung:possibleReferent", node, key=symbol.text)
        inferences.append(
            Inference("ung:possibleReferent", reason, 0.5, described.evidence, symbol.text)
        )
    record.close(described.evidence, inferences)
