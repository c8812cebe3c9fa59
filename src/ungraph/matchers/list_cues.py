"""Words of one language that steer the grammar of lists, as expressions made from the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ungraph.matchers.lists import HEADS_WITHOUT_PLURAL
from ungraph.matchers.vocabulary import any_of, load_words
from ungraph.resources import load_table

__all__ = [
    "bare_number",
    "ends_possessive",
    "function_words",
    "governed",
    "is_relative",
    "iter_bare",
    "new_verb",
]

_MOST_VERB_WORDS = 2
_OWN_VERBS = frozenset({"recalls", "reaffirms", "takes-note-of", "welcomes", "endorses"})


@cache
def new_verb(language: str) -> re.Pattern[str]:
    """A verb with which the document's own organ begins anew ("recalling")."""
    forms = [
        re.escape(row["form"])
        for row in load_table("citation_relations")
        if row["language"] == language and row["relation"] in _OWN_VERBS
    ]
    edge = "" if language in ("zh", "ar") else r"\b"
    return re.compile(f"{edge}(?:{'|'.join(forms)}){edge}", re.IGNORECASE)


@cache
def bare_number(language: str) -> re.Pattern[str]:
    """A number alone behind a head noun: "resolution 1373", "resolution No. 1373"."""
    return re.compile(
        rf" (?:(?:{any_of(language, 'number')}) ?)?(\d{{1,4}})(?: ?\(?([A-Z])\)?)?(?![\d/.\w(])"
    )


def iter_bare(text: str, position: int, language: str, *, plural: bool) -> Iterator[re.Match[str]]:
    """More of such numbers: "resolutions 1325, 1820 and 2250"; below 200 all could be counts.
    None behind a head noun in the singular ("resolution 1325 and 2250 observers")."""
    if not plural and language not in HEADS_WITHOUT_PLURAL:
        return
    while found := _next_bare(language).match(text, position):
        yield found
        position = found.end()


@cache
def _next_bare(language: str) -> re.Pattern[str]:
    joined = rf"(?:,|،|,? (?:{any_of(language, 'and-letter')})) ?"
    return re.compile(rf"{joined}([2-9]\d\d|[12]\d{{3}})(?![\d/.\w(%]| ?[%(])")


@cache
def governed(language: str) -> re.Pattern[str]:
    """ "The Council endorsed it by decision …": the organ before is the one that decided."""
    articles, owners = any_of(language, "article"), any_of(language, "owner")
    pinned = rf"(?:(?:{any_of(language, 'pinpoint')}) [^,]{{1,20}} (?:{owners}) ?)?"
    return re.compile(
        rf"(?<!\w)(?:{any_of(language, 'within')}) (?:(?:{articles}) ?)?{pinned}(?:(?:{articles}) ?)?\Z"
    )


def is_relative(gap: str, language: str) -> bool:
    """Whether *gap* is "in which the": what follows did it in the resolution before. A verb stands
    before the organ in Arabic."""
    forms = load_words(language, "relative")
    if gap in forms:
        return True
    first, *others = gap.split() or [""]
    return forms.get(first) == "verb" and 0 < len(others) <= _MOST_VERB_WORDS


def is_link(gap: str, language: str, *, allow_blank: bool) -> bool:
    """Whether *gap* is "of the", between a number and its organ."""
    stripped = gap.strip(" ,،")
    if not stripped:
        return allow_blank and bool(gap) and "," not in gap
    return stripped.lower() in function_words(language)[0]


@cache
def function_words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Links between a number and its organ, possessives, adjectives before a head noun."""
    links = frozenset(form.lower().strip() for form in load_words(language, "link"))
    its = frozenset(load_words(language, "its"))
    return links, its, frozenset(load_words(language, "adjective"))


def ends_possessive(before: str, language: str) -> bool:
    """Whether the words *before* a head noun end with "its", adjectives between aside."""
    *words, last = before.replace("\n", " ").rsplit(" ", 5)
    if last:
        return False
    _, its, adjectives = function_words(language)
    for word in reversed(words[-4:]):
        if word in its:
            return True
        if word.lower().rstrip(",") not in adjectives:
            return False
    return False
