"""The lexicon of cues: ``data/acts.csv``, one row for each word or phrase that says an act.

A *verb* row lists its five forms (base, third person, past, participle, -ing), a *noun* row its
singular and plural. ``before`` and ``after`` are expressions for the words next to it. ``need``
says what must follow for the row to hold and is judged by the extractors, not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ungraph.errors import DataError
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import ActType
from ungraph.resources import load_table

__all__ = ["CueRow", "load_cue_rows"]


@dataclass(frozen=True, slots=True)
class CueRow:
    """One row of the lexicon."""

    id: str
    language: str
    kind: str
    forms: tuple[str, ...]
    before: Pattern | None
    after: Pattern | None
    act_type: ActType
    frame: str
    need: str
    ruling: ActType | None
    example: str
    counter_example: str

    @property
    def is_passive(self) -> bool:
        """Whether the thing comes first: "a decision was taken"."""
        return self.need.endswith("-passive")

    @property
    def is_phrase(self) -> bool:
        """Whether the row asks for words beside its head."""
        return self.after is not None or self.before is not None


@cache
def load_cue_rows() -> tuple[CueRow, ...]:
    """All rows, in the order of the file. Raises DataError on a row that can't be used."""
    rows: list[CueRow] = []
    for number, raw in enumerate(load_table("acts"), start=2):
        try:
            rows.append(
                CueRow(
                    id=raw["id"],
                    language=raw["language"],
                    kind=raw["kind"],
                    forms=tuple(raw["forms"].split()),
                    before=_compiled(raw["before"]),
                    after=_compiled(raw["after"]),
                    act_type=ActType(raw["act_type"]),
                    frame=raw["frame"],
                    need=raw["need"],
                    ruling=ActType(raw["ruling"]) if raw["ruling"] else None,
                    example=raw["example"],
                    counter_example=raw["counter_example"],
                )
            )
        except (KeyError, ValueError) as error:
            raise DataError(str(error), where=f"data/acts.csv, line {number}") from error
    return tuple(rows)


def _compiled(expression: str) -> Pattern | None:
    # Run on slices of bounded length only (see ungraph.matchers.cues), where ``re`` is faster.
    return compile_pattern(expression, ignore_case=True, engine="re") if expression else None
