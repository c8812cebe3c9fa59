"""From the text as printed to the text as matchers read it, with the way back.

The fold is one to one, code point by code point, but for what has to go (soft hyphens, zero
widths, marks of direction, Arabic stretching and vowel signs): see ``View.removed``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from ungraph.model.document import View

__all__ = ["fold_text", "join_lines"]

_BLANKS = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
_MORE_BLANKS = "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\u2028\u2029"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\uff07"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
# Wide forms of letters, digits and of the signs that stand inside symbols and numbers; the
# punctuation of Chinese sentences stays as it is.
_WIDE = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]
_WIDE += [0xFF08, 0xFF09, 0xFF0A, 0xFF0E, 0xFF0F, 0xFF3B, 0xFF3D]
_REMOVED = (
    "[\u00ad\u034f\u0640\u064b-\u0652\u0670\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufe00-\ufe0f\ufeff]"
)
_COMBINING = "[A-Za-z\u0400-\u04ff][\u0300-\u0308\u030a-\u030c\u0327\u0328]"
_IN_PLAIN = re.compile(r"[^\n -)+-~]|\*\*")
_BOLD = re.compile(r"\*\*+")


@cache
def _folding() -> dict[int, int]:
    table = {ord(c): 0x20 for c in _BLANKS + _MORE_BLANKS}
    table |= {c: 0x20 for c in range(0x20) if c != 0x0A}
    table |= {ord(c): 0x0A for c in _LINE_ENDS}
    table |= {ord(c): 0x22 for c in _DOUBLE_QUOTES}
    table |= {ord(c): 0x27 for c in _SINGLE_QUOTES}
    table |= {ord(c): 0x2D for c in _HYPHENS}
    table |= {c: c - 0xFEE0 for c in _WIDE}
    for first in (0x0660, 0x06F0):
        table |= {first + digit: 0x30 + digit for digit in range(10)}
    return table


@cache
def _gone() -> re.Pattern[str]:
    return re.compile(f"{_REMOVED}|{_COMBINING}")


def fold_text(text: str) -> View:
    """The view of *text*, line ends kept.

    Odd blanks become one blank each, curly quotes and apostrophes straight, en dashes and odd
    hyphens "-", runs of two or more asterisks (bold marks) blanks, wide and Arabic-Indic digits
    plain ones. Soft hyphens, zero widths, marks of direction, Arabic tatweel and vowel signs go;
    a letter with a combining accent becomes the accented letter.

    >>> fold_text("“it’s”\\u00a0§\\u00ad5").text
    '"it\\'s" §5'
    >>> fold_text("VERSION**Distr.").text
    'VERSION  Distr.'
    """
    if _IN_PLAIN.search(text) is None:
        return View(text)
    folded = _BOLD.sub(lambda found: " " * len(found[0]), text) if "**" in text else text
    if folded.isascii():
        return View(folded.translate(_folding()))
    pieces: list[str] = []
    removed: list[int] = []
    last = 0
    for found in _gone().finditer(folded):
        start, end = found.span()
        if end - start == 2:
            composed = unicodedata.normalize("NFC", found[0])
            if len(composed) != 1:
                continue
            pieces += (folded[last:start], composed)
            removed.append(end - 1 - len(removed))
        else:
            pieces.append(folded[last:start])
            removed.append(start - len(removed))
        last = end
    if removed:
        pieces.append(folded[last:])
        folded = "".join(pieces)
    return View(folded.translate(_folding()), tuple(removed))


def join_lines(view: View, breaks: Iterable[int]) -> View:
    """*view* with the line ends that stand inside a block as blanks.

    *breaks* are the positions in the view, ascending, of the line ends to keep; line ends next
    to a blank line are kept in any case.

    >>> join_lines(View("one\\ntwo\\nthree\\n\\nfour"), [7]).text
    'one two\\nthree\\n\\nfour'
    """
    text = view.text
    kept = list(breaks)
    pieces: list[str] = []
    last = 0
    for found in _SINGLE_END.finditer(text):
        position = found.start(1)
        i = bisect_left(kept, position)
        if i < len(kept) and kept[i] == position:
            continue
        pieces += (text[last:position], " ")
        last = position + 1
    if not last:
        return view
    pieces.append(text[last:])
    return View("".join(pieces), view.removed)


_SINGLE_END = re.compile(r"[^\n ] *(\n)(?= *[^\n ])")
