"""Resolutions in several lettered parts: each part is a document of its own (A/RES/48/75A)."""

from __future__ import annotations

import re

from pyoxigraph import Literal, NamedNode

from ungraph.graph.builder import QuadBuilder
from ungraph.graph.evidence import add_assertion
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Block, BlockKind, Status
from ungraph.model.span import Span

__all__ = ["add_omnibus"]

_LETTERED = re.compile(r"part-([A-Z])\Z")
_NUMBERED = re.compile(r"/(?:RES|DEC)/.*\d\)?\Z")
_REASON = "the letter that heads the part, after the number of the resolution"
_SURE = 0.97


def add_omnibus(builder: QuadBuilder) -> None:
    """The parts A, B … of the resolution at hand as works; nothing for any other document.

    Each has its symbol, its title where a heading follows the letter, and the part of this
    version in which it is printed, so that a citation of "resolution 48/75 A" leads to its words.
    """
    symbol = builder.document.symbol
    if symbol is None or not _NUMBERED.search(symbol.text):
        return
    blocks = builder.document.blocks
    for i, block in enumerate(blocks):
        letter = _LETTERED.match(block.fragment)
        if block.kind is BlockKind.SECTION and letter:
            part = DocumentSymbol(f"{symbol.text}{letter[1]}")
            _add_part(builder, part, block, _title_of(blocks[i + 1 : i + 4], block.fragment))


def _add_part(
    builder: QuadBuilder, symbol: DocumentSymbol, block: Block, title: Block | None
) -> None:
    shared = builder.authority_graph
    work = NamedNode(builder.mint.document(symbol))
    builder.add_type(work, "ung:Document", graph=shared)
    nature = "undo:Decision" if "/DEC/" in symbol.key else "undo:Resolution"
    builder.add_type(work, nature, graph=shared)
    builder.add(work, "ung:symbol", Literal(symbol.text), graph=shared)
    heading = (Span(block.span.start, block.span.start + 1),)
    symbol_term = Literal(symbol.text)
    add_assertion(
        builder,
        work,
        "ung:symbol",
        symbol_term,
        heading,
        status=Status.INFERRED,
        confidence=_SURE,
        reason=_REASON,
    )
    builder.add(work, "dcterms:isPartOf", builder.work)
    builder.add(
        work, "ung:printedIn", NamedNode(builder.mint.part(builder.version_iri, block.fragment))
    )
    if title is not None:
        words = builder.words(" ".join(builder.document.quote(title.span).split()))
        builder.add(work, "dcterms:title", words)
        add_assertion(builder, work, "dcterms:title", words, (title.span,))


def _title_of(following: tuple[Block, ...], part: str) -> Block | None:
    """The heading after the letter."""
    headings = [b for b in following if b.kind is BlockKind.HEADING and b.parent == part]
    return headings[1] if len(headings) > 1 else None
