"""Universal periodic review: recommendations, who made them, and where they stand."""

from __future__ import annotations

import pytest

from ungraph.extractors.review_words import (
    find_source,
    find_standing,
    is_disclaimer,
    iter_numbers,
    read_position,
    read_title,
)
from ungraph.model.assertion import ActType, Assertions, OutcomeType
from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.resources import load_table

ROWS = load_table("review_lines")

HEAD = """United Nations

{symbol}

General Assembly

Distr.: General

11 March 2031

Original: English

Human Rights Council

Eighty-third session

Agenda item 6

Universal periodic review

Report of the Working Group on the Universal Periodic Review

{state}

{more}"""

REPORT = """II. Conclusions and/or recommendations

58. The recommendations listed below have been examined by Iceland and enjoy the support of Iceland:

58.1 Ratify the Convention on Rivers (No. 118) (Spain) (Iran (Islamic Republic of));

58.2 Consider establishing a national council (Brazil, Ecuador); adopt a plan (Chad);

59. The following recommendations did not enjoy the support of Iceland and would thus be noted:

59.1 Close the ports of the north (Bolivia (Plurinational State of) and Trinidad and Tobago);

60. The following recommendations will be examined by Iceland, which will answer no later than the
eighty-fourth session of the Human Rights Council:

60.1 Open the ports of the south, as recommended by the Council of Europe (the Netherlands).

61. All conclusions and/or recommendations contained in the present report reflect the position
of the submitting States. They should not be construed as endorsed by the Working Group as a whole.
"""


def build(body: str, symbol: str = "A/HRC/83/7", state: str = "Iceland", more: str = "") -> Result:
    text = HEAD.format(symbol=symbol, state=state, more=more) + "\n" + body
    name = symbol.replace("/", "_") + ".txt"
    return build_document(text.encode(), name=name, options=BuildOptions())


def recommendations(told: Assertions) -> dict[str, tuple[str, ...]]:
    return {
        str(act.pinpoint): act.agents for act in told.acts if act.rule == "review-recommendation"
    }


def test_each_recommendation_is_made_by_the_states_in_its_brackets() -> None:
    assert recommendations(build(REPORT).assertions) == {
        "para. 58.1": ("state-esp", "state-irn"),
        "para. 58.2": ("state-bra", "state-ecu", "state-tcd"),
        "para. 59.1": ("state-bol", "state-tto"),
        "para. 60.1": ("state-nld",),
    }


def test_a_recommendation_has_its_words_and_the_state_under_review_as_addressee() -> None:
    told = build(REPORT).assertions
    first = next(a for a in told.acts if a.key == "recommendation-58.1")
    assert first.theme == "Ratify the Convention on Rivers (No. 118)"
    assert first.addressees == ("state-isl",)
    assert first.act_type is ActType.RECOMMEND


def test_another_state_on_the_title_page_is_the_addressee() -> None:
    body = REPORT.replace("Iceland", "Chile")
    told = build(body, state="Chile").assertions
    assert {a.addressees for a in told.acts if a.rule == "review-recommendation"} == {
        ("state-chl",)
    }


def test_standing_is_an_act_of_the_state_and_an_outcome_for_each_recommendation() -> None:
    told = build(REPORT).assertions
    outcomes = {o.outcome_of[0]: o.outcome_type for o in told.outcomes}
    assert outcomes == {
        "recommendation-58.1": OutcomeType.ACCEPTED,
        "recommendation-58.2": OutcomeType.ACCEPTED,
        "recommendation-59.1": OutcomeType.NOTED,
        "recommendation-60.1": OutcomeType.DEFERRED,
    }
    answers = {a.act_type: a for a in told.acts if a.in_response_to}
    assert answers[ActType.ACCEPT].agents == ("state-isl",)
    assert answers[ActType.ACCEPT].in_response_to == ("recommendation-58.1", "recommendation-58.2")
    assert answers[ActType.TAKE_NOTE].cue == "be noted"


def test_what_is_recommended_has_not_been_done() -> None:
    told = build(REPORT).assertions
    assert not [a for a in told.acts if a.act_type is ActType.ESTABLISH]
    assert not [a for a in told.acts if "endorsed" in a.cue]
    assert [a.agents for a in told.acts if a.cue == "recommended"] == [("council-of-europe",)]


def test_recommendations_are_parts_of_the_paragraph_that_introduces_them() -> None:
    document = build(REPORT).document
    parents = {b.fragment: b.parent for b in document.blocks}
    assert parents["para-58.2"] == "para-58"
    assert parents["para-59"] == parents["para-58"] != "para-58"


