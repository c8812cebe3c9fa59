"""A small corpus of three documents: a resolution asks, a report answers, a resolution takes note."""

from __future__ import annotations

import pytest

import ungraph
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.chain_forms import format_text
from ungraph.inquiry.chains import Link, follow
from ungraph.inquiry.lookup import Lookup
from ungraph.linkout.fulfilments import fulfilments
from ungraph.linkout.keeping import keep_links
from ungraph.linkout.requests import parse_paragraphs
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.validation.shacl import validate

ASKS = """United Nations

A/RES/70/501

General Assembly

Seventieth session

Resolution adopted by the General Assembly on 10 December 2015

70/501. Lighthouses

The General Assembly,

Recalling its resolution 69/400 of 12 December 2014,

1. Welcomes the work on lighthouses;

2. Urges all States to light their coasts;

3. Requests the Secretary-General to submit to the General Assembly at its seventy-first session \
a report on the state of lighthouses;

4. Decides to continue its consideration of the question.
"""

ANSWERS = """United Nations

A/71/901

General Assembly

Distr.: General
4 August 2016
Original: English

Seventy-first session

Lighthouses

Report of the Secretary-General

1. The present report is submitted pursuant to {ground} General Assembly resolution 70/501.

2. On 3 March 2016 the Secretary-General invited the Government of Peru to a meeting.

3. The Government declined the invitation.
"""

NOTES = """United Nations

A/RES/71/502

General Assembly

Seventy-first session

Resolution adopted by the General Assembly on 9 December 2016

71/502. Lighthouses

The General Assembly,

Recalling its resolution 70/501 of 10 December 2015,

1. Takes note of the report of the Secretary-General (A/71/901);

2. Decides to remain seized of the matter.
"""


def store_of(*texts: str) -> OxigraphStore:
    store = OxigraphStore()
    with store.writer() as writer:
        for text in texts:
            writer.add(ungraph.build(text, validate=False).quads())
    keep_links(store, *fulfilments(store, Mint()), Mint())
    return store


def answered(store: OxigraphStore) -> list[tuple[str, str, str]]:
    """Document, property and paragraph of the request of each link."""
    lookup = Lookup(store.view(), Mint())
    rows = lookup.rows(
        "?l a ung:Link ; rdf:subject ?d ; rdf:predicate ?p ; rdf:object ?o ; ung:reason ?why . "
        "OPTIONAL { ?o ung:givenBy ?giver } BIND(COALESCE(?giver, ?o) AS ?act) "
        "?act ung:pinpoint ?pin",
        "d",
        "p",
        "pin",
    )
    return [
        (row["d"].rpartition("/doc/")[2], row["p"].rpartition("#")[2], row["pin"]) for row in rows
    ]


def steps(link: Link, kind: str) -> list[Link]:
    found = [step for step in link.followed_by if step.kind == kind]
    return found + [inner for step in link.followed_by for inner in steps(step, kind)]


@pytest.mark.parametrize("ground", ["paragraph 3 of", ""])
def test_a_report_answers_the_request_of_the_resolution_it_cites(ground: str) -> None:
    store = store_of(ASKS, ANSWERS.format(ground=ground))
    assert answered(store) == [
        ("A/71/901", "inFulfilmentOf", "para. 3"),
        ("A/71/901", "inResponseTo", "para. 3"),
    ]


def test_another_paragraph_than_the_one_cited_is_not_answered() -> None:
    assert answered(store_of(ASKS, ANSWERS.format(ground="paragraph 1 of"))) == []


def test_two_requests_for_reports_leave_open_which_is_answered() -> None:
    twice = ASKS.replace(
        "2. Urges all States to light their coasts;",
        "2. Requests the Secretary-General to submit a report on fog;",
    )
    assert answered(store_of(twice, ANSWERS.format(ground=""))) == []
    told = answered(store_of(twice, ANSWERS.format(ground="paragraph 2 of")))
    assert {pinpoint for _, _, pinpoint in told} == {"para. 2"}


