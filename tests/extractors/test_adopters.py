"""Acts of other organizations have their adopter where the words, or the document, name it."""

from __future__ import annotations

import pytest

from citation_documents import make_document
from ungraph.extractors.adopters import add_adopters
from ungraph.extractors.citing import extract_citations
from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.model.assertion import Agent, DescribedDocument


def adopted(text: str, language: str = "en") -> tuple[list[DescribedDocument], list[Agent]]:
    document = make_document(text, language=language)
    mentions = match_citations(document)
    links = link_citations(document, mentions)
    _, described = extract_citations(document, mentions, links)
    told, agents = add_adopters(document, links, described)
    return list(told), list(agents)


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "resolution 12/04 of the Indian Ocean Tuna Commission", "iotc"),
        ("en", "European Parliament resolution 12/2", "european-parliament"),
        ("fr", "la résolution 12/2 du Parlement européen", "european-parliament"),
        ("es", "la resolución 12/2 del Parlamento Europeo", "european-parliament"),
        ("en", "World Health Assembly resolution WHA72.8", "world-health-assembly"),
    ],
)
def test_an_organization_beside_the_number_is_its_adopter(
    language: str, text: str, key: str
) -> None:
    (told,), (agent,) = adopted(text, language)
    assert (told.adopted_by, agent.key) == (key, key)
    assert agent.evidence


def test_the_form_of_a_number_tells_its_adopter_by_inference() -> None:
    (told,), (agent,) = adopted("as decision 1/CP.21 has it")
    assert (told.adopted_by, agent.key) == ("cop-unfccc", "cop-unfccc")
    assert [inference.property for inference in told.inferences] == ["ung:adoptedBy"]


FULL = "The Governing Council of the United Nations Environment Programme met.\n"
OTHER = "The Governing Council of the United Nations Compensation Commission met too.\n"


@pytest.mark.parametrize(
    ("before", "key"),
    [("", None), (FULL, "unep-governing-council"), (FULL + OTHER, None)],
)
def test_a_governing_council_is_the_only_one_that_the_document_names(
    before: str, key: str | None
) -> None:
    (told,), agents = adopted(f"{before}It was set up by Governing Council decision 25/5.")
    assert told.adopted_by == key
    assert len(told.inferences) == len(agents) == (key is not None)


def test_an_organ_of_the_united_nations_stays_what_the_citation_says() -> None:
    told, agents = adopted("Commission on the Status of Women resolution 50/1")
    assert agents == [] and all(one.inferences == () for one in told)