def test_a_list_numbered_anew_is_numbered_under_its_paragraph() -> None:
    body = (
        "II. Conclusions and/or recommendations\n\n"
        + "\n\n".join(f"{n}. Some words on the dialogue of the day." for n in range(1, 12))
        + "\n\n12. The recommendations listed below will be examined by Iceland:\n\n"
        + "1. To ratify the Convention (Spain);\n\n2. To open the ports (Chad);\n\n"
        + "3. To close them again (Chad).\n\n13. All of them are set out in the present report.\n"
    )
    assert recommendations(build(body).assertions) == {
        "para. 12.1": ("state-esp",),
        "para. 12.2": ("state-tcd",),
        "para. 12.3": ("state-tcd",),
    }


FRENCH = """Nations Unies

A/HRC/83/7

Assemblée générale

Distr. générale

11 mars 2031

Français

Original : anglais

Conseil des droits de l’homme

Quatre-vingt-troisième session

Point 6 de l’ordre du jour

Examen périodique universel

Rapport du Groupe de travail sur l’Examen périodique universel

Islande

II. Conclusions et/ou recommandations

58. Les recommandations formulées au cours du dialogue ont été examinées par l’Islande et
recueillent son adhésion :

58.1 Ratifier la Convention sur les rivières (Espagne) (Iran (République islamique d’)) ;

58.2 Envisager d’adopter un plan (Brésil, Équateur) ;

59. Les recommandations ci-après n’ont pas recueilli l’adhésion de l’Islande et ont donc été
notées :

59.1 Fermer les ports (Tchad) ;

60. Les recommandations ci-après seront examinées par l’Islande, qui y répondra en temps voulu :

60.1 Ouvrir les ports (Pays-Bas).

61. Toutes les conclusions et/ou recommandations figurant dans le présent rapport reflètent la
position de l’État. Elles ne sauraient être considérées comme ayant été approuvées par le
Groupe de travail dans son ensemble.
"""
SPANISH = """Naciones Unidas

A/HRC/83/7

Asamblea General

Distr. general

11 de marzo de 2031

Español

Original: inglés

Consejo de Derechos Humanos

83er período de sesiones

Tema 6 de la agenda

Examen periódico universal

Informe del Grupo de Trabajo sobre el Examen Periódico Universal

Islandia

II. Conclusiones y/o recomendaciones

58. Las recomendaciones formuladas durante el diálogo interactivo que se enumeran a
continuación han sido examinadas por Islandia y cuentan con su apoyo:

58.1 Ratificar la Convención sobre los Ríos (España) (Irán (República Islámica del));

58.2 Considerar la posibilidad de aprobar un plan (Brasil, Ecuador);

59. Islandia ha tomado nota de las recomendaciones siguientes:

59.1 Cerrar los puertos (Chad);

60. Islandia examinará las recomendaciones siguientes y les dará respuesta a su debido tiempo:

60.1 Abrir los puertos (Países Bajos).

61. Todas las conclusiones y/o recomendaciones que figuran en el presente informe reflejan la
posición del Estado.
"""
RUSSIAN = """Организация Объединенных Наций

A/HRC/83/7

Генеральная Ассамблея

11 марта 2031 года

Совет по правам человека

Восемьдесят третья сессия

Пункт 6 повестки дня

Универсальный периодический обзор

Доклад Рабочей группы по универсальному периодическому обзору

Исландия

II. Выводы и/или рекомендации

58. Рекомендации, сформулированные в ходе диалога, были рассмотрены Исландией и пользуются
поддержкой Исландии:

58.1 ратифицировать Конвенцию о реках (Испания);

58.2 принять план (Бразилия, Эквадор);

59. Нижеследующие рекомендации были приняты Исландией к сведению:

59.1 закрыть порты (Чад);

60. Нижеследующие рекомендации будут рассмотрены Исландией, которая представит ответы в
установленный срок:

60.1 открыть порты (Нидерланды).

61. Все выводы отражают позицию представивших их государств.
"""


@pytest.mark.parametrize("text", [FRENCH, SPANISH, RUSSIAN], ids=["fr", "es", "ru"])
def test_other_languages_say_the_same(text: str) -> None:
    told = build_document(text.encode(), name="A_HRC_83_7.txt").assertions
    made = recommendations(told)
    assert made["para. 58.1"][0] == "state-esp"
    assert made["para. 58.2"] == ("state-bra", "state-ecu")
    assert (made["para. 59.1"], made["para. 60.1"]) == (("state-tcd",), ("state-nld",))
    assert {a.addressees for a in told.acts if a.rule == "review-recommendation"} == {
        ("state-isl",)
    }
    assert [o.outcome_type.value for o in told.outcomes] == [
        "accepted",
        "accepted",
        "noted",
        "deferred",
    ]


ADDENDUM = """1. Iceland has examined the recommendations made during the review.

2. Iceland accepts the following recommendations: 60.1, 60.3-60.5 and 60.9.

3. The recommendations below do not enjoy the support of Iceland: 60.2.

60.6 Open a third port. Noted

60.2 Paint the ports. Supported
"""
VIEWS = (
    "Addendum\n\nViews on conclusions and/or recommendations, voluntary commitments and replies "
    "presented by the State under review\n"
)


