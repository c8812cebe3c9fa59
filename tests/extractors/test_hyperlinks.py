"""Citations of the text against the links of the file."""

from __future__ import annotations

import pytest

from akn_samples import PREAMBLE, resolution
from ungraph.extractors.citing import extract_citations
from ungraph.extractors.hyperlinks import check_hyperlinks
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.model.assertion import Citation
from ungraph.model.document import Status
from ungraph.readers.akn import read_akn

LINKED = '<a href="https://undocs.org/en/A/RES/85/71">85/71</a>'


def check(linked: str, before: str = "its\n    resolution ") -> tuple[list[Citation], list[str]]:
    """The citations of the first preambular paragraph with *linked* in it, and the warnings."""
    preamble = PREAMBLE.replace(f"its\n    resolution {LINKED}", before + linked)
    assert linked in preamble
    document = read_akn(resolution(preamble=preamble))
    cited = match_citations(document)
    citations, _ = extract_citations(document, cited, link_citations(document, cited))
    checked, warnings = check_hyperlinks(document, citations)
    block = next(b for b in document.blocks if b.fragment == "preamble-1")
    return [c for c in checked if block.span.contains(c.evidence[0])], list(warnings)


def link(target: str, words: str = "85/71") -> str:
    return f'<a href="https://undocs.org/en/{target}">{words}</a>'


def test_a_link_that_agrees_makes_the_citation_sure() -> None:
    (citation,), warnings = check(LINKED)
    assert (str(citation.cited), citation.status) == ("A/RES/85/71", Status.EXPLICIT)
    assert warnings == []


def test_a_link_to_the_whole_agrees_with_a_citation_of_its_part() -> None:
    (citation,), warnings = check(link("A/RES/85/71", "85/71 B"))
    assert str(citation.cited) == "A/RES/85/71B"
    assert warnings == []


def test_a_link_says_what_the_words_leave_open() -> None:
    (citation,), warnings = check(link("A/RES/217(III)", "217 A (III)"))
    assert str(citation.cited) == "A/RES/217(III)"
    assert warnings == []


def test_a_link_corrects_an_organ_that_was_only_told_from_around() -> None:
    (citation,), warnings = check(link("A/HRC/RES/85/71"))
    assert str(citation.cited) == "A/HRC/RES/85/71"
    assert "link" in citation.body_reason
    assert warnings == []


def test_a_link_to_an_act_of_another_year_than_the_date_said_is_not_believed() -> None:
    words = link("A/RES/45/5", "45/5") + " of 6 October 2020"
    (citation,), warnings = check(words, before="resolution ")
    assert str(citation.cited) == "A/HRC/RES/45/5"
    assert len(warnings) == 1
    assert "A/RES/45/5" in warnings[0]
    words = link("A/RES/75/5", "75/5") + " of 6 November 2020"
    (citation,), warnings = check(words, before="resolution ")
    assert (str(citation.cited), warnings) == ("A/RES/75/5", [])


def test_a_link_against_the_text_is_told_and_not_believed() -> None:
    (citation,), warnings = check(link("A/84/500", "A/85/500"), before="document ")
    assert str(citation.cited) == "A/85/500"
    assert len(warnings) == 1
    assert "A/84/500" in warnings[0]
    assert "not believed" in warnings[0]


def test_a_link_alone_is_a_citation_by_the_rule_hyperlink() -> None:
    (citation,), warnings = check(link("A/RES/85/71", "text 85 of 71"), before="the ")
    assert (str(citation.cited), citation.rule) == ("A/RES/85/71", "hyperlink")
    assert warnings == []


def test_a_link_alone_whose_words_say_something_else_is_not_believed() -> None:
    citations, warnings = check(link("A/RES/85/71", "report of 1999"), before="the ")
    assert citations == []
    assert len(warnings) == 1


def test_a_link_to_what_cannot_be_is_not_believed() -> None:
    citations, warnings = check(link("A/RES/74/53/Add.1", "74/53/Add.1"), before="Suppl. 53 ")
    assert "A/RES/74/53/Add.1" not in [str(c.cited) for c in citations]
    assert len(warnings) == 1


@pytest.mark.parametrize("address", ["http://www.un.org/pools", "about:blank"])
def test_links_that_lead_to_no_document_say_nothing(address: str) -> None:
    (citation,), warnings = check(f'<a href="{address}">85/71</a>')
    assert (str(citation.cited), warnings) == ("A/RES/85/71", [])
