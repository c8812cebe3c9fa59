"""Mandates that are extended: the same holder and the same day in all six languages."""

from __future__ import annotations

import pytest

from ungraph.extractors.extension_words import load_extension_words
from ungraph.model.assertion import Mandate
from ungraph.pipeline import BuildOptions, build_document
from ungraph.resources import load_table

HEADS = {
    "en": "S/RES/2999(2025)\n\nThe Security Council,\n\nRecalling its previous resolutions,\n\n1. ",
    "fr": "S/RES/2999(2025)\n\nLe Conseil de sécurité,\n\nRappelant ses résolutions,\n\n1. ",
    "es": "S/RES/2999(2025)\n\nEl Consejo de Seguridad,\n\nRecordando sus resoluciones,\n\n1. ",
    "ru": "S/RES/2999(2025)\n\nСовет Безопасности,\n\nссылаясь на свои резолюции,\n\n1. ",
    "ar": "S/RES/2999(2025)\n\nإن مجلس الأمن،\n\nإذ يشير إلى قراراته السابقة،\n\n1 - ",
    "zh": "S/RES/2999(2025)\n\n安全理事会，\n\n回顾其以往各项决议，\n\n1. ",
}


def mandates(language: str, text: str) -> tuple[Mandate, ...]:
    data = f"{HEADS[language]}{text}\n".encode()
    options = BuildOptions(validate=False)
    name = "S_RES_2999.txt"
    return build_document(data, name=name, options=options).assertions.mandates


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Decides to extend the mandate of UNMISS until 15 March 2026;"),
        ("en", "Decides to extend until 15 March 2026 UNMISS\u2019s mandate as set out before;"),
        ("fr", "Décide de proroger jusqu\u2019au 15 mars 2026 le mandat de la MINUSS ;"),
        ("es", "Decide prorrogar el mandato de la UNMISS hasta el 15 de marzo de 2026;"),
        ("ru", "постановляет продлить срок действия мандата МООНЮС до 15 марта 2026 года;"),
        ("ar", "يقرر تمديد ولاية بعثة الأمم المتحدة في جنوب السودان حتى 15 آذار/مارس 2026؛"),
        ("zh", "决定将南苏丹特派团任务期限延长至2026年3月15日；"),
    ],
)
def test_an_extension_has_its_holder_and_its_day(language: str, words: str) -> None:
    (mandate,) = mandates(language, words)
    (task,) = mandate.tasks
    assert mandate.holders == ("unmiss",)
    assert str(task.due_on) == "2026-03-15"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "Decides to extend until 1 July 2026 the mandate of the Panel of Experts as set out "
            "in paragraph 19 of resolution 2428 (2018);",
        ),
        (
            "fr",
            "Décide de proroger jusqu\u2019au 1er juillet 2026 le mandat du Groupe "
            "d\u2019experts créé au paragraphe 19 de la résolution 2428 (2018) ;",
        ),
        ("zh", "决定将第2428(2018)号决议第19段所设专家小组的任务期限延长至2026年7月1日；"),
    ],
)
def test_a_panel_is_told_apart_by_the_resolution_its_mandate_rests_on(
    language: str, words: str
) -> None:
    (mandate,) = mandates(language, words)
    assert mandate.holders == ("panel-of-experts-s-res-2428-2018",)
    assert str(mandate.tasks[0].due_on) == "2026-07-01"
    assert mandate.inferences


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Decides to extend until 1 July 2026 the measures imposed by paragraph 4;"),
        ("en", "Decides to review the mandate of UNMISS by 1 July 2026;"),
        ("en", "Decides to extend until 1 July 2026 UNMISS\u2019s mandate modification;"),
        ("fr", "Décide de proroger jusqu\u2019au 1er juillet 2026 les mesures imposées ;"),
        ("zh", "决定将武器禁运延长至2026年7月1日；"),
    ],
)
def test_what_is_no_mandate_is_not_extended(language: str, words: str) -> None:
    assert mandates(language, words) == ()


@pytest.mark.parametrize("row", load_table("extension_words"), ids=lambda row: row["example"])
def test_each_row_is_found_in_its_example_and_not_in_its_counter_example(
    row: dict[str, str],
) -> None:
    patterns = load_extension_words(row["language"], row["kind"])
    assert any(p.search(row["example"] + " ") for p, value in patterns if value == row["value"])
    counter = row["counter_example"]
    if counter:
        assert not any(p.search(counter) for p, value in patterns if value == row["value"])
