"""Where a citation's sentence ends: line ends and full stops, not the dots of abbreviations."""

from __future__ import annotations

__all__ = ["has_boundary"]

_ABBREVIATIONS = frozenset(
    "no nos vol vols para paras art arts chap chaps sect sects p pp res op cf suppl mr ms mrs dr st "
    "núm párr párrs cap caps secc art arts par п пп см гл ст разд т г mme rés doc".split()
)
_CLOSING = "\"'»)”"


def has_boundary(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in ``text[start:end]``, the words between two tokens.

    >>> has_boundary("in 2005. The", 0, 12), has_boundary("see No. 5", 0, 9)
    (True, False)
    """
    first = start - 1 if start else 0
    between = text[first:end]
    if "\n" in between or "。" in between:
        return True
    if "." in between and _ends(". ", text, first, end):
        return True
    return ("?" in between and _ends("? ", text, first, end)) or (
        "!" in between and _ends("! ", text, first, end)
    )


def _ends(mark: str, text: str, start: int, end: int) -> bool:
    position = text.find(mark, start, end)
    while position >= 0:
        if _opens_sentence(text, position + 2) and not _abbreviates(text, position):
            return True
        position = text.find(mark, position + 1, end)
    return False


def _opens_sentence(text: str, position: int) -> bool:
    following = text[position : position + 1]
    return following.isupper() or following in '"(«' or "\u0600" <= following <= "\u06ff"


def _abbreviates(text: str, dot: int) -> bool:
    begin = max(0, dot - 8)
    word = text[begin:dot].rsplit(" ", 1)[-1].lstrip("(").lower()
    return word in _ABBREVIATIONS
