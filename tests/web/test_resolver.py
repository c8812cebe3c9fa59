"""Every IRI answers, and every spelling of a symbol leads to its IRI."""

from __future__ import annotations

import httpx
import pyoxigraph as ox
import pytest

from ungraph.web.describing import AT_MOST


@pytest.mark.parametrize(
    "spelling",
    [
        "A/HRC/9/99",
        "a/hrc/9/99*",
        "A/HRC/9/ 99",
        "https://docs.un.org/en/A/HRC/9/99",
        "http://undocs.org/A/HRC/9/99",
    ],
)
def test_a_symbol_in_any_spelling_leads_to_its_iri(client: httpx.Client, spelling: str) -> None:
    reply = client.get("/resolve", params={"symbol": spelling})
    assert reply.status_code == 303
    assert reply.headers["location"] == "/id/doc/A/HRC/9/99"


def test_an_akn_work_iri_leads_to_its_document(client: httpx.Client) -> None:
    work = "/akn/un/statement/deliberation/unga/2020-12-10/75-100/"
    reply = client.get("/resolve", params={"iri": work})
    assert reply.headers["location"] == "/id/doc/A/HRC/9/99"
    assert client.get("/resolve", params={"iri": "/akn/un/none/"}).status_code == 404


@pytest.mark.parametrize(
    ("address", "accept", "media_type"),
    [
        ("/id/doc/A/HRC/9/99", "text/html", "text/html"),
        ("/id/doc/A/HRC/9/99", "text/turtle", "text/turtle"),
        ("/id/doc/A/HRC/9/99.jsonld", "text/html", "application/ld+json"),
        ("/id/doc/A/HRC/9/99.ttl", "*/*", "text/turtle"),
    ],
)
def test_a_description_comes_by_accept_and_by_suffix(
    client: httpx.Client, address: str, accept: str, media_type: str
) -> None:
    reply = client.get(address, headers={"Accept": accept})
    assert reply.status_code == 200
    assert reply.headers["content-type"].partition(";")[0] == media_type
    assert "A/HRC/9/99" in reply.text
    assert 'rel="cite-as"' in reply.headers["link"]
    same = client.get(address, headers={"Accept": accept, "If-None-Match": reply.headers["etag"]})
    assert same.status_code == 304
    assert client.head(address, headers={"Accept": accept}).status_code == 200


def test_words_of_a_document_are_escaped_on_its_page(client: httpx.Client) -> None:
    page = client.get("/id/doc/A/HRC/9/99", headers={"Accept": "text/html"}).text
    assert "A note &amp; &lt;more&gt;" in page


def test_a_document_that_is_only_cited_says_who_cites_it(client: httpx.Client) -> None:
    page = client.get("/id/doc/A/RES/926(X)", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "/id/doc/A/HRC/9/99" in page.text


def test_nothing_known_is_404(client: httpx.Client) -> None:
    assert client.get("/id/doc/A/HRC/1/1").status_code == 404
    assert client.get("/resolve", params={"symbol": "no symbol"}).status_code == 404
    assert client.get("/resolve").status_code == 400


def test_a_thing_that_many_statements_name_has_a_page_of_bounded_length(
    client: httpx.Client,
) -> None:
    answer = client.get("/id/doc/A/RES/1000(X)", headers={"Accept": "text/turtle"})
    assert len(list(ox.parse(answer.content, ox.RdfFormat.TURTLE))) == AT_MOST
    page = client.get("/id/doc/A/RES/1000(X)", headers={"Accept": "text/html"}).text
    assert "ask for all" in page and "/query#query=SELECT" in page
    assert "ask for all" not in client.get("/id/doc/A/RES/926(X)").text


def test_the_ontology_and_its_lists_answer(client: httpx.Client) -> None:
    page = client.get("/ns", headers={"Accept": "text/html"}).text
    assert 'id="CommunicativeAct"' in page and "/ns/act-types/request" in page
    turtle = client.get("/ns", headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    types = {t.object.value for t in ox.parse(turtle.content, ox.RdfFormat.TURTLE)
             if t.predicate.value.endswith("#type") and isinstance(t.object, ox.NamedNode)}  # fmt: skip
    assert "http://www.w3.org/2002/07/owl#Class" in types
    concept = client.get("/ns/act-types/request.ttl")
    assert concept.status_code == 200 and "prefLabel" in concept.text


def test_a_browser_is_told_what_is_wrong_on_a_page(client: httpx.Client) -> None:
    answer = client.get("/id/doc/A/HRC/1/1", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "nothing is known" in answer.text
    answer = client.get("/id/doc/A/HRC/1/1", headers={"Accept": "text/turtle"})
    assert answer.headers["content-type"] == "application/problem+json"
