"""The words of citations in one language, from the tables of ``data/`` → a scanner and a look-up.

``citation_words`` (heads, short organ names, words of pinpoints, references back),
``citation_list_words`` (what stands between the numbers and dates of a list), ``bodies``,
``other_adopters`` (organizations whose resolutions are not the United Nations'), ``treaties``,
``printed_months``, ``other_numbers`` (how organizations number what they adopt).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from types import MappingProxyType

from ungraph.identifiers.bodies import load_bodies, load_symbol_prefixes
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.expressions import alternation, alternations, pinpoint_expressions
from ungraph.matchers.scanner import Scanner
from ungraph.resources import load_table

__all__ = [
    "TokenKind",
    "Vocabulary",
    "Word",
    "any_of",
    "load_symbol_pattern",
    "load_vocabulary",
    "load_words",
]


class TokenKind(IntEnum):
    """What a token of the scanner is."""

    SYMBOL = 1
    NUMBER = 2
    HEAD = 3
    DRAFT = 4
    ORGAN = 5
    BARE_ORGAN = 6
    FOREIGN = 7
    PINPOINT = 8
    DATE = 9
    TREATY = 10
    BACK = 11
    SELF = 12
    THEREOF = 13
    IBID = 14
    OTHER = 15
    COMMENT = 16
    COMMUNICATION = 17
    SERIES = 18
    RULES = 19
    LABOUR = 20
    VOLUME = 21


@dataclass(frozen=True, slots=True)
class Word:
    """What a form of the tables means: its kind and value ("resolution", "ga", "council")."""

    kind: TokenKind
    value: str
    plural: bool = False
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The forms of one language, and the scanner that finds them with numbers and symbols."""

    language: str
    words: Mapping[str, Word]
    pinpoints: Mapping[str, str]
    months: Mapping[str, int]
    scanner: Scanner


