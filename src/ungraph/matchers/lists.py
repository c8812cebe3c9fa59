"""A head noun and its numbers under construction, and what continues such a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.resolution import ActKind, letter_of
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import any_of, load_words

__all__ = [
    "HEADS_WITHOUT_PLURAL",
    "SEPARATORS",
    "Group",
    "Item",
    "continues_list",
    "is_in_title",
    "is_list_gap",
    "iter_letters",
    "resumes_list",
    "single_words",
    "with_cyrillic_letter",
]

_LIST_CHARS = 60
_TOPIC_CHARS = 90
SEPARATORS = re.compile(r"[\s,;،؛()\[\]«»\"0-9]+")
_TITLE_CHARS = 400
_BREAK = re.compile(r"[0-9.\n]")
_LETTERS = "[A-ZАВСЕН]|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام"
_LETTERED = re.compile(rf"(\d{{1,4}}/\d{{1,4}}|\d{{1,4}}) ?({_LETTERS})((?: ?\(.*\))?)\Z")
_CYRILLIC_LETTER = re.compile(r" ?[АВСЕН][A-ZАВСЕН]?(?![\w.\-])")
_BRACKET_CHARS = 20
_FISCAL_YEARS = re.compile(r"((?:19|20)\d\d)/(\d{2,4})\Z")
HEADS_WITHOUT_PLURAL = frozenset({"ru", "ar"})


@dataclass(slots=True)
class Item:
    """One number of a list under construction."""

    start: int
    end: int
    text: str
    other: bool = False
    organ: Token | None = None
    organ_how: str = ""
    date: Token | None = None
    pinpoint: Pinpoint | None = None
    pinpoint_start: int = 0
    pinpoint_end: int = 0
    after_end: int = 0
    subject: Token | None = None
    nearby: tuple[Token, ...] = ()
    possessive: bool = False
    relative: bool = False
    year_of: Token | None = None


@dataclass(slots=True)
class Group:
    """A head noun with its numbers."""

    head: Token
    act: ActKind
    possessive: bool
    organ: Token | None = None
    organ_how: str = ""
    nearby: tuple[Token, ...] = ()
    items: list[Item] = field(default_factory=list)
    pinpoint: tuple[Pinpoint, int, int] | None = None
    start: int = 0
    dates: list[Token] = field(default_factory=list)
    outer: Group | None = None


def iter_letters(text: str, item: Item, language: str) -> Iterator[Item]:
    """The other letters of "53/243 A and B", "74/254 A to C"."""
    lettered = _LETTERED.match(item.text)
    if not lettered:
        return
    letter, position = letter_of(lettered[2]), item.end
    while found := _more_letters(language).match(text, position):
        last = letter_of(found[2])
        between = range(ord(letter) + 1, ord(last)) if found["range"] else ()
        position = found.end()
        for code in (*between, ord(last)):
            yield Item(found.start(2), position, f"{lettered[1]} {chr(code)}{lettered[3]}")
        letter = last


def with_cyrillic_letter(text: str, token: Token, language: str) -> Token:
    """The number *token* with the letter that a Russian text prints in Cyrillic behind it, as in
    "53/243 В"; the token itself where there is none."""
    if language != "ru" or not token.text[-1].isdigit():
        return token
    found = _CYRILLIC_LETTER.match(text, token.end)
    if found is None:
        return token
    return token._replace(end=found.end(), text=text[token.start : found.end()])


def continues_list(text: str, group: Group, item: Item, language: str) -> bool:
    """Whether the number *item* still belongs to the head noun of *group*."""
    start = group.items[-1].after_end if group.items else group.head.end
    far = item.start - start
    if far < _LIST_CHARS and is_list_gap(text[start : item.start], language):
        return True
    if _in_brackets(language).search(text[max(0, item.start - _BRACKET_CHARS) : item.start]):
        return True
    if not group.items:
        return far < _TOPIC_CHARS and not _BREAK.search(text, start, item.start)
    plural = group.head.word is not None and group.head.word.plural
    if not plural and language not in HEADS_WITHOUT_PLURAL:
        return "(" in item.text
    years = _FISCAL_YEARS.match(item.text)
    return not (years and int(years[2][-2:]) == (int(years[1]) + 1) % 100)


def is_in_title(text: str, group: Group, position: int) -> bool:
    """Whether a quotation mark that opens after the last number of *group* is still open at
    *position*: words of a title, "60/1, entitled "Follow-up to resolution 55/2", and 60/3"."""
    start = group.items[-1].after_end
    if not 0 < position - start < _TITLE_CHARS:
        return False
    between = text[start:position]
    return between.rfind("«") > between.rfind("»") or between.count('"') % 2 == 1


def resumes_list(text: str, position: int, language: str) -> bool:
    """Whether the words before *position* close a quoted title and go on with a list."""
    before = text[max(0, position - _LIST_CHARS) : position]
    mark = max(before.rfind("»"), before.rfind('"'))
    return mark >= 0 and mark + 1 < len(before) and is_list_gap(before[mark + 1 :], language)


@lru_cache(maxsize=4096)
def is_list_gap(gap: str, language: str) -> bool:
    """Whether *gap* holds nothing but what stands between the numbers of one list."""
    known = single_words(language, "listed")
    return all(word in known for word in SEPARATORS.split(gap.lower()) if word)


@cache
def single_words(language: str, kind: str) -> frozenset[str]:
    """The words of all forms of one kind, each alone."""
    return frozenset(w for form in load_words(language, kind) for w in SEPARATORS.split(form) if w)


@cache
def _in_brackets(language: str) -> re.Pattern[str]:
    """What may open a bracket with a number inside: "(", "(e.g. ", "(see also "."""
    return re.compile(rf"\((?:(?:{any_of(language, 'bracket')}) )?\Z")


@cache
def _more_letters(language: str) -> re.Pattern[str]:
    blank, edge = (" ?", r"(?![A-Za-z0-9.\-])") if language == "zh" else (" ", r"(?![\w.\-])")
    return re.compile(
        rf"(?:,?{blank}(?:{any_of(language, 'and-letter')}) ?|, "
        rf"|(?P<range>-|{blank}(?:{any_of(language, 'range')}){blank}))({_LETTERS}){edge}"
    )
