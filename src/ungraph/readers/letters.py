"""Letters and notes verbales: their titles, signatures, and the letters printed in their annexes.

    Letter dated 5 May 2044 from the Permanent Representative of … addressed to the President of …
    Note verbale datée du 2 juin 2044, adressée au Haut-Commissariat par la Mission permanente de …
    Письмо Постоянного представителя … от 5 мая 2044 года на имя Председателя …

A document of this type is a letter itself; its annex may print another one, with its own title
and signature, or a text that is no letter at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from ungraph.identifiers.date import PartialDate
from ungraph.model.document import Block, BlockKind, Document
from ungraph.model.span import Span
from ungraph.readers.printeddates import search_printed_date
from ungraph.resources import load_table

__all__ = ["LetterPart", "LetterTitle", "iter_letters", "letter_patterns", "read_letter_title"]

_LETTERS = frozenset({"letter", "note-verbale"})
_TITLE_CHARS = 900
_BODY = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.SUBPARAGRAPH, BlockKind.HEADING, BlockKind.CLOSING}
)
_MARKS = " *†‡.,;،。\u00a0"


@dataclass(frozen=True, slots=True)
class LetterTitle:
    """What a title says; spans count in the text it was read from, moved by its offset.

    *kind* is "letter", "note-verbale" or "cable".
    """

    kind: str
    span: Span
    sender: Span
    addressee: Span
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class LetterPart:
    """One letter: its title, the blocks that are its body, and those who signed (spans of names).

    *annex* is the fragment of the annex that prints it, None for the letter that the document is.
    A text in an annex that has no title of a letter has a *title* of None.
    """

    title: LetterTitle | None
    span: Span
    fragments: tuple[str, ...] = ()
    signed: tuple[Span, ...] = ()
    annex: str | None = None


@dataclass(slots=True)
class _Open:
    title: LetterTitle | None
    span: Span
    annex: str | None = None
    fragments: list[str] = field(default_factory=list)
    signed: list[Span] = field(default_factory=list)

    def close(self) -> LetterPart:
        return LetterPart(
            self.title, self.span, tuple(self.fragments), tuple(self.signed), self.annex
        )


@cache
def letter_patterns(kind: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """The rows of ``data/letter_lines.csv`` of one *kind*: expression, value, language."""
    return tuple(
        (
            re.compile(_any_blank(row["pattern"]), re.IGNORECASE | re.DOTALL),
            row["value"],
            row["language"],
        )
        for row in load_table("letter_lines")
        if row["kind"] == kind
    )


def _any_blank(pattern: str) -> str:
    """A title may go over several lines: a blank of the table is any run of blanks."""
    return pattern.replace(" ?", r"\s*").replace(" ", r"\s+")


def read_letter_title(text: str, offset: int = 0) -> LetterTitle | None:
    """The title of a letter that *text* is; None for other words.

    >>> title = read_letter_title("Letter dated 3 May 2007 from the Chair addressed to the Council")
    >>> title.kind, str(title.date), title.sender
    ('letter', '2007-05-03', Span(start=29, end=38))
    """
    if len(text) > _TITLE_CHARS:
        return None
    stripped = text.rstrip(_MARKS + "\n")
    for pattern, kind, _ in letter_patterns("title"):
        found = pattern.fullmatch(stripped)
        if found is None:
            continue
        words = found.groupdict().get("date") or ""
        date = search_printed_date(" ".join(words.split()))
        return LetterTitle(
            kind,
            Span(offset, offset + len(stripped)),
            Span(offset + found.start("sender"), offset + found.end("sender")),
            Span(offset + found.start("addressee"), offset + found.end("addressee")),
            date[0] if date else None,
        )
    return None


def is_letter(document: Document) -> bool:
    """Whether *document* was issued as a letter or note verbale."""
    stated = document.masthead.document_type
    return stated is not None and stated.value in _LETTERS


def iter_letters(document: Document) -> Iterator[LetterPart]:
    """The letter that *document* is, then the texts of its annexes, letters or not, in order.

    Nothing for documents of other types.
    """
    if not is_letter(document):
        return
    own = _own_title(document)
    annexes = {b.fragment: b for b in document.blocks if b.kind is BlockKind.ANNEX}
    current = _Open(own, own.span if own is not None else Span(0, 0))
    for block in document.blocks:
        if block.kind is BlockKind.TITLE_PAGE:
            continue
        annex = _annex_of(block, annexes, document)
        if block.kind is BlockKind.ANNEX:
            if block.fragment != current.annex:
                yield current.close()
                current = _Open(None, block.span, block.fragment)
            continue
        if block.kind not in _BODY:
            continue
        title = read_letter_title(document.quote(block.span), block.span.start)
        if title is not None and title.span != (own.span if own else None):
            if current.title is None and not current.signed:
                current.title = title
            else:
                yield current.close()
                current = _Open(title, block.span, annex)
            continue
        current.fragments.append(block.fragment)
        current.signed.extend(_signatures(document, block))
    yield current.close()


def _own_title(document: Document) -> LetterTitle | None:
    """The title on the title page; its words may be those of the type, or of the title."""
    page = document.masthead
    for stated in (page.document_type, page.title, page.subtitle):
        if stated is None or not stated.spans:
            continue
        start, end = stated.spans[0].start, stated.spans[-1].end
        title = read_letter_title(document.text[start:end], start)
        if title is not None:
            return title
    return None


def _annex_of(block: Block, annexes: dict[str, Block], document: Document) -> str | None:
    if block.parent in annexes:
        return block.parent
    return next(
        (a.fragment for a in annexes.values() if a.span.contains(block.span) and a is not block),
        None,
    )


def _signatures(document: Document, block: Block) -> Iterator[Span]:
    text = document.text
    for pattern, _, _ in letter_patterns("signed"):
        for found in pattern.finditer(text, block.span.start, block.span.end):
            name = found["name"].rstrip(_MARKS)
            yield Span(found.start("name"), found.start("name") + len(name))
