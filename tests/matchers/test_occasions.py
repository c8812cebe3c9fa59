"""Rows of data/events.csv that are no plain words: other senses, and phrases of other languages."""

from __future__ import annotations

import pytest

from ungraph.matchers.occasions import (
    HELD,
    PHRASE,
    OccasionRow,
    load_occasion_rows,
    match_occasions,
)
from ungraph.model.document import Document, Masthead, SourceFile, View

ROWS = load_occasion_rows()


def rules_of(text: str) -> list[str]:
    source = SourceFile("-", "0" * 64, len(text))
    return [
        m.rule for m in match_occasions(Document(text, View(text), "en", (), Masthead(), source))
    ]


@pytest.mark.parametrize("row", [r for r in ROWS if r.kind == "other-sense"], ids=lambda r: r.id)
def test_words_in_another_sense_name_no_event(row: OccasionRow) -> None:
    assert rules_of(row.example) == []


@pytest.mark.parametrize("row", [r for r in ROWS if r.kind == PHRASE], ids=lambda r: r.id)
def test_a_phrase_is_found_in_its_example_alone(row: OccasionRow) -> None:
    assert row.before is not None
    assert row.before.search(row.example) is not None
    found = row.before.search(row.counter_example)
    assert found is None or row.event_type == "visit"  # a visit needs the State behind it


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The meeting on basic needs was held.", "meeting-n-meeting"),
        ("He met the Minister of Health.", "meeting-v-meet"),
        ("The Eighth Review Conference of the Parties met.", "conference-n"),
        ("She undertook a field mission to Utopia.", "visit-n-mission"),
    ],
)
def test_the_common_sense_is_still_found(text: str, rule: str) -> None:
    assert rule in rules_of(text)


def test_row_ids_are_unique() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", [r for r in ROWS if r.kind == HELD], ids=lambda r: r.id)
def test_words_that_tell_of_an_event_held_are_found_in_their_example(row: OccasionRow) -> None:
    assert row.before is not None
    assert row.before.search(row.example) is not None
    if row.counter_example and row.language != "fr":
        assert row.before.search(row.counter_example) is None
