"""Lead words of resolutions in the other official languages."""

from __future__ import annotations

import pytest

from ungraph.matchers.cues import Cue, match_cues
from ungraph.matchers.lead_words import LeadRow, find_row, iter_leads, load_lead_rows
from ungraph.model.document import Block, BlockKind, Document, Masthead, SourceFile, View
from ungraph.model.span import Span

ROWS = [row for rows in load_lead_rows().values() for row in rows.values()]


def resolution(language: str, lead: str, rest: str = " x") -> Document:
    text = f"1. {lead}{rest}"
    block = Block(
        BlockKind.PARAGRAPH,
        Span(0, len(text)),
        "para-1",
        "1",
        part_type="operative",
        lead=Span(3, 3 + len(lead)),
    )
    return Document(text, View(text), language, (block,), Masthead(), SourceFile("-", "0", 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.language}-{row.lead}")
def test_a_row_is_matched_by_its_own_lead(row: LeadRow) -> None:
    document = resolution(row.language, row.lead)
    found = find_row(document, document.blocks[0])
    assert found is not None
    assert found.lead == row.lead
    assert found.stance in {row.stance, "approving", "critical"}
    acts = iter_leads(document)
    if row.language == "en" or found.act_type is None:
        assert acts == []
    else:
        ((span, _),) = acts
        assert len(span) == len(row.lead)


def test_all_languages_have_their_leads() -> None:
    assert set(load_lead_rows()) == {"en", "fr", "es", "ru", "zh", "ar"}


@pytest.mark.parametrize(
    ("language", "lead", "stance"),
    [
        ("en", "Recalls also", "neutral"),
        ("en", "Further notes with the gravest concern", "critical"),
        ("en", "Takes note with appreciation", "approving"),
        ("en", "Strongly condemns", "critical"),
        ("fr", "Se déclarant de nouveau vivement préoccupée", "critical"),
        ("fr", "Prenant également note avec satisfaction", "approving"),
        ("es", "Observando con seria preocupación", "critical"),
        ("es", "Acoge con beneplácito", "approving"),
        ("ru", "вновь выражает глубокую озабоченность", "critical"),
        ("ru", "с удовлетворением отмечает также", "approving"),
        ("ar", "وإذ تلاحظ مع بالغ القلق", "critical"),
        ("ar", "تحيط علماً مع التقدير", "approving"),
        ("zh", "又表示最严重关切", "critical"),
        ("zh", "赞赏地注意到", "approving"),
    ],
)
def test_the_lead_words_tell_the_stance(language: str, lead: str, stance: str) -> None:
    document = resolution(language, lead)
    row = find_row(document, document.blocks[0])
    assert row is not None
    assert row.stance == stance


def test_english_lead_words_are_cues_of_the_english_lexicon_alone() -> None:
    assert iter_leads(resolution("en", "Requests")) == []


def test_the_longest_lead_decides() -> None:
    ((_, row),) = iter_leads(resolution("fr", "Prie instamment"))
    assert row.act_type == "urge"
    ((_, row),) = iter_leads(resolution("fr", "Prie"))
    assert row.act_type == "request"


def test_a_lead_ends_at_a_word() -> None:
    assert iter_leads(resolution("es", "Decidera", "")) == []


def test_words_of_the_english_lexicon_are_not_sought_in_other_languages() -> None:
    document = resolution("fr", "Prie", " le Secrétaire général de note reports")
    assert [m.rule for m in match_cues(document)] == ["lead-fr-request"]
    assert all(isinstance(m.value, Cue) for m in match_cues(document))


@pytest.mark.parametrize(
    ("lead", "rest", "stance"),
    [
        ("Noting with concern", " the fighting", "critical"),
        ("Noting", " the concerns raised by States", "neutral"),
        ("Notes with appreciation", " the report", "approving"),
    ],
)
def test_concerns_that_are_noted_are_not_the_organs_own(lead: str, rest: str, stance: str) -> None:
    document = resolution("en", lead, rest)
    row = find_row(document, document.blocks[0])
    assert row is not None
    assert row.stance == stance
