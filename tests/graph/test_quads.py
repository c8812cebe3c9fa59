"""Assertions become quads: graphs, evidence, levels, determinism."""

from __future__ import annotations

import pytest
from pyoxigraph import Dataset, NamedNode, Quad, RdfFormat, Store, parse

from ungraph.errors import DataError, IdentifierError
from ungraph.graph.builder import QuadBuilder
from ungraph.graph.evidence import add_assertion
from ungraph.graph.levels import EvidenceLevel
from ungraph.graph.quads import to_nquads, to_quads
from ungraph.graph.vocabulary import Vocabulary
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.mint import Mint
from ungraph.identifiers.symbol import parse_symbol
from ungraph.model.assertion import (
    Act,
    ActType,
    Agent,
    AgentKey,
    AgentKind,
    Assertions,
    Citation,
    Event,
    EventStatus,
    EventType,
    Fact,
    FactSubject,
    Inference,
    NodeKey,
    Relation,
    SessionKey,
    Text,
    node_key,
)
from ungraph.model.document import (
    Block,
    BlockKind,
    Document,
    Masthead,
    SourceFile,
    Stated,
    Status,
    View,
)
from ungraph.model.span import Span

TEXT = "A/HRC/9/99\n\n1. In decision 2/7 the Council invited France to a meeting on 3 May 2008.\n"
PREFIXES = """PREFIX ung: <https://w3id.org/ungraph/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX cito: <http://purl.org/spar/cito/> """


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def document() -> Document:
    symbol = Stated(parse_symbol("A/HRC/9/99"), (Span(0, 10),))
    return Document(
        text=TEXT,
        view=View(TEXT),
        language="en",
        blocks=(
            Block(BlockKind.TITLE_PAGE, Span(0, 10), "title-page", "0", part_type="title-page"),
            Block(BlockKind.PARAGRAPH, Span(12, len(TEXT) - 1), "para-1", "1"),
        ),
        masthead=Masthead(symbol=symbol),
        source=SourceFile("x.txt", "ab" * 32, len(TEXT)),
    )


@pytest.fixture
def assertions() -> Assertions:
    act, meeting = node_key("act", "invited"), node_key("event", "a meeting")
    hrc, france = AgentKey("hrc"), AgentKey("state-fra")
    return Assertions(
        facts=(
            Fact(FactSubject.WORK, "ung:symbol", Text("A/HRC/9/99"), (Span(0, 10),)),
            Fact(FactSubject.VERSION, "dcterms:language", Text("en"), (Span(0, 10),)),
        ),
        agents=(
            Agent(hrc, AgentKind.BODY, "Human Rights Council", evidence=(span_of("the Council"),)),
            Agent(france, AgentKind.STATE, "France", evidence=(span_of("France"),)),
        ),
        citations=(
            Citation(
                node_key("citation", "decision 2/7"),
                parse_symbol("A/HRC/DEC/2/7"),
                Relation.DECIDES_IN,
                (span_of("decision 2/7"),),
                pinpoint="para. 9",
                pinpoint_fragment="para-9",
                body_reason="organ named after the number",
                adopted_by=hrc,
                date_said=PartialDate(2006, 10),
            ),
        ),
        acts=(
            Act(
                act,
                ActType.INVITE,
                "invited",
                (span_of("the Council invited France to a meeting on 3 May 2008"),),
                agents=(hrc,),
                addressees=(france,),
                date=PartialDate(2008, 5, 3),
                performed_in=parse_symbol("A/HRC/DEC/2/7"),
                calls_meeting=meeting,
                inferences=(
                    Inference("ung:agent", "the last council named", 0.9, (span_of("Council"),)),
                ),
                rule="invite.active",
            ),
        ),
        events=(
            Event(
                meeting,
                EventType.MEETING,
                (span_of("a meeting on 3 May 2008"),),
                scheduled_for=PartialDate(2008, 5, 3),
                event_status=EventStatus.SCHEDULED,
                places=(Text("Geneva"),),
                participants=(france,),
            ),
            Event(
                NodeKey("session"),
                EventType.SESSION,
                (span_of("the Council"),),
                session=SessionKey("hrc-9"),
                body=hrc,
                ordinal=9,
            ),
        ),
    )


def ask(quads: tuple[Quad, ...], where: str) -> bool:
    store = Store()
    store.extend(quads)
    return bool(store.query(f"{PREFIXES} ASK {{ {where} }}", use_default_graph_as_union=True))


def test_every_quad_is_in_a_named_graph_and_no_node_is_blank(
    document: Document, assertions: Assertions
) -> None:
    quads = to_quads(document, assertions)
    assert {type(q.graph_name) for q in quads} == {NamedNode}
    assert {type(q.subject) for q in quads} == {NamedNode}
    assert {q.graph_name.value for q in quads} == {  # type: ignore[union-attr]
        "https://w3id.org/ungraph/id/graph/A/HRC/9/99/en",
        "https://w3id.org/ungraph/id/graph/A/HRC/9/99/en/evidence",
        "https://w3id.org/ungraph/id/graph/authority",
    }


def test_selectors_hold_position_and_exact_words(
    document: Document, assertions: Assertions
) -> None:
    quads = to_quads(document, assertions)
    assert ask(
        quads,
        """?s a ung:Span ; oa:hasSelector ?x ; dcterms:isPartOf/ung:number "1" .
        ?x a oa:TextPositionSelector, oa:TextQuoteSelector ; oa:start 18 ; oa:end 30 ;
           oa:exact "decision 2/7" ; oa:prefix "A/HRC/9/99\\n\\n1. In " ;
           oa:suffix " the Council invited France to a" .""",
    )


