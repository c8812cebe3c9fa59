"""``ungraph report`` says the same in words and in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from small_library import library_trig


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "library.trig"
    path.write_text(library_trig(), encoding="utf-8")
    return path


def test_words_for_people(shell, source: Path) -> None:
    ran = shell("report", source)
    assert ran.code == 0
    assert ran.out.startswith("2 documents read, 1 more cited, ")
    assert "Cited but not read: 1\n         2  A/RES/926(X)\n" in ran.out
    assert "    A/HRC/9/99: 2008-05-03 / 2008-05-04\n" in ran.out


def test_json_for_programs(shell, source: Path) -> None:
    report = json.loads(shell("report", source, "--json").out)
    assert report["holdings"]["documents"] == 2
    assert report["missing"] == {
        "total": 1,
        "members": [{"symbol": "A/RES/926(X)", "cited_by": 2}],
    }
    assert [doubt["kind"] for doubt in report["doubts"]["members"]] == ["date-said", "dates-said"]
    assert report["links"] == []


def test_lists_can_be_cut_and_say_so(shell, source: Path) -> None:
    assert "and 1 more" in shell("report", source, "--limit", 0).out
    report = json.loads(shell("report", source, "--json", "--limit", 1).out)
    assert (report["doubts"]["total"], len(report["doubts"]["members"])) == (2, 1)
