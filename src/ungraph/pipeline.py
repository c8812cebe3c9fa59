"""Pipeline: bytes of one document → Result, by the steps in their order; touches no file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from pyoxigraph import Quad

from ungraph.extractors.actors import extract_agents, merge_agents
from ungraph.extractors.acts import extract_acts
from ungraph.extractors.adopters import add_adopters
from ungraph.extractors.citing import extract_citations
from ungraph.extractors.drafting import add_drafting, amended_fact
from ungraph.extractors.hyperlinks import check_hyperlinks
from ungraph.extractors.masthead import extract_masthead
from ungraph.extractors.merging import merge_events
from ungraph.extractors.outside import extract_outside
from ungraph.extractors.procedure import extract_procedure
from ungraph.extractors.proceedings import add_proceedings
from ungraph.extractors.review import add_review
from ungraph.extractors.speeches import extract_record
from ungraph.graph.canonical import parse_lines
from ungraph.graph.levels import EvidenceLevel
from ungraph.graph.quads import graph_name, to_nquads
from ungraph.identifiers.mint import Mint
from ungraph.linking.agents import link_agents
from ungraph.linking.documents import link_citations
from ungraph.matchers.agents import match_agents
from ungraph.matchers.citations import match_citations
from ungraph.matchers.cues import match_cues
from ungraph.model.assertion import Assertions
from ungraph.model.document import Document
from ungraph.model.link import Link, Links
from ungraph.model.mention import Mention
from ungraph.model.report import Report
from ungraph.namespaces import BASE_IRI
from ungraph.plugins import load_extractors
from ungraph.readers.detect import read_document
from ungraph.readers.limits import Limits
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.stores.tables import Table
from ungraph.validation.shacl import validate
from ungraph.validation.statements import load_statements
from ungraph.validation.text_checks import check_text
from ungraph.writers.formats import find_format, write_quads
from ungraph.writers.output import open_output

__all__ = ["BuildOptions", "Result", "build_document"]


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How a document is built.

    *symbol*, *language* and *media_type* stand in for what the file does not say; *base* is the
    start of all IRIs minted; *evidence* is "full", "compact" or "none"; *engine* checks the shapes
    ("pyshacl", "pyshifty", "auto"), unless *validate* is off; *extractors* names outside
    extractors (``ungraph.plugins``) that may add acts.
    """

    symbol: str | None = None
    language: str | None = None
    media_type: str | None = None
    base: str = BASE_IRI
    evidence: EvidenceLevel | str = EvidenceLevel.FULL
    validate: bool = True
    engine: str = "pyshacl"
    extractors: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class Result:
    """What one document gave, step by step.

    *report* is None when the graph was not checked.
    """

    document: Document
    mentions: tuple[Mention[object], ...]
    links: Links
    assertions: Assertions
    options: BuildOptions = field(default_factory=BuildOptions)

    def quads(self) -> tuple[Quad, ...]:
        """The graph, sorted: facts, evidence, and what it adds to the authority graph."""
        return self._quads

    @cached_property
    def _quads(self) -> tuple[Quad, ...]:
        return parse_lines(self.nquads)

    @cached_property
    def nquads(self) -> bytes:
        """The graph as sorted canonical N-Quads; what the other forms are made from."""
        return to_nquads(
            self.document,
            self.assertions,
            mint=Mint(self.options.base),
            evidence=self.options.evidence,
        )

    @cached_property
    def report(self) -> Report | None:
        """What the shapes and the text say of the graph; None when it is left unchecked."""
        if not self.options.validate:
            return None
        base, graph = self.options.base, load_statements(self.nquads)
        shapes = validate(
            graph, base=base, engine=self.options.engine, evidence=str(self.options.evidence)
        )
        return shapes.merge(check_text(graph, self.document, base=base))

    @property
    def conforms(self) -> bool:
        """Whether the graph has no violation; an unchecked graph has none."""
        return self.report is None or self.report.conforms

    @property
    def graph_name(self) -> str:
        """The name of the graph that holds the facts: it stands for symbol, language and state."""
        return graph_name(self.document, Mint(self.options.base))

    def query(self, sparql: str) -> Table:
        """The answer to a SPARQL query over the graph, with ``to_pandas()`` and ``to_polars()``.

        The query sees all graphs together. Raises QueryError when it is not SPARQL.
        """
        return self._store.view().table(sparql)

    @cached_property
    def _store(self) -> OxigraphStore:
        store = OxigraphStore()
        store.native.extend(self.quads())
        return store

    def to_bytes(self, format_name: str) -> bytes:
        """The graph in a format: "turtle", "trig", "nquads", "rdfxml", "jsonld" and so on."""
        return write_quads(self.quads(), format_name)

    def to_turtle(self) -> str:
        """The graph as Turtle, with prefixes, the document first and its evidence last."""
        return self.to_bytes("turtle").decode()

    def to_trig(self) -> str:
        """The graph as TriG, with the names of its graphs."""
        return self.to_bytes("trig").decode()

    def to_nquads(self) -> str:
        """The graph as sorted N-Quads."""
        return self.to_bytes("nquads").decode()

    def to_rdfxml(self) -> str:
        """The graph as RDF/XML."""
        return self.to_bytes("rdfxml").decode()

    def to_jsonld(self, form: str = "compacted") -> str:
        """The graph as JSON-LD: "compacted" with our context, "expanded", or "framed"."""
        return self.to_bytes("jsonld" if form == "compacted" else f"jsonld-{form}").decode()

    def write(self, path: Path | str, format_name: str | None = None) -> None:
        """Write the graph to a file, whole or not at all; its ending tells the format."""
        form = find_format(format_name or str(path))
        with open_output(Path(path)) as stream:
            for piece in form.iter_pieces([self.quads()]):
                stream.write(piece)


