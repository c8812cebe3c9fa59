"""``ungraph evaluate``: figures by language, explained differences, gains and losses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from akn_samples import resolution
from ungraph.cli.citation_scores import iter_changes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one marked-up resolution."""
    (tmp_path / "A_RES_86_900.xml").write_bytes(resolution())
    return tmp_path


def test_the_figures_of_a_language_are_printed(shell, folder: Path) -> None:
    ran = shell("evaluate", folder)
    figures = json.loads(ran.out.splitlines()[0])
    assert ran.code == 0
    assert (figures["language"], figures["documents"]) == ("en", 1)
    assert 0 <= figures["precision"] <= figures["precision_read"] <= 1
    assert 0 <= figures["recall"] <= figures["recall_read"] <= 1


def test_a_lost_citation_is_listed_and_fails(shell, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    assert shell("evaluate", folder, "--save", kept).code == 0
    baseline = json.loads(kept.read_text(encoding="utf-8"))
    assert shell("evaluate", folder, "--against", kept).code == 0
    for cited in baseline.values():
        cited.append("A/RES/1/999")
    kept.write_text(json.dumps(baseline), encoding="utf-8")
    ran = shell("evaluate", folder, "--against", kept)
    assert ran.code == 1
    assert "lost\tA/RES/86/900 en\tA/RES/1/999" in ran.out


def test_a_folder_without_marked_up_files_is_an_input_error(shell, tmp_path: Path) -> None:
    ran = shell("evaluate", tmp_path)
    assert ran.code == 3
    assert "nothing to score" in ran.err


def test_changes_are_sorted_by_document() -> None:
    changes = list(iter_changes({"b": ["x", "y"]}, {"b": ["y", "z"], "a": ["w"]}))
    assert changes == [("gained", "a", "w"), ("lost", "b", "x"), ("gained", "b", "z")]
