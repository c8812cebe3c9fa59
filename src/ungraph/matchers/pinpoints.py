"""Words and numbers of a pinpoint → its structure: "paragraphs 1 to 19", "section II, paragraph 1".

paragraph 4 (c) · paras. 28-30 · paragraphes 2 e) et 3 · пункты 1 и 2 · الفقرتان 4 و 5 · 第4和5段
articles 14, paragraphs 1 and 5, and 26 · párrafo noveno del preámbulo · note 5
"""

from __future__ import annotations

from functools import lru_cache

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.identifiers.resolution import letter_of
from ungraph.identifiers.roman import format_roman
from ungraph.matchers.beside_pinpoints import letters_before, ordinals_after, ordinals_before
from ungraph.matchers.han_pinpoints import read_han_pinpoint
from ungraph.matchers.pinpoint_numbers import (
    ArticleList,
    Numbers,
    continue_articles,
    follows_list,
    grammatical_number,
    latin_letter,
    read_numbers,
)
from ungraph.matchers.tokens import Token
from ungraph.matchers.vocabulary import Vocabulary, load_vocabulary, load_words

__all__ = ["PinpointReader"]

_PLURAL = {"plural": True, "either": None}
_PREAMBLE_CHARS = 24


class PinpointReader:
    """Reads the pinpoints of one text in their order, since a list of articles goes on behind
    the paragraphs of one of them."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        self._vocabulary = vocabulary
        self._language = vocabulary.language
        self._articles: ArticleList | None = None

    def read(self, token: Token) -> tuple[Pinpoint, int, int]:
        """The pinpoint of *token*, and where it begins and ends in the text: ordinals and
        sub-paragraphs before it are part of it."""
        text, language = self._text, self._language
        start, end = token.start, token.end
        if language == "zh":
            return read_han_pinpoint(token, self._vocabulary), start, end
        kind, form = _kind_and_form(token.text, language)
        first = token.start + len(form)
        first += text[first : first + 1] == " "
        numbers: Numbers = []
        articles = self._articles if kind == "paragraph" else None
        if articles is not None and not follows_list(text, articles, token.start):
            articles = None
        number = grammatical_number(language, form)
        single = number == "singular"
        stop = read_numbers(text, first, kind, numbers, language, articles=articles,
                            single=single, listed=kind == "article" and number == "plural")  # fmt: skip
        if numbers:
            end = stop
            if kind == "paragraph":
                start, numbers = self._with_letters(start, numbers)
                kind, end = self._of_preamble(end)
        elif kind == "preambular":
            start, values = ordinals_before(text, start, language)
            numbers = [(str(value), None) for value in values]
        elif value := load_words(language, "ordinal").get(token.text.rpartition(" ")[2]):
            more, end = ordinals_after(text, end, language)
            numbers = [(one, None) for one in (value, *more)]
            if kind == "paragraph":
                kind, end = self._of_preamble(end)
            else:
                numbers = [(format_roman(int(one)), None) for one, _ in numbers]
        elif part := load_words(language, "part-number").get(token.text.lower()):
            numbers = [(part, None)]
        elif written := _lettered(token.text[len(form) :], language):
            numbers = [(written, None)]
        pinpoint = _pinpoint(kind, tuple(numbers))
        if kind == "article" and numbers:
            self._note(numbers, end, number)
        elif articles is not None and numbers:
            more_articles, after = continue_articles(text, end, articles, language, single=single)
            if more_articles:
                end = after
                step = PinpointStep("article", tuple(more_articles))
                pinpoint = pinpoint.joined(Pinpoint((step,)), apart=True)
                self._note(more_articles, end, "plural", articles.count)
        return pinpoint, start, end

    def _note(self, numbers: Numbers, end: int, number: str, count: int = 0) -> None:
        """Keep articles whose list may go on."""
        last = (numbers[-1][1] or numbers[-1][0]).partition(" ")[0]
        self._articles = None
        if number in _PLURAL and last.isdigit():
            self._articles = ArticleList(end, int(last), count + len(numbers), _PLURAL[number])

    def _with_letters(self, start: int, numbers: Numbers) -> tuple[int, Numbers]:
        """With "subparagraphs (a) and (b) of" before the number."""
        if len(numbers) > 1 or not numbers[0][0].isdigit():
            return start, numbers
        begin, letters = letters_before(self._text, start, self._language)
        if letters and numbers[0][1] is None:
            numbers = [(f"{numbers[0][0]} ({latin_letter(one)})", None) for one in letters]
        return begin, numbers

    def _of_preamble(self, end: int) -> tuple[str, int]:
        """Kind and end of paragraphs that end at *end*: "paragraph 9 of the preamble"."""
        following = self._text[end : end + _PREAMBLE_CHARS]
        for form in load_words(self._language, "preamble"):
            if following.startswith(form, 1) and following[0] == " ":
                return "preambular", end + 1 + len(form)
        return "paragraph", end


@lru_cache(maxsize=4096)
def _pinpoint(kind: str, numbers: tuple[tuple[str, str | None], ...]) -> Pinpoint:
    return Pinpoint((PinpointStep(kind, numbers),))


@lru_cache(maxsize=4096)
def _kind_and_form(words: str, language: str) -> tuple[str, str]:
    """Kind of part, and the longest form that opens *words*."""
    forms = load_vocabulary(language).pinpoints
    for size in range(len(words), 0, -1):
        kind = forms.get(words[:size])
        if kind:
            return kind, words[:size]
    return "paragraph", words


def _lettered(words: str, language: str) -> str:
    """The number that letters are: "دال" is D, "الثالث - ألف" III.A; "" for other words."""
    ordinal, dash, letter = (part.strip() for part in words.strip().rpartition("-"))
    last = letter_of(letter)
    if not last.isascii() or not last.isalpha():
        return ""
    value = load_words(language, "ordinal").get(ordinal)
    if dash and not value:
        return ""
    return f"{format_roman(int(value))}.{last}" if value else last