def build_document(data: bytes, *, name: str = "", options: BuildOptions | None = None) -> Result:
    """The graph of one document; *name* is its file's name, used in errors and for its symbol.

    Raises DocumentError when *data* is no document that can be read.
    """
    chosen = options or BuildOptions()
    document = read_document(
        data,
        name=name,
        symbol=chosen.symbol,
        language=chosen.language,
        media_type=chosen.media_type,
        limits=chosen.limits,
    )
    cited = match_citations(document)
    agents = match_agents(document, cited)
    found = (*cited, *agents, *match_cues(document))
    mentions = tuple(sorted(found, key=lambda mention: mention.span))
    agent_links = link_agents(document, mentions)
    cited_links = link_citations(document, cited)
    together = sorted((*agent_links.links, *cited_links), key=lambda link: link.mention.span)
    links = Links(tuple(together), agent_links.agents)
    assertions = _extract(document, mentions, links, cited_links)
    if chosen.extractors:
        assertions = _add_outside(document, links, assertions, chosen.extractors)
    return Result(document, mentions, links, assertions, chosen)


def _add_outside(
    document: Document, links: Links, assertions: Assertions, names: tuple[str, ...]
) -> Assertions:
    acts, refused = extract_outside(document, links, load_extractors(names))
    return replace(
        assertions,
        acts=(*assertions.acts, *acts),
        warnings=(*assertions.warnings, *refused),
    )


def _extract(
    document: Document,
    mentions: tuple[Mention[object], ...],
    links: Links,
    cited_links: tuple[Link[object], ...],
) -> Assertions:
    facts, parties, sessions = extract_masthead(document, links)
    citations, described = extract_citations(document, mentions, cited_links)
    citations, warnings = check_hyperlinks(document, citations)
    still_cited = {citation.cited for citation in citations}
    described = tuple(d for d in described if d.key in still_cited)
    described, adopters = add_adopters(document, cited_links, described)
    procedure, members, meetings = extract_procedure(document)
    procedure, sponsors = add_drafting(document, links, procedure)
    record = extract_record(document, links)
    acts = add_review(document, links, extract_acts(document, mentions, links, citations, record))
    assertions = Assertions(
        facts=(*facts, *amended_fact(document, links)),
        agents=merge_agents(
            extract_agents(document, links), parties, acts.agents, members, sponsors, adopters
        ),
        citations=citations,
        described_documents=described,
        acts=acts.acts,
        non_occurrences=acts.non_occurrences,
        events=merge_events(sessions, acts.events, meetings),
        outcomes=acts.outcomes,
        mandates=acts.mandates,
        topics=acts.topics,
        procedure=procedure,
        warnings=warnings,
    )
    return add_proceedings(document, links, assertions, record)
