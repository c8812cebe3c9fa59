"""Resolutions in five languages: the words of the act, whom it asks, and the mandate."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions
from ungraph.pipeline import BuildOptions, build_document
from ungraph.resources import load_table

PAGE = {
    "fr": "Nations Unies\nA/RES/76/900\n\nAssemblée générale\n\nSoixante-seizième session\n\n"
    "Résolution adoptée par l’Assemblée générale le 9 décembre 2021\n\n76/900. Les phares\n\n"
    "L’Assemblée générale,\n\nRappelant sa résolution 75/1 du 3 mai 2020,\n\n1. {};\n",
    "es": "Naciones Unidas\nA/RES/76/900\n\nAsamblea General\n\nSeptuagésimo sexto período de "
    "sesiones\n\nResolución aprobada por la Asamblea General el 9 de diciembre de 2021\n\n"
    "76/900. Los faros\n\nLa Asamblea General,\n\nRecordando su resolución 75/1, de 3 de mayo de "
    "2020,\n\n1. {};\n",
    "ru": "Организация Объединенных Наций\nA/RES/76/900\n\nГенеральная Ассамблея\n\nСемьдесят "
    "шестая сессия\n\nРезолюция, принятая Генеральной Ассамблеей 9 декабря 2021 года\n\n"
    "76/900. Маяки\n\nГенеральная Ассамблея,\n\nссылаясь на свою резолюцию 75/1 от 3 мая 2020 "
    "года,\n\n1. {};\n",
    "ar": "الأمم المتحدة\nA/RES/76/900\n\nالجمعية العامة\n\nالدورة السادسة والسبعون\n\n"
    "قرار اتخذته الجمعية العامة في 9 كانون الأول/ديسمبر 2021\n\n76/900. المنارات\n\n"
    "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 75/1 المؤرخ 3 أيار/مايو 2020،\n\n1. {}؛\n",
    "zh": "联合国\nA/RES/76/900\n\n大会\n\n第七十六届会议\n\n2021年12月9日大会决议\n\n"
    "76/900. 灯塔\n\n大会，\n\n回顾其2020年5月3日第75/1号决议，\n\n1. {}；\n",
}


def build(language: str, paragraph: str) -> Assertions:
    data = PAGE[language].format(paragraph).encode()
    options = BuildOptions(language=language, validate=False)
    return build_document(data, options=options).assertions


ASKING = [
    ("fr", "Prie le Secrétaire général de lui présenter un rapport sur les phares", "Prie",
     "lui présenter un rapport sur les phares"),
    ("es", "Solicita al Secretario General que, en 2023, le presente un informe", "Solicita",
     "en 2023, le presente un informe"),
    ("ru", "просит Генерального секретаря представить доклад о маяках", "просит",
     "представить доклад о маяках"),
    ("ar", "تطلب إلى الأمين العام أن يقدم تقريرا عن المنارات", "تطلب",
     "يقدم تقريرا عن المنارات"),
    ("zh", "请秘书长就灯塔问题提交报告，并说明理由", "请", "就灯塔问题提交报告，并说明理由"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "paragraph", "cue", "task"), ASKING)
def test_a_request_names_whom_it_asks_and_gives_a_mandate(
    language: str, paragraph: str, cue: str, task: str
) -> None:
    found = build(language, paragraph)
    (act,) = [a for a in found.acts if a.act_type == "request"]
    assert (act.cue, act.agents, act.addressees) == (cue, ("ga",), ("office-sg",))
    (mandate,) = found.mandates
    assert mandate.holders == ("office-sg",)
    assert [t.label for t in mandate.tasks] == [task]


NOT_ASKED = [
    ("fr", "Prie le secrétariat de la Conférence des Nations Unies sur les phares d’agir"),
    ("ar", "تطلب إلى أمانة مؤتمر الأمم المتحدة للمنارات أن تقدم تقريرا"),
    ("zh", "请灯塔问题筹备机构在联合国会所举行会议"),
]


@pytest.mark.parametrize(("language", "paragraph"), NOT_ASKED)
def test_a_name_further_down_is_not_whom_the_paragraph_asks(language: str, paragraph: str) -> None:
    found = build(language, paragraph)
    (act,) = [a for a in found.acts if a.act_type == "request"]
    assert act.addressees == ()
    assert found.mandates == ()


def test_the_words_of_a_chinese_act_end_where_its_object_begins() -> None:
    found = build("zh", "又请所有会员国采取行动")
    assert [a.cue for a in found.acts] == ["回顾", "又请"]
    words = [str(a.theme) for a in found.acts]
    assert "号决议" in words[0] and not words[0].endswith("，")


@pytest.mark.parametrize("row", load_table("led_words"), ids=lambda row: row["example"])
def test_each_row_has_its_words_in_its_example(row: dict[str, str]) -> None:
    places = {
        "addressee",
        "task",
        "delivering",
        "recipient",
        "giver",
        "own-session",
        "telling",
        "next",
    }
    assert row["place"] in places
    assert any(word in row["example"].lower() for word in row["words"].split())