_KINDS = {
    "head": TokenKind.HEAD,
    "draft": TokenKind.DRAFT,
    "organ": TokenKind.BARE_ORGAN,
    "back": TokenKind.BACK,
    "self": TokenKind.SELF,
    "thereof": TokenKind.THEREOF,
    "ibid": TokenKind.IBID,
    "treaty": TokenKind.TREATY,
    "annex": TokenKind.PINPOINT,
    "comment": TokenKind.COMMENT,
    "communication": TokenKind.COMMUNICATION,
    "series": TokenKind.SERIES,
    "rules": TokenKind.RULES,
    "labour": TokenKind.LABOUR,
    "volume-alone": TokenKind.VOLUME,
}
_CASELESS = frozenset({"ar", "zh"})
_ALL_CASES = frozenset({"head", "back", "self", "pinpoint", "draft"})
_ARABIC_LETTER = "ألف|باء|جيم|دال|هاء|واو|زاي|حاء|طاء|ياء|كاف|لام"
_LETTER = r"(?: ?(?:AA|BB|CC|DD|EE|FF|GG|HH|[A-Z](?:-[A-Z])?)\b)?"
_NUMBERS = (
    rf"\b[0-9]{{1,4}}/[0-9]{{1,4}}{_LETTER}",
    rf"\b[0-9]{{1,4}}(?: ?[A-Za-zАВСЕН](?:-[A-Z])?)? ?\( ?(?:E?S[- ] ?)?[IVXLCХІ]+ ?\){_LETTER}",
    r"\b[0-9]{1,4}(?: ?[A-Z])? ?\( ?(?:19|20)[0-9][0-9] ?\)",
    r"\b19[0-9][0-9]/[0-9]{1,4} ?\([IVXLC]+\)",
    rf"\bE?S ?- ?[0-9]{{1,2}} ?/ ?[0-9]{{1,3}}{_LETTER}",
)
_ARABIC_NUMBERS = (
    rf"[0-9]{{1,4}}/[0-9]{{1,4}} (?:{_ARABIC_LETTER})",
    rf"[0-9]{{1,4}}(?: ?(?:[A-Z]|{_ARABIC_LETTER}))? ?\((?:دإط|دإ|دا|د إ|د) ?- ?[0-9]{{1,3}}\)",
    rf"(?:دإط|دإ|دا|د إ ط|د إ) ?- ?[0-9]{{1,2}} ?/ ?[0-9]{{1,3}}(?: (?:{_ARABIC_LETTER}))?",
)
_RUSSIAN_NUMBER = r"\b[0-9]{1,4}/[0-9]{1,4}[A-ZАВСЕН]{1,2}"
_HAN = "[一二三四五六七八九十]"
_HAN_SESSION = rf"(?:[㈠-㈩]|\((?:E?S-|紧特|特)?{_HAN}{{1,4}}\))"
_HAN_NUMBERS = (rf"(?:[0-9]{{1,4}}(?: ?[A-Z](?:-[A-Z])?)?|{_HAN}{{1,4}}) ?{_HAN_SESSION}{_LETTER}",)
_STATEMENT_NUMBER = r"\b(?:PRST|OS|PRST/OS)[ /][0-9]{1,2}/[0-9]{1,3}"
# Typists of Russian texts write some of the letters in Cyrillic.
_SYMBOL_SEGMENT = r"[0-9A-Za-zАВСЕНКМОРТХ][0-9A-Za-zАВСЕНКМОРТХ.]*(?:-[0-9A-Za-zАВСЕНКМОРТХ.]+)*"
# The last bracket is missing in print now and then.
_SYMBOL_PART = (
    r"(?: ?\((?:(?:(?:19|20)[0-9][0-9]|[IVXLC]+|S-[IVX]+|E?S-[IVX]+|SUPP|Supp|supp"
    r"|Introduction|Plan outline|[0-9]+)\)|(?:[Vv]ol\.? ?[IVX0-9]+"
    r"|[Pp]arts? ?[IVX0-9]+(?:(?: and | y | et | и | و |和|-)[IVX]+)?|[Ss]ect\.? ?[0-9]+[A-Z]?)\)?))?"
)


@cache
def load_words(language: str, kind: str) -> Mapping[str, str]:
    """Forms of one kind ("link", "its", "listed") of ``citation_words`` and
    ``citation_list_words`` with their values."""
    return MappingProxyType(
        {
            row["form"]: row["value"]
            for table in ("citation_words", "citation_list_words")
            for row in load_table(table)
            if row["language"] == language and row["kind"] == kind
        }
    )


@cache
def any_of(language: str, kind: str) -> str:
    """The forms of one kind as alternatives of an expression, the longest first; one that matches
    nothing where there are none.

    >>> any_of("fr", "and-letter"), any_of("en", "nothing")
    ('et', '(?!)')
    """
    forms = sorted(load_words(language, kind), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) for form in forms) or "(?!)"


@cache
def load_vocabulary(language: str, engine: str = "re2") -> Vocabulary:
    """The vocabulary of *language* ("en"); of English for one that has none."""
    if not load_words(language, "head"):
        language = "en"
    words = dict(_iter_words(language))
    pinpoints = dict(_iter_cased(load_words(language, "pinpoint"), language))
    months = {
        form: int(row["month"])
        for row in load_table("printed_months")
        if row["language"] == language
        for form in _cases(row["name"], language, every=True)
    }
    branches = [
        *alternations(words),
        *_NUMBERS,
        _STATEMENT_NUMBER,
        *(row["expression"] for row in load_table("other_numbers")),
        _symbol_expression(),
        *_date_expressions(language, months),
        *pinpoint_expressions(language, pinpoints, load_words(language, "ordinal")),
    ]
    branches += {"ar": _ARABIC_NUMBERS, "ru": (_RUSSIAN_NUMBER,), "zh": _HAN_NUMBERS}.get(
        language, ()
    )
    scanner = Scanner(branches, engine=engine)
    return Vocabulary(
        language, MappingProxyType(words), MappingProxyType(pinpoints), MappingProxyType(months),
        scanner,
    )  # fmt: skip


