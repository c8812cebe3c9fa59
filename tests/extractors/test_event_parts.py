"""Date, place, name and status of events: what is said, what is past and what is to come."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions, Event, Text
from ungraph.pipeline import BuildOptions, build_document

OPTIONS = BuildOptions(validate=False)


def assertions(*paragraphs: str, symbol: str = "A/HRC/31/77") -> Assertions:
    body = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1))
    name = symbol.replace("/", "_") + ".txt"
    return build_document(f"{symbol}\n\n{body}\n".encode(), name=name, options=OPTIONS).assertions


def events(*paragraphs: str, kind: str = "", symbol: str = "A/HRC/31/77") -> list[Event]:
    found = assertions(*paragraphs, symbol=symbol).events
    return [e for e in found if e.rule != "masthead:session" and (not kind or e.event_type == kind)]


def days(event: Event) -> str:
    first, last = event.held_on or event.scheduled_for, event.ends_on
    return f"{first}/{last}" if last else str(first or "")


def places(event: Event) -> list[str]:
    return [p.value if isinstance(p, Text) else str(p) for p in event.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The expert attended a seminar in Lima on 10 and 11 May 2011.", "2011-05-10/2011-05-11"),
        (
            "From 29 October to 2 November 2011, the Special Rapporteur on torture attended a seminar.",
            "2011-10-29/2011-11-02",
        ),
        (
            "The expert attended the meeting of the Board, held in Lima from 4 to 8 March 2002.",
            "2002-03-04/2002-03-08",
        ),
        (
            "The Special Rapporteur on torture undertook a visit to Mali from 28 December 2009 to "
            "5 January 2010.",
            "2009-12-28/2010-01-05",
        ),
        ("The text was adopted by the World Summit for Cities (1999).", "1999"),
        ("The 1997 Review Conference adopted the text.", "1997"),
        (
            "The Working Group held its ninth session from 4 to 15 May 2009.",
            "2009-05-04/2009-05-15",
        ),
    ],
)
def test_the_days_of_an_event_are_those_said_of_it(text: str, expected: str) -> None:
    assert expected in [days(e) for e in events(text)]


def test_a_day_on_which_a_session_decided_is_not_its_day() -> None:
    (session,) = events(
        "At its tenth session, on 5 May 2009, the Human Rights Council decided.", kind="session"
    )
    assert session.held_on is None


def test_a_day_behind_the_first_visit_is_not_that_of_the_second() -> None:
    found = events(
        "The Special Rapporteur on torture conducted a visit to Mali from 4 to 8 May 2009 and, "
        "with another expert, a visit to Chad from 1 to 3 June."
    )
    assert {places(e)[0]: days(e) for e in found} == {
        "state-mli": "2009-05-04/2009-05-08",
        "state-tcd": "2009-06-01/2009-06-03",
    }


def test_a_day_without_a_year_is_the_last_one_before_the_document() -> None:
    text = "On {} the Special Rapporteur on torture attended a seminar on prisons."
    (spring,) = events(text.format("24 February,"), symbol="A/65/999")
    (autumn,) = events(text.format("14 November,"), symbol="A/65/999")
    assert (days(spring), days(autumn)) == ("2010-02-24", "2009-11-14")
    assert "ung:heldOn" in {i.property for i in spring.inferences}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The expert spoke at a conference in Lima, Peru, on prisons.", ["Lima", "state-per"]),
        ("In New York, the Secretary-General met with the Minister of Justice.", ["New York"]),
        ("He attended a workshop on visas, held in Salvador de Bahia.", ["Salvador de Bahia"]),
        ("He attended a workshop on prisons in Chad.", []),
        ("He attended a seminar on the law in Part III.", []),
    ],
)
def test_a_place_is_where_it_was_held_not_what_it_was_about(text: str, expected: list[str]) -> None:
    (event,) = events(text)
    assert places(event) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The expert looks forward to the conference of the League in Lima.", "scheduled"),
        ("The meeting of the Board, to be held in Lima, is awaited.", "scheduled"),
        ("The Council decided to convene a high-level meeting on water.", "scheduled"),
        ("The Secretary-General raised the possibility of a meeting at Geneva.", "proposed"),
        ("An invitation to visit Mali was postponed to May 2009.", "postponed"),
        ("The report on his mission to Mali will be submitted later.", "held"),
        ("The Plan of Action of the World Summit for Cities was recalled.", "held"),
    ],
)
def test_the_status_is_that_of_the_event_not_of_other_words(text: str, status: str) -> None:
    assert [str(e.event_status) for e in events(text)] == [status]


def test_a_later_session_than_that_of_the_document_is_to_come() -> None:
    found = events(
        "The report will be examined at the thirty-third session of the Human Rights Council.",
        "At the twelfth session of the Human Rights Council it was shown.",
    )
    assert {e.session: str(e.event_status) for e in found} == {
        "hrc-33": "scheduled",
        "hrc-12": "held",
    }


def test_a_conference_is_one_event_wherever_its_name_stands() -> None:
    (summit,) = events(
        "The World Summit for Cities was held in 1999.",
        "Many recalled the World Summit for Cities.",
        kind="conference",
    )
    assert len(summit.evidence) >= 2
    assert days(summit) == "1999"


def test_two_meetings_on_one_day_stay_two() -> None:
    found = events(
        "On 6 May 2009 the Secretary-General held a meeting with the Minister of Justice. "
        "On 6 May 2009 the Special Rapporteur on torture held a meeting with the Minister of Health."
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "States should hold annual meetings on the matter.",
        "Such talks would have allowed consultations among all.",
        "The Department pursues its primary mission of outreach.",
        "Judges have a duty to hold a hearing.",
        "The cases were brought before the courts.",
        "There was no session, and no country visits were conducted.",
        'He wrote a book called "A conference in Lima" on trade.',
    ],
)
def test_norms_and_things_in_general_are_no_events(text: str) -> None:
    assert events(text) == []


def test_a_session_of_a_main_committee_is_one_of_the_assembly() -> None:
    found = events("The Sixth Committee took it up at its sixty-second session.", kind="session")
    assert [e.session for e in found] == ["ga-62"]


def test_the_security_council_counts_no_sessions() -> None:
    found = events("The Security Council noted the fourteenth session of the League.")
    assert [e.session for e in found] == [None]


def test_two_sessions_may_share_a_noun() -> None:
    found = events(
        "At its seventeenth and eighteenth special sessions, the Human Rights Council met."
    )
    assert {e.session for e in found if e.session} == {"hrc-special-17", "hrc-special-18"}
