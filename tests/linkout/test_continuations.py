"""Three resolutions: a mission is set up, its mandate is extended, and extended again."""

from __future__ import annotations

import pytest

import ungraph
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.chain_forms import format_text
from ungraph.inquiry.chains import follow
from ungraph.inquiry.lookup import Lookup
from ungraph.linkout.continuations import continuations
from ungraph.linkout.keeping import keep_links
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.validation.shacl import validate

PAPER = """United Nations

S/RES/{number}

Security Council

Distr.: General
{day}

Resolution {words}

Adopted by the Security Council at its {meeting}th meeting, on {day}

The Security Council,

Recalling its previous resolutions,{recalled}

1. {decides};

2. Decides to remain seized of the matter.
"""

SET_UP = "Decides to establish the United Nations Mission in Nepal for a period of 12 months"
EXTENDS = "Decides to extend the mandate of UNMIN until {until}"


def paper(number: str, day: str, decides: str, recalled: str = "") -> str:
    return PAPER.format(
        number=number,
        words=number.replace("(", " ("),
        day=day,
        meeting=9000,
        decides=decides,
        recalled=recalled,
    )


FIRST = paper("2901(2031)", "10 March 2031", SET_UP)
SECOND = paper("2951(2032)", "4 March 2032", EXTENDS.format(until="10 September 2032"))
THIRD = paper("2971(2032)", "2 September 2032", EXTENDS.format(until="10 March 2033"))


def store_of(*texts: str) -> OxigraphStore:
    store = OxigraphStore()
    with store.writer() as writer:
        for text in texts:
            writer.add(ungraph.build(text, validate=False).quads())
    keep_links(store, *continuations(store, Mint()), Mint())
    return store


def pairs(store: OxigraphStore) -> set[tuple[str, str]]:
    lookup = Lookup(store.view(), Mint())
    rows = lookup.rows(
        "?m ung:continuesMandate ?n . ?m ung:givenBy/ung:performedIn/ung:symbol ?a . "
        "?n ung:givenBy/ung:performedIn/ung:symbol ?b",
        "a",
        "b",
    )
    return {(row["a"], row["b"]) for row in rows}


def test_an_extension_carries_on_the_last_mandate_that_runs_out_then() -> None:
    assert pairs(store_of(FIRST, SECOND, THIRD)) == {
        ("S/RES/2951(2032)", "S/RES/2901(2031)"),
        ("S/RES/2971(2032)", "S/RES/2951(2032)"),
    }


def test_where_a_resolution_between_is_missing_nothing_is_tied() -> None:
    assert pairs(store_of(FIRST, THIRD)) == set()


def test_a_citation_ties_what_runs_out_at_another_time() -> None:
    early = paper(
        "2961(2032)",
        "2 May 2032",
        EXTENDS.format(until="10 March 2033"),
        " in particular its resolution 2951 (2032),",
    )
    assert pairs(store_of(SECOND, early)) == {("S/RES/2961(2032)", "S/RES/2951(2032)")}


def test_what_a_mission_is_asked_to_establish_is_no_mandate_of_it() -> None:
    asks = THIRD.replace(
        "2. Decides to remain",
        "2. Requests UNMIN to establish a plan by 10 March 2033;\n\n3. Decides to remain",
    )
    last = paper("2991(2033)", "4 March 2033", EXTENDS.format(until="10 September 2033"))
    store = store_of(SECOND, asks, last)
    lookup = Lookup(store.view(), Mint())
    assert len(lookup.rows("?m ung:continuesMandate ?n", "m", "n")) == 2


@pytest.mark.parametrize(
    "decides",
    [
        "Decides to extend the mandate of UNMIL until 10 March 2033",
        "Requests UNMIN to report by 10 March 2033",
        "Requests UNMIN to establish a plan by 10 March 2033",
    ],
)
def test_another_holder_or_another_task_carries_nothing_on(decides: str) -> None:
    other = paper("2971(2032)", "2 September 2032", decides)
    assert pairs(store_of(SECOND, other)) == set()


def test_the_links_hold_and_are_the_same_when_found_again() -> None:
    store = store_of(FIRST, SECOND, THIRD)
    before = {str(quad) for quad in store.view().iter_quads()}
    keep_links(store, *continuations(store, Mint()), Mint())
    assert {str(quad) for quad in store.view().iter_quads()} == before
    assert validate(list(store.view().iter_quads())).conforms


def test_follow_walks_from_the_first_mandate_to_the_last_and_back() -> None:
    lookup = Lookup(store_of(FIRST, SECOND, THIRD).view(), Mint())
    (middle,) = lookup.rows(
        "?m a ung:Mandate ; ung:continuesMandate ?n ; ^ung:continuesMandate ?o", "m"
    )
    told = format_text(follow(lookup, middle["m"]))
    lines = [line.strip() for line in told.splitlines()]
    assert lines[0].startswith("mandate United Nations Mission in Nepal, S/RES/2951(2032) para. 1")
    assert "mandate S/RES/2901(2031) para. 1 (carries on) 2031-03-10" in lines
    assert "mandate S/RES/2971(2032) para. 1 (carried on by) 2032-09-02" in lines
