"""Addenda of the universal periodic review: the answers of the State under review, by number.

"Malta accepts recommendations 122.1, 122.4-122.6 and 122.9.", "The recommendations below do not
enjoy the support of Malta: 122.7, 122.8", and tables with a number in one cell and "Supported" or
"Noted" in another. A number answered twice in different ways is left open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ungraph.errors import IdentifierError
from ungraph.extractors.review_words import (
    find_source,
    find_standing,
    find_word,
    iter_numbers,
    read_position,
)
from ungraph.extractors.reviews import ANSWERS, recommendation_key
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.model.assertion import Act, AgentKey, Inference, Outcome, node_key
from ungraph.model.document import Block, BlockKind, Document, Stated
from ungraph.model.span import Span

__all__ = ["read_answers", "read_positions"]

_SKIPPED = frozenset({BlockKind.TITLE_PAGE, BlockKind.FOOTNOTE, BlockKind.ANNEX, BlockKind.SECTION})
_TITLE = "the State on the title page, whose answers these are"
_SURE = 0.95
_FIRST = 24


def read_answers(
    document: Document, reviewed: Stated[AgentKey] | None
) -> tuple[tuple[Act, ...], tuple[Outcome, ...]]:
    """One act and one outcome for each recommendation that the addendum answers."""
    work = _report_of(document)
    if not work:
        return (), ()
    told: dict[str, set[str]] = {}
    found: dict[str, tuple[str, Span, tuple[Span, ...]]] = {}
    for number, standing, cue, evidence in _iter_answers(document):
        told.setdefault(number, set()).add(standing)
        found.setdefault(number, (standing, cue, evidence))
    acts: list[Act] = []
    outcomes: list[Outcome] = []
    for number, (standing, cue, evidence) in found.items():
        if len(told[number]) > 1:
            continue
        act, outcome = _answer(document, number, work, standing, cue, evidence, reviewed)
        acts.append(act)
        outcomes.append(outcome)
    return tuple(acts), tuple(outcomes)


def read_positions(document: Document) -> tuple[tuple[Act, ...], tuple[Outcome, ...]]:
    """The same out of a list of recommendations that names the source of each position.

    "122.1 Ratify it (Chad); Source of Position: A/HRC/83/7/Add.1 - Para.3", and "Supported" in the
    next cell. Who took the position such a list does not say.
    """
    acts: list[Act] = []
    outcomes: list[Outcome] = []
    for _, span in _stretches(document):
        words = document.view.text[span.start : span.end]
        source = find_source(words, document.language)
        number = next((n for n, place in iter_numbers(words[:_FIRST]) if place.start < 3), None)
        if source is None or number is None:
            continue
        told = _cell(document, Span(span.start + source[2], span.end))
        symbol = _parsed(source[0])
        if told is None or symbol is None:
            continue
        standing, cue = told
        evidence = (Span(span.start, cue.end),)
        base, _, mark = symbol.text.rpartition("/")
        report = base if mark.startswith("Add.") else symbol.text
        act, outcome = _answer(document, number, report, standing, cue, evidence, None)
        pinpoint = f"para. {source[1]}" if source[1] else None
        acts.append(replace(act, performed_in=symbol, pinpoint=pinpoint))
        outcomes.append(outcome)
    return tuple(acts), tuple(outcomes)


def _parsed(printed: str) -> DocumentSymbol | None:
    try:
        return parse_symbol(printed)
    except IdentifierError:
        return None


def _report_of(document: Document) -> str:
    """The symbol of the report that the addendum belongs to: A/HRC/43/15/Add.1 → A/HRC/43/15."""
    if document.symbol is None:
        return ""
    base, _, mark = document.symbol.text.rpartition("/")
    return base if mark.startswith("Add.") else ""


def _iter_answers(document: Document) -> Iterator[tuple[str, str, Span, tuple[Span, ...]]]:
    """(number, standing, words that say it, evidence); spans in the view."""
    standing: tuple[str, Span, Span] | None = None
    for block, span in _stretches(document):
        words = document.view.text[span.start : span.end]
        cell = _position(document, span)
        if cell is not None:
            for number, _ in list(iter_numbers(words))[:1]:
                yield number, cell[0], cell[1], (span,)
            continue
        said = find_standing(words, document.language)
        if said and find_word(words, document.language):
            standing = (said[0], said[1].shift(span.start), span)
        elif block.kind in (BlockKind.HEADING, BlockKind.CLOSING) or not _is_list(words):
            standing = None
        if standing is not None:
            spans = (span,) if standing[2] == span else (standing[2], span)
            for number, _ in iter_numbers(words):
                yield number, standing[0], standing[1], spans


def _is_list(words: str) -> bool:
    """Whether *words* list recommendations by number: they begin with one."""
    return next((place.start < 24 for _, place in iter_numbers(words)), False)


def _stretches(document: Document) -> Iterator[tuple[Block, Span]]:
    blocks = document.blocks
    for i, block in enumerate(blocks):
        if block.kind in _SKIPPED:
            continue
        end = block.span.end
        if i + 1 < len(blocks):
            end = min(end, blocks[i + 1].span.start)
        if end > block.span.start:
            yield block, document.view.from_text(Span(block.span.start, end))


def _position(document: Document, span: Span) -> tuple[str, Span] | None:
    """The standing in a cell of a table row, or at the end of a short line with one number."""
    told = _cell(document, span)
    if told is not None:
        return told
    words = document.view.text[span.start : span.end].rstrip(" \n\t")
    for sign in (":", " "):
        head, found, cell = words.rpartition(sign)
        value = read_position(cell, document.language) if found else None
        if value and len(list(iter_numbers(head))) == 1:
            start = len(head) + 1 + len(cell) - len(cell.lstrip())
            return value, Span(start, len(words)).shift(span.start)
    return None


def _cell(document: Document, span: Span) -> tuple[str, Span] | None:
    """The standing that one cell of a row says; None where none or several do.

    Cells are parted by tabs, which only the text as printed has.
    """
    place = document.view.to_text(span)
    found: list[tuple[str, Span]] = []
    start = place.start
    for cell in document.text[place.start : place.end].split("\t"):
        value = read_position(cell, document.language)
        if value:
            first = start + len(cell) - len(cell.lstrip())
            found.append((value, Span(first, first + len(cell.strip()))))
        start += len(cell) + 1
    if len(found) != 1:
        return None
    return found[0][0], document.view.from_text(found[0][1])


def _answer(
    document: Document,
    number: str,
    work: str,
    standing: str,
    cue: Span,
    evidence: tuple[Span, ...],
    reviewed: Stated[AgentKey] | None,
) -> tuple[Act, Outcome]:
    kind, outcome = ANSWERS[standing]
    to_text = document.view.to_text
    key = recommendation_key(number, work)
    spans = tuple(sorted({to_text(span) for span in evidence}))
    inferences: tuple[Inference, ...] = ()
    if reviewed is not None:
        told = Inference("ung:agent", _TITLE, _SURE, reviewed.spans, reviewed.value)
        inferences = (told,)
    act = Act(
        key=node_key("act", "review", kind.value, number, document.quote(spans[0])),
        act_type=kind,
        cue=document.quote(to_text(cue)),
        evidence=spans,
        agents=(reviewed.value,) if reviewed else (),
        performed_in=document.symbol,
        in_response_to=(key,),
        rule=f"review-answer-{standing}",
        inferences=inferences,
    )
    result = Outcome(
        key=node_key("outcome", outcome.value, key),
        outcome_type=outcome,
        outcome_of=(key,),
        brought_about_by=act.key,
        evidence=spans,
    )
    return act, result
