"""What a line of the body is by its own words: heading of an annex, closing line, rule, formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ungraph.readers.pageroles import find_organ
from ungraph.readers.printeddates import parse_printed_date
from ungraph.resources import load_table

__all__ = [
    "PartHeading",
    "is_closing",
    "is_date_line",
    "is_glossary",
    "is_rule",
    "tell_formula",
    "tell_part",
]

_MAX_HEADING_CHARS = 360
_MAX_CLOSING_CHARS = 420
_MAX_FORMULA_CHARS = 160
_MAX_GLOSSARY_CHARS = 60
_RULE = re.compile(r"(?:_ ?){5,}|(?:- ?){8,}|\u2014{4,}|\u2500{4,}")
_ARTICLE = re.compile(r"The |L'|Le |La |El |إن ")
_COMMAS = ",،，"


@dataclass(frozen=True, slots=True)
class PartHeading:
    """An annex, appendix or enclosure begins: its kind and its number as printed."""

    kind: str
    number: str | None


@cache
def _load_rows(kind: str, language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    wanted = {language, "en"}
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["value"])
        for row in load_table("part_lines")
        if row["kind"] == kind and row["language"] in wanted
    )


@cache
def _quick(kind: str, language: str) -> re.Pattern[str]:
    """One pattern that all rows of a kind satisfy: most lines are told by it alone."""
    rows = (re.sub(r"\(\?P<\w+>", "(?:", p.pattern) for p, _ in _load_rows(kind, language))
    return re.compile("|".join(f"(?:{row})" for row in rows), re.IGNORECASE)


def tell_part(line: str, language: str) -> PartHeading | None:
    """The annex, appendix or enclosure that *line* is the heading of; None when it is none.

    >>> tell_part("Annex II", "en")
    PartHeading(kind='annex', number='II')
    """
    if len(line) > _MAX_HEADING_CHARS or not _quick("part", language).fullmatch(line):
        return None
    for pattern, kind in _load_rows("part", language):
        found = pattern.fullmatch(line)
        if found:
            return PartHeading(kind, found.groupdict().get("number"))
    return None


def is_closing(line: str, language: str) -> bool:
    """Whether *line* says when or how the text was adopted: "54th plenary meeting"."""
    if len(line) > _MAX_CLOSING_CHARS:
        return False
    return bool(_quick("closing", language).fullmatch(line))


def is_glossary(line: str, language: str) -> bool:
    """Whether *line* is the heading of a list of abbreviations.

    >>> is_glossary("List of abbreviations", "en"), is_glossary("Abbreviations are used", "en")
    (True, False)
    """
    if len(line) > _MAX_GLOSSARY_CHARS:
        return False
    return bool(_quick("glossary", language).fullmatch(line))


def is_date_line(line: str) -> bool:
    """Whether *line* is a date and nothing else."""
    return len(line) < 60 and parse_printed_date(line) is not None


def tell_formula(line: str, language: str) -> str | None:
    """Slug of the organ that speaks in *line*: "The General Assembly,"; None for other lines.

    The comma may be lost where the article is printed.
    """
    if len(line) > _MAX_FORMULA_CHARS:
        return None
    if line[-1] not in _COMMAS and not _ARTICLE.match(line):
        return None
    return find_organ(line, language)


def is_rule(line: str) -> bool:
    """Whether *line* is drawn, not written: the rule above footnotes."""
    return line[0] in "_-\u2014\u2500" and _RULE.fullmatch(line) is not None
