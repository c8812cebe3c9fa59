"""Citations as statements: relation, pinpoint, evidence, keys."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.extractors.citing import extract_citations
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.model.assertion import Citation, DescribedDocument
from ungraph.readers.detect import read_document


def cite(
    text: str, organ: str = "ga", language: str = "en", symbol: str | None = None
) -> tuple[tuple[Citation, ...], tuple[DescribedDocument, ...]]:
    document = make_document(text, language=language, organ=organ, symbol=symbol)
    mentions = match_citations(document)
    return extract_citations(document, mentions, link_citations(document, mentions))


RELATIONS = [
    ("en", "Recalling its resolution 60/1", "recalls"),
    ("en", "Pursuant to General Assembly resolution 60/1, he reports", "pursuant-to"),
    ("en", "prepared further to Human Rights Council decision 5/101", "further-to"),
    ("en", "In its resolution 60/1 the General Assembly requested him to report", "requested-in"),
    ("en", "Takes note of resolution 60/1", "takes-note-of"),
    ("en", "See resolution 60/1", "see"),
    ("en", "as amended by resolution 60/1", "amends"),
    ("en", "There is also resolution 60/1", "cites"),
    ("en", "Welcomes the measures contained in resolution 60/1", "cites"),
    ("en", "Recalling the measures contained in resolution 60/1", "recalls"),
    ("en", "her rights under article 7 of the Covenant", "cites"),
    ("en", "inadmissible under article 7 of the Covenant", "pursuant-to"),
    ("en", "The State notes that the rights of article 7 of the Covenant are limited", "cites"),
    ("en", "See the Guide to the Implementation of Fairs (A/61/9)", "see"),
    ("en", "as approved by the Assembly in its resolution 60/1", "decides-in"),
    ("en", "the principles established in the Vienna Convention on the Law of Treaties", "cites"),
    ("en", "Adopting the rules “Recalling fairs” of resolution 60/1", "adopts"),
    ("fr", "note 5 de la résolution 60/1", "cites"),
    ("fr", "l’application du paragraphe 4 de la résolution 60/1", "implements"),
    ("es", "en virtud del Capítulo VII de la Carta", "pursuant-to"),
    ("es", "la aplicación del párrafo 4 de la resolución 60/1", "implements"),
    ("ru", "решения, содержащиеся в резолюции 60/1", "cites"),
    ("ru", "ссылаясь далее на резолюцию 60/1", "recalls"),
    ("ar", "تقرير الفريق، القرار 60/1", "cites"),
    ("ar", "تمشيا مع القرار 60/1", "pursuant-to"),
    ("zh", "会议通过的第60/1号决议", "cites"),
    ("zh", "重申大会通过的第60/1号决议", "reaffirms"),
    ("en", "Takes note of the decision contained in document CD/2229", "takes-note-of"),
    ("en", "The author reiterates that article 2 of the Covenant is breached", "cites"),
    ("en", "according to article 1 of the Covenant", "pursuant-to"),
    ("ar", "وإذ تضع في الحسبان قرارها 60/1", "recalls"),
    ("zh", "大会第60/1号决议第十二节核准的款额", "decides-in"),
    ("zh", "按第60/1号决议的要求", "pursuant-to"),
    ("zh", "回顾关于成果落实工作的第60/1号决议", "recalls"),
    ("en", "her right to life under article 6 of the Covenant", "cites"),
    ("fr", "Ayant examiné la proposition de nommer M. Serge Dupont (A/61/9)", "takes-note-of"),
    ("fr", "à mettre intégralement en œuvre sa résolution 60/1", "implements"),
    ("ru", "в соответствии со статьей 96 Устава", "pursuant-to"),
    ("ar", "22 - تشير كذلك إلى قرارها 60/1", "recalls"),
    ("fr", "Rappelant sa résolution 60/1", "recalls"),
    ("fr", "établi en application de la résolution 60/1", "pursuant-to"),
    ("es", "Recordando su resolución 60/1", "recalls"),
    ("es", "de conformidad con la resolución 60/1", "pursuant-to"),
    ("ru", "ссылаясь на свою резолюцию 60/1", "recalls"),
    ("ru", "во исполнение резолюции 60/1", "pursuant-to"),
    ("ar", "إذ تشير إلى قرارها 60/1", "recalls"),
    ("zh", "回顾其第60/1号决议", "recalls"),
    ("zh", "根据第60/1号决议", "pursuant-to"),
]


@pytest.mark.parametrize(("language", "text", "relation"), RELATIONS, ids=[r[1] for r in RELATIONS])
def test_the_relation_comes_from_the_governing_words(
    language: str, text: str, relation: str
) -> None:
    citations, _ = cite(text, language=language)
    assert [c.relation.value for c in citations] == [relation]


def test_a_citation_says_what_the_words_say() -> None:
    (citation,), _ = cite(
        "Pursuant to paragraph 4 (c) of General Assembly resolution 60/1 of 16 September 2005, "
        'entitled "Outcome of the fair"',
        organ="hrc",
    )
    assert citation.cited.text == "A/RES/60/1"
    assert (citation.pinpoint, citation.pinpoint_fragment) == ("para. 4 (c)", "para-4-c")
    assert str(citation.date_said) == "2005-09-16"
    assert citation.title_said == "Outcome of the fair"
    assert (citation.surface, citation.relation_cue) == ("resolution 60/1", "Pursuant to")
    assert (citation.adopted_by, citation.body_reason) == ("ga", "")


def test_an_inferred_organ_is_said_with_its_reason() -> None:
    (citation,), _ = cite("Recalling its resolution 60/1")
    assert "the document is one of the General Assembly" in citation.body_reason


def test_the_document_does_not_cite_itself_by_its_own_symbol() -> None:
    citations, _ = cite("A/60/7\nSee A/60/7 and A/60/8.", symbol="A/60/7")
    assert [c.cited.text for c in citations] == ["A/60/8"]


def test_a_part_of_the_document_itself_is_a_citation_of_itself() -> None:
    (citation,), _ = cite("as said in paragraph 5 above", symbol="A/60/7")
    assert (citation.cited.text, citation.relation.value, citation.pinpoint) == (
        "A/60/7",
        "self",
        "para. 5",
    )


def test_an_addendum_to_the_present_report_has_its_symbol() -> None:
    (citation,), _ = cite("see addendum 2 to the present report", symbol="A/60/7")
    assert citation.cited.text == "A/60/7/Add.2"


def test_an_open_set_is_one_node_without_target() -> None:
    (citation,), (described,) = cite("under all decisions adopted by the Security Council before")
    assert citation.cited == described.key
    assert (described.plural, described.adopted_by) == (True, "sc")


def test_keys_depend_on_words_and_not_on_places() -> None:
    before, _ = cite("Recalling its resolution 60/1")
    after, _ = cite("A first paragraph.\n\nRecalling its resolution 60/1")
    assert [c.key for c in before] == [c.key for c in after]


def test_the_same_words_twice_have_two_keys() -> None:
    citations, _ = cite("Recalling resolution 60/1\nRecalling resolution 60/1")
    assert len({c.key for c in citations}) == 2


def test_the_line_that_says_what_a_document_is_cites_nothing() -> None:
    page = """United Nations

