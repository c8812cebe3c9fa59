"""Evidence: spans with their selectors (Web Annotation), and assertions about plain triples.

One selector node carries both selector types; a span is shared by all statements that rest on
the same words. An assertion is minted only for a triple that has no node of its own to hang
evidence on, and for a property that was inferred.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder, Term
from ungraph.graph.levels import EvidenceLevel
from ungraph.graph.literals import date, decimal, integer
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import AgentKey, Concept, Inference, NodeKey, node_key
from ungraph.model.document import Block, BlockKind, Document, Status
from ungraph.model.span import Span

__all__ = ["PartFinder", "Record", "add_assertion", "add_spans"]

_CONTEXT_CHARS = 32
# Longer words are found again by themselves; prefix and suffix would only repeat the text.
_TELLING_CHARS = 96


class PartFinder:
    """The numbered part (or title page) that holds a position: the one a reader would name."""

    def __init__(self, document: Document) -> None:
        self._blocks = tuple(b for b in document.blocks if b.kind is not BlockKind.SUBPARAGRAPH)
        self._starts = [block.span.start for block in self._blocks]
        self._by_fragment = {block.fragment: block for block in document.blocks}

    def at(self, position: int) -> Block | None:
        """The innermost block at *position* that is not a sub-paragraph."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        block: Block | None = self._blocks[index]
        while block is not None and not block.span.start <= position < block.span.end:
            block = self._by_fragment.get(block.parent) if block.parent else None
        return block


def add_spans(builder: QuadBuilder) -> None:
    """The span and selector nodes of all evidence that *builder* has remembered."""
    if builder.level is EvidenceLevel.NONE:
        return
    finder = PartFinder(builder.document)
    for span in sorted(builder.spans):
        _add_span(builder, span, finder)


def _add_span(builder: QuadBuilder, span: Span, finder: PartFinder) -> None:
    graph, node = builder.evidence_graph, builder.span(span)
    selector = NamedNode(f"{builder.version_iri}#selector={span.start},{span.end}")
    builder.add_type(node, "ung:Span", graph=graph)
    builder.add(node, "oa:hasSource", builder.version, graph=graph)
    builder.add(node, "oa:hasSelector", selector, graph=graph)
    block = finder.at(span.start)
    if block is not None:
        builder.add(node, "dcterms:isPartOf", builder.part(block.fragment), graph=graph)
    for page in builder.document.pages:
        if page.span.start <= span.start < page.span.end:
            builder.add(node, "ung:page", integer(page.number), graph=graph)
    builder.add_type(selector, "oa:TextPositionSelector", "oa:TextQuoteSelector", graph=graph)
    builder.add(selector, "oa:start", integer(span.start), graph=graph)
    builder.add(selector, "oa:end", integer(span.end), graph=graph)
    text = builder.document.text
    builder.add(selector, "oa:exact", Literal(span.of(text)), graph=graph)
    if builder.level is EvidenceLevel.FULL and len(span) <= _TELLING_CHARS:
        before = text[max(0, span.start - _CONTEXT_CHARS) : span.start]
        after = text[span.end : span.end + _CONTEXT_CHARS]
        if before:
            builder.add(selector, "oa:prefix", Literal(before), graph=graph)
        if after:
            builder.add(selector, "oa:suffix", Literal(after), graph=graph)


def add_assertion(
    builder: QuadBuilder,
    subject: NamedNode,
    predicate: str,
    value: Term,
    evidence: Iterable[Span],
    *,
    status: Status = Status.EXPLICIT,
    confidence: float | None = None,
    reason: str = "",
) -> None:
    """An ``ung:Assertion`` about the plain triple (subject, predicate, value).

    A triple that several records state has one assertion with the evidence of all; what is said
    outright, or else the first and surest reason, stands for it.
    """
    if builder.level is not EvidenceLevel.FULL:
        return
    node = builder.node(node_key("assertion", str(subject), predicate, str(value)))
    rows: list[tuple[str, Term]] = [
        ("rdf:type", builder.vocabulary.curie("ung:Assertion")),
        ("rdf:subject", subject),
        ("rdf:predicate", builder.vocabulary.curie(predicate)),
        ("rdf:object", value),
        ("ung:status", builder.concept(Concept("statuses", status))),
    ]
    if confidence is not None:
        rows.append(("ung:confidence", decimal(confidence)))
    if reason:
        rows.append(("ung:reason", Literal(reason, language="en")))
    builder.describe_assertion(node, (status is Status.EXPLICIT, confidence or 0.0), rows)
    builder.add_evidence(node, evidence)


class Record:
    """One node being written: its properties, then its evidence and what was inferred of it.

    Its properties go to the facts of the document unless another *graph* is named.
    """

    def __init__(
        self,
        builder: QuadBuilder,
        subject: NamedNode,
        *types: str,
        graph: NamedNode | None = None,
    ) -> None:
        self._builder = builder
        self._graph = graph
        self._values: dict[str, list[tuple[str, Term]]] = {}
        self.subject = subject
        builder.add_type(subject, *types, graph=graph)

    def put(self, predicate: str, value: Term, *, key: str | None = None) -> None:
        """One property; *key* names the value in inferences (defaults to its lexical form)."""
        self._builder.add(self.subject, predicate, value, graph=self._graph)
        self._values.setdefault(predicate, []).append((key or value.value, value))

    def put_agents(self, predicate: str, keys: Iterable[AgentKey]) -> None:
        """One property for each agent."""
        for key in keys:
            self.put(predicate, self._builder.agent(key), key=key)

    def put_nodes(self, predicate: str, keys: Iterable[NodeKey]) -> None:
        """One property for each record of this document."""
        for key in keys:
            self.put(predicate, self._builder.node(key), key=key)

    def put_date(self, predicate: str, value: PartialDate | None) -> None:
        """A date at its precision; nothing for None."""
        if value is not None:
            self.put(predicate, date(value))

    def put_words(self, predicate: str, words: str | None) -> None:
        """Words of the text in its language; nothing for None."""
        if words:
            self.put(predicate, self._builder.words(words))

    def close(
        self,
        evidence: Iterable[Span],
        inferences: Iterable[Inference] = (),
        *,
        status: Status = Status.EXPLICIT,
        confidence: float | None = None,
        rule: str = "",
    ) -> None:
        """Evidence, the status of a record that is itself inferred, and its inferred properties."""
        builder = self._builder
        builder.add_evidence(self.subject, evidence)
        if status is not Status.EXPLICIT:
            self.put("ung:status", builder.concept(Concept("statuses", status)))
            if confidence is not None:
                self.put("ung:confidence", decimal(confidence))
        if rule and builder.level is EvidenceLevel.FULL:
            builder.add(self.subject, "ung:rule", Literal(rule), graph=builder.evidence_graph)
        for inference in inferences:
            for key, value in self._values.get(inference.property, ()):
                if inference.value is None or inference.value == key:
                    add_assertion(
                        builder,
                        self.subject,
                        inference.property,
                        value,
                        inference.evidence,
                        status=Status.INFERRED,
                        confidence=inference.confidence,
                        reason=inference.reason,
                    )
