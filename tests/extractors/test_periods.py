"""Stretches of time in which acts were done: first and last day, and no single date."""

from __future__ import annotations

import pytest

import ungraph
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.explanations import explain, format_explanation
from ungraph.inquiry.lookup import Lookup
from ungraph.model.assertion import Assertions
from ungraph.pipeline import BuildOptions, build_document
from ungraph.stores.oxigraph import OxigraphStore

OPENS = "E/CN.4/2006/99\n\n1. The Special Rapporteur stated that he was grateful.\n\n2. "


def read(text: str) -> Assertions:
    data = f"{OPENS}{text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def stretches(text: str, act_type: str) -> set[tuple[str, str, str]]:
    return {
        (str(act.date or ""), str(act.period_from or ""), str(act.period_until or ""))
        for act in read(text).acts
        if act.act_type == act_type and act.cue in text
    }


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Between 3 May 2004 and 5 June 2005, the Special Rapporteur sent 25 communications.",
            "2004-05-03",
            "2005-06-05",
        ),
        (
            "During the period from 3 May 2004 to 5 June 2005, the Special Rapporteur sent 4 letters.",
            "2004-05-03",
            "2005-06-05",
        ),
        (
            "During the period 3 May 2004-5 June 2005, the Special Rapporteur sent 4 letters.",
            "2004-05-03",
            "2005-06-05",
        ),
        (
            "In the period 3 May–5 June 2005, the Special Rapporteur sent 4 letters.",
            "2005-05-03",
            "2005-06-05",
        ),
        (
            "During the period under review (3 May 2004 to 5 June 2005), he sent 4 letters.",
            "2004-05-03",
            "2005-06-05",
        ),
        (
            "During the period under review, from 3 May to 5 June 2005, he sent 4 letters.",
            "2005-05-03",
            "2005-06-05",
        ),
        (
            "From 3 to 5 May 2005, the Special Rapporteur sent 4 letters.",
            "2005-05-03",
            "2005-05-05",
        ),
        (
            "Between November and February 2005, the Special Rapporteur sent 4 letters.",
            "2004-11",
            "2005-02",
        ),
        (
            "The Special Rapporteur sent 4 letters to the Government of Chad between 3 May and "
            "5 June 2005.",
            "2005-05-03",
            "2005-06-05",
        ),
        (
            "The list of letters sent by the Special Rapporteur from 3 May 2004 to 5 June 2005 "
            "is long.",
            "2004-05-03",
            "2005-06-05",
        ),
    ],
)
def test_an_act_done_over_a_stretch_has_its_first_and_last_day(
    text: str, first: str, last: str
) -> None:
    assert stretches(text, "submit") == {("", first, last)}


@pytest.mark.parametrize(
    ("text", "act_type", "date"),
    [
        (
            "On 3 May 2005, the Special Rapporteur sent a letter to the court.",
            "submit",
            "2005-05-03",
        ),
        (
            "The Special Rapporteur transmitted information about arrests between 3 May and "
            "5 June 2005.",
            "submit",
            "",
        ),
        (
            "The Government replied that he had been held from 3 May to 5 June 2005.",
            "respond",
            "",
        ),
        (
            "From 3 May to 5 June 2005, the Special Rapporteur undertook a visit to Chad at the "
            "invitation of the Government of Chad.",
            "invite",
            "",
        ),
        (
            "He requested a visit to Chad between 3 May and 5 June 2005.",
            "request",
            "",
        ),
    ],
)
def test_a_stretch_of_something_else_dates_no_act(text: str, act_type: str, date: str) -> None:
    assert stretches(text, act_type) == {(date, "", "")}


def test_the_explanation_of_an_act_tells_its_stretch() -> None:
    text = "Between 3 May 2004 and 5 June 2005, the Special Rapporteur sent 25 communications."
    result = ungraph.build(f"{OPENS}{text}\n", validate=False)
    store = OxigraphStore()
    with store.writer() as writer:
        writer.add(result.quads())
    lookup = Lookup(store.view(), Mint())
    rows = lookup.rows("?act ung:periodFrom ?day", "act")
    told = format_explanation(explain(lookup, rows[0]["act"]))
    assert "periodFrom: 2004-05-03" in told
    assert "periodUntil: 2005-06-05" in told
    assert lookup.rows("?act ung:periodFrom ?day ; dcterms:date ?date", "act") == []
