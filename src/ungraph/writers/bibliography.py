"""Documents → BibTeX and CSL-JSON, for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from ungraph.graph.network import DocumentRecord

__all__ = ["iter_bibtex", "iter_csl_json", "page_of_symbol"]

_PUBLISHER = "United Nations"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGUAGES = {
    "ar": "arabic", "en": "english", "es": "spanish", "fr": "french", "ru": "russian",
    "zh": "chinese",
}  # fmt: skip
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_LATEX_PATTERN = re.compile("[" + re.escape("".join(_LATEX)) + "]")
_LAWS = frozenset({"resolution", "decision", "presidential-statement"})
_SPEECHES = frozenset({"verbatim-record", "summary-record"})


def page_of_symbol(symbol: str, language: str = "en") -> str:
    """The page of the United Nations where a document is found by its symbol.

    >>> page_of_symbol("A/RES/217(III)A")
    'https://docs.un.org/en/A/RES/217(III)A'
    """
    return f"https://docs.un.org/{language}/{quote(symbol, safe='/().-_')}"


def iter_bibtex(documents: Iterable[DocumentRecord]) -> Iterator[bytes]:
    """One ``@techreport`` a document, its symbol as number, keyed by its symbol."""
    taken: dict[str, int] = {}
    for document in documents:
        fields = {
            "author": "{" + _latex(document.organ or _PUBLISHER) + "}",
            "title": "{" + _latex(_title(document)) + "}",
            "institution": _PUBLISHER,
            "type": _latex(document.type.replace("-", " ").capitalize()),
            "number": _latex(document.symbol),
            "year": document.date[:4],
            "month": _month(document.date),
            "date": document.date,
            "language": _LANGUAGES.get(document.title_language, ""),
            "url": page_of_symbol(document.symbol) if document.symbol else "",
        }
        lines = [
            f"  {name} = {value if name == 'month' else '{' + value + '}'},\n"
            for name, value in fields.items()
            if value
        ]
        yield f"@techreport{{{_key(document, taken)},\n{''.join(lines)}}}\n\n".encode()


def iter_csl_json(documents: Iterable[DocumentRecord]) -> Iterator[bytes]:
    """A list of CSL items: type, title, symbol as number, authority, date, page."""
    before, taken = "[\n", dict[str, int]()
    for document in documents:
        item = {
            "id": _key(document, taken),
            "type": _csl_type(document.type),
            "title": _title(document),
            "number": document.symbol,
            "genre": document.type.replace("-", " "),
            "authority": document.organ,
            "author": [{"literal": document.organ or _PUBLISHER}],
            "publisher": _PUBLISHER,
            "issued": _date_parts(document.date),
            "language": document.title_language,
            "URL": page_of_symbol(document.symbol) if document.symbol else "",
        }
        said = {name: value for name, value in item.items() if value}
        yield (before + json.dumps(said, ensure_ascii=False, indent=1)).encode()
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def _title(document: DocumentRecord) -> str:
    """The title, with the subtitle; the symbol stands in for a title that is not known."""
    if not document.title:
        return document.symbol or document.iri
    joined = f"{document.title}: {document.subtitle}" if document.subtitle else document.title
    return " ".join(joined.split())


def _key(document: DocumentRecord, taken: dict[str, int]) -> str:
    """A key that BibTeX takes: the symbol in letters, digits and strokes, never one twice."""
    plain = re.sub(r"[^A-Za-z0-9.-]+", "_", document.symbol or document.iri.rsplit("/", 1)[-1])
    key = plain.strip("_") or "document"
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}_{taken[key]}"


def _latex(text: str) -> str:
    return _LATEX_PATTERN.sub(lambda found: _LATEX[found[0]], text)


def _month(text: str) -> str:
    month = text[5:7]
    return _MONTHS[int(month) - 1] if month.isdigit() and 1 <= int(month) <= len(_MONTHS) else ""


def _date_parts(text: str) -> dict[str, list[list[int]]] | None:
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    return {"date-parts": [parts]} if parts else None


def _csl_type(document_type: str) -> str:
    if document_type in _LAWS:
        return "legislation"
    if document_type in _SPEECHES:
        return "hearing"
    return {"treaty": "treaty", "letter": "personal_communication"}.get(document_type, "report")
