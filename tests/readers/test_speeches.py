"""The course of a meeting: speeches, their speaker lines, and what is printed between them."""

from __future__ import annotations

import re

import pytest

from record_samples import SUMMARY, VERBATIM
from ungraph.model.document import Document
from ungraph.readers.clocktimes import parse_clock
from ungraph.readers.plain import read_plain
from ungraph.readers.recordlines import match_line, read_tongue, search_line, table_value
from ungraph.readers.speeches import RecordLine, SpokenPart, is_record, iter_record
from ungraph.resources import load_table

ROWS = load_table("record_lines")
WHOLE = frozenset(
    "chair office title title-after column tongue no-speech presided stage imprint".split()
)
ANYWHERE = frozenset("count carried failed veto draft-words statement so-decided".split())


def read(text: str, name: str = "record.txt") -> Document:
    return read_plain(text.encode(), name=name)


def speeches(document: Document) -> list[tuple[str, list[str], str | None]]:
    """Name, notes in brackets and language of each speech."""
    return [
        (
            document.quote(item.speaker.name),
            [document.quote(note) for note in item.speaker.notes],
            item.speaker.language,
        )
        for item in iter_record(document)
        if isinstance(item, SpokenPart)
    ]


@pytest.mark.parametrize("row", ROWS, ids=[f"{r['kind']}-{r['language']}-{i}" for i, r in enumerate(ROWS)])  # fmt: skip
def test_each_wording_matches_its_example_and_not_its_counter_example(row: dict[str, str]) -> None:
    flags = re.IGNORECASE if row["kind"] == "no-speech" else 0
    pattern = re.compile(row["pattern"], flags)
    match = pattern.search if row["kind"] in ANYWHERE else pattern.match
    if row["kind"] in WHOLE:
        match = pattern.fullmatch
    assert match(row["example"])
    assert not row["counter_example"] or not match(row["counter_example"])


def test_each_speech_of_a_verbatim_record_has_its_speaker_state_and_language() -> None:
    assert speeches(read(VERBATIM)) == [
        ("The President", [], None),
        ("Mr. Van der Berg", ["Netherlands"], None),
        ("Ms. Silva Costa", ["Brazil"], "pt"),
        ("Mr. Kim", ["Democratic People’s Republic of Korea"], None),
        ("Mr. Kim", ["Republic of Korea"], "fr"),
        ("Ms. Rossi", ["European Union"], None),
        ("The Acting President", [], None),
        ("The Secretary-General", [], "fr"),
    ]


def test_a_speech_holds_its_paragraphs_and_nothing_printed_between_speeches() -> None:
    document = read(VERBATIM)
    parts = [item for item in iter_record(document) if isinstance(item, SpokenPart)]
    assert document.quote(parts[1].span).endswith("My country supports the plan.")
    assert len(parts[1].fragments) == 2
    assert document.quote(parts[6].span).endswith("to the vote.")
    assert document.quote(parts[7].span).endswith("I thank the Assembly.")


def test_what_stands_between_the_speeches_is_told_apart() -> None:
    document = read(VERBATIM)
    kinds = [i.kind for i in iter_record(document) if isinstance(i, RecordLine)]
    assert kinds.count("members") == 1
    assert [k for k in kinds if k not in ("heading", "members")] == [
        "opened", "agenda", "stage", "column", "column", "column", "stage", "stage",
        "suspended", "stage", "closed", "imprint",
    ]  # fmt: skip


def test_a_speech_of_a_summary_record_opens_with_a_name_and_a_verb() -> None:
    document = read(SUMMARY)
    assert speeches(document) == [
        ("The Chairperson", [], None),
        ("Ms. Dubois", [], None),
        ("Mr. de la Cruz", ["Peru"], None),
    ]
    second = [i for i in iter_record(document) if isinstance(i, SpokenPart)][1]
    assert second.fragments == ("para-2", "para-3")
    assert second.speaker.reported


