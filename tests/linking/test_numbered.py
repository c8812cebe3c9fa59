"""What general comments, communications and treaties by volume and number mean."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.matchers.values import NumberedReference
from ungraph.model.link import Link


def numbered(text: str, organ: str = "ga", symbol: str | None = None) -> list[Link[object]]:
    document = make_document(text, organ=organ, symbol=symbol)
    links = link_citations(document, match_citations(document))
    return [link for link in links if isinstance(link.mention.value, NumberedReference)]


def targets(text: str, organ: str = "ga", symbol: str | None = None) -> list[str | None]:
    return [getattr(link.target, "text", None) for link in numbered(text, organ, symbol)]


@pytest.mark.parametrize(
    ("organ", "text", "target"),
    [
        ("ga", "Human Rights Committee, general comment No. 36 (2018)", "CCPR/C/GC/36"),
        ("ga", "In its general comment No. 36, the Human Rights Committee held", "CCPR/C/GC/36"),
        ("ga", "general comment No. 14 of the Committee on the Rights of the Child", "CRC/C/GC/14"),
        ("ga", "Convention on the Rights of the Child, general comment No. 14", "CRC/C/GC/14"),
        ("cat", "The Committee recalls its general comment No. 4", "CAT/C/GC/4"),
        ("cat", "The Committee recalls general recommendation No. 35", None),
        ("ga", "Human Rights Committee, general comment No. 20", None),
        ("ga", "the Council noted general comment No. 36", None),
    ],
)
def test_a_general_comment_needs_its_committee_and_a_series(
    organ: str, text: str, target: str | None
) -> None:
    assert targets(text, organ) == [target]


def test_a_comment_named_once_with_its_committee_is_known_in_the_document() -> None:
    text = "Committee against Torture, general comment No. 2\nSee general comment No. 2."
    assert targets(text) == ["CAT/C/GC/2", "CAT/C/GC/2"]


def test_the_committee_of_an_old_comment_is_told() -> None:
    (link,) = numbered("Human Rights Committee, general comment No. 20")
    assert getattr(link.mention.value, "committee", "") == "hrcttee"


def test_a_communication_has_the_symbol_that_the_document_gives_elsewhere() -> None:
    text = "See communication No. 17/2001.\nIt is CCPR/C/80/D/17/2001, and No. 18/2001 is not."
    assert targets(text) == ["CCPR/C/80/D/17/2001"]
    assert targets("communication No. 17/2001") == [None]
    assert targets("communication No. 17/2001", symbol="CAT/C/30/D/17/2001") == [
        "CAT/C/30/D/17/2001"
    ]


def test_of_two_treaties_under_one_number_the_text_tells_which() -> None:
    series = "United Nations, Treaty Series, vol. 999, No. 14668"
    (link,) = numbered(series)
    assert (link.target, len(link.candidates)) == (None, 2)
    assert targets(f"the International Covenant on Civil and Political Rights. {series}") == [
        "treaty:ICCPR"
    ]


def test_rules_of_procedure_have_no_edition() -> None:
    (link,) = numbered("rule 12 of its rules of procedure", "hrcttee")
    assert link.target is None
    assert str(getattr(link.mention.value, "pinpoint", None)) == "rule 12"
