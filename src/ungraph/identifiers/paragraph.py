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
_OUTERMOST = ("annex", "appendix", "part", "chapter")
_INNER = frozenset({"paragraph", "preambular", "note"})
PART_ORDER = (*_OUTERMOST, *(kind for kind in _SINGULAR if kind not in _OUTERMOST))
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


_Steps = tuple[PinpointStep, ...]


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """Steps from the outer part to the inner one, and parts *beside* these that are not alike.

    >>> str(Pinpoint((PinpointStep("annex"), PinpointStep("paragraph", (("15 (c)", None),)))))
    'annex, para. 15 (c)'
    >>> Pinpoint((PinpointStep("paragraph", (("9", None),)),)).fragment
    'para-9'
    """

    steps: tuple[PinpointStep, ...]
    beside: tuple[Pinpoint, ...] = ()

    def __str__(self) -> str:
        written = ", ".join(str(step) for step in self.steps)
        return "; ".join((written, *map(str, self.beside)))

    @property
    def fragment(self) -> str:
        """Fragment of the first part named: "para-9", "annex-para-15-c"; "" when there is none."""
        pieces: list[str] = []
        for step in self.steps:
            pieces.append(_FRAGMENT.get(step.kind, step.kind))
            if step.numbers:
                pieces.append(_NOT_FRAGMENT.sub("-", step.numbers[0][0].lower()).strip("-"))
        return "-".join(piece for piece in pieces if piece)

    def joined(
        self, other: Pinpoint, *, apart: bool = False, owned: bool = False, listed: bool = False
    ) -> Pinpoint:
        """Both together: the outer parts first ("paragraph 5 of the annex"), numbers of one kind
        in one list, unlike parts beside each other ("article 14, paragraph 1, and article 26").

        With *apart* ("paragraph 5 and annex") neither is a part of the other; with *owned* what
        *other* is a part of is still to come ("… and paragraph 2 of article 26"); *listed* says
        that a comma stands between, before which the outer part stands ("chap. I, annex II"). A
        part that follows a list is of its last member: "articles 2 and 14, paragraph 3".

        >>> annex, five = PinpointStep("annex"), PinpointStep("paragraph", (("5", None),))
        >>> str(Pinpoint((five,)).joined(Pinpoint((annex,))))
        'annex, para. 5'
        >>> str(Pinpoint((five,)).joined(Pinpoint((annex,)), apart=True))
        'para. 5; annex'
        """
        branches = [self.steps, *(one.steps for one in self.beside)]
        first, *more = [other.steps, *(one.steps for one in other.beside)]
        branches[-1:] = _put_together(branches[-1], first, apart=apart, owned=owned, listed=listed)
        kept = list(dict.fromkeys((*branches, *more)))
        return Pinpoint(kept[0], tuple(Pinpoint(steps) for steps in kept[1:]))


def _put_together(
    before: _Steps, after: _Steps, *, apart: bool, owned: bool, listed: bool
) -> tuple[_Steps, ...]:
    innermost = before[-1]
    alike = len(after) == 1 and after[0].kind == innermost.kind and after[0] != innermost
    if alike and not (owned and len(before) > 1):
        numbers = tuple(dict.fromkeys((*innermost.numbers, *after[0].numbers)))
        return ((*before[:-1], PinpointStep(innermost.kind, numbers)),)
    kinds = {step.kind for step in before}
    if apart or kinds & {step.kind for step in after if step not in before}:
        return before, after
    outer = min(PART_ORDER.index(step.kind) for step in after)
    if len(innermost.numbers) > 1 and PART_ORDER.index(innermost.kind) < outer:
        last = innermost.numbers[-1]
        if last[1] is None:
            others = PinpointStep(innermost.kind, innermost.numbers[:-1])
            return (*before[:-1], others), (
                *before[:-1],
                PinpointStep(innermost.kind, (last,)),
                *after,
            )
    if listed and innermost.kind not in _INNER:
        return (tuple(dict.fromkeys((*before, *after))),)
    steps = sorted({*before, *after}, key=lambda s: (PART_ORDER.index(s.kind), str(s)))
    return (tuple(steps),)