@pytest.mark.parametrize(
    ("line", "name", "notes", "language"),
    [
        ("M. Dupont (Belgique) : Je remercie", "M. Dupont", ["Belgique"], None),
        ("Le Président (parle en espagnol) : Je", "Le Président", [], "es"),
        ("Mme Lodhi (Pakistan) (parle en anglais) : Je", "Mme Lodhi", ["Pakistan"], "en"),
        ("El Presidente (habla en inglés): Doy", "El Presidente", [], "en"),
        ("Sra. Pérez (Cuba): Agradezco", "Sra. Pérez", ["Cuba"], None),
        ("Г-жа Диалло (Мали) (говорит по-французски): Я", "Г-жа Диалло", ["Мали"], "fr"),
        ("Председатель (говорит по-испански): Слово", "Председатель", [], "es"),
        ("السيد حسن (مصر): أشكر", "السيد حسن", ["مصر"], None),
        ("الرئيسة (تكلمت بالإسبانية): أعطي", "الرئيسة", [], "es"),
        ("哈桑先生（埃及）（以法语发言）：我感谢", "哈桑先生", ["埃及"], "fr"),
        ("主席（以英语发言）：我请", "主席", [], "en"),
        ("Mr. Costa (Bolivia (Plurinational State of)): We", "Mr. Costa", ["Bolivia (Plurinational State of)"], None),
        ("Mr. Hilal (spoke in French) (Morocco): We", "Mr. Hilal", ["Morocco"], "fr"),
        ("Sir David HANNAY (United Kingdom): We", "Sir David HANNAY", ["United Kingdom"], None),
        ("Ms. Sharma (Department for Lakes): The", "Ms. Sharma", ["Department for Lakes"], None),
    ],
)  # fmt: skip
def test_speaker_lines_are_read_in_six_languages(
    line: str, name: str, notes: list[str], language: str | None
) -> None:
    document = read(f"A/99/PV.12\n\n{line} mes collègues et amis de tout pays.\n")
    assert speeches(document) == [(name, notes, language)]


@pytest.mark.parametrize(
    "line",
    [
        "The Charter: a living text for all of us here today.",
        "Mr. Bah (Guinea), Vice-President, took the Chair.",
        "First: we thank the Council for its work this year.",
        "Mr. Silva was elected Chair by acclamation of the members.",
    ],
)
def test_other_lines_open_no_speech(line: str) -> None:
    assert speeches(read(f"A/99/PV.12\n\n{line}\n")) == []
    assert speeches(read(f"A/C.3/99/SR.12\n\n{line}\n")) == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("4. M. Dupont (Belgique) dit que le texte est bon.", "M. Dupont"),
        ("4. La Sra. Pérez (Cuba) dice que el texto es bueno.", "La Sra. Pérez"),
        ("4. Г-н Иванов (Мали) говорит, что текст хороший.", "Г-н Иванов"),
        ("4. El Presidente invita a la delegación a hablar.", "El Presidente"),
        ("4. Ms. CHANET said she understood the concern.", "Ms. CHANET"),
        ("4. The CHAIRPERSON, speaking as a member, said that it was so.", "The CHAIRPERSON"),
        ("4. قالت السيدة ديالو (مالي) إن النص جيد.", "السيدة ديالو"),
        ("4. 哈桑先生（埃及）说，案文很好。", "哈桑先生"),
    ],
)
def test_summary_records_are_read_in_six_languages(line: str, name: str) -> None:
    numbered = "\n\n".join(f"{n}. The text was read out." for n in (1, 2, 3))
    document = read(f"A/C.3/99/SR.12\n\n{numbered}\n\n{line}\n")
    assert [found for found, _, _ in speeches(document)] == [name]


def test_documents_of_other_types_have_no_speeches() -> None:
    document = read("A/99/100\n\nMr. Silva (Brazil): I thank the Council.\n")
    assert not is_record(document)
    assert list(iter_record(document)) == []


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("3.15 p.m.", "15:15"), ("10 a.m.", "10:00"), ("12.05 a.m.", "00:05"), ("noon", "12:00"),
        ("15 h 5", "15:05"), ("18 heures", "18:00"), ("15.05 horas", "15:05"),
        ("15 ч. 05 м.", "15:05"), ("15/05", "15:05"), ("下午3时05分", "15:05"), ("上午10时", "10:00"),
        ("25 h 70", None), ("the end", None),
    ],
)  # fmt: skip
def test_times_of_day_are_read_as_printed(words: str, clock: str | None) -> None:
    assert parse_clock(words) == clock


def test_notes_about_the_language_are_told_from_other_notes() -> None:
    assert read_tongue("interpretation from Russian") == "ru"
    assert read_tongue("spoke in Quechua") == "und"
    assert read_tongue("Republic of Korea") is None


def test_wordings_give_their_parts() -> None:
    opened = match_line("opened", "La séance est ouverte à 15 h 5.")
    assert opened is not None and opened["clock"].startswith("15 h 5")
    counted = search_line("count", "it was adopted by 140 votes to 1, with 9 abstentions")
    assert counted is not None
    assert counted.groupdict() == {"favour": "140", "against": "1", "abstaining": "9"}
    assert table_value("column", "Votos a favor:") == "favour"


def test_a_long_text_without_any_speaker_takes_time_in_proportion() -> None:
    text = "A/99/PV.12\n\n" + "The Mr. (((( Ms. and so on\n\n" * 3000
    assert speeches(read(text)) == []
