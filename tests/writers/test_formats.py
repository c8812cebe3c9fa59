"""Every format: parses back to the same graph in two libraries, and is the same each time."""

from __future__ import annotations

import json
import random

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.compare import isomorphic

from sample_graphs import FACTS, document_quads, iri
from ungraph.errors import OutputError
from ungraph.writers.formats import find_format, load_formats, write_quads
from ungraph.writers.turtle import iter_turtle, natural_key, write_turtle

RDFLIB_NAMES = {
    RdfFormat.TURTLE: "turtle",
    RdfFormat.TRIG: "trig",
    RdfFormat.N_QUADS: "nquads",
    RdfFormat.N_TRIPLES: "nt",
    RdfFormat.RDF_XML: "xml",
    RdfFormat.JSON_LD: "json-ld",
}
each_format = pytest.mark.parametrize("name", list(load_formats()))


def union(quads: list[Quad]) -> set[Quad]:
    return {Quad(q.subject, q.predicate, q.object) for q in quads}


def as_rdflib(quads: list[Quad]) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph.parse(data=write_quads(quads, "ntriples"), format="nt")
    return graph


@each_format
def test_a_format_parses_back_with_pyoxigraph(name: str) -> None:
    quads, form = document_quads(), load_formats()[name]
    parsed = set(parse(write_quads(quads, name), format=form.parsed_as))
    assert parsed == (set(quads) if form.named else union(quads))


@each_format
def test_a_format_parses_back_with_rdflib(name: str) -> None:
    quads, form = document_quads(), load_formats()[name]
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=write_quads(quads, name), format=RDFLIB_NAMES[form.parsed_as])
    flat = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        flat.add(triple)
    assert isomorphic(flat, as_rdflib(quads))
    if form.named:
        names = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
        assert {q.graph_name.value for q in quads} <= names


@each_format
def test_the_order_of_the_quads_does_not_show(name: str) -> None:
    quads = document_quads()
    shuffled = quads * 2
    random.Random(7).shuffle(shuffled)
    assert write_quads(shuffled, name) == write_quads(quads, name)


@each_format
def test_no_quads_give_a_file_that_parses(name: str) -> None:
    form = load_formats()[name]
    assert list(parse(write_quads([], name), format=form.parsed_as)) == []


@each_format
def test_two_documents_make_one_file(name: str) -> None:
    form = load_formats()[name]
    first, other = document_quads(), [Quad(iri("doc:B"), iri("ung:symbol"), Literal("B"))]
    data = b"".join(form.iter_pieces([first, other]))
    expected = [*first, *other]
    assert set(parse(data, format=form.parsed_as)) == (
        set(expected) if form.named else union(expected)
    )


def test_turtle_reads_from_the_document_to_its_evidence() -> None:
    text = write_turtle(document_quads()).decode()
    order = [
        "@base <https://w3id.org/ungraph/id/doc/A/HRC/9/99/en> .",
        "# document",
        "a ung:Document ;",
        'ung:symbol "A/HRC/9/99" ;',
        "ung:hasVersion <> .",
        "<> a ung:DocumentVersion",
        "<#para-1> a ung:Paragraph",
        "# citation",
        "n:citation-1 a ung:Citation",
        "# spans",
        "<#char=0,10> a ung:Span",
    ]
    places = [text.find(piece) for piece in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "ung:textLength 80" in text
    assert "agent:hrc a ung:Body" in text


def test_paragraph_ten_follows_paragraph_nine() -> None:
    names = ["para-10", "para-9", "para-1", "annex-1"]
    assert sorted(names, key=natural_key) == ["annex-1", "para-1", "para-9", "para-10"]


def test_pieces_come_one_by_one() -> None:
    pieces = list(iter_turtle([document_quads(), document_quads("Another title")]))
    assert len(pieces) > 3
    assert pieces[0].startswith(b"@prefix")


def test_rdf_xml_refuses_what_xml_cannot_say() -> None:
    odd = Quad(iri("doc:A"), iri("ung:theme"), Literal("page\x0cbreak"), NamedNode(FACTS))
    with pytest.raises(OutputError, match=r"control character.*another format"):
        write_quads([odd], "rdfxml")
    assert set(parse(write_quads([odd], "trig"), format=RdfFormat.TRIG)) == {odd}


def test_json_ld_carries_its_context() -> None:
    loaded = json.loads(write_quads(document_quads(), "jsonld"))
    assert "@context" in loaded
    names = {graph.get("@id", graph.get("id")) for graph in loaded["@graph"]}
    assert len(names) == 3


def test_a_framed_document_is_a_tree() -> None:
    tree = json.loads(write_quads(document_quads(), "jsonld-framed"))["@graph"][0]
    text = json.dumps(tree)
    assert tree["symbol"] == "A/HRC/9/99"
    assert text.index("para-1") < text.index("citation-1")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("ttl", "turtle"),
        ("out/graph.TTL", "turtle"),
        ("text/turtle", "turtle"),
        ("a.nq", "nquads"),
        ("rdf/xml", "rdfxml"),
        ("x.rdf", "rdfxml"),
        ("json-ld", "jsonld"),
        ("y.jsonld", "jsonld"),
    ],
)
def test_a_format_is_found_by_any_of_its_names(said: str, name: str) -> None:
    assert find_format(said).name == name


def test_an_unknown_format_is_refused_with_the_list() -> None:
    with pytest.raises(OutputError, match=r"no such format: 'docx'.*turtle, trig, nquads"):
        find_format("docx")
