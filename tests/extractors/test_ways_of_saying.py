"""Ways of saying an act beyond the plain clause: coordination, insertions, whom a thing is given to."""

from __future__ import annotations

import pytest

from ungraph.model.assertion import Act, Assertions
from ungraph.pipeline import BuildOptions, build_document

CASE = "CCPR/C/88/D/1424/2005"
REPORT = "A/HRC/31/77"


def read(text: str, symbol: str = REPORT) -> Assertions:
    data = f"{symbol}\n\n{text}\n".encode()
    return build_document(data, name="text.txt", options=BuildOptions(validate=False)).assertions


def labels(found: Assertions, keys: tuple[str, ...]) -> str:
    names = {agent.key: agent.label for agent in found.agents}
    return "; ".join(names.get(key, key) for key in keys)


def told(found: Assertions) -> list[tuple[str, str, str, str]]:
    def line(act: Act) -> tuple[str, str, str, str]:
        who, whom = labels(found, act.agents), labels(found, act.addressees)
        return str(act.act_type), who, whom, str(act.date or "")

    return [line(act) for act in found.acts]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "1. Counsel maintains that the author would be ill if he returned and denies that he left.",
            ("state", "Counsel", "", ""),
        ),
        (
            "1. The author is ill. She claims that her husband was beaten and submits various letters.",
            ("submit", "author", "", ""),
        ),
        (
            "1. If the claim fails, the State party submits that it is unfounded.",
            ("state", "State party", "", ""),
        ),
        (
            "1. The Committee has ascertained, as it is required to do under article 22 of the rules, "
            "that the same matter is not being examined.",
            ("state", "Human Rights Committee", "", ""),
        ),
        (
            "1. In its observations of 17 October 2005, the State party argues that it is closed.",
            ("state", "State party", "", "2005-10-17"),
        ),
        (
            "1. The author's appeal against the decision of 26 September 2006 was rejected on "
            "16 May 2007.",
            ("decline", "", "author", "2007-05-16"),
        ),
        (
            "1. The Human Rights Committee decides: (a) That the communication is inadmissible; "
            "(b) That this decision shall be transmitted to the State party.",
            ("submit", "Human Rights Committee", "State party", ""),
        ),
        (
            "1. The author was heard. After having expressed his concerns, he left.",
            ("condemn", "author", "", ""),
        ),
        (
            "1. The Committee transmitted the text to the State party, requesting its comments.",
            ("request", "Human Rights Committee", "State party", ""),
        ),
    ],
)
def test_an_act_in_a_communication(text: str, act: tuple[str, str, str, str]) -> None:
    assert act in told(read(text, CASE))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "1. The Special Rapporteur would like to thank the Government of Peru for its help.",
            ("welcome", "Special Rapporteur", "Government of Peru", ""),
        ),
        (
            "1. The Government of Peru sent the Special Rapporteur a letter on 5 October 1990.",
            ("submit", "Government of Peru", "Special Rapporteur", "1990-10-05"),
        ),
        (
            "1. The Special Rapporteur transmitted the cases of Juan Pérez, Ana Díaz and Luis Gómez "
            "to the Government of Peru.",
            ("submit", "Special Rapporteur", "Government of Peru", ""),
        ),
        (
            "1. The Special Rapporteur urged all candidates and all parties to keep the law.",
            ("urge", "Special Rapporteur", "candidates and all parties", ""),
        ),
        (
            "1. The Special Rapporteur draws the attention of the General Assembly to the report.",
            ("state", "Special Rapporteur", "General Assembly", ""),
        ),
        (
            "1. The Government of Peru responded by letter dated 7 September 1998.",
            ("respond", "Government of Peru", "", "1998-09-07"),
        ),
        (
            "1. The Special Rapporteur concluded by stating that the prison was closed.",
            ("state", "Special Rapporteur", "", ""),
        ),
        (
            "1. The Special Rapporteur refers in very general terms to the report.",
            ("state", "Special Rapporteur", "", ""),
        ),
        (
            "1. The prison was visited. Peru\n\n2. The Special Rapporteur transmitted six cases, to "
            "which the Government replied.",
            ("submit", "Special Rapporteur", "Government of Peru", ""),
        ),
        (
            "1. The decision of the Supreme Court reduced the penalty.",
            ("decide", "Supreme Court", "", ""),
        ),
    ],
)
def test_an_act_in_a_report(text: str, act: tuple[str, str, str, str]) -> None:
    assert act in told(read(text))


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("1. The author refers to country reports stating that the region is calm.", "report"),
        (
            "1. The mechanism established a distinction in treatment that benefited few.",
            "established",
        ),
        ("1. Reversing this trend required new reforms in many regions.", "Reversing"),
        ("1. Convicted persons must be held apart. Persons sentenced to death wait.", "sentenced"),
        ("1. Sexually transmitted infections are common in the region.", "transmitted"),
        ("1. The author was held without a court order.", "order"),
        ("1. The eviction being ordered must conform to the law.", "ordered"),
        ("1. The author's claim to refugee status was examined.", "claim"),
        ("1. The Court accepted as fact the author's age.", "accepted"),
        ("1. Research suggests that prices rise.", "suggests"),
        ("1. The police did not recognize his face.", "recognize"),
        ("1. She did not receive any information about her brother.", "receive"),
    ],
)
def test_words_that_say_no_act_here(text: str, absent: str) -> None:
    found = read(text)
    assert not [act for act in (*found.acts, *found.non_occurrences) if absent in act.cue]


