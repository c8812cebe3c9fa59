"""Organizations whose name ends in a State: "Caritas Ecuador" is no State."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import AgentKind
from ungraph.pipeline import BuildOptions, build_document
from ungraph.resources import load_table

NAMES = [row["example"] for row in load_table("institution_words") if row["kind"] == "branch"]


@pytest.mark.parametrize("name", NAMES)
def test_a_branch_is_an_organization_and_names_no_state(name: str) -> None:
    data = f"A/HRC/31/77\n\n1. The {name} office closed. A report was sent by {name}.\n".encode()
    options = BuildOptions(validate=False)
    agents = build_document(data, name="x.txt", options=options).assertions.agents
    assert [a.label for a in agents if a.kind is AgentKind.ORGANIZATION] == [name]
    assert not [a for a in agents if a.kind is AgentKind.STATE]


def test_a_preposition_makes_no_branch() -> None:
    data = b"A/HRC/31/77\n\n1. In Ecuador the plan failed.\n"
    agents = build_document(
        data, name="x.txt", options=BuildOptions(validate=False)
    ).assertions.agents
    assert "Ecuador" in [a.label for a in agents if a.kind is AgentKind.STATE]
