"""Corrigenda → what they correct: which words, in which place of which document.

Reads documents whose symbol ends in /Corr.1: "Paragraph 12, line 4" and under it "For 2003 read
2004"; "For the existing text substitute" and the new text after it; "Delete paragraph 7".
"""

from __future__ import annotations

from collections.abc import Sequence

from ungraph.extractors.amendments import bare_words, following_text, own_stretches
from ungraph.extractors.draft_words import Place, find_correction, find_operation, find_place
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import node_key
from ungraph.model.document import Document
from ungraph.model.procedure import Amendment, Operation
from ungraph.model.span import Span

__all__ = ["extract_corrections"]

_MOST_PLACE_CHARS = 160


def extract_corrections(document: Document) -> tuple[Amendment, ...]:
    """The corrections that *document* makes, in order; none for a document of another kind."""
    target = _corrected(document)
    if target is None:
        return ()
    stretches = own_stretches(document)
    place: tuple[Place, Span] | None = None
    found: list[Amendment] = []
    for k, span in enumerate(stretches):
        words = document.view.text[span.start : span.end].rstrip()
        change = find_correction(words, document.language)
        said = find_place(words[: change[0].start] if change and change[0] else words,
                          document.language)  # fmt: skip
        if change is None:
            operation = find_operation(words, document.language) if said else None
            if operation and said and operation[0] is Operation.DELETE:
                found.append(_correction(document, span, words, target, said, operation[0]))
            elif said and len(words) <= _MOST_PLACE_CHARS:
                place = (said, Span(span.start, span.start + len(words)))
            continue
        own = (said, span) if said else place
        found.append(_replacement(document, stretches, k, target, own, change))
    return tuple(found)


def _corrected(document: Document) -> DocumentSymbol | None:
    if document.symbol is None:
        return None
    base, _, mark = document.symbol.text.rpartition("/")
    return DocumentSymbol(base) if base and mark.startswith("Corr.") else None


def _replacement(
    document: Document,
    stretches: Sequence[Span],
    k: int,
    target: DocumentSymbol,
    place: tuple[Place, Span] | None,
    change: tuple[Span | None, Span | None],
) -> Amendment:
    span = stretches[k]
    words = document.view.text[span.start : span.end].rstrip()
    evidence = [Span(span.start, span.start + len(words))]
    if place is not None and place[1] != span:
        evidence.insert(0, place[1])
    removed, inserted = (part.shift(span.start) if part else None for part in change)
    if inserted is None:
        after = following_text(document, stretches, k)
        if after is not None:
            evidence.append(after)
            inserted = bare_words(document, after)
    to_text = document.view.to_text
    return Amendment(
        key=node_key("amendment", "correction", place[0].pinpoint if place else "", words),
        operation=Operation.REPLACE,
        target=target,
        evidence=tuple(to_text(part) for part in evidence),
        pinpoint=place[0].pinpoint if place else None,
        removed=document.quote(to_text(removed)) if removed else None,
        inserted=document.quote(to_text(inserted)) if inserted else None,
    )


def _correction(
    document: Document,
    span: Span,
    words: str,
    target: DocumentSymbol,
    place: Place,
    operation: Operation,
) -> Amendment:
    evidence = document.view.to_text(Span(span.start, span.start + len(words)))
    key = node_key("amendment", "correction", place.pinpoint, words)
    return Amendment(key, operation, target, (evidence,), place.pinpoint)
