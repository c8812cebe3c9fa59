"""Plain text, as saved from a web page, a word processor or a scan."""

from __future__ import annotations

import hashlib

from ungraph.model.document import Document, SourceFile, SourceMap, View
from ungraph.readers.decoding import decode_text
from ungraph.readers.language import READ_LANGUAGES, detect_language
from ungraph.readers.limits import Limits
from ungraph.readers.masthead import read_masthead
from ungraph.readers.runningheads import blank_running_heads
from ungraph.readers.segment import segment_text
from ungraph.readers.view import fold_text, join_lines

__all__ = ["read_plain", "read_printed_text"]


def read_plain(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document in the plain text *data*.

    *name* is the file's name (``A_HRC_4_60.txt``): it gives the symbol of a text without title
    page, unless *symbol* does. *language* is a BCP 47 tag; without it the language is told from
    the text. Raises DocumentError when *data* is no text, LimitError when it is too large.
    """
    decoded = decode_text(data, name=name, limits=limits)
    source = SourceFile(
        name, hashlib.sha256(data).hexdigest(), len(data), encoding=decoded.encoding
    )
    return read_printed_text(
        decoded.text,
        source=source,
        symbol=symbol,
        language=language,
        source_map=decoded.source_map,
        warnings=decoded.warnings,
    )


def read_printed_text(
    text: str,
    *,
    source: SourceFile,
    symbol: str | None = None,
    language: str | None = None,
    source_map: SourceMap | None = None,
    warnings: tuple[str, ...] = (),
) -> Document:
    """The document printed as *text*: title page, language, parts.

    For every format that gives lines of text and no structure (plain text, PDF). Blocks are told
    from blank lines, numbers and lead words; line ends count, markup does not exist.
    """
    folded = fold_text(text)
    told = language or detect_language(folded.text)
    if told not in READ_LANGUAGES:
        warnings += (
            f"the language of the text is none that ungraph reads ({', '.join(READ_LANGUAGES)}); "
            "expect little from it",
        )
    page = read_masthead(folded, text, language=told, name=source.name, symbol=symbol)
    parts = segment_text(
        folded,
        language=told,
        title_page_end=page.end,
        document_type=page.masthead.document_type.value if page.masthead.document_type else None,
    )
    own = page.masthead.symbol.value.text if page.masthead.symbol else ""
    folded = blank_running_heads(folded, own)
    view: View = join_lines(folded, sorted({*parts.breaks, *page.breaks}))
    return Document(
        text=text,
        view=view,
        language=told,
        blocks=parts.blocks,
        masthead=page.masthead,
        source=source,
        source_map=source_map or SourceMap(),
        warnings=warnings + page.warnings,
    )
