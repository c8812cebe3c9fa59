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
