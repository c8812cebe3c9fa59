"""Hostile bytes: every reader gives a document or an error of ours, within bounds, and no more."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from akn_samples import BODY, resolution
from docx_samples import docx, paragraph, table
from pdf_samples import RESOLUTION, pdf
from ungraph.errors import DocumentError, MissingExtraError, UngraphError
from ungraph.model.document import Document
from ungraph.readers.akn import read_akn
from ungraph.readers.archives import iter_members
from ungraph.readers.detect import detect_media_type, read_document
from ungraph.readers.docx import read_docx
from ungraph.readers.html import read_html
from ungraph.readers.limits import Limits
from ungraph.readers.office import read_office
from ungraph.readers.pdf import read_pdf

SMALL = Limits(
    max_bytes=1_000_000, max_chars=200_000, max_pages=50, max_expanded_bytes=2_000_000,
    max_members=50,
)  # fmt: skip
HTML = b"<!DOCTYPE html><body><ol><li>Requests<sup>1</sup></li></ol><table><tr><td>x</table></body>"
WORD = docx(table(("A/86/1", "General Assembly")) + paragraph("Requests;", list_id=1))
PDF = pdf(RESOLUTION)
Reader = Callable[..., Document]
READERS: list[tuple[Reader, bytes]] = [
    (read_akn, resolution()),
    (read_docx, WORD),
    (read_html, HTML),
    (read_pdf, PDF),
]
each_reader = pytest.mark.parametrize(
    ("reader", "sample"), READERS, ids=[reader.__name__ for reader, _ in READERS]
)


def check(reader: Reader, data: bytes) -> None:
    """A document whose parts lie in its text, or one of our errors for this document."""
    try:
        document = reader(data, name="given", limits=SMALL)
    except (DocumentError, MissingExtraError):
        return
    size = len(document.text)
    assert 0 < size <= SMALL.max_chars + 1
    fragments = [block.fragment for block in document.blocks]
    assert len(set(fragments)) == len(fragments)
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert block.span.end <= size
        assert block.lead is None or block.lead.end <= size
    for page in document.pages:
        assert page.span.end <= size
    for link in document.markup.hyperlinks:
        assert document.quote(link.span).strip()


@each_reader
@given(data=st.binary(max_size=400))
@settings(max_examples=40)
def test_any_bytes_give_a_document_or_an_error_of_ours(
    reader: Reader, sample: bytes, data: bytes
) -> None:
    check(reader, data)


@each_reader
@given(seed=st.integers(0, 2**32), cuts=st.integers(1, 12))
@settings(max_examples=60)
def test_a_damaged_file_gives_a_document_or_an_error_of_ours(
    reader: Reader, sample: bytes, seed: int, cuts: int
) -> None:
    check(reader, damaged(sample, seed, cuts))


def damaged(sample: bytes, seed: int, cuts: int) -> bytes:
    """*sample* with a few bytes changed, pieces moved, doubled or cut out."""
    chance = random.Random(seed)
    data = bytearray(sample)
    for _ in range(cuts):
        if not data:
            break
        at = chance.randrange(len(data))
        length = chance.randrange(1, 60)
        piece = data[at : at + length]
        match chance.randrange(4):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + length]
            case 2:
                data[at:at] = piece
            case _:
                target = chance.randrange(len(data))
                data[target : target + length] = piece
    return bytes(data)


@each_reader
@given(end=st.integers(0, 3000))
@settings(max_examples=30)
def test_a_file_cut_short_gives_a_document_or_an_error_of_ours(
    reader: Reader, sample: bytes, end: int
) -> None:
    check(reader, sample[: end % (len(sample) + 1)])


@given(data=st.binary(max_size=600))
@example(b"")
@example(b"PK\x03\x04")
@example(b"%PDF-")
@example(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
@example(b"<akomaNtoso>")
@settings(max_examples=100)
def test_detection_and_reading_of_any_bytes_end_well(data: bytes) -> None:
    assert detect_media_type(data)
    with suppress(UngraphError):
        assert read_document(data, limits=SMALL).text


@given(data=st.binary(max_size=400), seed=st.integers(0, 2**32))
@settings(max_examples=60)
def test_archives_of_any_bytes_end_well(data: bytes, seed: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", resolution())
        archive.writestr("b.bin", data)
    for hostile in (data, damaged(made.getvalue(), seed, 3), gzip.compress(data)):
        try:
            members = list(iter_members(hostile, limits=SMALL))
        except DocumentError:
            continue
        assert all(".." not in member.name.split("/") for member in members)


@given(words=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=60))
@settings(max_examples=60)
def test_any_words_in_a_paragraph_are_read_as_they_are(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = BODY.replace("Secretary-General to count", f"{escaped} to count")
    try:
        text = read_akn(resolution(body=body)).text
    except DocumentError:
        return
    kept = " ".join(words.split())
    assert all(word in text for word in kept.split(" ") if word.isascii() and word.isprintable())


@pytest.mark.parametrize("depth", [100, 1_000, 50_000])
def test_deep_nesting_ends_well(depth: int) -> None:
    for opening, closing in ((b"<div>", b"</div>"), (b"<table><tr><td>", b"</td></tr></table>")):
        check(read_html, b"<!DOCTYPE html>" + opening * depth + b"x" + closing * depth)
    check(read_akn, resolution(body="<section>" * depth + "<p>x</p>" + "</section>" * depth))
    check(read_docx, docx("<w:sdt>" * depth + paragraph("x") + "</w:sdt>" * depth))


def test_a_compound_file_is_never_executed() -> None:
    with pytest.raises((DocumentError, MissingExtraError)):
        read_office(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Auto_Open" * 100, name="macro.doc")


def test_pages_that_lead_back_to_themselves_end_well() -> None:
    looping = PDF.replace(b"/Kids [", b"/Kids [2 0 R ")
    check(read_pdf, looping)


def test_an_empty_part_at_the_end_is_left_out() -> None:
    document = read_akn(
        resolution(body="<mainBody><table/><section><num> </num></section></mainBody>")
    )
    assert [block.fragment for block in document.blocks][-1] == "fn-editorial"


def test_a_file_without_a_name_in_an_archive_is_left_out() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", b"named")
        archive.writestr("b", b"nameless")
        archive.infolist()[1].filename = ""  # as it is written to the table of contents
    assert [member.name for member in iter_members(made.getvalue())] == ["a.txt"]
