"""Which printed numbers at line starts are paragraph numbers, and which only look so.

A number counts by its neighbours: paragraphs count up by one, a year or a wrapped "31." does
not. Numbering may begin again (annex, part B), or count a list inside a paragraph and go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ungraph.readers.lines import Line

__all__ = ["Numbered", "read_number", "select_numbers"]

Key = tuple[int, ...]

_NUMBER = re.compile(
    r"(?P<star>\*{1,2} ?)?(?P<number>\d{1,4}(?:\.\d{1,3}){0,3})(?P<mark>\.| ?-|、| ?\))?(?P<gap> *)(?P<next>.?)"
)
_LOOK_BACK = 40
_SMALL_GAP, _GAP = 5, 30
_YEARS = range(1850, 2101)
_ENDS = ".;:!?,\"')]”’»،؛؟。；：，！？）"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that may begin a paragraph: *key* is its number as integers, (2, 1) for "2.1"."""

    line: int
    start: int
    key: Key
    number: str
    is_strong: bool
    is_lower: bool


def read_number(lines: list[Line], i: int) -> Numbered | None:
    """The number that line *i* begins with, None when it begins with none.

    Forms: "1. Requests" · "12 - يقرر" · "2.1 The author" · "5.3. The" · "* 3. The" · "1、"
    """
    line = lines[i]
    found = _NUMBER.match(line.text)
    if not found:
        return None
    number, mark, gap, follows = found["number"], found["mark"], found["gap"], found["next"]
    key = tuple(int(part) for part in number.split("."))
    if not follows or not (gap or (mark in (".", "、") and not follows.isascii())):
        return None
    if len(key) == 1 and mark not in (".", " -", "-", "、"):
        return None
    if mark and mark.endswith(")"):
        return None
    if follows.isdigit() or follows in ".,;:/%)=+<>*°":
        return None
    if len(key) > 1 and any(len(part) > 1 and part[0] == "0" for part in number.split(".")[1:]):
        return None
    if number[0] == "0" or (len(key) == 1 and key[0] in _YEARS):
        return None
    strong = (
        line.after_blank or i == 0 or lines[i - 1].text[-1] in _ENDS or len(lines[i - 1].text) > 160
    )
    return Numbered(i, line.start, key, number, strong, follows.islower())


def _follows(first: Key, second: Key) -> bool:
    """Whether *second* is a successor of *first*: 1→2, 1→2.1, 1→1.1, 2.1→2.2, 2.3→3, 2.3→3.1."""
    if second in ((first[0] + 1,), (first[0] + 1, 1)):
        return True
    if len(second) == len(first) + 1:
        return second[:-1] == first and second[-1] == 1
    if len(second) <= len(first):
        n = len(second)
        return second[:-1] == first[: n - 1] and second[-1] == first[n - 1] + 1
    return False


def select_numbers(candidates: list[Numbered], boundaries: list[int]) -> list[list[Numbered]]:
    """Runs of paragraph numbers among *candidates*, each counting up.

    *boundaries* are the lines at which numbering may begin again for good (annexes, parts). A
    list that counts from 1 inside a paragraph becomes a run of its own, and the outer run goes on.
    """
    runs: list[list[Numbered]] = []
    stack: list[list[Numbered]] = []
    borders = iter([*boundaries, 1 << 60])
    border = next(borders)
    for candidate in candidates:
        while candidate.line >= border:
            runs += stack
            stack = []
            border = next(borders)
        if not stack or (candidate.key in ((1,), (1, 1)) and stack[-1][-1].key != (1,)):
            stack.append([candidate])
            continue
        if not _follows(stack[-1][-1].key, candidate.key):
            level = next(
                (
                    k
                    for k in range(len(stack) - 2, -1, -1)
                    if _follows(stack[k][-1].key, candidate.key)
                ),
                None,
            )
            if level is not None:
                runs += stack[level + 1 :]
                del stack[level + 1 :]
        stack[-1].append(candidate)
    runs += stack
    kept = [_plausible(run) for run in runs]
    return sorted((run for run in kept if run), key=lambda run: run[0].start)


def _plausible(run: list[Numbered]) -> list[Numbered]:
    """The heaviest rising chain of *run*."""
    if all(_follows(a.key, b.key) for a, b in zip(run, run[1:], strict=False)) and len(run) > 1:
        if run[0].key[0] == 1 and all(c.is_strong for c in run):
            return run
    scores: list[float] = []
    before: list[int] = []
    for i, candidate in enumerate(run):
        gain = 1.5 if candidate.is_strong else 0.6
        best = -_penalty(None, candidate)
        link = -1
        for j in range(max(0, i - _LOOK_BACK), i):
            if run[j].key < candidate.key:
                score = scores[j] - _penalty(run[j], candidate)
                if score > best:
                    best, link = score, j
        scores.append(best + gain)
        before.append(link)
    top = max(range(len(run)), key=lambda i: scores[i])
    if scores[top] <= 0:
        return []
    chain: list[Numbered] = []
    while top >= 0:
        chain.append(run[top])
        top = before[top]
    return chain[::-1]


def _penalty(previous: Numbered | None, candidate: Numbered) -> float:
    if previous is None:
        first = candidate.key[0] == 1
        return (0.0 if first else 0.8) + (0.8 if candidate.is_lower and not first else 0.0)
    if _follows(previous.key, candidate.key):
        return 0.0
    rough = 1.6 if candidate.is_lower or not candidate.is_strong else 0.0
    distance = candidate.key[0] - previous.key[0]
    return rough + (0.3 if distance <= _SMALL_GAP else 0.7 if distance <= _GAP else 1.4)
