"""What the record of a meeting becomes: speeches, the meeting, votes, and whose words are whose."""

from __future__ import annotations

from functools import cache

import pytest

from record_samples import MEETINGS, SUMMARY, VERBATIM
from ungraph.extractors.named import find_named_state
from ungraph.extractors.presiding import presiding_office
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import Act, Assertions, Event
from ungraph.model.closed_lists import OutcomeType
from ungraph.model.speech import MeetingCourse
from ungraph.pipeline import BuildOptions, Result, build_document

DOC = "a-99-pv-12"


@cache
def built(text: str) -> Result:
    return build_document(text.encode(), name="record.txt", options=BuildOptions(validate=False))


def assertions(text: str) -> Assertions:
    return built(text).assertions


def meeting(text: str) -> Event:
    return next(e for e in assertions(text).events if e.rule == "record:meeting")


def act(text: str, cue: str) -> Act:
    return next(a for a in assertions(text).acts if cue in a.cue)


def test_speakers_are_linked_to_the_state_or_body_in_brackets() -> None:
    said = {s.order: (s.speaker, s.on_behalf_of[:1]) for s in assertions(VERBATIM).speeches}
    assert said[1] == ("office-president-ga", ())
    assert said[2] == (f"person-van-der-berg-in-{DOC}", ("state-nld",))
    assert said[6] == (f"person-rossi-in-{DOC}", ("european-union",))
    assert said[7] == ("office-acting-president-ga", ())
    assert said[8] == ("office-sg", ())


def test_two_people_of_one_name_and_two_states_stay_two() -> None:
    kims = [s for s in assertions(VERBATIM).speeches if "Kim" in s.words]
    assert [s.on_behalf_of for s in kims] == [("state-prk",), ("state-kor",)]
    assert kims[0].speaker != kims[1].speaker
    agents = {a.key: a.represents for a in assertions(VERBATIM).agents}
    assert [agents[s.speaker] for s in kims if s.speaker] == ["state-prk", "state-kor"]


def test_a_speech_on_behalf_of_a_group_names_the_group() -> None:
    second = assertions(VERBATIM).speeches[2]
    assert second.on_behalf_of == ("state-bra", "group-77")
    assert second.language == "pt"
    summary = assertions(SUMMARY).speeches[2]
    assert summary.on_behalf_of == ("state-per", "african-states-group")


def test_the_meeting_has_number_date_place_times_and_who_presided() -> None:
    event = meeting(VERBATIM)
    assert (event.ordinal, str(event.held_on), event.body) == (12, "2044-10-05", "ga")
    assert [getattr(p, "value", p) for p in event.places] == ["New York"]
    assert event.course == MeetingCourse(
        "10:05",
        "18:00",
        ("13:10",),
        ("15:00",),
        (f"person-adeyemi-in-{DOC}", f"person-bah-in-{DOC}"),
    )
    assert all(s.during == event.key for s in assertions(VERBATIM).speeches)


def test_the_date_of_a_meeting_is_not_that_of_its_record() -> None:
    event = meeting(SUMMARY)
    assert (event.ordinal, str(event.held_on)) == (4000, "2044-10-30")
    assert event.course is not None and event.course.opened_at == "10:10"
    assert [getattr(p, "value", p) for p in event.places] == ["Palais Wilson, Geneva"]


def test_the_lines_that_open_and_close_a_meeting_make_no_second_one() -> None:
    events = [e for e in assertions(VERBATIM).events if e.event_type == "meeting"]
    assert [e.rule for e in events if "The meeting" in built(VERBATIM).document.quote(e.evidence[0])] == [
        "record:meeting"
    ]  # fmt: skip


def test_a_vote_has_its_members_counts_draft_result_and_resolution() -> None:
    (vote,) = assertions(VERBATIM).procedure.votes
    assert vote.of == DocumentSymbol("A/99/L.3")
    assert vote.adopted_as == DocumentSymbol("A/RES/99/14")
    assert vote.favour == ("state-bra", "state-civ", "state-irn", "state-nld")
    assert (vote.against, vote.abstaining) == ((), ("state-mli",))
    assert (vote.favour_count, vote.against_count, vote.abstaining_count) == (4, 0, 1)
    assert vote.result is OutcomeType.ADOPTED
    assert vote.from_words and not vote.unresolved


