"""Universal periodic review: recommendations, who made them, and where they stand."""

from __future__ import annotations

import pytest

from ungraph.extractors.review_words import (
    find_standing,
    is_disclaimer,
    iter_numbers,
    read_position,
    read_title,
)
from ungraph.model.assertion import ActType, Assertions, OutcomeType
from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.resources import load_table

ROWS = load_table("review_lines")

HEAD = """United Nations

{symbol}

General Assembly

Distr.: General

11 March 2031

Original: English

Human Rights Council

Eighty-third session

Agenda item 6

Universal periodic review

Report of the Working Group on the Universal Periodic Review

{state}

{more}"""

REPORT = """II. Conclusions and/or recommendations

58. The recommendations listed below have been examined by Iceland and enjoy the support of Iceland:

58.1 Ratify the Convention on Rivers (No. 118) (Spain) (Iran (Islamic Republic of));

58.2 Consider establishing a national council (Brazil, Ecuador); adopt a plan (Chad);

59. The following recommendations did not enjoy the support of Iceland and would thus be noted:

59.1 Close the ports of the north (Bolivia (Plurinational State of) and Trinidad and Tobago);

60. The following recommendations will be examined by Iceland, which will answer no later than the
eighty-fourth session of the Human Rights Council:

60.1 Open the ports of the south, as recommended by the Council of Europe (the Netherlands).

61. All conclusions and/or recommendations contained in the present report reflect the position
of the submitting States. They should not be construed as endorsed by the Working Group as a whole.
"""


def build(body: str, symbol: str = "A/HRC/83/7", state: str = "Iceland", more: str = "") -> Result:
    text = HEAD.format(symbol=symbol, state=state, more=more) + "\n" + body
    name = symbol.replace("/", "_") + ".txt"
    return build_document(text.encode(), name=name, options=BuildOptions())


def recommendations(told: Assertions) -> dict[str, tuple[str, ...]]:
    return {
        str(act.pinpoint): act.agents for act in told.acts if act.rule == "review-recommendation"
    }


def test_each_recommendation_is_made_by_the_states_in_its_brackets() -> None:
    assert recommendations(build(REPORT).assertions) == {
        "para. 58.1": ("state-esp", "state-irn"),
        "para. 58.2": ("state-bra", "state-ecu", "state-tcd"),
        "para. 59.1": ("state-bol", "state-tto"),
        "para. 60.1": ("state-nld",),
    }


def test_a_recommendation_has_its_words_and_the_state_under_review_as_addressee() -> None:
    told = build(REPORT).assertions
    first = next(a for a in told.acts if a.key == "recommendation-58.1")
    assert first.theme == "Ratify the Convention on Rivers (No. 118)"
    assert first.addressees == ("state-isl",)
    assert first.act_type is ActType.RECOMMEND


def test_another_state_on_the_title_page_is_the_addressee() -> None:
    body = REPORT.replace("Iceland", "Chile")
    told = build(body, state="Chile").assertions
    assert {a.addressees for a in told.acts if a.rule == "review-recommendation"} == {
        ("state-chl",)
    }


def test_standing_is_an_act_of_the_state_and_an_outcome_for_each_recommendation() -> None:
    told = build(REPORT).assertions
    outcomes = {o.outcome_of[0]: o.outcome_type for o in told.outcomes}
    assert outcomes == {
        "recommendation-58.1": OutcomeType.ACCEPTED,
        "recommendation-58.2": OutcomeType.ACCEPTED,
        "recommendation-59.1": OutcomeType.NOTED,
        "recommendation-60.1": OutcomeType.DEFERRED,
    }
    answers = {a.act_type: a for a in told.acts if a.in_response_to}
    assert answers[ActType.ACCEPT].agents == ("state-isl",)
    assert answers[ActType.ACCEPT].in_response_to == ("recommendation-58.1", "recommendation-58.2")
    assert answers[ActType.TAKE_NOTE].cue == "be noted"


def test_what_is_recommended_has_not_been_done() -> None:
    told = build(REPORT).assertions
    assert not [a for a in told.acts if a.act_type is ActType.ESTABLISH]
    assert not [a for a in told.acts if "endorsed" in a.cue]
    assert [a.agents for a in told.acts if a.cue == "recommended"] == [("council-of-europe",)]


