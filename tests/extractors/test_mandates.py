"""Mandates: what is asked in its own words, by when, and what is extended."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Mandate
from ungraph.pipeline import BuildOptions, build_document

HEAD = "S/RES/2999(2025)\n\nThe Security Council,\n\nRecalling its previous resolutions,\n\n"
ASKS = "Requests the Secretary-General to "


def mandates(text: str, head: str = HEAD) -> tuple[Mandate, ...]:
    data = f"{head}1. {text}\n".encode()
    options = BuildOptions(validate=False)
    return build_document(data, name="S_RES_2999.txt", options=options).assertions.mandates


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("report every three months;", "every three months"),
        ("brief the Council on a monthly basis;", "on a monthly basis"),
        (
            "submit a report no later than eleven months after the adoption of this resolution;",
            "no later than eleven months after the adoption of this resolution",
        ),
        ("report within three months of its adoption;", "within three months of its adoption"),
        ("report not later than 30 June 2026;", "not later than 30 June 2026"),
        (
            "submit a report to the General Assembly at its sixty-second session;",
            "at its sixty-second session",
        ),
        (
            "report within six months of this mandate\u2019s renewal;",
            "within six months of this mandate\u2019s renewal",
        ),
        ("report to the Council on the last three months;", None),
    ],
)
def test_a_deadline_is_told_in_the_words_of_the_text(words: str, due: str | None) -> None:
    (mandate,) = mandates(ASKS + words)
    assert [task.due_by for task in mandate.tasks] == [due]


@pytest.mark.parametrize(
    ("words", "task"),
    [
        (
            "submit, within three months, a report to the Security Council;",
            "submit, within three months, a report",
        ),
        (
            "keep it informed, as appropriate, of all developments;",
            "keep it informed, as appropriate, of all developments",
        ),
        ("continue his efforts, as appropriate;", "continue his efforts"),
        ("plan its work, stresses the need for haste;", "plan its work"),
        ("plan its work and further, requests the parties to help him;", "plan its work"),
        ("review complaints, requests and appeals;", "review complaints, requests and appeals"),
    ],
)
def test_a_task_is_neither_cut_at_an_insertion_nor_runs_into_the_next_act(
    words: str, task: str
) -> None:
    assert [t.label for t in mandates(ASKS + words)[0].tasks] == [task]


@pytest.mark.parametrize(
    ("words", "due"),
    [
        (
            "Decides to extend the mandate of the Special Rapporteur on the right to food for a "
            "period of three years;",
            "for a period of three years",
        ),
        (
            "Decides to renew until 31 December 2026 the mandate of the Special Rapporteur on the "
            "right to food;",
            "until 31 December 2026",
        ),
        (
            "Decides that the mandate of the Special Rapporteur on the right to food shall be "
            "extended until 30 June 2027;",
            "until 30 June 2027",
        ),
        ("Decides to extend the mandate of the Special Rapporteur on the right to food;", None),
    ],
)
def test_an_extension_is_a_mandate_of_its_holder(words: str, due: str | None) -> None:
    (mandate,) = mandates(words)
    assert mandate.holders == ("office-sr-food",)
    assert [(t.label, t.due_by) for t in mandate.tasks] == [
        ("the mandate of the Special Rapporteur on the right to food", due)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Decides to review the mandate of the Special Rapporteur on the right to food;",
        "Decides that the mandate of the Special Rapporteur on the right to food shall end;",
        "Decides not to extend the mandate of the Special Rapporteur on the right to food;",
        "Decides to extend the mandate of nobody in particular until 30 June 2027;",
    ],
)
def test_what_is_not_extended_gives_no_mandate(words: str) -> None:
    assert mandates(words) == ()


def test_an_extension_continues_the_one_before_it() -> None:
    mandate = "the mandate of the Special Rapporteur on the right to food"
    earlier, later = mandates(
        f"On 5 May 2003, the Human Rights Council decided to extend {mandate} for three years.\n\n"
        f"2. On 7 June 2006, the Human Rights Council decided to extend {mandate} for one year.",
        head="A/HRC/31/77\n\n",
    )
    assert (earlier.continues, later.continues) == (None, earlier.key)
    assert [m.tasks[0].due_by for m in (earlier, later)] == ["for three years", "for one year"]
