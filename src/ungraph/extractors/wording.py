"""Lists of words that the frames ask for: what is lodged, what is founded, who can act.

``data/act_words.csv`` has one row for each word: the list, the word or how it begins, a sentence in
which it counts, the type of act which that sentence says, and one in which it does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ungraph.errors import DataError
from ungraph.resources import load_table

__all__ = ["WordList", "load_word_list"]


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of one list: whole ones, and those of which the beginning is given."""

    words: frozenset[str]
    starts: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.words or bool(self.starts) and word.startswith(self.starts)

    def has_any(self, words: Iterable[str]) -> bool:
        """Whether one of *words* (lower case) is in the list.

        >>> load_word_list("lodged").has_any(["his", "complaints"])
        True
        """
        return any(word in self for word in words)


@cache
def load_word_list(name: str) -> WordList:
    """The list *name*. Raises DataError when no row belongs to it."""
    rows = [row for row in load_table("act_words") if row["list"] == name]
    if not rows:
        raise DataError(f"no words in the list {name!r}", where="data/act_words.csv")
    words = frozenset(row["word"] for row in rows if row["match"] == "word")
    return WordList(words, tuple(row["word"] for row in rows if row["match"] == "start"))
