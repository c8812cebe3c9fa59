"""Lead words of resolutions: what act they do, and with what stance.

    Prie le Secrétaire général de … · Toma nota del informe · с удовлетворением отмечает

The longest phrase of ``data/leads.csv`` that opens the lead words of the paragraph decides, after
words like "also" and "strongly" (``data/lead_adverbs.csv``); a word like "concern" among the lead
words (``data/stance_words.csv``) makes a neutral row critical. In French, Spanish, Russian, Chinese
and Arabic the row is the cue of an act; English has its own, wider lexicon
(``ungraph.matchers.lexicon``), so there it gives the stance alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from ungraph.errors import DataError
from ungraph.matchers.lexicon import CueRow
from ungraph.model.assertion import ActType
from ungraph.model.document import Block, Document
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = ["LED_LANGUAGES", "LeadRow", "find_row", "iter_leads", "load_lead_rows"]

_RESOLVING = frozenset({"preambular", "operative"})
_STANCES = frozenset({"neutral", "approving", "critical"})
_WORD = re.compile(r"[^\s,;:.()،؛]+")
_LONGEST = 60
_NOTED = re.compile(r"\s+(?:the|these|les|ces|las|los|la|el|le)\s|\s+القلق")
# What noting something, and expressing oneself, become with "concern" among the lead words.
_CRITICAL: dict[ActType | None, ActType] = {
    ActType.TAKE_NOTE: ActType.CONDEMN,
    ActType.STATE: ActType.CONDEMN,
}
_VOWEL_SIGNS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")
LED_LANGUAGES = frozenset({"fr", "es", "ru", "zh", "ar"})


@dataclass(frozen=True, slots=True)
class LeadRow:
    """One phrase that opens paragraphs: its act and its stance (neutral, approving, critical).

    *act_type* is None for words that do nothing by themselves ("Guided by", "Having considered").
    """

    language: str
    lead: str
    act_type: ActType | None
    stance: str

    def to_cue_row(self) -> CueRow:
        """The same as a row of the lexicon of cues. Raises DataError where there is no act."""
        if self.act_type is None:
            raise DataError(f"no act in {self.lead!r}", where="data/leads.csv")
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
            act_type = ActType(raw["act_type"]) if raw["act_type"] else None
            row = LeadRow(raw["language"], raw["lead"], act_type, raw["stance"])
        except (KeyError, ValueError) as error:
            raise DataError(str(error), where=f"data/leads.csv, line {number}") from error
        if row.stance not in _STANCES:
            raise DataError(f"no stance: {row.stance!r}", where=f"data/leads.csv, line {number}")
        table.setdefault(row.language, {})[row.lead.casefold()] = row
    return table


@cache
def _load_adverbs() -> dict[str, tuple[str, ...]]:
    """Words that may stand before a lead, by language, the longest first."""
    table: dict[str, list[str]] = {}
    for row in load_table("lead_adverbs"):
        if row["place"] != "before":
            continue
        table.setdefault(row["language"], []).append(row["words"].casefold())
    return {language: tuple(sorted(words, key=len)[::-1]) for language, words in table.items()}


@cache
def _load_stance_words() -> dict[str, dict[str, str]]:
    """Word → stance by language."""
    table: dict[str, dict[str, str]] = {}
    for row in load_table("stance_words"):
        table.setdefault(row["language"], {})[row["word"].casefold()] = row["stance"]
    return table


def iter_leads(document: Document) -> list[tuple[Span, LeadRow]]:
    """Lead words of preambular and operative paragraphs that do an act, with their row, in order.

    Spans count in the view. Paragraphs whose lead words are not in the table are left out, and so
    are all of a document in English.
    """
    if document.language not in LED_LANGUAGES:
        return []
    found: list[tuple[Span, LeadRow]] = []
    for block in document.blocks:
        read = _read(document, block)
        if read is not None and read[1].act_type is not None:
            found.append(read)
    return found


def find_row(document: Document, block: Block) -> LeadRow | None:
    """The row of the lead words of *block*, in any of the six languages; None without one."""
    read = _read(document, block)
    return read[1] if read else None


def _read(document: Document, block: Block) -> tuple[Span, LeadRow] | None:
    rows = load_lead_rows().get(document.language)
    if not rows or block.part_type not in _RESOLVING or block.lead is None:
        return None
    start = document.view.from_text(block.lead).start
    words = document.view.text[start : start + _LONGEST].replace("\n", " ").casefold()
    places: list[int] | None = None
    if document.language == "ar":
        places = [i for i, sign in enumerate(words) if sign not in _VOWEL_SIGNS]
        words = "".join(words[i] for i in places)
    first, row = _find(words, rows, document.language)
    if row is None:
        return None
    end = first + len(row.lead)
    lead = words[: max(end, len(block.lead))]
    if row.act_type is not ActType.TAKE_NOTE or not _NOTED.match(words[end:]):
        row = _with_stance(row, lead, document.language)  # not "Noting the concerns raised by"
    if places is not None:
        end = places[end - 1] + 1 if end <= len(places) else end
    return Span(start, start + end), row


def _find(words: str, rows: dict[str, LeadRow], language: str) -> tuple[int, LeadRow | None]:
    """Where the row begins in *words*, and the row: after the adverbs that may precede it."""
    first = 0
    while True:
        row = _longest(words[first:], rows, language)
        if row is not None:
            return first, row
        step = _adverb_at(words, first, language)
        if not step:
            return first, None
        first += step


def _with_stance(row: LeadRow, words: str, language: str) -> LeadRow:
    """The row with the stance that the other lead words give it: "notes *with deep concern*"."""
    if row.stance == "critical":
        return row
    table = _load_stance_words().get(language, {})
    said = (
        {table[w] for w in table if w in words}
        if language == "zh"
        else {table[w] for w in _WORD.findall(words) if w in table}
    )
    if "critical" in said:
        return replace(row, act_type=_CRITICAL.get(row.act_type, row.act_type), stance="critical")
    return replace(row, stance="approving") if said else row


def _adverb_at(words: str, first: int, language: str) -> int:
    """The length of the adverb at *first* with the blank after it; 0 where there is none."""
    for adverb in _load_adverbs().get(language, ()):
        if words.startswith(adverb, first):
            end = first + len(adverb)
            if language == "zh" or adverb.endswith("و"):
                return len(adverb)
            if words[end : end + 1] == " ":
                return len(adverb) + 1
    return 0


def _longest(words: str, rows: dict[str, LeadRow], language: str) -> LeadRow | None:
    for length in range(min(_LONGEST, len(words)), 0, -1):
        row = rows.get(words[:length])
        if row is None:
            continue
        after = words[length : length + 1]
        if language == "zh" or not after.isalpha():
            return row
    return None
