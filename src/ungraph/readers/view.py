"""From the text as printed to the text as matchers read it, with the way back.

The fold is one to one, code point by code point, but for what has to go (soft hyphens, zero
widths, marks of direction, Arabic stretching and vowel signs): see ``View.removed``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from ungraph.model.document import View

__all__ = ["fold_text", "join_lines", "unusual_characters"]

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
_REMOVED_RANGES = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x0640, 0x0640), (0x064B, 0x0652), (0x0670, 0x0670),
    (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0x00B2, 0x00B3), (0x00B9, 0x00B9), (0x2070, 0x2070), (0x2074, 0x2079),  # footnote marks
)  # fmt: skip
_COMBINING_MARKS = (*range(0x0300, 0x0309), 0x030A, 0x030B, 0x030C, 0x0327, 0x0328)
_FEW = 24
_USUAL = bytes([0x0A, *range(0x20, 0x7F)])
_UNUSUAL = re.compile("[^\u0410-\u044f\u0621-\u063a\u0641-\u064a\u4e00-\u9fff]")
# Two asterisks and a blank at the start of a line are the mark of a footnote, not bold.
_BOLD = re.compile(r"(?:^|(?<=\n))\*{2,4} (?=[^\W_])|\*\*+")


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
def _odd_characters() -> dict[str, str | None]:
    """Every character that is folded, with what it becomes; None for those that may go."""
    odd: dict[str, str | None] = {chr(code): chr(folded) for code, folded in _folding().items()}
    for first, last in _REMOVED_RANGES:
        odd |= {chr(code): None for code in range(first, last + 1)}
    odd |= {chr(code): None for code in _COMBINING_MARKS}
    return odd


@cache
def _gone(*, with_marks: bool) -> re.Pattern[str]:
    removed = "".join(f"{chr(first)}-{chr(last)}" for first, last in _REMOVED_RANGES)
    marks = "".join(map(chr, _COMBINING_MARKS))
    accented = f"|[A-Za-z\u0400-\u04ff][{marks}]" if with_marks else ""
    return re.compile(f"[{removed}]{accented}")


def unusual_characters(text: str) -> set[str]:
    """The characters of *text* other than printable ASCII, line ends, and the letters of Russian,
    Arabic and Chinese."""
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _USUAL)
    return set(_UNUSUAL.findall(encoded.decode("utf-8", "surrogatepass")))


def fold_text(text: str) -> View:
    """The view of *text*, line ends kept.

    Odd blanks become one blank each, curly quotes and apostrophes straight, en dashes and odd
    hyphens "-", runs of two or more asterisks (bold marks) blanks, wide and Arabic-Indic digits
    plain ones. Soft hyphens, zero widths, marks of direction, Arabic tatweel and vowel signs go,
    and raised digits (footnote marks: "71/205¹⁰ and 72/190" is one list);
    a letter with a combining accent becomes the accented letter.

    >>> fold_text("“it’s”\\u00a0§\\u00ad5").text
    '"it\\'s" §5'
    >>> fold_text("VERSION**Distr.").text
    'VERSION  Distr.'
    """
    folded = _BOLD.sub(_unmark, text) if "**" in text else text
    odd = _odd_characters()
    present = [char for char in unusual_characters(folded) if char in odd]
    if not present:
        return View(folded)
    removed: tuple[int, ...] = ()
    if any(odd[char] is None for char in present):
        has_marks = any(ord(char) in _COMBINING_MARKS for char in present)
        folded, removed = _remove(folded, _gone(with_marks=has_marks))
    if len(present) > _FEW:
        return View(folded.translate(_folding()), removed)
    for char in present:
        replacement = odd[char]
        if replacement is not None:
            folded = folded.replace(char, replacement)
    return View(folded, removed)


def _unmark(found: re.Match[str]) -> str:
    return found[0] if found[0][-1] == " " else " " * len(found[0])


def _remove(text: str, gone: re.Pattern[str]) -> tuple[str, tuple[int, ...]]:
    """*text* without what has to go, and the positions at which it stood."""
    pieces: list[str] = []
    removed: list[int] = []
    last = 0
    for found in gone.finditer(text):
        start, end = found.span()
        if end - start == 2:
            composed = unicodedata.normalize("NFC", found[0])
            if len(composed) != 1:
                continue
            pieces += (text[last:start], composed)
            removed.append(end - 1 - len(removed))
        else:
            pieces.append(text[last:start])
            removed.append(start - len(removed))
        last = end
    pieces.append(text[last:])
    return "".join(pieces), tuple(removed)


def join_lines(view: View, breaks: Iterable[int]) -> View:
    """*view* with the line ends that stand inside a block as blanks.

    *breaks* are the positions in the view of the line ends to keep; line ends next
    to a blank line are kept in any case.

    >>> join_lines(View("one\\ntwo\\nthree\\n\\nfour"), [7]).text
    'one two\\nthree\\n\\nfour'
    """
    text = view.text
    kept = frozenset(breaks)
    joined: list[int] = []
    position = text.find("\n")
    last = len(text) - 1
    while position >= 0:
        if position not in kept and 0 < position < last and _is_single(text, position, last):
            joined.append(position)
        position = text.find("\n", position + 1)
    if not joined:
        return view
    pieces: list[str] = []
    start = 0
    for position in joined:
        pieces.append(text[start:position])
        start = position + 1
    pieces.append(text[start:])
    return View(" ".join(pieces), view.removed)


def _is_single(text: str, position: int, last: int) -> bool:
    """Whether the line end at *position* has no blank line beside it."""
    before, after = position - 1, position + 1
    while before > 0 and text[before] == " ":
        before -= 1
    while after < last and text[after] == " ":
        after += 1
    return text[before] not in "\n " and text[after] not in "\n "
