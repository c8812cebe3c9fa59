"""The theme of an act: the exact words of what is asked, given or said."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import AGENT, ParsedSentence
from ungraph.model.span import Span

__all__ = ["content_end", "fill_theme", "theme_span"]


def fill_theme(draft: Draft, limit: int, that: int | None) -> None:
    """Set the theme of *draft* from its subject (passive) or what follows the verb up to *limit*."""
    parsed, group = draft.parsed, draft.group
    assert group is not None
    if draft.subject is not None:
        subject = draft.subject
        span = theme_span(parsed, subject.first, subject.last)
        if span is not None and parsed.starts[group.head] - span.start < 400:
            draft.parts.append(span)
        if group.voice == "passive" and draft.theme is None and subject.kind != "agent":
            draft.theme = span
    if draft.theme is None:
        first = group.last
        if draft.row.frame in {"ask", "inform"} and draft.object is not None and draft.addressees:
            first = _infinitive(parsed, draft.object.last, limit)
        while first < limit and (
            parsed.codes[first] in {",", "v", ":"}
            or parsed.words[first] in {"for", "of", "inter", "alia"}
        ):
            first += 1
        draft.theme = theme_span(parsed, first, limit)
    if draft.theme is not None:
        draft.parts.append(draft.theme)


def _infinitive(parsed: ParsedSentence, first: int, limit: int) -> int:
    """ "calls upon X, the occupying Power, to comply": where "to comply" begins, else *first*."""
    for i in range(first, min(limit - 1, first + 16)):
        if (
            parsed.words[i] == "to"
            and parsed.codes[i + 1] == "w"
            and parsed.codes[i - 1] in {",", AGENT, ")", "v"}
        ):
            return i
    return first


def theme_span(parsed: ParsedSentence, first: int, last: int) -> Span | None:
    """View span of the tokens without the punctuation at their end; None when nothing is left."""
    while last > first and parsed.codes[last - 1] in {".", ",", ";", ":", "c", "!", "?"}:
        last -= 1
    return parsed.span_of(first, last) if last > first else None


def content_end(parsed: ParsedSentence, that: int, limit: int) -> int:
    """A reported clause runs to the end of the sentence, save for a verb coordinated outside."""
    end = len(parsed)
    while end > that + 1 and parsed.codes[end - 1] in {".", ";", "!", "?"}:
        end -= 1
    return end
