"""Document → words that name an event: a visit, a meeting, a session, a conference, a hearing.

The rows are ``data/events.csv``. Whether the words speak of one that was held, is planned, or of
such events in general is for the extractors to tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ungraph.errors import DataError
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import EventType
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span
from ungraph.resources import load_table

__all__ = ["HELD", "PHRASE", "Occasion", "OccasionRow", "load_occasion_rows", "match_occasions"]

_BEFORE_CHARS = 60
_AFTER_CHARS = 60
PHRASE = "phrase"
HELD = "held"
_OTHER_SENSE = "other-sense"


@dataclass(frozen=True, slots=True)
class OccasionRow:
    """One row of ``data/events.csv``.

    *kind* is "noun", "verb", "other-sense": words that look like those of an event and are none
    ("meeting the needs"), "phrase": a whole expression of another language, in *before*, with
    the groups "number" and "special", or "held": words of another language that say that something
    took place (in *before*, as text in *expression*) and the nouns it is said of (*forms*, with "*"
    for any ending). Other *forms* are found as they are written.
    """

    id: str
    kind: str
    forms: tuple[str, ...]
    before: Pattern | None
    after: Pattern | None
    event_type: EventType
    language: str
    example: str
    counter_example: str
    expression: str = ""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Words that name an event: their row, where the head word begins (view), the ordinal's words."""

    row: OccasionRow
    head: int


@cache
def load_occasion_rows() -> tuple[OccasionRow, ...]:
    """All rows, in the order of the file. Raises DataError on a row that can't be used."""
    rows: list[OccasionRow] = []
    for number, raw in enumerate(load_table("events"), start=2):
        try:
            rows.append(
                OccasionRow(
                    raw["id"],
                    raw["kind"],
                    tuple(raw["forms"].split()),
                    _compiled(raw["before"], whole=raw["kind"] in {PHRASE, HELD}),
                    _compiled(raw["after"]),
                    EventType(raw["event_type"]),
                    raw["language"],
                    raw["example"],
                    raw["counter_example"],
                    raw["before"],
                )
            )
        except (KeyError, ValueError) as error:
            raise DataError(str(error), where=f"data/events.csv, line {number}") from error
    return tuple(rows)


def _compiled(expression: str, *, whole: bool = False) -> Pattern | None:
    if whole:  # run on the whole text
        return compile_pattern(expression, ignore_case=True)
    # Run on slices of bounded length only, where ``re`` is faster.
    return compile_pattern(expression, ignore_case=True, engine="re") if expression else None


@cache
def _heads() -> tuple[Pattern, dict[str, tuple[OccasionRow, ...]]]:
    table: dict[str, list[OccasionRow]] = {}
    for row in load_occasion_rows():
        for word in row.forms if row.kind != HELD else ():
            table.setdefault(word, []).append(row)
    for rows in table.values():
        rows.sort(
            key=lambda r: (r.kind != _OTHER_SENSE, r.after is None and r.before is None, r.id)
        )
    for word in [w for w in table if w[0].isupper()]:
        senses = [r for r in table.get(word.lower(), ()) if r.kind == _OTHER_SENSE]
        table[word][:0] = [r for r in senses if r not in table[word]]
    for word in [w for w, rows in table.items() if w[0].islower() and _is_conference(rows)]:
        table.setdefault(word.capitalize(), table[word])
    words = sorted(table, key=lambda w: (-len(w), w))
    expression = r"\b(?:" + "|".join(w.replace("-", r"\-") for w in words) + r")\b"
    return compile_pattern(expression), {word: tuple(rows) for word, rows in table.items()}


def _is_conference(rows: list[OccasionRow]) -> bool:
    """Whether the word names conferences, which have proper names: "the Second World Conference"."""
    return any(r.id == "conference-n" for r in rows)


def match_occasions(document: Document) -> tuple[Mention[Occasion], ...]:
    """All mentions, in order of their start; a word that is verb and noun ("visit") gives both."""
    text, view = document.view.text, document.view
    pattern, table = _heads()
    mentions: list[Mention[Occasion]] = []
    for found in pattern.finditer(text):
        start, end = found.span()
        for row in table[text[start:end]]:
            first, last = start, end
            if row.before is not None:
                before = text[max(0, start - _BEFORE_CHARS) : start]
                left = row.before.search(before)
                if left is None:
                    continue
                if row.event_type is EventType.SESSION:
                    first = start - len(before) + left.start()
            if row.after is not None:
                right = row.after.match(text[end : end + _AFTER_CHARS])
                if right is None:
                    continue
            if row.kind == _OTHER_SENSE:
                break
            span = view.to_text(Span(first, last))
            mentions.append(
                Mention(
                    MentionKind.EVENT,
                    span,
                    document.text[span.start : span.end],
                    Occasion(row, start),
                    row.id,
                )
            )
    return tuple(mentions)
