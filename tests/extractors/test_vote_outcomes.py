"""Votes of records: what came of the draft, and whose veto it was."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import ActType, OutcomeType
from ungraph.pipeline import BuildOptions, Result, build_document

RECORD = """United Nations

S/PV.9998

Security Council

Ninety-ninth year

9998th meeting

Tuesday, 5 October 2044, 10 a.m. New York

President: Ms. Adeyemi . . . . . . . . . . (Nigeria)

The meeting was called to order at 10.05 a.m.

The President: Members of the Council have before them document S/2044/77, which contains the \
text of a draft resolution submitted by Brazil. I shall put the draft resolution to the vote now.

A vote was taken by show of hands.

In favour:

Brazil, Ecuador, Ghana, Nigeria

Against:

{against}

Abstaining:

Norway

The President: {result}

The meeting rose at 6 p.m.
"""
TALLY = "The draft resolution received 4 votes in favour, 2 against and 1 abstention. "
VETOED = (
    f"{TALLY}The draft resolution has not been adopted, owing to the negative vote of a permanent member "
    "of the Council."
)
FAILED = f"{TALLY}The draft resolution was not adopted, having failed to obtain the required votes."


def record(against: str, result: str, *, validate: bool = False) -> Result:
    data = RECORD.format(against=against, result=result).encode()
    return build_document(data, name="S_PV_9998.txt", options=BuildOptions(validate=validate))


@pytest.mark.parametrize(
    ("against", "members"),
    [("China, Mali", ("state-chn",)), ("Mali, France", ("state-fra",))],
)
def test_a_veto_is_the_act_of_the_permanent_member_that_voted_against(
    against: str, members: tuple[str, ...]
) -> None:
    found = record(against, VETOED).assertions
    (outcome,) = found.outcomes
    assert outcome.outcome_type is OutcomeType.REJECTED
    assert str(outcome.of_document) == "S/2044/77"
    veto = next(act for act in found.acts if act.key == outcome.brought_about_by)
    assert (veto.act_type, veto.agents) == (ActType.DECLINE, members)
    assert veto.cue == "owing to the negative vote of a permanent member"
    assert str(veto.date) == "2044-10-05"
    assert str(veto.target) == "S/2044/77"


def test_a_draft_that_failed_otherwise_was_rejected_by_the_vote() -> None:
    found = record("China, Mali", FAILED).assertions
    (outcome,), (vote,) = found.outcomes, found.procedure.votes
    assert vote.result is outcome.outcome_type is OutcomeType.REJECTED
    assert outcome.brought_about_by == vote.key
    assert not [act for act in found.acts if act.rule == "record-veto"]


def test_an_adopted_draft_was_adopted_by_the_vote() -> None:
    words = f"{TALLY}The draft resolution has been adopted as resolution 2999 (2044)."
    found = record("China, Mali", words).assertions
    (outcome,), (vote,) = found.outcomes, found.procedure.votes
    assert outcome.outcome_type is OutcomeType.ADOPTED
    assert outcome.brought_about_by == vote.key


def test_a_veto_without_a_permanent_member_against_is_nobodys() -> None:
    found = record("Mali, Peru", VETOED).assertions
    assert found.outcomes[0].brought_about_by == found.procedure.votes[0].key


def test_a_vote_on_a_part_says_nothing_of_the_draft() -> None:
    words = "Operative paragraph 7 was retained by 4 votes to 2, with 1 abstention."
    assert record("China, Mali", words).assertions.outcomes == ()


def test_the_outcome_of_a_draft_conforms() -> None:
    result = record("China, Mali", VETOED, validate=True)
    assert result.report is not None
    assert result.report.violations == ()
    drafts = {q.object.value for q in result.quads() if q.predicate.value.endswith("#outcomeOf")}
    assert len(drafts) == 1
    assert drafts.pop().endswith("S/2044/77")
