"""The title page is read as a documentalist would, each value with its words."""

from __future__ import annotations

import pytest

from title_pages import ENGLISH, NOTE, PAGES, TITLES
from ungraph.errors import IdentifierError
from ungraph.model.document import AgendaItem, Document, Stated, Status
from ungraph.readers.plain import read_plain


def _read(text: str, name: str = "page.txt", symbol: str | None = None) -> Document:
    return read_plain(text.encode(), name=name, symbol=symbol)


def _words(document: Document, value: Stated[object] | None) -> list[str]:
    assert value is not None
    return [document.quote(span) for span in value.spans]


@pytest.mark.parametrize("language", PAGES)
def test_resolution_pages_of_six_languages_say_the_same(language: str) -> None:
    document = _read(PAGES[language])
    page = document.masthead
    assert document.language == language
    assert page.symbol and page.symbol.value.text == "A/RES/91/17"
    assert page.date and str(page.date.value) == "2037-01-09"
    assert page.organ and page.organ.value == "ga"
    assert page.session and page.session.value == 91
    assert page.session_series == ""
    assert page.distribution and page.distribution.value == "GENERAL"
    assert page.document_type and page.document_type.value == "resolution"
    agenda, title = TITLES[language]
    assert page.agenda_item and page.agenda_item.value.number.startswith("84")
    assert page.agenda_item.value.title == agenda
    assert not page.agenda_item.value.provisional
    assert page.title and page.title.value == title
    assert _words(document, page.title) == [title]
    assert _words(document, page.symbol) == ["A/RES/91/17"]


def test_a_page_run_together_is_repaired() -> None:
    document = _read(NOTE)
    page = document.masthead
    assert page.symbol and page.symbol.value.text == "E/CN.6/1999/7"
    assert page.symbol.status is Status.EXPLICIT
    assert _words(document, page.symbol) == ["E/CN.6/1999/7"]
    assert page.distribution and page.distribution.value == "LIMITED"
    assert _words(document, page.distribution) == ["Distr.", "LIMITED"]
    assert page.date and str(page.date.value) == "1999-03-03"
    assert page.original_language and page.original_language.value == "fr"
    assert page.organ and page.organ.value == "csw"
    assert page.session and page.session.value == 43
    title = "FOLLOW-UP TO RESOLUTION 52/231 OF 4 JUNE 1998 ENTITLED “LIGHTHOUSES”"
    assert page.agenda_item and page.agenda_item.value == AgendaItem("3 and 5", True, title)
    assert (
        page.title and page.title.value == "Report of the Secretary-General on the keepers of lamps"
    )
    assert page.subtitle and page.subtitle.value == "Note by the Secretariat"
    assert page.document_type and page.document_type.value == "note-by-the-secretariat"
    assert page.editorial_status and page.editorial_status.value == "advance-unedited"
    assert _words(document, page.editorial_status) == ["ADVANCE UNEDITED\nVERSION"]
    assert page.report_of and page.report_of.value == "office-sg"
    assert page.transmitted_by and page.transmitted_by.value == "secretariat"
    assert document.blocks[0].fragment == "title-page"
    assert document.quote(document.blocks[0].span).endswith("Note by the Secretariat")


@pytest.mark.parametrize(
    "change", [lambda t: t.replace("\n", "\r\n"), lambda t: "\ufeff" + t, lambda t: t + "\n\n"]
)
def test_line_ends_and_marks_change_nothing(change: object) -> None:
    assert callable(change)
    assert _read(change(NOTE)).masthead == _read(NOTE).masthead


