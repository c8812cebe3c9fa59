"""Reports cited with a chapter: the resolution that is printed there is of the organ that reports.

"Supplement No. 53 (A/69/53), chap. IV, sect. A, resolution 27/12"
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

from ungraph.matchers.values import SymbolReference
from ungraph.matchers.vocabulary import load_words
from ungraph.model.document import Document
from ungraph.model.mention import Mention

__all__ = ["CitedReports"]

# Supplement No. 53 of the Assembly's records is the report of the Human Rights Council.
_COUNCIL_REPORT = re.compile(r"A/(?:6[1-9]|[7-9]\d)/53(?:/(?:Add|Rev|Corr)\.\d)*\Z")
_REPORT = re.compile(r"(?:A/\d{2}/\d{1,2}|E/(?:19|20)\d\d/\d{1,2})(?:/(?:Add|Rev|Corr)\.\d)*\Z")
_REPORT_CHARS = 80
_PARTS = frozenset({"chapter", "annex"})


class CitedReports:
    """The reports that one document cites, by place."""

    def __init__(self, document: Document, mentions: Iterable[Mention[object]]) -> None:
        self._text = document.text
        self._chapter = _chapter(document.language)
        self._places: list[tuple[int, str]] = []
        for mention in mentions:
            value = mention.value
            if isinstance(value, SymbolReference) and _REPORT.match(value.symbol.text):
                organ = "hrc" if _COUNCIL_REPORT.match(value.symbol.text) else "other"
                self._places.append((mention.span.end, organ))

    def before(self, position: int) -> str:
        """The organ whose report is cited right before *position* with the chapter that holds the
        number; "other" for one without series, "" where no report stands there."""
        before = bisect_right(self._places, position, key=lambda entry: entry[0]) - 1
        if before < 0 or position - self._places[before][0] > _REPORT_CHARS:
            return ""
        end, organ = self._places[before]
        between = self._text[end:position]
        return organ if "\n" not in between and self._chapter.match(between) else ""


@cache
def _chapter(language: str) -> re.Pattern[str]:
    forms = {form for form, kind in load_words(language, "pinpoint").items() if kind in _PARTS}
    listed = "|".join(sorted(map(re.escape, forms), key=lambda form: (-len(form), form)))
    han = "|第.{1,3}章" if language == "zh" else ""
    return re.compile(rf"\)[,，،》]?\s?(?:{listed or '(?!)'}{han})")
