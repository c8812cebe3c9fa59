"""Names of agents are found whole: the role with its State, its organ and its mandate."""

from __future__ import annotations

import pytest

from agent_texts import match_text, read_text
from ungraph.matchers.agents import match_agents
from ungraph.matchers.citations import match_citations
from ungraph.matchers.institutions import iter_institutions
from ungraph.matchers.names import AgentName
from ungraph.matchers.persons import iter_persons
from ungraph.matchers.states import State, load_states
from ungraph.model.mention import MentionKind

STATES = {
    "France": "FRA",
    "the Sudan": "SDN",
    "the Democratic People’s Republic of Korea": "PRK",
    "the Islamic Republic of Iran": "IRN",
    "Côte d’Ivoire": "CIV",
    "Trinidad and Tobago": "TTO",
    "Burma": "MMR",
    "the United States of America": "USA",
    "Guinea-Bissau": "GNB",
}


def only(text: str, kind: MentionKind) -> tuple[str, AgentName]:
    found = match_text(text, kind)
    assert len(found) == 1, [m.surface for m in found]
    value = found[0].value
    assert isinstance(value, AgentName)
    return found[0].surface, value


@pytest.mark.parametrize(("phrase", "code"), STATES.items())
def test_a_permanent_representative_is_one_name_with_the_state_inside(
    phrase: str, code: str
) -> None:
    text = f"The Chair met the Permanent Representative of {phrase} to the United Nations in June."
    surface, name = only(text, MentionKind.OFFICE)
    assert surface == f"Permanent Representative of {phrase} to the United Nations"
    assert (name.states, name.organ, name.accredited, name.represents) == (
        (code,),
        "united-nations",
        True,
        True,
    )
    states = match_text(text, MentionKind.STATE)
    assert [m.value for m in states] == [code]
    assert states[0].surface in phrase


@pytest.mark.parametrize(
    ("text", "surface", "states"),
    [
        ("The Government of Peru replied.", "Government of Peru", ("PER",)),
        ("The Iraqi Government replied.", "Iraqi Government", ("IRQ",)),
        ("The Lebanese authorities replied.", "Lebanese authorities", ("LBN",)),
        ("Malta's Government replied.", "Malta's Government", ("MLT",)),
        ("Letters went to the Governments of Chad, Mali and the Niger in May.",
         "Governments of Chad, Mali and the Niger", ("TCD", "MLI", "NER")),
        ("The Governments of the following States, which had replied late, were thanked: "
         "Fiji, Palau and Tonga.", "Governments", ("FJI", "PLW", "TON")),
        ("The authorities of Bolivia (Plurinational State of) replied.",
         "authorities of Bolivia (Plurinational State of)", ("BOL",)),
    ],
)  # fmt: skip
def test_a_government_is_named_with_its_states(
    text: str, surface: str, states: tuple[str, ...]
) -> None:
    found, name = only(text, MentionKind.GOVERNMENT)
    assert (found, name.states) == (surface, states)


@pytest.mark.parametrize(
    ("text", "surface", "key"),
    [
        ("It thanked the Secretary-General of the United Nations for it.",
         "Secretary-General of the United Nations", "office-sg"),
        ("It heard the High Commissioner for Human Rights on it.",
         "High Commissioner for Human Rights", "office-hchr"),
        ("It heard the Special Rapporteur on the right to food on it.",
         "Special Rapporteur on the right to food", "office-sr-food"),
        ("It heard the Special Rapporteur on the question of torture.",
         "Special Rapporteur on the question of torture", "office-sr-torture"),
        ("It heard the Independent Expert on minority issues.",
         "Independent Expert on minority issues", "office-ie-minority"),
        ("It heard the Special Rapporteur on the situation of human rights in Ruritania, who spoke.",
         "Special Rapporteur on the situation of human rights in Ruritania",
         "office-sr-situation-human-rights-ruritania"),
        ("It heard the Executive Director of UNICEF.",
         "Executive Director of UNICEF", "office-ed-unicef"),
    ],
)  # fmt: skip
def test_an_office_is_named_with_its_mandate(text: str, surface: str, key: str) -> None:
    found, name = only(text, MentionKind.OFFICE)
    assert (found, name.key) == (surface, key)


@pytest.mark.parametrize(
    ("text", "surface", "head"),
    [
        ("It met the Minister for Foreign Affairs and Trade of Togo.",
         "Minister for Foreign Affairs and Trade of Togo", "minister"),
        ("It met the French Minister of Justice.", "French Minister of Justice", "minister"),
        ("It met the President of the General Assembly.",
         "President of the General Assembly", "president"),
        ("It met the Chair of the Supreme Court of Peru.",
         "Chair of the Supreme Court of Peru", "chair"),
        ("It met the Ambassador of Kenya.", "Ambassador of Kenya", "ambassador"),
        ("It went to the Swedish Embassy in Iran.", "Swedish Embassy in Iran", "embassy"),
        ("It wrote to the Permanent Mission of Cuba to the United Nations Office at Geneva.",
         "Permanent Mission of Cuba to the United Nations Office at Geneva", "mission"),
    ],
)  # fmt: skip
def test_a_post_is_named_with_what_completes_it(text: str, surface: str, head: str) -> None:
    found, name = only(text, MentionKind.OFFICE)
    assert (found, name.head) == (surface, head)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He appealed to the Supreme Court of Peru.", "Supreme Court of Peru"),
        ("He appealed to the Court of First Instance No. 12 of Lima.",
         "Court of First Instance No. 12 of Lima"),
        ("He appealed to the Lesnoy district court of Minsk.", "Lesnoy district court of Minsk"),
        ("He wrote to the Ministry of Education and Science of the Russian Federation.",
         "Ministry of Education and Science of the Russian Federation"),
        ("The Swedish Migration Board refused.", "Swedish Migration Board"),
        ("He joined the Pacific Council for Human Rights.", "Pacific Council for Human Rights"),
    ],
)  # fmt: skip
def test_a_national_institution_is_named_whole(text: str, surface: str) -> None:
    found, _ = only(text, MentionKind.ORGANIZATION)
    assert found == surface


