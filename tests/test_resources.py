"""Files that travel with the package are found, and their tables are read strictly."""

from __future__ import annotations

from pathlib import Path

import pytest

from ungraph import resources
from ungraph.errors import DataError
from ungraph.resources import find_file, find_folder, load_table


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder that stands in for the package's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    find_folder.cache_clear()
    load_table.cache_clear()
    yield folder
    find_folder.cache_clear()
    load_table.cache_clear()


@pytest.mark.parametrize("name", ["data", "ontology", "shapes"])
def test_the_folders_are_found_in_a_checkout(name: str) -> None:
    assert find_folder(name).is_dir()


def test_the_installed_package_wins_over_the_checkout(tables: Path) -> None:
    assert find_folder("data") == tables


def test_an_unknown_folder_is_an_error() -> None:
    with pytest.raises(DataError, match="no such resource folder"):
        find_folder("secrets")


@pytest.mark.parametrize("name", ["missing.csv", "../__init__.py"])
def test_a_missing_or_outside_file_is_an_error(name: str) -> None:
    with pytest.raises(DataError, match="no such file"):
        find_file("data", name)


def test_a_table_is_read_by_column_and_in_order(tables: Path) -> None:
    (tables / "seas.csv").write_text('name,note\nBaltic,"cold, brackish"\nRed , warm\n', "utf-8")
    assert [dict(row) for row in load_table("seas")] == [
        {"name": "Baltic", "note": "cold, brackish"},
        {"name": "Red", "note": "warm"},
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "head line"),
        ("a,a\n1,2\n", "names a column twice"),
        ("a,b\n1,2\n3\n", "line 3 has 1 cells, the head line 2"),
        ('a,b\n"1"x,2\n', "line 2 is not CSV"),
    ],
)
def test_a_table_that_is_not_even_is_refused(tables: Path, content: str, message: str) -> None:
    (tables / "bad.csv").write_text(content, "utf-8")
    with pytest.raises(DataError, match=message):
        load_table("bad")