def test_i_and_we_are_the_speaker_and_you_the_one_who_presides() -> None:
    thanks = act(VERBATIM, "thank")
    assert thanks.agents == (f"person-van-der-berg-in-{DOC}",)
    assert thanks.addressees == ("office-president-ga",)
    assert act(VERBATIM, "propose").agents == (f"person-silva-costa-in-{DOC}",)


def test_my_delegation_is_the_speaker_and_my_country_the_state() -> None:
    welcome = next(a for a in assertions(VERBATIM).acts if a.theme == "the report")
    assert welcome.agents == (f"person-van-der-berg-in-{DOC}",)
    supports = [
        a for a in assertions(VERBATIM).acts if "support" in a.cue and a.theme == "the plan"
    ]
    assert all(a.agents == ("state-nld",) for a in supports)


def test_in_a_summary_record_she_is_who_has_the_floor() -> None:
    thanked = act(SUMMARY, "thanked")
    assert thanked.agents == ("person-dubois-in-ccpr-c-sr-4000",)
    asked = act(SUMMARY, "asked")
    assert asked.agents == ("person-dubois-in-ccpr-c-sr-4000",)


def test_votes_on_parts_and_texts_without_a_symbol_are_told_apart() -> None:
    text = VERBATIM.replace(
        "Draft resolution A/99/L.3 was adopted by 4 votes to none, with 1 abstention "
        "(resolution 99/14).",
        "Operative paragraph 7 was rejected by 4 votes to 1.",
    )
    (vote,) = assertions(text).procedure.votes
    assert vote.pinpoint == "Operative paragraph 7"
    assert vote.of == DocumentSymbol("A/99/L.3")
    assert [i.property for i in vote.inferences] == ["ung:voteOf"]
    assert vote.result is OutcomeType.REJECTED


def test_the_vote_of_a_council_is_announced_by_its_president() -> None:
    text = VERBATIM.replace("A/99/L.3", "S/2044/50").replace("A/99/PV.12", "S/PV.12").replace(
        "Draft resolution S/2044/50 was adopted by 4 votes to none, with 1 abstention "
        "(resolution 99/14).",
        "The President: The draft resolution received 4 votes in favour, none against and 1 "
        "abstention. The draft resolution has been adopted as resolution 9815 (2044).",
    ).replace("General Assembly", "Security Council")  # fmt: skip
    (vote,) = assertions(text).procedure.votes
    assert vote.of == DocumentSymbol("S/2044/50")
    assert vote.adopted_as == DocumentSymbol("S/RES/9815(2044)")
    assert (vote.favour_count, vote.abstaining_count) == (4, 1)


def test_names_of_states_are_known_in_six_languages() -> None:
    names = ("Côte d’Ivoire", "Fédération de Russie", "Reino Unido de Gran Bretaña e Irlanda del Norte",
             "Мали", "مصر", "埃及", "Guinea Bissau",
        "Atlantis")  # fmt: skip
    assert [find_named_state(n) for n in names] == [
        "CIV",
        "RUS",
        "GBR",
        "MLI",
        "EGY",
        "EGY",
        "GNB",
        None,
    ]


def test_the_presiding_office_follows_the_organ() -> None:
    assert presiding_office("sc", "Le Président").key == "office-president-sc"
    assert (
        presiding_office("ga-c3", "The Acting Chair").label == "Acting Chair of the Third Committee"
    )


def test_the_graph_of_a_record_conforms() -> None:
    result = build_document(VERBATIM.encode(), name="record.txt")
    assert result.report is not None and result.report.conforms
    rows = result.query(
        "PREFIX ung: <https://w3id.org/ungraph/ns#> SELECT ?w ?s WHERE { ?x a ung:Speech ; "
        "ung:speakerWords ?w ; ung:onBehalfOf ?s ; ung:during ?m . ?m ung:openedAt ?t }"
    )
    assert len(rows) == 6


