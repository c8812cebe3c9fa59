"""Tables of the package: UTF-8, LF, even rows, and each row with its source and an example."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from ungraph.resources import load_table

DATA = Path(__file__).resolve().parents[2] / "src" / "ungraph" / "data"
TABLES = sorted(DATA.rglob("*.csv"))
JSON_FILES = sorted(DATA.rglob("*.json"))

# Tables of single words: the word is its own example.
WORD_LISTS = {"languages.csv", "ordinal_words.csv", "printed_months.csv"}


def name_of(path: Path) -> str:
    return path.relative_to(DATA).as_posix()


each_table = pytest.mark.parametrize("path", TABLES, ids=name_of)


@pytest.mark.parametrize("path", [*TABLES, *JSON_FILES], ids=name_of)
def test_a_data_file_is_plain_text(path: Path) -> None:
    content = path.read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\n")
    content.decode("utf-8")


@each_table
def test_all_rows_have_the_cells_of_the_head_line(path: Path) -> None:
    assert load_table(name_of(path).removesuffix(".csv"))


@each_table
def test_every_row_has_a_source_and_an_example(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for column in ("source",) if path.name in WORD_LISTS else ("source", "example"):
        assert column in rows[0], f"no column {column!r}"
        empty = [number for number, row in enumerate(rows, start=2) if not row[column].strip()]
        assert not empty, f"no {column} in lines {empty}"


@each_table
def test_no_row_stands_twice(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(set(lines))


def test_json_files_parse() -> None:
    for path in JSON_FILES:
        assert json.loads(path.read_text(encoding="utf-8")), path
