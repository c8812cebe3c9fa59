"""Paragraph numbers are found, and nothing that only looks like one."""

from __future__ import annotations

import pytest

from ungraph.readers.lines import split_lines
from ungraph.readers.numbering import read_number, select_numbers


def _numbers(text: str) -> list[list[str]]:
    lines = split_lines(text)
    candidates = [c for i in range(len(lines)) if (c := read_number(lines, i))]
    return [[c.number for c in run] for run in select_numbers(candidates, []).runs]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("1. One is lit.\n\n2. Two is lit.\n\n3. Three is.", [["1", "2", "3"]]),
        ("1. One is lit.\n2. Two is lit.\n3. Three is.", [["1", "2", "3"]]),
        ("1 - تطلب ذلك\n\n2 - تقرر ذلك", [["1", "2"]]),
        ("1. просит;\n\n2. постановляет.", [["1", "2"]]),
        ("1. 请提交报告；\n\n2. 2022年应考虑此事。", [["1", "2"]]),
        (
            "1. The author\n\n2.1 He says.\n\n2.2 He adds.\n\n3. The State.",
            [["1", "2.1", "2.2", "3"]],
        ),
        ("1.1. First.\n\n1.2. Second.\n\n2.1. Third.", [["1.1", "1.2", "2.1"]]),
        ("* 3. Starred.\n\n4. Plain.", [["3", "4"]]),
        ("14. Fourteen begins.\n\n15. Fifteen goes on.", [["14", "15"]]),
    ],
)
def test_printed_numbers_are_found(text: str, runs: list[list[str]]) -> None:
    assert _numbers(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "The year was\n2006. Nothing happened then.",
        "It met on\n31. December was cold.",
        "It rose by\n3.5 per cent of all.",
        "under article\n14. paragraph 5, of the treaty",
        "18. March – 5 April 2002",
        "12 January 2007",
        "10.30 a.m. was the hour.",
        "1. ",
        "0. Zero is no number.",
        "2,000 lamps were lit.",
        "3) is no paragraph here",
    ],
)
def test_what_only_looks_like_a_number_is_left(text: str) -> None:
    found = _numbers(f"1. The first paragraph says this.\n\n{text}\n\n2. The second says that.")
    assert found == [["1", "2"]]


def test_a_list_inside_a_paragraph_is_a_run_of_its_own() -> None:
    text = "4. The lamps are:\n\n1. Red;\n\n2. Green;\n\n3. White.\n\n5. They are lit.\n\n6. All of them."
    assert _numbers(text) == [["4", "5", "6"], ["1", "2", "3"]]


def test_headings_between_paragraphs_are_no_paragraphs() -> None:
    lines = split_lines(
        "7. It is so.\n\n1. Red lamps\n\n8. They are red.\n\n2. Green lamps\n\n9. Green."
    )
    candidates = [c for i in range(len(lines)) if (c := read_number(lines, i))]
    numbering = select_numbers(candidates, [])
    assert [c.number for run in numbering.runs for c in run] == ["7", "8", "9"]
    assert [c.number for c in numbering.headings] == ["1", "2"]


def test_numbering_begins_again_after_a_boundary() -> None:
    lines = split_lines("1. One.\n\n2. Two.\n\nAnnex\n\n1. One again.\n\n2. Two again.")
    candidates = [c for i in range(len(lines)) if (c := read_number(lines, i))]
    runs = select_numbers(candidates, [2]).runs
    assert [[c.number for c in run] for run in runs] == [["1", "2"], ["1", "2"]]


def test_the_later_of_two_equal_numbers_is_the_one_that_counts_on() -> None:
    text = "1. August was wet for the author.\n\n1. The author is a keeper.\n\n2. He complains."
    lines = split_lines(text)
    candidates = [c for i in range(len(lines)) if (c := read_number(lines, i))]
    (run,) = select_numbers(candidates, []).runs
    assert [c.line for c in run] == [1, 2]


def test_ten_thousand_numbers_take_a_moment() -> None:
    text = "\n\n".join(f"{n}. Lamp number {n} is lit." for n in range(1, 1800))
    assert [len(run) for run in _numbers(text)] == [1799]
