"""Organ mentions → bodies: full names at once, bare ones ("the Commission") by what stands before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ungraph.identifiers.bodies import load_bodies
from ungraph.matchers.organs import head_of_body
from ungraph.matchers.values import OrganName
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = ["OrganContext", "OrganLink", "adopter_above", "own_organ", "resolve_organ"]

_ARTICLE_CHARS = 8
_COMMAS = frozenset(",،，")
_BLANKS = " \xa0\u200e\u200f"


@dataclass(frozen=True, slots=True)
class OrganLink:
    """Slug of a body, or None with the reason."""

    slug: str | None
    reason: str


class OrganContext:
    """The full names of organs in one document, to tell what bare ones mean."""

    def __init__(self, document: Document, mentions: Iterable[Mention[object]]) -> None:
        self.own = own_organ(document)
        self._starts: dict[str, list[int]] = {}
        self._slugs: dict[str, list[str]] = {}
        self._speakers: list[tuple[int, str]] = []
        for mention in mentions:
            name = mention.value
            if mention.kind is MentionKind.ORGAN and isinstance(name, OrganName) and name.slug:
                self._starts.setdefault(name.head, []).append(mention.span.start)
                self._slugs.setdefault(name.head, []).append(name.slug)
                if _opens_text(document.text, mention.span):
                    self._speakers.append((mention.span.start, name.slug))

    def speaker(self, position: int) -> str:
        """The organ whose text stands at *position*: the one that last opened a text in its own
        name ("The Economic and Social Council," alone in its line); "" where none has."""
        before = bisect_right(self._speakers, position, key=lambda entry: entry[0]) - 1
        return self._speakers[before][1] if before >= 0 else ""

    def resolve(self, name: OrganName, position: int) -> OrganLink:
        """The body that *name*, said at *position*, means."""
        if name.slug is not None:
            return OrganLink(name.slug, "named in full")
        if name.other is not None:
            return OrganLink(None, "an organization that is no organ of the United Nations")
        own = self._own_with_head(name.head)
        if own is not None:
            return OrganLink(own, f"the document is one of the {load_bodies()[own].label}")
        starts = self._starts.get(name.head, ())
        before = bisect_left(starts, position) - 1
        if before >= 0:
            slug = self._slugs[name.head][before]
            return OrganLink(slug, f"last full name before: {load_bodies()[slug].label}")
        if name.head == "assembly":
            return OrganLink("ga", "the General Assembly is the only assembly with this short name")
        return OrganLink(None, f"no {name.head} was named before")

    def is_named_before(self, slug: str, position: int, reach: int) -> bool:
        """Whether the body was named in full at most *reach* code points before *position*."""
        head = head_of_body(slug)
        starts, slugs = self._starts.get(head, []), self._slugs.get(head, [])
        before = bisect_left(starts, position) - 1
        while before >= 0 and position - starts[before] <= reach:
            if slugs[before] == slug:
                return True
            before -= 1
        return False

    def _own_with_head(self, head: str) -> str | None:
        """The organ of the document, or one above it, when it is of this kind."""
        slug: str | None = self.own
        while slug:
            if head_of_body(slug) == head:
                return slug
            slug = load_bodies()[slug].parent
        return None


def _opens_text(text: str, span: Span) -> bool:
    """Whether an organ stands alone in its line, with an article before and a comma behind."""
    if text[span.end : span.end + 1] not in _COMMAS:
        return False
    before = text[max(0, span.start - _ARTICLE_CHARS) : span.start].rpartition("\n")
    if not before[1] and span.start >= _ARTICLE_CHARS or " " in before[2].strip():
        return False
    following = text[span.end + 1 : span.end + 1 + _ARTICLE_CHARS]
    return following.partition("\n")[0].strip(_BLANKS) == ""


def own_organ(document: Document) -> str:
    """Slug of the organ whose document this is, from the title page or the symbol; "" for none."""
    stated = document.masthead.organ
    if stated is not None and stated.value in load_bodies():
        return stated.value
    symbol = document.symbol
    return (symbol.body if symbol is not None else None) or ""


def resolve_organ(
    document: Document, mention: Mention[object], mentions: Iterable[Mention[object]]
) -> OrganLink:
    """The body that one ORGAN mention of *document* means; *mentions* are all of the document.

    For many mentions of one document, make an ``OrganContext`` once.
    """
    assert isinstance(mention.value, OrganName)
    return OrganContext(document, mentions).resolve(mention.value, mention.span.start)


@cache
def adopter_above(slug: str) -> str:
    """The nearest organ at or above *slug* that adopts numbered acts: "ga" for "ga-c3"."""
    bodies: Mapping[str, object] = load_bodies()
    current = slug
    while current and current not in _ADOPTERS:
        current = load_bodies()[current].parent if current in bodies else ""
    return current


_ADOPTERS = frozenset({"ga", "sc", "ecosoc", "hrc", "chr", "subcom", "unea", "tc", "escap"})
