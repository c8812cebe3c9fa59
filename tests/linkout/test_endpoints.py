"""An endpoint is asked politely, once for each symbol, and an interrupted run goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from ungraph.errors import StoreError
from ungraph.linkout.answers import Answers
from ungraph.linkout.endpoints import (
    SYMBOL_PROPERTY,
    Asking,
    ask_symbols,
    item_links_set,
    iter_item_links,
)
from ungraph.stores.base import View
from ungraph.stores.oxigraph import OxigraphStore

ITEM = "http://example.org/entity/"
ITEMS = (("Q1", "A/RES/9001(X)"), ("Q2", "A/HRC/9/99"), ("Q3", "A/HRC/9/99"), ("Q4", "S/9 (1)"))


class CountingView(View):
    """A view that notes what it is asked, and refuses as often as it is told."""

    def __init__(self, refusals: int = 0) -> None:
        self.store = OxigraphStore()
        self.store.native.extend(
            ox.Quad(ox.NamedNode(ITEM + q), ox.NamedNode(SYMBOL_PROPERTY), ox.Literal(symbol))
            for q, symbol in ITEMS
        )
        self.asked: list[str] = []
        self.refusals = refusals

    def query(self, sparql: str):
        self.asked.append(sparql)
        if self.refusals:
            self.refusals -= 1
            raise StoreError("the endpoint did not answer", why="HTTP 429")
        return self.store.view().query(sparql)

    def iter_quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        return self.store.view().iter_quads(graph)

    def graph_names(self) -> tuple[str, ...]:
        return self.store.view().graph_names()

    def count(self, graph: str | None = None) -> int:
        return self.store.view().count(graph)


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def asking(waits: list[float]) -> Asking:
    return Asking(batch=2, sleep=waits.append, today=lambda: "2026-01-02")


@pytest.fixture
def answers(tmp_path: Path) -> Iterator[Answers]:
    with Answers(tmp_path / "cache" / "answers.sqlite", "urn:here", SYMBOL_PROPERTY) as kept:
        yield kept


SYMBOLS = ["A/RES/9001(X)", "A/HRC/9/99", "S/9(1)", 'E/"odd"\\', "A/1"]


def test_symbols_are_asked_in_batches_with_a_wait_between(answers, asking, waits) -> None:
    view = CountingView()
    assert ask_symbols(view, SYMBOLS, answers, asking) == 5
    assert len(view.asked) == 3
    assert waits == [1.0, 1.0]
    known = answers.load()
    assert known["A/RES/9001(X)"] == ((ITEM + "Q1",), "2026-01-02")
    assert known["A/HRC/9/99"][0] == (ITEM + "Q2", ITEM + "Q3")
    assert known["S/9(1)"][0] == (ITEM + "Q4",)
    assert known["A/1"] == ((), "2026-01-02")


def test_nothing_is_asked_twice_unless_it_should_be(answers, asking) -> None:
    ask_symbols(CountingView(), SYMBOLS, answers, asking)
    second = CountingView()
    assert ask_symbols(second, [*SYMBOLS, "A/2"], answers, asking) == 1
    assert len(second.asked) == 1
    assert ask_symbols(second, SYMBOLS, answers, asking, again=True) == 5


def test_a_refusal_is_tried_again_after_longer_and_longer_waits(answers, asking, waits) -> None:
    view = CountingView(refusals=2)
    ask_symbols(view, ["A/1"], answers, asking)
    assert len(view.asked) == 3
    assert waits == [2.0, 4.0]


def test_an_interrupted_run_goes_on_where_it_stopped(answers, asking) -> None:
    view = CountingView()
    told: list[int] = []

    def stop_after_two(count: int) -> None:
        told.append(count)
        view.refusals = 99

    with pytest.raises(StoreError):
        ask_symbols(view, SYMBOLS, answers, asking, advance=stop_after_two)
    assert told == [2]
    assert len(answers.load()) == 2
    assert ask_symbols(CountingView(), SYMBOLS, answers, asking) == 3


def test_only_one_to_one_is_an_exact_match(answers, asking) -> None:
    ask_symbols(CountingView(), SYMBOLS, answers, asking)
    documents = [(f"urn:doc:{symbol}", symbol) for symbol in SYMBOLS]
    found = [
        (link.subject, link.predicate, link.value.value.rpartition("/")[2])
        for _, link in iter_item_links(documents, answers.load(), "k")
    ]
    assert found == [
        ("urn:doc:A/HRC/9/99", "skos:closeMatch", "Q2"),
        ("urn:doc:A/HRC/9/99", "skos:closeMatch", "Q3"),
        ("urn:doc:A/RES/9001(X)", "skos:exactMatch", "Q1"),
        ("urn:doc:S/9(1)", "skos:exactMatch", "Q4"),
    ]


def test_the_set_says_which_endpoint_and_the_last_day_of_asking(asking) -> None:
    known = {"A/1": ((), "2026-01-02"), "A/2": ((), "2026-01-05")}
    links = item_links_set("https://query.example.org/sparql", known, asking)
    assert (links.key, links.date) == ("query-example-org-p3069", "2026-01-05")
    assert links.source == "https://query.example.org/sparql"


def test_answers_of_other_endpoints_are_not_mixed(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    with Answers(path, "urn:one", "urn:p") as one:
        one.keep({"A/1": ["urn:x"]}, "2026-01-02")
    with Answers(path, "urn:two", "urn:p") as two:
        assert two.load() == {}


def test_a_file_that_is_no_cache_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "answers.sqlite"
    path.write_text("no database at all, but long enough to be looked at" * 20, encoding="utf-8")
    with pytest.raises(StoreError, match="--cache"):
        Answers(path, "urn:one", "urn:p")
