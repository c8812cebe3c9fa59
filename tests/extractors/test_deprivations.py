"""States of affairs in words of refusing, ruling and telling: they say no act."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions
from ungraph.pipeline import BuildOptions, build_document


def read(text: str, symbol: str = "A/HRC/31/77") -> Assertions:
    data = f"{symbol}\n\n{text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def types(text: str) -> list[str]:
    return [str(act.act_type) for act in read(f"1. {text}").acts]


@pytest.mark.parametrize(
    "text",
    [
        "She had been denied certain rights or benefits.",
        "He was potentially denied a fair hearing.",
        "The author has not been denied effective relief.",
        "The baker was denied fresh water, and the door stayed shut.",
        "It was a right denied to them by the State party.",
        "The long delay denied him the protection of the law.",
        "The situation challenges the prospects for peace.",
        "Article 7 of the code prohibits any discrimination.",
        "The facts do not establish that the baker left.",
        "The law does not grant an entitlement to a pension.",
        "The guards threatened to kill him.",
        "Violence is encouraged through inaction by the State.",
    ],
)
def test_a_state_of_affairs_is_no_act(text: str) -> None:
    assert types(text) == []


@pytest.mark.parametrize(
    ("text", "act_type"),
    [
        ("The author was denied a visa by the authorities.", "decline"),
        ("She was denied bail on 3 May 2001.", "decline"),
        ("The lawyer was denied access by the police.", "decline"),
        ("His application was denied because it was late.", "decline"),
        ("The prison authorities denied him access to these individuals.", "decline"),
        ("The author challenges the State party's argument that he left.", "decline"),
        ("The embassy submitted an opinion which challenged the allegations.", "decline"),
        ("The State party objected against the inclusion of the item.", "decline"),
        ("The mayor prohibited the march.", "decline"),
        ("The court established that the baker left.", "decide"),
        ("The Government granted the author a permit.", "authorize"),
        ("The officers threatened to close the office.", "state"),
        ("The court reached a verdict.", "decide"),
    ],
)
def test_what_somebody_refuses_or_rules_is_an_act(text: str, act_type: str) -> None:
    assert act_type in types(text)


def test_having_reached_a_conclusion_looks_back_on_a_ruling() -> None:
    told = types("Having reached the above conclusion, the Committee will not examine the rest.")
    assert "decide" not in told


def test_who_is_to_be_kept_informed_has_not_been_informed() -> None:
    told = types(
        "The Council requests the Secretary-General to keep it informed, as appropriate, of events."
    )
    assert told == ["request"]


def test_a_counted_state_is_no_verb() -> None:
    assert types("One State requested further information from the Secretariat.") == ["request"]


def test_a_second_lead_verb_decides_to_extend_a_mandate() -> None:
    found = read(
        "Adopted by the Security Council at its 9003rd meeting, on 30 January 2024\n\n"
        "The Security Council,\n\n"
        "1. Expresses its full support for the United Nations Interim Force in Lebanon and decides "
        "to extend its mandate until 31 July 2024;",
        "S/RES/2799 (2024)",
    )
    assert [str(act.act_type) for act in found.acts] == ["welcome", "decide"]
    assert found.acts[0].agents == found.acts[1].agents != ()


@pytest.mark.parametrize(
    "text",
    [
        "The Special Rapporteur submitted a report on his mission to Peru.",
        "The report was submitted following his visit to Peru.",
        "The Special Rapporteur issued a statement in Lima on the end of his visit to Peru.",
    ],
)
def test_a_country_visited_is_no_addressee(text: str) -> None:
    assert [act.addressees for act in read(f"1. {text}").acts] == [()]
