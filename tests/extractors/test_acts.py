"""Acts: who did what to whom, in each frame and voice; what is no act; what hangs on what."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Act, Assertions, EventStatus, OutcomeType
from ungraph.pipeline import BuildOptions, Result, build_document

HEAD = "A/HRC/31/77\n\n"


def build(*paragraphs: str) -> Result:
    body = "\n\n".join(f"{n}. {text}" for n, text in enumerate(paragraphs, start=1))
    data = (HEAD + body + "\n").encode()
    return build_document(data, name="A_HRC_31_77.txt", options=BuildOptions(validate=False))


def assertions(*paragraphs: str) -> Assertions:
    return build(*paragraphs).assertions


def label(found: Assertions, keys: tuple[str, ...]) -> str:
    names = {a.key: a.label for a in found.agents}
    shown = (names.get(key, key) for key in keys)
    return "; ".join(name.removesuffix(" of the United Nations") for name in shown)


def told(found: Assertions, act: Act) -> tuple[str, str, str, str]:
    return (
        str(act.act_type),
        label(found, act.agents),
        label(found, act.addressees),
        str(act.date or ""),
    )


FRAMES = [
    (
        "On 3 May 2011, the Human Rights Council requested the Secretary-General to report.",
        ("request", "Human Rights Council", "Secretary-General", "2011-05-03"),
    ),
    (
        "The Secretary-General was requested by the General Assembly to report.",
        ("request", "General Assembly", "Secretary-General", ""),
    ),
    (
        "The General Assembly, by its resolution 60/251, established the Human Rights Council.",
        ("establish", "General Assembly", "", ""),
    ),
    (
        "The Government of France submitted a report to the General Assembly in March 2004.",
        ("submit", "Government of France", "General Assembly", "2004-03"),
    ),
    (
        "The Government of Mali informed the Security Council that the talks had failed.",
        ("state", "Government of Mali", "Security Council", ""),
    ),
    (
        "As the Government of Mali stated, the talks had failed.",
        ("state", "Government of Mali", "", ""),
    ),
    (
        "The Security Council was informed that the talks had failed.",
        ("state", "", "Security Council", ""),
    ),
    (
        "The invitation was accepted by the Government of Peru on 1 June 2010.",
        ("accept", "Government of Peru", "", "2010-06-01"),
    ),
    (
        "The Government of Peru declined the Secretary-General's offer.",
        ("decline", "Government of Peru", "Secretary-General", ""),
    ),
    (
        "The Government of Peru was unable to accept the Secretary-General's offer.",
        ("decline", "Government of Peru", "Secretary-General", ""),
    ),
    (
        "The Security Council took note with appreciation of the report.",
        ("take-note", "Security Council", "", ""),
    ),
    (
        "It will be recalled that the talks had failed.",
        ("recall", "", "", ""),
    ),
    (
        "The Secretary-General raised the possibility of a visit.",
        ("propose", "Secretary-General", "", ""),
    ),
    (
        "The Security Council decided to remain seized of the matter.",
        ("decide", "Security Council", "", ""),
    ),
    (
        "A reply was received from the Government of Chad on 3 January 2007.",
        ("respond", "Government of Chad", "", "2007-01-03"),
    ),
    (
        "The Secretary-General received an invitation from the Government of Chad to visit it.",
        ("invite", "Government of Chad", "Secretary-General", ""),
    ),
    (
        "The Secretary-General visited Chad at the invitation of the Government of Chad.",
        ("invite", "Government of Chad", "Secretary-General", ""),
    ),
    (
        "In his reply, the Secretary-General, having studied the claims, regrets that they fail.",
        ("condemn", "Secretary-General", "", ""),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES, ids=lambda value: str(value)[:40])
def test_a_frame_gives_agent_addressee_and_date(
    text: str, expected: tuple[str, str, str, str]
) -> None:
    found = assertions(text)
    assert expected in [told(found, act) for act in found.acts]


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council will request the Secretary-General to report.",
        "The General Assembly may not accept the budget.",
        "The proposed budget of the General Assembly grew.",
        "It is alleged that torture took place.",
        "The Government of Mali is obliged to accept the returnees.",
        "Why did the Government of Mali refuse the request?",
        "Persons are denied the right to vote.",
    ],
)
def test_what_was_not_done_is_no_act(text: str) -> None:
    assert assertions(text).acts == ()


def test_a_coordinated_verb_keeps_its_subject_and_date() -> None:
    found = assertions(
        "On 7 January 1997, the District Court of Utopia sentenced him to prison and ordered his "
        "deportation."
    )
    assert {label(found, act.agents) for act in found.acts} == {"District Court of Utopia"}
    assert {str(act.date) for act in found.acts} == {"1997-01-07"}
    assert {str(act.act_type) for act in found.acts} == {"decide"}


def test_an_infinitive_is_what_is_asked_for_not_done() -> None:
    found = assertions("The Security Council requested the Secretary-General to submit a report.")
    assert [str(act.act_type) for act in found.acts] == ["request"]


def test_a_document_does_what_its_organ_did_in_it() -> None:
    found = assertions(
        "This note follows Human Rights Council decision 2/102 requesting the Secretary-General "
        "to report."
    )
    (act,) = (a for a in found.acts if a.act_type == "request")
    assert label(found, act.agents) == "Human Rights Council"
    assert str(act.performed_in) == "A/HRC/DEC/2/102"


def test_governments_that_act_in_a_list_act_once_each() -> None:
    found = assertions("The Governments of Chad and Mali invited the Secretary-General.")
    assert sorted(label(found, act.agents) for act in found.acts) == [
        "Government of Chad",
        "Government of Mali",
    ]


def test_the_members_of_a_list_behind_a_colon_answer_once_each() -> None:
    found = assertions("Replies have been received from the following Governments: Chad and Mali.")
    assert sorted(label(found, act.agents) for act in found.acts) == ["Chad", "Mali"]


def test_governments_that_are_asked_in_a_list_are_asked_once_each() -> None:
    found = assertions("The Secretary-General requested the Governments of Chad and Mali to reply.")
    assert sorted(label(found, act.addressees) for act in found.acts) == [
        "Government of Chad",
        "Government of Mali",
    ]


def test_two_dates_of_one_verb_are_two_acts() -> None:
    found = assertions(
        "The District Court of Utopia rejected two appeals on 13 January 2000 and on 4 July 2002."
    )
    assert sorted(str(act.date) for act in found.acts) == ["2000-01-13", "2002-07-04"]


def test_reported_acts_hang_on_the_statement() -> None:
    found = assertions(
        "The Government of Mali stated that the Security Council had rejected the proposal."
    )
    statement = next(a for a in found.acts if a.act_type == "state")
    reported = next(a for a in found.acts if a.act_type == "decline")
    assert statement.content == (reported.key,)
    assert reported.content == ()


def test_reported_speech_nests() -> None:
    found = assertions(
        "The Government of Mali stated that the Secretary-General had said that the Security "
        "Council had rejected the proposal."
    )
    outer, inner, reported = found.acts
    assert outer.content == (inner.key,)
    assert inner.content == (reported.key,)


def test_a_ground_is_told_by_therefore() -> None:
    found = assertions(
        "The Government of Mali did not recognize the resolution and was therefore unable to "
        "accept the offer."
    )
    stance, refusal = (a for a in found.acts if a.act_type in {"not-recognize", "decline"})
    assert refusal.ground == stance.key


def test_silence_is_a_node_as_of_the_date_of_the_document() -> None:
    found = assertions(
        "The Secretary-General requested the Government of Chad to comment.",
        "No response has been received from the Government of Chad.",
    )
    (silence,) = found.non_occurrences
    (request,) = (a for a in found.acts if a.act_type == "request")
    assert silence.in_response_to == (request.key,)
    assert label(found, silence.addressees) == "Secretary-General"
    assert [str(a.act_type) for a in found.acts] == ["request"]
    assert [o.outcome_type for o in found.outcomes] == [OutcomeType.NO_RESPONSE]


@pytest.mark.parametrize(
    "text",
    [
        "The Government of Chad did not reply to the letter.",
        "The Government of Chad has never responded to the letter.",
        "The Government of Chad has yet to respond to the letter.",
        "The Government of Chad failed to respond to the letter.",
        "No reply to the letter had been received from the Government of Chad.",
        "The Secretary-General had not received any information from the Government of Chad.",
        "The Secretary-General has received no answer from the Government of Chad.",
        "The Secretary-General is awaiting a reply from the Government of Chad.",
    ],
)
def test_silence_is_said_in_many_ways(text: str) -> None:
    found = assertions(text)
    assert [label(found, s.expected_from) for s in found.non_occurrences] == ["Government of Chad"]


def test_an_acceptance_answers_the_invitation_and_has_an_outcome() -> None:
    found = assertions(
        "The Secretary-General invited the Permanent Representative of Chad to the United Nations "
        "for a meeting. Upon receipt of the acceptance of the invitation by the Permanent "
        "Representative, a meeting was scheduled for 6 May 2009.",
        "During the meeting, the Secretary-General proposed a visit.",
    )
    by_type = {str(a.act_type): a for a in found.acts}
    assert by_type["accept"].in_response_to == (by_type["invite"].key,)
    assert by_type["schedule"].in_response_to == (by_type["accept"].key,)
    meeting = next(e for e in found.events if e.event_type == "meeting")
    assert str(meeting.scheduled_for) == str(meeting.held_on) == "2009-05-06"
    assert meeting.event_status is EventStatus.HELD
    assert {"ung:heldOn", "ung:eventStatus"} <= {i.property for i in meeting.inferences}
    assert len(meeting.participants) == 2
    assert by_type["propose"].during == meeting.key
    assert str(by_type["propose"].date) == "2009-05-06"
    assert by_type["propose"].addressees == by_type["invite"].addressees
    assert OutcomeType.ACCEPTED in [o.outcome_type for o in found.outcomes]


def test_a_mandate_has_its_tasks_in_the_exact_words() -> None:
    found = assertions(
        "The Human Rights Council requested the Secretary-General to continue his efforts, in "
        "accordance with past practice, and to submit a report to the General Assembly within two "
        "years."
    )
    (mandate,) = found.mandates
    assert [t.label for t in mandate.tasks] == ["continue his efforts", "submit a report"]
    assert label(found, (mandate.tasks[1].deliver_to or "",)) == "General Assembly"
    assert mandate.tasks[1].due_by == "within two years"


def test_the_same_sentence_has_the_same_key_elsewhere() -> None:
    text = "The Security Council condemned the attack."
    alone = assertions(text).acts[0].key
    later = assertions("An earlier paragraph.", "Another one.", text).acts[0].key
    assert alone == later


def test_evidence_lies_in_one_paragraph_and_holds_the_cue() -> None:
    result = build(
        "The Security Council, on 5 May 2001, condemned the attack and urged all States to help.",
        "The Government of Mali replied to the Security Council.",
    )
    for act in result.assertions.acts:
        (span,) = act.evidence
        assert act.cue in result.document.quote(span)
        first = result.document.block_at(span.start)
        assert first is not None
        assert first.span.contains(span)


def test_building_twice_gives_the_same() -> None:
    text = "The Governments of Chad and Mali invited the Secretary-General and rejected the plan."
    assert assertions(text) == assertions(text)


def kinds(*paragraphs: str) -> set[tuple[str, bool]]:
    return {(str(a.act_type), a.negated) for a in assertions(*paragraphs).acts}


@pytest.mark.parametrize(
    "text",
    [
        "There was no reply by the Government of Mali.",
        "In the absence of a reply from the Government of Mali, the Committee closed the case.",
        "Without any response from the Government of Mali, the Committee closed the case.",
        "No reply from the Government of Mali was received.",
        "The Committee regrets the lack of any response by the Government of Mali.",
        "Nor did the Government of Mali reply to the letter.",
        "At no time since that visit has the Government of Mali replied to the letter.",
    ],
)
def test_an_absent_reply_is_silence_and_never_an_answer(text: str) -> None:
    found = assertions(text)
    assert not [a for a in found.acts if a.act_type == "respond"]
    (silence,) = found.non_occurrences
    assert label(found, silence.expected_from) == "Government of Mali"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("She sent 12 requests to visit, but none were accepted by France.", ("decline", False)),
        ("He made three claims, none of which were refuted by France.", ("decline", True)),
        ("No complaint was filed by the author with the police.", ("submit", True)),
        ("At no time has the author submitted a complaint.", ("submit", True)),
        ("France neither denied the visit nor submitted a report.", ("submit", True)),
        ("He was neither arrested nor convicted by the court.", ("decide", True)),
    ],
)
def test_negation_is_kept_wherever_it_stands(text: str, act: tuple[str, bool]) -> None:
    found = kinds(text)
    assert act in found
    assert ("accept", False) not in found and (act[0], not act[1]) not in found


def test_the_number_of_a_document_denies_nothing() -> None:
    assert not kinds("The court, by its decision No. 12, had recognized the marriage.")


@pytest.mark.parametrize(
    "text",
    [
        "Should the court grant the appeal, he would be free.",
        "It argues that, should the court grant the appeal, he would be free.",
        "Had the court granted the appeal, he would have been free.",
        "The court could not have granted the appeal.",
        "The court could grant the appeal.",
        "The programme assumed cooperation, provided that the court granted the appeal.",
        "It remained open whether the court granted the appeal.",
        "The appeal should be heard and granted by the court.",
    ],
)
def test_what_is_only_supposed_is_no_act(text: str) -> None:
    assert not [a for a in assertions(text).acts if a.act_type == "authorize"]


def test_what_is_asked_for_in_the_passive_is_no_act_of_its_own() -> None:
    assert kinds("The author asked that the expert be invited by France.") == {("request", False)}
    assert ("state", False) in kinds("The Committee decided that the author be informed of it.")


@pytest.mark.parametrize(
    "text",
    [
        "The Government of Mali has not provided sufficient information on the visit.",
        "The Government of Mali did not provide a convincing explanation.",
        "The author has not provided information that would support his claim.",
        "The author had not provided details of his arrest.",
    ],
)
def test_a_thin_answer_is_no_silence(text: str) -> None:
    assert not assertions(text).non_occurrences


def test_no_answer_at_all_is_silence() -> None:
    for text in (
        "The Government of Mali has not provided any information on the visit.",
        "The Government of Mali has not provided further information.",
        "The Government of Mali has not provided any explanation.",
    ):
        assert len(assertions(text).non_occurrences) == 1, text


@pytest.mark.parametrize(
    ("other", "meant", "act_type"),
    [
        (
            "Research suggests that lights should be dimmed.",
            "France suggests that lights should be dimmed.",
            "propose",
        ),
        ("The official accepted bribes.", "The official accepted the invitation.", "accept"),
        (
            "The court, taking into account his age, closed the case.",
            "The court took into account his age and closed the case.",
            "take-note",
        ),
        (
            "The law established strict limits in 1991.",
            "The law established a commission in 1991.",
            "establish",
        ),
        ("The disease raised concerns.", "The Government of Mali raised concerns.", "condemn"),
        (
            "The Covenant does not recognize such a right.",
            "The Government of Mali does not recognize such a right.",
            "not-recognize",
        ),
        (
            "That meeting was referred to in passing.",
            "That meeting was referred to by the Government of Mali.",
            "state",
        ),
        (
            "The author put forward three arguments.",
            "The author put forward a plan.",
            "propose",
        ),
    ],
)
def test_a_word_in_its_other_sense_is_no_such_act(other: str, meant: str, act_type: str) -> None:
    assert act_type not in {kind for kind, _ in kinds(other)}
    assert act_type in {kind for kind, _ in kinds(meant)}


def test_arguments_put_forward_are_stated() -> None:
    assert ("state", False) in kinds("The author put forward three arguments.")


def test_neither_of_two_replied() -> None:
    found = assertions("Neither the Government of Mali nor the author replied to the letter.")
    assert not found.acts
    assert len(found.non_occurrences) == 1
