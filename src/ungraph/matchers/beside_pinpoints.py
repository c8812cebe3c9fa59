"""Words beside a pinpoint that belong to it: ordinals before it, sub-paragraphs of it.

fifth preambular paragraph · les troisième et quatrième alinéas du préambule
subparagraph (b) of paragraph 3 · подпункты a) и b) пункта 3
"""

from __future__ import annotations

import re
from functools import cache

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep
from ungraph.matchers.vocabulary import load_words
from ungraph.readers.ordinals import parse_ordinal

__all__ = [
    "has_annexed",
    "is_apart",
    "is_behind_resolution",
    "is_beside",
    "is_listed",
    "is_owned_by_part",
    "is_owning",
    "letters_before",
    "ordinals_after",
    "ordinals_before",
    "part_after",
]

_ORDINAL_CHARS = 64
_SUB_CHARS = 48
_OWNER_CHARS = 14
_WORD = re.compile(r"\S+")
_TRIMMED = "(,"
_NEXT_ORDINAL = re.compile(r"(?:,? (?:y|e|et) |, |،? و)(\w+)")
_ROMAN_PART = re.compile(r",? ?([IVX]{1,4})(?=\])")
_RESOLUTION_BEFORE = re.compile(r"\d ?\((?:19|20)\d\d\),? \Z")
_PLAIN_GAPS = frozenset({"", ",", "،", "，", "(", "in"})
_HAN_FILLING = " 的执行部分决议号文件、》"
_PUNCTUATION = " ,،，("
_COMMAS = frozenset(",،，(")


def ordinals_before(text: str, start: int, language: str) -> tuple[int, list[int]]:
    """Start and values of the ordinal words right before *start*: one, or a list with "and".

    >>> ordinals_before("its third and fourth preambular paragraphs", 21, "en")
    (4, [3, 4])
    """
    begin = max(0, start - _ORDINAL_CHARS)
    words = [(w.start(), w[0]) for w in _WORD.finditer(text, begin, start)]
    values: list[int] = []
    if not words or not text[start - 1 : start].isspace():
        return start, values
    joins = load_words(language, "and")
    joined = True
    for position, word in reversed(words):
        if not joined and word in joins:
            joined = True
            continue
        value = _ordinal(word.strip(_TRIMMED), language)
        comma = word.endswith(",") and bool(values)
        if value is None or not (joined or comma) or (values and value >= values[0]):
            break
        values.insert(0, value)
        start, joined = position, False
    return start, values


def ordinals_after(text: str, end: int, language: str) -> tuple[list[str], int]:
    """Values of the ordinal words that go on a list at *end*, and where it ends: "(párrafos
    noveno) y décimo", "(الفقرتين الثالثة) والرابعة".

    >>> ordinals_after("párrafos noveno y décimo del preámbulo", 15, "es")
    (['10'], 24)
    """
    known = load_words(language, "ordinal")
    values: list[str] = []
    while (found := _NEXT_ORDINAL.match(text, end)) and found[1] in known:
        values.append(known[found[1]])
        end = found.end()
    return values, end


def _ordinal(word: str, language: str) -> int | None:
    return None if not word or word[0].isdigit() else parse_ordinal(word, language)


def letters_before(text: str, start: int, language: str) -> tuple[int, list[str]]:
    """Start and letters of "subparagraphs (a) and (b) of" right before *start*."""
    if text.find(")", max(0, start - _OWNER_CHARS), start) < 0:
        return start, []
    begin = max(0, start - _SUB_CHARS)
    found = _subparagraphs(language).search(text[begin:start])
    if not found:
        return start, []
    return begin + found.start(), [letter for letter in found.group(1, 2) if letter]


@cache
def _subparagraphs(language: str) -> re.Pattern[str]:
    forms = _listed(language, "subparagraph")
    owners = _listed(language, "owner") if language != "ru" else ""
    letter = r"\(?([a-z]{1,3}|[а-я]|[ء-ي]{1,2})\)"
    return re.compile(
        rf"(?:{forms}) {letter}(?:,? (?:{_listed(language, 'and')}) ?{letter})?,? "
        rf"(?:(?:{owners}) (?:the |la |l\'|el )?)?\Z",
        re.IGNORECASE,
    )


