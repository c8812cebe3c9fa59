"""Small documents of one line for tests of citations."""

from __future__ import annotations

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Block, BlockKind, Document, Masthead, SourceFile, Stated
from ungraph.model.span import Span
from ungraph.readers.view import fold_text


def make_document(
    text: str, *, language: str = "en", organ: str = "ga", symbol: str | None = None
) -> Document:
    """A document of the body *organ* whose paragraphs are the lines of *text*."""
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            span = Span(start, start + len(line))
            blocks.append(Block(BlockKind.PARAGRAPH, span, f"para-{number}", str(number)))
        start += len(line) + 1
    masthead = Masthead(
        symbol=Stated(DocumentSymbol(symbol), ()) if symbol else None,
        organ=Stated(organ, ()) if organ else None,
    )
    source = SourceFile("text.txt", "0" * 64, len(text))
    return Document(text, fold_text(text), language, tuple(blocks), masthead, source)
