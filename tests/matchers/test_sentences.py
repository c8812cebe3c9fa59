"""Sentences: where they end, and where a full stop ends none."""

from __future__ import annotations

import pytest

from ungraph.matchers.sentences import match_sentences
from ungraph.model.document import Block, BlockKind, Document, Masthead, SourceFile, View
from ungraph.model.span import Span


def document_of(text: str, *blocks: Block) -> Document:
    parts = blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(text)), "para-1", "1"),)
    return Document(text, View(text), "en", parts, Masthead(), SourceFile("-", "0" * 64, 1))


def sentences_of(text: str) -> list[str]:
    return [s.span.of(text) for s in match_sentences(document_of(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The court quashed the order. He did not appeal.", 2),
        ("See para. 9 of the report by Mr. Smith and No. 4 of the list.", 1),
        ("The author and his co-accused B. It notes that both confessed.", 2),
        ("B. Ordered lists have initials.", 1),
        ("It asked: why? The reply came late.", 2),
        ('"It failed." The delegation left.', 2),
        ("", 0),
        ("no full stop at all", 1),
    ],
)
def test_full_stops_end_sentences_and_abbreviations_do_not(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count


def test_a_sentence_never_crosses_a_part() -> None:
    text = "(a) to report\n(b) to advise"
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, len(text)), "para-1", "1"),
        Block(BlockKind.SUBPARAGRAPH, Span(0, 13), "para-1-a", "a", "para-1"),
        Block(BlockKind.SUBPARAGRAPH, Span(14, len(text)), "para-1-b", "b", "para-1"),
    )
    found = match_sentences(document_of(text, *blocks))
    assert [s.block.fragment for s in found] == ["para-1-a", "para-1-b"]


def test_words_before_the_first_inner_part_belong_to_the_outer_one() -> None:
    text = "The Council decides: (a) to report"
    blocks = (
        Block(BlockKind.PARAGRAPH, Span(0, len(text)), "para-1", "1"),
        Block(BlockKind.SUBPARAGRAPH, Span(21, len(text)), "para-1-a", "a", "para-1"),
    )
    found = match_sentences(document_of(text, *blocks))
    assert [(s.block.fragment, s.span.of(text)) for s in found] == [
        ("para-1", "The Council decides:"),
        ("para-1-a", "(a) to report"),
    ]


def test_a_text_without_full_stops_is_cut_into_bounded_stretches() -> None:
    text = "word " * 10_000
    found = match_sentences(document_of(text))
    assert len(found) > 5
    assert max(len(s.span) for s in found) <= 3000
