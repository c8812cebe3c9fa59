"""Which date of a sentence belongs to which number of a list.

60/1 of 3 May and 60/2 of 4 May 2006 · 60/1 and 60/2, both of 3 May 2006
60/1 et 60/2, en date du 12 et du 14 décembre 2005 · 2005年12月12日和14日第60/1和60/2号
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ungraph.matchers.lists import SEPARATORS, Group, Item, single_words
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import load_words

__all__ = [
    "TOPIC_CHARS",
    "complete_years",
    "days_of_han",
    "is_date_gap",
    "is_of_date",
    "share_date",
    "spread_dates",
    "spread_days",
    "without_topic",
]

TOPIC_CHARS = 90
_BREAK = re.compile(r"[0-9.\n]")
_LETTERS_IN_DATES = frozenset("abcdef")
_WORDS = re.compile(r"[^\s,،()]+")
_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|ro|º|°)?\Z")
_FIRST_DAY = re.compile(r"\A\d{1,2}(?:er|st|nd|rd|th|ro|º|°)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_HAN_DAYS = re.compile(r"((?:[和及、](?:\d{1,2}月)?\d{1,2}日)+)(?:通过的)?第?\Z")
_HAN_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日")
_HAN_MONTH = re.compile(r"\A(\d{4} ?年 ?)(\d{1,2})( ?月)")
_MOST_DAYS = 12
_GAP_CHARS = 80


def spread_dates(group: Group) -> None:
    """Dates after a list, one each: "60/1 and 60/2, of 11 December and 16 December"."""
    for item, date in zip(group.items[-len(group.dates) :], group.dates, strict=True):
        item.date = date


def spread_days(group: Group, gap: str, language: str) -> None:
    """Days of one month after a list, one each: "60/1 and 60/2, of 12 and 14 December 2005".

    *gap* stands between the last number and its date ("14 December 2005"). Only where there are
    as many days as numbers without a date.
    """
    if len(group.items) == 1:
        return
    days: list[str] = []
    known = single_words(language, "listed") | single_words(language, "dated")
    for found in reversed(_WORDS.findall(gap)):
        if day := _DAY.match(found):
            days.append(day[1])
        elif found not in known:
            break
    token = group.items[-1].date
    undated = group.items[-1 - len(days) : -1]
    if not days or token is None or len(days) > _MOST_DAYS or len(undated) != len(days):
        return
    if any(item.date is not None for item in undated) or not _FIRST_DAY.match(token.text):
        return
    for item, written in zip(reversed(undated), days, strict=True):
        item.date = token._replace(text=_FIRST_DAY.sub(written, token.text))


def days_of_han(date: Token, between: str) -> list[Token]:
    """The dates of "2005年12月12日和14日第": *between* is what follows the first."""
    found = _HAN_DAYS.match(between)
    if found is None:
        return []
    dates = [date]
    for month, day in _HAN_DAY.findall(found[1]):
        head = _HAN_MONTH.match(dates[-1].text)
        if head is None:
            return []
        dates.append(date._replace(text=f"{head[1]}{month or head[2]}{head[3]}{day}日"))
    return dates


def complete_years(items: list[Item]) -> None:
    """A date without a year may have that of the next in the list: "60/1 of 3 May and 60/2 of
    4 May 2006"."""
    later: Token | None = None
    for item in reversed(items):
        if item.date is None:
            continue
        if _YEAR.search(item.date.text):
            later = item.date
        else:
            item.year_of = later


def without_topic(gap: str, language: str) -> str:
    """*gap*, the words between a number and a date, from "both of" on, where words on the subject
    of the last resolution stand before: "5/2, on the Code of Conduct, both of 18 June 2007"."""
    _, comma, tail = gap.rpartition(", ")
    each = bool(comma) and tail.partition(" ")[0] in load_words(language, "each")
    return tail if each and len(gap) < TOPIC_CHARS and not _BREAK.search(gap) else gap


def share_date(group: Group, gap: str, language: str) -> None:
    """Give the date of the last number to those before it that have none, where *gap*, the words
    before the date, says so: "60/1 and 60/2, both of 3 May 2006", "all of 19 April 2013"."""
    if len(group.items) == 1:
        return
    said = load_words(language, "each")
    shared = next((said[word] for word in SEPARATORS.split(gap.lower()) if word in said), None)
    if shared is not None:
        for item in group.items[-2:] if shared == "both" else group.items:
            item.date = item.date or group.items[-1].date


@lru_cache(maxsize=4096)
def is_date_gap(gap: str, language: str) -> bool:
    """Whether the words between a number and a date leave the date to the number.

    "of", "adopted by the Council on" do; "by 1 February", "and the 11 March report", "as of", "on"
    alone do not ("resolution 61/105 on 1 March": the day on which something was done).
    """
    words = [word for word in SEPARATORS.split(gap.lower()) if word]
    if words:
        others = load_words(language, "other-date")
        if words[-1] in others or " ".join(words[-2:]) in others:
            return False
        if single_words(language, "when").issuperset(words):
            return False
    return _date_words(language).issuperset(words)


@cache
def _date_words(language: str) -> frozenset[str]:
    listed = single_words(language, "listed") | single_words(language, "dated")
    return listed | _LETTERS_IN_DATES


def is_of_date(text: str, start: int, end: int, language: str) -> bool:
    """Whether ``text[start:end]``, what stands between an act and a date, is "of" and no more."""
    if end - start > _GAP_CHARS:
        return False
    plain = text[start:end].strip(" ,").lower()
    return not plain or plain in load_words(language, "of-date")
