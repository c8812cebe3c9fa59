"""Events: type, date, place, who took part, and whether it took place."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions, Event, Text
from ungraph.pipeline import BuildOptions, build_document


def assertions(*paragraphs: str) -> Assertions:
    body = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1))
    data = ("A/HRC/31/77\n\n" + body + "\n").encode()
    options = BuildOptions(validate=False)
    return build_document(data, name="A_HRC_31_77.txt", options=options).assertions


def told(found: Assertions, event: Event) -> tuple[str, str, str, str]:
    names = {a.key: a.label for a in found.agents}
    places = [p.value if isinstance(p, Text) else names.get(p, str(p)) for p in event.places]
    date = event.held_on or event.scheduled_for
    return (
        str(event.event_type),
        str(event.event_status),
        ", ".join(places),
        str(date) if date else "",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In October 2006, the Secretary-General visited Peru.",
            ("visit", "held", "Peru", "2006-10"),
        ),
        (
            "The Special Rapporteur on torture undertook a mission to Mali in May 2001.",
            ("visit", "held", "Mali", "2001-05"),
        ),
        (
            "The Special Rapporteur on torture plans to visit Georgia.",
            ("visit", "scheduled", "Georgia", ""),
        ),
        (
            "The Special Rapporteur on torture requested an invitation to visit Georgia.",
            ("visit", "proposed", "Georgia", ""),
        ),
        (
            "A meeting was scheduled for 6 May 2009.",
            ("meeting", "scheduled", "", "2009-05-06"),
        ),
        (
            "The Secretary-General met with the Minister of Justice on 6 May 2009.",
            ("meeting", "held", "", "2009-05-06"),
        ),
        (
            "The report was considered at the fifty-ninth session of the General Assembly.",
            ("session", "held", "", ""),
        ),
        (
            "He was brought before a judge.",
            ("hearing", "held", "", ""),
        ),
    ],
)
def test_an_event_is_told_with_its_parts(text: str, expected: tuple[str, str, str, str]) -> None:
    found = assertions(text)
    assert expected in [told(found, event) for event in found.events]


@pytest.mark.parametrize(
    "text",
    [
        "A country visit is an important tool.",
        "The conditions of the Convention were met.",
        "The Permanent Mission of Mali replied.",
        "Every person has the right to a fair trial.",
        "The court was in session.",
    ],
)
def test_words_about_events_in_general_give_none(text: str) -> None:
    assert assertions(text).events == ()


def test_a_visit_to_several_places_is_one_to_each() -> None:
    found = assertions("The Secretary-General undertook visits to Chad and Mali.")
    assert sorted(told(found, e)[2] for e in found.events) == ["Chad", "Mali"]


def test_a_span_of_days_has_its_first_and_last() -> None:
    found = assertions("From 6 to 9 June 2005, the Secretary-General undertook a visit to Mali.")
    (visit,) = found.events
    assert (str(visit.held_on), str(visit.ends_on)) == ("2005-06-06", "2005-06-09")


def test_a_session_is_one_event_wherever_it_is_named() -> None:
    found = assertions(
        "The General Assembly adopted the text at its fifty-ninth session.",
        "At the fifty-ninth session of the General Assembly, a vote was taken.",
    )
    (session,) = (e for e in found.events if e.event_type == "session")
    assert session.session == "ga-59"
    assert session.ordinal == 59
    assert len(session.evidence) == 2


def test_the_meeting_is_the_one_spoken_of_before() -> None:
    found = assertions(
        "A meeting was scheduled for 6 May 2009.",
        "During the meeting, the Secretary-General proposed a visit to Chad.",
    )
    meetings = [e for e in found.events if e.event_type == "meeting"]
    assert len(meetings) == 1
    assert len(meetings[0].evidence) == 2


def test_a_meeting_with_words_of_its_own_is_another_one() -> None:
    found = assertions(
        "A meeting was scheduled for 6 May 2009. The Secretary-General attended the meeting of "
        "the Security Council."
    )
    assert len([e for e in found.events if e.event_type == "meeting"]) == 2
