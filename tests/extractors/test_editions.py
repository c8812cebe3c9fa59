"""Notes on the edition: reissued, when, and under which symbol the text came out before."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from ungraph.extractors.editions import extract_edition
from ungraph.identifiers.agenda import agenda_item_key, session_key
from ungraph.model.assertion import Concept, Fact, Text
from ungraph.pipeline import build_document
from ungraph.readers.plain import read_plain
from ungraph.resources import load_table

ROWS = load_table("edition_lines")
PAGE = """A/HRC/91/3*

Distr.: General

3 May 2039

Original: English

Human Rights Council

Ninety-first session

Agenda item 3

Lighthouses

Report of the Special Rapporteur on lighthouses

1. The lamps are lit at night.

2. The lamps are out by day.

____________

* {note}
"""


def facts(note: str) -> dict[str, Fact]:
    document = read_plain(PAGE.format(note=note).encode(), name="A_HRC_91_3.txt")
    return {fact.property: fact for fact in extract_edition(document)}


def test_a_reissue_is_a_status_a_note_and_a_day() -> None:
    told = facts("Reissued for technical reasons on 5 July 2039.")
    assert told["ung:editorialStatus"].value == Concept("editorial-statuses", "reissued")
    assert told["ung:editorialNote"].value == Text(
        "Reissued for technical reasons on 5 July 2039.", "en"
    )
    assert str(told["ung:reissuedOn"].value) == "2039-07-05"
    assert all(fact.evidence for fact in told.values())


def test_the_symbol_before_is_replaced() -> None:
    told = facts("Previously issued under the symbol A/HRC/91/CRP.4; minor changes were made.")
    assert str(told["ung:replaces"].value) == "A/HRC/91/CRP.4"


def test_a_misprinted_symbol_before_is_left_out() -> None:
    assert facts("Previously issued under document symbol A/HRC/WG.6/7L.14; see below.") == {}


def test_a_former_symbol_conforms() -> None:
    data = PAGE.format(note="Previously issued under the symbol A/HRC/91/CRP.4.").encode()
    assert build_document(data, name="A_HRC_91_3.txt").conforms


def test_other_notes_say_nothing_of_the_edition() -> None:
    assert facts("Late submission.") == {}
    assert facts("The annex is reissued every year.") == {}


def test_the_graph_of_a_reissue_conforms() -> None:
    data = PAGE.format(note="Reissued for technical reasons on 5 July 2039.").encode()
    built = build_document(data, name="A_HRC_91_3.txt")
    assert built.conforms


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_matches_its_example(row: Mapping[str, str]) -> None:
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    assert pattern.fullmatch(row["example"].lstrip("* "))
    assert not row["counter_example"] or not pattern.fullmatch(row["counter_example"])


@pytest.mark.parametrize(
    "printed", ["71 (b)", "71 b)", "71(b)", "71\u00a0b)", "71 (ب)", "71 б)", "٧١ (ب)"]
)
def test_an_agenda_item_has_one_key_in_all_languages(printed: str) -> None:
    assert agenda_item_key(printed) == "item-71-b"


def test_special_sessions_are_not_taken_for_regular_ones() -> None:
    page = PAGE.format(note="Late submission.").replace(
        "Ninety-first session", "Ninety-first special session"
    )
    built = build_document(page.encode(), name="A_HRC_91_3.txt")
    sessions = {e.session for e in built.assertions.events if e.session}
    assert sessions == {"hrc-special-91"} == {session_key("hrc", 91, "special")}
