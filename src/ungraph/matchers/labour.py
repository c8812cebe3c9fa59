"""Conventions of the International Labour Organization, which are told by their number.

ILO Convention No. 169 · ILO Conventions Nos. 87 and 98 · la Convention no 182 de l'OIT
Domestic Workers Convention, 2011 (No. 189) · 《1999年最恶劣形式的童工劳动公约》(第182号)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ungraph.matchers.numbered import Numbered
from ungraph.matchers.tokens import Token
from ungraph.matchers.values import NumberedReference
from ungraph.matchers.vocabulary import load_words

__all__ = ["iter_labour"]

_TITLE_CHARS = 160
_OWNER_CHARS = 60
_MOST_LISTED = 12
_LAST_NUMBER = 210
_BREAK = re.compile(r"[\n;؛；。]|[.!?] ")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r" ?(\d{1,3})(?: ?号)?(?![\d/])")
_NEXT = re.compile(r"(?:,? and |, | et | y | e | и |، ?و ?|، | و ?|、|和)(\d{1,3})(?![\d/.])")


def iter_labour(text: str, token: Token, language: str) -> Iterator[Numbered]:
    """The conventions whose numbers follow *token*; "(No. 182)" needs a convention and its year
    before it, "Convention No. 87" the organization beside it."""
    found = _NUMBER.match(text, token.end)
    if found is None or not 0 < int(found[1]) < _LAST_NUMBER:
        return
    assert token.word is not None
    if token.word.value == "title":
        start, year = _title_before(text, token, language)
        closed = text[found.end() : found.end() + 1] == ")"
        if year and closed:
            value = NumberedReference("labour-convention", found[1], year)
            yield Numbered(start, found.end() + 1, value)
        return
    if token.word.value == "han" and not text.startswith("公约", found.end()):
        return
    start, end = token.start, found.end()
    numbers = [(start, end, found[1])]
    while token.word.plural and len(numbers) < _MOST_LISTED:
        more = _NEXT.match(text, end)
        if more is None:
            break
        end = more.end()
        numbers.append((more.start(1), end, more[1]))
    if token.word.value == "named" and not _has_owner(text, start, end, language):
        return
    for first, last, number in numbers:
        yield Numbered(first, last, NumberedReference("labour-convention", number))


def _title_before(text: str, token: Token, language: str) -> tuple[int, str]:
    """Where the noun of the title begins and its year: "… Convention, 1999 (No. 182)"; in Chinese
    where the title begins, whose year stands first and whose noun ends it."""
    first = max(0, token.start - _TITLE_CHARS)
    window = text[first : token.end]
    cut = [stop.end() for stop in _BREAK.finditer(window)]
    begin = cut[-1] if cut else 0
    nouns = list(_nouns(language).finditer(window, begin))
    if not nouns or load_words(language, "labour-noun")[nouns[-1][0]] != "convention":
        return token.start, ""
    noun = nouns[-1].start()
    if language == "zh":
        noun = max(begin, window.rfind("《", begin))
    years = _YEAR.findall(window, noun)
    return first + noun, years[-1] if years else ""


@cache
def _nouns(language: str) -> re.Pattern[str]:
    forms = sorted(load_words(language, "labour-noun"), key=lambda form: (-len(form), form))
    return re.compile("|".join(re.escape(form) for form in forms) or "(?!)")


@cache
def _owners(language: str) -> re.Pattern[str]:
    forms = sorted(load_words(language, "labour-owner"), key=lambda form: (-len(form), form))
    return re.compile("|".join(re.escape(form) for form in forms) or "(?!)")


def _has_owner(text: str, start: int, end: int, language: str) -> bool:
    """Whether the organization is named right before or right after, in the same sentence."""
    owners = _owners(language)
    after = text[end : end + _OWNER_CHARS]
    stop = _BREAK.search(after)
    if owners.search(after[: stop.start()] if stop else after):
        return True
    before = text[max(0, start - _OWNER_CHARS) : start]
    cut = [stop.end() for stop in _BREAK.finditer(before)]
    return owners.search(before, cut[-1] if cut else 0) is not None