def test_a_title_of_two_lines_is_one_line_in_the_view() -> None:
    document = _read(NOTE)
    assert "RESOLUTION 52/231 OF 4 JUNE 1998" in document.view.text
    assert "Forty-third session\nItems" in document.view.text


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("A/91/476*\nGeneral Assembly\nDistr.: General", "symbol", "A/91/476"),
        ("S/2030/17\nSecurity Council\nEighty-fifth Year\nDistr.: General", "session", 85),
        ("S/2030/17\nSecurity Council\nEighty-fifth Year\nDistr.: General", "series", "year"),
        ("A/RES/S-40/1\nGeneral Assembly\nFortieth special session", "series", "special"),
        ("A/ES-12/7\nGeneral Assembly\nTwelfth emergency special session", "session", 12),
        ("E/2030/1\nEconomic and Social Council\n2030 session", "session", 2030),
        (
            "A/91/L.3\nGeneral Assembly\nDistr.: Limited\nOriginal: Arabic",
            "original_language",
            "ar",
        ),
        ("A/91/3/Corr.1\nGeneral Assembly\nCorrigendum", "editorial_status", "corrected"),
        (
            "A/91/3\nGeneral Assembly\n* Reissued for technical reasons on 3 May 2037.",
            "editorial_status",
            "reissued",
        ),
    ],
)
def test_single_lines_are_told(lines: str, field: str, value: object) -> None:
    body = "\n\n1. The present report is submitted to the Assembly at its request.\n"
    page = _read(lines.replace("\n", "\n\n") + body).masthead
    if field == "series":
        assert page.session_series == value
        return
    stated = getattr(page, field)
    assert stated is not None
    found = stated.value
    assert (found.text if field == "symbol" else found) == value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("Letter dated 3 May 2037 from the Permanent Representative of Anland", "letter"),
        ("Note verbale dated 3 May 2037 from the Permanent Mission of Anland", "note-verbale"),
        ("Note by the Secretary-General", "note-by-the-secretary-general"),
        ("Report of the Special Rapporteur on lighthouses", "report"),
        ("Anland and Beeland: draft resolution", "draft-resolution"),
        ("Anland and Beeland: draft decision", "draft-decision"),
        ("Draft decision submitted by the President of the General Assembly", "draft-decision"),
        ("Summary record of the 14th meeting", "summary-record"),
        ("Statement by the President of the Security Council", "presidential-statement"),
        ("General comment No. 91", "general-comment"),
    ],
)
def test_the_kind_of_document_is_told(kind: str, value: str) -> None:
    text = f"A/91/3\n\nGeneral Assembly\n\nDistr.: General\n\n{kind}\n\n1. The lamps are lit at night.\n"
    document = _read(text)
    assert document.masthead.document_type
    assert document.masthead.document_type.value == value
    title = document.masthead.title
    # The line of the sponsors is no title, even where the page prints none.
    assert title is None if value.startswith("draft") else title and title.value == kind


def test_sponsors_of_a_draft_are_not_its_title() -> None:
    text = (
        "A/91/L.3\n\nGeneral Assembly\n\nNinety-first session\n\nAgenda item 4\n\nOceans\n\n"
        "Anland and Beeland: draft resolution\n\nLighthouses\n\nThe General Assembly,\n\n"
        "Recalling its resolutions,\n\n1. Decides to light them.\n"
    )
    page = _read(text).masthead
    assert page.title and page.title.value == "Lighthouses"
    assert page.agenda_item_title and page.agenda_item_title.value == "Oceans"


def test_the_body_named_by_the_symbol_is_chosen_among_several() -> None:
    text = (
        "A/HRC/91/3\n\nGeneral Assembly\n\nDistr.: General\n\nHuman Rights Council\n\n"
        "Ninety-first session\n\nReport of the Secretary-General\n\n1. The report is here.\n"
    )
    page = _read(text).masthead
    assert page.organ and page.organ.value == "hrc"


def _draft(committee: str) -> Document:
    return _read(
        f"A/C.4/91/L.3\n\nGeneral Assembly\n\nDistr.: Limited\n\nNinety-first session\n\n{committee}"
        "Agenda item 4\n\nOceans\n\nAnland: draft resolution\n\nLighthouses\n\n"
        "The General Assembly,\n\nRecalling its resolutions,\n\n1. Decides to light them.\n"
    )


def test_a_committee_named_twice_on_its_line_is_the_organ() -> None:
    name = "Special Political and Decolonization Committee (Fourth Committee)"
    document = _draft(f"{name}\n\n")
    organ = document.masthead.organ
    assert organ and (organ.value, organ.status) == ("ga-c4", Status.EXPLICIT)
    assert _words(document, organ) == [name]


