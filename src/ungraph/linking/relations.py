"""The words that govern a citation → its relation, in the six languages (``citation_relations``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ungraph.model.closed_lists import Relation
from ungraph.resources import load_table

__all__ = ["find_relation", "goes_on"]

_MOST_CHARS = 260
_LIST_GAP = 60
_STOP = re.compile(r"\n|[;؛。；]|[.!?] (?=[A-ZА-ЯÀ-Ý\"(«\u0600-\u06ff])")
_REQUESTED = re.compile(
    r"(?:request|invit|call|urg|ask)(?:ed|s|ing)? |prié|demand[eé]|pidió|solicit|просил|طلب|请"
)


@cache
def _cues(language: str) -> tuple[re.Pattern[str], Mapping[str, Relation]]:
    rows = [row for row in load_table("citation_relations") if row["language"] == language]
    forms = {row["form"].lower(): Relation(row["relation"]) for row in rows}
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    edge = "" if language in ("zh", "ar") else r"\b"
    closing = "" if language in ("zh", "ar") else r"(?!\w)"
    return re.compile(f"{edge}(?:{listed}){closing}", re.IGNORECASE), forms


def find_relation(text: str, start: int, end: int, language: str) -> tuple[Relation, str]:
    """Relation and its words for the citation at ``[start, end)`` of *text* (the view).

    The nearest governing words before it in the sentence count; "in its resolution 2005/74 the
    Commission requested" is ``requested-in``, with the verb after it.
    """
    pattern, forms = _cues(language if _has_rows(language) else "en")
    window = text[max(0, start - _MOST_CHARS) : start]
    stops = [found.end() for found in _STOP.finditer(window)]
    clause = window[stops[-1] :] if stops else window
    cue = ""
    for found in pattern.finditer(clause):
        cue = found[0]
    relation = forms.get(cue.lower(), Relation.CITES)
    after = text[end : end + 120]
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    if relation in (Relation.CITES, Relation.RECALLS) and _in_its(clause):
        verb = _REQUESTED.search(after)
        if verb and verb.start() < 70 and "," not in after[: verb.start()].replace(", ", "", 1):
            return Relation.REQUESTED_IN, verb[0].strip()
    return relation, cue


def goes_on(text: str, end: int, start: int) -> bool:
    """Whether a citation at *start* stands in a list with the one that ends at *end*: only a date
    and "and" fit between them, and no sentence ends there."""
    return 0 <= start - end <= _LIST_GAP and _STOP.search(text, end, start) is None


@cache
def _has_rows(language: str) -> bool:
    return any(row["language"] == language for row in load_table("citation_relations"))


def _in_its(clause: str) -> bool:
    """Whether the citation stands in "In (paragraph 9 of) its resolution …"."""
    return (
        re.search(
            r"\b[Ii]n (?:paragraphs? [^,]{1,20} of )?(?:its|the) $|\b(?:[Dd]ans|[Ee]n) (?:sa|su|la) $",
            clause,
        )
        is not None
    )
