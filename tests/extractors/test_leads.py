"""Resolutions: what a paragraph does, the organ does, in this document and paragraph."""

from __future__ import annotations

from ungraph.extractors.acts import ActAssertions, extract_acts
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.agents import link_agents
from ungraph.matchers.agents import match_agents
from ungraph.matchers.citations import match_citations
from ungraph.matchers.cues import match_cues
from ungraph.model.document import (
    Block,
    BlockKind,
    Document,
    Masthead,
    SourceFile,
    Stated,
    View,
)
from ungraph.model.span import Span


def resolution(*paragraphs: tuple[str, str]) -> ActAssertions:
    text, blocks, number = "", [], 0
    for part_type, words in paragraphs:
        start = len(text)
        number += part_type == "operative"
        printed = str(number) if part_type == "operative" else None
        text += (f"{number}. " if printed else "") + words
        fragment = f"para-{number}" if printed else f"preamble-{len(blocks)}"
        span = Span(start, len(text))
        blocks.append(Block(BlockKind.PARAGRAPH, span, fragment, printed, part_type=part_type))
        text += "\n\n"
    masthead = Masthead(symbol=Stated(DocumentSymbol("A/RES/70/1"), ()), organ=Stated("ga", ()))
    document = Document(
        text, View(text), "en", tuple(blocks), masthead, SourceFile("-", "0" * 64, 1)
    )
    cited = match_citations(document)
    mentions = (*cited, *match_agents(document, cited), *match_cues(document))
    return extract_acts(document, mentions, link_agents(document, mentions), ())


def test_lead_words_are_acts_of_the_organ_in_this_document() -> None:
    found = resolution(
        ("preambular", "Recalling its previous resolutions,"),
        ("operative", "Requests the Secretary-General to submit a report;"),
        ("operative", "Strongly condemns the attack;"),
    )
    told = [(str(a.act_type), a.agents, a.pinpoint) for a in found.acts]
    assert told == [
        ("recall", ("ga",), None),
        ("request", ("ga",), "para. 1"),
        ("condemn", ("ga",), "para. 2"),
    ]
    assert {str(a.performed_in) for a in found.acts} == {"A/RES/70/1"}


def test_the_request_of_a_paragraph_gives_a_mandate() -> None:
    found = resolution(("operative", "Requests the Secretary-General to submit a report;"))
    (mandate,) = found.mandates
    assert [task.label for task in mandate.tasks] == ["submit a report"]


def test_a_second_verb_of_the_paragraph_is_the_organs_too() -> None:
    found = resolution(
        (
            "operative",
            "Decides that the Mission shall leave, and further decides to meet again;",
        )
    )
    assert {a.agents for a in found.acts if a.act_type == "decide"} == {("ga",)}


def test_a_narrative_paragraph_lends_no_organ() -> None:
    found = resolution(("narrative", "Requests for aid were many."))
    assert all(not act.agents for act in found.acts)


def test_the_second_request_of_a_paragraph_asks_its_own_addressee() -> None:
    found = resolution(
        (
            "operative",
            "Requests the Secretary-General to report, and also requests the Secretary-General to "
            "seek information;",
        )
    )
    assert [a.addressees for a in found.acts] == [("office-sg",), ("office-sg",)]
    assert [a.agents for a in found.acts] == [("ga",), ("ga",)]


def test_who_is_asked_need_not_stand_in_any_table() -> None:
    found = resolution(("operative", "Requests the administering Power to assist the Territory;"))
    (act,) = found.acts
    assert [a.label for a in found.agents if a.key in act.addressees] == ["administering Power"]


def test_who_is_to_act_is_asked() -> None:
    found = resolution(("operative", "Demands that all States cease hostilities;"))
    (act,) = found.acts
    assert act.act_type == "urge"
    assert act.addressees


def test_a_second_verb_after_a_comma_is_still_the_organ_s() -> None:
    found = resolution(
        ("operative", "Urges all Governments, requests the Secretary-General to report;"),
    )
    assert [(str(a.act_type), a.agents) for a in found.acts] == [
        ("urge", ("ga",)),
        ("request", ("ga",)),
    ]


def test_a_date_in_what_is_recalled_is_not_that_of_the_recalling() -> None:
    found = resolution(("preambular", "Welcoming the opinion rendered on 9 July 2004,"))
    welcomed = [a for a in found.acts if str(a.act_type) == "welcome"]
    assert [a.date for a in welcomed] == [None]
