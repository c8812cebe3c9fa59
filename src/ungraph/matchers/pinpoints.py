"""Words and numbers of a pinpoint → its structure: "paragraphs 1 to 19", "section II, paragraph 1".

paragraph 4 (c) · paras. 28-30 · paragraphes 2 e) et 3 · пункты 1 и 2 · الفقرتان 4 و 5 · 第4和5段
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.identifiers.roman import format_roman
from ungraph.matchers.beside_pinpoints import letters_before, ordinals_before
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import Vocabulary, load_vocabulary, load_words

__all__ = ["read_pinpoint"]

_NUMERAL = re.compile(
    r"\d{1,4}(?:\.\d{1,3})*(?: ?(?:bis|ter|quater)\b)?"
    r"|[IVXLC]+(?:\.[A-ZАВСЕН](?!\w))?(?![A-Za-z/])|[A-Z](?![A-Za-z\-/])"
)
_LETTER = re.compile(r" ?\((?:[a-z]{1,4}|\d{1,2}|[а-я]|[ء-ي]{1,2})\)| (?:[a-z]|[а-я]|[ivx]{1,4})\)")
_SEPARATOR = re.compile(
    r"(?P<range> ?- ?| to | through | à | a | al | по | إلى |至)"
    r"|(?P<and>,? and |,? or |, | et | ou | y | e | o | и | или |، | و ?| أو |、|和|及|或)"
)
_YEAR_AFTER = re.compile(r" ?[A-Z]? ?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXLC]+|د)")
_HAN = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_HAN_UNITS = {
    "段": "paragraph",
    "条": "article",
    "章": "chapter",
    "节": "section",
    "款": "paragraph",
    "部分": "part",
}
_HAN_UNIT = re.compile(r"部分|[段条章节款]")
_HAN_LETTERS = r"(?:\([0-9a-z]+\)|[㈠-㈩])*"
# Numbers, and letters that stand behind the unit: "第5(a)段", "第5段(a)㈡".
_HAN_NUMERAL = re.compile(
    rf"(?:[0-9]+|[IVX]+|[一二三四五六七八九十]+)(?:{_HAN_LETTERS}[段条款](?=[(㈠-㈩]))?{_HAN_LETTERS}"
    r"|\([a-z]+\)"
)
_HAN_ROMAN = {
    chr(0x3220 + i): word for i, word in enumerate("i ii iii iv v vi vii viii ix x".split())
}
_LATIN = str.maketrans("асеопхأابجدهوزحطيكلمن", "aceopxaabcdefghijklmn")
_CAPITALS = str.maketrans("АВСЕН", "ABCEH")
_NUMBERED_IN_ROMAN = frozenset({"section", "chapter", "part"})
_ROMAN_LETTERS = frozenset("ivx")
_ROMAN_KINDS = frozenset({"section", "chapter", "part", "annex", "appendix", "article"})


def read_pinpoint(text: str, token: Token, vocabulary: Vocabulary) -> tuple[Pinpoint, int, int]:
    """The pinpoint of *token*, and where it begins and ends in *text*: ordinals and sub-paragraphs
    before it are part of it."""
    language = vocabulary.language
    start, end = token.start, token.end
    if language == "zh":
        return _read_han(token, vocabulary), start, end
    kind, first = _kind_and_start(text, token, vocabulary)
    numbers: list[tuple[str, str | None]] = []
    stop = _read_numbers(text, first, kind, numbers, language)
    if numbers:
        end = stop
        if kind == "paragraph" and len(numbers) == 1 and numbers[0][0].isdigit():
            start, letters = letters_before(text, start, language)
            if letters and numbers[0][1] is None:
                numbers = [(f"{numbers[0][0]} ({_latin(letter)})", None) for letter in letters]
    elif kind == "preambular":
        start, values = ordinals_before(text, start, language)
        numbers = [(str(value), None) for value in values]
    else:
        value = load_words(language, "ordinal").get(token.text.rpartition(" ")[2])
        if value and kind == "paragraph":
            following = text[end : end + 16].lstrip()
            if following.startswith(tuple(load_words(language, "preamble"))):
                kind = "preambular"
            numbers = [(value, None)]
        elif value:
            numbers = [(format_roman(int(value)), None)]
    return Pinpoint((PinpointStep(kind, tuple(numbers)),)), start, end


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


def _opens_paragraph(text: str, position: int, language: str) -> bool:
    """Whether ", paragraph" follows: the number before is no paragraph."""
    following = text[position : position + 16].lstrip(" ,،")
    return following.startswith(_paragraph_forms(language))


@cache
def _paragraph_forms(language: str) -> tuple[str, ...]:
    forms = load_vocabulary(language).pinpoints
    return tuple(sorted(form for form, kind in forms.items() if kind == "paragraph"))


def _read_numbers(
    text: str, start: int, kind: str, numbers: list[tuple[str, str | None]], language: str
) -> int:
    end = start
    position = start
    as_range = False
    while found := _NUMERAL.match(text, position):
        number = found[0].translate(_CAPITALS)
        if not number[0].isdigit() and kind not in _ROMAN_KINDS:
            break
        if numbers and number[0].isdigit() != numbers[-1][0][0].isdigit():
            break
        after = found.end()
        if text[after : after + 1] in ("/", "°") or _YEAR_AFTER.match(text, after):
            break
        if number[0].isalpha() and kind in ("annex", "appendix") and not number.isalpha():
            break
        if numbers and kind == "paragraph" and _opens_paragraph(text, after, language):
            break  # "article 17, paragraph 1, and 23, paragraph 1"
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
        above, _, last = written.rpartition(" ")
        of_same = above != number and _ROMAN_LETTERS.issuperset(last.strip("()"))
        of_same = of_same and _ROMAN_LETTERS.issuperset(_latin(letter[0]))
        lettered = f"{above if of_same else number} ({_latin(letter[0])})"
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


def _read_han(token: Token, vocabulary: Vocabulary) -> Pinpoint:
    kind, numbers = "", list[tuple[str, str | None]]()
    words = token.text
    if words.startswith("脚注"):
        return Pinpoint((PinpointStep("note", ((words[2:].strip(), None),)),))
    if words[0] != "第" and not words.startswith(("序言", "执行")):
        form = words.rstrip("一二三四五六七八九十")
        kind = vocabulary.pinpoints.get(form, "annex")
        if form != words:
            numbers.append((format_roman(int(_han_value(words[len(form) :]))), None))
        return Pinpoint((PinpointStep(kind, tuple(numbers)),))
    prefix = 4 if words.startswith(("序言部分", "执行部分")) else 0
    unit = _HAN_UNIT.search(words, prefix)
    kind = _HAN_UNITS[unit[0]] if unit else "paragraph"
    if words.startswith("序言"):
        kind = "preambular"
    last_end = 0
    for found in _HAN_NUMERAL.finditer(words):
        written = _han_value(found[0])
        if written.startswith("("):  # "第2(a)和(b)段": another letter of the same number
            written = f"{(numbers[-1][1] or numbers[-1][0]).partition(' ')[0]} {written}"
        elif kind in _NUMBERED_IN_ROMAN and found[0][0] in _HAN:
            written = format_roman(int(written))
        if numbers and words[last_end : found.start()].rstrip("第 ") in ("至", "-"):
            numbers[-1] = (numbers[-1][0], written)
        else:
            numbers.append((written, None))
        last_end = found.end()
    return Pinpoint((PinpointStep(kind, tuple(numbers)),))


def _han_value(written: str) -> str:
    """A number with its letters as the English text has them: "5 (a) (ii)" for "5(a)㈡"."""
    plain = _HAN_UNIT.sub("", written)
    for sign, roman in _HAN_ROMAN.items():
        plain = plain.replace(sign, f"({roman})")
    number, bracket, letters = plain.partition("(")
    if not number:
        return plain
    if number[0] in _HAN:
        number = _value_of_han(number)
    return number + (f" {bracket}{letters}".replace(")(", ") (") if bracket else "")


def _value_of_han(written: str) -> str:
    tens, ten, units = written.rpartition("十")
    if not ten:
        return str(_HAN[written[-1]])
    return str((_HAN[tens] if tens else 1) * 10 + (_HAN[units] if units else 0))
