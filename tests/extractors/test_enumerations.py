"""A list of named governments is one act of each, or to each, but for what they do together."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions
from ungraph.pipeline import BuildOptions, build_document

OPENS = "E/CN.4/2006/99\n\n1. The Special Rapporteur stated that he was grateful.\n\n2. "


def read(text: str) -> Assertions:
    data = f"{OPENS}{text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def told(text: str, act_type: str) -> list[str]:
    """ "doer > addressee" of each act of *act_type* in *text*, without "Government of"."""
    found = read(text)
    names = {a.key: a.label.removeprefix("Government of ") for a in found.agents}
    if act_type == "not-respond":
        pairs = [(s.expected_from, s.addressees) for s in found.non_occurrences]
    else:
        acts = [act for act in found.acts if act.act_type == act_type and act.cue in text]
        pairs = [(act.agents, act.addressees) for act in acts]
    return sorted(
        ">".join("+".join(names.get(key, key) for key in keys) for keys in pair) for pair in pairs
    )


@pytest.mark.parametrize(
    ("text", "act_type"),
    [
        ("He sent letters to the Governments of Chad, Mali and Peru.", "submit"),
        ("He addressed communications to the following Governments: Chad, Mali, Peru.", "submit"),
        ("He informed the Governments of Chad, Mali and Peru that he was ill.", "state"),
        ("He sent urgent appeals to the Governments of Chad (2), Mali and Peru.", "urge"),
        ("He urged the Governments of Chad, Mali and Peru to release them.", "urge"),
        (
            "He expressed in letters dated 25 May 2002 his interest in undertaking such visits, "
            "within his mandate, to the following countries: Chad, Mali and Peru.",
            "request",
        ),
        (
            "Requests for visits have been addressed to the Governments of Chad, Mali and Peru.",
            "request",
        ),
        ("He requested invitations from the Governments of Chad, Mali and Peru.", "request"),
        ("He sent letters to Chad, Mali and Peru, drawing their attention to the law.", "state"),
        ("He has accepted invitations from Chad, Mali and Peru.", "accept"),
    ],
)
def test_what_is_said_to_a_list_is_said_to_each(text: str, act_type: str) -> None:
    assert [line.split(">")[1] for line in told(text, act_type)] == ["Chad", "Mali", "Peru"]


@pytest.mark.parametrize(
    ("text", "act_type"),
    [
        ("Invitations have been received from the Governments of Chad, Mali and Peru.", "invite"),
        ("He was invited by Chad, Mali and Peru to visit their countries.", "invite"),
        ("The Governments of Chad, Mali and Peru have agreed in principle to a visit.", "agree"),
        (
            "He continued to consider invitations for visits extended by the Governments of Chad, "
            "Mali and Peru.",
            "invite",
        ),
        ("Replies were received from Chad, Mali and Peru.", "respond"),
        ("Three States have signed the Convention (Chad, Mali and Peru).", "agree"),
        ("The Governments of the following countries replied: Chad, Mali and Peru.", "respond"),
        (
            "He is still waiting for replies from the Governments of Chad, Mali and Peru.",
            "not-respond",
        ),
        ("No reply was received from the Governments of Chad, Mali and Peru.", "not-respond"),
    ],
)
def test_what_a_list_does_each_does(text: str, act_type: str) -> None:
    assert [line.split(">")[0] for line in told(text, act_type)] == ["Chad", "Mali", "Peru"]


def test_what_a_list_does_jointly_is_one_act() -> None:
    assert told("Chad, Mali and Peru jointly proposed a draft.", "propose") == ["Chad+Mali+Peru>"]


def test_a_list_of_who_is_invited_is_not_one_of_who_invites() -> None:
    text = "The announcement listed three countries invited to join (Chad, Mali and Peru)."
    assert not {"Chad>", "Mali>", "Peru>"} & set(told(text, "invite"))


def test_a_list_of_who_replied_is_not_one_of_who_was_asked() -> None:
    text = (
        "He thanked those who contributed to a questionnaire addressed to Governments, of which "
        "the following Governments had responded: Chad, Mali and Peru."
    )
    assert [line.split(">")[0] for line in told(text, "respond")] == ["Chad", "Mali", "Peru"]
    assert not {">Chad", ">Mali", ">Peru"} & set(told(text, "submit"))


def test_states_named_as_examples_do_not_act_each() -> None:
    assert told("States such as Chad, Mali and Peru have adopted laws.", "adopt") == ["States>"]


def test_the_clause_of_another_government_ends_a_list() -> None:
    text = "He sent a letter to Chad, and Mali replied."
    assert [line.split(">")[1] for line in told(text, "submit")] == ["Chad"]


def test_several_days_and_several_addressees_give_one_act_each_within_those_days() -> None:
    text = "On 7 and 9 May 2000, he sent letters to the Governments of Chad and Mali."
    acts = [act for act in read(text).acts if act.act_type == "submit"]
    assert [(str(a.period_from), str(a.period_until), a.date) for a in acts] == [
        ("2000-05-07", "2000-05-09", None)
    ] * 2
