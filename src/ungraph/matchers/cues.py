"""Document → cues: the words that say an act ("requested", "took note of", "the acceptance of").

One pass over the view finds the head words; the words beside them decide which rows of the
lexicon hold. A word that is both verb and noun ("request") gives one mention for each reading;
the extractors choose by the sentence. Not decided here: who acts, on whom, and whether it happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.lead_words import LED_LANGUAGES, iter_leads
from ungraph.matchers.lexicon import CueRow, load_cue_rows
from ungraph.matchers.occasions import Occasion, match_occasions
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = ["Cue", "VerbForm", "match_cues"]

_BEFORE_CHARS = 40
_AFTER_CHARS = 120
_AGAIN = "re-"
VERB_FORMS = ("base", "third", "past", "participle", "ing")
VerbForm = str


@dataclass(frozen=True, slots=True)
class Cue:
    """A reading of cue words: the row of the lexicon, the forms the head word may be, and where
    the head word begins, in code points of the view."""

    row: CueRow
    forms: tuple[VerbForm, ...]
    head: int


_Entry = tuple[CueRow, tuple[VerbForm, ...], Pattern | None, Pattern | None]


@cache
def _heads() -> tuple[Pattern, dict[str, tuple[_Entry, ...]]]:
    table: dict[str, list[_Entry]] = {}
    for row in load_cue_rows():
        names = VERB_FORMS if row.kind == "verb" else ("noun", "noun")
        for word in dict.fromkeys(row.forms):
            forms = tuple(
                dict.fromkeys(
                    name for name, form in zip(names, row.forms, strict=True) if form == word
                )
            )
            table.setdefault(word.lower(), []).append((row, forms, row.before, row.after))
    for entries in table.values():
        # The row that asks most of the words beside it comes first.
        entries.sort(key=lambda e: (not e[0].is_phrase, e[0].id))
    frozen = {word: tuple(entries) for word, entries in table.items()}
    # Words are looked up one by one: faster than one expression of a thousand words.
    return compile_pattern(r"(?:re-)?[a-z]+", engine="re"), frozen


def match_cues(document: Document) -> tuple[Mention[Cue | Occasion], ...]:
    """All readings of all cue words (CUE) and all words that name an event (EVENT), in order.

    >>> from ungraph.model.document import Document, Masthead, SourceFile, View
    >>> text = "The Council requested more, and took note of what was said."
    >>> document = Document(text, View(text), "en", (), Masthead(), SourceFile("-", "", 0))
    >>> cues = [cue for cue in match_cues(document) if cue.kind == "cue"]
    >>> ("requested", "request") in {(cue.surface, str(cue.value.row.act_type)) for cue in cues}
    True
    """
    if document.language in LED_LANGUAGES:
        return _leads(document)
    text, view = document.view.text, document.view
    pattern, table = _heads()
    mentions: list[Mention[Cue | Occasion]] = [*match_occasions(document)]
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" grows: offsets would be lost
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    # Most words are no cues: they are passed over in as few steps as Python allows.
    heads = [
        (word, found.span())
        for found in pattern.finditer(lowered)
        if (word := found.group() or "") in table or word[:3] == _AGAIN
    ]
    for word, (start, end) in heads:
        entries = table.get(word)
        if entries is None:
            entries, start = table.get(word[len(_AGAIN) :]), start + len(_AGAIN)
            if entries is None:
                continue  # "re-elected" is read as "elected", "re-applied" has its own row
        following = text[end : end + _AFTER_CHARS]
        for row, forms, before, after in entries:
            first, last = start, end
            if before is not None:
                begin = max(0, start - _BEFORE_CHARS)
                left = before.search(text[begin:start])
                if left is None:
                    continue
                first = begin + left.start()
            if after is not None:
                right = after.match(following)
                if right is None:
                    continue
                named = "cue" in right.groupdict()
                last = end + (right.end("cue") if named else right.end())
            span = view.to_text(Span(first, last))
            mentions.append(
                Mention(
                    MentionKind.CUE,
                    span,
                    document.text[span.start : span.end],
                    Cue(row, forms, start),
                    row.id,
                )
            )
    mentions.sort(key=lambda m: m.span.start)
    return tuple(mentions)


def _leads(document: Document) -> tuple[Mention[Cue | Occasion], ...]:
    """Cues of a document in another language: the lead words of its paragraphs alone."""
    mentions: list[Mention[Cue | Occasion]] = []
    for place, row in iter_leads(document):
        span = document.view.to_text(place)
        cue = Cue(row.to_cue_row(), ("third",), place.start)
        surface = document.text[span.start : span.end]
        mentions.append(Mention(MentionKind.CUE, span, surface, cue, cue.row.id))
    return tuple(mentions)
