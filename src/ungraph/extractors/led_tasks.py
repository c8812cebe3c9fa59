"""Whom the lead words of a paragraph ask, and what they ask of them, in five languages.

Prie le Secrétaire général de lui présenter un rapport · 请秘书长提交报告 · تطلب إلى الأمين العام أن يقدم

Only a name that stands right behind the lead words is asked; only words that open what is asked
("de", "que", "أن", an infinitive in Russian) begin a task. Otherwise there is none.
"""

from __future__ import annotations

from functools import cache

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.resources import load_table

__all__ = ["find_addressee", "find_task"]

_NEAR = 6
_INFINITIVES = ("ть", "ти", "чь", "ться", "тись")
_CLAUSES = frozenset("чтобы который которая которые и или ; :".split())
_JOINING = ("和", "与", "及", "以及")
_COMMAS = frozenset("، ， , ؛ ；".split())
_BEFORE_NEXT = frozenset("et y e и а , también aussi également además также".split())
_NEAR_INFINITIVE = 14
_SET_IN = 50
_LISTING = frozenset("和 与 及 以及 、 ， , et y и و ou o".split())


@cache
def load_led_words(language: str, place: str) -> frozenset[str]:
    """Words that may stand before whom a paragraph asks ("addressee"), or open what it asks of
    them ("task"); empty for languages without rows in ``data/led_words.csv``."""
    return frozenset(
        word
        for row in load_table("led_words")
        if row["language"] == language and row["place"] == place
        for word in row["words"].split()
    )


def find_addressee(parsed: ParsedSentence, language: str, last: int, end: int) -> int | None:
    """The token of the agent right behind the lead words that end before *last*, else None:
    "prie le secrétariat de la Conférence des Nations Unies" does not ask the United Nations."""
    between = load_led_words(language, "addressee")
    for i in range(last, min(end, last + _NEAR)):
        filler = parsed.fillers[i]
        if filler is not None and filler.code == AGENT:
            return i
        if parsed.words[i] not in between:
            return None
    return None


def find_task(draft: Draft) -> tuple[int, int] | None:
    """First and last token (exclusive) of what a paragraph asks of the one it names, else None."""
    parsed, theme, language = draft.parsed, draft.theme, draft.row.language
    if theme is None:
        return None
    last, end = parsed.at(theme.start), parsed.at(theme.end - 1) + 1
    named = find_addressee(parsed, language, last, end)
    if named is None or named + 1 >= end:
        return None
    end = _next_act(parsed, language, named + 2, end)
    first, word = named + 1, parsed.word(named + 1)
    if (
        word in _LISTING
        or language == "zh"
        and word.startswith(_JOINING)
        or parsed.code(first) == AGENT
    ):
        return None
    if language == "zh":
        return first, end
    if language == "ru":
        return (first, end) if _has_infinitive(parsed, first, end) else None
    openers = load_led_words(language, "task")
    start = first
    if parsed.word(start) == ",":
        start = _closed(parsed, start, end, openers)
    first = start
    while start < end - 1 and (parsed.words[start] in openers or parsed.words[start] in "’'"):
        start += 1
    if start == first:
        return None
    return (start + (parsed.word(start) == ","), end)


def _next_act(parsed: ParsedSentence, language: str, first: int, end: int) -> int:
    """Where another act of the same paragraph begins ("et décide", "، وتقرر", "，并决定")."""
    opening = tuple(load_led_words(language, "next"))
    if not opening:
        return end
    for i in range(first, end - 1):
        if parsed.depth[i]:
            continue
        if language in {"ar", "zh"}:
            begins = parsed.words[i].startswith(opening) and parsed.words[i - 1] in _COMMAS
        else:
            begins = parsed.words[i] in opening and parsed.words[i - 1] in _BEFORE_NEXT
        if begins:
            stop = i
            while stop > first and parsed.words[stop - 1] in _BEFORE_NEXT | _COMMAS:
                stop -= 1
            return stop
    return end


def _has_infinitive(parsed: ParsedSentence, first: int, end: int) -> bool:
    """Whether an infinitive stands near: "каждые три месяца представлять Совету доклад"."""
    for i in range(first, min(end, first + _NEAR_INFINITIVE)):
        if parsed.words[i] in _CLAUSES:
            return False
        if parsed.words[i].endswith(_INFINITIVES) and parsed.codes[i] == "w":
            return True
    return False


def _closed(parsed: ParsedSentence, comma: int, end: int, openers: frozenset[str]) -> int:
    """Behind the comma that closes the words set in after the one named: ", agissant avec …, de"."""
    for i in range(comma + 2, min(end - 1, comma + _SET_IN)):
        if parsed.words[i] == "," and parsed.words[i + 1] in openers:
            return i + 1
    return comma
