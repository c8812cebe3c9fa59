"""The parts of a document are told from its lines, named, numbered and put in their place."""

from __future__ import annotations

import pytest

from title_pages import ENGLISH, PAGES
from ungraph.model.document import Block, BlockKind, Document
from ungraph.readers.footnotes import find_footnotes
from ungraph.readers.leads import find_lead
from ungraph.readers.lines import Line, split_lines
from ungraph.readers.plain import read_plain
from ungraph.readers.points import read_point
from ungraph.readers.runningheads import blank_running_heads
from ungraph.readers.sections import SectionCount, find_run_in, read_section
from ungraph.readers.view import fold_text


def _read(text: str) -> Document:
    return read_plain(text.encode(), name="page.txt", language="en")


def _fragments(document: Document) -> list[str]:
    return [block.fragment for block in document.blocks]


def _block(document: Document, fragment: str) -> Block:
    return next(block for block in document.blocks if block.fragment == fragment)


def _quote(document: Document, fragment: str) -> str:
    return document.quote(_block(document, fragment).span)


@pytest.mark.parametrize("language", PAGES)
def test_a_resolution_has_the_same_parts_in_every_language(language: str) -> None:
    document = read_plain(PAGES[language].encode(), name="page.txt")
    expected = ["title-page", "formula", "preamble-1", "para-1", "para-2", "closing-1"]
    if language == "en":
        expected.insert(3, "preamble-2")
    assert _fragments(document) == expected
    types = {block.fragment: block.part_type for block in document.blocks}
    assert types["title-page"] == "title-page"
    assert types["preamble-1"] == "preambular"
    assert types["para-1"] == "operative"
    assert types["closing-1"] == "closing"
    assert _block(document, "para-2").number == "2"
    assert _block(document, "title-page").number == "0"
    assert _block(document, "para-1").lead is not None
    assert _block(document, "preamble-1").lead is not None


def test_lead_words_are_spans_of_the_text() -> None:
    document = _read(ENGLISH)
    leads = [document.quote(b.lead) for b in document.blocks if b.lead]
    assert leads == ["Recalling", "Noting with appreciation", "Requests", "Decides"]


def test_points_belong_to_their_paragraph() -> None:
    text = (
        "1. Requests the keepers:\n\n(a) To light lamps:\n\n(i) Red ones;\n\n(ii) Green ones;\n\n"
        "(b) To put them out;\n\n2. Decides to rest.\n"
    )
    document = _read(text)
    assert _fragments(document) == [
        "para-1", "para-1-a", "para-1-a-i", "para-1-a-ii", "para-1-b", "para-2",
    ]  # fmt: skip
    assert _block(document, "para-1-a-ii").parent == "para-1-a"
    assert _block(document, "para-1-b").parent == "para-1"
    assert _block(document, "para-1-b").number == "b"
    assert _quote(document, "para-1").endswith("(b) To put them out;")
    inner = document.block_at(text.index("Green"))
    assert inner and inner.fragment == "para-1-a-ii"


def test_a_letter_i_after_h_is_a_letter() -> None:
    letters = "abcdefghij"
    text = "1. Lamps:\n\n" + "\n\n".join(f"({c}) Lamp {c.upper()};" for c in letters)
    document = _read(text + "\n\n2. Rest.\n")
    assert _fragments(document)[1:-1] == [f"para-1-{c}" for c in letters]


def test_sections_hold_their_paragraphs() -> None:
    text = (
        "I. Introduction\n\n1. It begins here.\n\nII. Lamps\n\nA. Red lamps\n\n2. They are red.\n\n"
        "B. Green lamps\n\n3. They are green.\n\nIII. Conclusions\n\n4. It ends here.\n"
    )
    document = _read(text)
    parents = {b.fragment: b.parent for b in document.blocks}
    assert parents["para-1"] == "sect-1"
    assert parents["para-2"] == "sect-2-A"
    assert parents["sect-2-B"] == "sect-2"
    assert parents["para-4"] == "sect-3"
    assert _block(document, "sect-2").number == "II"
    assert _quote(document, "sect-2").startswith("II. Lamps")
    assert _quote(document, "sect-2").endswith("They are green.")


def test_a_heading_run_into_a_paragraph_is_a_section() -> None:
    text = "1. The keepers sleep by day. II. The night A. Its lamps\n\n2. At night they wake up.\n"
    document = _read(text)
    assert _quote(document, "para-1") == "1. The keepers sleep by day."
    assert _quote(document, "sect-2").startswith("II. The night")
    assert _block(document, "para-2").parent == "sect-2-A"


@pytest.mark.parametrize(
    "end",
    [
        "as was said by Mr. John B. Smith",
        "see article II. It says more.",
        "it met at 3 p.m. I. Then it rose.",
        "as reported by Keeper V. Lamp",
    ],
)
def test_initials_and_sentences_are_no_headings(end: str) -> None:
    document = _read(f"1. The council met, {end}\n\n2. It ended.\n")
    assert _fragments(document) == ["para-1", "para-2"]


