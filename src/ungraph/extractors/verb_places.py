"""Whether a word can be the verb of its clause: what stands around it, and what is acted on."""

from __future__ import annotations

from functools import cache

from ungraph.extractors.parsing import AGENT, CITATION, ParsedSentence
from ungraph.extractors.slots import clause_start, noun_before
from ungraph.extractors.wording import WordList, load_word_list

__all__ = [
    "follows_did",
    "is_helped",
    "is_nor_was",
    "is_only_verb",
    "is_relative",
    "is_several",
    "load_things",
]

_PLURAL = frozenset("they we i you police people staff counsel us".split())


def is_only_verb(parsed: ParsedSentence, head: int, last: int) -> bool:
    """ "the author and her partner applied to the city": nothing else can be the verb."""
    noun, after = noun_before(parsed, head), parsed.code(last)
    word = parsed.words[head - 1]
    if noun is None or parsed.codes[noun.first] != "d" or word in load_things():
        return False
    if after not in {"d", "p", "A", "h", "W"} or word.endswith(("ing", "ed")):
        return False
    start = clause_start(parsed, head)
    if {"x", "m", "r"} & set(parsed.codes[start:head]):
        return False
    for i in range(last, len(parsed)):
        code = parsed.codes[i]
        if code in {";", "r", ":"} or parsed.words[i] == "that":
            return True
        if code in {"x", "m"}:
            return False
        placed = parsed.codes[i - 1] in {"w", "W", AGENT, "T", CITATION, ")"}
        if code == "w" and placed and parsed.words[i].endswith(("ed", "s")) and i > last:
            return parsed.words[i].endswith("s")
    return parsed.words[-1] == "."


@cache
def load_things() -> WordList:
    """What is asked, sent, lodged, presented or adopted: no verb in front of "by" acts on it."""
    lists = [load_word_list(name) for name in ("adopted", "lodged", "presented", "sent", "writing")]
    words = frozenset().union(*(each.words for each in lists))
    return WordList(words, tuple(start for each in lists for start in each.starts))


def is_relative(parsed: ParsedSentence, j: int) -> bool:
    """ "the jury that found the author guilty": what "that" stands for is right before it."""
    return parsed.code(j - 1) in {"w", "W", AGENT, CITATION, ")"}


def is_nor_was(parsed: ParsedSentence, j: int) -> bool:
    """ "nor was a decision adopted": the auxiliary stands in front of the subject."""
    return parsed.word(j) in {"was", "were"} and parsed.word(j - 1) in {"nor", "neither"}


def is_helped(parsed: ParsedSentence, j: int) -> bool:
    """Whether somebody helps or makes the agent at token *j* do it."""
    i = j - 1
    while parsed.code(i) in {"d", "w", "W", "v"} and j - i < 4:
        if parsed.word(i) in {"help", "helps", "helped", "make", "makes", "made", "let", "assist"}:
            return True
        i -= 1
    return False


def is_several(parsed: ParsedSentence, j: int) -> bool:
    """Whether the agent at token *j* takes a verb in the plural: "the authors", "they", "A and B"."""
    filler = parsed.fillers[j]
    word = parsed.words[j]
    joined = "c" in parsed.codes[max(0, j - 3) : j]
    several = filler is not None and len(filler.keys) > 1
    return several or joined or word.endswith("s") or word in _PLURAL or "parties" in word


def follows_did(parsed: ParsedSentence, j: int) -> bool:
    """ "Not only did the State party insist": the auxiliary stands in front of the agent."""
    i = j
    while parsed.code(i) in {AGENT, "h", "d"} and j - i < 3:
        i -= 1
    return i < j and parsed.word(i) in {"did", "does"}
