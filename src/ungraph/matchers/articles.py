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

__all__ = ["as_rule", "committee_of", "has_other_owner", "is_another_treaty", "is_article"]

_WINDOW = 160
_STOP = re.compile(r"[\n。]|[.!?] (?=[A-ZА-ЯÀ-Ý\u0600-\u06ff])")
_BEFORE_RUSSIAN = re.compile(r"\s*(?:[,.;:)\]]|\Z|и\b|или\b|не\b|в\b|на\b|с\b|по\b)")
_QUOTE_BEFORE = "》〉"
_OPENS_TITLE = ("《", "〈", "国")
_NAME_CHARS = 48
_ARABIC_ADJECTIVE = re.compile(r" ال\w+ية(?!\w)")  # "الاتفاقية الجمركية"
_NAMED_BEFORE = re.compile(r"\b[Tt]he (?:[A-Z][\w'-]+ )+\Z")


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
    laws, phrases = _laws(language), _law_phrases(language)
    beside = (text[begin:start], text[end:finish])
    return any(laws.search(phrases.sub(" ", words)) for words in beside)


def is_in_organ_name(text: str, end: int, language: str) -> bool:
    """Whether a treaty's name goes on to that of an organization: "… Test-Ban Treaty Organization".

    >>> is_in_organ_name("Test-Ban Treaty Organization", 15, "en")
    True
    """
    words = tuple(load_words(language, "treaty-organ"))
    return bool(words) and text[end : end + 16].lstrip(" ").startswith(words)


def is_another_treaty(text: str, start: int, end: int, language: str) -> bool:
    """Whether the words round a short name, "Convention" or "Charter", make it that of a treaty
    that is not meant: "the Convention on Contact", "the African Charter", "Carta de Transición".

    >>> is_another_treaty("the African Charter", 12, 19, "en")
    True
    >>> is_another_treaty("the Convention on 3 May", 4, 14, "en")
    False
    """
    if language == "zh":  # 《非洲宪章》
        return text[end : end + 1] == "》" and text[start - 1 : start] not in _OPENS_TITLE
    if language == "en" and _NAMED_BEFORE.search(text, max(0, start - _NAME_CHARS), start):
        return True
    if language == "ar" and _ARABIC_ADJECTIVE.match(text, end):
        return True
    return _named_on(language).match(text, end) is not None


@cache
def _named_on(language: str) -> re.Pattern[str]:
    """Words that go on with a name; English prepositions only before a capital."""
    forms = sorted(load_words(language, "named-on"), key=lambda form: (-len(form), form))
    if language != "en":
        return re.compile(rf" (?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?!\w)")
    titles = [re.escape(form) for form in forms if form[-1:].islower() and " " in form]
    links = [re.escape(form) for form in forms if " " not in form]
    return re.compile(rf" (?:(?:{'|'.join(titles)})(?!\w)|(?:{'|'.join(links)}) (?:the )?[A-Z])")


@cache
def _law_phrases(language: str) -> re.Pattern[str]:
    """Phrases in which "law" is no law that has articles: "an officer authorized by law"."""
    forms = sorted(load_words(language, "law-phrase"), key=lambda form: (-len(form), form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms)) or '(?!)'})\b")


@cache
def _laws(language: str) -> re.Pattern[str]:
    forms: Iterable[str] = load_words(language, "law")
    listed = "|".join(re.escape(form) for form in sorted(forms, key=lambda f: (-len(f), f)))
    edge = r"\b" if language in ("en", "fr", "es") else ""
    return re.compile(f"{edge}(?:{listed or '(?!)'}){edge}")


@cache
def _committees() -> frozenset[str]:
    return frozenset(row["committee"] for row in load_table("treaties") if row["articles"])
