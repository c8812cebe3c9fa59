"""To whom a task is delivered: named, by a pronoun, or by the session at which it is due."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Task
from ungraph.pipeline import BuildOptions, build_document

HEADS = {
    "en": "A/RES/70/501\n\nThe General Assembly,\n\nRecalling its previous resolutions,\n\n1. ",
    "fr": "A/RES/70/501\n\nL’Assemblée générale,\n\nRappelant ses résolutions,\n\n1. ",
    "es": "A/RES/70/501\n\nLa Asamblea General,\n\nRecordando sus resoluciones,\n\n1. ",
    "ru": "A/RES/70/501\n\nГенеральная Ассамблея,\n\nссылаясь на свои резолюции,\n\n1. ",
    "ar": "A/RES/70/501\n\nإن الجمعية العامة،\n\nإذ تشير إلى قراراتها السابقة،\n\n1 - ",
    "zh": "A/RES/70/501\n\n大会，\n\n回顾其以往各项决议，\n\n1. ",
}


def tasks(language: str, text: str) -> tuple[Task, ...]:
    data = f"{HEADS[language]}{text}\n".encode()
    options = BuildOptions(validate=False)
    found = build_document(data, name="A_RES_70_501.txt", options=options).assertions.mandates
    return tuple(task for mandate in found for task in mandate.tasks)


@pytest.mark.parametrize(
    ("language", "words", "due"),
    [
        (
            "en",
            "Requests the Secretary-General to report to the General Assembly at its "
            "seventy-first session on lighthouses;",
            "at its seventy-first session",
        ),
        (
            "fr",
            "Prie le Secrétaire général de présenter à l’Assemblée générale, d’ici au 30 juin "
            "2016, un rapport sur les phares ;",
            "d’ici au 30 juin 2016",
        ),
        (
            "ru",
            "просит Генерального секретаря каждые три месяца представлять Генеральной Ассамблее "
            "доклад о маяках;",
            "каждые три месяца",
        ),
        (
            "ar",
            "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها الحادية والسبعين تقريرا؛",
            "في دورتها الحادية والسبعين",
        ),
        ("zh", "请秘书长向大会第七十一届会议提交一份关于灯塔的报告；", "大会第七十一届会议"),
    ],
)
def test_whom_the_words_name_is_the_recipient(language: str, words: str, due: str) -> None:
    (task,) = tasks(language, words)
    assert task.deliver_to == "ga"
    assert task.due_by == due
    assert not task.inferences


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Requests the Secretary-General to submit a report at its seventy-first session;"),
        ("fr", "Prie le Secrétaire général de lui présenter un rapport sur les phares ;"),
        ("es", "Solicita al Secretario General que le presente un informe sobre los faros;"),
    ],
)
def test_a_pronoun_or_its_session_stand_for_the_organ_that_asks(language: str, words: str) -> None:
    (task,) = tasks(language, words)
    assert task.deliver_to == "ga"
    assert [i.property for i in task.inferences] == ["ung:deliverTo"]


@pytest.mark.parametrize(
    "words",
    [
        "Requests the Secretary-General to provide the Regional Centre with support;",
        "Requests the Secretary-General to light the coasts of Peru;",
        "Requests the Secretary-General to conduct a joint update to the Human Rights Council;",
        "Invites the Human Rights Council to study lighthouses at its fiftieth session;",
    ],
)
def test_help_is_no_delivery(words: str) -> None:
    assert [task.deliver_to for task in tasks("en", words)] == [None]


def test_a_task_in_another_language_ends_where_the_next_act_begins() -> None:
    words = (
        "Prie le Secrétaire général de lui présenter un rapport et décide d’inscrire la question "
        "à l’ordre du jour ;"
    )
    (task,) = tasks("fr", words)
    assert task.label == "lui présenter un rapport"


def test_a_purpose_inside_a_task_begins_none() -> None:
    words = (
        "Requests the Secretary-General to study the use of lamps to mislead sailors and to "
        "wreck ships;"
    )
    assert len(tasks("en", words)) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", "Prie le Secrétaire général de veiller à ce que le Rapporteur ait des ressources ;"),
        ("es", "Solicita al Secretario General que adopte medidas para la presente resolución;"),
    ],
)
def test_the_name_of_a_paper_is_no_delivery(language: str, words: str) -> None:
    assert [task.deliver_to for task in tasks(language, words)] == [None]


def test_an_insertion_after_to_continue_parts_no_task() -> None:
    words = "Requests the Secretary-General to continue, by all means, to inform the public;"
    (task,) = tasks("en", words)
    assert task.label == "continue, by all means, to inform the public"
