"""Numbers of a Chinese list and the head noun behind them → a group, with the organ of each.

大会第60/1号和第60/2号决议 · 其2005年3月3日第60/1号决议 · 关于与世界卫生组织的合作的第60/1号决议
"""

from __future__ import annotations

import re

from ungraph.identifiers.resolution import ActKind
from ungraph.matchers.list_dates import days_of_han
from ungraph.matchers.lists import Group, Item, iter_letters
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import TokenKind, load_words

__all__ = ["close_han", "dates_before", "with_letters"]

_QUOTED = re.compile(r'"[^"]*"|《[^》]*》|“[^”]*”')
_DATE = re.compile(r"\d{4} ?年 ?\d{1,2} ?月(?: ?\d{1,2} ?日)?")
_CLAUSES = re.compile("[，；。\n号]")
_NEAR_CHARS = 6
_BACK_CHARS = 60
_CLAUSE_CHARS = 1000
_WITHOUT_ORGAN_CHARS = 80
_DATE_CHARS = 40


def close_han(
    text: str, items: list[Item], head: Token, act: ActKind, its: frozenset[str]
) -> Group:
    """The group that *head* closes; *its* are the words that say whose the numbers are."""
    group = Group(head, act, False, start=items[0].start)
    group.items = items
    for item in items:
        _give_organ(text, item, its)
    items[-1].after_end = head.end
    return group


def _give_organ(text: str, item: Item, its: frozenset[str]) -> None:
    while item.nearby and _is_topic(text, item.nearby[0], item.start):
        item.nearby = item.nearby[1:]
    organ = item.nearby[0] if item.nearby else None
    if organ is not None and item.start - organ.end > _CLAUSE_CHARS:
        organ = None
    start = organ.end if organ else max(0, item.start - _WITHOUT_ORGAN_CHARS)
    between = text[start : item.start]
    item.possessive = any(mark in between for mark in its)
    if organ is None:
        return
    if organ.kind is TokenKind.BARE_ORGAN:
        clause = text[max(0, organ.start - _BACK_CHARS) : organ.start]
        item.possessive |= any(mark in clause[clause.rfind("，") + 1 :] for mark in its)
    if not item.possessive and not _is_far(organ, between):
        item.organ, item.organ_how = organ, "before"


def _is_topic(text: str, organ: Token, position: int) -> bool:
    """Whether an organ before a number belongs to the subject or title of the act, not to the act:
    "其关于…与世界卫生组织的合作的第60/1号决议"."""
    if position - organ.end > _CLAUSE_CHARS:
        return False
    between = text[organ.end : position]
    if between.count('"') % 2 or "》" in between.partition("《")[0]:
        return True  # inside a title
    if any(about in between for about in load_words("zh", "about-after")):
        return True
    if "的" not in between:
        return False
    clause = _CLAUSES.split(text[max(0, organ.start - _BACK_CHARS) : organ.start])[-1]
    return any(about in clause for about in load_words("zh", "about"))


def _is_far(organ: Token, between: str) -> bool:
    """Whether the words between an organ and a number part them: a comma, or much after an
    organization that is none of ours."""
    plain = _QUOTED.sub("", between)
    foreign = organ.kind is TokenKind.FOREIGN
    return "，" in plain or (foreign and len(_DATE.sub("", plain)) > _NEAR_CHARS)


def dates_before(text: str, date: Token | None, position: int) -> list[Token]:
    """The dates of the numbers of a list that begins at *position*: one for all, or one each
    ("2005年12月12日和14日第60/1和60/2号")."""
    if date is None or position - date.end > _DATE_CHARS:
        return []
    between = text[date.end : position].strip()
    if not between or between in load_words("zh", "dated"):
        return [date]
    return days_of_han(date, between)


def with_letters(text: str, item: Item) -> list[Item]:
    """*item* and the other letters of its number, with its date ("第53/243 A和B号")."""
    items = [item]
    for lettered in iter_letters(text, item, "zh"):
        lettered.date, lettered.nearby, lettered.after_end = item.date, item.nearby, lettered.end
        items.append(lettered)
    return items
