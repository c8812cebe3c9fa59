"""Notes on the edition under a title page → facts: reissued, when, and under which symbol before.

"* Reissued for technical reasons on 5 July 2012.", "* Previously issued under the symbol
A/AC.1/2.": the first footnotes and the lines after the title page, in six languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.identifiers.symbol import parse_symbol
from ungraph.model.assertion import Concept, Fact, FactSubject, Text
from ungraph.model.document import BlockKind, Document, Status
from ungraph.model.span import Span
from ungraph.readers.printeddates import search_printed_date
from ungraph.resources import load_table

__all__ = ["extract_edition"]

_NOTES = 6
_MOST_CHARS = 400
_SURE = 0.9
# "A/AC.1/7L.2" for A/AC.1/7/L.2
_MISPRINT = re.compile(r"\d[A-Z]+\.")


@cache
def _load_rows(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(
        (row["kind"], row["value"], re.compile(row["pattern"], re.IGNORECASE))
        for row in load_table("edition_lines")
        if row["language"] in (language, "en")
    )


def extract_edition(document: Document) -> tuple[Fact, ...]:
    """What the notes under the title page say of this edition; empty for most documents."""
    facts: list[Fact] = []
    for words, span in _notes(document):
        for kind, value, pattern in _load_rows(document.language):
            found = pattern.fullmatch(words)
            if found is None:
                continue
            if kind == "former":
                facts.extend(_former(found["symbol"], span))
            else:
                facts.extend(_reissue(document, value, words, span))
            break
    return tuple(facts)


def _notes(document: Document) -> Iterator[tuple[str, Span]]:
    """The starred lines of the first page: below the title page, and the first footnotes."""
    for note in document.masthead.notes:
        if note.spans:
            yield note.value.lstrip("* "), note.spans[0]
    stars = 0
    for i, block in enumerate(document.blocks):
        starred = block.kind is BlockKind.FOOTNOTE and (block.number or "").startswith("*")
        if not starred and not 0 < i <= _NOTES:
            continue
        if len(block.span) > _MOST_CHARS:
            continue
        span = document.view.from_text(block.span)
        words = " ".join(document.view.text[span.start : span.end].split())
        if not starred and not words.startswith("*"):
            continue
        stars += 1
        yield words.lstrip("* "), block.span
        if stars == _NOTES:
            return


def _reissue(document: Document, value: str, words: str, span: Span) -> Iterator[Fact]:
    version = FactSubject.VERSION
    if document.masthead.editorial_status is None:
        yield Fact(version, "ung:editorialStatus", Concept("editorial-statuses", value), (span,))
    yield Fact(version, "ung:editorialNote", Text(words, document.language), (span,))
    found = search_printed_date(words)
    if found:
        yield Fact(version, "ung:reissuedOn", found[0], (span,))


def _former(printed: str, span: Span) -> Iterator[Fact]:
    if _MISPRINT.search(printed):
        return
    try:
        symbol = parse_symbol(printed)
    except IdentifierError:
        return
    reason = "the same text was issued under that symbol before"
    yield Fact(
        FactSubject.WORK,
        "ung:replaces",
        symbol,
        (span,),
        status=Status.INFERRED,
        reason=reason,
        confidence=_SURE,
    )