def test_an_acronym_stands_for_the_name_it_was_given_with() -> None:
    text = "He joined the Nordic Roma Rights Centre (NRRC). Later the NRRC wrote to the police."
    values = [m.value for m in match_text(text, MentionKind.ORGANIZATION)]
    assert [v.key for v in values if isinstance(v, AgentName)] == [
        "organization-nordic-roma-rights-centre"
    ] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The Government officials were trained.",
        "A Government enters into a contract when it signs.",
        "The Government of Ruritania signed.",
    ],
)
def test_a_government_that_is_none_in_particular_is_not_taken(text: str) -> None:
    found = match_text(text, MentionKind.GOVERNMENT)
    short = [m for m in match_text(text, MentionKind.AGENT_REFERENCE) if "overnment" in m.surface]
    assert not found
    assert all(isinstance(m.value, AgentName) and m.value.determiner == "a" for m in short)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It was recalled that the road was closed.", 0),
        ("It is clear that it may be needed.", 0),
        ("The Council said that it had received the letter.", 1),
        ("It submits that the claim is unfounded.", 1),
    ],
)
def test_it_is_taken_only_where_it_can_act(text: str, kinds: int) -> None:
    found = match_text(text, MentionKind.AGENT_REFERENCE)
    assert sum(m.surface.lower() == "it" for m in found) == kinds


@pytest.mark.parametrize("name", ["New Mexico", "Lake Chad", "Northern Ireland"])
def test_a_name_that_only_holds_that_of_a_state_is_none(name: str) -> None:
    assert not match_text(f"They travelled to {name} in May.", MentionKind.STATE)


def test_a_territory_is_a_place() -> None:
    text = "They travelled to Western Sahara in May."
    assert not match_text(text, MentionKind.STATE)
    assert [m.value for m in match_text(text, MentionKind.PLACE)] == ["ESH"]


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        ("fr", "Le Gouvernement du Pérou a répondu à la lettre du Comité.", ("PER",)),
        ("es", "El Gobierno del Perú respondió a la carta del Comité.", ("PER",)),
        ("zh", "秘鲁政府答复了委员会的信。", ("PER",)),
    ],
)
def test_a_government_is_found_in_other_languages(
    language: str, text: str, states: tuple[str, ...]
) -> None:
    found = match_text(text, MentionKind.GOVERNMENT, language)
    assert [m.value.states for m in found if isinstance(m.value, AgentName)] == [states]


def test_surfaces_are_the_words_of_the_text_and_in_order() -> None:
    document = read_text(
        "The High\u00adCommissioner met the Permanent Repre\u00adsentative of Chad to the United "
        "Nations Office at Geneva; the Government of Chad’s reply is awaited."
    )
    found = match_agents(document, match_citations(document))
    assert found
    assert all(document.quote(m.span) == m.surface for m in found)
    assert list(found) == sorted(found, key=lambda m: (m.span.start, -m.span.end))
    assert "Permanent Repre\u00adsentative of Chad to the United Nations Office at Geneva" in {
        m.surface for m in found
    }


def test_mentions_of_one_kind_do_not_overlap() -> None:
    document = read_text(
        "The Minister of Justice and Attorney General of the Sudan met the Chair of the Supreme "
        "Court of Peru, Mr. Juan Pérez, and the Governments of Chad and Mali."
    )
    found = match_agents(document, match_citations(document))
    for kind in {m.kind for m in found}:
        spans = sorted(m.span for m in found if m.kind is kind)
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False)), kind


@pytest.mark.parametrize(
    "state",
    [s for s in load_states().values() if s.status in {"member", "observer"}],
    ids=lambda state: state.iso3,
)
def test_every_state_has_its_government_and_its_representative(state: State) -> None:
    text = (
        f"The Government of {state.phrase} replied. The Permanent Representative of {state.phrase} "
        "to the United Nations Office at Geneva agreed."
    )
    _, government = only(text, MentionKind.GOVERNMENT)
    _, office = only(text, MentionKind.OFFICE)
    assert government.states == office.states == (state.iso3,)
    assert office.organ == "unog"


def test_names_in_a_list_of_members_end_with_their_row() -> None:
    text = (
        "Panama .......... Mrs. Roe Doe Russian Federation .......... Ms. Poe United Kingdom of "
        "Great Britain and Northern Ireland........ Mr. Loe"
    )
    persons = [text[p.start : p.end] for p in iter_persons(text)]
    assert persons == ["Mrs. Roe Doe", "Ms. Poe", "Mr. Loe"]
    assert [text[p.start : p.end] for p in iter_institutions(text)] == []


def test_an_ambassador_is_named_whole() -> None:
    text = "He thanked Ambassador Ann Doe of Denmark and the Ambassador Extraordinary of Chad."
    assert [text[p.start : p.end] for p in iter_persons(text)] == ["Ambassador Ann Doe"]
