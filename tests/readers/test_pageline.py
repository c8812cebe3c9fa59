"""Rows of the tables of title-page and body lines: each is matched by its example."""

from __future__ import annotations

import re

import pytest

from ungraph.readers.leads import find_lead
from ungraph.readers.lineroles import is_closing, is_glossary, tell_part
from ungraph.readers.pageline import cut_page, find_symbols, tell_line
from ungraph.readers.view import fold_text
from ungraph.resources import load_table

ROWS = load_table("title_page_lines")
PARTS = load_table("part_lines")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['language']}")
def test_example_is_matched_and_counter_example_is_not(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    assert pattern.fullmatch(fold_text(row["example"]).text)
    if row["counter_example"]:
        assert not pattern.fullmatch(row["counter_example"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['language']}")
def test_the_table_tells_the_example_as_the_kind_of_its_row(row: dict[str, str]) -> None:
    sign = tell_line(fold_text(row["example"]).text, row["language"])
    assert sign is not None
    assert sign.kind == row["kind"]


@pytest.mark.parametrize("row", PARTS, ids=lambda row: f"{row['kind']}-{row['language']}")
def test_body_lines_match_their_example(row: dict[str, str]) -> None:
    if row["kind"] == "part":
        part = tell_part(row["example"], row["language"])
        assert part is not None
        assert part.kind == row["value"]
        assert not row["counter_example"] or tell_part(row["counter_example"], "en") is None
    elif row["kind"] == "glossary":
        assert is_glossary(row["example"], row["language"])
        assert not row["counter_example"] or not is_glossary(row["counter_example"], "en")
    else:
        assert is_closing(row["example"], row["language"])
        assert not row["counter_example"] or not is_closing(row["counter_example"], row["language"])


def test_every_lead_phrase_is_found_in_its_example() -> None:
    for row in load_table("lead_words"):
        found = find_lead(row["example"], 0, row["language"])
        assert found is not None, row
        assert row["example"][found[0] : found[1]].lower() == row["phrase"]
        assert found[2] in ("", row["kind"])


@pytest.mark.parametrize(
    ("line", "symbols"),
    [
        ("A/HRC/4/60", ["A/HRC/4/60"]),
        ("A/HRC/4/60*", ["A/HRC/4/60"]),
        ("S/RES/2561 (2021)", ["S/RES/2561(2021)"]),
        ("A/72/707-S/2018/43", ["A/72/707", "S/2018/43"]),
        ("A/72/707, S/2018/43", ["A/72/707", "S/2018/43"]),
        ("E/CN.4/2005/L.11/Add.7", ["E/CN.4/2005/L.11/Add.7"]),
        ("and/or", []),
        ("General Assembly", []),
        ("Report A/66/254 of the Secretary-General", []),
    ],
)
def test_a_line_that_is_a_symbol_is_told(line: str, symbols: list[str]) -> None:
    assert [symbol.text for symbol, _, _ in find_symbols(line)] == symbols


def test_lines_run_together_are_cut() -> None:
    text = "ADVANCE\nVERSION**Distr.\nGENERALA/XY/4/60\nOriginal: ENGLISH"
    pieces = [piece.text for piece in cut_page(fold_text(text), text)]
    assert pieces == ["ADVANCE", "VERSION", "Distr.", "GENERAL", "A/XY/4/60", "Original: ENGLISH"]