def test_unnumbered_headings_are_headings() -> None:
    document = _read("1. It begins.\n\nThe facts as submitted\n\n2.1 He came.\n\n2.2 He left.\n")
    assert _fragments(document) == ["para-1", "head-1", "para-2.1", "para-2.2"]
    assert _block(document, "head-1").kind is BlockKind.HEADING


def test_an_annex_numbers_its_paragraphs_anew() -> None:
    text = (
        "1. One is here.\n\n2. Two is here.\n\nAnnex II\n\nRules\n\n1. First rule here.\n\n"
        "2. Second rule here.\n\nAppendix\n\n1. A last word.\n"
    )
    document = _read(text)
    assert [f for f in _fragments(document) if "para" in f] == [
        "para-1", "para-2", "annex-2-para-1", "annex-2-para-2", "appendix-1-para-1",
    ]  # fmt: skip
    assert _block(document, "annex-2").number == "II"
    assert _block(document, "annex-2-para-1").part_type == "annex"
    assert _block(document, "annex-2-para-2").parent == "annex-2"


def test_parts_of_an_omnibus_resolution_are_told_apart() -> None:
    part = (
        "{}\n\nLamps of coast {}\n\nThe General Assembly,\n\nRecalling them,\n\n1. Lights them;\n\n"
    )
    document = _read(
        ENGLISH.split("The General Assembly,")[0] + part.format("A", 1) + part.format("B", 2)
    )
    found = [f for f in _fragments(document) if f.endswith(("formula", "para-1", "preamble-1"))]
    assert found == [
        "part-A-formula", "part-A-preamble-1", "part-A-para-1",
        "part-B-formula", "part-B-preamble-1", "part-B-para-1",
    ]  # fmt: skip


def test_footnotes_stand_below_a_rule() -> None:
    text = (
        "1. Lamps1 are lit.2\n\n2. They burn.\n\n__________\n1 See the report, which says\n"
        "more of it.\n2 Ibid.\n* Reissued for technical reasons.\n"
    )
    document = _read(text)
    assert _fragments(document) == ["para-1", "para-2", "fn-1", "fn-2", "fn-star-1"]
    assert _quote(document, "fn-1") == "1 See the report, which says\nmore of it."
    assert _block(document, "fn-2").number == "2"


def test_footnotes_without_a_rule_follow_the_closing_lines() -> None:
    text = "1. Lamps are lit;\n\nAdopted at the 2nd meeting. 22\n\n22 Adopted without vote.\n"
    document = _read(text)
    assert _fragments(document) == ["para-1", "closing-1", "fn-22"]
    assert find_footnotes(split_lines("12 States voted\n\nfor it"), None) == {}


def test_wrapped_lines_are_one_paragraph_and_one_line_in_the_view() -> None:
    text = (
        "The Security Council,\n\nRecalling its resolution 91 (2031) of 30 March\n"
        "2031. and its decision\nof 30 April 2031,\n\n1. Endorses the lamps which\n"
        "burn on both coasts;\n\n2. Requests\nmore oil.\n"
    )
    document = _read(text)
    assert _fragments(document) == ["formula", "preamble-1", "para-1", "para-2"]
    assert "of 30 March 2031. and its decision of 30 April" in document.view.text
    assert "\n\n1. Endorses the lamps which burn" in document.view.text


def test_a_number_printed_again_gets_a_name_of_its_own() -> None:
    document = _read(
        "1. One here.\n\n2. Two here.\n\nIndividual opinion\n\n1. I differ.\n\n2. I do.\n"
    )
    assert [f for f in _fragments(document) if "para" in f] == [
        "para-1", "para-2", "run-2-para-1", "run-2-para-2",
    ]  # fmt: skip


def test_markdown_headings_lose_their_marks() -> None:
    document = _read("## II. Lamps\n\n1. They are lit.\n\n### The night\n\n2. It is dark.\n")
    assert _quote(document, "sect-2").startswith("II. Lamps")
    assert _fragments(document) == ["sect-2", "head-1", "para-1", "head-2", "para-2"]


def test_own_running_heads_are_blanked_in_the_view_only() -> None:
    text = "A/91/254\n\n1. Lamps burn. A/91/254 11-44358\n\n2. See A/91/254 for more.\n"
    document = _read(text)
    assert document.text == text
    assert document.view.text.count("A/91/254") == 2
    assert "for more" in document.view.text
    view = fold_text("see A/91/254/Add.1")
    assert blank_running_heads(view, "A/91/254") is view


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("(a) To report", "a"),
        ("(iv) To report", "iv"),
        ("b) De presentar", "b"),
        ("(ب) أن تقدم", "ب"),
        ("㈠ 提交报告", "㈠"),
        ("- To report", ""),
        ("(see A/91/4)", None),
        ("(hello) there", None),
        ("a word", None),
        ("-5 degrees", None),
    ],
)
def test_points_are_read_from_their_marks(line: str, number: str | None) -> None:
    point = read_point(Line(0, len(line), line, True), None)
    assert (point.number if point else None) == number