def test_an_inferred_property_has_an_assertion_with_reason_and_confidence(
    document: Document, assertions: Assertions
) -> None:
    quads = to_quads(document, assertions)
    assert ask(
        quads,
        """?a a ung:Assertion ; rdf:predicate ung:agent ; rdf:object ?agent ;
           ung:status/skos:notation "inferred" ; ung:confidence 0.9 ;
           ung:reason "the last council named"@en ; ung:evidence ?span .
           ?act ung:agent ?agent ; ung:rule "invite.active" .""",
    )


def test_a_citation_carries_its_pinpoint_part_date_and_short_form(
    document: Document, assertions: Assertions
) -> None:
    quads = to_quads(document, assertions)
    assert ask(
        quads,
        """?c a ung:Citation ; cito:hasCitingEntity ?d ; cito:hasCitedEntity ?r ;
           cito:hasCitationCharacterization/skos:notation "decides-in" ; ung:pinpoint "para. 9" ;
           ung:citedPart ?p . ?p dcterms:isPartOf ?r . ?d cito:cites ?r ; ung:decidesIn ?r .
           ?r ung:symbol "A/HRC/DEC/2/7" ; ung:adoptedBy ?b ;
              ung:adoptedOn "2006-10"^^<http://www.w3.org/2001/XMLSchema#gYearMonth> .""",
    )


def test_sessions_have_an_iri_of_their_own_and_are_events(
    document: Document, assertions: Assertions
) -> None:
    quads = to_quads(document, assertions)
    session = "<https://w3id.org/ungraph/id/session/hrc-9>"
    assert ask(quads, f"{session} a ung:Session, ung:Event ; ung:ordinal 9 ; ung:evidence ?s")


def test_levels_shrink_the_graph_and_compact_keeps_exact_words(
    document: Document, assertions: Assertions
) -> None:
    full, compact, none = (
        to_quads(document, assertions, evidence=level) for level in ("full", "compact", "none")
    )
    assert len(full) > len(compact) > len(none)
    assert ask(compact, '?s oa:exact "decision 2/7"')
    assert not ask(compact, "?s oa:prefix ?p")
    assert not ask(none, "?s ung:evidence ?e")
    assert {q.graph_name for q in none} < {q.graph_name for q in full}


def test_the_same_input_gives_the_same_bytes_and_parses_back(
    document: Document, assertions: Assertions
) -> None:
    lines = [str(quad) for quad in to_quads(document, assertions)]
    assert lines == [str(quad) for quad in to_quads(document, assertions)] == sorted(lines)
    text = "".join(f"{line} .\n" for line in lines)
    assert Dataset(parse(text, RdfFormat.N_QUADS)) == Dataset(to_quads(document, assertions))


def test_another_base_reaches_every_iri_of_ours(document: Document, assertions: Assertions) -> None:
    mint = Mint("https://example.org/g/")
    quads = to_quads(document, assertions, mint=mint)
    assert not [q for q in quads if "w3id.org/ungraph" in str(q)]


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(DataError, match="no such term: ung:simbol"):
        Vocabulary(Mint()).term("simbol")


def test_a_document_without_symbol_is_told_by_its_digest(document: Document) -> None:
    bare = Document(
        document.text,
        document.view,
        "und",
        document.blocks,
        Masthead(),
        document.source,
    )
    builder = QuadBuilder(bare, Mint(), EvidenceLevel.FULL)
    assert builder.work_iri == f"https://w3id.org/ungraph/id/doc/sha256/{'ab' * 16}"


def test_a_triple_stated_twice_has_one_assertion_with_the_surer_reason(
    document: Document,
) -> None:
    builder = QuadBuilder(document, Mint(), EvidenceLevel.FULL)
    for confidence, words in ((0.5, "France"), (0.8, "the Council"), (0.3, "a meeting")):
        add_assertion(
            builder,
            builder.work,
            "ung:issuedTo",
            builder.agent(AgentKey("hrc")),
            (span_of(words),),
            status=Status.INFERRED,
            confidence=confidence,
            reason=f"because of {words}",
        )
    lines = [str(quad) for quad in builder.quads()]
    assert [line for line in lines if "because of" in line and "the Council" not in line] == []
    assert sum("ns#reason>" in line for line in lines) == 1
    assert sum("ns#confidence>" in line for line in lines) == 1
    assert sum("ns#evidence>" in line for line in lines) == 3


def test_a_base_that_cannot_carry_fragments_is_refused() -> None:
    with pytest.raises(IdentifierError, match="not usable as base IRI"):
        Mint("https://example.org/graph#")


def test_what_many_documents_share_is_said_once_in_the_union_of_all_graphs(
    document: Document, assertions: Assertions
) -> None:
    """Symbols of cited documents and sessions live in the authority graph, not in each citing one."""
    shared = "https://w3id.org/ungraph/id/graph/authority"
    of_session = "https://w3id.org/ungraph/id/session/hrc-9"
    for quad in to_quads(document, assertions):
        predicate, graph = quad.predicate.value, quad.graph_name.value  # type: ignore[union-attr]
        if predicate.endswith("ns#symbol"):
            assert graph == shared
        if quad.subject == NamedNode(of_session) and not predicate.endswith("ns#evidence"):
            assert graph == shared


def test_a_place_without_words_is_no_evidence(document: Document) -> None:
    builder = QuadBuilder(document, Mint(), EvidenceLevel.FULL)
    builder.add_evidence(builder.work, (Span(5, 5), span_of("France")))
    assert sum("ns#evidence>" in line for line in builder.lines()) == 1


def test_lines_and_quads_are_the_same_graph(document: Document, assertions: Assertions) -> None:
    lines = to_nquads(document, assertions).decode().split("\n")
    assert lines.pop() == ""
    assert lines == sorted(set(lines))
    assert [f"{quad} ." for quad in to_quads(document, assertions)] == lines
