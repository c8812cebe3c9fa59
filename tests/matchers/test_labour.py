"""Conventions of the International Labour Organization are told by their number."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations

FORMS = [
    ("en", "under ILO Convention No. 169", ["ILO-C169"]),
    ("en", "ILO Conventions Nos. 87 and 98", ["ILO-C87", "ILO-C98"]),
    ("en", "Convention No. 87 of the International Labour Organization", ["ILO-C87"]),
    ("en", "the Worst Forms of Child Labour Convention, 1999 (No. 182)", ["ILO-C182"]),
    ("fr", "la Convention no 169 de l’OIT", ["ILO-C169"]),
    ("fr", "la Convention de 2011 sur le travail domestique (no 189)", ["ILO-C189"]),
    ("es", "el Convenio núm. 169 de la OIT", ["ILO-C169"]),
    ("es", "el Convenio sobre el Trabajo Doméstico, 2011 (núm. 189)", ["ILO-C189"]),
    ("ru", "Конвенция № 169 МОТ", ["ILO-C169"]),
    ("ru", "Конвенция МОТ № 169", ["ILO-C169"]),
    ("ru", "Конвенция 2011 года о домашнем труде (№ 189)", ["ILO-C189"]),
    ("ar", "اتفاقية منظمة العمل الدولية رقم 169", ["ILO-C169"]),
    ("ar", "الاتفاقية المتعلقة بالعمال المنزليين لعام 2011 (رقم 189)", ["ILO-C189"]),
    ("zh", "国际劳工组织第169号公约", ["ILO-C169"]),
    ("zh", "《2011年家庭工人公约》(第189号)", ["ILO-C189"]),
    ("en", "the Domestic Workers Recommendation, 2011 (No. 201)", []),
    ("en", "Convention No. 5 of the Conference of The Hague", []),
    ("en", "the report of 2011 (No. 189)", []),
    ("zh", "《2011年家庭工人建议书》(第201号)", []),
]


@pytest.mark.parametrize(("language", "text", "codes"), FORMS, ids=[row[1] for row in FORMS])
def test_the_number_names_the_convention(language: str, text: str, codes: list[str]) -> None:
    document = make_document(text, language=language)
    links = link_citations(document, match_citations(document))
    found = [link.target.text for link in links if link.target is not None]
    assert found == [f"treaty:{code}" for code in codes]


def test_the_noun_of_its_title_is_not_the_convention_of_the_committee() -> None:
    document = make_document("the Domestic Workers Convention, 2011 (No. 189)", organ="cedaw")
    links = link_citations(document, match_citations(document))
    assert [getattr(link.target, "text", None) for link in links] == ["treaty:ILO-C189"]


def test_an_article_of_it_is_its_pinpoint() -> None:
    document = make_document("article 3 of ILO Convention No. 138 and article 7 of the Covenant")
    links = link_citations(document, match_citations(document))
    assert str(getattr(links[0].mention.value, "pinpoint", None)) == "art. 3"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "vol. 2518, No. 44910"),
        ("fr", "vol. 2518, no 44910"),
        ("es", "vol. 2518, núm. 44910"),
    ],
)
def test_a_volume_and_number_that_are_known_are_a_treaty(language: str, text: str) -> None:
    document = make_document(text, language=language)
    links = link_citations(document, match_citations(document))
    assert [getattr(link.target, "text", None) for link in links] == ["treaty:OP-CRPD"]
    assert match_citations(make_document("The Journal, vol. 45, No. 1234")) == ()


def test_old_resolutions_have_parts_and_years() -> None:
    document = make_document("see S/525, III] and resolution 1973/1768 (LIV)", organ="ecosoc")
    links = link_citations(document, match_citations(document))
    assert [link.target.text for link in links if link.target] == ["S/525", "E/RES/1768(LIV)"]
    assert str(getattr(links[0].mention.value, "pinpoint", None)) == "part III"
