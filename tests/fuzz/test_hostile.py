"""Files made to exhaust memory, time or trust: each ends within bounds, with the reason told."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from akn_samples import resolution
from docx_samples import docx, paragraph
from ungraph.errors import DocumentError, LimitError
from ungraph.pipeline import BuildOptions, build_document
from ungraph.readers.archives import iter_members
from ungraph.readers.detect import read_document
from ungraph.readers.docx import read_docx
from ungraph.readers.html import read_html
from ungraph.readers.limits import Limits
from ungraph.readers.pdf import read_pdf
from ungraph.readers.pdf_forms import check_forms

DIGITS = "9" * 5000  # more than Python turns into a number
SECONDS = 20  # of processor time: the work takes a fraction of one


@contextmanager
def soon() -> Iterator[None]:
    """What stands inside takes no long time, however slow the machine is."""
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


def word(*, level: str, styles: str = "", body: str = "") -> bytes:
    """A Word file with a list of one level and a paragraph in it."""
    return docx(
        body or paragraph("Lamps.", list_id=1),
        numbering='<w:abstractNum w:abstractNumId="7">'
        f'<w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>',
        styles=styles,
    )


@pytest.mark.parametrize("style", ["lowerLetter", "russianUpper", "upperRoman", "decimal"])
def test_a_list_that_begins_at_a_billion_prints_no_billion_letters(style: str) -> None:
    level = f'<w:start w:val="999999999"/><w:numFmt w:val="{style}"/><w:lvlText w:val="%1"/>'
    with soon():
        assert len(read_docx(word(level=level)).text) < 100


def test_a_long_pattern_of_a_list_is_not_printed_for_each_paragraph() -> None:
    level = f'<w:start w:val="1"/><w:lvlText w:val="{"%1 lamps " * 100_000}"/>'
    body = paragraph("Coasts.", list_id=1) * 200
    with soon():
        assert len(read_docx(word(level=level, body=body)).text) < 200 * 400


def test_styles_based_on_each_other_without_end_are_left() -> None:
    chain = "".join(
        f'<w:style w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 3000}"/></w:style>'
        for n in range(3000)
    )
    body = paragraph("Coasts.", style="S0") * 3000
    with soon():
        assert read_docx(word(level="", styles=chain, body=body)).text.count("Coasts") == 3000


def test_numbers_beyond_all_sense_are_no_numbers() -> None:
    level = f'<w:start w:val="{DIGITS}"/><w:lvlRestart w:val="{DIGITS}"/><w:lvlText w:val="%1."/>'
    marked = resolution().replace(b'value="', f'value="{DIGITS}'.encode())
    listed = f"<!DOCTYPE html><ol start={DIGITS}><li value={DIGITS}>Lamps</ol>&#{DIGITS};".encode()
    printed = f"A/RES/{DIGITS}/1\n\n{DIGITS}. Recalls resolution {DIGITS}/1 of 1 May {DIGITS}."
    for data in (word(level=level), marked, listed, printed.encode()):
        assert build_document(data, options=BuildOptions(validate=False)).quads()


def test_half_a_character_as_symbol_is_a_bullet() -> None:
    body = paragraph('<w:r><w:sym w:char="D800"/><w:t>Lamps</w:t></w:r>')
    text = read_docx(word(level="", body=body)).text
    assert "•Lamps" in text
    assert text.encode()


def test_an_element_with_too_many_attributes_is_refused_at_once() -> None:
    names = " ".join(f"a{n}" for n in range(100_000))
    with soon(), pytest.raises(LimitError, match="too many attributes"):
        read_html(f"<!DOCTYPE html><body><p {names}>Lamps".encode())


def test_too_many_elements_are_refused_before_they_are_loaded() -> None:
    few = Limits(max_elements=500)
    many = {
        "page.html": b"<!DOCTYPE html><p>Lamps" + b"<b></b>" * 600,
        "page.xml": resolution(body="<mainBody>" + "<p/>" * 600 + "</mainBody>"),
        "page.docx": docx("<w:p/>" * 600),
    }
    for name, data in many.items():
        with pytest.raises(LimitError, match="--limit max_elements="):
            read_document(data, name=name, limits=few)


def drawn(*forms: bytes, loop: bool = False) -> bytes:
    """A PDF whose page draws the first form; each may draw the next as X, the last one itself."""
    count = len(forms)
    after = [*range(6, 5 + count), 4 + count if loop else 0]
    made = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    made += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
    made += b"/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>endobj\n"
    made += b"4 0 obj<</Length 5>>stream\n/X Do\nendstream endobj\n"
    for number, (content, inner) in enumerate(zip(forms, after, strict=True), 5):
        packed = zlib.compress(content)
        made += (
            b"%d 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject" % number
        )
        made += b"<</X %d 0 R>>>>/Filter/FlateDecode/Length %d>>stream\n" % (inner, len(packed))
        made += packed + b"\nendstream endobj\n"
    return made + b"trailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    "data",
    [
        drawn(*[b"/X Do " * 10] * 9, b"0 0 m"),
        drawn(b"/X Do /X Do", loop=True),
        drawn(b"/X Do /X Do /X Do /X Do", b"/X Do", loop=True).replace(b"/X 6 0 R", b"/X 5 0 R"),
    ],
    ids=["ten times ten", "itself twice", "itself four times"],
)
def test_forms_of_a_pdf_that_draw_one_another_are_not_followed(data: bytes) -> None:
    with soon(), pytest.raises(LimitError, match="drawings repeat one another"):
        read_pdf(data)


def test_forms_of_a_pdf_that_are_drawn_often_are_drawings() -> None:
    check_forms(drawn(b"/X Do " * 300, b"/X Do " * 300, b"0 0 m"), "figures.pdf")
    check_forms(drawn(b"/X Do", loop=True), "loop.pdf")


def member(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE) -> bytes:
    """The header of a file in a tar that says its size, whatever follows."""
    made = tarfile.TarInfo(name)
    made.size, made.type = size, kind
    return made.tobuf(tarfile.GNU_FORMAT)


def whole_tar(*names: str) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = 5
            archive.addfile(info, io.BytesIO(b"Lamps"))
    return made.getvalue()


@pytest.mark.parametrize("kind", [tarfile.GNUTYPE_LONGNAME, tarfile.XHDTYPE, tarfile.XGLTYPE])
def test_a_name_of_gigabytes_is_not_read(kind: bytes) -> None:
    data = member("././@LongLink", 900 << 20, kind) + b"a" * 4096
    with pytest.raises(DocumentError, match="a header of 943718400 bytes"):
        list(iter_members(gzip.compress(data)))


def test_a_bad_header_is_told_and_not_taken_for_the_end() -> None:
    data = bytearray(whole_tar("1.txt", "2.txt", "3.txt"))
    data[1024 + 10] ^= 0x55
    members = iter_members(bytes(data))
    assert next(members).name == "1.txt"
    with pytest.raises(DocumentError, match="broken archive"):
        next(members)


def test_what_is_passed_over_in_a_compressed_tar_counts() -> None:
    packer = bz2.BZ2Compressor()
    data = packer.compress(member("device", 1 << 40, b"Z"))
    data += b"".join(packer.compress(bytes(1 << 20)) for _ in range(40)) + packer.flush()
    with soon(), pytest.raises(LimitError, match="--limit max_expanded_bytes="):
        list(iter_members(data, limits=Limits(max_expanded_bytes=8 << 20)))


def test_a_file_that_says_to_be_larger_than_the_archive_is_told() -> None:
    with pytest.raises(DocumentError, match="broken archive"):
        list(iter_members(member("a.txt", 64 << 30) + b"Lamps"))


def test_no_name_leads_out_of_the_archive_and_no_link_is_followed() -> None:
    data = member("link", 0, tarfile.SYMTYPE) + member("dev", 0, tarfile.CHRTYPE)
    data += whole_tar("/etc/passwd", "../../x.txt", "C:\\win\\y.txt", "a/../../z.txt")
    names = [found.name for found in iter_members(data)]
    assert names == ["etc/passwd", "x.txt", "win/y.txt", "a/z.txt"]


def test_archives_in_archives_end_at_the_third() -> None:
    data = b"Lamps"
    for name in ("a.txt", "1.zip", "2.zip", "3.zip", "4.zip"):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(name, data)
        data = made.getvalue()
    (only,) = iter_members(data)
    assert "nested over 3 deep" in str(only.error)


def test_archives_of_archives_share_one_budget() -> None:
    data = b" " * 100_000
    for level in range(3):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(16):
                archive.writestr(f"{level}-{copy}.txt", data)
        data = made.getvalue()
    with soon(), pytest.raises(LimitError, match="max_expanded_bytes"):
        list(iter_members(data, limits=Limits(max_expanded_bytes=10_000_000)))


def test_files_of_a_zip_that_lie_over_each_other_count_each_time() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b" " * 1_000_000)
        archive.filelist.extend(archive.infolist() * 50)
    with soon(), pytest.raises(LimitError, match="max_expanded_bytes"):
        list(iter_members(made.getvalue(), limits=Limits(max_expanded_bytes=10_000_000)))


@pytest.mark.parametrize("names", [300, 30_000])
def test_a_zip_of_too_many_files_is_refused_before_its_names_are_loaded(names: int) -> None:
    entry = b"PK\x01\x02" + bytes(24) + b"\x01\x00" + bytes(16) + b"a"
    size = len(entry) * names
    end = b"PK\x05\x06" + bytes(4) + b"\x01\x00\x01\x00" + size.to_bytes(4, "little") + bytes(6)
    with soon(), pytest.raises(LimitError, match="more than the limit max_members of 200"):
        list(iter_members(entry * names + end, limits=Limits(max_members=200)))
