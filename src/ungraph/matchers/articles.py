"""Articles without the name of their treaty, in documents of a committee that monitors one.

Accepted: "a violation of articles 7 and 9" in views of a committee. Refused: "article 188 of the
Criminal Code", and articles in a sentence that speaks of a code, law or constitution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.matchers.phrases import has_owner
from ungraph.matchers.vocabulary import load_words
from ungraph.model.document import Document
from ungraph.resources import load_table

__all__ = ["as_rule", "committee_of", "has_other_owner", "is_article"]

_WINDOW = 160
_STOP = re.compile(r"[\n。]|[.!?] (?=[A-ZА-ЯÀ-Ý\u0600-\u06ff])")
_BEFORE_RUSSIAN = re.compile(r"\s*(?:[,.;:)\]]|\Z|и\b|или\b|не\b|в\b|на\b|с\b|по\b)")
_QUOTE_BEFORE = "》〉"


def committee_of(document: Document) -> bool:
    """Whether *document* is one of a committee that monitors a treaty."""
    stated = document.masthead.organ
    symbol = document.symbol
    slug = stated.value if stated is not None else (symbol.body if symbol is not None else None)
    return slug in _committees()


def is_article(pinpoint: Pinpoint) -> bool:
    """Whether *pinpoint* names articles by number."""
    first = pinpoint.steps[0]
    return first.kind == "article" and bool(first.numbers)


def as_rule(pinpoint: Pinpoint) -> Pinpoint:
    """Articles of rules of procedure, as most languages call them, as rules."""
    return Pinpoint(
        tuple(
            PinpointStep("rule", step.numbers) if step.kind == "article" else step
            for step in pinpoint.steps
        )
    )


def has_other_owner(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words round ``text[start:end]`` give the articles to a law or another text."""
    after = text[end : end + 24]
    if language == "ru" and not _BEFORE_RUSSIAN.match(after):
        return True
    if language == "zh" and text[max(0, start - 1) : start] in _QUOTE_BEFORE:
        return True
    if has_owner(text, end, language):
        return True
    begin = max(0, start - _WINDOW)
    for stop in _STOP.finditer(text, begin, start + 1):
        begin = stop.end() if stop.end() <= start else begin
    after_stop = _STOP.search(text, end, end + _WINDOW)
    finish = after_stop.start() if after_stop else end + _WINDOW
    laws = _laws(language)
    return any(laws.search(words) for words in (text[begin:start], text[end:finish]))


@cache
def _laws(language: str) -> re.Pattern[str]:
    forms: Iterable[str] = load_words(language, "law")
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    edge = r"\b" if language in ("en", "fr", "es") else ""
    return re.compile(f"{edge}(?:{listed or '(?!)'}){edge}")


@cache
def _committees() -> frozenset[str]:
    return frozenset(row["committee"] for row in load_table("treaties") if row["articles"])