def test_sections_count_up() -> None:
    count = SectionCount()
    first = read_section("I. Introduction", count)
    assert first is not None
    count.add(first)
    assert read_section("IX. Far away", count) is None
    assert read_section("II. Next", count) is not None
    assert read_section("II. A sentence that stops.", count) is None
    assert find_run_in("It is said. II. Next", count)[0][1] == 12


def test_lead_words_are_the_longest_phrase() -> None:
    found = find_lead("3. Takes note with appreciation of the report", 0, "en")
    assert found is not None
    assert found[2] == "operative"
    assert find_lead("The lamps are lit", 0, "en") is None
    assert find_lead("Recalling", 0, "und") is None


def test_lone_numerals_number_their_paragraphs_anew() -> None:
    sections = "".join(
        f"{numeral}\n\nLamps of coast {numeral}\n\nHaving seen them,\n\n1. Lights them;\n\n2. Rests;\n\n"
        for numeral in ("I", "II")
    )
    document = _read(ENGLISH.split("Recalling")[0] + sections)
    assert [f for f in _fragments(document) if "para" in f or "preamble" in f] == [
        "sect-1-preamble-1", "sect-1-para-1", "sect-1-para-2",
        "sect-2-preamble-1", "sect-2-para-1", "sect-2-para-2",
    ]  # fmt: skip


def test_a_preamble_that_ends_in_a_footnote_mark_is_no_heading() -> None:
    document = _read("The General Assembly,\n\nRecalling the treaty of 3 May, 5\n\n1. Acts.\n")
    assert _fragments(document) == ["formula", "preamble-1", "para-1"]


def test_a_numbered_list_of_abbreviations_is_not_the_paragraphs() -> None:
    text = (
        "List of abbreviations\n\n1. LHA Lighthouse Authority\n\n2. NGO Non-governmental\n"
        "organization\n\n3. UN United Nations\n\nI. Background\n\n1. The lamps are lit at night.\n\n"
        "2. They are out by day.\n\nII. Repairs\n\n3. One lamp was broken.\n"
    )
    numbered = [
        b.fragment for b in _read(text).blocks if b.number and b.kind is BlockKind.PARAGRAPH
    ]
    assert numbered == ["para-1", "para-2", "para-3"]


def test_a_table_of_contents_is_a_table() -> None:
    text = (
        "Contents\n\nIntroduction ............ 1-2 2\n\nI. Lamps ............ 3 2\n\n"
        "1. The lamps are lit at night.\n\n2. They are out by day.\n"
    )
    document = _read(text)
    assert {b.kind for b in document.blocks if "...." in document.quote(b.span)} == {
        BlockKind.TABLE
    }
    assert _block(document, "para-2").number == "2"


def test_a_note_to_the_title_is_a_footnote() -> None:
    page = "A/91/3*\n\nGeneral Assembly\n\nDistr.: General\n\nAgenda item 3\n\nLighthouses\n\nLamps\n\n"
    document = _read(page + "* Late submission.\n\n1. The lamps are lit at night.\n")
    assert _block(document, "fn-star-1").kind is BlockKind.FOOTNOTE
    assert _quote(document, "fn-star-1") == "* Late submission."


def test_a_decision_of_one_paragraph_is_operative() -> None:
    page = (
        "A/91/L.3\n\nGeneral Assembly\n\nDistr.: Limited\n\nAgenda item 3\n\nLighthouses\n\n"
        "Draft decision submitted by the President of the General Assembly\n\nLamps\n\n"
    )
    words = (
        "The General Assembly, recalling its decision 90/511 of 9 September 2035, by which it "
        "decided to light the lamps every night, decides to put them out in 2037."
    )
    (block,) = [b for b in _read(page + words + "\n").blocks if b.kind is BlockKind.PARAGRAPH]
    assert block.part_type == "operative"


def test_points_that_decide_after_a_preamble_are_operative() -> None:
    page = (
        "A/91/L.3\n\nGeneral Assembly\n\nDistr.: Limited\n\nAgenda item 3\n\nLighthouses\n\n"
        "Anland: draft decision\n\nLamps\n\nThe General Assembly,\n\n"
    )
    document = _read(
        page + "Recalling its decision 90/511 of 9 September 2035 on the lamps of the north:\n\n"
        "(a) Endorses the plan of the lamps;\n\n(b) Requests a report on them.\n"
    )
    points = [b for b in document.blocks if b.kind is BlockKind.SUBPARAGRAPH]
    assert [(b.number, b.part_type) for b in points] == [("a", "operative"), ("b", "operative")]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    text = (
        "1. The keepers of the lamps of the north agreed on the plan of the\n\n"
        "lamps of the south, and on the map.\n\n2. They went home.\n"
    )
    document = _read(text)
    assert _quote(document, "para-1").endswith("and on the map.")
    assert _fragments(document) == ["para-1", "para-2"]
