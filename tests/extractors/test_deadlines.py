"""Deadlines: by when, how often and how long, in six languages."""

from __future__ import annotations

import pytest

from ungraph.extractors.deadlines import load_deadlines
from ungraph.resources import load_table

ROWS = [row for row in load_table("deadlines") if row["kind"] != "part"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_finds_its_example_and_leaves_its_counter_example(row: dict[str, str]) -> None:
    pattern = load_deadlines(row["language"], row["kind"])
    assert pattern is not None
    assert pattern.search(row["example"]) is not None
    counter = row["counter_example"]
    assert not counter or pattern.search(counter) is None


def test_a_language_without_rows_has_no_deadlines() -> None:
    assert load_deadlines("de", "deadline") is None
