"""Folders give their documents, sorted; what is no document is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from ungraph.batch.sources import find_sources, read_bytes
from ungraph.errors import DocumentError


def test_a_folder_gives_its_documents_sorted(tmp_path: Path) -> None:
    (tmp_path / "b" / ".hidden").mkdir(parents=True)
    for name in ("z.txt", "a.txt", "b/c.txt", "b/noending", ".secret.txt", "b/.hidden/d.txt"):
        (tmp_path / name).write_text("1. Some words.\n")
    (tmp_path / "data.json").write_text("{}")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 4)
    found, left_out = find_sources([tmp_path])
    assert [source.name for source in found] == ["a.txt", "b/c.txt", "b/noending", "z.txt"]
    assert left_out == ["data.json", "noise", "picture.txt"]


def test_a_file_named_twice_is_built_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("words")
    found, _ = find_sources([file, tmp_path, tmp_path / "." / "a.txt"])
    assert len(found) == 1


def test_a_named_file_is_taken_whatever_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "notes.md"
    file.write_text("words")
    assert [source.path for source in find_sources([file])[0]] == [file]


def test_a_missing_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no such file or folder in .*nowhere"):
        find_sources([tmp_path / "nowhere"])
    with pytest.raises(DocumentError, match=r"cannot read the file in .*: No such file"):
        read_bytes(tmp_path / "nowhere")
