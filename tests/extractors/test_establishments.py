"""Mandates for a time: what is set up, and who is appointed."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Mandate
from ungraph.pipeline import BuildOptions, build_document

HEAD = "S/RES/2999(2025)\n\nThe Security Council,\n\nRecalling its previous resolutions,\n\n1. "


def mandates(text: str) -> tuple[Mandate, ...]:
    data = f"{HEAD}{text}\n".encode()
    options = BuildOptions(validate=False)
    return build_document(data, name="S_RES_2999.txt", options=options).assertions.mandates


def test_a_mission_that_is_set_up_for_a_time_holds_a_mandate() -> None:
    (mandate,) = mandates(
        "Decides to establish the United Nations Mission in Nepal (UNMIN) for a period of 12 months;"
    )
    (task,) = mandate.tasks
    assert mandate.holders == ("unmin",)
    assert task.due_by == "for a period of 12 months"
    assert [i.property for i in mandate.inferences] == ["ung:mandateHolder"]


@pytest.mark.parametrize(
    "text",
    [
        "Decides to establish the United Nations Mission in Nepal;",
        "Decides to establish a fund for the coasts of Nepal for a period of 12 months;",
        "Decides to examine the United Nations Mission in Nepal for a period of 12 months;",
    ],
)
def test_without_a_time_or_a_known_holder_there_is_none(text: str) -> None:
    assert mandates(text) == ()


def test_a_task_keeps_the_paragraph_of_this_resolution() -> None:
    (mandate,) = mandates(
        "Requests the Secretary-General to include an analysis in the reports requested in "
        "paragraph 16 of this resolution;"
    )
    (task,) = mandate.tasks
    assert task.label.endswith("paragraph 16 of this resolution")


def test_a_task_keeps_what_tells_which_panel_is_meant() -> None:
    (mandate,) = mandates(
        "Requests the Secretary-General to support the panel established pursuant to "
        "resolution 1591 (2005);"
    )
    assert mandate.tasks[0].label.endswith("resolution 1591 (2005)")
