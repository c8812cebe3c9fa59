"""Networks and bibliographies: what is written reads back as it was, in other programs too."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from small_library import library_quads
from ungraph.errors import MissingExtraError
from ungraph.graph.network import CitationRecord, DocumentRecord
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.survey.network import Network
from ungraph.writers.bibliography import iter_bibtex, iter_csl_json
from ungraph.writers.exports import Source, find_export, load_exports
from ungraph.writers.gexf import iter_gexf
from ungraph.writers.graphml import iter_graphml
from ungraph.writers.network_parquet import write_nodes_parquet

NASTY = 'a "b" & <c>\x0b\x01 \ud800 é 中 \U0001f54a'


@pytest.fixture
def network() -> Network:
    store = OxigraphStore()
    store.native.extend(library_quads())
    return Network(store.view())


@pytest.fixture
def source(network: Network) -> Source:
    return network.source


def test_graphml_reads_back_in_networkx(source: Source, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    load_exports()["graphml"].write(source, tmp_path / "net.graphml")
    graph = networkx.read_graphml(tmp_path / "net.graphml", force_multigraph=True)
    check_graph(graph, source)


def test_gexf_reads_back_in_networkx(source: Source, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    load_exports()["gexf"].write(source, tmp_path / "net.gexf")
    graph = networkx.read_gexf(tmp_path / "net.gexf", version="1.3")
    check_graph(graph, source)


def check_graph(graph, source: Source) -> None:
    documents, citations = list(source.documents()), list(source.citations())
    assert graph.is_directed()
    assert set(graph.nodes) == {document.iri for document in documents}
    for document in documents:
        said = graph.nodes[document.iri]
        assert said["label"] == document.label
        for name in ("symbol", "title", "organ", "type", "date"):
            assert said.get(name, "") == getattr(document, name)
        assert (said.get("year"), said["held"]) == (document.year, document.held)
    edges = sorted(
        (ends[0], ends[1], said.get("relation"), said.get("pinpoint", ""))
        for *ends, said in graph.edges(data=True)
    )
    assert edges == sorted((c.citing, c.cited, c.relation, c.pinpoint) for c in citations)


@pytest.mark.parametrize("iter_pieces", [iter_graphml, iter_gexf])
def test_any_text_gives_well_formed_xml(iter_pieces) -> None:
    document = DocumentRecord("urn:a", symbol=NASTY, title=NASTY)
    citation = CitationRecord("urn:c", "urn:a", "urn:a", "recalls", NASTY)
    root = etree.fromstring(b"".join(iter_pieces([document], [citation])))
    values = [*root.itertext(), *(v for node in root.iter() for v in node.attrib.values())]
    clean = 'a "b" & <c>  é 中 \U0001f54a'
    assert sum(clean in value for value in values) >= 3


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_folder_of_csv_has_nodes_and_edges(source: Source, tmp_path: Path) -> None:
    load_exports()["csv"].write(source, tmp_path / "net")
    nodes = read_csv(tmp_path / "net" / "nodes.csv")
    edges = read_csv(tmp_path / "net" / "edges.csv")
    assert [n["symbol"] for n in nodes] == [d.symbol for d in source.documents()]
    assert nodes[0]["title"] == 'Right to "rest" & leisure < 50_% of Lénd'
    assert {e["source"] for e in edges} | {e["target"] for e in edges} <= {n["id"] for n in nodes}
    assert edges[0]["pinpoint"] == "para. 3"


def test_a_folder_of_parquet_has_typed_columns_and_nulls(source: Source, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    load_exports()["parquet"].write(source, tmp_path)
    nodes = parquet.read_table(tmp_path / "nodes.parquet")
    assert {name: str(nodes.schema.field(name).type) for name in ("year", "held", "day")} == {
        "year": "int32",
        "held": "bool",
        "day": "date32[day]",
    }
    rows = nodes.to_pylist()
    assert rows[0]["day"].isoformat() == "2008-05-03"
    assert rows[1]["title"] is None
    assert rows[2]["date"] == "2044-12"
    assert rows[2]["day"] is None
    assert parquet.read_table(tmp_path / "edges.parquet").num_rows == 4


def test_parquet_without_pyarrow_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError, match=r"ungraph\[arrow\]"):
        write_nodes_parquet([], io.BytesIO())


def test_bibtex_keeps_each_field_and_escapes_what_latex_would_take(network: Network) -> None:
    first, second = (piece.decode() for piece in iter_bibtex(network.held_documents()))
    assert first.startswith("@techreport{A_HRC_9_99,\n")
    fields = dict(re.findall(r"^  (\w+) = (.*),$", first, re.M))
    assert fields["title"] == (
        r'{{Right to "rest" \& leisure < 50\_\% of Lénd: Note by the Secretariat}}'
    )
    assert (fields["number"], fields["year"], fields["month"]) == ("{A/HRC/9/99}", "{2008}", "may")
    assert fields["url"] == "{https://docs.un.org/en/A/HRC/9/99}"
    assert "month = dec" in second
    assert "date = {2044-12}" in second
    for entry in (first, second):
        assert entry.count("{") == entry.count("}")


def test_bibtex_gives_no_key_twice() -> None:
    twins = [DocumentRecord("urn:a", symbol="A/1"), DocumentRecord("urn:b", symbol="A 1")]
    keys = re.findall(r"@techreport\{(.*),", b"".join(iter_bibtex(twins)).decode())
    assert keys == ["A_1", "A_1_2"]


def test_csl_json_is_a_list_of_items_with_dates_as_precise_as_known(network: Network) -> None:
    note, resolution = json.loads(b"".join(iter_csl_json(network.held_documents())))
    assert (note["type"], note["number"], note["authority"]) == (
        "report",
        "A/HRC/9/99",
        "Human Rights Council",
    )
    assert note["issued"] == {"date-parts": [[2008, 5, 3]]}
    assert (resolution["type"], resolution["language"]) == ("legislation", "fr")
    assert resolution["issued"] == {"date-parts": [[2044, 12]]}


def test_an_empty_bibliography_is_still_one() -> None:
    assert json.loads(b"".join(iter_csl_json([]))) == []
    assert b"".join(iter_bibtex([])) == b""


def test_the_same_records_give_the_same_bytes(source: Source, tmp_path: Path) -> None:
    for name, export in load_exports().items():
        written = []
        for turn in ("first", "second"):
            target = tmp_path / turn / name
            target.parent.mkdir(exist_ok=True)
            export.write(source, target)
            files = sorted(target.iterdir()) if export.folder else [target]
            written.append([file.read_bytes() for file in files])
        assert written[0] == written[1], name
        assert all(written[0])


def test_the_ending_or_the_name_tells_the_format() -> None:
    assert find_export("out/net.GEXF") is load_exports()["gexf"]
    assert find_export("csl-json") is load_exports()["csl-json"]
    assert find_export("graph.ttl") is None


def test_a_document_without_symbol_is_called_by_its_title() -> None:
    document = DocumentRecord("urn:a", title="a report")
    assert document.label == "a report"
    assert replace(document, title="").label == "urn:a"