def test_a_committee_the_page_leaves_out_is_told_by_the_symbol() -> None:
    organ = _draft("").masthead.organ
    assert organ and (organ.value, organ.status) == ("ga-c4", Status.INFERRED)
    assert "A/C.4/91/L.3" in organ.reason


@pytest.mark.parametrize(
    ("meeting", "day"),
    [
        ("123rd meeting\n\nFriday, 30 January 2037, 3 p.m.", "2037-01-30"),
        ("123rd MEETING: 29 AUGUST 2036", "2036-08-29"),
    ],
)
def test_a_record_has_the_title_and_the_date_of_its_meeting(meeting: str, day: str) -> None:
    page = _read(
        "United Nations\n\nS/PV.123\n\nSecurity Council\n\nNinety-first year\n\n"
        f"{meeting}\n\nNew York\n\nPresident:\n\nMr. Osgood ..........\n\n(Anland)\n\n"
        "The meeting was called to order at 3.05 p.m.\n\nThe President: Good day.\n"
    ).masthead
    assert page.document_type and page.document_type.value == "verbatim-record"
    assert page.title and page.title.value == meeting.split("\n")[0]
    assert page.subtitle is None
    assert page.date and str(page.date.value) == day


def test_joint_symbols_are_both_kept() -> None:
    page = _read(
        "A/91/707-S/2037/43\n\nGeneral Assembly\n\nSecurity Council\n\n1. Two organs.\n"
    ).masthead
    assert page.symbol and page.symbol.value.text == "A/91/707"
    assert [s.value.text for s in page.related_symbols] == ["S/2037/43"]


def test_a_bare_symbol_on_the_first_line_is_the_symbol() -> None:
    document = _read("A/91/254\n\n1. The lamps were lit throughout the year under review.\n")
    assert document.symbol and document.symbol.text == "A/91/254"
    assert document.masthead.symbol and document.masthead.symbol.status is Status.EXPLICIT
    assert document.masthead.title is None
    assert document.masthead.organ and document.masthead.organ.status is Status.INFERRED


@pytest.mark.parametrize(
    ("number", "date"),
    [
        ("98 (2031). Resolution of 23 December 2031", "2031-12-23"),
        ("Resolution 98 (2031)\nof 23 December 2031", "2031-12-23"),
        (
            "RESOLUTION 98 (2031)\n\nAdopted by the Security Council on 23 December 2031",
            "2031-12-23",
        ),
    ],
)
def test_a_number_with_its_year_gives_the_symbol(number: str, date: str) -> None:
    page = _read(f"{number}\n\nThe Security Council,\n\nRecalling,\n\n1. Decides.\n").masthead
    assert page.symbol and page.symbol.value.text == "S/RES/98(2031)"
    assert page.symbol.status is Status.INFERRED
    assert page.symbol.spans
    assert page.date and str(page.date.value) == date
    assert page.organ and page.organ.value == "sc"


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("A_HRC_91_28.txt", "A/HRC/91/28"),
        ("S_RES_1(1946).txt", "S/RES/1(1946)"),
        ("CCPR_C_87_D_1093_2002.txt", "CCPR/C/87/D/1093/2002"),
        ("E_CN.4_1993_26.txt", "E/CN.4/1993/26"),
        ("folder/A_91_4_ADD_1.txt", "A/91/4/Add.1"),
        ("my_notes.txt", None),
        ("report.txt", None),
    ],
)
def test_without_a_page_the_name_of_the_file_gives_the_symbol(
    name: str, symbol: str | None
) -> None:
    stated = _read(
        "1. The lamps were lit throughout the year under review.\n", name
    ).masthead.symbol
    if symbol is None:
        assert stated is None
        return
    assert stated is not None
    assert stated.value.text == symbol
    assert stated.spans == ()
    assert stated.status is Status.INFERRED
    assert "name of the file" in stated.reason


def test_the_caller_gives_the_symbol_before_the_name_does() -> None:
    text = "1. The lamps were lit throughout the year under review.\n"
    stated = _read(text, "A_HRC_91_28.txt", "A/91/5").masthead.symbol
    assert stated and stated.value.text == "A/91/5"
    assert stated.reason == "given by the caller"


