"""The numbers behind the words of a pinpoint: lists, ranges, letters, and where they end.

5 (a) (ii) and (iii) · 5, 7 and 9-12 · 14, paragraphs 1 and 5, and 26 (whose last is an article)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ungraph.matchers.phrases import has_owner
from ungraph.matchers.vocabulary import load_vocabulary, load_words

__all__ = [
    "ArticleList",
    "continue_articles",
    "follows_list",
    "grammatical_number",
    "latin_letter",
    "of_own_document",
    "read_numbers",
]

Numbers = list[tuple[str, str | None]]

_NUMERAL = re.compile(
    r"\d{1,4}(?:\.\d{1,3})*(?: ?(?:bis|ter|quater)\b)?"
    r"|[IVXLC]+(?:\.[A-ZАВСЕН](?!\w))?(?![A-Za-z/])|[A-ZАВСЕН](?![\w\-/])"
)
_LETTER = re.compile(r" ?\((?:[a-z]{1,4}|\d{1,2}|[а-я]|[ء-ي]{1,2})\)| (?:[a-z]|[а-я]|[ivx]{1,4})\)")
_SEPARATOR = re.compile(
    r"(?P<range> ?- ?| to | through | à | a | al | по | إلى |至)"
    r"|(?P<and>[,;]? (?:and|or|et|ou|y|e|o|u|и|или) |[,;] |، ?و ?|، ?أو |، | و ?| أو |、|和|及|或)"
)
_BETWEEN = frozenset({",", "", "(", "،", ",("})
_COMMA = frozenset({",", "،", ";"})
_YEAR_AFTER = re.compile(r" ?[A-Z]? ?\((?:(?:19|20)\d\d|(?:E?S-)?[IVXLC]+|د)")
_BARE_LETTER = re.compile(r" ?([a-hаесе])(?= )")
_LEADING = re.compile(r"\d+")
_LATIN = str.maketrans("асеопхأابجدهوزحطيكلمن", "aceopxaabcdefghijklmn")
_CAPITALS = str.maketrans("АВСЕН", "ABCEH")
_BEFORE_LETTER = frozenset(" (")
_ROMAN_LETTERS = frozenset("ivx")
_ROMAN_KINDS = frozenset({"section", "chapter", "part", "annex", "appendix", "article"})
_FEWEST_SKIPPED = 4


@dataclass(frozen=True, slots=True)
class ArticleList:
    """A list of articles that paragraphs may interrupt: "articles 14, paragraphs 1 and 5, and 26".

    *end* is where it ends in the view so far, *last* its last number, *count* how many it has;
    *plural* is true for "articles", None for a form that may be of one or of several ("art.").
    """

    end: int
    last: int
    count: int
    plural: bool | None

    def takes(self, number: str, read: Numbers, separator: str, *, single: bool, of_and: bool,
              is_last: bool) -> bool:  # fmt: skip
        """Whether *number*, after the paragraphs *read*, is an article; articles ascend.

        *single* says that the word is "paragraph" and not "paragraphs", *of_and* that an "and"
        already stands in the list of paragraphs.
        """
        if not number.isdigit() or int(number) <= self.last:
            return False
        joins = separator.strip() not in _COMMA
        parted = joins and separator[:1] in _COMMA
        if self.plural is None:
            return joins and (of_and or (single and parted))
        if single or (joins and (of_and or parted)):
            return True
        before = _LEADING.match(read[-1][1] or read[-1][0])
        skipped = int(number) - int(before[0]) if before else 0
        return self.count == 1 and is_last and skipped >= _FEWEST_SKIPPED


def of_own_document(numbers: Numbers) -> bool:
    """Whether paragraphs are numbered like those of views ("7.10"), never like those of articles."""
    return any("." in number for pair in numbers for number in pair if number)


def follows_list(text: str, articles: ArticleList | None, start: int) -> bool:
    """Whether a pinpoint at *start* stands right behind *articles*: a comma or a bracket between."""
    if articles is None or not 0 <= start - articles.end <= len(", ("):
        return False
    return text[articles.end : start].replace(" ", "") in _BETWEEN


def continue_articles(
    text: str, position: int, articles: ArticleList, language: str, *, single: bool
) -> tuple[Numbers, int]:
    """The articles that go on after the paragraphs of one, and where they end; none where it is
    not sure that they are articles."""
    closed = text[position : position + 1] == ")"
    separator = _SEPARATOR.match(text, position + closed)
    if separator is None or separator["range"] is not None:
        return [], position
    number = _NUMERAL.match(text, separator.end())
    if number is None or not number[0].isdigit():
        return [], position
    if int(number[0]) <= articles.last and not (closed and articles.plural):
        return [], position
    if articles.plural is None and separator[0].strip() in _COMMA:
        return [], position
    if not closed and single and articles.plural is None and separator[0][:1] not in _COMMA:
        return [], position
    numbers: Numbers = []
    end = read_numbers(text, separator.end(), "article", numbers, language, listed=True)
    return (numbers, end) if numbers else ([], position)


def read_numbers(
    text: str, start: int, kind: str, numbers: Numbers, language: str, *,
    articles: ArticleList | None = None, single: bool = False, listed: bool = False,
) -> int:  # fmt: skip
    """Add the numbers at *start* to *numbers*; returns where they end.

    *articles* are those whose paragraphs are read; *listed* lets semicolons part the numbers.
    """
    end = start
    position = start
    as_range = of_and = False
    separator: re.Match[str] | None = None
    while found := _NUMERAL.match(text, position):
        number = found[0]
        if not number.isascii():
            number = number.translate(_CAPITALS)
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
        if articles is not None and separator is not None and not as_range:
            goes_on = _SEPARATOR.match(text, after)
            is_last = goes_on is None or _NUMERAL.match(text, goes_on.end()) is None
            if articles.takes(number, numbers, separator[0], single=single, of_and=of_and,
                              is_last=is_last):  # fmt: skip
                break
            of_and |= separator[0].strip() not in _COMMA
        if kind == "article" and (bare := _BARE_LETTER.match(text, after)):
            if _has_letter(text, bare.end(), language):  # "Article 73 e of the Charter"
                number, after = f"{number} ({bare[1]})", bare.end()
        after = _read_letters(text, after, number, as_range, numbers)
        end = after
        separator = _SEPARATOR.match(text, after)
        if separator is None or (separator[0][0] == ";" and not listed):
            break
        as_range = separator["range"] is not None
        position = separator.end()
    return end


def _read_letters(text: str, position: int, number: str, as_range: bool, numbers: Numbers) -> int:
    """Take "(a) (i)", "(a) and (b)" after *number* and add it; returns where that ends."""
    written = number
    while text[position : position + 1] in _BEFORE_LETTER and (
        letter := _LETTER.match(text, position)
    ):
        written += f" ({latin_letter(letter[0])})"
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
        if separator[0][0] == ";":
            break  # "article 5 (e); and (f) the Convention"
        above, _, last = written.rpartition(" ")
        of_same = above != number and _ROMAN_LETTERS.issuperset(last.strip("()"))
        of_same = of_same and _ROMAN_LETTERS.issuperset(latin_letter(letter[0]))
        lettered = f"{above if of_same else number} ({latin_letter(letter[0])})"
        if separator["range"] is not None:
            numbers[-1] = (numbers[-1][0], lettered)
        else:
            numbers.append((lettered, None))
        position = letter.end()
    return position


def latin_letter(letter: str) -> str:
    """The letter of a sub-paragraph as the English text has it: Arabic letters by their place in
    the old order, Cyrillic look-alikes as what they look like."""
    return letter.strip(" ()").translate(_LATIN)


def _has_letter(text: str, end: int, language: str) -> bool:
    """Whether a letter without brackets that ends at *end* is one: the treaty follows."""
    if language == "ru":
        return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return has_owner(text, end, language)


def _opens_paragraph(text: str, position: int, language: str) -> bool:
    """Whether ", paragraph" follows: the number before is no paragraph."""
    following = text[position : position + 16].lstrip(" ,،(")
    return following.startswith(_paragraph_forms(language))


@cache
def _paragraph_forms(language: str) -> tuple[str, ...]:
    forms = load_vocabulary(language).pinpoints
    return tuple(sorted(form for form, kind in forms.items() if kind == "paragraph"))


@cache
def grammatical_number(language: str, form: str) -> str:
    """Whether the *form* of a word of pinpoints is "singular", "plural", "either", or "" unknown."""
    return load_words(language, "grammatical-number").get(form.lower(), "")
