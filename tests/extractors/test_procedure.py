"""Markup of a file → votes by state, steps to adoption, subjects."""

from __future__ import annotations

import pytest

from akn_samples import META, resolution
from ungraph.extractors.procedure import extract_procedure, find_state
from ungraph.identifiers.date import PartialDate
from ungraph.model.assertion import OutcomeType
from ungraph.model.procedure import Procedure, StepType
from ungraph.readers.akn import read_akn
from ungraph.readers.plain import read_plain


def procedure(meta: str = META) -> Procedure:
    return extract_procedure(read_akn(resolution(meta=meta)))[0]


def test_members_of_a_vote_are_states() -> None:
    (vote,) = procedure().votes
    assert vote.favour == ("state-isl", "state-tcd", "state-gbr")
    assert (vote.against, vote.abstaining, vote.unresolved) == ((), ("state-nru",), ())
    assert (vote.favour_count, vote.against_count, vote.abstaining_count) == (3, None, 1)
    assert (vote.held_on, vote.result) == (PartialDate(2031, 12, 5), OutcomeType.ADOPTED)


def test_a_name_that_no_table_knows_stays_a_name() -> None:
    (vote,) = procedure(META.replace("NAURU", "ATLANTIS")).votes
    assert (vote.abstaining, vote.unresolved) == ((), (("abstaining", "ATLANTIS"),))


def test_a_veto_means_that_the_text_was_rejected() -> None:
    (vote,) = procedure(META.replace('outcome="adopted" as', 'outcome="Veto" as')).votes
    assert vote.result is OutcomeType.REJECTED


def test_steps_keep_document_date_paragraph_and_sponsors() -> None:
    draft, report, adoption = procedure().steps
    assert (draft.step_type, str(draft.document)) == (StepType.DRAFT, "A/C.2/86/L.77/Rev.1")
    assert (draft.date, draft.sponsors) == (PartialDate(2031, 11, 2), ("state-isl", "state-tcd"))
    assert (str(report.document), report.date, report.pinpoint) == ("A/86/461", None, "para. 31")
    assert (adoption.step_type, adoption.manner) == (StepType.ADOPTION, "recorded-vote")


@pytest.mark.parametrize(
    ("words", "sponsors"),
    [
        ("Chad", ["tcd"]),
        ("Antigua and Barbuda, Chad and Trinidad and Tobago", ["atg", "tcd", "tto"]),
        ("Uganda (on behalf of the Group of African States)", ["uga"]),
        ("Bolivia (Plurinational State of), andorra, Côte d’Ivoire", ["bol", "and", "civ"]),
        ("submitted by the Chair of the Committee", []),
    ],
)
def test_sponsors_are_the_states_named(words: str, sponsors: list[str]) -> None:
    draft = procedure(META.replace("Iceland and Chad", words)).steps[0]
    assert draft.sponsors == tuple(f"state-{code}" for code in sponsors)
    assert draft.words == words


@pytest.mark.parametrize(
    ("name", "code"),
    [("CÔTE D'IVOIRE", "CIV"), ("TÜRKİYE", "TUR"), ("Viet Nam", "VNM"), ("Nowhere", None)],
)
def test_states_are_found_without_regard_to_case_and_accents(name: str, code: str | None) -> None:
    assert find_state(name) == code


def test_subjects_have_their_addresses() -> None:
    assert [(s.label, s.iri) for s in procedure().subjects] == [
        ("Sustainable Development Goal 14", "http://metadata.un.org/sdg/14"),
        ("tide pools", "http://metadata.un.org/thesaurus/9990001"),
    ]


def test_every_state_named_is_described_once() -> None:
    _, agents, _ = extract_procedure(read_akn(resolution()))
    assert [agent.key for agent in agents] == [
        "state-gbr", "state-isl", "state-nru", "state-tcd", "ga", "ga-c2",
    ]  # fmt: skip


def test_plain_text_has_no_procedure() -> None:
    assert extract_procedure(read_plain(b"1. Requests a report.")) == (Procedure(), (), ())


def test_the_committee_recommends_and_the_organ_adopts() -> None:
    _, report, adoption = procedure().steps
    assert (report.agents, adoption.agents) == (("ga-c2",), ("ga",))


def test_the_meeting_of_the_adoption_is_an_event() -> None:
    document = read_akn(resolution())
    (meeting,) = extract_procedure(document)[2]
    assert (meeting.label, meeting.ordinal, meeting.body) == ("49th plenary meeting", 49, "ga")
    assert [document.quote(span) for span in meeting.evidence] == [
        "49th plenary meeting", "5 December 2031",
    ]  # fmt: skip
