"""Limits can be set on the command line, and readers' notes are shown in the summary."""

from __future__ import annotations

from pathlib import Path

import pytest

from ungraph.cli.app import run


def test_a_limit_is_lowered_and_named_in_the_error(
    note_path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "o.nq"
    words = ["build", str(note_path), "-o", str(target), "--limit", "max_chars=100"]
    assert run(words) == 3
    assert "the limit max_chars is 100" in capsys.readouterr().err
    assert not target.exists()


def test_a_limit_that_does_not_exist_is_wrong_usage(
    note_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", str(note_path), "--limit", "max_words=1"]) == 2
    assert "there is no limit 'max_words'" in capsys.readouterr().err


def test_a_language_that_is_not_read_is_noted_and_is_no_violation(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = tmp_path / "x.txt"
    source.write_text("Der Ausschuss hat gestern lange über die Gefängnisse beraten.\n")
    assert run(["build", str(source), "-o", str(tmp_path / "x.nq"), "-j", "1"]) == 0
    said = capsys.readouterr().err
    assert "note: " in said
    assert "The language could not be told" in said
