"""Born-digital PDF → Document, by pypdfium2: reading order, paragraphs, footnotes, pages.

A scan has no text to read; it is sent through OCRmyPDF where that is installed.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from ungraph.errors import DocumentError, LimitError, MissingExtraError
from ungraph.model.document import Document, Page, SourceFile
from ungraph.readers.limits import Limits
from ungraph.readers.pdf_forms import check_forms
from ungraph.readers.pdf_lines import PageLine, page_lines
from ungraph.readers.pdf_ocr import add_text_layer
from ungraph.readers.pdf_pages import order_page, strip_furniture
from ungraph.readers.pdf_text import compose_text
from ungraph.readers.pdf_words import mend_words
from ungraph.readers.plain import read_printed_text

__all__ = ["PDF_MEDIA_TYPE", "read_pdf", "read_pdf_text"]

PDF_MEDIA_TYPE = "application/pdf"
_TITLE_ZONE = 0.5
_SCAN_CHARS_A_PAGE = 12


def read_pdf(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document in the PDF *data*, with the page of every span in ``Document.pages``.

    Raises MissingExtraError when pypdfium2 (``ungraph[pdf]``) is missing, or for a scan without
    a text layer when OCRmyPDF (``ungraph[ocr]``) is; DocumentError for a broken or protected
    file; LimitError for one with too many pages or too much text.
    """
    bounds = limits or Limits()
    bounds.check_bytes(len(data), name)
    text, pages, count = read_pdf_text(data, name, bounds)
    warnings: tuple[str, ...] = ()
    if len(text.strip()) < _SCAN_CHARS_A_PAGE * count:
        text, pages, count = read_pdf_text(add_text_layer(data, name), name, bounds)
        warnings = ("a scan: the words were recognized, not written; expect misread letters",)
        if not text.strip():
            raise DocumentError(
                "no text", where=name, why="nothing could be recognized on the pages of the scan"
            )
    source = SourceFile(
        name, hashlib.sha256(data).hexdigest(), len(data), PDF_MEDIA_TYPE, None, count
    )
    document = read_printed_text(
        text, source=source, symbol=symbol, language=language, warnings=warnings
    )
    return replace(document, pages=pages)


def read_pdf_text(data: bytes, name: str, limits: Limits) -> tuple[str, tuple[Page, ...], int]:
    """Text in reading order, the spans of its pages, and how many pages there are."""
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtraError(
            "cannot read PDF",
            where=name,
            why="pypdfium2 is not installed",
            advice="Install it with: pip install 'ungraph[pdf]'",
        ) from None
    check_forms(data, name)
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            limits.check_pages(len(pdf), name)
            read, sizes = _read_pages(pdf, name, limits)
    except pypdfium2.PdfiumError as error:
        raise DocumentError(
            "unusable PDF",
            where=name,
            why=str(error),
            advice="Check that the file is complete and not protected by a password",
        ) from None
    stripped = strip_furniture(read, [height for _, height in sizes])
    mend_words(stripped)
    contents = [
        order_page(lines, number=i + 1, width=size[0], first=i == 0)
        for i, (lines, size) in enumerate(zip(stripped, sizes, strict=True))
    ]
    text, pages = compose_text(contents)
    limits.check_text(text, name)
    return text, pages, len(sizes)


def _read_pages(
    pdf: Any, name: str, limits: Limits
) -> tuple[list[list[PageLine]], list[tuple[float, float]]]:
    pages: list[list[PageLine]] = []
    sizes: list[tuple[float, float]] = []
    characters = 0
    for index in range(len(pdf)):
        page = pdf[index]
        text_page = page.get_textpage()
        width, height = page.get_size()
        characters += text_page.count_chars()
        if characters > limits.max_chars:
            raise LimitError(
                "text too long",
                where=name,
                why=f"more than the limit max_chars of {limits.max_chars} characters",
                advice="Raise it with --limit max_chars=..., in Python with Limits(max_chars=...)",
            )
        lines = page_lines(text_page, cells_above=_TITLE_ZONE * height if index == 0 else None)
        pages.append(lines)
        sizes.append((width, height))
        text_page.close()
        page.close()
    return pages, sizes
