"""Presidential statements: who made them, for whom, when, at which meeting."""

from __future__ import annotations

from functools import cache

import pytest

from ungraph.model.assertion import Act, Assertions
from ungraph.pipeline import BuildOptions, build_document
from ungraph.resources import load_table

HEAD = (
    "S/PRST/2044/{n}\n\nSecurity Council\n\nDistr.: General\n\n17 July 2044\n\n"
    "Statement by the President of the Security Council\n\n"
)
OPENINGS = {
    row["language"]: row["example"]
    for row in reversed(load_table("record_lines"))
    if row["kind"] == "statement"
}
ENGLISH = (
    "At the 9347th (resumed) meeting of the Security Council, held on 17 July 2044, in connection "
    "with the Council’s consideration of the item entitled “Lakes”, the President of the Security "
    "Council issued the following statement on behalf of the Council:\n\n“The Security Council "
    "welcomes the report. It requests the Secretary-General to report.”\n"
)


@cache
def built(opening: str) -> Assertions:
    data = (HEAD.format(n=18) + opening + "\n").encode()
    return build_document(
        data, name="statement.txt", options=BuildOptions(validate=False)
    ).assertions


def made(opening: str) -> Act:
    return next(act for act in built(opening).acts if act.on_behalf_of == "sc")


def test_the_president_makes_it_on_behalf_of_the_council() -> None:
    act = made(ENGLISH)
    assert act.agents == ("office-president-sc",)
    assert str(act.date) == "2044-07-17"
    assert act.theme is None
    assert str(getattr(act.performed_in, "text", "")) == "S/PRST/2044/18"


def test_the_day_and_the_body_stand_as_adoption() -> None:
    facts = {fact.property: str(fact.value) for fact in built(ENGLISH).facts}
    assert facts["ung:adoptedOn"] == "2044-07-17"
    assert facts["ung:adoptedBy"] == "sc"


def test_it_is_made_during_the_numbered_meeting() -> None:
    (meeting,) = (event for event in built(ENGLISH).events if event.ordinal == 9347)
    assert (str(meeting.held_on), meeting.body) == ("2044-07-17", "sc")
    assert made(ENGLISH).during == meeting.key


def test_what_the_statement_says_the_council_says() -> None:
    acts = built(ENGLISH).acts
    assert [act.agents for act in acts if act.cue in ("welcomes", "requests")] == [("sc",), ("sc",)]


@pytest.mark.parametrize("language", sorted(OPENINGS))
def test_the_opening_sentence_is_read_in_six_languages(language: str) -> None:
    act = made(OPENINGS[language])
    assert act.agents == ("office-president-sc",)
    assert act.date is not None


def test_without_the_opening_sentence_nothing_is_told() -> None:
    assert [
        a for a in built("“The Security Council welcomes the report.”").acts if a.on_behalf_of
    ] == []


def test_the_graph_of_a_statement_conforms() -> None:
    result = build_document((HEAD.format(n=19) + ENGLISH).encode(), name="statement.txt")
    assert result.report is not None and result.report.conforms