def test_the_page_prevails_over_the_caller_and_says_so() -> None:
    document = _read(ENGLISH, symbol="A/RES/91/18")
    assert document.symbol and document.symbol.text == "A/RES/91/17"
    assert "A/RES/91/18" in document.warnings[0]


def test_the_file_prevails_over_a_number_on_the_page_and_says_so() -> None:
    document = _read(
        "Resolution 434 (1973)\n\nThe Security Council,\n\n1. Decides.\n", "S_RES_434(1978).txt"
    )
    assert document.symbol and document.symbol.text == "S/RES/434(1978)"
    assert "S/RES/434(1973)" in document.warnings[0]


def test_a_symbol_given_in_a_wrong_form_is_refused() -> None:
    with pytest.raises(IdentifierError):
        _read(ENGLISH, symbol="no symbol")


def test_a_text_without_title_page_has_none() -> None:
    document = _read("The lamps were lit.\n\nThey were put out again in the morning.\n", "x.txt")
    assert document.symbol is None
    assert document.masthead.title is None
    assert all(block.fragment != "title-page" for block in document.blocks)


def test_the_first_sentence_of_a_letter_is_no_subtitle() -> None:
    text = (
        "S/2037/12\n\nSecurity Council\n\nDistr.: General\n\n3 May 2037\n\nOriginal: English\n\n"
        "Letter dated 3 May 2037 from the Permanent Representative of Anland to the United\n"
        "Nations addressed to the President of the Security Council\n\n"
        "I have the honour to transmit a list of lamps.\n\n(Signed) A. Keeper\n"
    )
    document = _read(text)
    page = document.masthead
    assert page.document_type and page.document_type.value == "letter"
    assert page.title and page.title.value.endswith(
        "addressed to the President of the Security Council"
    )
    assert page.subtitle is None
    assert document.quote(document.blocks[1].span).startswith("I have the honour")


@pytest.mark.parametrize(
    ("line", "symbol"),
    [("S/PV.492", "S/PV.492"), ("S/PV.493", None), ("see S/PV.492 of 1950", None)],
)
def test_an_old_record_has_its_symbol_at_the_foot(line: str, symbol: str | None) -> None:
    text = (
        "UNITED NATIONS\n\nSECURITY COUNCIL\n\nOFFICIAL RECORDS\n\nFIFTH YEAR\n\n"
        "492nd MEETING: 29 AUGUST 1950\n\nLAKE SUCCESS, NEW YORK\n\nTABLE OF CONTENTS\n\n"
        f"The order of the day is printed here.\n\n{line}\n\nThe PRESIDENT: I thank you.\n"
    )
    found = read_plain(text.encode(), name="record.txt").masthead.symbol
    assert (found.value.text if found else None) == symbol


CHINESE_HEAD = (
    "联合国\nA/77/512\n大会\n{}\nDistr.: General\n26 May 2022\nChinese\nOriginal: English\n\n"
)


@pytest.mark.parametrize(
    ("titles", "body"),
    [
        (
            "灯塔问题\n秘书长的报告\n",
            "本报告是根据大会第76/1号决议提交的，秘书长在报告中审查了灯塔问题的进展情况。",
        ),
        (
            "安全理事会主席的声明\n",
            "2021年5月5日，在安全理事会第 8974 次会议上，主席代表安理会发表了以下声明：",
        ),
    ],
)
def test_the_first_sentence_of_a_chinese_text_is_no_title(titles: str, body: str) -> None:
    document = _read(CHINESE_HEAD.format("第七十七届会议") + titles + body + "\n")
    page = document.masthead
    assert page.title and page.title.value == titles.split("\n")[0]
    assert not page.subtitle or body not in page.subtitle.value
    assert document.quote(document.blocks[1].span) == body


@pytest.mark.parametrize(
    ("line", "session"),
    [("第 8974 次会议", None), ("第二次会议", None), ("第七十七届会议", 77), ("第三次常会", 3)],
)
def test_a_chinese_meeting_is_no_session(line: str, session: int | None) -> None:
    found = _read(CHINESE_HEAD.format(line) + "灯塔问题\n秘书长的报告\n").masthead.session
    assert (found.value if found else None) == session
