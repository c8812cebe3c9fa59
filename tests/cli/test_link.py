"""``ungraph link`` writes links into the store, or into a file, and asks only whom it is told to."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from pyoxigraph import Store

from small_library import library_trig
from ungraph.identifiers.mint import Mint

SAMPLE = Path(__file__).parents[1] / "linkout" / "unbis_sample.ttl"
LINKS = Mint().links_graph()


@pytest.fixture
def store_folder(shell, tmp_path: Path) -> Path:
    """A store with the small library."""
    source = tmp_path / "library.trig"
    source.write_text(library_trig(), encoding="utf-8")
    assert shell("load", source, "--to", tmp_path / "store").code == 0
    return tmp_path / "store"


def links_in(folder: Path) -> str:
    store = Store.read_only(str(folder))
    return "\n".join(sorted(str(quad) for quad in store if str(quad.graph_name) == f"<{LINKS}>"))


def test_what_is_known_is_linked_and_counted(shell, store_folder: Path) -> None:
    ran = shell("link", store_folder)
    assert ran.code == 0
    assert "document-pages: 3 links" in ran.err
    assert "member-states: 1 link\n" in ran.err
    first = links_in(store_folder)
    assert "http://metadata.un.org/UNMS/250" in first
    assert shell("link", store_folder, "-q").err == ""
    assert links_in(store_folder) == first


def test_a_file_takes_the_links_of_any_source(shell, tmp_path: Path) -> None:
    source, target = tmp_path / "library.trig", tmp_path / "links.nq"
    source.write_text(library_trig(), encoding="utf-8")
    assert shell("link", source, "-o", target).code == 0
    lines = target.read_text().splitlines()
    assert lines == sorted(lines)
    assert all(line.endswith(f"<{LINKS}> .") for line in lines)
    assert shell("link", source).code == 2


def test_a_thesaurus_ties_topics(shell, store_folder: Path) -> None:
    sample = store_folder.parent / "unbis.ttl"
    sample.write_bytes(SAMPLE.read_bytes())
    os.utime(sample, (1_750_000_000, 1_750_000_000))
    assert shell("link", store_folder, "--unbis", sample).err == "unbis-labels: 1 link\n"
    found = links_in(store_folder)
    assert "https://example.org/thesaurus/9000001" in found
    assert '"2025-06-15"' in found


def test_a_thesaurus_tells_what_acts_of_a_built_store_are_about(shell, tmp_path: Path) -> None:
    text = "A/HRC/31/77\n\n1. The Government of France submitted a report on the right to leisure "
    source, quads, store = tmp_path / "a.txt", tmp_path / "a.nq", tmp_path / "store"
    source.write_text(text + "to the General Assembly in March 2004.\n", encoding="utf-8")
    assert shell("build", source, "-o", quads).code == 0
    assert shell("load", quads, "--to", store).code == 0
    assert shell("link", store, "--unbis", SAMPLE).err == "unbis-labels: 5 links\n"
    lines = links_in(store).splitlines()
    assert any("#act-" in line and "ns#about>" in line and "#topic-" in line for line in lines)
    assert any("#topic-" in line and "thesaurus/9000001" in line for line in lines)
    assert shell("validate", store).code == 0


def test_an_endpoint_is_asked_once(shell, store_folder: Path, oxigraph_server: str) -> None:
    property_iri = "http://www.wikidata.org/prop/direct/P3069"
    data = f'<http://example.org/Q7> <{property_iri}> "A/RES/926(X)" .'
    request = Request(f"{oxigraph_server}/store?default", data=data.encode(), method="POST")
    request.add_header("Content-Type", "text/turtle")
    urlopen(request, timeout=10).close()
    words = ("link", store_folder, "--endpoint", f"{oxigraph_server}/query", "--delay", 0)
    cache = store_folder.parent / "answers.sqlite"
    ran = shell(*words, "--cache", cache)
    assert (ran.code, ran.err.partition(": ")[2]) == (0, "1 link\n")
    assert "http://example.org/Q7" in links_in(store_folder)
    again = shell("link", store_folder, "--endpoint", f"{oxigraph_server}/query", "--cache", cache)
    assert again.err == ran.err


def test_an_endpoint_that_is_not_there_leaves_the_store_as_it_was(
    shell, store_folder: Path
) -> None:
    words = ("--endpoint", "http://127.0.0.1:9/sparql", "--delay", 0)
    ran = shell("link", store_folder, *words, "--cache", store_folder.parent / "a.sqlite")
    assert ran.code == 4
    assert links_in(store_folder) == ""


def test_one_source_at_a_time(shell, store_folder: Path) -> None:
    assert shell("link", store_folder, "--unbis", SAMPLE, "--endpoint", "http://x").code == 2
