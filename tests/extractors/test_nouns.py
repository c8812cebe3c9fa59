"""Acts that nouns tell: with a participle, with a carrying verb, in silence, in lists, by a date."""

from __future__ import annotations

from functools import cache

import pytest

from ungraph.model.assertion import Assertions
from ungraph.pipeline import BuildOptions, build_document

CASE = "CCPR/C/88/D/1424/2005"
CASE_OPENS = "The author of the communication is Mr. A.B. The author claims to be a victim."
REPORT = "E/CN.4/2001/66"
REPORT_OPENS = (
    "The Special Rapporteur visited Chad. The Special Rapporteur noted that the mandate was new. "
    "The Special Rapporteur stated that he was grateful."
)


@cache
def read(text: str, report: bool = False) -> Assertions:
    symbol, opens = (REPORT, REPORT_OPENS) if report else (CASE, CASE_OPENS)
    data = f"{symbol}\n\n1. {opens}\n\n2. {text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def told(text: str, report: bool = False) -> list[str]:
    """ "type: doer > addressee, date" of each act and silence of paragraph 2."""
    found = read(text, report)
    names = {agent.key: agent.label for agent in found.agents}

    def who(keys: tuple[str, ...]) -> str:
        return "; ".join(names.get(key, key) for key in keys) or "-"

    lines = []
    for act in found.acts:
        if act.cue in text:
            date = f", {act.date}" if act.date else ""
            lines.append(f"{act.act_type}: {who(act.agents)} > {who(act.addressees)}{date}")
    for silence in found.non_occurrences:
        lines.append(f"not-respond: {who(silence.expected_from)} > {who(silence.addressees)}")
    return lines


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The issue raised by the author concerned legality.", "state: author > -"),
        ("The court ignored the evidence supplied by the author.", "submit: author > -"),
        (
            "The instructions received from the Supreme Court are clear.",
            "request: Supreme Court > -",
        ),
        (
            "The judgment delivered by the Supreme Court on 3 May 2004 was final.",
            "decide: Supreme Court > -, 2004-05-03",
        ),
        ("The objections raised by the State party are many.", "decline: State party > -"),
        ("No reason was given for that decision.", "state: - > -"),
        ("An arrest warrant was issued by the Supreme Court.", "decide: Supreme Court > -"),
        ("A letter from the Minister of Justice confirmed it.", "submit: Minister of Justice > -"),
        (
            "The final decision of the Supreme Court on 4 May 2012 was not published.",
            "decide: Supreme Court > -, 2012-05-04",
        ),
        ("On the written proposal of his superior, he left.", "propose: superior > -"),
        (
            "He was not acquitted, nor was a decision adopted to terminate the case.",
            "decide: - > -",
        ),
    ],
)
def test_a_noun_with_its_participle_doer_or_date_is_an_act(text: str, act: str) -> None:
    assert act in told(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The issues raised by globalization are many.", "state"),
        ("The decision made no reference to the evidence.", "decide"),
        ("Any decision taken by the Supreme Court may be appealed.", "decide"),
        ("He complained three years after the decision had been made.", "decide"),
        ("An appeal lies only once a decision has been taken.", "decide"),
        ("In its decision of 3 May 2004, the law was quoted.", "decide"),
        ("His conviction on 3 May 2004 was unexpected.", "decide"),
        ("He did not trust the decision of the Supreme Court.", "decide"),
    ],
)
def test_what_a_noun_only_speaks_of_is_no_act(text: str, kind: str) -> None:
    assert not any(line.startswith(f"{kind}:") for line in told(text))


