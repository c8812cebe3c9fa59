"""Which printed numbers at line starts are paragraph numbers, and which only look so.

A number counts by its neighbours: paragraphs count up by one, a year or a wrapped "31." does
not. Numbering may begin again (annex, part B), or count a list inside a paragraph and go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ungraph.readers.lines import Line

__all__ = ["Numbered", "Numbering", "ends_sentence", "read_number", "select_numbers"]

Key = tuple[int, ...]

_NUMBER = re.compile(
    r"(?:\*{1,2} ?)?(?P<number>\d{1,4}(?:\.\d{1,3}){0,3})(?P<mark>\.| ?-|、)?(?P<gap> *)"
    r"(?P<next>.?)"
)
_DATE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" ?(?:\d{4}|-|to \d|and \d)"
)
_MONTHS = "JFMASOND"
_ZERO = re.compile(r"\.0\d")
_NOTE_MARK = re.compile(r"[.;:,!?\"')，。；：）》؛،]( ?\d{1,3})\Z")
_LOOK_BACK = 40
_SMALL_GAP, _GAP = 5, 30
_SMALL_GAP_COST, _GAP_COST, _JUMP_COST = 0.3, 0.7, 1.4
_STRONG_GAIN, _WEAK_GAIN, _ROUGH_COST, _LATE_START_COST = 1.5, 0.6, 1.6, 0.8
_YEARS = range(1850, 2101)
_ENDS = ".;:!?,\"')]”’»،؛؟。；：，！？）"
_STOPS = ".;:!?,،؛؟。；：，！？"
_WHOLE_LINE_CHARS = 160
_HEADING_CHARS = 150


class Numbered(NamedTuple):
    """A line that may begin a paragraph: *key* is its number as integers, (2, 1) for "2.1".

    *is_strong*: it stands where paragraphs begin. *is_rough*: a small letter or a digit follows,
    as after a wrapped "article\n14. paragraph 5". *is_heading_like*: short, without a full stop.
    """

    line: int
    key: Key
    number: str
    is_strong: bool
    is_rough: bool
    is_heading_like: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """*runs* of paragraph numbers, each counting up; *headings* are numbers of headings."""

    runs: tuple[tuple[Numbered, ...], ...]
    headings: tuple[Numbered, ...]


def ends_sentence(text: str) -> bool:
    """Whether *text* ends as sentences and points do; quotes, brackets, footnote marks aside."""
    mark = _NOTE_MARK.search(text, max(0, len(text) - 8))
    stripped = (text[: mark.start(1)] if mark else text).rstrip("\"')]”’»） ")
    return not stripped or stripped[-1] in _STOPS


def read_number(lines: Sequence[Line], i: int) -> Numbered | None:
    """The number that line *i* begins with, None when it begins with none.

    Forms: "1. Requests" · "12 - يقرر" · "2.1 The author" · "5.3. The" · "* 3. The" · "1、"
    """
    line = lines[i]
    text = line.text
    if not text[0].isdigit() and text[0] != "*":
        return None
    found = _NUMBER.match(text)
    if not found:
        return None
    number, mark, gap, follows = found.groups()
    if not follows or not (gap or (mark in (".", "、") and not follows.isascii())):
        return None
    if follows in ".,;:/%)=+<>*°" or (follows.isdigit() and (not gap or mark != ".")):
        return None
    key: Key
    if "." not in number:
        key = (int(number),)
        if not mark or key[0] in _YEARS:
            return None
    else:
        key = tuple(map(int, number.split(".")))
        if ".0" in number and _ZERO.search(number):
            return None
    if number[0] == "0" or (follows in _MONTHS and _DATE.match(text, found.start("next"))):
        return None
    previous = lines[i - 1].text if i else ""
    strong = line.after_blank or not previous or previous[-1] in _ENDS
    strong = strong or len(previous) > _WHOLE_LINE_CHARS
    heading = len(text) < _HEADING_CHARS and (i + 1 == len(lines) or lines[i + 1].after_blank)
    heading = heading and not ends_sentence(text)
    is_rough = follows.islower() or follows.isdigit()
    return Numbered(i, key, number, strong, is_rough, heading)


def _follows(first: Key, second: Key) -> bool:
    """Whether *second* is a successor of *first*: 1→2, 1→2.1, 1→1.1, 2.1→2.2, 2.3→3, 2.3→3.1."""
    if second[0] == first[0] + 1 and (len(second) == 1 or second[1:] == (1,)):
        return True
    if len(second) == len(first) + 1:
        return second[:-1] == first and second[-1] == 1
    if len(second) <= len(first):
        n = len(second)
        return second[:-1] == first[: n - 1] and second[-1] == first[n - 1] + 1
    return False


def select_numbers(candidates: Sequence[Numbered], boundaries: Sequence[int]) -> Numbering:
    """The paragraph numbers among *candidates*.

    *boundaries* are the lines, ascending, at which numbering may begin again for good (annexes,
    parts). A list that counts from 1 inside a paragraph is a run of its own, and the outer run
    goes on after it.
    """
    runs: list[list[Numbered]] = []
    headings: list[Numbered] = []
    stack: list[list[Numbered]] = []
    borders = iter([*boundaries, 1 << 60])
    border = next(borders)
    for i, candidate in enumerate(candidates):
        while candidate.line >= border:
            runs += stack
            stack = []
            border = next(borders)
        if _is_heading(candidate, candidates[i + 1 : i + 2], stack):
            headings.append(candidate)
            continue
        if not stack or (candidate.key in ((1,), (1, 1)) and stack[-1][-1].key != (1,)):
            stack.append([candidate])
            continue
        level = _level(stack, candidate)
        runs += stack[level + 1 :]
        del stack[level + 1 :]
        stack[level].append(candidate)
    runs += stack
    kept = [run for run in map(_plausible, runs) if run]
    kept.sort(key=lambda run: run[0].line)
    return Numbering(tuple(kept), tuple(headings))


def _level(stack: list[list[Numbered]], candidate: Numbered) -> int:
    """The innermost run that *candidate* continues; the innermost of all when it continues none."""
    for k in range(len(stack) - 1, -1, -1):
        if _follows(stack[k][-1].key, candidate.key):
            return k
    return len(stack) - 1


def _is_heading(
    candidate: Numbered, following: Sequence[Numbered], stack: list[list[Numbered]]
) -> bool:
    """Whether this is "2. Right to a remedy" between paragraphs that count on without it."""
    if not candidate.is_heading_like or not stack or len(candidate.key) > 1:
        return False
    last = stack[0][-1].key
    if not following:
        return not _follows(last, candidate.key)
    after = following[0].key
    return _follows(last, after) or after == candidate.key


def _plausible(run: list[Numbered]) -> tuple[Numbered, ...]:
    """The heaviest rising chain of *run*."""
    if run[0].key[0] == 1 and all(c.is_strong for c in run):
        if len(run) > 1 and all(_follows(a.key, b.key) for a, b in pairwise(run)):
            return tuple(run)
    scores: list[float] = []
    before: list[int] = []
    for i, candidate in enumerate(run):
        best, link = -_start_cost(candidate), -1
        for j in range(i - 1, max(0, i - _LOOK_BACK) - 1, -1):
            if scores[j] < best or (scores[j] == best and link >= 0):
                continue  # no step gains anything: the nearest of the best is kept
            if run[j].key < candidate.key:
                score = scores[j] - _step_cost(run[j], candidate)
                if score > best or (score == best and link < 0):
                    best, link = score, j
        scores.append(best + (_STRONG_GAIN if candidate.is_strong else _WEAK_GAIN))
        before.append(link)
    top = max(range(len(run)), key=lambda i: scores[i])
    if scores[top] <= 0:
        return ()
    chain: list[Numbered] = []
    while top >= 0:
        chain.append(run[top])
        top = before[top]
    return tuple(chain[::-1])


def _start_cost(candidate: Numbered) -> float:
    if candidate.key[0] == 1:
        return 0.0
    return _LATE_START_COST + (_LATE_START_COST if candidate.is_rough else 0.0)


def _step_cost(previous: Numbered, candidate: Numbered) -> float:
    if _follows(previous.key, candidate.key):
        return 0.0
    rough = _ROUGH_COST if candidate.is_rough or not candidate.is_strong else 0.0
    distance = candidate.key[0] - previous.key[0]
    if distance <= _SMALL_GAP:
        return rough + _SMALL_GAP_COST
    return rough + (_GAP_COST if distance <= _GAP else _JUMP_COST)
