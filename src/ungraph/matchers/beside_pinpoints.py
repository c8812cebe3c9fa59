"""Words beside a pinpoint that belong to it: ordinals before it, sub-paragraphs of it.

fifth preambular paragraph · les troisième et quatrième alinéas du préambule
subparagraph (b) of paragraph 3 · подпункты a) и b) пункта 3
"""

from __future__ import annotations

import re
from functools import cache

from ungraph.matchers.vocabulary import load_words
from ungraph.readers.ordinals import parse_ordinal

__all__ = ["letters_before", "ordinals_before"]

_ORDINAL_CHARS = 48
_SUB_CHARS = 48
_OWNER_CHARS = 14
_WORD = re.compile(r"\S+")
_TRIMMED = "(,"


def ordinals_before(text: str, start: int, language: str) -> tuple[int, list[int]]:
    """Start and values of the ordinal words right before *start*: one, or two with "and".

    >>> ordinals_before("its third and fourth preambular paragraphs", 21, "en")
    (4, [3, 4])
    """
    begin = max(0, start - _ORDINAL_CHARS)
    words = [(w.start(), w[0].strip(_TRIMMED)) for w in _WORD.finditer(text, begin, start)]
    if not words or not text[start - 1 : start].isspace():
        return start, []
    last = _ordinal(words[-1][1], language)
    if last is None:
        return start, []
    if len(words) > 2 and words[-2][1] in load_words(language, "and"):
        first = _ordinal(words[-3][1], language)
        if first is not None and first < last:
            return words[-3][0], [first, last]
    return words[-1][0], [last]


def _ordinal(word: str, language: str) -> int | None:
    return None if not word or word[0].isdigit() else parse_ordinal(word, language)


def letters_before(text: str, start: int, language: str) -> tuple[int, list[str]]:
    """Start and letters of "subparagraphs (a) and (b) of" right before *start*."""
    if text.find(")", max(0, start - _OWNER_CHARS), start) < 0:
        return start, []
    begin = max(0, start - _SUB_CHARS)
    found = _subparagraphs(language).search(text[begin:start])
    if not found:
        return start, []
    return begin + found.start(), [letter for letter in found.group(1, 2) if letter]


@cache
def _subparagraphs(language: str) -> re.Pattern[str]:
    forms = _listed(language, "subparagraph")
    owners = _listed(language, "owner") if language != "ru" else ""
    letter = r"\(?([a-z]{1,3}|[а-я]|[ء-ي]{1,2})\)"
    return re.compile(
        rf"(?:{forms}) {letter}(?:,? (?:{_listed(language, 'and')}) ?{letter})?,? "
        rf"(?:(?:{owners}) (?:the |la |l\'|el )?)?\Z",
        re.IGNORECASE,
    )


def _listed(language: str, kind: str) -> str:
    forms = sorted(load_words(language, kind), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in forms) or "(?!)"
