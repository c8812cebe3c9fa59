"""AKN4UN / Akoma Ntoso XML → Document: the page as printed, and all that the UN marked up in it."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from ungraph.errors import DocumentError
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Document, SourceFile, Stated, Status
from ungraph.model.markup import Markup
from ungraph.readers.akn_body import AknBody
from ungraph.readers.akn_masthead import read_akn_masthead
from ungraph.readers.akn_meta import read_markup, read_notes, symbol_of_work
from ungraph.readers.language import detect_language
from ungraph.readers.limits import Limits
from ungraph.readers.symbolsource import symbol_from_name, symbol_from_option
from ungraph.readers.view import fold_text
from ungraph.readers.xml_safety import Element, local_name, parse_xml

__all__ = ["AKN_MEDIA_TYPE", "read_akn"]

AKN_MEDIA_TYPE = "application/akn+xml"
_ROOT = "akomaNtoso"
_LANGUAGES = {
    "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "rus": "ru", "ara": "ar", "zho": "zh",
    "chi": "zh", "deu": "de", "ger": "de",
}  # fmt: skip
_WORDS_TO_TELL = 400
_IDENTIFIED = 0.95
_SAMPLE_CHARS = 1500


def read_akn(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document of an Akoma Ntoso file.

    *symbol* and *language* stand in for what the file does not say.

    Text is laid out as the printed page: title page, paragraphs with their numbers, one empty
    line between two, tables a line a row, footnotes at the end, their marks raised (``251¹``).
    A file that is not well formed is read as far as it goes and gets a warning. Raises
    DocumentError for what is not Akoma Ntoso, LimitError for what is too large or too deep.
    """
    bounds = limits or Limits()
    root, warnings = parse_xml(data, name=name, limits=bounds)
    if local_name(root) != _ROOT:
        raise DocumentError(
            "not an Akoma Ntoso document",
            where=name,
            why=f"its root is {local_name(root) or 'unknown'}, not {_ROOT}",
        )
    meta = next((e for e in root.iter("{*}meta")), None)
    notes = read_notes(meta) if meta is not None else ()
    body = AknBody()
    body.walk_document(root, notes)
    text, blocks = body.layout.finish()
    bounds.check_text(text, name)
    if not text.strip():
        raise DocumentError("no text", where=name, why="the file holds metadata only")
    view = fold_text(text)
    markup = read_markup(root, text, body.places, body.links)
    told, language_warnings = _language(root, view.text)
    masthead = read_akn_masthead(
        text, blocks, body.places, document_name=markup.document_name, author=_author(root)
    )
    if masthead.symbol is None:
        masthead = replace(masthead, symbol=_symbol_elsewhere(symbol, markup, name))
    source = SourceFile(
        name, hashlib.sha256(data).hexdigest(), len(data), AKN_MEDIA_TYPE, _encoding(root)
    )
    return Document(
        text=text,
        view=view,
        language=language if language and told == "und" else told,
        blocks=blocks,
        masthead=masthead,
        source=source,
        warnings=warnings + language_warnings,
        markup=markup,
    )


def _symbol_elsewhere(
    given: str | None, markup: Markup, name: str
) -> Stated[DocumentSymbol] | None:
    """The symbol of a file whose title page has none: option, identification, file name."""
    if given:
        return symbol_from_option(given)
    identified = symbol_of_work(markup.work_iri, markup.document_name)
    if identified is not None:
        reason = "read from the identification of the file"
        return Stated(identified, (), Status.INFERRED, reason, _IDENTIFIED)
    return symbol_from_name(name)


def _encoding(root: Element) -> str:
    return (root.getroottree().docinfo.encoding or "utf-8").lower()


def _language(root: Element, view: str) -> tuple[str, tuple[str, ...]]:
    """The language of the metadata, unless the words are plainly of another one."""
    stated = ""
    for element in root.iter("{*}FRBRlanguage"):
        stated = _LANGUAGES.get((element.get("language") or "").strip().lower(), "")
        break
    middle = max(0, (len(view) - _SAMPLE_CHARS) // 2)
    told = detect_language(view[middle : middle + _SAMPLE_CHARS])
    if not stated:
        return told, ()
    if told not in ("und", stated) and len(view) >= _WORDS_TO_TELL:
        return told, (f"metadata say language {stated}, the words are {told}: read as {told}",)
    return stated, ()


def _author(root: Element) -> str | None:
    author = next(root.iter("{*}FRBRauthor"), None)
    return None if author is None else author.get("href")
