"""Lists of numbers: bare ones, dates one each, titles between, other bodies, other scripts."""

from __future__ import annotations

import re

import pytest

from citation_documents import make_document
from ungraph.identifiers.resolution import parse_act_number
from ungraph.linking.documents import link_citations
from ungraph.linking.plausibility import turn_around
from ungraph.linking.series import BY_FORM, FORMS_OF, HEAD_ORGANS
from ungraph.matchers import list_cues
from ungraph.matchers.citations import match_citations
from ungraph.matchers.list_dates import is_date_gap, is_of_date, without_topic


def links_of(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Target and date of each link."""
    document = make_document(text, language=language, organ="ga")
    return [
        (str(link.target), str(getattr(link.mention.value, "date", None) or ""))
        for link in link_citations(document, match_citations(document))
    ]


def targets_of(text: str, language: str = "en") -> list[str]:
    return [target for target, _ in links_of(text, language)]


S1325, S1820, S2250 = "S/RES/1325(2000)", "S/RES/1820(2008)", "S/RES/2250(2015)"


@pytest.mark.parametrize(
    ("language", "text", "symbols"),
    [
        ("en", "Security Council resolutions 1325 and 2250", [S1325, S2250]),
        ("en", "Security Council resolutions 1325, 1820 and 2250", [S1325, S1820, S2250]),
        ("fr", "les résolutions 1325 et 2250 du Conseil de sécurité", [S1325, S2250]),
        ("es", "las resoluciones 1325 y 2250 del Consejo de Seguridad", [S1325, S2250]),
        ("ru", "резолюции 1325 и 2250 Совета Безопасности", [S1325, S2250]),
        ("en", "Security Council resolution 1325 and 2250 observers", [S1325]),
        ("en", "Security Council resolutions 1325 and 40 observers", [S1325]),
        ("en", "Security Council resolutions 1325 and 250 %", [S1325]),
    ],
)
def test_bare_numbers_make_a_list_behind_a_plural(
    language: str, text: str, symbols: list[str]
) -> None:
    assert targets_of(text, language) == symbols


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "its resolutions 60/1 and 60/2, of 12 and 14 December 2005"),
        ("fr", "ses résolutions 60/1 et 60/2, en date du 12 et du 14 décembre 2005"),
        ("es", "sus resoluciones 60/1 y 60/2, de 12 y 14 de diciembre de 2005"),
        ("zh", "其2005年12月12日和14日第60/1和60/2号决议"),
    ],
)
def test_days_of_one_month_are_of_one_number_each(language: str, text: str) -> None:
    dates = [("A/RES/60/1", "2005-12-12"), ("A/RES/60/2", "2005-12-14")]
    assert links_of(text, language) == dates


def test_fewer_days_than_numbers_are_of_the_last_ones() -> None:
    text = "ses résolutions 60/1, 60/2 et 60/3, en date du 12 et du 14 décembre 2005"
    assert [date for _, date in links_of(text, "fr")] == ["", "2005-12-12", "2005-12-14"]


def test_a_han_list_of_dates_may_change_the_month() -> None:
    text = "其2005年11月30日和12月14日第60/1和60/2号决议"
    assert [date for _, date in links_of(text, "zh")] == ["2005-11-30", "2005-12-14"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'its resolutions 60/1, entitled "Follow-up to resolution 55/2", and 60/3 of {}'),
        ("fr", "ses résolutions 60/1, intitulée « Suite de la résolution 55/2 », et 60/3 du {}"),
        ("ru", "свои резолюции 60/1 «Осуществление резолюции 55/2» и 60/3 от {}"),
    ],
)
def test_a_list_goes_on_behind_a_quoted_title(language: str, text: str) -> None:
    day = {"en": "24 October 2005", "fr": "24 octobre 2005", "ru": "24 октября 2005 года"}
    assert links_of(text.format(day[language]), language) == [
        ("A/RES/60/1", ""),
        ("A/RES/55/2", ""),
        ("A/RES/60/3", "2005-10-24"),
    ]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("القرار 306/74", "A/RES/74/306"),
        ("القرار 74/306", "A/RES/74/306"),
        ("القرار دإ-2/10", "A/RES/S-10/2"),
        ("القرار 60\u200e/1", "A/RES/60/1"),
        ("القرار \u200e60/1", "A/RES/60/1"),
        ("القرار 60/\u200e1", "A/RES/60/1"),
    ],
)
def test_arabic_numbers_are_read_whichever_side_they_are_printed_from(
    text: str, symbol: str
) -> None:
    assert targets_of(text, "ar") == [symbol]


def test_other_languages_turn_no_number_around() -> None:
    assert "A/RES/74/306" not in targets_of("resolution 306/74")
    assert turn_around(parse_act_number("74/306")) is None


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("大会1950年11月3日第377㈤号决议", "A/RES/377(V)"),
        ("大会第1514(十五)号决议", "A/RES/1514(XV)"),
        ("大会第217 A㈢号决议", "A/RES/217(III)A"),
    ],
)
def test_han_numerals_tell_the_session(text: str, symbol: str) -> None:
    assert targets_of(text, "zh") == [symbol]


def test_letters_behind_a_han_number_share_its_date() -> None:
    assert links_of("2006年3月3日第60/1 A和B号决议", "zh") == [
        ("A/RES/60/1A", "2006-03-03"),
        ("A/RES/60/1B", "2006-03-03"),
    ]
    symbols = ["A/RES/53/243A", "A/RES/53/243B", "A/RES/54/1"]
    assert targets_of("第53/243 A和B及54/1号决议", "zh") == symbols


def test_an_organ_in_a_title_is_not_the_organ_of_the_number() -> None:
    assert targets_of("人权理事会第60/1号决议", "zh") == ["A/HRC/RES/60/1"]
    assert targets_of("题为《人权理事会的工作》的第60/1号决议", "zh") == ["A/RES/60/1"]


ESCAP = "Economic and Social Commission for Asia and the Pacific"


@pytest.mark.parametrize(
    "text",
    [
        f"Recalling resolutions 72/7 and 73/1 of the {ESCAP}",
        f"{ESCAP} resolutions 72/7 of 19 May 2016 and 73/1 of 19 May 2017",
    ],
)
def test_a_list_of_another_body_stays_that_bodys(text: str) -> None:
    assert targets_of(text) == ["E/ESCAP/RES/72/7", "E/ESCAP/RES/73/1"]


def test_a_list_of_a_body_without_series_stays_open() -> None:
    assert targets_of("Noting Economic Commission for Africa resolutions 72/7 and 73/1") == [
        "None",
        "None",
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Supplement No. 53 (A/69/53), chap. IV, sect. A, resolution 27/12."),
        ("fr", "Supplément no 53 (A/69/53), chap. IV, sect. A, résolution 27/12."),
        ("ru", "Дополнение № 53 (A/69/53), глава IV, раздел A, резолюция 27/12."),
        ("ar", "الملحق رقم 53 (A/69/53)، الفصل الرابع، القرار 27/12"),
        ("zh", "《补编第53号》(A/69/53)，第四章，A节，第27/12号决议。"),
    ],
)
def test_a_resolution_printed_in_a_report_is_of_the_organ_that_reports(
    language: str, text: str
) -> None:
    assert targets_of(text, language) == ["A/69/53", "A/HRC/RES/27/12"]


@pytest.mark.parametrize(
    "text",
    [
        "Supplement No. 53 (A/69/53), resolution 27/12.",
        "Supplement No. 53 (A/69/53), chap. IV\nresolution 27/12.",
        "Supplement No. 25 (A/68/25), annex, decision 27/2.",
    ],
)
def test_a_report_without_chapter_or_series_tells_nothing(text: str) -> None:
    assert targets_of(text)[1:] == ["None"]


def test_every_organ_told_by_form_or_head_noun_has_a_series() -> None:
    told = {slug for slugs in (*BY_FORM.values(), *HEAD_ORGANS.values()) for slug in slugs}
    assert told <= FORMS_OF


@pytest.mark.parametrize(
    ("before", "language", "found"),
    [
        ("recalling its ", "en", True),
        ("recalling its previous ", "en", True),
        ("recalling the Council's ", "en", False),
        ("recalling it", "en", False),
    ],
)
def test_its_stands_before_adjectives_too(before: str, language: str, found: bool) -> None:
    assert list_cues.ends_possessive(before, language) is found


def test_a_verb_stands_before_the_organ_in_arabic() -> None:
    assert list_cues.is_relative("الذي أنشأ بموجبه", "ar")
    assert not list_cues.is_relative("الذي أنشأ بموجبه في الدورة", "ar")


def test_words_between_a_number_and_a_date_leave_it_or_keep_it() -> None:
    assert is_date_gap(", adopted on ", "en")
    assert not is_date_gap(" on ", "en")
    assert not is_date_gap(" and the ", "en")
    assert without_topic(", on the Code of Roads, both of ", "en") == "both of "
    assert without_topic(", on the Code of Roads, of ", "en") == ", on the Code of Roads, of "
    assert is_of_date("resolution of 3 May", 10, 14, "en")
    assert not is_of_date("resolution on 3 May", 10, 14, "en")


def test_a_new_verb_begins_a_word() -> None:
    verb = list_cues.new_verb("en")
    assert isinstance(verb, re.Pattern)
    assert verb.search("the Council, recalling its resolution")
    assert not verb.search("the Council, xrecalling its resolution")
