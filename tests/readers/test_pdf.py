"""PDF files: the words in the order a reader takes them, without what only the printer needs."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from pdf_samples import FIRST_PAGE, OLD_RECORD, RECORD, RESOLUTION, column, pdf, scanned
from ungraph.errors import DocumentError, LimitError, MissingExtraError
from ungraph.model.document import BlockKind, Document
from ungraph.readers.detect import read_document
from ungraph.readers.limits import Limits

pytest.importorskip("pypdfium2")
from ungraph.readers.pdf import read_pdf, read_pdf_text


@pytest.fixture(scope="module")
def document() -> Document:
    return read_pdf(pdf(RESOLUTION), name="A_RES_86_900.pdf")


def test_cells_of_the_title_page_are_lines_of_their_own(document: Document) -> None:
    assert document.text.startswith(
        "United Nations\n\nA/RES/86/900\n\nGeneral Assembly\n\nDistr.: General\n\n"
        "19 December 2031\n\nEighty-sixth session\n\nAgenda item 18 (b)\n\nTide pools"
    )


def test_running_heads_feet_and_job_numbers_are_gone(document: Document) -> None:
    assert document.text.count("A/RES/86/900") == 1
    assert document.text.count("Keeping tide pools") == 1
    for furniture in ("31-99999", "*3199999*", "2/2"):
        assert furniture not in document.text


def test_a_raised_digit_is_a_footnote_mark(document: Document) -> None:
    assert "reports on the pools¹ and on those who keep them" in document.text


def test_a_lone_digit_before_a_footnote_is_its_mark_and_no_page_number(
    document: Document,
) -> None:
    assert document.text.endswith("__________\n1 A/85/33 and A/85/34.\n")


def test_a_paragraph_is_whole_over_lines_hyphens_and_pages(document: Document) -> None:
    assert (
        "1. Requests the Secretary-General to count the pools of every coast and to report to the "
        "General Assembly at its next session on what he found there and on who keeps them, and "
        "encourages every keeper to report to the Secretary-General by day and by night;"
    ) in document.text


def test_the_page_of_every_span_is_known(document: Document) -> None:
    for words, page in (("Recalling", 1), ("2. Decides", 2), ("1 A/85/33", 1), ("49th", 2)):
        at = document.text.index(words)
        assert [p.number for p in document.pages if p.span.start <= at < p.span.end] == [page]
    assert document.source.page_count == 2


def test_closing_lines_stay_apart(document: Document) -> None:
    assert "49th plenary meeting\n5 December 2031" in document.text


def test_paragraph_numbers_and_title_page_are_read(document: Document) -> None:
    assert str(document.symbol) == "A/RES/86/900"
    numbers = [b.number for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.number]
    assert numbers == ["1", "2"]


def test_two_columns_are_read_one_after_the_other() -> None:
    text = read_pdf(pdf(RECORD)).text
    assert text.index("left line 11") < text.index("right line 0")


def test_one_line_numbers_no_columns() -> None:
    text = read_pdf(pdf([column([f"{i}. Short." for i in range(1, 9)], left=60, top=700)])).text
    assert text.index("1. Short.") < text.index("8. Short.")


def test_the_form_is_told_from_the_bytes() -> None:
    assert read_document(pdf(RESOLUTION), name="letter.txt").source.media_type == "application/pdf"


def test_a_scan_says_so_and_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(MissingExtraError, match=r"without a text layer.*ungraph\[ocr\]"):
        read_pdf(pdf([[]]), name="scan.pdf")


def test_a_scan_goes_through_ocrmypdf_where_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognized = tmp_path / "recognized.pdf"
    recognized.write_bytes(pdf(RESOLUTION))
    for name, body in (
        ("ocrmypdf", f"exec {shutil.which('cat')} {recognized}"),
        ("tesseract", "echo eng"),
    ):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    document = read_pdf(pdf([[]]), name="scan.pdf")
    assert "count the pools" in document.text
    assert any("recognized" in warning for warning in document.warnings)


def test_an_imprint_at_the_foot_and_boxes_side_by_side_are_a_title_page() -> None:
    document = read_pdf(pdf(OLD_RECORD))
    assert document.text.startswith(
        "Distr. GENERAL\n\nA/46/PV.49\n\n19 December 1991\n\nENGLISH\n\nUnited Nations\n\n"
        "GENERAL ASSEMBLY\n\nFORTY-SIXTH SESSION\n\nOfficial Records\n\n49th PLENARY MEETING\n\n"
        "Monday, 2 December 1991 at 3 p.m.\n\nNEW YORK"
    )
    page = document.masthead
    assert page.symbol and page.symbol.value.text == "A/46/PV.49"
    assert page.organ and page.organ.value == "ga"
    assert page.session and page.session.value == 46
    assert page.document_type and page.document_type.value == "verbatim-record"
    assert page.title and page.title.value == "49th PLENARY MEETING"


def test_a_paragraph_whose_line_begins_with_a_date_is_one() -> None:
    page = [
        *FIRST_PAGE[:11],
        (
            147,
            379,
            10,
            "Recalling with satisfaction its resolutions 59/209 of 20 December 2029 and 65/286 of",
        ),
        (123, 367, 10, "29 June 2030 and 67/221 of 21 December 2031 on tide pools,"),
        (147, 337, 10, "1. Requests the Secretary-General to count the pools."),
    ]
    text = read_pdf(pdf([page])).text
    assert "and 65/286 of 29 June 2030 and 67/221" in text


@pytest.mark.skipif(
    not (shutil.which("ocrmypdf") and shutil.which("tesseract")),
    reason="needs OCRmyPDF and Tesseract (Debian: ocrmypdf, tesseract-ocr-eng)",
)
def test_the_words_of_a_scan_are_recognized() -> None:
    scan = scanned(pdf(RESOLUTION[:1]))
    assert not read_pdf_text(scan, "scan.pdf", Limits())[0].strip()
    read, printed = read_pdf(scan), read_pdf(pdf(RESOLUTION[:1]))
    for field in ("symbol", "date", "organ", "session", "agenda_item", "title", "document_type"):
        assert getattr(read.masthead, field).value == getattr(printed.masthead, field).value, field
    assert "1. Requests the Secretary-General to count the pools of every coast" in read.text
    assert read.source.digest == hashlib.sha256(scan).hexdigest()
    assert any("recognized" in warning for warning in read.warnings)


def test_a_broken_file_is_an_error_of_its_own() -> None:
    with pytest.raises(DocumentError, match="unusable PDF"):
        read_pdf(b"%PDF-1.4\nnothing to see", name="broken.pdf")


def test_too_many_pages_name_the_limit() -> None:
    with pytest.raises(LimitError, match="max_pages"):
        read_pdf(pdf(RESOLUTION), limits=Limits(max_pages=1))


def test_too_much_text_names_the_limit() -> None:
    with pytest.raises(LimitError, match="max_chars"):
        read_pdf(pdf(RESOLUTION), limits=Limits(max_chars=100))


def test_resolutions_read_alike_from_pdf_and_xml(shared: Path) -> None:
    from ungraph.readers.akn import read_akn

    folder = shared / "corpus" / "files-dev"
    names = sorted(path.stem for path in (folder / "akn").glob("*.xml"))[:6]
    assert names
    for name in names:
        printed = read_pdf((folder / f"{name}.pdf").read_bytes(), name=name)
        marked = read_akn((folder / "akn" / f"{name}.xml").read_bytes(), name=name)
        for field in ("symbol", "date", "organ", "session", "distribution"):
            one, other = getattr(printed.masthead, field), getattr(marked.masthead, field)
            assert (name, field, one.value) == (name, field, other.value)
        numbers = [
            [b.number for b in d.blocks if b.kind is BlockKind.PARAGRAPH and b.number]
            for d in (printed, marked)
        ]
        assert numbers[0] == numbers[1], name
