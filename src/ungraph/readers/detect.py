"""Which reader a file needs, told from its bytes."""

from __future__ import annotations

import re
from importlib import import_module
from io import BytesIO
from typing import IO, Protocol, cast

from ungraph.errors import DocumentError
from ungraph.model.document import Document
from ungraph.readers.limits import Limits
from ungraph.readers.zips import is_word_zip

__all__ = ["READERS", "detect_media_type", "detect_stream", "read_document"]

# Media type → module and function, loaded when asked for.
READERS: dict[str, str] = {
    "application/akn+xml": "ungraph.readers.akn:read_akn",
    "application/rtf": "ungraph.readers.office:read_office",
    "application/vnd.oasis.opendocument.text": "ungraph.readers.office:read_office",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "ungraph.readers.docx:read_docx"
    ),
    "application/xml": "ungraph.readers.akn:read_akn",
    "application/msword": "ungraph.readers.office:read_office",
    "application/pdf": "ungraph.readers.pdf:read_pdf",
    "text/html": "ungraph.readers.html:read_html",
    "text/plain": "ungraph.readers.plain:read_plain",
}

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90", "application/x-executable"),
)
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT_TYPE = "application/vnd.oasis.opendocument.text"
_HEAD_BYTES = 4096
_SEEN_BYTES = 1 << 16
_TAR_MAGIC_AT = 257
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|p|table|h[1-6])[\s>]", re.IGNORECASE)
_AKN = re.compile(rb"<(?:\w+:)?akomaNtoso[\s>]")


class _Reader(Protocol):
    def __call__(
        self,
        data: bytes,
        *,
        name: str = "",
        symbol: str | None = None,
        language: str | None = None,
        limits: Limits | None = None,
    ) -> Document: ...


def detect_media_type(data: bytes) -> str:
    """The media type of *data*, told from its bytes alone; "text/plain" when nothing else fits.

    >>> detect_media_type(b"%PDF-1.4 ..."), detect_media_type(b"1. Requests ...")
    ('application/pdf', 'text/plain')
    """
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return media_type
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _zip_type(data, BytesIO(data))
    if data[_TAR_MAGIC_AT : _TAR_MAGIC_AT + 5] == b"ustar":
        return "application/x-tar"
    head = data[:_HEAD_BYTES].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return "application/pdf"
    if head.startswith(b"<"):
        if _HTML.search(head) and not _AKN.search(head):
            return "text/html"
        if head.startswith(b"<?xml") or _AKN.search(head) or b"xmlns" in head:
            return "application/xml"
    return "text/plain"


def detect_stream(stream: IO[bytes]) -> str:
    """The media type of the file open as *stream*, of which little is read, whatever its size.

    >>> detect_stream(BytesIO(b"%PDF-1.7"))
    'application/pdf'
    """
    head = stream.read(_SEEN_BYTES)
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return _zip_type(head, stream)
    return detect_media_type(head)


def _zip_type(head: bytes, stream: IO[bytes]) -> str:
    if head[30:38] == b"mimetype" and _ODT_TYPE.encode() in head[38:200]:
        return _ODT_TYPE
    return _DOCX_TYPE if is_word_zip(stream) else "application/zip"


def read_document(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    media_type: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document in *data*, whatever its form.

    The form is told from the bytes, never from *name*, unless *media_type* says it. *symbol* and
    *language* stand in for what the file does not say. Raises DocumentError when the form is
    none that is read or the file is unusable, LimitError when it is larger than *limits* allow.
    """
    bounds = limits or Limits()
    bounds.check_bytes(len(data), name)
    seen = media_type or detect_media_type(data)
    if seen not in READERS:
        raise DocumentError(
            f"cannot read {seen}",
            where=name,
            why="the bytes say so" if media_type is None else "the media type was given",
            advice=f"These are read: {', '.join(sorted(READERS))}",
        )
    module, function = READERS[seen].split(":")
    reader = cast("_Reader", getattr(import_module(module), function))
    return reader(data, name=name, symbol=symbol, language=language, limits=bounds)
