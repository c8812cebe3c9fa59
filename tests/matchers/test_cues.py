"""Cue words: each row of the lexicon is matched by its example, and one pass finds them in order."""

from __future__ import annotations

import pytest

from ungraph.matchers.cues import Cue, match_cues
from ungraph.matchers.lexicon import CueRow, load_cue_rows
from ungraph.matchers.occasions import Occasion, OccasionRow, load_occasion_rows, match_occasions
from ungraph.model.document import Document, Masthead, SourceFile, View
from ungraph.model.mention import MentionKind


def document_of(text: str, view: str | None = None, removed: tuple[int, ...] = ()) -> Document:
    shown = View(view if view is not None else text, removed)
    return Document(text, shown, "en", (), Masthead(), SourceFile("-", "0" * 64, len(text)))


def rules_of(text: str) -> list[str]:
    return [m.rule for m in match_cues(document_of(text))]


@pytest.mark.parametrize("row", load_cue_rows(), ids=lambda row: row.id)
def test_a_row_is_matched_by_its_example(row: CueRow) -> None:
    assert row.id in rules_of(row.example)


@pytest.mark.parametrize(
    "row", [r for r in load_cue_rows() if r.counter_example], ids=lambda row: row.id
)
def test_a_row_with_words_beside_it_refuses_its_counter_example(row: CueRow) -> None:
    if row.is_phrase:
        assert row.id not in rules_of(row.counter_example)
    else:  # told apart by the sentence, which the extractors read
        assert row.need not in {"any", "verb"} or row.id not in rules_of(row.counter_example)


@pytest.mark.parametrize(
    "row", [r for r in load_occasion_rows() if r.kind in {"noun", "verb"}], ids=lambda row: row.id
)
def test_an_occasion_is_matched_by_its_example(row: OccasionRow) -> None:
    assert row.id in [m.rule for m in match_occasions(document_of(row.example))]


@pytest.mark.parametrize(
    "row", [r for r in load_occasion_rows() if r.counter_example and r.before], ids=lambda r: r.id
)
def test_an_occasion_refuses_its_counter_example(row: OccasionRow) -> None:
    assert row.id not in [m.rule for m in match_occasions(document_of(row.counter_example))]


def test_row_ids_are_unique() -> None:
    ids = [row.id for row in load_cue_rows()]
    assert len(ids) == len(set(ids))


def test_cues_come_in_order_and_say_what_they_are() -> None:
    mentions = match_cues(document_of("The Board visited Utopia and took note of the plan."))
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    kinds = {type(m.value): m.kind for m in mentions}
    assert kinds[Cue] is MentionKind.CUE
    assert kinds[Occasion] is MentionKind.EVENT


def test_a_word_that_is_verb_and_noun_gives_both_readings() -> None:
    readings = {
        m.value.row.kind
        for m in match_cues(document_of("The request for help was made."))
        if isinstance(m.value, Cue)
    }
    assert readings >= {"verb", "noun"}


def test_spans_count_in_the_text_where_the_view_lacks_soft_hyphens() -> None:
    text = "The Council re\u00adquested a report."
    document = document_of(text, "The Council requested a report.", (14,))
    mention = next(m for m in match_cues(document) if m.rule == "request-request")
    assert mention.surface == "re\u00adquested"
    assert text[mention.span.start : mention.span.end] == mention.surface


def test_four_times_the_text_has_four_times_the_cues() -> None:
    sentence = "The Council requested the expert to report and took note of the reply. "
    once, often = match_cues(document_of(sentence * 400)), match_cues(document_of(sentence * 1600))
    assert len(often) == 4 * len(once) > 0