def test_what_is_reported_ends_where_the_outer_verb_goes_on() -> None:
    found = read("1. Counsel submits that the author is ill and refers to a letter of the doctor.")
    outer, second = found.acts[0], found.acts[-1]
    assert second.cue.startswith("refers")
    assert second.key not in outer.content


def test_no_information_received_is_silence() -> None:
    found = read("1. No further information was received from the Government of Peru.")
    assert [labels(found, n.expected_from) for n in found.non_occurrences] == ["Government of Peru"]
    assert not found.acts


def test_a_statement_that_reports_a_ruling_is_not_said_to_the_claimant() -> None:
    text = (
        "1. The author applied for a permit. The State party notes that the Supreme Court "
        "rejected the author's application."
    )
    notes = next(act for act in read(text, CASE).acts if act.cue == "notes")
    assert notes.addressees == ()


def test_a_pronoun_takes_no_kin_of_the_other_sex() -> None:
    text = (
        "1. The author's husband was held in a cell. The author wrote. She claims that he was ill."
    )
    found = read(text, CASE)
    claim = next(act for act in found.acts if act.cue == "claims")
    assert labels(found, claim.agents) == "author"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        (
            "1. The Special Rapporteur sent urgent appeals to the Governments of the following "
            "countries: Algeria (2), Chad (1) and Mali (4).",
            ["Algeria", "Chad", "Mali"],
        ),
        (
            "1. The Special Rapporteur requested visits to Algeria, Chad and Mali.",
            ["Algeria", "Chad", "Mali"],
        ),
        (
            "1. The Special Rapporteur sent letters to the following countries: Algeria and Chad.",
            ["Algeria", "Chad"],
        ),
    ],
)
def test_a_list_of_countries_is_whom_something_is_asked_of(text: str, whom: list[str]) -> None:
    found = read(text)
    assert [labels(found, act.addressees) for act in found.acts] == whom


def test_each_of_the_following_governments_is_silent_for_itself() -> None:
    found = read("1. The following Governments have not replied to his letters: Algeria and Chad.")
    assert [labels(found, n.expected_from) for n in found.non_occurrences] == ["Algeria", "Chad"]


def test_who_told_him_is_not_he_himself() -> None:
    text = (
        "1. The author came in 2005. The Immigration Office refused his application on the "
        "grounds that he had no income and informed him that he had to leave."
    )
    found = read(text, CASE)
    informed = next(act for act in found.acts if act.cue == "informed")
    assert labels(found, informed.agents) == "Immigration Office"
    assert labels(found, informed.addressees) == "author"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("1. The author asked that the court grant him leave.", "grant"),
        ("1. The Office for Convicted Prisoners wrote to the court.", "Convicted"),
        ("1. There are causes that allow acts to be tolerated and encouraged.", "encouraged"),
        ("1. Thanks to their work, the plan is ready.", "Thanks"),
        ("1. Reports on the two missions will follow.", "Reports"),
        ("1. It has been established that the body was moved.", "established"),
    ],
)
def test_words_that_look_like_a_cue(text: str, cue: str) -> None:
    found = read(text)
    assert not [act for act in found.acts if cue in act.cue]


