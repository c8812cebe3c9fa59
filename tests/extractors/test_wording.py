"""Word lists of the frames: each word counts in its example, and the like of it does not."""

from __future__ import annotations

import re

import pytest

from ungraph.errors import DataError
from ungraph.extractors.wording import load_word_list
from ungraph.pipeline import BuildOptions, build_document
from ungraph.resources import load_table

ROWS = load_table("act_words")
OPTIONS = BuildOptions(validate=False)


def types_in(sentence: str) -> set[str]:
    data = f"A/HRC/31/77\n\n1. {sentence}\n".encode()
    found = build_document(data, name="A_HRC_31_77.txt", options=OPTIONS).assertions
    silences = {"not-respond" for _ in found.non_occurrences}
    return {str(act.act_type) for act in found.acts} | silences


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['list']}-{row['word']}")
def test_a_word_is_in_its_list_and_its_example_holds_it(row: dict[str, str]) -> None:
    words = re.findall(r"[\w-]+", row["example"].lower())
    assert load_word_list(row["list"]).has_any(words)
    if row["match"] == "word":
        assert row["word"] in words
    else:
        assert any(word.startswith(row["word"]) for word in words)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["act_type"]], ids=lambda row: f"{row['list']}-{row['word']}"
)
def test_the_example_of_a_word_says_an_act_of_the_type(row: dict[str, str]) -> None:
    assert row["act_type"] in types_in(row["example"])


@pytest.mark.parametrize(
    ("counter", "act_type"),
    sorted(
        {
            (r["counter_example"], r["act_type"])
            for r in ROWS
            if r["counter_example"] and r["act_type"]
        }
    ),
)
def test_a_counter_example_says_no_act_of_the_type(counter: str, act_type: str) -> None:
    assert act_type not in types_in(counter)


def test_a_list_without_words_is_an_error() -> None:
    with pytest.raises(DataError, match="no words"):
        load_word_list("nothing")
