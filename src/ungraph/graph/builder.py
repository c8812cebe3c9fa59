"""QuadBuilder: collects the quads of one document into its named graphs.

Knows terms, literals and graphs; knows nothing of what the records mean. A quad is kept as its
line of canonical N-Quads: that is what is sorted, written and checked, and a line costs a fraction
of an object.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from ungraph.graph.canonical import parse_lines
from ungraph.graph.levels import EvidenceLevel
from ungraph.graph.literals import date
from ungraph.graph.vocabulary import Vocabulary, standard
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.mint import Mint
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import AgentKey, Concept, NodeKey, SessionKey
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["QuadBuilder", "Term"]

Term = NamedNode | Literal


class QuadBuilder:
    """Quads of one document, with the IRIs of the document at hand.

    Facts go to ``graph``, spans and assertions to ``evidence_graph``, agents, sessions and the
    notations of code lists to ``authority_graph``.
    """

    def __init__(self, document: Document, mint: Mint, level: EvidenceLevel) -> None:
        self.document = document
        self.mint = mint
        self.level = level
        self.vocabulary = Vocabulary(mint)
        symbol = document.symbol
        self.work_iri = mint.document(symbol) if symbol else mint.untitled(document.source.digest)
        status = document.masthead.editorial_status
        advance = status is not None and status.value.startswith("advance")
        self.version_iri = mint.version(self.work_iri, document.language, advance=advance)
        self.work = NamedNode(self.work_iri)
        self.version = NamedNode(self.version_iri)
        self.graph = NamedNode(mint.graph(self.version_iri))
        self.evidence_graph = NamedNode(mint.graph(self.version_iri, evidence=True))
        self.authority_graph = NamedNode(mint.authority_graph())
        self.spans: set[Span] = set()
        self.sessions: dict[NodeKey, SessionKey] = {}
        self._lines: set[str] = set()
        self._predicates: dict[str, str] = {}
        self._ends: dict[NamedNode | None, str] = {None: f" {self.graph} ."}
        self._nodes: dict[str, NamedNode] = {}
        self._parts: dict[str, NamedNode] = {}
        self._agents: dict[AgentKey, NamedNode] = {}
        self._span_nodes: dict[Span, NamedNode] = {}
        self._concepts: dict[Concept, NamedNode] = {}
        self._assertions: dict[NamedNode, tuple[tuple[bool, float], list[tuple[str, Term]]]] = {}

    # -- terms ---------------------------------------------------------------------------------

    def node(self, key: NodeKey) -> NamedNode:
        """The node of a record: ``{work}#{key}``, or the session that the record stands for.

        A key with a symbol before "#" is a record of that document.
        """
        if key in self.sessions:
            return self.session(self.sessions[key])
        symbol, sign, fragment = key.rpartition("#")
        if sign:
            work = self.mint.document(DocumentSymbol(symbol))
            return NamedNode(self.mint.part(work, fragment))
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = NamedNode(self.mint.part(self.work_iri, key))
        return node

    def span(self, span: Span) -> NamedNode:
        """The node of a span: ``{version}#char=437,511``."""
        node = self._span_nodes.get(span)
        if node is None:
            node = NamedNode(self.mint.span(self.version_iri, span.start, span.end))
            self._span_nodes[span] = node
        return node

    def part(self, fragment: str) -> NamedNode:
        """A part of the version: ``{version}#para-9``."""
        node = self._parts.get(fragment)
        if node is None:
            node = self._parts[fragment] = NamedNode(self.mint.part(self.version_iri, fragment))
        return node

    def agent(self, key: AgentKey) -> NamedNode:
        node = self._agents.get(key)
        if node is None:
            node = self._agents[key] = NamedNode(self.mint.agent(key))
        return node

    def session(self, key: SessionKey) -> NamedNode:
        return NamedNode(self.mint.session(key))

    def cited(self, target: DocumentSymbol | NodeKey) -> NamedNode:
        """A document by its symbol, or a described one by its key."""
        if isinstance(target, DocumentSymbol):
            return NamedNode(self.mint.document(target))
        return self.node(target)

    def words(self, text: str, language: str | None = None) -> Literal:
        """Words of the text, tagged with the document's language unless another is given."""
        tag = language or self.document.language
        return Literal(text) if tag == "und" else Literal(text, language=tag)

    def concept(self, concept: Concept) -> NamedNode:
        """A code-list member; its notation goes to the authority graph."""
        node = self._concepts.get(concept)
        if node is None:
            node = self.vocabulary.concept(concept.scheme, concept.notation)
            graph, scheme = self.authority_graph, NamedNode(self.mint.scheme(concept.scheme))
            self.add(node, "rdf:type", standard("skos:Concept"), graph=graph)
            self.add(node, "skos:notation", Literal(concept.notation), graph=graph)
            self.add(node, "skos:inScheme", scheme, graph=graph)
            self._concepts[concept] = node
        return node

    # -- quads ---------------------------------------------------------------------------------

    def add(
        self, subject: NamedNode, predicate: str, value: Term, *, graph: NamedNode | None = None
    ) -> None:
        """One quad; *predicate* is a CURIE; the graph defaults to the document's facts."""
        middle = self._predicates.get(predicate)
        if middle is None:
            middle = self._predicates[predicate] = f" {self.vocabulary.curie(predicate)} "
        end = self._ends.get(graph)
        if end is None:
            end = self._ends[graph] = f" {graph} ."
        self._lines.add(str(subject) + middle + str(value) + end)

    def add_type(self, subject: NamedNode, *names: str, graph: NamedNode | None = None) -> None:
        """``rdf:type`` for each CURIE of *names*."""
        for name in names:
            self.add(subject, "rdf:type", self.vocabulary.curie(name), graph=graph)

    def add_date(
        self,
        subject: NamedNode,
        predicate: str,
        value: PartialDate | None,
        *,
        graph: NamedNode | None = None,
    ) -> None:
        """A date at its precision; nothing for None."""
        if value is not None:
            self.add(subject, predicate, date(value), graph=graph)

    def add_evidence(self, subject: NamedNode, spans: Iterable[Span]) -> None:
        """``ung:evidence`` to each span with words, remembered for the evidence graph."""
        if self.level is EvidenceLevel.NONE:
            return
        for span in spans:
            if not len(span):  # a markup element that prints nothing
                continue
            self.spans.add(span)
            self.add(subject, "ung:evidence", self.span(span), graph=self.evidence_graph)

    def describe_assertion(
        self, assertion: NamedNode, weight: tuple[bool, float], rows: list[tuple[str, Term]]
    ) -> None:
        """What is said of *assertion*, unless something that weighs more is said of it already."""
        known = self._assertions.get(assertion)
        if known is None or known[0] < weight:
            self._assertions[assertion] = (weight, rows)

    def lines(self) -> list[str]:
        """All quads so far as lines of canonical N-Quads, without line ends, sorted."""
        for assertion, (_, rows) in self._assertions.items():
            for predicate, value in rows:
                self.add(assertion, predicate, value, graph=self.evidence_graph)
        self._assertions.clear()
        return sorted(self._lines)

    def quads(self) -> tuple[Quad, ...]:
        """All quads so far, in the order of their lines."""
        return parse_lines("\n".join(self.lines()).encode())
