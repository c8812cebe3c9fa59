"""Verbs in every voice: what is said to have been done, and what only looks like it."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Assertions
from ungraph.pipeline import BuildOptions, build_document

CASE = "CCPR/C/88/D/1424/2005"


def read(text: str) -> Assertions:
    data = f"{CASE}\n\n1. {text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def told(text: str) -> list[str]:
    """ "type: cue (not)" of each act, in the order of the text."""
    return [f"{a.act_type}: {a.cue}{' (not)' if a.negated else ''}" for a in read(text).acts]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # support verbs, where the thing comes first
        ("A decision was taken on 4 May 2011 by the Supreme Court.", "decide: "),
        ("No reason was given by the court for its refusal.", "state: reason was given (not)"),
        ("A new date was set for the hearing.", "decide: was set"),
        ("The charges were dropped by the prosecutor.", "decide: were dropped"),
        ("Much concern had been expressed by the Government of Mali.", "condemn: "),
        ("That argument has not been raised by the author.", "state: has not been raised (not)"),
        ("The order, which was served on the author, was quashed.", "submit: was served"),
        # without an auxiliary
        ("The owner and her partner applied to the city for housing.", "request: applied"),
        ("The jury that finally found the author guilty was new.", "decide: found"),
        ("The cases submitted during the year were many.", "submit: submitted"),
        ("The code, adopted on 3 May 1999 by the Ministry, was clear.", "adopt: adopted"),
        (
            "Nor was a decision adopted by the court in the case.",
            "decide: Nor was a decision adopted (not)",
        ),
        ("Not only did the State party insist on the test, but it was held.", "state: insist on"),
        ("The author was held for refusing to sign it.", "decline: refusing"),
        ("By rejecting his appeal, the Supreme Court erred.", "decline: rejecting"),
        ("As stated by the Government of Mali, the talks failed.", "state: stated"),
        ("A certificate dated 3 April 2019 states that he is ill.", "state: states"),
        # what had it done, and polite or performative words
        ("This led the Committee to conclude that the claim failed.", "decide: to conclude"),
        ("The Special Rapporteur would strongly encourage States to act.", "urge: "),
        ("I must inform you that the case is closed.", "state: must inform"),
        ("The Government of Mali should be commended for its efforts.", "welcome: "),
        ("The Committee is pleased to note that the law was amended.", "welcome: "),
        ("The Special Rapporteur hopes to visit the prisons.", "state: hopes to visit"),
        # who acts tells the type
        ("The Supreme Court admitted the application.", "accept: admitted"),
        ("The author admitted his guilt.", "state: admitted"),
        ("The author was warned that he would be arrested.", "state: was warned"),
    ],
)
def test_a_verb_tells_its_act_in_each_voice(text: str, act: str) -> None:
    found = told(text)
    assert any(line.startswith(act) for line in found), found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It will consider the matter and set out its conclusions.", "state"),
        ("The authorities could not be held responsible for the acts of others.", "decide"),
        ("The requirement cannot be deemed to have been met or waived.", "decide"),
        ("A remedy is due when it has been determined that a right was violated.", "decide"),
        ("Any decision taken by a court may be appealed.", "decide"),
        ("When a State party imposes restrictions, they must be clear.", "decide"),
        ("It is submitted that the facts are a violation.", "submit"),
        ("The prosecution spoke, citing alleged errors of the High Court.", "decline"),
        ("Article 14 does not apply to the examination of claims for damages.", "request"),
        ("The Committee considered whether the remedy was effective.", "state"),
        ("The term was served on 7 March 1987 and he left.", "submit"),
        ("The Office will have the option of sending letters requesting States to act.", "request"),
        ("He sought before the courts repeal of the decree.", "decide"),
        ("The lawyer appointed to defend her considered that she was right.", "decline"),
    ],
)
def test_what_was_not_done_or_is_another_sense_is_no_act(text: str, kind: str) -> None:
    assert not any(line.startswith(f"{kind}:") for line in told(text)), told(text)


def test_what_is_noted_of_somebody_is_taken_note_of_and_what_is_noted_that_is_stated() -> None:
    assert told("The Committee notes the author's claim that he was ill.")[0] == "take-note: notes"
    assert told("The Committee notes that the author was ill.")[0] == "state: notes"


def test_what_is_noted_with_alarm_in_quotes_is_taken_note_of() -> None:
    assert told('The Committee noted "with alarm the reports of torture" there.') == [
        'take-note: noted "with alarm'
    ]


def test_an_appeal_that_transmits_information_is_one_act() -> None:
    text = "The Special Rapporteur sent an urgent appeal to the Government of Mali transmitting it."
    assert [line.split(":")[0] for line in told(text)] == ["urge"]


def test_a_letter_that_is_sent_is_not_told_again_by_whom_it_is_addressed_to() -> None:
    found = told("The author submitted to the Supreme Court a letter addressed to the Minister.")
    assert [line for line in found if line.startswith("submit")] == ["submit: submitted"]


def test_an_act_left_undone_is_negated_behind_and() -> None:
    text = "He left without undertaking an examination and, in doubt, requesting confirmation."
    assert all(line.endswith("(not)") for line in told(text) if line.startswith("request"))


def test_a_footnote_mark_does_not_part_a_participle_from_its_noun() -> None:
    text = "She issued a report on prisons,5 submitted to the General Assembly, and left."
    found = read(text)
    labels = {agent.key: agent.label for agent in found.agents}
    sent = [a for a in found.acts if a.cue == "submitted"]
    assert sent and "General Assembly" in labels[sent[0].addressees[0]]
