"""The form of a file is told from its bytes; what is not read is refused with the reason."""

from __future__ import annotations

import hashlib
from importlib import import_module

import pytest

from ungraph.errors import DocumentError, LimitError
from ungraph.readers.detect import READERS, detect_media_type, read_document
from ungraph.readers.limits import Limits


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"{\\rtf1 x}", "application/rtf"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"<!DOCTYPE html><html><body>", "text/html"),
        (b"1. Requests the Secretary-General", "text/plain"),
        (b"< 5 per cent of lamps", "text/plain"),
        (b"", "text/plain"),
    ],
)
def test_the_bytes_say_the_media_type(data: bytes, media_type: str) -> None:
    assert detect_media_type(data) == media_type


def test_the_name_of_the_file_says_nothing_about_its_form() -> None:
    document = read_document(b"1. The lamps are lit.\n\n2. They burn.\n", name="page.pdf")
    assert document.source.media_type == "text/plain"


def test_an_unknown_form_is_named_with_those_that_are_read() -> None:
    with pytest.raises(DocumentError, match=r"image/png in x\.txt") as error:
        read_document(b"\x89PNG\r\n\x1a\n....", name="x.txt")
    assert "text/plain" in str(error.value)


def test_a_file_over_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(LimitError, match="max_bytes is 5"):
        read_document(b"1. Requests", name="x.txt", limits=Limits(max_bytes=5))


def test_every_reader_of_the_table_can_be_loaded() -> None:
    for place in set(READERS.values()):
        module, function = place.split(":")
        assert callable(getattr(import_module(module), function))


def test_a_language_that_is_not_read_still_gives_a_document() -> None:
    text = "Die Generalversammlung hat auf ihrer Tagung über die Rechte der Kinder beraten und ist."
    document = read_document(text.encode(), name="x.txt")
    assert document.language == "und"
    assert "none that ungraph reads" in document.warnings[0]
    assert document.blocks


def test_the_language_may_be_given() -> None:
    assert read_document(b"60/251", language="fr").language == "fr"


def test_the_digest_and_the_size_are_those_of_the_file() -> None:
    source = read_document(b"A/91/4\n", name="x.txt").source
    assert source.digest == hashlib.sha256(b"A/91/4\n").hexdigest()
    assert source.size_bytes == 7
