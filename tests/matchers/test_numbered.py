"""General comments, communications, treaties by volume and number, rules of procedure."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.matchers.values import ActReference, NumberedReference, TreatyReference
from ungraph.resources import load_table


def numbered(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    values = [m.value for m in match_citations(make_document(text, language=language))]
    return [(v.kind, v.number, v.year) for v in values if isinstance(v, NumberedReference)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "its general comment No. 31 (2004)", ("general-comment", "31", "2004")),
        ("en", "General Comment No.7", ("general-comment", "7", "")),
        ("fr", "l’observation générale no 20 (1992)", ("general-comment", "20", "1992")),
        ("es", "la recomendación general núm. 19 (1992)", ("general-recommendation", "19", "1992")),
        ("ru", "замечание общего порядка № 31 (2004)", ("general-comment", "31", "2004")),
        ("ar", "التعليق العام رقم 31 (2004)", ("general-comment", "31", "2004")),
        ("zh", "第31号一般性意见(2004年)", ("general-comment", "31", "2004")),
        ("en", "communication No. 17/2001", ("communication", "17/2001", "")),
        ("fr", "la communication no 17/2001", ("communication", "17/2001", "")),
        ("es", "la comunicación núm. 17/2001", ("communication", "17/2001", "")),
        ("ru", "сообщение № 17/2001", ("communication", "17/2001", "")),
        ("ar", "البلاغ رقم 17/2001", ("communication", "17/2001", "")),
        ("zh", "第17/2001号来文", ("communication", "17/2001", "")),
        ("en", "rule 12 of its rules of procedure", ("rules-of-procedure", "", "")),
        ("fr", "l’article 12 de son règlement intérieur", ("rules-of-procedure", "", "")),
        ("ru", "правило 12 своих правил процедуры", ("rules-of-procedure", "", "")),
        ("zh", "议事规则第12条", ("rules-of-procedure", "", "")),
    ],
)
def test_a_number_of_its_own_kind_is_read(
    language: str, text: str, expected: tuple[str, str, str]
) -> None:
    assert numbered(text, language) == [expected]


def test_a_list_of_them_gives_one_each() -> None:
    text = "general comments Nos. 14 (on health) and 15 (on water)"
    assert [number for _, number, _ in numbered(text)] == ["14", "15"]
    text = "communications No. 1/2010, No. 2/2010 and No. 33/2011"
    assert [number for _, number, _ in numbered(text)] == ["1/2010", "2/2010", "33/2011"]
    text = "communications Nos. 1/2010, 2/2010 and 33/2011"
    assert [number for _, number, _ in numbered(text)] == ["1/2010", "2/2010", "33/2011"]


@pytest.mark.parametrize(
    "text",
    [
        "a general comment on article 9",
        "general comments 12/13 of the members",
        "communication No. 155/96",
        "the rules of procedure were adopted",
        "The Journal, vol. 45, No. 1234",
        "rule 5 of the present rules of procedure",
    ],
)
def test_a_look_alike_is_none(text: str) -> None:
    assert numbered(text) == []


def test_every_treaty_of_the_series_is_found_by_volume_and_number() -> None:
    for row in load_table("treaty_series"):
        (value,) = [m.value for m in match_citations(make_document(row["example"]))]
        assert isinstance(value, NumberedReference)
        assert row["code"] in value.codes, row["example"]


def test_volumes_of_several_treaties_are_several() -> None:
    text = "Ibid., vols. 2171, 2173 and 2983, No. 27531"
    values = [m.value for m in match_citations(make_document(text))]
    assert [v.codes for v in values] == [("OP-CRC-SC",), ("OP-CRC-AC",), ("OP-CRC-IC",)]


def test_every_series_of_general_comments_gives_the_symbol_of_its_example() -> None:
    for row in load_table("general_comments"):
        document = make_document(row["example"])
        links = link_citations(document, match_citations(document))
        number = row["example"].rpartition(" ")[2]
        assert [link.target.text for link in links] == [f"{row['prefix']}/{number}"]


def test_every_number_of_another_organization_is_found() -> None:
    for row in load_table("other_numbers"):
        document = make_document(row["example"])
        (link,) = link_citations(document, match_citations(document))
        value = link.mention.value
        assert isinstance(value, ActReference)
        assert (value.number, link.target) == (None, None)
        assert row["adopter"] in link.reason, row["example"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "a violation of articles 7 and 9 was found", ["arts. 7 and 9"]),
        ("en", "convicted under article 188 of the Criminal Code", []),
        ("en", "The Constitution protects her; see article 7", []),
        ("en", "a judge authorized by law, in violation of article 7.", ["art. 7"]),
        ("en", "in conjunction with article 12 (para. 7.10), I hold", ["art. 12"]),
        ("fr", "une violation des articles 7 et 9.", ["arts. 7 and 9"]),
        ("fr", "l’article 188 du Code pénal", []),
        ("es", "una violación del artículo 7.", ["art. 7"]),
        ("ru", "нарушение статьи 7.", ["art. 7"]),
        ("ru", "статья 188 Уголовного кодекса", []),
        ("ar", "انتهاك المادة 7.", ["art. 7"]),
        ("ar", "المادة 188 من قانون العقوبات", []),
        ("zh", "违反第七条。", ["art. 7"]),
        ("zh", "《刑法》第一八八条", []),
    ],
)
def test_articles_alone_are_of_the_treaty_that_the_committee_monitors(
    language: str, text: str, found: list[str]
) -> None:
    document = make_document(text, language=language, organ="hrcttee")
    links = link_citations(document, match_citations(document))
    treaties = [link for link in links if isinstance(link.mention.value, TreatyReference)]
    assert [str(link.mention.value.pinpoint) for link in treaties] == found
    assert {link.target.text for link in treaties} <= {"treaty:ICCPR"}


def test_articles_alone_are_nothing_in_other_documents() -> None:
    assert match_citations(make_document("a violation of articles 7 and 9", organ="ga")) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "rule 97, paragraph 3, of its rules of procedure"),
        ("fr", "l’article 97, paragraphe 3, de son règlement intérieur"),
        ("zh", "议事规则第97条第3款"),
    ],
)
def test_an_article_of_rules_of_procedure_is_a_rule(language: str, text: str) -> None:
    mentions = match_citations(make_document(text, language=language))
    pinpoints = [str(m.value.pinpoint) for m in mentions if getattr(m.value, "pinpoint", None)]
    assert pinpoints == ["rule 97, para. 3"]
