"""Words with a number of their own kind → values: general comments, communications, treaties by
volume and number, rules of procedure.

general comment No. 31 (2004) · observation générale no 20 · 第21号一般性意见(1992年)
communication No. 1790/2008 · communications Nos. 1/2010 and 2/2010 · 第1790/2008号来文
United Nations, Treaty Series, vol. 999, No. 14668 · rule 97 of its rules of procedure
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ungraph.identifiers.paragraph import Pinpoint
from ungraph.matchers.tokens import Token
from ungraph.matchers.values import NumberedReference
from ungraph.matchers.vocabulary import TokenKind, load_words
from ungraph.resources import load_table

__all__ = ["Numbered", "iter_numbered", "iter_series"]

_AND = r"(?:, ?(?:and |et |y |и )?|،? ?و ?| and | et | y | e | и |、|和)"
_YEAR = re.compile(r" ?\(((?:19|20)\d\d) ?年?\)")
_BRACKET = re.compile(r" ?\([^()\n]{1,80}\)")
_CASE = re.compile(r"[.:]? ?(\d{1,4}(?:-\d{1,4})?/(?:19|20)\d\d)(?!\d)")
_NEXT_CASE = re.compile(
    rf"{_AND}(?:(?:Nos?\.?|nos?|núms?\.|№|رقم) ?)?(\d{{1,4}}(?:-\d{{1,4}})?/(?:19|20)\d\d)(?!\d)"
)
_HAN_NUMBER = re.compile(r"第 ?(\d{1,2}) ?号\Z")
_HAN_CASE = re.compile(r"(?:第 ?)?(\d{1,4}/(?:19|20)\d\d)\Z")
_HAN_RULE = re.compile(r"》?第 ?[0-9一二三四五六七八九十百]+")
_MOST_LISTED = 40
_BACK_CHARS = 16
_SERIES_CHARS = 120
_RULE_CHARS = 40
_RULES = frozenset({"rule", "article"})
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A reference found at ``[start, end)`` of the view."""

    start: int
    end: int
    value: NumberedReference


def iter_numbered(
    text: str, token: Token, language: str, before: tuple[Pinpoint, int, int] | None
) -> Iterator[Numbered]:
    """What *token* and the numbers beside it name; *before* is the pinpoint last read."""
    assert token.word is not None
    if token.kind is TokenKind.COMMENT:
        yield from _iter_comments(text, token, language)
    elif token.kind is TokenKind.COMMUNICATION:
        yield from _iter_communications(text, token, language)
    elif token.kind is TokenKind.SERIES:
        yield from iter_series(text, token.start, token.end, language)
    elif _has_rule(text, token, language, before):
        yield Numbered(token.start, token.end, NumberedReference(token.word.value, ""))


def _has_rule(
    text: str, token: Token, language: str, before: tuple[Pinpoint, int, int] | None
) -> bool:
    """Whether a rule is named: right before, in Chinese right after."""
    if language == "zh":
        return _HAN_RULE.match(text, token.end) is not None
    if before is None or text[before[2] : token.start].strip().endswith(_presents(language)):
        return False  # "artículo 1 del presente Reglamento": regulations of this text
    kind = before[0].steps[0].kind
    return kind in _RULES and 0 <= token.start - before[2] < _RULE_CHARS


def _iter_comments(text: str, token: Token, language: str) -> Iterator[Numbered]:
    assert token.word is not None
    kind = token.word.value
    if language == "zh":
        begin = max(0, token.start - _BACK_CHARS)
        if found := _HAN_NUMBER.search(text[begin : token.start]):
            year = _YEAR.match(text, token.end)
            said = year[1] if year else ""
            end = year.end() if year else token.end
            yield Numbered(begin + found.start(), end, NumberedReference(kind, found[1], said))
        return
    found = _comment_number(language).match(text, token.end)
    start = token.start
    for _ in range(_MOST_LISTED):
        if not found:
            return
        year = _YEAR.match(text, found.end())
        end = year.end() if year else found.end()
        yield Numbered(start, end, NumberedReference(kind, found[1], year[1] if year else ""))
        if not token.word.plural:
            return
        if bracket := _BRACKET.match(text, end):
            end = bracket.end()
        found = _next_comment(language).match(text, end)
        start = found.start(1) if found else end


def _iter_communications(text: str, token: Token, language: str) -> Iterator[Numbered]:
    assert token.word is not None
    kind = token.word.value
    if language == "zh":
        begin = max(0, token.start - _BACK_CHARS)
        if found := _HAN_CASE.search(text[begin : token.start]):
            yield Numbered(begin + found.start(), token.end, NumberedReference(kind, found[1]))
        return
    found = _CASE.match(text, token.end)
    start = token.start
    for _ in range(_MOST_LISTED):
        if not found:
            return
        yield Numbered(start, found.end(), NumberedReference(kind, found[1]))
        found = _NEXT_CASE.match(text, found.end())
        start = found.start(1) if found else start


def iter_series(text: str, start: int, position: int, language: str) -> Iterator[Numbered]:
    """The treaties whose volume and number of the Treaty Series stand right after *position*;
    the first begins at *start*. Volumes of one treaty ("vols. 1833, 1834 and 1835") are one."""
    found = _volume(language).match(text, position, position + _SERIES_CHARS)
    if not found:
        return
    number = found[2]
    groups: dict[tuple[str, ...], tuple[int, int]] = {}
    for volume in _DIGITS.finditer(text, found.start(1), found.end(1)):
        codes = _series().get((number, volume[0]), ())
        groups.setdefault(codes, volume.span())
    for place, (codes, (first, end)) in enumerate(groups.items()):
        value = NumberedReference("unts", number, codes=codes)
        yield Numbered(first, end, value) if place else Numbered(start, found.end(), value)


@cache
def _presents(language: str) -> tuple[str, ...]:
    """Words that make rules those of the text itself: "present", "presente"."""
    return tuple(load_words(language, "present")) or ("\0",)


@cache
def _series() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Codes of treaties by number and volume of the Treaty Series."""
    series: dict[tuple[str, str], tuple[str, ...]] = {}
    for row in load_table("treaty_series"):
        for volume in row["volumes"].split("|"):
            key = row["number"], volume
            series[key] = (*series.get(key, ()), row["code"])
    return MappingProxyType(series)


def _any_of(language: str, kind: str) -> str:
    forms = sorted(load_words(language, kind), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in forms) or "(?!)"


@cache
def _comment_number(language: str) -> re.Pattern[str]:
    return re.compile(rf" ?(?:{_any_of(language, 'number')})? ?(\d{{1,2}})(?![\d/]|\.\d)")


@cache
def _next_comment(language: str) -> re.Pattern[str]:
    number = _any_of(language, "number")
    return re.compile(
        rf"{_AND}(?:{number})? ?(\d{{1,2}})(?= ?[,.;:()،]| and | et | y | и | و)(?!\.\d)"
    )


@cache
def _volume(language: str) -> re.Pattern[str]:
    volume, number = _any_of(language, "volume"), _any_of(language, "number")
    more = rf"(?:(?:{_AND}|-)(?:第 ?)?\d{{1,4}} ?卷?)*"
    return re.compile(
        rf"[)»”\"》,،，. ]{{0,4}}(?:{volume}) ?(\d{{1,4}} ?卷?{more})[,،， ]{{0,3}}"
        rf"(?:{number}) ?(\d{{3,6}})(?!\d)(?: ?号)?"
    )
