"""Resolutions in French, Spanish, Russian, Chinese and Arabic → cues from their lead words.

    Prie le Secrétaire général de … · Toma nota del informe · просит Генерального секретаря

English has its own, wider lexicon (``ungraph.matchers.lexicon``). The longest phrase of
``data/leads.csv`` that opens the lead words of the paragraph decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ungraph.errors import DataError
from ungraph.matchers.lexicon import CueRow
from ungraph.model.assertion import ActType
from ungraph.model.document import Document
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = ["LeadRow", "iter_leads", "load_lead_rows"]

_RESOLVING = frozenset({"preambular", "operative"})
_LONGEST = 60
_AGAIN = frozenset("又还再次也")  # "also", "again" before a Chinese lead


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One phrase that opens paragraphs: its act and its stance (neutral, approving, critical)."""

    language: str
    lead: str
    act_type: ActType
    stance: str

    def to_cue_row(self) -> CueRow:
        """The same as a row of the lexicon of cues."""
        name = f"lead-{self.language}-{self.act_type.value}"
        return CueRow(
            name, self.language, "lead", (), None, None, self.act_type, "lead", "any", None,
            self.lead, "",
        )  # fmt: skip


@cache
def load_lead_rows() -> dict[str, dict[str, LeadRow]]:
    """Rows by language and phrase in lower case. Raises DataError on a row that can't be used."""
    table: dict[str, dict[str, LeadRow]] = {}
    for number, raw in enumerate(load_table("leads"), start=2):
        try:
            row = LeadRow(raw["language"], raw["lead"], ActType(raw["act_type"]), raw["stance"])
        except (KeyError, ValueError) as error:
            raise DataError(str(error), where=f"data/leads.csv, line {number}") from error
        table.setdefault(row.language, {})[row.lead.casefold()] = row
    return table


def iter_leads(document: Document) -> list[tuple[Span, LeadRow]]:
    """Lead words of the preambular and operative paragraphs with their row, in order.

    Spans count in the view. Paragraphs whose lead words are not in the table are left out.
    """
    rows = load_lead_rows().get(document.language)
    if not rows:
        return []
    text = document.view.text
    found: list[tuple[Span, LeadRow]] = []
    for block in document.blocks:
        if block.part_type not in _RESOLVING or block.lead is None:
            continue
        start = document.view.from_text(block.lead).start
        words = " ".join(text[start : start + _LONGEST].split(" ")).casefold()
        row = _longest(words, rows, document.language)
        again = 0
        while row is None and words[again : again + 1] in _AGAIN:
            again += 1
            row = _longest(words[again:], rows, document.language)
        if row is not None:
            found.append((Span(start, start + again + len(row.lead)), row))
    return found


def _longest(words: str, rows: dict[str, LeadRow], language: str) -> LeadRow | None:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        row = rows.get(words[:length])
        if row is None:
            continue
        after = words[length : length + 1]
        if language == "zh" or not after.isalpha():
            return row
    return None
