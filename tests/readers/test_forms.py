"""The same document in whatever form: the same text, parts, facts and citations."""

from __future__ import annotations

import shutil
import subprocess
from html import escape
from pathlib import Path

import pytest
from pyoxigraph import Quad

from akn_samples import resolution
from docx_samples import docx, paragraph, run, table
from pdf_samples import RESOLUTION, pdf
from ungraph.model.document import Document
from ungraph.pipeline import BuildOptions, Result, build_document

TITLE_PAGE = [
    "United Nations",
    "A/RES/86/900",
    "General Assembly",
    "Distr.: General",
    "19 December 2031",
    "Eighty-sixth session",
    "Agenda item 18 (b)",
    "Tide pools and their keepers",
    "Resolution adopted by the General Assembly on 5 December 2031",
    "[on the report of the Second Committee (A/86/461, para. 31)]",
    "86/900. Keeping tide pools",
]
PREAMBLE = [
    "The General Assembly,",
    "Recalling its resolution 85/71 of 4 December 2030 and Economic and Social Council resolution"
    " 2029/7¹ of 2 June 2029,",
]
OPERATIVE = [
    "Requests the Secretary-General to count the pools, pursuant to resolution 84/12;",
    "Decides to look into the matter again at its eighty-seventh session.",
]
CLOSING = ["49th plenary meeting", "5 December 2031"]
NOTE = "See E/2029/99, chap. I."
NUMBERED = [f"{i}. {words}" for i, words in enumerate(OPERATIVE, 1)]
PLAIN = "\n\n".join(
    [*TITLE_PAGE, *PREAMBLE, *NUMBERED, "\n".join(CLOSING), f"__________\n1 {NOTE}\n"]
)


def as_html() -> bytes:
    """With the numbers of a list and the note where Word puts it."""
    blocks = "".join(f"<p>{escape(line)}</p>" for line in [*TITLE_PAGE, *PREAMBLE])
    blocks = blocks.replace("¹", '<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a>')
    items = "".join(f"<li>{escape(words)}</li>" for words in OPERATIVE)
    note = f'<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">1</a> {NOTE}</p></div>'
    page = f"{blocks}<ol>{items}</ol><p>{'<br>'.join(CLOSING)}</p>{note}"
    return f"<!DOCTYPE html><meta charset=utf-8><body>{page}</body>".encode()


def as_docx() -> bytes:
    """With automatic numbers, a title-page table and a real footnote."""
    body = table(*((TITLE_PAGE[i], TITLE_PAGE[i + 1]) for i in (0, 2)))
    body += "".join(paragraph(line) for line in [*TITLE_PAGE[4:], PREAMBLE[0]])
    before, _, after = PREAMBLE[1].partition("¹")
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body += paragraph(run(before) + mark + run(after))
    body += "".join(paragraph(words, list_id=1) for words in OPERATIVE)
    body += paragraph(run(CLOSING[0]) + "<w:r><w:br/></w:r>" + run(CLOSING[1]))
    return docx(body, footnotes=f'<w:footnote w:id="2">{paragraph(NOTE)}</w:footnote>')


FORMS = {"html": as_html(), "docx": as_docx()}


def build(data: bytes) -> Result:
    return build_document(data, options=BuildOptions(validate=False))


@pytest.fixture(scope="module")
def plain() -> Result:
    return build(PLAIN.encode())


@pytest.mark.parametrize("form", FORMS)
def test_text_parts_and_title_page_are_the_same(form: str, plain: Result) -> None:
    document, expected = build(FORMS[form]).document, plain.document
    assert document.text == expected.text
    assert document.blocks == expected.blocks
    assert document.masthead == expected.masthead


def is_of_the_file(quad: Quad) -> bool:
    """Whether *quad* speaks of the file, which differs, and not of the work."""
    return "/id/file/" in str(quad) or str(quad.predicate).endswith("#byteSize>")


def statements(result: Result) -> set[str]:
    """What the graph says, the file apart."""
    return {str(q) for q in result.quads() if not is_of_the_file(q)}


@pytest.mark.parametrize("form", FORMS)
def test_the_graphs_differ_in_the_file_alone(form: str, plain: Result) -> None:
    assert statements(build(FORMS[form])) == statements(plain)


def as_saved_by_libreoffice(ending: str, folder: Path) -> bytes:
    """The Word file, opened in LibreOffice and saved in another form."""
    (folder / "saved.docx").write_bytes(FORMS["docx"])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "saved.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    return (folder / f"saved.{ending}").read_bytes()


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (the program soffice)")
@pytest.mark.parametrize(
    ("ending", "media_type"),
    [
        ("doc", "application/msword"),
        ("odt", "application/vnd.oasis.opendocument.text"),
        ("rtf", "application/rtf"),
    ],
)
def test_files_of_older_and_other_word_processors_say_the_same(
    ending: str, media_type: str, plain: Result, tmp_path: Path
) -> None:
    result = build(as_saved_by_libreoffice(ending, tmp_path))
    document, expected = result.document, plain.document
    assert document.source.media_type == media_type
    assert document.text == expected.text
    assert document.blocks == expected.blocks
    assert document.masthead == expected.masthead
    assert statements(result) == statements(plain)


def test_each_file_is_a_manifestation_of_its_own_of_one_work(plain: Result) -> None:
    results = [plain, *(build(data) for data in FORMS.values())]
    files = {
        q.object.value
        for result in results
        for q in result.quads()
        if q.predicate.value.endswith("wasDerivedFrom")
    }
    assert len(files) == len(results)
    assert len({result.graph_name for result in results}) == 1


def title_page(document: Document) -> dict[str, str]:
    fields = ("symbol", "distribution", "date", "organ", "session", "agenda_item_title", "title")
    page = document.masthead
    return {name: str(getattr(page, name).value) for name in fields if getattr(page, name)}


def test_pdf_and_xml_tell_the_same_title_page() -> None:
    printed, marked = build(pdf(RESOLUTION)), build(resolution())
    assert title_page(printed.document) == title_page(marked.document)
    assert len(title_page(marked.document)) == 7


def test_pdf_and_xml_give_one_work() -> None:
    names = {build(data).graph_name for data in (pdf(RESOLUTION), resolution())}
    assert len(names) == 1
