"""Chains and explanations read from a built store, for a document of our own."""

from __future__ import annotations

import json

import pytest

import ungraph
from ungraph.errors import IdentifierError
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.chain_forms import format_json, format_mermaid, format_text
from ungraph.inquiry.chains import Link, follow
from ungraph.inquiry.explanations import explain, format_explanation
from ungraph.inquiry.lookup import Lookup
from ungraph.stores.oxigraph import OxigraphStore

TEXT = """A/HRC/11/77
3 March 2009

HUMAN RIGHTS COUNCIL
Eleventh session

Report of the United Nations High Commissioner for Human Rights

1. In paragraph 7 of its resolution 9/14 the Human Rights Council requested the High Commissioner \
to submit a report on the prisons of Peru to the Council.

2. On 4 February 2009 the High Commissioner invited the Permanent Representative of Peru to the \
United Nations Office at Geneva to a meeting.

3. The Permanent Representative declined the invitation.
"""


@pytest.fixture(scope="module")
def result() -> ungraph.Result:
    return ungraph.build(TEXT, validate=False)


@pytest.fixture(scope="module")
def lookup(result: ungraph.Result) -> Lookup:
    store = OxigraphStore()
    with store.writer() as writer:
        writer.add(result.quads())
    return Lookup(store.view(), Mint())


def test_a_chain_goes_from_the_request_over_the_report_to_the_outcome(lookup: Lookup) -> None:
    chain = follow(lookup, lookup.find("a/hrc/res/9/14"))
    assert (chain.kind, chain.label) == ("document", "A/HRC/RES/9/14")
    request = next(step for step in chain.followed_by if step.kind == "request")
    assert request.relation == "performed in it para. 7"
    mandate = next(step for step in request.followed_by if step.kind == "mandate")
    assert mandate.label == "United Nations High Commissioner for Human Rights"
    assert [step.kind for step in mandate.followed_by] == ["task"]
    report = next(step for step in chain.followed_by if step.kind == "report")
    assert (report.label, report.date) == ("A/HRC/11/77", "2009-03-03")
    outcome = next(step for step in report.followed_by if step.kind == "outcome")
    assert outcome.label == "declined"
    assert outcome.followed_by[0].label.startswith("Permanent Representative of Peru")


def test_a_chain_can_be_read_drawn_and_parsed(lookup: Lookup) -> None:
    chain = follow(lookup, lookup.find("A/HRC/RES/9/14"))
    text = format_text(chain)
    assert text.splitlines()[0] == "document A/HRC/RES/9/14"
    assert "“declined the invitation" in text or "declined the invitation”" in text
    drawn = format_mermaid(chain)
    assert drawn.startswith("flowchart TD\n")
    assert drawn.count("-->") == drawn.count('["') - 1, "a tree"
    parsed = json.loads(format_json(chain))
    assert parsed["iri"].endswith("/A/HRC/RES/9/14")
    assert parsed["followed_by"]


def test_a_chain_can_start_at_a_mandate(lookup: Lookup) -> None:
    mandate = lookup.rows("?m a ung:Mandate", "m")[0]["m"]
    assert follow(lookup, mandate).kind == "mandate"


def test_what_the_store_does_not_know_is_said(lookup: Lookup) -> None:
    with pytest.raises(IdentifierError, match="knows nothing of A/HRC/1/1"):
        lookup.find("A/HRC/1/1")


def test_an_explanation_marks_the_parts_and_gives_rule_and_reasons(
    lookup: Lookup, result: ungraph.Result
) -> None:
    act = lookup.rows('?a ung:actType/skos:notation "decline"', "a")[0]["a"]
    text = format_explanation(explain(lookup, act, result))
    assert "[cue: declined] [theme: the invitation]" in text
    assert "paragraph 3" in text
    assert "rule: " in text
    assert "inferred: inResponseTo" in text
    assert "because " in text
    assert "read: “Permanent Representative” as office-pr-per-unog" in text


def test_an_explanation_needs_only_the_graph(lookup: Lookup) -> None:
    act = lookup.rows('?a ung:actType/skos:notation "invite"', "a")[0]["a"]
    told = explain(lookup, act)
    assert told.readings == ()
    assert "Invitation" in told.classes
    assert ("actType", "invite") in told.properties


def test_a_chain_that_ends_at_once_says_so() -> None:
    alone = format_text(Link("document", "urn:x", "A/HRC/9/99"))
    assert alone.splitlines()[0] == "document A/HRC/9/99"
    assert "nothing follows" in alone
    step = Link("request", "urn:y", "request: Council → Office")
    followed = format_text(Link("document", "urn:x", "A/HRC/9/99", followed_by=(step,)))
    assert "  request: Council → Office" in followed.splitlines()
    assert "nothing follows" not in followed
