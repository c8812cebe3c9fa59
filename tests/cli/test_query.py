"""Questions to files, stores, endpoints and standard input; answers in every shape."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from sample_graphs import document_quads
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.writers.formats import load_formats, write_quads

TITLE = "SELECT ?title WHERE { ?d <http://purl.org/dc/terms/title> ?title }"
GRAPH = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
NOTHING = "SELECT ?x WHERE { ?x <urn:none> ?y }"


def test_a_query_file_is_answered_as_csv(shell, graph_file: Path, tmp_path: Path) -> None:
    question = tmp_path / "question.rq"
    question.write_text(f"# a question\n{TITLE}\n")
    ran = shell("query", graph_file, question, "--csv")
    assert (ran.code, ran.err) == (0, "")
    assert list(csv.DictReader(io.StringIO(ran.out))) == [{"title": "Report of the Panel"}]


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ("--csv", "title\r\nReport of the Panel\r\n"),
        ("--tsv", '?title\n"Report of the Panel"@en\n'),
        ("--table", "title\n-------------------\nReport of the Panel\n(1 row)\n"),
        (None, "title\n-------------------\nReport of the Panel\n(1 row)\n"),
    ],
)
def test_rows_come_in_the_shape_asked_for(shell, graph_file, shape, expected) -> None:
    ran = shell("query", graph_file, "-e", TITLE, *([shape] if shape else []))
    assert (ran.code, ran.out) == (0, expected)


def test_the_format_of_rows_can_be_said_like_that_of_graphs(shell, graph_file: Path) -> None:
    for name in ("csv", "tsv", "json", "xml", "table"):
        short = shell("query", graph_file, "-e", TITLE, f"--{name}")
        assert shell("query", graph_file, "-e", TITLE, "-f", name) == short
        assert short.code == 0


def test_json_and_xml_mean_what_fits_the_answer(shell, graph_file: Path) -> None:
    query = TITLE.replace("SELECT ?title", "CONSTRUCT { ?d <urn:title> ?title }")
    assert "@context" in json.loads(shell("query", graph_file, "-e", query, "-f", "json").out)
    assert "<rdf:RDF" in shell("query", graph_file, "-e", query, "-f", "xml").out
    assert "<sparql" in shell("query", graph_file, "-e", TITLE, "-f", "xml").out


def test_the_ending_of_the_file_tells_the_format(shell, graph_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "rows.tsv"
    assert shell("query", graph_file, "-e", TITLE, "-o", target).code == 0
    assert target.read_text() == '?title\n"Report of the Panel"@en\n'


def test_rows_come_as_json(shell, graph_file: Path) -> None:
    rows = json.loads(shell("query", graph_file, "-e", TITLE, "--json").out)
    assert rows["results"]["bindings"][0]["title"]["xml:lang"] == "en"


def test_yes_and_no_are_answers(shell, graph_file: Path) -> None:
    assert shell("query", graph_file, "-e", "ASK { ?s ?p ?o }").out == "true\n"
    assert shell("query", graph_file, "-e", "ASK { ?s <urn:p> ?o }").out == "false\n"
    asked = shell("query", graph_file, "-e", "ASK { ?s ?p ?o }", "--json")
    assert json.loads(asked.out)["boolean"] is True


def test_a_graph_is_an_answer(shell, graph_file: Path) -> None:
    query = TITLE.replace("SELECT ?title", "CONSTRUCT { ?d <urn:title> ?title }")
    assert '<urn:title> "Report of the Panel"@en' in shell("query", graph_file, "-e", query).out
    as_lines = shell("query", graph_file, "-e", query, "-f", "ntriples")
    assert as_lines.out.startswith("<https://w3id.org/ungraph/id/doc/A/HRC/9/99> <urn:title>")


@pytest.mark.parametrize("name", [n for n, f in load_formats().items() if f.endings])
def test_every_format_written_can_be_asked(shell, tmp_path: Path, name: str) -> None:
    form = load_formats()[name]
    path = tmp_path / f"graph{form.endings[0]}"
    path.write_bytes(write_quads(document_quads(), name))
    assert "Report of the Panel" in shell("query", path, "-e", TITLE, "--csv").out


def test_the_folder_of_a_store_can_be_asked(shell, tmp_path: Path) -> None:
    with OxigraphStore(tmp_path / "store") as store, store.writer() as writer:
        writer.add(document_quads())
    del store
    assert "Report" in shell("query", tmp_path / "store", "-e", TITLE, "--csv").out


def test_an_endpoint_can_be_asked(shell, oxigraph_server: str, graph_file: Path) -> None:
    assert shell("load", graph_file, "--to", oxigraph_server).code == 0
    assert "Report" in shell("query", oxigraph_server, "-e", TITLE, "--csv").out
    again = shell("load", graph_file, "--to", oxigraph_server)
    assert again.err == "0 graphs written, 2 were there already\n"


def test_nothing_found_can_be_a_failure(shell, graph_file: Path) -> None:
    assert shell("query", graph_file, "-e", NOTHING).code == 0
    for shape in ("--csv", "--tsv", "--json", "--xml", "--table"):
        assert shell("query", graph_file, "-e", NOTHING, "--fail-empty", shape).code == 1
        assert shell("query", graph_file, "-e", TITLE, "--fail-empty", shape).code == 0


def test_the_answer_can_go_to_a_file(shell, graph_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "rows.csv"
    ran = shell("query", graph_file, "-e", TITLE, "--csv", "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert target.read_text().splitlines() == ["title", "Report of the Panel"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["GRAPH", "-e", "SELECT ?x WHERE {"], 2, "not a SPARQL query in 'SELECT ?x WHERE {'"),
        (["GRAPH"], 2, "give a query file or -e QUERY"),
        (["GRAPH", "q.rq", "-e", "ASK {}"], 2, "give a query file or -e QUERY"),
        (["GRAPH", "missing.rq"], 3, "cannot read the query in missing.rq: No such file"),
        (["missing.nq", "-e", "ASK {}"], 3, "no such file in missing.nq"),
        (["GRAPH", "-e", "ASK {}", "-f", "docx"], 2, "no such format: 'docx'"),
        (["GRAPH", "-e", "ASK {}", "-f", "turtle"], 2, "gives yes or no, not a graph; choose"),
        (["GRAPH", "-e", TITLE, "-f", "turtle"], 2, "the query gives rows, not a graph; choose"),
        (["GRAPH", "-e", GRAPH, "-f", "csv"], 2, "the query gives a graph, not rows; write it"),
        (["http://127.0.0.1:9", "-e", "ASK {}"], 4, "the endpoint did not answer"),
        (["FOLDER", "-e", "ASK {}"], 4, "there is no store in"),
        (["BROKEN", "-e", "ASK {}"], 3, "not a readable RDF file in"),
        (["TEXT", "-e", "ASK {}"], 3, "cannot tell the RDF format in"),
    ],
)
def test_trouble_is_told_in_one_line(
    shell, graph_file: Path, tmp_path: Path, words: list[str], code: int, message: str
) -> None:
    (tmp_path / "broken.ttl").write_text("this is no turtle")
    (tmp_path / "text.txt").write_text("words")
    places = {
        "GRAPH": graph_file,
        "FOLDER": tmp_path,
        "BROKEN": tmp_path / "broken.ttl",
        "TEXT": tmp_path / "text.txt",
    }
    ran = shell("query", *(places.get(word, word) for word in words))
    assert ran.code == code
    assert message in ran.err
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_a_triple_stated_in_two_graphs_counts_once(shell, tmp_path: Path) -> None:
    path = tmp_path / "two.nq"
    triple = '<urn:s> <urn:p> "o"'
    path.write_text(f"{triple} <urn:g1> .\n{triple} <urn:g2> .\n")
    assert shell("query", path, "-e", "SELECT ?s { ?s ?p ?o }", "--csv").out == "s\r\nurn:s\r\n"
    graphs = shell("query", path, "-e", "SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", "--csv")
    assert graphs.out.split() == ["g", "urn:g1", "urn:g2"]
