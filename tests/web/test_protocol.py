"""SPARQL 1.1 Protocol, case by case, against a live server.

The cases and their names are those of the W3C suite (``sparql11/protocol``, 34 tests); the data
is ours: three graphs that each say of themselves that they are a document.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

import httpx
import pytest

G1, G2, G3 = (f"http://example.org/data{n}" for n in (1, 2, 3))
TARGET = "http://example.org/protocol-update"
QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
FORM = "application/x-www-form-urlencoded"
TOKEN = {"Authorization": "Bearer a token for tests"}
DOCUMENT = "http://example.org/Document"
BOTH = f"ASK {{ <{G1}> a ?t . <{G2}> a ?t }}"
NAMED = f"ASK {{ GRAPH ?g {{ <{G1}> a ?t }} GRAPH ?h {{ <{G2}> a ?t }} }}"
FULL = f"ASK {{ <{G3}> a ?t GRAPH ?g {{ <{G1}> a ?t }} GRAPH ?h {{ <{G2}> a ?t }} }}"
DEFAULTS = [("default-graph-uri", G1), ("default-graph-uri", G2)]
NAMES = [("named-graph-uri", G1), ("named-graph-uri", G2)]
FILL = "".join(
    f"CLEAR SILENT GRAPH <{g}> ; INSERT DATA {{ GRAPH <{g}> {{ <{g}> a <{DOCUMENT}> }} }} ; "
    for g in (G1, G2, G3)
)
MARK = f"INSERT {{ GRAPH <{TARGET}> {{ ?s a 1 }} }} WHERE "


@pytest.fixture
def filled(client: httpx.Client) -> httpx.Client:
    """A client of a server whose three graphs are as every case expects them."""
    reply = post(client, f"CLEAR SILENT GRAPH <{TARGET}> ; {FILL[:-2]}", UPDATE)
    assert reply.status_code == 204
    return client


def post(
    client: httpx.Client, body: str | bytes, media_type: str | None, address: str = ""
) -> httpx.Response:
    headers = dict(TOKEN) if media_type is None else {"Content-Type": media_type, **TOKEN}
    return client.post(f"/sparql/{address}", content=body, headers=headers)


def at(pairs: list[tuple[str, str]]) -> str:
    return "?" + urlencode(pairs)


def marked(client: httpx.Client) -> set[str]:
    """The graphs of which an update has left a mark."""
    found = client.get(
        "/sparql/",
        params={"query": f"SELECT ?s {{ GRAPH <{TARGET}> {{ ?s ?p ?o }} }}", "format": "tsv"},
    )
    return {line.strip("<>") for line in found.text.splitlines()[1:]}


@pytest.mark.parametrize(
    ("body", "media_type", "pairs"),
    [
        pytest.param("query=ASK%20%7B%7D", FORM, [], id="query_post_form"),
        pytest.param("ASK {}", QUERY, [], id="query_post_direct"),
        pytest.param(BOTH, QUERY, DEFAULTS, id="query_dataset_default_graphs_post"),
        pytest.param(NAMED, QUERY, NAMES, id="query_dataset_named_graphs_post"),
        pytest.param(FULL, QUERY, [("default-graph-uri", G3), *NAMES], id="query_dataset_full"),
        pytest.param(
            f"ASK FROM <{G3}> {{ GRAPH ?g {{ <{G1}> a ?t }} GRAPH ?h {{ <{G2}> a ?t }} }}",
            QUERY,
            NAMES,
            id="query_multiple_dataset",
        ),
    ],
)
def test_a_posted_query_is_true_of_its_dataset(
    filled: httpx.Client, body: str, media_type: str, pairs: list[tuple[str, str]]
) -> None:
    reply = post(filled, body, media_type, at(pairs) if pairs else "")
    assert reply.status_code == 200
    assert reply.json()["boolean"] is True


@pytest.mark.parametrize(
    "pairs",
    [
        pytest.param([("query", "ASK {}")], id="query_get"),
        pytest.param([("query", BOTH), *DEFAULTS], id="query_dataset_default_graphs_get"),
        pytest.param([("query", NAMED), *NAMES], id="query_dataset_named_graphs_get"),
    ],
)
def test_a_query_by_get_is_true_of_its_dataset(
    filled: httpx.Client, pairs: list[tuple[str, str]]
) -> None:
    assert filled.get(f"/sparql/{at(pairs)}").json()["boolean"] is True


def test_the_dataset_of_the_protocol_hides_the_other_graphs(filled: httpx.Client) -> None:
    hidden = [("query", BOTH), ("default-graph-uri", G1)]
    assert filled.get(f"/sparql/{at(hidden)}").json()["boolean"] is False


@pytest.mark.parametrize(
    ("query", "media_types"),
    [
        pytest.param(
            "SELECT (1 AS ?value) {}",
            {"application/sparql-results+json", "application/sparql-results+xml", "text/csv"},
            id="query_content_type_select",
        ),
        pytest.param(
            "ASK {}",
            {"application/sparql-results+json", "application/sparql-results+xml"},
            id="query_content_type_ask",
        ),
        pytest.param(
            "DESCRIBE <http://example.org/>",
            {"text/turtle", "application/rdf+xml", "application/n-triples"},
            id="query_content_type_describe",
        ),
        pytest.param(
            "CONSTRUCT { <s> <p> 1 } WHERE {}",
            {"text/turtle", "application/rdf+xml", "application/n-triples"},
            id="query_content_type_construct",
        ),
    ],
)
def test_the_kind_of_query_decides_the_kind_of_answer(
    filled: httpx.Client, query: str, media_types: set[str]
) -> None:
    reply = post(filled, query, QUERY)
    assert reply.status_code == 200
    assert reply.headers["content-type"].partition(";")[0] in media_types


@pytest.mark.parametrize(
    ("pattern", "pairs", "expected"),
    [
        pytest.param(
            "{ ?s a ?t }", [("using-graph-uri", G1)], {G1}, id="update_dataset_default_graph"
        ),
        pytest.param(
            "{ ?s a ?t }",
            [("using-graph-uri", G1), ("using-graph-uri", G2)],
            {G1, G2},
            id="update_dataset_default_graphs",
        ),
        pytest.param(
            "{ GRAPH ?g { ?s a ?t } }",
            [("using-named-graph-uri", G1), ("using-named-graph-uri", G2)],
            {G1, G2},
            id="update_dataset_named_graphs",
        ),
        pytest.param(
            "{ GRAPH ?g { ?s a ?t } ?s2 a ?t }",
            [("using-graph-uri", G1), ("using-named-graph-uri", G2)],
            {G2},
            id="update_dataset_full",
        ),
    ],
)
def test_an_update_sees_the_dataset_of_the_protocol(
    filled: httpx.Client, pattern: str, pairs: list[tuple[str, str]], expected: set[str]
) -> None:
    assert post(filled, MARK + pattern, UPDATE, at(pairs)).status_code == 204
    assert marked(filled) == expected


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        pytest.param(f"update={quote(MARK)}%7B%7D", FORM, id="update_post_form"),
        pytest.param(f"{MARK}{{}}", UPDATE, id="update_post_direct"),
    ],
)
def test_an_update_is_taken_in_both_ways(filled: httpx.Client, body: str, media_type: str) -> None:
    assert post(filled, body, media_type).status_code == 204


def test_update_base_uri(filled: httpx.Client) -> None:
    update = f"CLEAR SILENT GRAPH <{TARGET}> ; INSERT DATA {{ GRAPH <{TARGET}> {{ <here> a 1 }} }}"
    assert post(filled, update, UPDATE).status_code == 204
    assert len(marked(filled)) == 1
    assert all(iri.endswith("/sparql/here") for iri in marked(filled))


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        pytest.param(urlencode([("query", "ASK {}")] * 2), FORM, id="bad_multiple_queries"),
        pytest.param("ASK {}", "text/plain", id="bad_query_wrong_media_type"),
        pytest.param("query=ASK%20%7B%7D", None, id="bad_query_missing_form_type"),
        pytest.param("ASK {}", None, id="bad_query_missing_direct_type"),
        pytest.param(
            "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16", id="bad_query_non_utf8"
        ),
        pytest.param("ASK { GRAPH }", QUERY, id="bad_query_syntax"),
        pytest.param(urlencode([("update", "CLEAR ALL")] * 2), FORM, id="bad_multiple_updates"),
        pytest.param("CLEAR NAMED", "text/plain", id="bad_update_wrong_media_type"),
        pytest.param("update=CLEAR%20NAMED", None, id="bad_update_missing_form_type"),
        pytest.param(
            "CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16", id="bad_update_non_utf8"
        ),
        pytest.param("CLEAR XYZ", UPDATE, id="bad_update_syntax"),
    ],
)
def test_what_is_not_of_the_protocol_is_refused(
    filled: httpx.Client, body: str | bytes, media_type: str | None
) -> None:
    assert 400 <= post(filled, body, media_type).status_code < 500


def test_bad_query_method(filled: httpx.Client) -> None:
    assert filled.put("/sparql/?query=ASK%20%7B%7D").status_code == 405


def test_bad_update_get(filled: httpx.Client) -> None:
    assert filled.get("/sparql/?update=CLEAR%20ALL").status_code == 400


def test_bad_update_dataset_conflict(filled: httpx.Client) -> None:
    update = f"INSERT {{ ?s a 1 }} USING <{G1}> WHERE {{ ?s a ?t }}"
    reply = post(filled, update, UPDATE, at([("using-named-graph-uri", G2)]))
    assert reply.status_code == 400
