"""Drafts: their sponsors, those who joined later, and what an amendment changes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from ungraph.extractors.draft_words import (
    find_correction,
    find_joining,
    find_operation,
    find_place,
    find_submitter,
    iter_quotes,
)
from ungraph.model.procedure import Operation, StepType
from ungraph.model.span import Span
from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.resources import load_table

ROWS = load_table("draft_lines")
HEAD = """United Nations

{symbol}

General Assembly

Distr.: Limited

13 November 2031

Original: English

Eighty-sixth session

Third Committee

Agenda item 71 (b)

Promotion and protection of human rights: human rights questions

{sponsors}

Rivers and the right to water

"""
AMENDMENTS = """1. After the third preambular paragraph, insert a new paragraph reading:

“Mindful that rivers cross borders,”

2. In operative paragraph 5, replace the words “as far as possible” with the words “without delay”.

3. Delete operative paragraph 7.

4. Insert a new operative paragraph 8 bis, reading as follows:

“8 bis. Requests the Secretary-General to report on rivers;”

5. In the title, delete the words “the right to”.
"""


def build(sponsors: str, body: str, symbol: str = "A/C.3/86/L.77") -> Result:
    text = HEAD.format(symbol=symbol, sponsors=sponsors) + body
    name = symbol.replace("/", "_") + ".txt"
    return build_document(text.encode(), name=name, options=BuildOptions())


@pytest.mark.parametrize(
    ("line", "states", "others"),
    [
        ("Chad, Iceland and Togo: draft resolution", ("tcd", "isl", "tgo"), ()),
        ("Netherlands (Kingdom of the):* revised draft resolution", ("nld",), ()),
        ("Chad (on behalf of the Group of 77 and China): draft resolution", ("tcd",), ("g77",)),
        ("Draft resolution submitted by the President of the General Assembly", (), None),
    ],
)
def test_the_sponsors_are_those_on_top(
    line: str, states: tuple[str, ...], others: tuple[str, ...] | None
) -> None:
    body = (
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Calls upon States to act.\n"
    )
    (step,) = build(line, body).assertions.procedure.steps
    assert step.step_type is StepType.DRAFT
    assert step.sponsors == tuple(f"state-{code}" for code in states)
    assert str(step.document) == "A/C.3/86/L.77"
    assert bool(step.agents) == (others != ())


def test_a_note_says_for_whom_a_sponsor_speaks() -> None:
    body = (
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Calls upon States to act."
        "\n\n____________\n\n* On behalf of the Group of 77 and China.\n"
    )
    (step,) = build("Chad:* draft resolution", body).assertions.procedure.steps
    assert step.sponsors == ("state-tcd",)
    assert len(step.agents) == 1
    assert len(step.evidence) == 2


def test_a_country_after_a_name_is_no_sponsor() -> None:
    line = "Draft resolution submitted by the Rapporteur of the Committee, Ann Sand (Norway)"
    body = (
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Calls upon States to act.\n"
    )
    (step,) = build(line, body).assertions.procedure.steps
    assert step.sponsors == ()
    assert step.words == "the Rapporteur of the Committee, Ann Sand (Norway)"


def test_who_joins_later_is_an_additional_sponsor_of_the_draft_named() -> None:
    body = (
        "1. At its 4th meeting the Committee had before it draft resolution A/C.3/86/L.9.\n\n"
        "2. Subsequently, Chad and Togo joined in sponsoring draft resolution A/C.3/86/L.9.\n"
    )
    text = HEAD.format(symbol="A/86/500", sponsors="Report of the Third Committee") + body
    built = build_document(text.encode(), name="A_86_500.txt")
    (step,) = built.assertions.procedure.steps
    assert step.step_type is StepType.ADDITIONAL_SPONSORS
    assert step.sponsors == ("state-tcd", "state-tgo")
    assert str(step.of) == "A/C.3/86/L.9"
    steps = {q.object.value for q in built.quads() if q.predicate.value.endswith("#stepOf")}
    assert steps == {"https://w3id.org/ungraph/id/doc/A/C.3/86/L.9"}


def test_each_change_of_an_amendment_has_its_place_and_its_words() -> None:
    line = "Guyana and Togo: amendments to draft resolution A/C.3/86/L.41/Rev.1"
    told = build(line, AMENDMENTS).assertions.procedure.amendments
    assert [(a.operation, a.position, a.pinpoint, a.removed, a.inserted) for a in told] == [
        (Operation.INSERT, "after", "preamb. para. 3", None, "Mindful that rivers cross borders,"),
        (Operation.REPLACE, "at", "para. 5", "as far as possible", "without delay"),
        (Operation.DELETE, "at", "para. 7", None, None),
        (Operation.INSERT, "at", "para. 8 bis", None,
         "8 bis. Requests the Secretary-General to report on rivers;"),
        (Operation.DELETE, "at", "title", "the right to", None),
    ]  # fmt: skip
    assert {str(a.target) for a in told} == {"A/C.3/86/L.41/Rev.1"}


def test_the_graph_of_an_amendment_conforms_and_says_what_it_amends() -> None:
    line = "Guyana: amendment to draft resolution A/C.3/86/L.41"
    built = build(line, AMENDMENTS)
    assert built.report is not None
    assert built.report.conforms
    amended = {q.object.value for q in built.quads() if q.predicate.value.endswith("#amends")}
    assert amended == {"https://w3id.org/ungraph/id/doc/A/C.3/86/L.41"}
    kinds = {q.object.value for q in built.quads() if q.predicate.value.endswith("#documentType")}
    assert kinds == {"https://w3id.org/ungraph/ns/document-types/amendment"}


CORRIGENDUM = """1. Paragraph 12, line 4

