"""A final name never holds half a result."""

from __future__ import annotations

from pathlib import Path

import pytest

from ungraph.errors import OutputError
from ungraph.writers.output import open_output


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "graph.nq"
    with open_output(target) as stream:
        stream.write(b"half")
        assert not target.exists()
    assert target.read_bytes() == b"half"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "graph.nq"
    target.write_bytes(b"old")
    with pytest.raises(TypeError), open_output(target) as stream:
        stream.write(b"new"), stream.write(None)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    told = pytest.raises(OutputError, match="could not write in /dev/full: No space left")
    with told, open_output(full) as stream:
        stream.write(b"x" * 100_000)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    told = pytest.raises(OutputError, match="No such file or directory")
    with told, open_output(tmp_path / "nowhere" / "graph.nq"):
        pass
