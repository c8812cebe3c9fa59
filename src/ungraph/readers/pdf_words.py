"""Words that a PDF cuts with a blank ("suffi cient") made whole by the document's other words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, compress

from ungraph.readers.pdf_lines import PageLine

__all__ = ["mend_words"]

_WORD = re.compile(r"[^\W\d_]+")
# Two of these side by side are two words, even where their sum is a word as well.
_WORDS_OF_THEIR_OWN = frozenset(
    """a all am an and any are as at back be been body but by can come day do down end ever every
    fore for from go had has have he her here him his how i if in is it its land like long man may
    mean more most new no not of off on one or other out over own part read right self set she side
    so some such take than that the their them then there they thing this time to too under up use
    was way we well were what when where who will with work year you""".split()
)
_TWO_DIGITS = re.compile(r"\d\d\b")


def mend_words(pages: Sequence[Sequence[PageLine]]) -> None:
    """Join, in place, two pieces of which one stands nowhere else and whose sum does.

    "to the extent that there are suffi cient resources" is mended where "sufficient" occurs in
    the same document; "in to" is not, because both are words.
    """
    printed = [line for lines in pages for line in lines]
    text = "\n".join([line.text for line in printed])
    tokens = _WORD.findall(text)
    counts = Counter(tokens)
    rare = {word for word, count in counts.items() if count == 1 or len(word) == 1}
    joins = set(_iter_years(text))
    for at in compress(range(len(tokens)), map(rare.__contains__, tokens)):
        word = tokens[at]
        if at and tokens[at - 1] + word in counts:
            joins.add((tokens[at - 1], word))
        if at + 1 < len(tokens) and word + tokens[at + 1] in counts:
            joins.add((word, tokens[at + 1]))
    cuts = {f"{one} {other}": one + other for one, other in joins if _is_cut(one, other, counts)}
    places = {at: cut for cut in cuts for at in _iter_places(cut, text)}
    if not places:
        return
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(set(places.values())))) + r")\b")
    starts = list(accumulate((len(line.text) + 1 for line in printed), initial=0))
    for number in sorted({bisect_right(starts, at) - 1 for at in places}):
        line = printed[number]
        line.text = pattern.sub(lambda found: cuts[found[0]], line.text)


def _iter_places(cut: str, text: str) -> Iterator[int]:
    """Where *cut* stands in *text*, not as part of longer words."""
    at = text.find(cut)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(cut) : at + len(cut) + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            yield at
        at = text.find(cut, at + 1)


def _is_cut(one: str, other: str, counts: Counter[str]) -> bool:
    """Whether two pieces, of which one is rare, are one word of the document (or one year)."""
    return one.isdecimal() or (
        (counts[one] == 1 or counts[other] == 1 or len(other) == 1)
        and not (one.lower() in _WORDS_OF_THEIR_OWN and other in _WORDS_OF_THEIR_OWN)
    )


def _iter_years(text: str) -> Iterator[tuple[str, str]]:
    """Years cut in two that the document writes whole elsewhere: "20 30" and "2030"."""
    for century in ("19", "20"):
        at = text.find(f"{century} ")
        while at >= 0:
            rest = _TWO_DIGITS.match(text, at + 3)
            if rest and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
                if re.search(rf"\b{century}{rest[0]}\b", text):
                    yield century, rest[0]
            at = text.find(f"{century} ", at + 3)