def test_a_draft_and_its_corrigendum_are_one_text() -> None:
    text = VERBATIM.replace(
        "Draft resolution A/99/L.3 was", "Draft resolution A/99/L.3 and Corr.1 was"
    )
    (vote,) = assertions(text).procedure.votes
    assert vote.of == DocumentSymbol("A/99/L.3")


def test_in_a_summary_record_the_chairperson_is_that_of_the_organ() -> None:
    invited = act(SUMMARY, "invited")
    assert invited.agents == ("office-chair-hrcttee",)


@pytest.mark.parametrize("language", MEETINGS)
def test_the_same_meeting_gives_the_same_facts_in_every_language(language: str) -> None:
    found = assertions(MEETINGS[language])
    assert [s.on_behalf_of for s in found.speeches] == [(), ("state-mli",), ("state-rus",)]
    assert [s.language for s in found.speeches][:2] == ["es", None]
    assert found.speeches[0].speaker == "office-president-ga"
    event = meeting(MEETINGS[language])
    assert (event.ordinal, str(event.held_on), event.body) == (12, "2044-10-05", "ga")
    assert event.course is not None
    assert (event.course.opened_at, event.course.closed_at) == ("15:05", "18:00")
    (vote,) = found.procedure.votes
    assert (vote.of, vote.adopted_as) == (DocumentSymbol("A/99/L.3"), DocumentSymbol("A/RES/99/14"))
    assert (vote.favour, vote.against, vote.abstaining) == (
        ("state-mli", "state-per"), (), ("state-chn",),
    )  # fmt: skip
    assert (vote.favour_count, vote.against_count, vote.abstaining_count) == (2, 0, 1)
    dates = [fact.value for fact in found.facts if fact.property == "dcterms:date"]
    assert [str(date) for date in dates] == ["2044-10-05"]


def test_what_a_speaker_says_of_others_is_attributed_to_the_speaker() -> None:
    text = VERBATIM.replace(
        "We regret the delay.", "The Security Council adopted resolution 2000 (2011)."
    )
    told = next(a for a in assertions(text).acts if a.cue == "adopted")
    assert told.agents == ("sc",)
    assert told.attribution == "Mr. Kim (Democratic People’s Republic of Korea)"
    assert act(VERBATIM, "thank").attribution is None


@pytest.mark.parametrize("language", MEETINGS)
def test_what_was_adopted_at_the_meeting_the_organ_adopted(language: str) -> None:
    (adopted,) = (a for a in assertions(MEETINGS[language]).acts if a.act_type == "adopt")
    assert adopted.agents == ("ga",)
    assert adopted.target == DocumentSymbol("A/99/L.3")
    assert adopted.during == meeting(MEETINGS[language]).key


def test_what_the_president_says_is_decided_is_decided_once() -> None:
    text = VERBATIM.replace("I now put", "There being no objection, it is so decided. I now put")
    decided = [a.cue for a in assertions(text).acts if a.act_type == "decide"]
    assert sorted(decided) == ["it is so decided", "was so decided"]


def test_what_a_delegate_calls_adopted_is_not_taken_for_the_organs_act() -> None:
    text = VERBATIM.replace("We regret the delay.", "The safety programme was adopted last year.")
    told = [a.agents for a in assertions(text).acts if a.theme == "The safety programme"]
    assert told in ([], [()])


def test_the_members_listed_on_the_first_page_take_part() -> None:
    listed = "Members:\n\nChad . . . . . . . . Mr. Abbas\n\nViet Nam ........... Ms. Tran\n\n"
    text = VERBATIM.replace("The meeting was called", listed + "The meeting was called")
    event = meeting(text)
    assert event.participants == ("state-tcd", "state-vnm")
    assert meeting(VERBATIM).participants == ()
