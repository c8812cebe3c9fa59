"""Which document a citation means, why, and when it stays open."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.linking.organs import OrganContext, own_organ, resolve_organ
from ungraph.matchers.citations import match_citations
from ungraph.model.link import Link
from ungraph.model.mention import MentionKind


def link_all(
    text: str, organ: str = "ga", language: str = "en", symbol: str | None = None
) -> tuple[Link[object], ...]:
    document = make_document(text, language=language, organ=organ, symbol=symbol)
    return link_citations(document, match_citations(document))


def target_of(link: Link[object]) -> str | None:
    return getattr(link.target, "text", None)


ORGANS = [
    ("ga", "Human Rights Council resolution 5/1", "A/HRC/RES/5/1", "organ named before"),
    ("ga", "resolution 5/1 of the Human Rights Council", "A/HRC/RES/5/1", "organ named after"),
    ("hrc", "General Assembly resolution 60/251", "A/RES/60/251", "organ named before"),
    (
        "hrc",
        "In paragraph 3 of its resolution 2004/7 the Commission on Human Rights asked",
        "E/CN.4/RES/2004/7",
        "named after the number",
    ),
    (
        "ga",
        "as the Economic and Social Council decided in its resolution 2004/7",
        "E/RES/2004/7",
        "named before in the sentence",
    ),
    (
        "ga",
        "Welcoming the report of the Human Rights Council, and recalling its resolution 60/1",
        "A/RES/60/1",
        "the document is one of the General Assembly",
    ),
    ("sc", "Recalling its resolution 242 (1967)", "S/RES/242(1967)", "the document is one of"),
    ("ga", "resolution 242 (1967)", "S/RES/242(1967)", "year in brackets"),
    ("ga", "resolution 40/12 of 21 March 2019", "A/HRC/RES/40/12", "Human Rights Council alone"),
    ("ga", "resolution 40/12 of 20 November 1985", "A/RES/40/12", "General Assembly"),
    ("hrc", "Council resolution 5/1", "A/HRC/RES/5/1", "the document is one of"),
    (
        "ga",
        "the Economic and Social Council met. Council resolution 2004/7",
        "E/RES/2004/7",
        "last full name",
    ),
    ("ga", "resolution S-21/1 of 23 July 2014", "A/HRC/RES/S-21/1", ""),
    ("ga", "resolution S-26/2 of 27 June 2001", "A/RES/S-26/2", ""),
    ("ga", "Security Council resolution 1373", "S/RES/1373(2001)", "the year from"),
    ("ga", "resolution 77/2285", "A/RES/77/228", ""),
    ("ga", "A/70/63-E/2015/10", "A/70/63", "first of two symbols"),
]


@pytest.mark.parametrize(
    ("organ", "text", "symbol", "reason"), ORGANS, ids=[row[1] for row in ORGANS]
)
def test_the_organ_is_told_from_the_words_around(
    organ: str, text: str, symbol: str, reason: str
) -> None:
    (link,) = (link for link in link_all(text, organ) if link.mention.kind is not MentionKind.ORGAN)
    assert target_of(link) == symbol
    assert reason in link.reason


OPEN = [
    ("ga", "European Parliament resolution 2015/25"),
    ("ga", "decision 1/CP.21 of the Conference of the Parties"),
    ("ga", "Commission on Narcotic Drugs resolution 45/3"),
    ("ga", "resolution 12/07"),
    ("hrcttee", "resolution 2004/11"),
    ("cat", "resolution No. 1063"),
    ("ga", "the Conference of the Parties, in decision 15/4, agreed"),
]


@pytest.mark.parametrize(("organ", "text"), OPEN, ids=[text for _, text in OPEN])
def test_a_doubtful_number_stays_open_with_a_reason(organ: str, text: str) -> None:
    links = link_all(text, organ)
    assert links
    assert all(link.target is None and link.reason for link in links)


def test_an_open_number_has_its_candidates() -> None:
    (link,) = link_all("resolution 2004/11", "hrcttee")
    assert [candidate.target.text for candidate in link.candidates] == [
        "E/RES/2004/11",
        "E/CN.4/RES/2004/11",
    ]


def test_a_described_resolution_has_those_of_its_organ_as_candidates() -> None:
    text = (
        "Commission on Human Rights resolutions 2003/4 and 2004/7 and resolution 60/1.\n"
        "He did not recognize the resolution adopted by the Commission on Human Rights on the "
        "situation of fishers in Freedonia and was silent."
    )
    link = link_all(text)[-1]
    assert link.target is None
    assert link.mention.surface == (
        "the resolution adopted by the Commission on Human Rights on the situation of fishers in "
        "Freedonia"
    )
    assert {c.target.text for c in link.candidates} == {"E/CN.4/RES/2003/4", "E/CN.4/RES/2004/7"}


def test_that_resolution_is_the_only_one_cited_just_before() -> None:
    links = link_all("It recalled resolution 60/1. In that resolution it asked for a report.")
    assert [target_of(link) for link in links] == ["A/RES/60/1", "A/RES/60/1"]


def test_that_resolution_stays_open_after_two() -> None:
    last = link_all("It recalled resolutions 60/1 and 60/2. In that resolution it asked.")[-1]
    assert last.target is None
    assert [c.target.text for c in last.candidates] == ["A/RES/60/2", "A/RES/60/1"]


def test_that_resolution_does_not_reach_over_other_parts() -> None:
    last = link_all(
        "It recalled resolution 60/1.\nA pause.\nAnother.\nIn that resolution it asked."
    )[-1]
    assert (last.target, last.candidates) == (None, ())


def test_the_covenant_is_the_one_the_committee_monitors() -> None:
    (link,) = link_all("a violation of article 19 of the Covenant", "hrcttee")
    assert target_of(link) == "treaty:ICCPR"
    assert str(link.mention.value.pinpoint) == "art. 19"


def test_a_bare_organ_means_the_last_full_name_with_its_head() -> None:
    text = "The Security Council met. The Human Rights Council met. The Council rose."
    document = make_document(text, organ="ga")
    mentions = match_citations(document)
    bare = mentions[-1]
    assert resolve_organ(document, bare, mentions).slug == "hrc"
    own = make_document(text, organ="sc")
    assert OrganContext(own, match_citations(own)).resolve(bare.value, bare.span.start).slug == "sc"
    assert own_organ(own) == "sc"


def test_a_list_agrees_on_its_organ() -> None:
    links = link_all(
        "the Human Rights Council met, and resolutions 40/12 of 21 March 2019 and 41/3 were read"
    )
    assert [target_of(link) for link in links] == ["A/HRC/RES/40/12", "A/HRC/RES/41/3"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "the African Charter"),
        ("en", "the Charter for Peace and Concord"),
        ("en", "the Convention on Contact with Birds"),
        ("fr", "la Charte africaine"),
        ("es", "la Carta de Transición"),
        ("es", "la Convención Internacional sobre las Aves"),
        ("ar", "الاتفاقية الدولية للطيور"),
        ("ar", "الاتفاقية الجمركية"),
        ("es", "el Pacto Mundial de la Nutrición"),
        ("zh", "《全面禁止核试验条约组织筹备委员会"),
        ("en", "the Comprehensive Nuclear-Test-Ban Treaty Organization"),
        ("zh", "《非洲宪章》"),
    ],
)
def test_a_short_name_that_goes_on_is_another_treaty(language: str, text: str) -> None:
    assert link_all(text, organ="crc", language=language) == ()


TWO = (
    "the Convention on the Rights of the Child and the Convention against Torture\n"
    "Parties to the Convention"
)


def test_a_short_name_behind_several_full_ones_stays_open_with_candidates() -> None:
    link = link_all(TWO)[-1]
    assert link.target is None
    assert [c.target.text for c in link.candidates] == ["treaty:CAT", "treaty:CRC"]
    link = link_all("See article 3 of the Covenant")[-1]
    assert [c.target.text for c in link.candidates] == ["treaty:ICCPR", "treaty:ICESCR"]


def test_a_short_name_is_the_only_full_one_in_the_same_paragraph() -> None:
    text = f"{TWO}\nUnder the Convention against Torture, parties to the Convention report"
    assert target_of(link_all(text)[-1]) == "treaty:CAT"


def test_the_optional_protocol_of_a_communication_is_the_one_on_communications() -> None:
    text = "article 7 (e) of the Optional Protocol"
    assert target_of(link_all(text, "crc", symbol="CRC/C/90/D/12/2020")[-1]) == "treaty:OP-CRC-IC"
    assert link_all(text, "crc", symbol="CRC/C/90/2")[-1].target is None


@pytest.mark.parametrize(
    ("symbol", "target"), [("CCPR/C/90/D/12/2020", None), ("E/DEC/2020/5", "E/DEC/2020/5")]
)
def test_this_decision_is_the_document_itself_only_where_it_is_one(
    symbol: str, target: str | None
) -> None:
    assert target_of(link_all("appealed this decision", symbol=symbol)[-1]) == target
    assert target_of(link_all("in the present decision", symbol=symbol)[-1]) == symbol


def test_the_charter_of_views_may_be_one_of_the_state() -> None:
    text = "contrary to the Charter of that land; see the Charter"
    link = link_all("contrary to the Charter", "hrcttee", symbol="CCPR/C/65/D/42/1997")[-1]
    assert (link.target, [c.target.text for c in link.candidates]) == (None, ["treaty:CHARTER"])
    assert target_of(link_all(text, "ga")[-1]) == "treaty:CHARTER"