def _iter_words(language: str) -> Iterator[tuple[str, Word]]:
    column = f"names_{language}"
    for row in load_table("treaties"):
        for form in row[column].split("|"):
            yield from _named(form, Word(TokenKind.TREATY, row["code"]), language)
    for row in load_table("other_adopters"):
        for form in row[column].split("|"):
            yield from _named(form, Word(TokenKind.FOREIGN, row["slug"]), language)
    for body in load_bodies().values():
        for form in body.names[language]:
            yield from _named(form, Word(TokenKind.ORGAN, body.slug), language)
    for row in load_table("citation_words"):
        kind = _KINDS.get(row["kind"])
        if row["language"] != language or kind is None:
            continue
        value, _, flag = row["value"].partition(":")
        word = Word(kind, value.rstrip("+"), value.endswith("+"), flag == "its")
        if kind is TokenKind.TREATY:
            word = Word(kind, f"short:{value}")
        for form in _cases(row["form"], language, every=row["kind"] in _ALL_CASES):
            yield form, word


def _named(form: str, word: Word, language: str) -> Iterator[tuple[str, Word]]:
    if form:
        yield form, word
        if language == "en" and len(form) > 8:
            yield form.upper(), word


def _iter_cased(forms: Mapping[str, str], language: str) -> Iterator[tuple[str, str]]:
    for form, value in forms.items():
        for cased in _cases(form, language, every=True):
            yield cased, value


def _cases(form: str, language: str, *, every: bool) -> list[str]:
    """*form*, and with *every* also with a capital and in capitals."""
    if language in _CASELESS or not every:
        return [form]
    return list(dict.fromkeys((form, form[:1].upper() + form[1:], form.upper())))


@cache
def load_symbol_pattern() -> Pattern:
    """The expression of a symbol, to look for one at a place."""
    return compile_pattern(_symbol_expression())


def _symbol_expression() -> str:
    prefixes = "|".join(sorted(load_symbol_prefixes(), key=lambda p: (-len(p), p)))
    return (
        rf"(?:\b(?:{prefixes})|А|Е)(?:\.[0-9]+|\([0-9]+\)|\([A-Z]{{2,6}}\))?"
        rf"(?:/ ?(?:(?:Add|Corr|Rev|Amend|Res|Dec)\. [0-9]+|{_SYMBOL_SEGMENT}){_SYMBOL_PART})+"
    )


def _date_expressions(language: str, months: Mapping[str, int]) -> list[str]:
    """Dates; a year may have the mark of a footnote glued to it ("20204")."""
    month = f"(?:{alternation(months)})"
    year = r"(?:19|20)[0-9]{2}[0-9]{0,2}\b"
    if language == "zh":
        return ["[0-9]{4} ?年 ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?"]
    if language == "ar":
        named = f"{month}(?: ?/ ?{month})?"
        return [rf"\b[0-9]{{1,2}} {named}(?: {year})?", rf"{named} {year}"]
    if language == "es":
        day = rf"\b[0-9]{{1,2}}(?:º|°|ro|ero)?\.? (?:de |DE )?{month}"
        return [rf"{day}(?: (?:de|del|DE) {year})?", rf"{month} (?:de|del|DE) {year}"]
    day = rf"\b[0-9]{{1,2}}(?:st|nd|rd|th|er|°)? {month}"
    if language == "en":
        return [
            rf"{day}(?:,? {year})?",
            rf"{month} [0-9]{{1,2}}, {year}",
            rf"{month},? {year}",
            r"\b(?:[Ii]n|[Ss]ince|[Dd]uring) (?:19|20)[0-9][0-9]\b",
        ]
    return [rf"{day}(?: {year})?", rf"{month} {year}"]
