"""The proper name of an event: "World Summit for Social Development", "Eighth Review Conference".

Names tell events apart and find them again in later paragraphs; "the Conference" has none.
"""

from __future__ import annotations

from functools import cache

from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.matchers.engine import Pattern, compile_pattern

__all__ = ["find_name", "lemma_of", "name_span"]

_JOINTS = frozenset("of on for to against with".split())
_LONGEST = 24


@cache
def _event_name() -> Pattern:
    """Names of conferences that were held once, among the names of organizations."""
    return compile_pattern(
        r"(?i)^(?:the )?(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th)"
        r"\s+|international |world |united nations |regional |global |millennium )+"
        r"(?:\w+ )?(?:conference|summit|congress|assembly)\b"
    )


@cache
def _standing() -> Pattern:
    """Bodies with the name of a conference."""
    return compile_pattern(
        r"(?i)conference of|conference on (?:trade|disarmament)|labour conference|general conference"
    )


def lemma_of(word: str) -> str:
    """The singular of the head word.

    >>> lemma_of("meetings"), lemma_of("symposia")
    ('meeting', 'symposium')
    """
    if word in {"symposia", "fora"}:
        return word[:-1] + "um"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def find_name(parsed: ParsedSentence, head: int) -> str:
    """The name around token *head*, in lower case without "the"; "" where it has none."""
    filler = parsed.fillers[head]
    if filler is not None and " " in parsed.words[head]:
        words = parsed.words_of(head, head + 1)
        if filler.code != AGENT or not _event_name().search(words) or _standing().search(words):
            return ""
        return _plain(words)
    if parsed.codes[head] != "W" and not (filler and parsed.words_of(head, head + 1)[0].isupper()):
        return ""
    first, last = name_span(parsed, head)
    if last - first < 2:
        return ""
    words = parsed.words_of(first, last)
    return "" if _standing().search(words) else _plain(words)


def name_span(parsed: ParsedSentence, head: int) -> tuple[int, int]:
    """First token and end of the capitalised words around *head*."""
    first = head
    while first > 0 and head - first < _LONGEST and parsed.codes[first - 1] in {"W", AGENT, "#"}:
        if parsed.codes[first - 1] == "#" and len(parsed.words[first - 1]) < 3:
            break  # the number of a footnote
        if parsed.words[first - 1] in {"see", "note", "also", "cf", "at", "in"}:
            break
        if parsed.fillers[first - 1] is not None and parsed.code(first - 2) == "w":
            break
        first -= 1
    last = head + 1
    topic = False
    while last < min(len(parsed), head + _LONGEST):
        word, nxt = parsed.words[last], parsed.code(last + 1)
        if parsed.codes[last] in {"W", AGENT} and last > head + 1:
            last += 1
        elif word in _JOINTS and nxt in {"W", AGENT}:
            topic, last = True, last + 2
        elif word in _JOINTS and nxt == "d" and parsed.code(last + 2) in {"W", AGENT}:
            topic, last = True, last + 3
        elif topic and word in {"and", ","} and nxt == "W":
            last += 2
        else:
            break
    return first, min(last, len(parsed))


def _plain(words: str) -> str:
    return " ".join(words.lower().split()).removeprefix("the ")