def _listed(language: str, kind: str) -> str:
    forms = sorted(load_words(language, kind), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in forms) or "(?!)"


def has_annexed(text: str, end: int, language: str) -> bool:
    """Whether what an annex is annexed to follows: "annex II to the report"; "to" may be among
    the words that end at *end* ("annex to").

    >>> has_annexed("annex II to resolution 60/1", 8, "en"), has_annexed("annex II.", 8, "en")
    (True, False)
    """
    following = text[end : end + _OWNER_CHARS]
    for form in load_words(language, "annexed"):
        if language == "ar":
            if following.startswith(f" {form}"):
                return True
        elif following.startswith(f" {form} "):
            return not following[len(form) + 2 :].startswith(_relatives(language))
        elif text.endswith(f" {form}", 0, end):
            return not following[1:].startswith(_relatives(language))
    return False


@cache
def _relatives(language: str) -> tuple[str, ...]:
    """Words that take up a document: "in the annex to which"."""
    return tuple(load_words(language, "relative"))


def is_apart(gap: str, language: str) -> bool:
    """Whether the words between two pinpoints name both apart: "paragraph 5 and annex"."""
    words = gap.strip(" ,،;()").split()
    joins = load_words(language, "and")
    if words and joins.get(words[0]) == "and":
        return True
    return language == "ar" and gap.lstrip(" ،)").startswith("و")


def is_listed(gap: str) -> bool:
    """Whether a comma or bracket stands between two pinpoints: "annex, art. 24"."""
    return not _COMMAS.isdisjoint(gap)


def is_beside(gap: str, language: str, *, owned: bool) -> bool:
    """Whether *gap*, between a document and a pinpoint, makes it one of that document: a comma,
    "and its"; "and", "in particular" only where nothing else owns the part (*owned*)."""
    words = gap.strip(_HAN_FILLING) if language == "zh" else gap
    words = words.strip(_PUNCTUATION)
    if not words or words in _PLAIN_GAPS:
        return True
    value = load_words(language, "beside").get(words.lower())
    return value == "its" or (value is not None and not owned)


def is_behind_resolution(text: str, start: int) -> bool:
    """Whether a resolution of the Security Council ends right before *start*: its preambular
    paragraphs are "pp. 9", elsewhere that is a page.

    >>> is_behind_resolution("S/RES/2363 (2017), pp. 9", 19), is_behind_resolution("Geneva, pp. 9", 8)
    (True, False)
    """
    return _RESOLUTION_BEFORE.search(text, max(0, start - _OWNER_CHARS), start) is not None


def is_owning(gap: str, language: str) -> bool:
    """Whether *gap* makes the part behind it hold the part before: "(para. 5) of the (annex)"."""
    return _owning(language).fullmatch(gap) is not None


@cache
def _owning(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{_listed(language, 'owner')}) ?(?:the |its |la |l'|el |su )?")


def is_owned_by_part(text: str, end: int, language: str) -> bool:
    """Whether what owns a pinpoint that ends at *end* is a part again: "paragraph 3 of article 5",
    "paragraph 5 of the annex"; then both can be of the document before.

    >>> is_owned_by_part("A/61/9, para. 5 of the annex", 15, "en")
    True
    >>> is_owned_by_part("the Charter, article 7 of the Covenant", 22, "en")
    False
    """
    return _part_behind(language).match(text, end) is not None


@cache
def _part_behind(language: str) -> re.Pattern[str]:
    owners = _listed(language, "owner")
    parts = _listed(language, "pinpoint")
    return re.compile(rf" (?:{owners})? ?(?:the |its |la |l'|le |el |son |su )?(?:{parts})", re.I)


def part_after(text: str, end: int) -> tuple[Pinpoint, int, int] | None:
    """The part in Roman numerals of old resolutions, "[S/525, III]", and its place."""
    found = _ROMAN_PART.match(text, end)
    if found is None:
        return None
    return Pinpoint((PinpointStep("part", ((found[1], None),)),)), found.start(1), found.end()
