"""``ungraph evaluate``: figures by language, explained differences, gains and losses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from akn_samples import resolution
from ungraph.cli.baseline import compare, load_baseline, write_baseline
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


def test_gains_and_losses_are_counted_by_language(shell, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json.gz"
    assert shell("evaluate", folder, "--save", kept).code == 0
    assert kept.read_bytes()[:2] == b"\x1f\x8b"
    baseline = load_baseline(kept)
    (document,) = baseline
    first, *others = baseline[document]
    write_baseline(kept, {document: [*others, "A/RES/1/999"], "A/RES/1/1 fr": ["A/RES/1/2"]})
    ran = shell("evaluate", folder, "--against", kept)
    size = len(baseline[document])
    lines = ran.out.splitlines()
    table = lines.index("language\tdocuments\tbefore\tnow\tgained\tlost")
    assert lines[table + 1 :] == [
        f"en\t1\t{size}\t{size}\t1\t1",
        f"lost\t{document}\tA/RES/1/999",
        f"gained\t{document}\t{first}",
    ]
    assert "1 documents of the baseline are not in this run" in ran.err
    assert "1 gained, 1 lost" in ran.err


def test_a_document_that_one_run_lacks_is_no_loss() -> None:
    found = compare({"a en": ["x"], "b en": ["y"]}, {"b en": ["y"], "c fr": ["z"]})
    assert (found.changes, found.absent, found.new) == ((), ("a en",), ("c fr",))


def test_the_same_citations_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.gz", tmp_path / "other.gz"
    write_baseline(one, {"b en": ["x"], "a en": ["y"]})
    write_baseline(other, {"a en": ["y"], "b en": ["x"]})
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("content", [b"[]", b"{", b"\x1f\x8bno", b'{"a en": "x"}'])
def test_a_file_that_is_no_baseline_is_an_error(shell, folder: Path, tmp_path, content) -> None:
    (tmp_path / "kept.json").write_bytes(content)
    ran = shell("evaluate", folder, "--against", tmp_path / "kept.json")
    assert ran.code == 3
    assert "not a baseline" in ran.err
