"""What every store promises; the same tests run against each of them."""

from __future__ import annotations

import pytest
from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions

from sample_graphs import AUTHORITY, EVIDENCE, FACTS, document_quads
from ungraph.errors import QueryError
from ungraph.stores.base import Store

TITLES = "SELECT ?t WHERE { ?d <http://purl.org/dc/terms/title> ?t } ORDER BY ?t"


def csv_of(store: Store, query: str) -> str:
    found = store.view().query(query)
    assert isinstance(found, QuerySolutions)
    return (found.serialize(format=QueryResultsFormat.CSV) or b"").decode().replace("\r\n", "\n")


def test_what_is_added_comes_back(store: Store) -> None:
    with store.writer() as writer:
        writer.add(document_quads())
    view = store.view()
    assert set(view.iter_quads()) == set(document_quads())
    assert view.graph_names() == (FACTS, EVIDENCE, AUTHORITY)
    assert view.count() == len(document_quads())
    assert view.count(EVIDENCE) == 7
    assert {q.graph_name.value for q in view.iter_quads(EVIDENCE)} == {EVIDENCE}


def test_adding_twice_changes_nothing(store: Store) -> None:
    for _ in range(2):
        with store.writer() as writer:
            writer.add(document_quads())
    assert store.view().count() == len(document_quads())


def test_a_document_is_replaced_with_its_graphs(store: Store) -> None:
    with store.writer() as writer:
        writer.add(document_quads("First title"))
    with store.writer() as writer:
        writer.replace_graphs(document_quads("Second title"))
    assert csv_of(store, TITLES) == "t\nSecond title\n"
    assert set(store.view().iter_quads()) == set(document_quads("Second title"))


def test_a_graph_that_became_empty_goes_too(store: Store) -> None:
    with store.writer() as writer:
        writer.add(document_quads())
    facts_only = [quad for quad in document_quads() if quad.graph_name.value == FACTS]
    with store.writer() as writer:
        writer.replace_graphs(facts_only, [EVIDENCE])
    assert store.view().graph_names() == (FACTS, AUTHORITY)


def test_a_block_that_fails_changes_nothing(store: Store) -> None:
    with store.writer() as writer:
        writer.add(document_quads())
    with pytest.raises(TypeError, match="not iterable"), store.writer() as writer:
        writer.remove_graph(FACTS), writer.add(None)  # type: ignore[arg-type]
    assert store.view().count() == len(document_quads())


def test_queries_see_the_union_of_all_graphs(store: Store) -> None:
    with store.writer() as writer:
        writer.add(document_quads())
    query = """PREFIX ung: <https://w3id.org/ungraph/ns#>
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?label ?span WHERE { ?act ung:agent/rdfs:label ?label ; ung:evidence ?span }"""
    found = csv_of(store, query).replace('"', "")
    assert found.splitlines()[1].startswith("Human Rights Council,https://w3id.org/ungraph/id/doc/")


def test_ask_and_construct_are_answered(store: Store) -> None:
    with store.writer() as writer:
        writer.add(document_quads())
    asked = store.view().query("ASK { ?s <http://purl.org/dc/terms/title> ?t }")
    assert isinstance(asked, QueryBoolean)
    assert bool(asked) is True
    built = store.view().query(
        "CONSTRUCT { ?d <http://purl.org/dc/terms/title> ?t }"
        " WHERE { ?d <http://purl.org/dc/terms/title> ?t }"
    )
    assert isinstance(built, tuple)
    assert [triple.object.value for triple in built] == ["Report of the Panel"]


def test_what_is_no_query_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        store.view().query("SELECT ?s WHERE { ?s ?p }")
