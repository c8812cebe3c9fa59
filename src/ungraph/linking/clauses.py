"""Sentences and subjects of a text, as far as pronouns need them: cheap, by the words around."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.span import Span

__all__ = ["Clauses"]

_ABBREVIATIONS = frozenset(
    "mr ms mrs messrs dr prof st no nos art arts para paras p pp v vs vol cf ibid".split()
)
_NOT_AFTER_SUBJECT = frozenset(
    "of to and or in on for by at from with under as against about between into concerning "
    "regarding towards the that whether".split()
)
_OPENERS = frozenset("He She It They The On In At By His Her Its Their This That".split())
_WORD_CHARS = 8
_CONTEXT_CHARS = 24
_SPEECH_CHARS = 140
_BEFORE_SUBJECT_CHARS = 10  # "12. The "


@cache
def _sentence_end() -> Pattern:
    return compile_pattern(r"[.?!][\"')\]]*\d{0,2}\s+\p{Lu}")


@cache
def _speech() -> Pattern:
    # Run on short slices only, where ``re`` is faster than a call into RE2.
    return compile_pattern(r" \([^)]{2,70}\)(?: \([^)]{2,60}\))?:", engine="re")


def _is_abbreviated(text: str, stop: int) -> bool:
    """Whether the full stop at *stop* ends an abbreviation ("Ms.", "para.") or an initial."""
    word = text[max(0, stop - _WORD_CHARS) : stop].rpartition(" ")[2]
    if word.lower() in _ABBREVIATIONS:
        return True
    # "questioned C. He said", not "J. Silva"
    following = text[stop + 1 : stop + 1 + _WORD_CHARS].split()
    return len(word) == 1 and word.isupper() and not _OPENERS.intersection(following[:1])


class Clauses:
    """The sentences of *text* and what stands as a subject in them; spans count in *text*."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [
            found.end() - 1
            for found in _sentence_end().finditer(text)
            if not _is_abbreviated(text, found.start())
        ]

    def sentence_at(self, position: int) -> int:
        """The number of the sentence that holds *position*."""
        return bisect_right(self._ends, position)

    def sentence_before(self, position: int) -> Span | None:
        """The sentence in front of that of *position*, None at the beginning of the text."""
        number = self.sentence_at(position)
        if number == 0:
            return None
        start = self._ends[number - 2] if number > 1 else 0
        return Span(start, self._ends[number - 1])

    def is_subject(self, span: Span, paragraph: int) -> bool:
        """Whether the words after *span* can be its verb, and none before govern it.

        *paragraph* is where the paragraph of *span* begins.
        """
        after = self._text[span.end : span.end + _CONTEXT_CHARS].split()
        starts = self._starts_sentence(span, paragraph)
        if not after or not self._text[span.end : span.end + 1].isspace():
            return after[:1] == [","] and (starts or self._opens_clause(span))
        if after[0] in _NOT_AFTER_SUBJECT or not after[0][0].islower():
            return False
        if starts:
            return True
        before = self._text[max(0, span.start - _CONTEXT_CHARS) : span.start].split()
        while before and before[-1].lower() in {"the", "a", "an", "this", "that"}:
            before.pop()
        return not before or before[-1].lower() not in _NOT_AFTER_SUBJECT

    def is_owned(self, span: Span) -> bool:
        """Whether "his" or "her" stands before *span* ("in the presence of his counsel")."""
        return self._text[max(0, span.start - 4) : span.start].lower() in {"his ", "her "}

    def is_addressed(self, span: Span) -> bool:
        """Whether "to" or "before" stands before *span* ("appealed to the High Court")."""
        before = self._text[max(0, span.start - _CONTEXT_CHARS) : span.start].split()
        if before and before[-1] == "the":
            before.pop()
        return bool(before) and before[-1] in {"to", "before"}

    def is_joined(self, span: Span) -> bool:
        """Whether ", and" stands before *span*."""
        before = self._text[max(0, span.start - _WORD_CHARS) : span.start]
        return before.endswith(", and ")

    def opens_speech(self, span: Span) -> bool:
        """Whether *span* names who speaks in a record: "Ms. Silva (Brazil): …"."""
        return _speech().match(self._text[span.end : span.end + _SPEECH_CHARS]) is not None

    def _opens_clause(self, span: Span) -> bool:
        """Whether only a comma stands before: "On 3 May, Ms. Silva, a lawyer, said"."""
        before = self._text[max(0, span.start - _WORD_CHARS) : span.start].rstrip()
        return before.removesuffix(" the").rstrip().endswith(",")

    def _starts_sentence(self, span: Span, paragraph: int) -> bool:
        sentence = self.sentence_at(span.start)
        begin = self._ends[sentence - 1] if sentence else 0
        return span.start - max(begin, paragraph) <= _BEFORE_SUBJECT_CHARS
