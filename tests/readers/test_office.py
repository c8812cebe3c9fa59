"""DOC, ODT and RTF go through LibreOffice, or get an error that names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docx_samples import docx, paragraph
from ungraph.errors import DocumentError, MissingExtraError
from ungraph.readers.detect import read_document
from ungraph.readers.office import read_office

RTF = b"{\\rtf1\\ansi 1. Requests}"
DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.fixture
def libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called soffice that answers every file with the same DOCX."""
    answer = tmp_path / "answer.docx"
    answer.write_bytes(docx(paragraph("Requests the Secretary-General to count;", list_id=1)))
    program = tmp_path / "soffice"
    copy, make = shutil.which("cp"), shutil.which("mkdir")
    program.write_text(
        "#!/bin/sh\n"
        'while [ "$1" != --outdir ]; do shift; done\n'
        f'{make} -p "$2" && {copy} {answer} "$2/document.docx"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize(
    ("data", "media_type"), [(RTF, "application/rtf"), (DOC, "application/msword")]
)
def test_it_is_read_as_the_word_file_it_becomes(data: bytes, media_type: str) -> None:
    document = read_document(data, name="note.doc")
    assert document.text == "1. Requests the Secretary-General to count;\n"
    assert (document.source.media_type, document.source.size_bytes) == (media_type, len(data))


@pytest.mark.parametrize("data", [RTF, DOC])
def test_without_libreoffice_the_error_names_it(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError, match="LibreOffice"):
        read_office(data, name="note.doc")


def test_a_file_that_libreoffice_refuses_is_that_files_error(libreoffice: Path) -> None:
    libreoffice.write_text("#!/bin/sh\necho 'source file could not be loaded' >&2\n")
    with pytest.raises(DocumentError, match="could not be loaded"):
        read_office(RTF)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice (the program soffice)")
def test_a_broken_word_file_is_not_taken_for_text_in_an_old_encoding() -> None:
    with pytest.raises(DocumentError, match="could not be loaded"):
        read_office(DOC[:8] + b"Requests " * 200, name="broken.doc")


def test_other_bytes_are_refused() -> None:
    with pytest.raises(DocumentError, match="not an office file"):
        read_office(b"plain words")
