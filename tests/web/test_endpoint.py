"""The endpoint as a client sees it: forms, errors, limits, writes."""

from __future__ import annotations

import threading

import httpx
import pytest

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?h ?i }"
TOKEN = {"Authorization": "Bearer a token for tests"}


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/csv", "text/csv"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/tab-separated-values, */*;q=0.1", "text/tab-separated-values"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_a_table_comes_in_the_form_asked_for(
    client: httpx.Client, accept: str, media_type: str
) -> None:
    query = "SELECT ?s { ?s <https://w3id.org/ungraph/ns#symbol> ?o }"
    reply = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert reply.status_code == 200
    assert reply.headers["content-type"].partition(";")[0] == media_type
    assert "A/HRC/9/99" in reply.text


def test_format_in_the_address_wins_over_accept(client: httpx.Client) -> None:
    reply = client.get(
        "/sparql",
        params={"query": "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", "format": "ntriples"},
        headers={"Accept": "text/html"},
    )
    assert reply.headers["content-type"] == "application/n-triples"


def test_an_unacceptable_form_is_406_and_a_wrong_query_400(client: httpx.Client) -> None:
    picture = {"Accept": "image/png"}
    assert client.get("/sparql", params={"query": "ASK {}"}, headers=picture).status_code == 406
    wrong = client.get("/sparql", params={"query": "SELEKT"})
    assert wrong.status_code == 400
    assert wrong.headers["content-type"] == "application/problem+json"


def test_a_slow_query_ends_in_an_error_and_the_others_go_on(client: httpx.Client) -> None:
    replies: list[httpx.Response] = []

    def ask_slowly() -> None:
        replies.append(httpx.get(f"{client.base_url}/sparql", params={"query": SLOW}, timeout=30))

    threads = [threading.Thread(target=ask_slowly) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(20):
        assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    for thread in threads:
        thread.join()
    assert [reply.status_code for reply in replies] == [503, 503, 503]
    assert "longer than 2 seconds" in replies[0].json()["detail"]


def test_service_and_load_are_off(client: httpx.Client) -> None:
    service = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    assert client.get("/sparql", params={"query": service}).status_code == 403
    load = client.post(
        "/sparql",
        content="LOAD <http://127.0.0.1:9/>",
        headers={"Content-Type": "application/sparql-update", **TOKEN},
    )
    assert load.status_code == 403


def test_a_write_needs_the_token_and_is_seen_by_the_next_query(client: httpx.Client) -> None:
    update = "INSERT DATA { GRAPH <http://example.org/new> { <http://example.org/a> a 1 } }"
    headers = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content=update, headers=headers).status_code == 401
    assert client.post("/sparql", content=update, headers=headers | TOKEN).status_code == 204
    asked = client.get("/sparql", params={"query": "ASK { <http://example.org/a> a 1 }"})
    assert asked.json()["boolean"] is True


def test_using_graph_uri_names_the_dataset_of_an_update(client: httpx.Client) -> None:
    reply = client.post(
        "/sparql?using-graph-uri=http://example.org/none",
        content="INSERT { GRAPH <http://example.org/copied> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
        headers={"Content-Type": "application/sparql-update", **TOKEN},
    )
    assert reply.status_code == 204
    asked = client.get(
        "/sparql", params={"query": "ASK { GRAPH <http://example.org/copied> { ?s ?p ?o } }"}
    )
    assert asked.json()["boolean"] is False


def test_without_a_query_the_service_describes_itself(client: httpx.Client) -> None:
    reply = client.get("/sparql")
    assert "sparql-service-description#Service" in reply.text
    assert "void#propertyPartition" in reply.text


def test_whole_graphs_are_put_read_and_deleted(client: httpx.Client) -> None:
    address, turtle = "/graph-store?graph=http://example.org/whole", {"Content-Type": "text/turtle"}
    assert (
        client.put(address, content="<http://a> <http://b> 2 .", headers=turtle).status_code == 401
    )
    made = client.put(address, content="<http://a> <http://b> 2 .", headers=turtle | TOKEN)
    assert made.status_code == 201
    again = client.put(address, content="<http://a> <http://b> 3 .", headers=turtle | TOKEN)
    assert again.status_code == 204
    text = client.get(address, headers={"Accept": "application/n-triples"}).text
    assert '"3"' in text
    assert '"2"' not in text
    assert client.delete(address, headers=TOKEN).status_code == 204
    assert client.get(address).status_code == 404
