"""One pass over a text: leftmost, longest, not overlapping, with every engine."""

from __future__ import annotations

import itertools
from importlib.util import find_spec

import pytest

from ungraph.errors import UngraphError
from ungraph.matchers.scanner import Scanner

ENGINES = ("re2", "re", *(["hyperscan"] if find_spec("hyperscan") else []))
OVERLAPPING = ["ab+c", "b+", "cab", "c+a?", "bca"]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_longest_match_of_the_first_start_is_taken(engine: str) -> None:
    scanner = Scanner(["[0-9]+(?:/[0-9]+)?", "resolutions?"], engine=engine)
    assert scanner.spans("resolutions 60/251, 1373") == [(0, 11), (12, 18), (20, 24)]


@pytest.mark.parametrize("engine", ENGINES[1:])
def test_matches_that_overlap_are_parted_alike(engine: str) -> None:
    expected = Scanner(OVERLAPPING)
    other = Scanner(OVERLAPPING, engine=engine)
    for size in range(1, 8):
        for letters in itertools.product("abc ", repeat=size):
            text = "".join(letters)
            assert other.spans(text) == expected.spans(text), text


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("60/1", [(0, 4)]),
        ("№ 60/1 — 60/2", [(2, 6), (9, 13)]),
        ("№№60/1№№", [(2, 6)]),
        ("第60/1号和第60/22号", [(1, 5), (8, 13)]),
        ("قرار 60/1 و 60/2", [(5, 9), (12, 16)]),
        ("𝒜 60/1 𝒜 é 60/2", [(2, 6), (11, 15)]),
        ("", []),
        ("no number — at all", []),
    ],
)
def test_spans_count_code_points(engine: str, text: str, spans: list[tuple[int, int]]) -> None:
    assert Scanner(["[0-9]+/[0-9]+"], engine=engine).spans(text) == spans


@pytest.mark.parametrize("engine", ENGINES)
def test_a_match_may_hold_letters_of_many_bytes(engine: str) -> None:
    scanner = Scanner(["第[0-9]+号?", "№ ?[0-9]+"], engine=engine)
    assert scanner.spans("a 第6号 № 7 第8") == [(2, 5), (6, 9), (10, 12)]


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(UngraphError, match="no such engine"):
        Scanner(["a"], engine="pcre")
