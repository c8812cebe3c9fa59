"""Words and numbers of a pinpoint → its structure: "paragraphs 1 to 19", "section II, paragraph 1".

paragraph 4 (c) · paras. 28-30 · paragraphes 2 e) et 3 · пункты 1 и 2 · الفقرتان 4 و 5 · 第4和5段
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import Vocabulary, load_vocabulary
from ungraph.resources import load_table

__all__ = ["read_pinpoint"]

_NUMERAL = re.compile(
    r"\d{1,4}(?:\.\d{1,3})*(?:bis|ter)?|[IVXLC]+(?![A-Za-z/])|[A-Z](?![A-Za-z\-/])"
)
_LETTER = re.compile(r" ?\((?:[a-z]{1,4}|\d{1,2}|[а-я]|[ء-ي]{1,2})\)| (?:[a-z]|[а-я]|[ivx]{1,4})\)")
_SEPARATOR = re.compile(
    r"(?P<range> ?- ?| to | through | à | a | al | по | إلى |至)"
    r"|(?P<and>,? and |,? or |, | et | ou | y | e | o | и | или |، | و ?| أو |、|和|及|或)"
)
_YEAR_AFTER = re.compile(r" ?[A-Z]? ?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXLC]+|د)")
_ORDINALS = {
    "الأول": "I", "الثاني": "II", "الثالث": "III", "الرابع": "IV", "الخامس": "V",
    "السادس": "VI", "السابع": "VII", "الثامن": "VIII", "التاسع": "IX", "العاشر": "X",
}  # fmt: skip
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_HAN_UNITS = {
    "段": "paragraph",
    "条": "article",
    "章": "chapter",
    "节": "section",
    "款": "paragraph",
}
_HAN_NUMERAL = re.compile(r"[0-9]+(?:\([0-9a-z]+\))*|[IVX]+|[一二三四五六七八九十]+")
_LATIN = str.maketrans("асеопхأابجدهوزحطيكلمن", "aceopxaabcdefghijklmn")
_ROMAN_KINDS = frozenset({"section", "chapter", "part", "annex", "appendix", "article"})


def read_pinpoint(text: str, token: Token, vocabulary: Vocabulary) -> tuple[Pinpoint, int]:
    """The pinpoint that begins with *token*, and where it ends in *text*."""
    if vocabulary.language == "zh" and token.text[-1] in _HAN_UNITS:
        return _read_han(token)
    kind, start = _kind_and_start(text, token, vocabulary)
    numbers: list[tuple[str, str | None]] = []
    end = _read_numbers(text, start, kind, numbers)
    if not numbers:
        if kind == "preambular" and (before := _ordinal_before(text, token.start, vocabulary)):
            return Pinpoint((PinpointStep(kind, ((before, None),)),)), token.end
        ordinal = token.text.rpartition(" ")[2]
        if ordinal in _ORDINALS:
            return Pinpoint((PinpointStep(kind, ((_ORDINALS[ordinal], None),)),)), token.end
        return Pinpoint((PinpointStep(kind),)), token.end
    return Pinpoint((PinpointStep(kind, tuple(numbers)),)), end


def _ordinal_before(text: str, start: int, vocabulary: Vocabulary) -> str:
    """Number of the ordinal word right before: "9" for "ninth preambular paragraph"."""
    words = text[max(0, start - 20) : start].lower().split()
    stems = _ordinals(vocabulary.language)
    return str(stems[words[-1]]) if words and words[-1] in stems else ""


@cache
def _ordinals(language: str) -> Mapping[str, int]:
    rows = load_table("ordinal_words")
    return {row["stem"]: int(row["value"]) for row in rows if row["language"] == language}


def _kind_and_start(view: str, token: Token, vocabulary: Vocabulary) -> tuple[str, int]:
    """Kind of part, and where its numbers begin: the longest form that opens the token."""
    kind, size = _form_of(token.text, vocabulary.language)
    start = token.start + size
    return kind, start + 1 if view[start : start + 1] == " " else start


@lru_cache(maxsize=4096)
def _form_of(words: str, language: str) -> tuple[str, int]:
    forms = load_vocabulary(language).pinpoints
    for size in range(len(words), 0, -1):
        kind = forms.get(words[:size])
        if kind:
            return kind, size
    return "paragraph", len(words)


def _read_numbers(text: str, start: int, kind: str, numbers: list[tuple[str, str | None]]) -> int:
    end = start
    position = start
    as_range = False
    while found := _NUMERAL.match(text, position):
        number = found[0]
        if not number[0].isdigit() and kind not in _ROMAN_KINDS:
            break
        if numbers and number[0].isdigit() != numbers[-1][0][0].isdigit():
            break
        after = found.end()
        if text[after : after + 1] in ("/", "°") or _YEAR_AFTER.match(text, after):
            break
        if number[0].isalpha() and kind in ("annex", "appendix") and not number.isalpha():
            break
        after = _read_letters(text, after, number, as_range, numbers)
        end = after
        separator = _SEPARATOR.match(text, after)
        if separator is None:
            break
        as_range = separator["range"] is not None
        position = separator.end()
    return end


def _read_letters(
    text: str, position: int, number: str, as_range: bool, numbers: list[tuple[str, str | None]]
) -> int:
    """Take "(a) (i)", "(a) and (b)" after *number* and add it; returns where that ends."""
    written = number
    while letter := _LETTER.match(text, position):
        written += f" ({_latin(letter[0])})"
        position = letter.end()
    if as_range and numbers and numbers[-1][1] is None:
        numbers[-1] = (numbers[-1][0], written)
        return position
    numbers.append((written, None))
    while written != number:
        separator = _SEPARATOR.match(text, position)
        letter = _LETTER.match(text, separator.end()) if separator else None
        if separator is None or letter is None or text[separator.end()] != "(":
            break
        lettered = f"{number} ({_latin(letter[0])})"
        if separator["range"] is not None:
            numbers[-1] = (numbers[-1][0], lettered)
        else:
            numbers.append((lettered, None))
        position = letter.end()
    return position


def _latin(letter: str) -> str:
    """The letter of a sub-paragraph as the English text has it: Arabic letters by their place in
    the old order, Cyrillic look-alikes as what they look like."""
    return letter.strip(" ()").translate(_LATIN)


def _read_han(token: Token) -> tuple[Pinpoint, int]:
    kind = _HAN_UNITS[token.text[-1]]
    if token.text.startswith("序言"):
        kind = "preambular"
    numbers: list[tuple[str, str | None]] = []
    last_end = 0
    for found in _HAN_NUMERAL.finditer(token.text):
        written = _han_value(found[0])
        if numbers and token.text[last_end : found.start()] in ("至", "-"):
            numbers[-1] = (numbers[-1][0], written)
        else:
            numbers.append((written, None))
        last_end = found.end()
    return Pinpoint((PinpointStep(kind, tuple(numbers)),)), token.end


def _han_value(written: str) -> str:
    if written[0] not in _HAN:
        return written.replace("(", " (", 1)
    tens, ten, units = written.rpartition("十")
    if not ten:
        return str(_HAN[written[-1]])
    value = (_HAN[tens] if tens else 1) * 10 + (_HAN[units] if units else 0)
    return str(value)