For 2003 read 2004

2. Paragraph 25 (b)

For the existing text substitute

(b) The lamps of the north are lit at night.

3. Delete paragraph 31.

4. Paragraph 40: for “lamp” read “lamps”
"""


def test_each_correction_has_its_place_and_its_words() -> None:
    page = "Report of the Secretary-General\n\nCorrigendum"
    built = build(page, CORRIGENDUM, symbol="A/86/77/Corr.1")
    told = built.assertions.procedure.amendments
    assert [(a.operation.value, a.pinpoint, a.removed, a.inserted) for a in told] == [
        ("replace", "para. 12", "2003", "2004"),
        ("replace", "para. 25 (b)", None, "(b) The lamps of the north are lit at night."),
        ("delete", "para. 31", None, None),
        ("replace", "para. 40", "lamp", "lamps"),
    ]
    assert {str(a.target) for a in told} == {"A/86/77"}
    assert built.conforms


def test_a_resolution_that_speaks_of_amendments_has_none() -> None:
    line = "Chad: draft resolution"
    body = "The General Assembly,\n\n1. Decides to delete paragraph 7 of resolution 78/1.\n"
    assert build(line, body).assertions.procedure.amendments == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_row_matches_its_example(row: Mapping[str, str]) -> None:
    words, language = row["example"], row["language"]
    if row["kind"] == "submitted":
        assert find_submitter(words, language)
    elif row["kind"] == "joined":
        assert find_joining(words, language)
        assert not row["counter_example"] or not find_joining(row["counter_example"], language)
    elif row["kind"] == "operation":
        told = find_operation(words, language)
        assert told is not None
        assert told[0].value == row["value"]
    elif row["kind"] == "correction":
        assert find_correction(words, language) == (
            Span(words.index("2003"), words.index("2003") + 4),
            Span(len(words) - 4, len(words)),
        )
    elif row["kind"] == "existing":
        assert find_correction(f"For {words} substitute", "en") == (None, None) or language != "en"
    elif row["kind"] == "place":
        place = find_place(words, language)
        assert place is not None
        assert ("preamb" in place.pinpoint) == (row["value"] == "preambular")
        assert not row["counter_example"] or not find_place(row["counter_example"], language)


def test_quotes_lose_their_marks() -> None:
    words = 'replace "one" by « deux »'
    assert [words[q.start : q.end] for q in iter_quotes(words)] == ["one", "deux"]
