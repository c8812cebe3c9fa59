"""The links graph holds what was found last, each link with its set, and leaves the rest alone."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from small_library import library_quads
from ungraph.errors import DataError
from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.linkout import keeping
from ungraph.linkout.keeping import iter_link_quads, keep_links
from ungraph.linkout.known import iter_agent_links, iter_page_links
from ungraph.linkout.registers import load_link_sets
from ungraph.validation.shacl import validate

MINT = Mint()
GRAPH = MINT.links_graph()
TABLE = LinkSet("table", "A table", "https://example.org/table", "2026-01-02", "same-code")
OTHER = LinkSet("other", "Another", "https://example.org/other", "2026-01-02", "same-code")
SETS = {"table": TABLE, "other": OTHER}
A, B = (Link(f"https://w3id.org/ungraph/id/agent/{n}", "skos:exactMatch", NamedNode(f"urn:{n}"))
        for n in "ab")  # fmt: skip
PREFIXES = """PREFIX ung: <https://w3id.org/ungraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""


def told(store) -> list[tuple[object, ...]]:
    return list(
        store.view().table(
            PREFIXES
            + """SELECT ?s ?o ?source ?date ?method ?status WHERE {
            ?link a ung:Link ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
              ung:status/skos:notation ?status ; ung:inLinkSet ?set .
            ?set dcterms:source ?source ; dcterms:date ?date ; ung:method ?method .
            GRAPH ?g { ?s ?p ?o } } ORDER BY ?s ?source"""
        )
    )


def test_each_link_says_source_date_and_method(store) -> None:
    kept = keep_links(store, SETS, [("table", A)], MINT)
    assert [(k.key, k.links, k.removed) for k in kept] == [("other", 0, 0), ("table", 1, 0)]
    ((subject, value, source, day, method, status),) = told(store)
    assert (subject, value) == (A.subject, "urn:a")
    assert (source, str(day), method, status) == (
        "https://example.org/table",
        "2026-01-02",
        "same-code",
        "enriched",
    )


def test_all_is_in_the_links_graph_and_nothing_else_changes(store) -> None:
    keep_links(store, SETS, [("table", A), ("other", B)], MINT)
    names = set(store.view().graph_names())
    rest = {q for name in names - {GRAPH} for q in store.view().iter_quads(name)}
    assert rest == set(library_quads())


def test_links_found_again_change_nothing(store) -> None:
    for _ in range(2):
        keep_links(store, SETS, [("table", A), ("table", B)], MINT)
    assert set(store.view().iter_quads(GRAPH)) == set(
        iter_link_quads(SETS, [("table", A), ("table", B)], MINT)
    )


def test_links_no_longer_found_go_with_their_triples(store) -> None:
    keep_links(store, SETS, [("table", A), ("table", B), ("other", B)], MINT)
    kept = keep_links(store, {"table": TABLE}, [("table", A)], MINT)
    assert [(k.links, k.removed) for k in kept] == [(1, 1)]
    assert set(store.view().iter_quads(GRAPH)) == set(
        iter_link_quads(SETS, [("table", A), ("other", B)], MINT)
    )
    keep_links(store, {"other": OTHER}, [], MINT)
    assert [row[0] for row in told(store)] == [A.subject]
    assert not store.view().table(f"ASK {{ <{B.subject}> ?p ?o }}")["answer"][0]


def test_a_newer_date_replaces_the_older(store) -> None:
    keep_links(store, {"table": TABLE}, [("table", A)], MINT)
    newer = LinkSet("table", "A table", "https://example.org/table", "2026-03-04", "same-code")
    keep_links(store, {"table": newer}, [("table", A)], MINT)
    assert [str(row[3]) for row in told(store)] == ["2026-03-04"]


def test_the_size_of_transactions_changes_nothing(store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "_TOGETHER", 1)
    links = [*iter_agent_links(store.view(), MINT), *iter_page_links(store.view(), MINT)]
    keep_links(store, load_link_sets(), links, MINT)
    assert set(store.view().iter_quads(GRAPH)) == set(
        iter_link_quads(load_link_sets(), links, MINT)
    )


def test_a_link_of_no_set_is_refused(store) -> None:
    with pytest.raises(DataError, match="no such set"):
        keep_links(store, {"table": TABLE}, [("nowhere", A)], MINT)


def test_what_the_package_knows_conforms_to_the_shapes(store) -> None:
    view = store.view()
    links = [*iter_agent_links(view, MINT), *iter_page_links(view, MINT)]
    quads = list(iter_link_quads(load_link_sets(), links, MINT))
    assert validate(quads).violations == ()
    pages = {link.value.value for key, link in links if key == "document-pages"}
    assert pages == {
        f"https://docs.un.org/en/{s}" for s in ("A/HRC/9/99", "A/RES/926(X)", "A/RES/99/7")
    }
    subjects = {link.subject.rpartition("/")[2] for key, link in links if key == "undo-classes"}
    assert subjects == {"ga", "hrc", "state-fra", "government-fra", "office-sg"}
