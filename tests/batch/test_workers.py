"""A worker that dies, hangs or fails costs one document, and the order stays."""

from __future__ import annotations

from pathlib import Path

import pytest

import workers_that_die
from ungraph.batch import outcome
from ungraph.batch.engines import default_jobs
from ungraph.batch.sources import Source
from ungraph.batch.workers import iter_outcomes
from ungraph.pipeline import BuildOptions


@pytest.fixture(autouse=True)
def dying_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcome, "build_all", workers_that_die.build_or_die)


def sources(*odd: str) -> list[Source]:
    names = [*(f"{number:02d}.txt" for number in range(30)), *odd]
    return [Source(name, Path(name)) for name in sorted(names)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("07-kill.txt", "its worker process died (Killed); it may need more memory"),
        ("07-hang.txt", "took longer than 0.3 seconds and was stopped"),
        ("07-defect.txt", "defect in ungraph: KeyError: '07-defect.txt'. Please report it"),
    ],
)
def test_one_document_is_lost_and_no_other(jobs: int, name: str, reason: str) -> None:
    given = sources(name)
    outcomes = list(iter_outcomes(given, BuildOptions(), jobs=jobs, seconds_per_document=0.3))
    assert [outcome.name for outcome in outcomes] == [source.name for source in given]
    failed = {outcome.name: outcome.failure for outcome in outcomes if not outcome.built}
    assert list(failed) == [name]
    assert failed[name].startswith(reason)


def test_no_sources_give_no_outcomes() -> None:
    assert list(iter_outcomes([], BuildOptions(), jobs=2)) == []


def test_a_build_may_be_left_early() -> None:
    outcomes = iter_outcomes(sources(), BuildOptions(), jobs=2)
    assert next(outcomes).name == "00.txt"
    outcomes.close()  # type: ignore[attr-defined]


def test_there_is_at_least_one_job() -> None:
    assert default_jobs() >= 1
