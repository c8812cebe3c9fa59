"""Words around a citation: the title it is given, the extent of a description."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import load_words

__all__ = [
    "addendum_before",
    "belongs_to",
    "described_span",
    "describes_document",
    "has_owner",
    "is_here",
    "opens_list",
    "title_after",
]

_MOST_CHARS = 400
_DESCRIPTION_CHARS = 200
_SHORT_CHARS = 24
_BROKEN = re.compile(r"[\n;:()؛；。]")
_QUOTED = re.compile(r'(?:"([^"\n]{3,300})"|«([^»\n]{3,300})»|\'\'([^\'\n]{3,300})\'\')')
_END = re.compile(
    r"[.;:,\n()]|,? (?:and|but|or) (?:was|were|is|are|had|has|have|did|does|would|could|that|to|the)\b"
    r"| (?:which|that|who|whereby|in which|by which|was|were|is|are|had|has|have|requested|"
    r"requesting|dans laquelle|en la que|в которой)\b|，|。"
)
_DETERMINER = re.compile(
    r"(?:\b(?:the|that|a|this|any|all|all previous|all the|all relevant|other|previous|"
    r"la|cette|una|les|las|всех|все) )\Z",
    re.IGNORECASE,
)
_ADOPTED = re.compile(r"adopt|aprob|принят|اتخذ|اعتمد|通过", re.IGNORECASE)


@cache
def _entitled(language: str) -> tuple[str, ...]:
    return tuple(sorted(load_words(language, "entitled"), key=len, reverse=True))


def title_after(text: str, position: int, language: str) -> str | None:
    """The quoted title that "entitled" gives right after *position*."""
    gap = text[position : position + 24].lstrip(" ,،")
    if not gap.startswith(_entitled(language)):
        return None
    for word in _entitled(language):
        if gap.startswith(word):
            start = text.index(word, position) + len(word)
            found = _QUOTED.match(text, start + (text[start : start + 1] == " "))
            if found:
                return next(group for group in found.groups() if group)
    return None


@cache
def _addendum(language: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in load_words(language, "addendum")) or "(?!)"
    return re.compile(rf"(?:{forms}) (?:No\. )?(\d{{1,2}}) (?:\w{{1,3}} )?\Z")


def addendum_before(text: str, position: int, language: str) -> tuple[int, str] | None:
    """Start and number of the "addendum 1 to" that ends right before *position*."""
    begin = max(0, position - 28)
    found = _addendum(language).search(text[begin:position])
    return (begin + found.start(), found[1]) if found else None


def described_span(text: str, head: Token, organ: Token, language: str) -> tuple[int, int] | None:
    """Where "the resolution adopted by the Commission on … in …" begins and ends; None when the
    words only speak of resolutions in general ("resolutions of the Security Council")."""
    if not _ADOPTED.search(text[head.end : organ.start]):
        return None
    start = head.start
    before = text[max(0, start - 24) : start]
    if found := _DETERMINER.search(before):
        start -= len(before) - found.start()
    end = _END.search(text, organ.end, min(len(text), organ.end + _MOST_CHARS))
    stop = end.start() if end else organ.end
    return start, len(text[:stop].rstrip()) if stop - organ.end < 2 else stop


def has_owner(text: str, end: int, language: str) -> bool:
    """Whether "of" follows: a part of what is named next."""
    return _owner(language).match(text, end) is not None


@cache
def _owner(language: str) -> re.Pattern[str]:
    forms = sorted(load_words(language, "owner"), key=lambda form: (-len(form), form))
    listed = "|".join(re.escape(f) + ("" if f.endswith("'") else r"(?!\w)") for f in forms)
    return re.compile(rf"[ ,،]{{0,3}}(?:{listed or '(?!)'})")


def belongs_to(text: str, end: int, start: int, language: str) -> bool:
    """Whether a pinpoint that ends at *end* is of what begins at *start*: "paragraph 5 of general
    comment No. 31", "пункт 5 замечания общего порядка № 31"; not "pp. 60-70. General comment"."""
    gap = text[end:start]
    return len(gap) < _SHORT_CHARS and (gap == " " or has_owner(text, end, language))


def is_here(text: str, end: int, language: str) -> bool:
    """Whether "above" or "below" follows: a part of this document."""
    following = text[end : end + 14].lstrip(" ,")
    return following.startswith(_here(language))


@cache
def _here(language: str) -> tuple[str, ...]:
    return tuple(load_words(language, "here"))


def opens_list(text: str, token: Token, kinds: Collection[str]) -> bool:
    """Whether a number follows, as after Arabic "including the resolution", which ends like "that
    resolution"; *kinds* are the documents that have numbers."""
    assert token.word is not None
    following = text[token.end : token.end + 2].strip()
    return following[:1].isdigit() and token.word.value in kinds


def describes_document(text: str, end: int, start: int, language: str) -> bool:
    """Whether the words between a pinpoint and a symbol describe one document, whose part it is:
    "paragraphs 17 and 18 of the report of the Secretary-General of 26 March 1993 (S/25479)"."""
    if not 0 < start - end < _DESCRIPTION_CHARS or not has_owner(text, end, language):
        return False
    gap = text[end:start]
    near = len(gap) < _SHORT_CHARS or gap.endswith("(")
    return near and _BROKEN.search(gap[:-1]) is None
