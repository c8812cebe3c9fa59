"""Tables fit the page: cells wrap, and rows too wide for columns are written one value a line."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from ungraph.cli.tables import format_table


def answer(**cells: str) -> ox.QuerySolutions:
    values = " ".join(f'("{text}" AS ?{name})' for name, text in cells.items())
    found = ox.Store().query(f"SELECT {values} {{}}")
    assert isinstance(found, ox.QuerySolutions)
    return found


@pytest.fixture(autouse=True)
def columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def test_short_cells_stand_side_by_side() -> None:
    assert format_table(answer(a="one", b="two"), to_terminal=False) == (
        "a    b\n---  ---\none  two\n(1 row)\n"
    )


def test_a_long_cell_is_wrapped_and_nothing_is_cut() -> None:
    words = (
        "The Council requested the Secretary-General to report on the matter at its next session"
    )
    text = format_table(answer(act="x", theme=words), to_terminal=False)
    assert max(map(len, text.splitlines())) <= 60
    assert " ".join(" ".join(text.splitlines()[2:-1]).split()) == f"x {words}"


def test_too_many_columns_become_one_value_a_line() -> None:
    cells = {f"column{n}": f"a longer value number {n}" for n in range(6)} | {"empty": ""}
    lines = format_table(answer(**cells), to_terminal=False).splitlines()
    assert lines[0] == "-- 1 --"
    assert lines[1] == "column0  a longer value number 0"
    assert not [line for line in lines if line.startswith("empty")]
    assert lines[-1] == "(1 row)"
