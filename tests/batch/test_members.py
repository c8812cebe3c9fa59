"""Archives among the inputs give their documents."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from docx_samples import docx, paragraph
from ungraph.batch.members import iter_groups
from ungraph.batch.outcome import build_all
from ungraph.batch.sources import Source, find_sources
from ungraph.pipeline import BuildOptions
from ungraph.readers.limits import Limits

WORDS = b"A/86/123\n\n1. Requests the Secretary-General to count the pools of every coast;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text, a Word file (which is zipped too), and an archive of two texts and clutter."""
    (tmp_path / "note.txt").write_bytes(WORDS)
    (tmp_path / "word.docx").write_bytes(docx(paragraph("Pools.")))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("a/A_86_1.txt", WORDS)
        archive.writestr("data.json", "{}")
        archive.writestr("../A_86_2.txt", WORDS)
    return tmp_path


def groups(folder: Path, limits: Limits | None = None) -> list[list[Source]]:
    sources, _ = find_sources([folder])
    return list(iter_groups(sources, limits or Limits()))


def test_documents_of_an_archive_are_sources_with_their_bytes(folder: Path) -> None:
    plain, inside = groups(folder)
    assert [source.name for source in plain] == ["note.txt", "word.docx"]
    assert [(source.name, source.data) for source in inside] == [
        ("all.zip/a/A_86_1.txt", WORDS), ("all.zip/A_86_2.txt", WORDS),
    ]  # fmt: skip


def test_they_are_built_and_named_by_their_own_names(folder: Path) -> None:
    outcomes = build_all(tuple(groups(folder)[1]), BuildOptions(validate=False))
    assert all(outcome.built for outcome in outcomes)
    assert outcomes[0].graph.endswith("/A/86/123/en")


def test_a_broken_archive_fails_alone(folder: Path) -> None:
    whole = (folder / "all.zip").read_bytes()
    (folder / "all.zip").write_bytes(whole[:60])
    _, inside = groups(folder)
    (outcome,) = build_all(tuple(inside), BuildOptions(validate=False))
    assert "broken archive" in outcome.failure


def test_an_archive_over_the_limits_names_the_limit(folder: Path) -> None:
    _, inside = groups(folder, Limits(max_members=1))
    (outcome,) = build_all(tuple(inside), BuildOptions(validate=False))
    assert "more than the limit max_members of 1. Raise it with --limit" in outcome.failure
