"""A head noun and its numbers under construction, and what continues such a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.resolution import ActKind, letter_of
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import load_words

__all__ = [
    "Group",
    "Item",
    "continues_list",
    "is_date_gap",
    "iter_letters",
    "share_date",
    "spread_dates",
    "with_cyrillic_letter",
    "without_topic",
]

_LIST_CHARS = 60
_TOPIC_CHARS = 90
_SEPARATORS = re.compile(r"[\s,;()\[\]«»\"0-9]+")
_LIST_WORDS = frozenset(
    "and as well also in the of dated et du de en date le la les y e los las también и от а также "
    "و وكذلك المؤرخ المؤرخة المؤرخين on".split()
)
_DATE_WORDS = _LIST_WORDS | frozenset(
    "adopted approved dated issued by its own adoptée adoptées adoptés adopté approuvée aprobada "
    "aprobadas aprobado fecha el принятая принятой принятую принятые принятых в المتخذ في الذي اتخذ "
    "اتخذته اتخذه اعتمدته اعتمده الصادر الصادرة annex anexo annexe приложение المرفق respectively "
    "respectivement respectivamente соответственно التوالي على both all same a b c d e f toutes tous "
    "deux ambas ambos todas todos обе оба все".split()
)
_OTHER_DATES = frozenset("by the its own la les los las".split())
# "resolution 61/105 on 1 March": the day on which something was done, perhaps not the adoption.
_ADVERBS_OF_TIME = frozenset("on in le el en في в".split())
_BREAK = re.compile(r"[0-9.\n]")
_IN_BRACKETS = re.compile(
    r"\((?:e\.g\.,? |see |see also |cf\. |including |for example,? |inter alia,? |véase |voir "
    r"|см\. )?\Z"
)
_LETTERS = "[A-ZАВСЕН]|ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام"
_LETTERED = re.compile(rf"(\d{{1,4}}/\d{{1,4}}|\d{{1,4}}) ?({_LETTERS})((?: ?\(.*\))?)\Z")
_CYRILLIC_LETTER = re.compile(r" ?[АВСЕН]{1,2}(?![\w.\-])")
_MORE_LETTERS = re.compile(
    r"(?:,? (?:and|et|y|e|и|و|或|和) ?|, |和|、|(?P<range> to | à | a |-|至))"
    rf"({_LETTERS})(?![\w.\-])"
)
_FISCAL_YEARS = re.compile(r"((?:19|20)\d\d)/(\d{2,4})\Z")
_HEADS_WITHOUT_PLURAL = frozenset({"ru", "ar"})


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


def spread_dates(group: Group) -> None:
    """Dates after a list, one each: "60/1 and 60/2, of 11 December and 16 December"."""
    for item, date in zip(group.items[-len(group.dates) :], group.dates, strict=True):
        item.date = date


def without_topic(gap: str, language: str) -> str:
    """*gap*, the words between a number and a date, from "both of" on, where words on the subject
    of the last resolution stand before: "5/2, on the Code of Conduct, both of 18 June 2007"."""
    _, comma, tail = gap.rpartition(", ")
    each = bool(comma) and tail.partition(" ")[0] in load_words(language, "each")
    return tail if each and len(gap) < _TOPIC_CHARS and not _BREAK.search(gap) else gap


def share_date(group: Group, gap: str, language: str) -> None:
    """Give the date of the last number to those before it that have none, where *gap*, the words
    before the date, says so: "60/1 and 60/2, both of 3 May 2006", "all of 19 April 2013"."""
    said = load_words(language, "each")
    shared = next((said[word] for word in _SEPARATORS.split(gap.lower()) if word in said), None)
    if shared is not None:
        for item in group.items[-2:] if shared == "both" else group.items:
            item.date = item.date or group.items[-1].date


def iter_letters(text: str, item: Item) -> Iterator[Item]:
    """The other letters of "53/243 A and B", "74/254 A to C"."""
    lettered = _LETTERED.match(item.text)
    if not lettered:
        return
    letter, position = letter_of(lettered[2]), item.end
    while found := _MORE_LETTERS.match(text, position):
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
    gap = text[start : item.start]
    if len(gap) < _LIST_CHARS and _is_list_gap(gap):
        return True
    if _IN_BRACKETS.search(text[max(0, item.start - 16) : item.start]):
        return True
    if not group.items:
        return len(gap) < _TOPIC_CHARS and not _BREAK.search(gap)
    plural = group.head.word is not None and group.head.word.plural
    if not plural and language not in _HEADS_WITHOUT_PLURAL:
        return "(" in item.text
    years = _FISCAL_YEARS.match(item.text)
    return not (years and int(years[2][-2:]) == (int(years[1]) + 1) % 100)


def is_date_gap(gap: str) -> bool:
    """Whether the words between a number and a date leave the date to the number.

    "of", "adopted by the Council on" do; "by 1 February", "and the 11 March report", "as of", "on"
    alone do not.
    """
    words = [word for word in _SEPARATORS.split(gap.lower()) if word]
    if words and (words[-1] in _OTHER_DATES or words[-2:] == ["as", "of"]):
        return False
    if words and _ADVERBS_OF_TIME.issuperset(words):
        return False
    return all(word in _DATE_WORDS for word in words)


def _is_list_gap(gap: str) -> bool:
    words = _SEPARATORS.split(gap.lower())
    return all(word in _LIST_WORDS for word in words if word)
