"""A graph goes from any format to any other and stays the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, parse

from sample_graphs import AUTHORITY, document_quads
from ungraph.writers.formats import load_formats


@pytest.mark.parametrize("name", list(load_formats()))
def test_an_export_parses_back(shell, graph_file: Path, tmp_path: Path, name: str) -> None:
    form = load_formats()[name]
    target = tmp_path / "out"
    assert shell("export", graph_file, "-f", name, "-o", target).code == 0
    quads = set(document_quads())
    if not form.named:
        quads = {Quad(q.subject, q.predicate, q.object) for q in quads}
    assert set(parse(target.read_bytes(), format=form.parsed_as)) == quads


def test_the_ending_tells_the_format(shell, graph_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.trig"
    shell("export", graph_file, "-o", target)
    assert "GRAPH <https://w3id.org/ungraph/id/graph/A/HRC/9/99/en>" in target.read_text()


def test_the_screen_gets_turtle(shell, graph_file: Path) -> None:
    assert "a ung:Document" in shell("export", graph_file).out


def test_one_graph_can_be_picked(shell, graph_file: Path) -> None:
    lines = shell("export", graph_file, "-f", "nquads", "--graph", AUTHORITY).out.splitlines()
    assert len(lines) == 2
    assert all(AUTHORITY in line for line in lines)


def test_the_same_export_twice_is_the_same(shell, graph_file: Path) -> None:
    first, again = (shell("export", graph_file, "-f", "jsonld").out for _ in range(2))
    assert first == again


def test_the_ending_tells_a_network_too(shell, graph_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "net.graphml"
    assert shell("export", graph_file, "-o", target).code == 0
    assert target.read_bytes().count(b"<edge ") == 1


def test_tables_go_into_a_folder(shell, graph_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "net"
    assert shell("export", graph_file, "-f", "csv", "-o", folder).code == 0
    assert sorted(path.name for path in folder.iterdir()) == ["edges.csv", "nodes.csv"]
    assert shell("export", graph_file, "-f", "csv").code == 2


def test_a_network_is_of_the_whole_source(shell, graph_file: Path) -> None:
    ran = shell("export", graph_file, "-f", "gexf", "--graph", AUTHORITY)
    assert ran.code == 2
    assert "leave out --graph" in ran.err


def test_an_unknown_format_lists_all(shell, graph_file: Path) -> None:
    ran = shell("export", graph_file, "-f", "dot")
    assert ran.code == 2
    assert "turtle" in ran.err


def test_an_unknown_format_names_networks_and_bibliographies_too(shell, graph_file: Path) -> None:
    ran = shell("export", graph_file, "-f", "graphlm")
    assert ran.code == 2
    assert "graphml" in ran.err and "bibtex" in ran.err and "turtle" in ran.err