def test_the_order_of_the_documents_changes_nothing() -> None:
    texts = [ASKS, ANSWERS.format(ground="paragraph 3 of"), NOTES]
    one, other = store_of(*texts), store_of(*texts[::-1])
    graph = Mint().links_graph()
    assert sorted(map(str, one.view().iter_quads(graph))) == sorted(
        map(str, other.view().iter_quads(graph))
    )


def test_the_chain_goes_over_three_documents() -> None:
    store = store_of(ASKS, ANSWERS.format(ground="paragraph 3 of"), NOTES)
    lookup = Lookup(store.view(), Mint())
    chain = follow(lookup, lookup.find("A/RES/70/501"))
    request = next(s for s in steps(chain, "request") if "para. 3" in s.relation)
    (report,) = steps(request, "report")
    assert (report.label, report.relation, report.date) == (
        "A/71/901",
        "answers it",
        "2016-08-04",
    )
    outcomes = {(o.label, o.relation) for o in steps(report, "outcome")}
    assert {("declined", ""), ("A/RES/71/502", "takes-note-of")} <= outcomes
    assert [s.kind for s in chain.followed_by].count("report") == 0, "it stands under its request"
    assert "A/71/901" in format_text(chain)


def test_a_mandate_is_followed_to_the_report_that_fulfils_it() -> None:
    store = store_of(ASKS, ANSWERS.format(ground="paragraph 3 of"))
    lookup = Lookup(store.view(), Mint())
    mandate = lookup.rows("?d ung:inFulfilmentOf ?m", "m")[0]["m"]
    (report,) = steps(follow(lookup, mandate), "report")
    assert report.relation == "fulfils it"


def test_the_links_rest_on_words_and_conform() -> None:
    store = store_of(ASKS, ANSWERS.format(ground="paragraph 3 of"))
    view = store.view()
    lookup = Lookup(view, Mint())
    links = lookup.rows("?l a ung:Link ; ung:reason ?why", "l")
    assert links
    assert all("70/501" in " ".join(lookup.words(row["l"])) for row in links)
    assert [f for f in validate(list(view.iter_quads())).findings if "Link" in f.shape] == []


@pytest.mark.parametrize(
    ("pinpoint", "numbers"),
    [("para. 9", {9}), ("paras. 1-3", {1, 2, 3}), ("art. 3", set()), ("", set())],
)
def test_paragraphs_of_a_pinpoint(pinpoint: str, numbers: set[int]) -> None:
    assert parse_paragraphs(pinpoint) == numbers


TELLS = """United Nations

A/RES/71/503

General Assembly

Seventy-first session

Resolution adopted by the General Assembly on 9 December 2016

71/503. Harbours

The General Assembly,

{words}

1. Decides to continue its consideration of the question.
"""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Welcoming the report of the Secretary-General (A/71/901), as requested by "
            "resolution 70/501,",
            True,
        ),
        (
            "Taking note of the report of the Secretary-General (A/71/901), submitted pursuant to "
            "paragraph 3 of resolution 70/501,",
            True,
        ),
        (
            "Taking note of the report (A/71/901) of the panel established pursuant to "
            "resolution 70/501,",
            False,
        ),
        (
            "Taking note of the report of the Secretary-General (A/71/901), and recalling the "
            "debate held at its last session pursuant to resolution 70/501,",
            False,
        ),
    ],
)
def test_a_third_document_may_tell_what_a_report_answers(words: str, told: bool) -> None:
    store = OxigraphStore()
    with store.writer() as writer:
        for text in (ASKS, TELLS.format(words=words)):
            writer.add(ungraph.build(text, validate=False).quads())
    keep_links(store, *fulfilments(store, Mint()), Mint())
    rows = Lookup(store.view(), Mint()).rows(
        "?d ung:inResponseTo ?act ; ung:symbol ?symbol . ?act ung:performedIn/ung:symbol ?asked",
        "symbol",
        "asked",
    )
    assert rows == ([{"symbol": "A/71/901", "asked": "A/RES/70/501"}] if told else [])
