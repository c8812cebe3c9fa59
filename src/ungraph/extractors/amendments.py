"""Amendments → what they would insert, delete or replace, in which place of which draft.

Reads documents whose title says "amendment to draft resolution A/C.3/80/L.9", paragraph by
paragraph: "After the third preambular paragraph, insert a new paragraph reading:" and the quoted
words after it; "In operative paragraph 5, replace the words "x" with the words "y""; "Delete
paragraph 7". What names neither a place nor words is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ungraph.extractors.draft_words import find_operation, find_place, iter_quotes
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import node_key
from ungraph.model.document import Block, BlockKind, Document
from ungraph.model.link import Links
from ungraph.model.procedure import Amendment, Operation
from ungraph.model.span import Span

__all__ = ["bare_words", "extract_amendments", "find_amended", "following_text", "own_stretches"]

_SKIPPED = frozenset({BlockKind.TITLE_PAGE, BlockKind.FOOTNOTE, BlockKind.CLOSING})
_REACH = 240
_OPENS = (":", ",", "reading", "following", "suivant", "siguiente")


def find_amended(document: Document, links: Links) -> tuple[DocumentSymbol, Span] | None:
    """The draft that the title page of an amendment names, and where."""
    stated = document.masthead.document_type
    if stated is None or stated.value != "amendment":
        return None
    for link in links.links:
        inside = link.mention.span
        if isinstance(link.target, DocumentSymbol) and link.target != document.symbol:
            if any(span.contains(inside) for span in stated.spans):
                return link.target, inside
    return None


def extract_amendments(document: Document, links: Links) -> tuple[Amendment, ...]:
    """The changes that *document* proposes, in order; none for a document of another kind."""
    amended = find_amended(document, links)
    if amended is None:
        return ()
    stretches = own_stretches(document)
    found: list[Amendment] = []
    for k, span in enumerate(stretches):
        amendment = _read(document, stretches, k, span, amended[0])
        if amendment is not None:
            found.append(amendment)
    return tuple(found)


def own_stretches(document: Document) -> list[Span]:
    """The parts of the text outside the title page, each without its inner parts (view)."""
    blocks: list[Block] = list(document.blocks)
    spans: list[Span] = []
    for i, block in enumerate(blocks):
        end = block.span.end
        if i + 1 < len(blocks):
            end = min(end, blocks[i + 1].span.start)
        if block.kind not in _SKIPPED and end > block.span.start:
            spans.append(document.view.from_text(Span(block.span.start, end)))
    return spans


def _read(
    document: Document, stretches: Sequence[Span], k: int, span: Span, target: DocumentSymbol
) -> Amendment | None:
    words = document.view.text[span.start : span.end].rstrip()
    if _is_quoted(words):
        return None
    told = find_operation(words, document.language)
    if told is None or told[1].start > _REACH:
        return None
    operation, verb = told
    quotes = list(iter_quotes(words))
    instruction = (
        words[: quotes[0].start] if quotes and operation is not Operation.INSERT else words
    )
    place = find_place(instruction, document.language) or find_place(words, document.language)
    removed, inserted = _parts(operation, verb, quotes)
    evidence = [Span(span.start, span.start + len(words))]
    after = None
    if inserted is None and operation is not Operation.DELETE and words.endswith(_OPENS):
        after = following_text(document, stretches, k)
        if after is not None:
            evidence.append(after)
    if place is None and removed is None:
        return None
    to_text = document.view.to_text
    quote = [
        document.quote(to_text(part.shift(span.start))) if part else None
        for part in (removed, inserted)
    ]
    return Amendment(
        key=node_key("amendment", operation.value, place.pinpoint if place else "", words),
        operation=operation,
        target=target,
        evidence=tuple(to_text(part) for part in evidence),
        pinpoint=place.pinpoint if place else None,
        position=place.position if place and operation is Operation.INSERT else "at",
        removed=quote[0],
        inserted=quote[1]
        or (document.quote(to_text(bare_words(document, after))) if after else None),
    )


def _parts(
    operation: Operation, verb: Span, quotes: Sequence[Span]
) -> tuple[Span | None, Span | None]:
    """The words taken out and put in, of those in quotation marks."""
    if not quotes:
        return None, None
    if operation is Operation.DELETE:
        return quotes[0], None
    if operation is Operation.INSERT:
        return None, next((q for q in quotes if q.start > verb.end), None)
    return (quotes[0], quotes[1]) if len(quotes) > 1 else (None, quotes[0])


def _is_quoted(words: str) -> bool:
    """Whether *words* are proposed text rather than an instruction."""
    return words.lstrip()[:1] in ('"', "\u00ab", "'")


def following_text(document: Document, stretches: Sequence[Span], k: int) -> Span | None:
    """The proposed text after an instruction that ends in a colon."""
    if k + 1 >= len(stretches):
        return None
    first = stretches[k + 1]
    words = document.view.text[first.start : first.end]
    quoted = _is_quoted(words)
    if not quoted and find_operation(words[:_REACH], document.language):
        return None
    end = first.start + len(words.rstrip())
    for span in stretches[k + 2 :] if quoted else ():
        if document.view.text[end - 3 : end].rstrip(".;, ").endswith(('"', "\u00bb")):
            break
        more = document.view.text[span.start : span.end]
        end = span.start + len(more.rstrip())
    return Span(first.start, end)


def bare_words(document: Document, span: Span) -> Span:
    """*span* without the quotation marks around it."""
    words = document.view.text[span.start : span.end]
    start = len(words) - len(words.lstrip(" \n\t\"'\u00ab"))
    stop = len(words.rstrip(" \n\t.;,"))
    if words[:stop].endswith(('"', "\u00bb", "'")):
        stop = len(words[:stop].rstrip("\"'\u00bb "))
    else:
        stop = len(words.rstrip())
    return Span(span.start + start, span.start + max(stop, start + 1))
