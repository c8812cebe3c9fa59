"""Stretches of time in which acts were done: "Between 1 May 2004 and 3 June 2005, the Expert sent".

"during the period from 1 May to 3 June 2004" · "in the period 1 May-3 June 2004" · "during the
period under review (1 May 2003 to 3 June 2004)" · "between May and July 2004". English only. A
stretch that no act of the sentence is governed by dates none of them, and neither do its ends.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ungraph.errors import IdentifierError
from ungraph.extractors.drafts import Draft
from ungraph.extractors.event_stretches import month_names
from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.identifiers.date import PartialDate
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import ActType

__all__ = ["set_periods"]

_OPENERS = frozenset({"between", "from", "period"})
_FRONT = frozenset({",", ":", ";", "(", ")", "c", "#", "d", "v"})
_BEFORE = frozenset({",", ":", ";", "c"})
_SENT = frozenset({ActType.SUBMIT, ActType.URGE, ActType.RESPOND, ActType.REQUEST, ActType.STATE})
_PAPERS = frozenset(
    "letter letters communication communications appeal appeals reply replies response responses "
    "note notes message messages telegram telegrams cable cables allegations cases questionnaire "
    "actions reminder reminders request requests".split()
)
_SENDS = frozenset("sent transmitted issued addressed made received dispatched".split())
_BEFORE_VERB = 4
_TOWARDS = frozenset({"to", "from", "of", "on", "for", "in"})


@dataclass(frozen=True, slots=True)
class _Period:
    """First and last day, and the tokens (first, end) of the phrase with its preposition."""

    start: PartialDate
    until: PartialDate
    first: int
    last: int


@cache
def _phrase() -> Pattern:
    months = "|".join(name.title() for name in sorted(month_names()))
    reviewed = r"(?:\s+(?:under|in)\s+(?:review|consideration)|\s+covered(?:\s+by\s+\w+(?:\s+\w+){1,2})?|\s+of)?"
    period = rf"(?:during|in|for|over|within)\s+the\s+(?:reporting\s+)?period{reviewed}[\s,(:]*"
    opener = rf"\b(?i:(?:{period}(?:from\s+|between\s+)?|between\s+|from\s+)(?:the\s+)?)"
    begin = rf"(?:([0-3]?\d)\s+)?(?:({months})\s*)?(?:((?:19|20)\d\d)\s*)?"
    joint = r"\s*(?:to|and|until|through|-|–|—)\s*"
    return compile_pattern(
        rf"{opener}{begin}{joint}(?:([0-3]?\d)\s+)?({months})\s+((?:19|20)\d\d)\b"
    )


def set_periods(parsed: ParsedSentence, drafts: Iterable[Draft]) -> None:
    """Set first and last day of each of *drafts*, all of *parsed*, that a stretch of time governs,
    and take from the others a date that is only the end of a stretch."""
    if _OPENERS.isdisjoint(parsed.words):
        return
    periods = _periods(parsed)
    if not periods:
        return
    apart = {
        filler.date
        for i, filler in enumerate(parsed.fillers)
        if filler is not None
        and filler.code == DATE
        and not any(period.first <= i < period.last for period in periods)
    }
    for draft in drafts:
        own = next((period for period in periods if _governs(parsed, period, draft)), None)
        if own is not None:
            draft.date, draft.until, draft.more_dates = own.start, own.until, ()
            draft.date_leans_on = None
            draft.parts.append(parsed.span_of(own.first, own.last))
        elif draft.date is not None and draft.date not in apart:
            if any(draft.date in {period.start, period.until} for period in periods):
                draft.date, draft.until, draft.more_dates = None, None, ()


def _periods(parsed: ParsedSentence) -> list[_Period]:
    found = []
    base = parsed.sentence.span.start
    for match in _phrase().finditer(parsed.text):
        day, month, year, last_day, last_month, last_year = map(match.group, range(1, 7))
        until = _date(last_year, last_month, last_day)
        if until is None or not (day or month or year) or bool(day) != bool(last_day):
            continue
        start = _date(year or last_year, month or last_month, day)
        if start is not None and year is None and start.earliest > until.earliest:
            start = _date(str(until.year - 1), month or last_month, day)
        if start is not None and start.earliest < until.earliest:
            first, last = parsed.at(match.start() + base), parsed.at(match.end() + base - 1)
            found.append(_Period(start, until, first, last + 1))
    return found


def _date(year: str | None, month: str | None, day: str | None) -> PartialDate | None:
    if year is None or month is None:
        return None
    try:
        return PartialDate(int(year), month_names()[month.lower()], int(day) if day else None)
    except IdentifierError:
        return None


def _governs(parsed: ParsedSentence, period: _Period, draft: Draft) -> bool:
    """Whether *period* opens the clause of the act, parts its subject from its verb, or follows the
    verb and what was sent, and to whom."""
    head = draft.group.first if draft.group is not None else draft.first
    if period.last <= head:
        begin = head
        subject = draft.subject
        if subject is not None and draft.group is not None:
            if subject.last <= period.first:
                return all(parsed.codes[i] == "," for i in range(subject.last, period.first)) and (
                    all(parsed.codes[i] == "," for i in range(period.last, head))
                )
            begin = subject.first
        before = parsed.code(period.first - 1)
        opens = period.first == 0 or before in _BEFORE or parsed.word(period.first - 1) == "that"
        return opens and all(
            parsed.codes[i] in _FRONT
            or draft.group is None
            and (parsed.codes[i] in {"A", "x"} or parsed.words[i] in _SENDS)
            for i in range(period.last, begin)
        )
    if draft.last > period.first or draft.act_type not in _SENT:
        return False
    between = range(draft.last, period.first)
    if not between:
        return True
    words = parsed.words[max(0, head - _BEFORE_VERB) : period.first]
    return not _PAPERS.isdisjoint(words) and all(
        parsed.codes[i] in {"A", "#", "d", "v", "s"}
        or parsed.words[i] in _TOWARDS
        or parsed.words[i] == "by"
        and i == draft.last
        or parsed.codes[i] in {"w", "W", "c", ","}
        and _is_of_list(parsed, i)
        for i in between
    )


def _is_of_list(parsed: ParsedSentence, i: int) -> bool:
    """Words of what was sent ("letters of allegations") and joints between the addressees."""
    if parsed.codes[i] in {"c", ","}:
        return parsed.code(i + 1) in {"A", "d", "c"}
    word = parsed.words[i]
    return word in _PAPERS or word in {"urgent", "joint", "thereto", "following"}
