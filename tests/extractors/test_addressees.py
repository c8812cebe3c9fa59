"""Whom the organ of a resolution asks, from the list behind "Requests", "Urges", "Calls upon"."""

from __future__ import annotations

import pytest
from tests.extractors.test_leads import resolution


def labels(paragraph: str) -> list[str]:
    found = resolution(("operative", paragraph))
    names = {agent.key: agent.label for agent in found.agents}
    act = next(a for a in found.acts if a.addressees)
    return [names.get(key, str(key)) for key in act.addressees]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Urges all stakeholders to meet;", ["stakeholders"]),
        (
            "Urges all parties and all guarantors, as well as humanitarian actors, to meet;",
            ["parties", "guarantors", "humanitarian actors"],
        ),
        (
            "Calls upon all parties, which have the duty to protect, and all relevant actors, "
            "including religious leaders and donors, to promote peace;",
            ["parties", "actors"],
        ),
        (
            "Urges all parties, including the guarantors, and other interested actors, to meet;",
            ["parties", "interested actors"],
        ),
        (
            "Invites the guarantors, in close cooperation with the donors, to report;",
            ["guarantors"],
        ),
        ("Requests the Panel of Wardens to report by May;", ["Panel of Wardens"]),
        ("Requests that UNABC focus on the border;", ["UNABC"]),
        ("Requests the working group, inter alia, to report;", ["working group"]),
    ],
)
def test_each_member_of_the_list_is_an_addressee(paragraph: str, expected: list[str]) -> None:
    assert labels(paragraph) == expected


def test_nobody_is_asked_where_only_a_thing_is_urged() -> None:
    found = resolution(("operative", "Urges the implementation of the measures;"))
    assert all(not act.addressees for act in found.acts)


def test_the_theme_begins_after_the_list() -> None:
    found = resolution(
        ("operative", "Requests the guarantors, as well as all donors, to submit a report;")
    )
    (act,) = [a for a in found.acts if a.act_type == "request"]
    assert act.theme == "to submit a report"
    (mandate,) = found.mandates
    assert [task.label for task in mandate.tasks] == ["submit a report"]
    assert len(mandate.holders) == 2
