"""Words that a PDF cuts with a blank ("suffi cient") made whole by the document's other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

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
_YEAR = re.compile(r"\b(19|20) (\d\d)\b")


def mend_words(pages: Sequence[Sequence[PageLine]]) -> None:
    """Join, in place, two pieces of which one stands nowhere else and whose sum does.

    "to the extent that there are suffi cient resources" is mended where "sufficient" occurs in
    the same document; "in to" is not, because both are words.
    """
    text = "\n".join([line.text for lines in pages for line in lines])
    tokens = _WORD.findall(text)
    counts = Counter(tokens)
    rare = {word for word, count in counts.items() if count == 1 or len(word) == 1}
    broken = {
        (one, other)
        for one, other in pairwise(tokens)
        if (other in rare or one in rare)
        and one + other in counts
        and (counts[one] == 1 or counts[other] == 1 or len(other) == 1)
        and not (one.lower() in _WORDS_OF_THEIR_OWN and other in _WORDS_OF_THEIR_OWN)
    }
    broken |= {(found[1], found[2]) for found in _YEAR.finditer(text) if _is_year(found, text)}
    if not broken:
        return
    cuts = {f"{one} {other}": one + other for one, other in broken}
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(cut) for cut in sorted(cuts)) + r")\b")
    for lines in pages:
        for printed in lines:
            if " " in printed.text:
                printed.text = pattern.sub(lambda found: cuts[found[0]], printed.text)


def _is_year(found: re.Match[str], text: str) -> bool:
    """Whether the document writes the same year whole elsewhere: "20 30" and "2030"."""
    return re.search(rf"\b{found[1]}{found[2]}\b", text) is not None
