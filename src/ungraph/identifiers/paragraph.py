"""Pinpoints: which part of the cited document a citation names.

para. 9 · paras. 1-19 · para. 5 (a) · preamb. para. 9 · sect. XI, para. 1 · annex, para. 15 (c)
art. 3 · arts. 3 and 9 · chap. VII · rule 28
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["PART_ORDER", "Pinpoint", "PinpointStep"]

_SINGULAR = {
    "article": "art.",
    "chapter": "chap.",
    "annex": "annex",
    "appendix": "appendix",
    "section": "sect.",
    "part": "part",
    "rule": "rule",
    "regulation": "regulation",
    "paragraph": "para.",
    "preambular": "preamb. para.",
    "note": "note",
    "recommendation": "recommendation",
    "title": "title",
}
_PLURAL = {
    "article": "arts.",
    "chapter": "chaps.",
    "annex": "annexes",
    "appendix": "appendices",
    "section": "sects.",
    "part": "parts",
    "rule": "rules",
    "regulation": "regulations",
    "paragraph": "paras.",
    "preambular": "preamb. paras.",
    "note": "notes",
    "recommendation": "recommendations",
    "title": "titles",
}
_FRAGMENT = {
    "article": "art",
    "section": "sect",
    "chapter": "chap",
    "paragraph": "para",
    "preambular": "preamb",
    "note": "fn",
}
PART_ORDER = tuple(_SINGULAR)
_NOT_FRAGMENT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class PinpointStep:
    """One kind of part with the numbers named: ("paragraph", (("1", "19"),)).

    Each entry is (first, last); *last* is None for a single number, "5 (a)" a sub-paragraph.
    No entry at all for "annex".
    """

    kind: str
    numbers: tuple[tuple[str, str | None], ...] = ()

    def __str__(self) -> str:
        if not self.numbers:
            return _SINGULAR[self.kind]
        shown = [f"{a}-{b}" if b else a for a, b in self.numbers]
        many = len(shown) > 1 or self.numbers[0][1] is not None
        word = (_PLURAL if many else _SINGULAR)[self.kind]
        listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
        return f"{word} {listed}"


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Steps from the outer part to the inner one.

    >>> str(Pinpoint((PinpointStep("annex"), PinpointStep("paragraph", (("15 (c)", None),)))))
    'annex, para. 15 (c)'
    >>> Pinpoint((PinpointStep("paragraph", (("9", None),)),)).fragment
    'para-9'
    """

    steps: tuple[PinpointStep, ...]

    def __str__(self) -> str:
        return ", ".join(str(step) for step in self.steps)

    @property
    def fragment(self) -> str:
        """Fragment of the first part named: "para-9", "annex-para-15-c"; "" when there is none."""
        pieces: list[str] = []
        for step in self.steps:
            pieces.append(_FRAGMENT.get(step.kind, step.kind))
            if step.numbers:
                pieces.append(_NOT_FRAGMENT.sub("-", step.numbers[0][0].lower()).strip("-"))
        return "-".join(piece for piece in pieces if piece)

    def joined(self, other: Pinpoint) -> Pinpoint:
        """Both together, the outer parts first ("paragraph 5 of the annex").

        Numbers of one kind are put together; of "article 2, paragraph 1, and article 51", whose
        parts are not alike, the first alone is kept.
        """
        kinds = {step.kind for step in self.steps}
        if kinds & {step.kind for step in other.steps if step not in self.steps}:
            if len(self.steps) > 1 or len(other.steps) > 1:
                return self
            numbers = (*self.steps[0].numbers, *other.steps[0].numbers)
            return Pinpoint((PinpointStep(self.steps[0].kind, tuple(dict.fromkeys(numbers))),))
        steps = sorted(
            {*self.steps, *other.steps}, key=lambda s: (PART_ORDER.index(s.kind), str(s))
        )
        return Pinpoint(tuple(steps))
