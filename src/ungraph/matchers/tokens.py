"""View text → tokens of citations: numbers, symbols, heads, organs, dates, pinpoints, in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from ungraph.matchers.vocabulary import (
    TokenKind,
    Vocabulary,
    Word,
    load_symbol_pattern,
    load_vocabulary,
)
from ungraph.resources import load_table

__all__ = ["Token", "match_tokens"]

_ACT_NUMBER = re.compile(
    r"\d{1,4} ?/ ?\d{1,4}(?: ?[A-ZАВСЕН]{1,2}(?:-[A-Z])?| \w+)?\Z"
    r"|(?:19\d\d/)?\d{1,4}[^/]{0,6}\((?!\d\))|E?S ?- ?\d|د ?إ|دا ?-|[\d一-龥][^/第]{0,6}(?:[㈠-㈩]|\([一-龥])",
    re.IGNORECASE,
)
_SPECIAL_SESSIONS = ("S-", "S -", "ES-", "ES -", "دإ", "د إ", "دا")
_NUMERAL_AT_END = re.compile(r" ?(?:\d+|[IVXLC]+|[A-Z]| \w+(?: ?- ?\w+)?)\Z")
_GLUED_YEAR = re.compile(r"(?:19|20)\d\d(\d{1,2})\Z")
_HAN_NUMERALS = frozenset("一二三四五六七八九十")
_GLUED_CHARS = len("20204")
_MOST_HEAD_CHARS = 24
_MOST_SYMBOL_CHARS = 120
_NOT_BEFORE = frozenset("/.-")
_PROCLITICS = frozenset("وبلفكا")
_UNSPACED = "zh"
# An enumeration takes long to give its members.
_DATE, _NUMBER, _SYMBOL = TokenKind.DATE, TokenKind.NUMBER, TokenKind.SYMBOL
_PINPOINT, _HEAD = TokenKind.PINPOINT, TokenKind.HEAD


class Token(NamedTuple):
    """A token at ``[start, end)`` of the view; *word* is None for numbers, symbols and dates."""

    kind: TokenKind
    start: int
    end: int
    text: str
    word: Word | None


def match_tokens(text: str, vocabulary: Vocabulary) -> list[Token]:
    """All tokens of *text*, ascending, whole words only."""
    words = vocabulary.words
    pinpoints = vocabulary.pinpoints
    tokens: list[Token] = []
    language = vocabulary.language
    unspaced = language == _UNSPACED
    arabic = language == "ar"
    length = len(text)
    for start, end in vocabulary.scanner.spans(text):
        surface = text[start:end]
        before = text[start - 1] if start else " "
        after = text[end] if end < length else " "
        word = words.get(surface)
        if not unspaced and (
            (after.isalnum() and surface[-1].isalnum())
            or (before.isalnum() and not _may_follow(text, start, surface[0], arabic=arabic))
        ):
            if (shorter := _head_inside(text, start, end, words)) is not None:
                tokens.append(shorter)
            continue
        if word is not None:
            tokens.append(Token(word.kind, start, end, surface, word))
            continue
        if surface in pinpoints:
            tokens.append(Token(TokenKind.PINPOINT, start, end, surface, None))
            continue
        kind = _classify(surface, language)
        if after == "/" and kind is _PINPOINT:
            # "parts A/77/767": no part A
            found = load_symbol_pattern().match(text[end - 1 : end + _MOST_SYMBOL_CHARS])
            if found is not None:
                last = end - 1 + found.end()
                tokens.append(Token(_SYMBOL, end - 1, last, text[end - 1 : last], None))
                continue
        if kind is _DATE:
            if surface[-_GLUED_CHARS:].isdigit() and (glued := _GLUED_YEAR.search(surface)):
                surface = surface[: -len(glued[1])]
                end -= len(glued[1])
        elif kind is _SYMBOL:
            if before in _NOT_BEFORE:
                continue
        elif kind is _NUMBER:
            if before in _NOT_BEFORE or before == ":":
                continue
            if after == "/":
                cut = surface.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ- ")
                if cut == surface or "(" in surface:
                    continue
                surface, end = cut, start + len(cut)
        tokens.append(Token(kind, start, end, surface, None))
    return tokens


def _head_inside(text: str, start: int, end: int, words: Mapping[str, Word]) -> Token | None:
    """The head noun in words that go on behind *end*: "القرارات" where "ذلك القرار" was found, and
    "القرار" with its number run together ("القرار70/1")."""
    begin = text.rfind(" ", start, end) + 1 or start
    if not text[end].isdigit():
        while end < len(text) and text[end].isalpha() and end - begin < _MOST_HEAD_CHARS:
            end += 1
    elif text[begin].isascii():
        return None  # "resolution70" is no number in Latin script
    surface = text[begin:end]
    word = words.get(surface)
    if word is None or word.kind is not _HEAD or (begin == start and text[end - 1].isascii()):
        return None
    return Token(_HEAD, begin, end, surface, word)


@cache
def _other() -> re.Pattern[str]:
    """How the numbers of statements and of other organizations begin."""
    begins = "|".join(row["begins"] for row in load_table("other_numbers"))
    return re.compile(rf"{begins}|PRST|OS[ /]", re.ASCII)


@lru_cache(maxsize=1 << 16)
def _classify(surface: str, language: str) -> TokenKind:
    first = surface[0]
    unspaced = language == _UNSPACED
    if _other().match(surface):
        return TokenKind.OTHER
    if first.isdigit() or surface.startswith(_SPECIAL_SESSIONS) or first in _HAN_NUMERALS:
        if unspaced and "年" in surface:
            return TokenKind.DATE
        return TokenKind.NUMBER if _ACT_NUMBER.match(surface) else TokenKind.DATE
    if "/" in surface and (first.isascii() or first in "АЕ") and first.isupper():
        return TokenKind.SYMBOL
    if unspaced or _NUMERAL_AT_END.sub("", surface) in load_vocabulary(language).pinpoints:
        return TokenKind.PINPOINT
    return TokenKind.DATE


def _may_follow(text: str, start: int, first: str, *, arabic: bool) -> bool:
    """Whether a word can begin at *start* though a letter stands before it."""
    if first.isascii() and not text[start - 1].isascii():
        return True
    return arabic and _has_proclitic(text, start)


def _has_proclitic(text: str, start: int) -> bool:
    """Whether the letters glued before *start* are Arabic "and", "in", "to", "so", "as", "the"."""
    first = start
    while first and text[first - 1].isalnum() and start - first < 4:
        first -= 1
    return all(c in _PROCLITICS for c in text[first:start]) and start - first < 4
