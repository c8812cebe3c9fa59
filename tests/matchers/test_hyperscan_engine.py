"""Databases of Hyperscan are kept under a key of all that they were made from."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("hyperscan")

from ungraph.matchers import hyperscan_engine
from ungraph.matchers.hyperscan_engine import open_database


def databases(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.db")}


def test_a_database_is_compiled_once(tmp_path: Path) -> None:
    first = open_database(["[0-9]+/[0-9]+"], tmp_path)
    (path,) = tmp_path.iterdir()
    written = path.stat().st_mtime_ns
    second = open_database(["[0-9]+/[0-9]+"], tmp_path)
    assert path.stat().st_mtime_ns == written
    assert first(b"a 60/1") == second(b"a 60/1") == {2: 6}


def test_other_expressions_have_another_key(tmp_path: Path) -> None:
    open_database(["resolutions?", "lamps"], tmp_path)
    before = databases(tmp_path)
    scan = open_database(["resolutions?", "lamp"], tmp_path)
    assert len(databases(tmp_path)) == len(before) + 1
    assert scan(b"lamps") == {0: 4}
    open_database(["lamps", "resolutions?"], tmp_path)
    assert len(databases(tmp_path)) == len(before) + 2


def test_another_version_has_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_database(["lamps"], tmp_path)
    monkeypatch.setattr(hyperscan_engine, "version", lambda _: "99.1")
    open_database(["lamps"], tmp_path)
    assert len(databases(tmp_path)) == 2


def test_a_spoiled_database_is_made_anew(tmp_path: Path) -> None:
    open_database(["lamps"], tmp_path)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert open_database(["lamps"], tmp_path)(b"two lamps") == {4: 9}
    assert path.read_bytes() == whole


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no folder")
    assert open_database(["lamps"], file / "below")(b"lamps") == {0: 5}


def test_of_the_ends_of_one_start_the_last_is_told(tmp_path: Path) -> None:
    assert open_database(["[0-9]+(?:/[0-9]+)?"], tmp_path)(b"60/251") == {0: 6}
