"""Lead words of preambular and operative paragraphs: "Recalling also", "Calls upon", "又重申"."""

from __future__ import annotations

import re
from functools import cache

from ungraph.resources import load_table

__all__ = ["Lead", "find_lead"]

_WORD = re.compile(r"[^\s,;:.()،؛]+")
_NUMBER = re.compile(r"[\s*]*\d{1,3}(?:\.\d{1,3})*(?:\.| ?-|、)?\s*")
_MAX_CHARS = 60
_VOWEL_SIGNS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")

Lead = tuple[int, int, str]


@cache
def _load_phrases(language: str) -> dict[str, str]:
    """Phrase → kind; a phrase that both kinds of paragraph begin with has kind ""."""
    phrases: dict[str, str] = {}
    for row in load_table("lead_words"):
        if row["language"] == language:
            known = phrases.setdefault(row["phrase"], row["kind"])
            if known != row["kind"]:
                phrases[row["phrase"]] = ""
    for row in load_table("leads"):
        if row["language"] == language:
            phrases.setdefault(row["lead"].lower(), "")
    return phrases


@cache
def _longest(language: str) -> int:
    return max((len(phrase) for phrase in _load_phrases(language)), default=0)


@cache
def _load_adverbs(language: str, place: str) -> frozenset[str]:
    """Words that stand before, inside or after lead words ("also", "with deep", "further")."""
    return frozenset(
        row["words"].lower()
        for row in load_table("lead_adverbs")
        if row["language"] == language and row["place"] == place
    )


@cache
def _load_stance_words(language: str) -> frozenset[str]:
    rows = load_table("stance_words")
    return frozenset(row["word"].lower() for row in rows if row["language"] == language)


def find_lead(view_text: str, start: int, language: str) -> Lead | None:
    """The lead words of the paragraph at *start*: their start and end, and what they lead.

    The longest phrase of ``data/lead_words.csv`` that stands right after the number, if any, also
    after an adverb ("Further urges") and with what may follow it ("also", "with deep concern").
    The third value is "preambular", "operative" or "" where both begin so.

    >>> find_lead("2. Calls upon States to act;", 0, "en")
    (3, 13, 'operative')
    >>> find_lead("Notes with the gravest concern the fighting", 0, "en")
    (0, 30, 'operative')
    """
    phrases = _load_phrases(language)
    if not phrases:
        return None
    number = _NUMBER.match(view_text, start, start + _MAX_CHARS)
    first = number.end() if number else start
    head = view_text[first : first + _MAX_CHARS].replace("\n", " ").lower()
    if language == "zh":
        found = _find_prefix(head, phrases)
        return (first, first + found[0], found[1]) if found else None
    places: list[int] | None = None
    signs = view_text[first : first + _MAX_CHARS + 1] if language == "ar" else ""
    if not _VOWEL_SIGNS.isdisjoint(
        signs
    ):  # vowel signs may stand between the letters: "تسلّم" is "تسلم"
        places = [i for i, sign in enumerate(head) if sign not in _VOWEL_SIGNS]
        head = "".join(head[i] for i in places)
    words = list(_WORD.finditer(head))
    found = _find_words(head, words, phrases, language)
    if found is None:
        return None
    end = found[0] if places is None else places[found[0] - 1] + 1
    while places is not None and view_text[first + end : first + end + 1] in _VOWEL_SIGNS:
        end += 1
    return first, first + end, found[1]


def _find_prefix(head: str, phrases: dict[str, str]) -> tuple[int, str] | None:
    """End and kind of the longest phrase that *head* begins with, after adverbs ("又", "还")."""
    skipped = 0
    adverbs = _load_adverbs("zh", "before")
    while True:
        for length in range(min(_longest("zh"), len(head) - skipped), 0, -1):
            kind = phrases.get(head[skipped : skipped + length])
            if kind is not None:
                return skipped + length, kind
        step = next((n for n in (4, 3, 2, 1) if head[skipped : skipped + n] in adverbs), 0)
        if not step:
            return None
        skipped += step


def _find_words(
    head: str, words: list[re.Match[str]], phrases: dict[str, str], language: str
) -> tuple[int, str] | None:
    """The same for languages that part words with blanks."""
    adverbs = _load_adverbs(language, "before")
    skipped = 0
    while skipped < len(words):
        begin = words[skipped].start()
        for last in range(len(words) - 1, skipped - 1, -1):
            kind = phrases.get(head[begin : words[last].end()])
            if kind is not None:
                return _extend(head, words, last, language), kind
        step = next(
            (
                n
                for n in (3, 2, 1)
                if skipped + n < len(words)
                and head[begin : words[skipped + n - 1].end()] in adverbs
            ),
            0,
        )
        if not step:
            return None
        skipped += step
    return None


def _extend(head: str, words: list[re.Match[str]], last: int, language: str) -> int:
    """Where the lead ends: after "also", after "with deep concern"."""
    after, inside = _load_adverbs(language, "after"), _load_adverbs(language, "inside")
    stances = _load_stance_words(language)
    end = words[last].end()
    for k in range(last + 1, len(words)):
        word = words[k].group()
        if head[words[k - 1].end() : words[k].start()] != " ":
            break
        if word in after or word in stances:
            end = words[k].end()
        elif word not in inside:
            break
    return end
