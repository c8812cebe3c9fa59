"""Letters spoken of in reports: their dates and parties are those of what was done by them."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Act
from ungraph.pipeline import BuildOptions, build_document

HEAD = "A/HRC/99/7\n\nUnited Nations\n\nHuman Rights Council\n\nReport of the Special Rapporteur on torture\n\n"


def acts(sentence: str) -> list[Act]:
    data = f"{HEAD}1. {sentence}\n".encode()
    return list(
        build_document(data, name="r.txt", options=BuildOptions(validate=False)).assertions.acts
    )


@pytest.mark.parametrize(
    ("sentence", "cue", "dates"),
    [
        ("By letter dated 28 June 2042, the Government of Peru informed the Secretary-General "
         "that it agreed.",
         "informed", ["2042-06-28"]),
        ("The Government of Mali replied to the Special Rapporteur by letter dated 9 September 2045.",
         "replied", ["2045-09-09"]),
        ("In notes verbales dated 20 April 2041 and 15 February 2042, the Government of Peru "
         "submitted its observations.",
         "submitted", ["2041-04-20", "2042-02-15"]),
        ("The Special Rapporteur received a letter dated 2 June 2046 from the Government of Togo.",
         "received", ["2046-06-02"]),
        ("In its communications of 22 October 2041 and 19 February 2042, the Government of Peru "
         "explained that it was late.",
         "explained", ["2041-10-22", "2042-02-19"]),
    ],
)  # fmt: skip
def test_an_act_done_by_letter_has_the_date_of_the_letter(
    sentence: str, cue: str, dates: list[str]
) -> None:
    assert sorted(str(a.date) for a in acts(sentence) if cue in a.cue) == dates


def test_the_addressee_of_the_letter_is_the_one_turned_to() -> None:
    (act,) = (
        a
        for a in acts(
            "By a letter dated 1 March 2045 addressed to the Secretary-General, the Minister for "
            "Foreign Affairs of Chad requested assistance."
        )
        if a.cue == "requested"
    )
    assert act.agents == ("office-minister-foreign-affairs-tcd",)
    assert act.addressees == ("office-sg",)


def test_what_a_letter_says_in_a_relative_clause_is_of_its_date() -> None:
    found = acts(
        "The Special Rapporteur received a letter dated 2 June 2046 from the Government of Togo, "
        "in which it invited him to visit the country."
    )
    assert [str(a.date) for a in found if a.cue == "invited"] == ["2046-06-02"]


def test_a_letter_of_another_clause_dates_nothing() -> None:
    found = acts(
        "The Government of Peru stated that the Government of Chad had written by letter dated 2 "
        "June 2046 and proposed a visit."
    )
    assert [a.date for a in found if a.cue == "stated"] == [None]