A/RES/70/900

General Assembly

Distr.: General
12 January 2016

Seventieth session
Agenda item 39

Resolution adopted by the General Assembly on 3 December 2015

70/900. Peaceful use of lakes

The General Assembly,

Recalling the resolution adopted by the Security Council on the situation in Ruritania,

1. Decides to remain seized of the matter.
"""
    document = read_document(page.encode())
    mentions = match_citations(document)
    _, described = extract_citations(document, mentions, link_citations(document, mentions))
    assert ["Security Council" in node.label for node in described] == [True]


def test_a_long_list_keeps_the_relation_of_its_first_member() -> None:
    listed = ", ".join(f"{n}/{n} of 20 December {1946 + n}" for n in range(50, 70))
    citations, _ = cite(f"Recalling its resolutions {listed} and 70/3 of 5 May 2016, as well as")
    assert len(citations) == 21
    assert {str(c.relation) for c in citations} == {"recalls"}


def test_a_citation_in_another_sentence_has_no_share_in_the_relation() -> None:
    filler = "as the members heard at length during the long afternoon of that day " * 5
    citations, _ = cite(f"Recalling its resolution 60/1. {filler} there was resolution 61/2")
    assert [str(c.relation) for c in citations] == ["recalls", "cites"]


def test_words_at_the_head_of_a_long_sentence_govern_its_last_citation() -> None:
    filler = "on the fairs of many towns and the long roads between them, " * 9
    citations, _ = cite(f"Recalling its resolution 60/1 {filler} as well as its resolution 61/2")
    assert [str(c.relation) for c in citations] == ["recalls", "recalls"]


def test_the_line_of_its_own_adoption_is_no_citation() -> None:
    data = (
        b"United Nations\nE/RES/2021/15\nEconomic and Social Council\n2021 session\n\n"
        b"Resolution adopted by the Economic and Social Council on 9 June 2021\n\n"
        b"2021/15. Fairs\n\nRecalling its resolution 2009/10 of 27 July 2009,\n"
    )
    document = read_document(data)
    mentions = match_citations(document)
    citations, _ = extract_citations(document, mentions, link_citations(document, mentions))
    assert [c.surface for c in citations] == ["resolution 2009/10"]
