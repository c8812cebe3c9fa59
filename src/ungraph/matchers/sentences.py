"""Document → sentences: the stretches of the view inside which the parts of one act are sought.

A sentence never crosses a part of the document. A full stop after an abbreviation ("para.",
"Mr.", "No.") or an initial ("the co-accused B.") ends one only if a word that opens sentences
follows. Spans count in the **view** (see ``ungraph.model.document.View``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.document import Block, Document
from ungraph.model.span import Span

__all__ = ["Sentence", "match_sentences"]

_LONGEST = 3000
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof no nos art arts para paras st vs v p pp vol vols e.g i.e cf ch sect sects "
    "add corr rev suppl sess gen col lt sgt capt hon rt jr sr fig op cit al inc ltd".split()
)
_OPENERS = frozenset(
    "the it in on at he she they this these that those no as for a an by after since while when "
    "however moreover furthermore accordingly consequently therefore thereafter both if".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span in the view, the innermost part that holds it, its place there."""

    span: Span
    block: Block
    position: int


@cache
def _boundary() -> Pattern:
    return compile_pattern(r"[.!?;][\"')\]]*(?:\d{1,2}|\[\[[^\]]{1,12}\]\])?\s+")


@cache
def _word() -> Pattern:
    return compile_pattern(r"\w+", engine="re")


def match_sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of all parts, in order of their start.

    "The court quashed the order. He did not appeal." gives two; "see para. 9 of the report" one.
    """
    text = document.view.text
    found: list[Sentence] = []
    for span, block in _iter_stretches(document):
        chunk = text[span.start : span.end]
        position = 0
        for start, end in _split(chunk):
            words = Span(span.start + start, span.start + end)
            found.append(Sentence(words, block, position))
            position += 1
    return tuple(found)


def _iter_stretches(document: Document) -> list[tuple[Span, Block]]:
    """Each part without its inner parts, in view offsets."""
    view = document.view
    blocks = document.blocks
    stretches: list[tuple[Span, Block]] = []
    stack: list[tuple[Block, int]] = []

    def close(limit: int) -> None:
        while stack and stack[-1][0].span.end <= limit:
            block, cursor = stack.pop()
            if cursor < block.span.end:
                stretches.append((Span(cursor, block.span.end), block))
            if stack:
                stack[-1] = (stack[-1][0], max(stack[-1][1], block.span.end))

    for block in blocks:
        close(block.span.start)
        if stack and stack[-1][1] < block.span.start:
            outer, cursor = stack[-1]
            stretches.append((Span(cursor, block.span.start), outer))
            stack[-1] = (outer, block.span.start)
        stack.append((block, block.span.start))
    close(len(document.text) + 1)
    stretches.sort(key=lambda item: item[0])
    return [(view.from_text(span), block) for span, block in stretches]


def _split(chunk: str) -> list[tuple[int, int]]:
    """Sentences of one stretch as (start, end), blanks at both ends left out."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for found in _boundary().finditer(chunk):
        after = found.end()
        if not _ends_sentence(chunk, found.start(), after):
            continue
        _append(pieces, chunk, start, found.end())
        start = after
    _append(pieces, chunk, start, len(chunk))
    return pieces


def _append(pieces: list[tuple[int, int]], chunk: str, start: int, end: int) -> None:
    # A text without full stops must not make the work on one sentence grow with its length.
    while end - start > _LONGEST:
        cut = chunk.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = start + _LONGEST if cut < 0 else cut
        _append(pieces, chunk, start, cut)
        start = cut
    piece = chunk[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        pieces.append((first, first + len(stripped)))


def _ends_sentence(chunk: str, dot: int, after: int) -> bool:
    follows = chunk[after : after + 24].lstrip("\"'([")
    if not follows or chunk[dot] == ";":
        return not follows
    if not (follows[0].isupper() or (chunk[after] in '"(' and chunk[dot] != ".")):
        return False
    if chunk[dot] != ".":
        return True
    before = chunk[max(0, dot - 12) : dot].rsplit(None, 1)
    word = before[-1].lstrip("(\"'") if before else ""
    following = _word().match(follows)
    opener = (following.group() or "").lower() if following else ""
    if len(word) == 1 and word.isalpha() and word.isupper():
        return opener in _OPENERS
    return word.lower() not in _ABBREVIATIONS
