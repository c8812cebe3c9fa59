"""The title page becomes facts, each resting on its words; nothing is added that it does not say."""

from __future__ import annotations

import pytest

from ungraph.extractors.masthead import extract_masthead
from ungraph.linking.agents import link_agents
from ungraph.matchers.agents import match_agents
from ungraph.matchers.citations import match_citations
from ungraph.model.assertion import Concept, EventStatus, Fact, FactSubject, Text
from ungraph.model.document import Document, Status
from ungraph.model.link import Links
from ungraph.readers.detect import read_document

PAGE = """Distr.
GENERAL

{symbol}
3 May 2011

Original: FRENCH

{organ}
{session} session
Agenda item {item}

{title}

1. The Council met.
"""


def read_page(**changes: str) -> tuple[Document, Links]:
    page = {
        "symbol": "A/HRC/17/99",
        "organ": "HUMAN RIGHTS COUNCIL",
        "session": "Seventeenth",
        "item": "3",
        "title": "Report of the Special Rapporteur on the right to food, Ana Silva",
        **changes,
    }
    document = read_document(PAGE.format(**page).encode(), name="page.txt")
    cited = match_citations(document)
    return document, link_agents(document, (*cited, *match_agents(document, cited)))


def facts_of(**changes: str) -> dict[str, Fact]:
    document, links = read_page(**changes)
    facts, _, _ = extract_masthead(document, links)
    return {fact.property: fact for fact in facts}


def test_the_page_is_told_fact_by_fact() -> None:
    facts = facts_of()
    assert facts["ung:symbol"].value == Text("A/HRC/17/99")
    assert str(facts["dcterms:date"].value) == "2011-05-03"
    assert facts["ung:distribution"].value == Text("GENERAL")
    assert facts["ung:originalLanguage"].value == Text("fr")
    assert (facts["ung:issuedTo"].value, facts["ung:issuedTo"].kind) == ("hrc", "agent")
    assert (facts["ung:inSession"].value, facts["ung:inSession"].kind) == ("hrc-17", "session")
    assert (facts["ung:underAgendaItem"].value, facts["ung:underAgendaItem"].kind) == (
        "item-3",
        "node",
    )
    assert facts["ung:documentType"].value == Concept("document-types", "report")


def test_every_fact_rests_on_words_of_the_text() -> None:
    document, links = read_page()
    facts, agents, events = extract_masthead(document, links)
    for fact in facts:
        assert fact.evidence, fact.property
        assert all(document.quote(span).strip() for span in fact.evidence)
    assert all(agent.evidence for agent in agents)
    assert all(event.evidence for event in events)


def test_the_language_belongs_to_the_version_and_is_inferred() -> None:
    fact = facts_of()["dcterms:language"]
    assert (fact.subject, fact.value, fact.status) == (
        FactSubject.VERSION,
        Text("en"),
        Status.INFERRED,
    )


@pytest.mark.parametrize(
    ("mandate", "key"),
    [
        ("Special Rapporteur on the right to food", "office-sr-food"),
        ("Independent Expert on minority issues", "office-ie-minority"),
        ("Secretary-General", "office-sg"),
    ],
)
def test_the_author_is_the_office_in_the_title(mandate: str, key: str) -> None:
    facts = facts_of(title=f"Report of the {mandate}")
    assert facts["ung:reportOf"].value == key


def test_no_author_is_made_up() -> None:
    assert "ung:reportOf" not in facts_of(title="Situation of human rights in Peru")


@pytest.mark.parametrize(
    ("symbol", "name", "target"),
    [
        ("A/HRC/17/99/Add.2", "ung:addendumTo", "A/HRC/17/99"),
        ("A/HRC/17/99/Corr.1", "ung:corrects", "A/HRC/17/99"),
        ("A/HRC/17/99/Rev.1", "ung:replaces", "A/HRC/17/99"),
        ("A/HRC/17/99/Rev.3", "ung:replaces", "A/HRC/17/99/Rev.2"),
        ("A/HRC/17/99/Add.2/Corr.1", "ung:corrects", "A/HRC/17/99/Add.2"),
    ],
)
def test_the_marks_of_the_symbol_tie_it_to_another(symbol: str, name: str, target: str) -> None:
    fact = facts_of(symbol=symbol)[name]
    assert str(fact.value) == target
    assert (fact.status, bool(fact.reason)) == (Status.INFERRED, True)


@pytest.mark.parametrize(
    ("organ", "session", "key", "ordinal"),
    [
        ("HUMAN RIGHTS COUNCIL", "Twenty-first", "hrc-21", 21),
        ("COMMISSION ON HUMAN RIGHTS", "Fifty-second", "chr-52", 52),
    ],
)
def test_the_session_is_an_event_of_its_body(
    organ: str, session: str, key: str, ordinal: int
) -> None:
    document, links = read_page(organ=organ, session=session)
    _, agents, events = extract_masthead(document, links)
    assert [(e.session, e.ordinal, e.body) for e in events] == [
        (key, ordinal, key.rpartition("-")[0])
    ]
    assert events[0].event_status is EventStatus.SCHEDULED
    assert events[0].label == f"{session} session"
    assert key.rpartition("-")[0] in {agent.key for agent in agents}


def test_a_text_without_a_title_page_gives_its_symbol_and_language() -> None:
    document = read_document(b"A/99/17\n\n1. The Council met again in May.\n", name="x.txt")
    facts, _, events = extract_masthead(document, Links(()))
    assert {fact.property for fact in facts} >= {"ung:symbol", "dcterms:language"}
    assert not events


ADOPTED = """United Nations                                A/RES/98/12

General Assembly                               Distr.: General
                                               9 January 2044

Ninety-eighth session
Agenda item 7

Resolution adopted by the General Assembly on 3 December 2043

Lighthouses

The General Assembly,

Recalling its resolution 97/4,

1. Decides to remain seized of the matter.
"""


def test_a_resolution_says_who_adopted_it_and_when() -> None:
    document = read_document(ADOPTED.encode(), name="resolution.txt")
    cited = match_citations(document)
    links = link_agents(document, (*cited, *match_agents(document, cited)))
    found, agents, _ = extract_masthead(document, links)
    facts = {fact.property: fact for fact in found}
    assert (facts["ung:adoptedBy"].value, facts["ung:adoptedBy"].kind) == ("ga", "agent")
    assert str(facts["ung:adoptedOn"].value) == "2043-12-03"
    assert "adopted by" in document.quote(facts["ung:adoptedOn"].evidence[0])
    assert "ga" in {agent.key for agent in agents}
