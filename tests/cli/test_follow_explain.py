"""follow and explain: the source first as in other commands, or as an option."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ungraph
from ungraph.writers.formats import write_quads

Shell = Callable[..., Any]

TEXT = """A/HRC/11/77
3 March 2009

HUMAN RIGHTS COUNCIL
Eleventh session

Report of the United Nations High Commissioner for Human Rights

1. In paragraph 7 of its resolution 9/14 the Human Rights Council requested the High Commissioner \
to submit a report on the prisons of Peru to the Council.
"""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.nq"
    path.write_bytes(write_quads(ungraph.build(TEXT, validate=False).quads(), "nquads"))
    return path


def test_source_first_source_last_and_source_as_option_say_the_same(
    shell: Shell, note: Path
) -> None:
    ways = [
        shell("follow", note, "A/HRC/RES/9/14"),
        shell("follow", "A/HRC/RES/9/14", note),
        shell("follow", "A/HRC/RES/9/14", "--in", note),
        shell("follow", "--in", note, "A/HRC/RES/9/14"),
    ]
    assert {ran.code for ran in ways} == {0}
    assert len({ran.out for ran in ways}) == 1
    assert "A/HRC/RES/9/14" in ways[0].out


@pytest.mark.parametrize("command", ["follow", "explain"])
def test_a_missing_source_is_asked_for(shell: Shell, command: str) -> None:
    ran = shell(command, "A/HRC/RES/9/14")
    assert ran.code == 2
    assert "SOURCE" in ran.err


def test_explain_takes_the_source_first(shell: Shell, note: Path) -> None:
    asked = "SELECT ?a WHERE { ?a a <https://w3id.org/ungraph/ns#Mandate> }"
    found = shell("query", note, "-e", asked, "--csv").out.split()
    assert len(found) == 2
    ran = shell("explain", note, found[1])
    assert ran.code == 0
    assert "submit a report" in ran.out


@pytest.mark.parametrize("command", ["follow", "explain"])
def test_help_shows_examples(shell: Shell, command: str) -> None:
    ran = shell(command, "--help")
    assert ran.code == 0
    assert f"ungraph {command} graph.nq" in ran.out