def test_an_adverb_before_the_second_verb_leaves_its_subject() -> None:
    text = "1. The Committee finds that the author has proved nothing and therefore declares it closed."
    declared = read(text, CASE).acts[-1]
    assert declared.cue.startswith("declares")
    assert labels(read(text, CASE), declared.agents) == "Human Rights Committee"


def test_one_described_with_an_article_is_no_rule() -> None:
    text = "1. The author is Ana Silva, a Spanish national, who claims violations of article 2."
    assert [act.cue for act in read(text, CASE).acts] == ["claims"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "1. The report which the Special Rapporteur submitted to the General Assembly was read.",
            ("submit", "Special Rapporteur", "General Assembly", ""),
        ),
        (
            "1. The cases were communicated to the Government of Peru on 25 April 1990.",
            ("submit", "", "Government of Peru", "1990-04-25"),
        ),
        (
            "1. The Government of Peru gave the Special Rapporteur the text of the new law.",
            ("submit", "Government of Peru", "Special Rapporteur", ""),
        ),
    ],
)
def test_things_sent_and_given(text: str, act: tuple[str, str, str, str]) -> None:
    assert act in told(read(text))


def test_whoever_is_appointed_is_named_though_no_title_stands_before() -> None:
    found = read("1. On 28 November 2001, the Chair appointed Juan van Dorn (Peru) as expert.")
    (act,) = [act for act in found.acts if str(act.act_type) == "appoint"]
    assert labels(found, act.addressees) == "Juan van Dorn"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("1. Ms. Smith said she understood the concern.", ("state", "said", "she understood")),
        ("1. France recognized the progress made.", ("state", "recognized", "the progress made")),
        ("1. Germany hailed the efforts made.", ("welcome", "hailed", "the efforts made")),
    ],
)
def test_what_delegations_say_of_another(text: str, act: tuple[str, str, str]) -> None:
    (found,) = read(text).acts
    kind, cue, theme = act
    assert (str(found.act_type), found.cue) == (kind, cue)
    assert str(found.theme or "").startswith(theme)


def test_a_reason_does_not_take_the_date_of_the_letter() -> None:
    found = read(
        "1. By letter of 3 May 2001, the author complained that he was held, as he had refused "
        "to pay the fine.",
        CASE,
    )
    dates = {act.cue: str(act.date or "") for act in found.acts}
    assert dates["complained"] == "2001-05-03"
    assert dates["had refused"] == ""


@pytest.mark.parametrize(
    ("text", "cue", "theme"),
    [
        (
            "1. The author reiterates his claim that the court erred in law.",
            "his claim",
            "the court erred in law",
        ),
        ("1. The author's claim that he is ill was dismissed.", "author's claim", ""),
        ("1. The Committee notes the author's claims which he repeated.", "author's claims", ""),
    ],
)
def test_the_theme_of_a_noun_is_its_whole_clause_or_none(text: str, cue: str, theme: str) -> None:
    found = read(text, CASE)
    themes = {act.cue: str(act.theme or "") for act in found.acts}
    assert themes[cue] == theme


def test_first_person_passives_are_no_acts_of_the_speaker() -> None:
    found = read("1. I am informed that the law was adopted.")
    assert [act.cue for act in found.acts if act.agents] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1. Amal Doex was arrested. Later Amal Doex reported that he was free.", ["person"]),
        (
            "1. Every union is national. Karen National Union reported that it left.",
            ["organization"],
        ),
        ("1. Some said much. The intent: Intent reported that it rained.", []),
    ],
)
def test_a_name_of_plain_words_is_no_person(text: str, kinds: list[str]) -> None:
    found = read(text, CASE)
    told = {key for act in found.acts if act.cue == "reported" for key in act.agents}
    assert [str(a.kind) for a in found.agents if a.key in told] == kinds
