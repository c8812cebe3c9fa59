"""Word files: numbers computed, title page in order, notes and changes resolved."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from docx_samples import docx, paragraph, run, table
from ungraph.errors import DocumentError, LimitError
from ungraph.readers.detect import read_document
from ungraph.readers.docx import read_docx
from ungraph.readers.limits import Limits


def lines(body: str, **parts: str) -> list[str]:
    return read_docx(docx(body, **parts)).text.strip().split("\n\n")


def test_list_numbers_are_computed() -> None:
    body = (
        paragraph("Requests;", list_id=1)
        + paragraph("Invites:", list_id=1)
        + paragraph("Keepers;", list_id=1, level=1)
        + paragraph("Counters;", list_id=1, level=1)
        + paragraph("By day;", list_id=1, level=2)
        + paragraph("Decides.", list_id=1)
        + paragraph("All of them;", list_id=1, level=1)
    )
    assert lines(body) == [
        "1. Requests;",
        "2. Invites:",
        "(a) Keepers;",
        "(b) Counters;",
        "(i) By day;",
        "3. Decides.",
        "(a) All of them;",
    ]


def test_a_list_that_restarts_counts_anew_and_another_goes_on() -> None:
    body = "".join(
        paragraph(words, list_id=key)
        for words, key in (("One;", 1), ("Two;", 1), ("One again;", 2), ("Two again.", 2))
    )
    assert lines(body) == ["1. One;", "2. Two;", "1. One again;", "2. Two again."]


def test_numbers_come_from_styles_and_what_they_are_based_on() -> None:
    body = paragraph("Pools", style="Head") + paragraph("Keepers", style="SubHead")
    assert lines(body) == ["I. Pools", "II. Keepers"]


def test_a_list_of_number_zero_is_none() -> None:
    assert lines(paragraph("Plain words", style="Head", list_id=0)) == ["Plain words"]


def test_title_page_cells_stand_in_order_a_line_each() -> None:
    body = (
        table(("United Nations", "A/86/123"), ("General Assembly", "Distr.: General"))
        + paragraph("Eighty-sixth session")
        + paragraph("Pools.", list_id=1)
        + table(("Pool", "Crabs"), ("North", "12"), grid=True)
    )
    assert lines(body) == [
        "United Nations",
        "A/86/123",
        "General Assembly",
        "Distr.: General",
        "Eighty-sixth session",
        "1. Pools.",
        "Pool\tCrabs",
        "North\t12",
    ]


def test_the_header_of_the_first_page_comes_first() -> None:
    header = paragraph("A/86/123")
    assert lines(paragraph("Pools."), header=header) == ["A/86/123", "Pools."]


def test_footnotes_stand_at_the_end_with_raised_marks() -> None:
    body = paragraph(
        run("Of resolution 85/71")
        + '<w:r><w:footnoteReference w:id="4"/></w:r>'
        + run(" and pools.")
    )
    notes = f'<w:footnote w:id="4">{paragraph("See A/85/33.")}</w:footnote>'
    assert lines(body, footnotes=notes) == [
        "Of resolution 85/71¹ and pools.",
        "__________\n1 See A/85/33.",
    ]


def test_raised_digits_typed_by_hand_do_not_join_the_number_before() -> None:
    body = paragraph(run("Resolution 85/71") + run("12", '<w:vertAlign w:val="superscript"/>'))
    assert lines(body) == ["Resolution 85/71¹²"]


def test_tracked_changes_are_read_as_accepted() -> None:
    body = paragraph(
        run("Requests ")
        + "<w:del><w:r><w:delText>five</w:delText></w:r></w:del>"
        + f"<w:ins>{run('six')}</w:ins>"
        + run(" reports")
    )
    assert lines(body) == ["Requests six reports"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = paragraph("Requests ", mark="<w:del/>") + paragraph("reports;") + paragraph("Decides.")
    assert lines(body) == ["Requests reports;", "Decides."]


def test_hidden_words_and_field_codes_are_not_read() -> None:
    body = paragraph(
        run("Seen ")
        + run("hidden", "<w:vanish/>")
        + "<w:r><w:instrText>HYPERLINK evil</w:instrText></w:r>"
        + run("words")
    )
    assert lines(body) == ["Seen words"]


def test_words_of_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
    body = paragraph(
        run("Beside")
        + '<w:r><mc:AlternateContent xmlns:mc="urn:mc">'
        + f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(body) == ["Beside", "In a box"]


def test_the_form_is_told_from_the_bytes() -> None:
    document = read_document(docx(paragraph("Pools are small.")), name="x.zip")
    assert document.source.media_type.endswith("wordprocessingml.document")


def test_a_file_that_unpacks_to_too_much_names_the_limit() -> None:
    bomb = docx(paragraph("x" * 3_000_000))
    assert len(bomb) < 50_000
    with pytest.raises(LimitError, match="max_expanded_bytes"):
        read_docx(bomb, limits=Limits(max_expanded_bytes=1_000_000))


def test_entities_in_a_part_are_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')
    with pytest.raises(DocumentError, match="declares entities"):
        read_docx(made.getvalue())


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", docx("")[:-40]])
def test_a_broken_file_is_an_error_of_its_own(data: bytes) -> None:
    with pytest.raises(DocumentError):
        read_docx(data, name="broken.docx")