def test_an_addendum_answers_the_recommendations_of_the_report() -> None:
    told = build(ADDENDUM, symbol="A/HRC/83/7/Add.1", more=VIEWS).assertions
    answered = {o.outcome_of[0]: o.outcome_type for o in told.outcomes}
    report = "A/HRC/83/7#recommendation-"
    assert answered == {
        **{f"{report}60.{n}": OutcomeType.ACCEPTED for n in (1, 3, 4, 5, 9)},
        f"{report}60.6": OutcomeType.NOTED,
    }, "60.2 is answered twice in different ways and stays open"
    assert {a.agents for a in told.acts if a.in_response_to} == {("state-isl",)}


def test_a_table_of_answers_has_the_position_in_a_cell_of_its_own() -> None:
    body = (
        "1. Iceland has examined the recommendations.\n\n"
        "60.1 Open the ports of the south (Chad)\tSupported\tThe ports are open since 2030.\n\n"
        "60.2 Close the ports of the north (Spain)\tNoted\t\n\n"
        "60.3 Paint the ports (Chad)\tPartially supported\tSome will be painted.\n"
    )
    told = build(body, symbol="A/HRC/83/7/Add.1", more=VIEWS).assertions
    assert {o.outcome_of[0].rpartition("-")[2]: o.outcome_type.value for o in told.outcomes} == {
        "60.1": "accepted",
        "60.2": "noted",
    }


def test_a_list_names_the_source_of_each_position() -> None:
    text = (
        "Theme: ports\n\n60.1 Open the ports (Chad); Source of Position: A/HRC/83/7/Add.1 - Para.3"
        "\tSupported\t- ports SDGs: - 14\n\n58.1 Ratify the Convention (Spain); "
        "Source of Position: A/HRC/83/7 - Para 58\tNoted\t- treaties\n"
    )
    told = build_document(text.encode(), name="list.txt").assertions
    answers = [a for a in told.acts if a.in_response_to]
    assert [(a.in_response_to[0], a.act_type.value, str(a.performed_in), a.pinpoint) for a in answers] == [
        ("A/HRC/83/7#recommendation-60.1", "accept", "A/HRC/83/7/Add.1", "para. 3"),
        ("A/HRC/83/7#recommendation-58.1", "take-note", "A/HRC/83/7", "para. 58"),
    ]  # fmt: skip


def test_report_and_addendum_speak_of_the_same_node() -> None:
    report = {q.subject.value for q in build(REPORT).quads()}
    added = build(ADDENDUM, symbol="A/HRC/83/7/Add.1", more=VIEWS).quads()
    aims = {q.object.value for q in added if q.predicate.value.endswith("#inResponseTo")}
    assert "https://w3id.org/ungraph/id/doc/A/HRC/83/7#recommendation-60.1" in aims & report


def test_the_graph_of_a_review_conforms() -> None:
    for built in (build(REPORT), build(ADDENDUM, symbol="A/HRC/83/7/Add.1", more=VIEWS)):
        assert built.report is not None
        assert built.report.conforms


def test_other_reports_have_no_recommendations_of_this_kind() -> None:
    other = HEAD.replace("Universal Periodic Review", "Rivers").format(
        symbol="A/HRC/83/7", state="Iceland", more=""
    )
    built = build_document((other + "\n" + REPORT).encode(), name="A_HRC_83_7.txt")
    assert recommendations(built.assertions) == {}


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["kind"] == "standing"], ids=lambda r: r["example"]
)
def test_each_standing_matches_its_example(row: dict[str, str]) -> None:
    told = find_standing(row["example"], row["language"])
    assert told is not None
    assert told[0] == row["value"]
    if row["counter_example"]:
        other = find_standing(row["counter_example"], row["language"])
        assert other is None or other[0] != row["value"]


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["kind"] != "standing"], ids=lambda r: r["example"]
)
def test_each_other_line_matches_its_example(row: dict[str, str]) -> None:
    words, language = row["example"], row["language"]
    if row["kind"] == "title":
        assert read_title(words, language) == row["value"]
    elif row["kind"] == "position":
        assert read_position(words, language) == row["value"]
        assert not row["counter_example"] or not read_position(row["counter_example"], language)
    elif row["kind"] == "source":
        assert find_source(words, language) == ("A/HRC/43/15/Add.1", "3", len(words))
    elif row["kind"] == "disclaimer":
        assert is_disclaimer(words, language)
    else:
        assert row["kind"] == "word"


def test_ranges_of_numbers_are_spelled_out() -> None:
    assert [n for n, _ in iter_numbers("122.1, 122.4-122.6; 123.2 to 123.3")] == [
        "122.1", "122.4", "122.5", "122.6", "123.2", "123.3",
    ]  # fmt: skip
    assert [n for n, _ in iter_numbers("122.9-121.2")] == ["122.9"]