def test_recommendations_are_parts_of_the_paragraph_that_introduces_them() -> None:
    document = build(REPORT).document
    parents = {b.fragment: b.parent for b in document.blocks}
    assert parents["para-58.2"] == "para-58"
    assert parents["para-59"] == parents["para-58"] != "para-58"


def test_a_list_numbered_anew_is_numbered_under_its_paragraph() -> None:
    body = (
        "II. Conclusions and/or recommendations\n\n"
        + "\n\n".join(f"{n}. Some words on the dialogue of the day." for n in range(1, 12))
        + "\n\n12. The recommendations listed below will be examined by Iceland:\n\n"
        + "1. To ratify the Convention (Spain);\n\n2. To open the ports (Chad);\n\n"
        + "3. To close them again (Chad).\n\n13. All of them are set out in the present report.\n"
    )
    assert recommendations(build(body).assertions) == {
        "para. 12.1": ("state-esp",),
        "para. 12.2": ("state-tcd",),
        "para. 12.3": ("state-tcd",),
    }


ADDENDUM = """1. Iceland has examined the recommendations made during the review.

2. Iceland accepts the following recommendations: 60.1, 60.3-60.5 and 60.9.

3. The recommendations below do not enjoy the support of Iceland: 60.2.

60.6 Open a third port. Noted

60.2 Paint the ports. Supported
"""
VIEWS = (
    "Addendum\n\nViews on conclusions and/or recommendations, voluntary commitments and replies "
    "presented by the State under review\n"
)


def test_an_addendum_answers_the_recommendations_of_the_report() -> None:
    told = build(ADDENDUM, symbol="A/HRC/83/7/Add.1", more=VIEWS).assertions
    answered = {o.outcome_of[0]: o.outcome_type for o in told.outcomes}
    report = "A/HRC/83/7#recommendation-"
    assert answered == {
        **{f"{report}60.{n}": OutcomeType.ACCEPTED for n in (1, 3, 4, 5, 9)},
        f"{report}60.6": OutcomeType.NOTED,
    }, "60.2 is answered twice in different ways and stays open"
    assert {a.agents for a in told.acts if a.in_response_to} == {("state-isl",)}


def test_report_and_addendum_speak_of_the_same_node() -> None:
    report = {q.subject.value for q in build(REPORT).quads()}
    added = build(ADDENDUM, symbol="A/HRC/83/7/Add.1", more=VIEWS).quads()
    aims = {q.object.value for q in added if q.predicate.value.endswith("#inResponseTo")}
    assert "https://w3id.org/ungraph/id/doc/A/HRC/83/7#recommendation-60.1" in aims & report


def test_the_graph_of_a_review_conforms() -> None:
    for built in (build(REPORT), build(ADDENDUM, symbol="A/HRC/83/7/Add.1", more=VIEWS)):
        assert built.report is not None
        assert built.report.conforms


def test_other_reports_have_no_recommendations_of_this_kind() -> None:
    other = HEAD.replace("Universal Periodic Review", "Rivers").format(
        symbol="A/HRC/83/7", state="Iceland", more=""
    )
    built = build_document((other + "\n" + REPORT).encode(), name="A_HRC_83_7.txt")
    assert recommendations(built.assertions) == {}


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["kind"] == "standing"], ids=lambda r: r["example"]
)
def test_each_standing_matches_its_example(row: dict[str, str]) -> None:
    told = find_standing(row["example"], row["language"])
    assert told is not None
    assert told[0] == row["value"]
    if row["counter_example"]:
        other = find_standing(row["counter_example"], row["language"])
        assert other is None or other[0] != row["value"]


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["kind"] != "standing"], ids=lambda r: r["example"]
)
def test_each_other_line_matches_its_example(row: dict[str, str]) -> None:
    words, language = row["example"], row["language"]
    if row["kind"] == "title":
        assert read_title(words, language) == row["value"]
    elif row["kind"] == "position":
        assert read_position(words, language) == row["value"]
        assert not row["counter_example"] or not read_position(row["counter_example"], language)
    elif row["kind"] == "disclaimer":
        assert is_disclaimer(words, language)
    else:
        assert row["kind"] == "word"


def test_ranges_of_numbers_are_spelled_out() -> None:
    assert [n for n, _ in iter_numbers("122.1, 122.4-122.6; 123.2 to 123.3")] == [
        "122.1", "122.4", "122.5", "122.6", "123.2", "123.3",
    ]  # fmt: skip
    assert [n for n, _ in iter_numbers("122.9-121.2")] == ["122.9"]
