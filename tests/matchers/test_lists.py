"""Lists under one head noun: letters in other scripts, and dates that are no dates of adoption."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations


def links_of(text: str, language: str) -> list[tuple[str, str]]:
    """Target and date of each link."""
    document = make_document(text, language=language, organ="ga")
    return [
        (str(link.target), str(getattr(link.mention.value, "date", None) or ""))
        for link in link_citations(document, match_citations(document))
    ]


@pytest.mark.parametrize(
    ("language", "text", "symbols"),
    [
        ("ru", "резолюции 53/243 А и В", ["A/RES/53/243A", "A/RES/53/243B"]),
        ("ru", "резолюции 53/77 АА", ["A/RES/53/77AA"]),
        ("ru", "резолюция 49/233 В от 31 марта 1995 года", ["A/RES/49/233B"]),
        ("ru", "резолюция 61/9 Ассамблеи", ["A/RES/61/9"]),
        ("ru", "резолюция 1514(ХV)", ["A/RES/1514(XV)"]),
        ("ar", "القرار 53/243 ألف وباء", ["A/RES/53/243A", "A/RES/53/243B"]),
        ("en", "resolutions 53/243 A to C", ["A/RES/53/243A", "A/RES/53/243B", "A/RES/53/243C"]),
    ],
)
def test_a_letter_in_any_script_is_part_of_the_number(
    language: str, text: str, symbols: list[str]
) -> None:
    assert [symbol for symbol, _ in links_of(text, language)] == symbols


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "resolution 61/105 as of 1 December 2007"),
        ("en", "its resolution 61/105, with effect from 1 January 2007"),
        ("en", "its resolution 61/105 until 31 December 2007"),
        ("en", "resolution 61/105 on 1 March 2009 the Secretary-General"),
        ("fr", "la résolution 61/105, avec effet au 1er janvier 2007"),
        ("es", "la resolución 61/105, con efecto a partir del 1 de enero de 2007"),
        ("ru", "резолюцию 61/105 с 1 января 2007 года"),
        ("ar", "القرار 61/105 اعتبارا من 1 كانون الثاني/يناير 2007"),
        ("zh", "自2007年1月1日起第61/105号决议生效"),
    ],
)
def test_a_date_of_effect_is_no_date_of_adoption(language: str, text: str) -> None:
    assert links_of(text, language) == [("A/RES/61/105", "")]


def test_a_day_named_behind_a_dated_list_moves_no_date() -> None:
    text = (
        "the designation, in General Assembly resolutions 61/9 of 22 November 2006 and 67/11 of "
        "24 July 2013, of 22 March as World Day of Wells"
    )
    dates = [("A/RES/61/9", "2006-11-22"), ("A/RES/67/11", "2013-07-24")]
    assert links_of(text, "en") == dates


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "its resolutions 71/1 and 71/2, both of 3 October 2016"),
        (
            "en",
            "its resolutions 71/1, on wells, and 71/2, on the Code of Roads, both of 3 October 2016",
        ),
        ("en", "its resolutions 71/1 and 71/2, all of 3 October 2016"),
        ("fr", "ses résolutions 71/1 et 71/2, toutes deux du 3 octobre 2016"),
        ("es", "sus resoluciones 71/1 y 71/2, ambas de 3 de octubre de 2016"),
        ("ru", "свои резолюции 71/1 и 71/2, обе от 3 октября 2016 года"),
        ("ar", "قراريها 71/1 و 71/2 المؤرخين 3 تشرين الأول/أكتوبر 2016"),
        ("zh", "其2016年10月3日第71/1和71/2号决议"),
    ],
)
def test_a_date_of_all_is_the_date_of_each(language: str, text: str) -> None:
    dates = [("A/RES/71/1", "2016-10-03"), ("A/RES/71/2", "2016-10-03")]
    assert links_of(text, language) == dates


def test_a_date_of_both_is_of_the_last_two() -> None:
    text = "resolutions 71/1 of 2 October 2016 and 71/2 and 71/3, both of 3 October 2016"
    assert [date for _, date in links_of(text, "en")] == ["2016-10-02", "2016-10-03", "2016-10-03"]
