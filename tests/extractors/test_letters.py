"""Letters: sender, addressee, own date, what is enclosed, and whose "I" each part holds."""

from __future__ import annotations

import re
from functools import cache

import pytest

from record_samples import LETTER, LETTERS, NOTE_VERBALE
from ungraph.model.assertion import Act, ActType, Assertions
from ungraph.pipeline import BuildOptions, build_document
from ungraph.readers.letters import iter_letters, read_letter_title
from ungraph.readers.plain import read_plain
from ungraph.resources import load_table

ROWS = load_table("letter_lines")


@cache
def built(text: str) -> Assertions:
    options = BuildOptions(validate=False)
    return build_document(text.encode(), name="letter.txt", options=options).assertions


def act(text: str, kind: ActType, theme: str = "") -> Act:
    return next(a for a in built(text).acts if a.act_type is kind and theme in (a.theme or ""))


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['kind']}-{r['language']}-{i}" for i, r in enumerate(ROWS)])  # fmt: skip
def test_each_wording_matches_its_example_and_not_its_counter_example(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"], re.IGNORECASE | re.DOTALL)
    match = pattern.fullmatch if row["kind"] == "title" else pattern.search
    assert match(row["example"])
    assert not row["counter_example"] or not match(row["counter_example"])


@pytest.mark.parametrize("language", LETTERS)
def test_a_letter_has_sender_addressee_and_its_own_date_in_six_languages(language: str) -> None:
    letter = built(LETTERS[language]).letters[0]
    assert letter.key is None
    assert letter.senders == ("office-pr-gha-un",)
    assert letter.addressees == ("office-president-sc",)
    assert str(letter.written_on) == "2044-05-05"
    assert len(letter.signatories) == 1


@pytest.mark.parametrize("language", [lang for lang in LETTERS if lang != "zh"])
def test_what_a_letter_transmits_its_sender_transmits(language: str) -> None:
    sent = act(LETTERS[language], ActType.SUBMIT)
    assert sent.agents == ("office-pr-gha-un",)
    assert sent.addressees == ("office-president-sc",)
    assert str(sent.date) == "2044-05-05"
    assert sent.performed_in is not None


def test_a_polite_wish_is_a_request_to_the_addressee() -> None:
    asked = act(LETTER, ActType.REQUEST, "circulated")
    assert asked.agents == ("office-pr-gha-un",)
    assert asked.addressees == ("office-president-sc",)
    assert asked.cue == "should be grateful if you"


def test_my_government_is_that_of_the_sender() -> None:
    assert act(LETTER, ActType.WELCOME).agents == ("government-gha",)
    assert act(LETTER, ActType.CONDEMN).agents == ("office-pr-gha-un",)


def test_a_letter_in_the_annex_has_its_own_sender_and_date() -> None:
    first, second = built(LETTER).letters
    assert second.senders == ("office-minister-foreign-affairs-gha",)
    assert second.addressees == ("office-sg",)
    assert (str(second.written_on), second.fragment) == ("2044-05-01", "annex-1")
    assert first.enclosed_parts == ("annex-1",)
    assert first.enclosed_letters == (second.key,)
    proposed = act(LETTER, ActType.PROPOSE)
    assert proposed.agents == ("office-minister-foreign-affairs-gha",)
    assert proposed.performed_in is None


def test_a_note_verbale_speaks_of_its_sender_by_name() -> None:
    (letter,) = built(NOTE_VERBALE).letters
    assert (letter.kind, letter.senders, letter.addressees) == (
        "note-verbale", ("mission-mli-unog",), ("ohchr",),
    )  # fmt: skip
    asked = act(NOTE_VERBALE, ActType.REQUEST)
    assert asked.agents == ("mission-mli-unog",)
    assert asked.addressees == ("ohchr",)


def test_an_annex_without_a_title_of_a_letter_belongs_to_who_signed_it() -> None:
    text = LETTER.replace(
        "Letter dated 1 May 2044 from the Minister for Foreign Affairs of Ghana addressed to the "
        "Secretary-General",
        "Statement",
    )
    proposed = act(text, ActType.PROPOSE)
    assert proposed.agents == ("person-ama-boateng-in-s-2044-370",)
    unsigned = text.replace("(Signed) Ama Boateng\nMinister for Foreign Affairs\n", "")
    assert act(unsigned, ActType.PROPOSE).agents == ()


def test_names_and_dates_follow_the_text() -> None:
    text = LETTER.replace("Ghana", "Peru").replace("5 May 2044", "9 May 2044")
    letter = built(text).letters[0]
    assert letter.senders == ("office-pr-per-un",)
    assert str(letter.written_on) == "2044-05-09"


@pytest.mark.parametrize(
    "line",
    ["Letter of credence", "Letters were exchanged between the parties in 2044.", "Note by the Secretariat", ""],
)  # fmt: skip
def test_other_lines_are_no_titles_of_letters(line: str) -> None:
    assert read_letter_title(line) is None


def test_identical_letters_have_two_addressees() -> None:
    title = (
        "Identical letters dated 5 May 2044 from the Permanent Representative of Ghana to the United "
        "Nations addressed to the Secretary-General and the President of the Security Council"
    )
    text = re.sub(r"Letter dated 5 May 2044 from[^\n]*Council\n", title + "\n", LETTER, count=1)
    assert built(text).letters[0].addressees == ("office-sg", "office-president-sc")


def test_documents_of_other_types_hold_no_letters() -> None:
    document = read_plain(b"A/99/100\n\nReport of the Secretary-General\n\n1. I have the honour.\n")
    assert list(iter_letters(document)) == []


def test_the_graph_of_a_letter_conforms() -> None:
    result = build_document(LETTER.encode(), name="letter.txt")
    assert result.report is not None and result.report.conforms
    rows = result.query(
        "PREFIX ung: <https://w3id.org/ungraph/ns#> SELECT ?d ?s ?a WHERE "
        "{ ?l a ung:Letter ; ung:writtenOn ?d ; ung:sender ?s ; ung:addressee ?a }"
    )
    assert len(rows) == 2
