"""Who took part in events, and the days and places that lists of activities tell far from the noun."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions, Event, Text
from ungraph.pipeline import BuildOptions, build_document

OPTIONS = BuildOptions(validate=False)


def assertions(*paragraphs: str, symbol: str = "A/HRC/31/77") -> Assertions:
    body = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1))
    name = symbol.replace("/", "_") + ".txt"
    return build_document(f"{symbol}\n\n{body}\n".encode(), name=name, options=OPTIONS).assertions


def events(found: Assertions) -> list[Event]:
    return [e for e in found.events if e.rule != "masthead:session"]


def people(found: Assertions, event: Event) -> list[str]:
    names = {a.key: a.label for a in found.agents}
    return [names.get(p, p) for p in event.participants]


def days(event: Event) -> str:
    first, last = event.held_on or event.scheduled_for, event.ends_on
    return f"{first}/{last}" if last else str(first or "")


def places(event: Event) -> list[str]:
    return [p.value if isinstance(p, Text) else str(p) for p in event.places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 15 March 2001, the author had a meeting with the Ombudsman, the Minister of Justice "
            "and the police.",
            ["author", "Ombudsman", "Minister of Justice", "police"],
        ),
        (
            "A meeting on 30 January 2001 between the author and the official of the Utopian "
            "Authority produced no result.",
            ["author", "official of the Utopian Authority"],
        ),
        (
            "On 4 May 2006 the Special Rapporteur met in Brussels with the Security Council.",
            ["Special Rapporteur", "Security Council"],
        ),
        (
            "During the hearing, the author repeated his claim.",
            ["author"],
        ),
        (
            "On 5 May 2003, the author was heard by the District Court of Ostrava.",
            ["author", "District Court of Ostrava"],
        ),
    ],
)
def test_everybody_who_is_named_takes_part(text: str, expected: list[str]) -> None:
    found = assertions(text)
    (event,) = events(found)
    assert people(found, event) == expected


def test_members_of_a_list_of_events_have_the_subject_of_their_verb() -> None:
    found = assertions(
        "The Special Rapporteur participated in several meetings, including the conference on land "
        "organized by the University of Ostrava in Ostrava in May 2003; and a seminar on water "
        "(Rome, 15-16 March 2003)."
    )
    first, second = [e for e in events(found) if e.event_type == "conference"]
    assert people(found, first) == people(found, second) == ["Special Rapporteur"]
    assert (days(first), places(first)) == ("2003-05", ["Ostrava"])
    assert (days(second), places(second)) == ("2003-03-15/2003-03-16", ["Rome"])


def test_years_of_a_list_follow_one_another() -> None:
    found = assertions(
        "On 21 May, the Special Rapporteur attended a seminar in Ostrava.",
        "On 3 December, the Special Rapporteur attended a workshop in Ostrava.",
        "On 19 January 2014, the Special Rapporteur attended a symposium in Ostrava.",
        symbol="A/HRC/26/77",
    )
    assert [days(e) for e in events(found)] == ["2013-05-21", "2013-12-03", "2014-01-19"]


def test_the_one_office_of_a_report_is_he_who_acts() -> None:
    found = assertions(
        "On 5 May 2015, the Special Rapporteur on torture attended a seminar in Ostrava.",
        "On 6 May 2015, the Special Rapporteur on torture visited Chad.",
        "On 7 May 2015, he took part in a workshop in Ostrava.",
    )
    workshop = events(found)[-1]
    assert people(found, workshop)[0].startswith("Special Rapporteur on torture")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The preliminary hearing scheduled for 20 September 2011 was suspended.", "postponed"),
        ("The judge called a hearing for 29 May 2012, but it did not take place.", "cancelled"),
        ("The State expressed its readiness to host a summit in Ostrava.", "proposed"),
        ("The Special Rapporteur was able to hold a meeting with the Minister.", "held"),
    ],
)
def test_whether_it_took_place(text: str, expected: str) -> None:
    (event,) = events(assertions(text))
    assert str(event.event_status) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Committee recalls the principle of a fair hearing.",
        "Such visits allow experts to gain knowledge. The visits also help Governments.",
        "He has the right to be heard.",
        "Non-State public events can be held at any place.",
    ],
)
def test_what_is_said_in_general_is_no_event(text: str) -> None:
    assert events(assertions(text)) == []


def test_two_visits_of_one_sentence_have_their_own_days() -> None:
    found = assertions(
        "The Special Rapporteur undertook missions to Chad in November 2010 (A/HRC/17/25/Add.3) and "
        "Mali in May 2011."
    )
    assert [days(e) for e in events(found)] == ["2010-11", "2011-05"]