def test_a_ruling_told_with_its_date_by_a_verb_is_not_told_again_by_a_noun() -> None:
    text = (
        "On 3 May 2004, the Supreme Court dismissed the appeal. "
        "The decision of the Supreme Court of 3 May 2004 was final."
    )
    assert [line for line in told(text) if "2004-05-03" in line and "Supreme" in line] == [
        "decline: Supreme Court > -, 2004-05-03"
    ]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Urgent appeals transmitted by the Special Rapporteur to the Government of Chad "
            "are summarized.",
            ["urge: Special Rapporteur > Government of Chad"],
        ),
        (
            "The allegations transmitted by the Special Rapporteur to the Government of Chad "
            "are summarized.",
            ["submit: Special Rapporteur > Government of Chad"],
        ),
        (
            "On 3 May 2000, the Special Rapporteur filed a request with the Government of Chad.",
            ["request: Special Rapporteur > Government of Chad, 2000-05-03"],
        ),
    ],
)
def test_a_noun_and_the_verb_that_carries_it_are_one_act(text: str, acts: list[str]) -> None:
    assert told(text, report=True) == acts


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("A reply from the Government of Chad is still awaited.", "Government of Chad"),
        ("The Government of Chad remained silent.", "Government of Chad"),
        ("The Government of Chad did not react to the letter.", "Government of Chad"),
        ("The Government of Mali had not transmitted any reply.", "Government of Mali"),
        ("His letter to the Government was left without response.", "Government"),
        (
            "He deplored the failure of the Government of Chad to provide any information.",
            "Government of Chad",
        ),
        (
            "The Government of Chad replied on 3 May 1999, whereas the Government of Mali did not.",
            "Government of Mali",
        ),
    ],
)
def test_silence_is_told_in_many_ways(text: str, silence: str) -> None:
    lines = [line for line in told(text, report=True) if line.startswith("not-respond")]
    assert len(lines) == 1 and silence in lines[0] or silence == "Government" and lines


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Neither the Government of Chad nor the Government of Mali replied.",
            ["Government of Chad", "Government of Mali"],
        ),
        (
            "The requests to the Governments of Chad and Mali were not answered.",
            ["Government of Chad", "Government of Mali"],
        ),
        (
            "He reminded the Government of Chad of cases to which no reply had been received.",
            ["Government of Chad"],
        ),
    ],
)
def test_who_is_silent_is_who_was_asked_or_denied(text: str, doers: list[str]) -> None:
    lines = [line for line in told(text, report=True) if line.startswith("not-respond")]
    assert lines == [f"not-respond: {doer} > Special Rapporteur" for doer in doers]


def test_an_application_that_was_not_filed_is_denied() -> None:
    found = read("A further application for leave to appeal has not been filed.")
    asked = next(act for act in found.acts if str(act.act_type) == "request")
    assert asked.negated


def test_a_heading_at_the_end_of_a_block_says_nothing() -> None:
    text = "The author left. State party's observations and counsel's comments thereon"
    assert not [line for line in told(text) if line.startswith(("state", "respond"))]


@pytest.mark.parametrize(
    "text",
    [
        "The Special Rapporteur was provided with a reply from the Government of Chad.",
        "He has the right to remain silent.",
        "The crowd reacted with anger.",
    ],
)
def test_answers_and_rights_are_no_silence(text: str) -> None:
    assert not read(text, True).non_occurrences


def test_each_government_asked_is_asked_and_silent_for_itself() -> None:
    text = "The outstanding requests for invitations to visit Chad, Mali and Niger remain without response."
    lines = told(text, report=True)
    assert lines == [
        "request: Special Rapporteur > Chad",
        "request: Special Rapporteur > Mali",
        "request: Special Rapporteur > Niger",
        "not-respond: Chad > Special Rapporteur",
        "not-respond: Mali > Special Rapporteur",
        "not-respond: Niger > Special Rapporteur",
    ]


def test_a_list_behind_including_names_those_asked() -> None:
    text = (
        "The Special Rapporteur sent requests for invitations to a number of States, including "
        "Chad (2005), Mali (1993) and Niger (2005)."
    )
    assert told(text, report=True) == [
        f"request: Special Rapporteur > {name}" for name in ("Chad", "Mali", "Niger")
    ]


def test_did_so_stands_for_the_act_before() -> None:
    text = (
        "The Government of Chad replied on 3 May 1999 and the Government of Mali did so on "
        "4 June 1999."
    )
    assert told(text, report=True) == [
        "respond: Government of Chad > Special Rapporteur, 1999-05-03",
        "respond: Government of Mali > Special Rapporteur, 1999-06-04",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A visit can only be undertaken upon the invitation of the Government.",
        "Acceptance by the Special Rapporteur is contingent upon a promise.",
        "A visit requires the consent of the Government of Chad.",
    ],
)
def test_a_rule_is_no_event(text: str) -> None:
    assert told(text, report=True) == []
