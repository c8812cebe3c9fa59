"""What an answer answers: the thing it names, between the same sides, and nothing else."""

from __future__ import annotations

import pytest

import ungraph

HEAD = """CCPR/C/99/D/1234/2003

12 August 2010

HUMAN RIGHTS COMMITTEE

Views

"""


def outcomes(*sentences: str) -> list[str]:
    result = ungraph.build(HEAD + "2.1 " + " ".join(sentences), validate=False)
    assertions = result.assertions
    cues = {act.key: act.cue for act in assertions.acts}
    return [
        f"{outcome.outcome_type} {'+'.join(cues.get(key, '?') for key in outcome.outcome_of)}"
        for outcome in assertions.outcomes
    ]


def test_an_appeal_is_refused_as_an_appeal() -> None:
    assert outcomes(
        "On 3 May 2001 the author appealed to the Supreme Court.",
        "On 4 June 2001 the Supreme Court dismissed the appeal.",
    ) == ["declined appealed"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Supreme Court rejected the idea of fog.",
        "The doctors refused to terminate the pregnancy.",
        "The Supreme Court denied the use of force.",
    ],
)
def test_what_nobody_asked_for_is_no_outcome(sentence: str) -> None:
    asked = "On 3 May 2001 the author requested the Supreme Court to return his passport."
    assert outcomes(asked, sentence) == []


def test_what_was_asked_for_may_be_named_by_its_own_words() -> None:
    assert outcomes(
        "The author requested the Supreme Court to return his passport.",
        "The Supreme Court refused to return the passport.",
    ) == ["declined requested"]


def test_silence_answers_only_what_was_asked_of_the_silent() -> None:
    assert outcomes(
        "The Committee requested the State party to submit observations.",
        "The State party did not respond.",
    ) == ["no-response requested"]
    assert (
        outcomes(
            "The author submitted testimony.",
            "The police did not respond.",
        )
        == []
    )


@pytest.mark.parametrize(
    ("asked", "answer", "told"),
    [
        (
            "On 3 May 2001 the author was questioned by the police for nine hours.",
            "The author refused to say that the boat was his.",
            [],
        ),
        (
            "On 3 May 2001 the author filed a request for a medical examination with the Board.",
            "On 4 June 2001 the Board denied his asylum request.",
            [],
        ),
        (
            "On 3 May 2001 the author filed an asylum request with the Board.",
            "On 4 June 2001 the Board denied his asylum request.",
            ["declined filed"],
        ),
        (
            "On 3 May 2001 the author filed a request with the Board.",
            "Such requests are always denied by the Board.",
            [],
        ),
    ],
)
def test_an_answer_is_of_the_kind_that_was_asked(asked: str, answer: str, told: list[str]) -> None:
    assert outcomes(asked, answer) == told


def test_this_request_is_that_of_the_same_paragraph() -> None:
    result = ungraph.build(
        HEAD
        + "2.1 On 3 May 2001 the author requested the Board to return his passport.\n\n"
        + "2.2 The bank told him that it would wait. The Board did not respond to this request.",
        validate=False,
    )
    assert [s.in_response_to for s in result.assertions.non_occurrences] == [()]
