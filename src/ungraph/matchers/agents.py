"""Document and its organ mentions → mentions of agents: states, governments, offices, persons.

One pass of the gazetteer and a few open patterns over ``Document.view`` give pieces; the composer
puts names together. Nothing is decided here about what a short form refers to.
"""

from __future__ import annotations

from collections.abc import Iterator

from ungraph.matchers.composition import iter_names
from ungraph.matchers.gazetteer import Entry, EntryKind, load_gazetteer
from ungraph.matchers.institutions import iter_institutions
from ungraph.matchers.names import make_slug
from ungraph.matchers.offices import iter_ministers
from ungraph.matchers.persons import iter_persons
from ungraph.matchers.pieces import TABLE_RANK, Piece, select_longest
from ungraph.matchers.references import iter_counted, iter_pronouns
from ungraph.matchers.walk import OF, Walk
from ungraph.model.document import Document
from ungraph.model.mention import Mention, MentionKind
from ungraph.model.span import Span

__all__ = ["match_agents", "organ_slug"]

_FIRM = frozenset({EntryKind.ORGANIZATION, EntryKind.OFFICE})


def match_agents(
    document: Document, mentions: tuple[Mention[object], ...] = ()
) -> tuple[Mention[object], ...]:
    """The mentions of agents in *document*, in order of their start.

    *mentions* are those already found; organs among them serve as parts of longer names
    ("President of the General Assembly") and are not repeated. Kinds: STATE (value: ISO code),
    PLACE (a territory), GOVERNMENT, OFFICE, PERSON, GROUP, ORGANIZATION and AGENT_REFERENCE (a
    short form), whose value is an ``AgentName``. "the Permanent Representative of France to the
    United Nations" gives the office and, inside it, the State.
    """
    view = document.view
    pieces = select_longest(_iter_pieces(document, mentions))
    walk = Walk(view.text, pieces, _tongue(document.language))
    found: list[Mention[object]] = []
    text = document.text
    removed = bool(view.removed)
    for named in iter_names(walk):
        span = Span(named.start, named.end)
        if removed:
            span = view.to_text(span)
        surface = text[span.start : span.end]
        found.append(Mention(named.kind, span, surface, named.value, named.rule))
    found.sort(key=lambda mention: (mention.span.start, -mention.span.end))
    return tuple(found)


def _tongue(language: str) -> str:
    return language if language in OF else "en"


def _iter_pieces(document: Document, mentions: tuple[Mention[object], ...]) -> Iterator[Piece]:
    view = document.view
    for mention in mentions:
        if mention.kind is not MentionKind.ORGAN or getattr(mention.value, "other", None):
            continue
        slug = organ_slug(mention)
        span = view.from_text(mention.span) if view.removed else mention.span
        if slug:
            entry = Entry(EntryKind.ORGANIZATION, slug, slug, "bodies")
        else:
            surface = view.text[span.start : span.end].removeprefix("the ").removeprefix("The ")
            head = getattr(mention.value, "head", "") or make_slug(surface)
            entry = Entry(EntryKind.SHORT, head, surface, "bodies")
        yield Piece(span.start, span.end, entry, TABLE_RANK if slug else 0)
    for start, end, entry in load_gazetteer(document.language).iter_entries(view.text):
        yield Piece(start, end, entry, TABLE_RANK if entry.kind in _FIRM else 0)
    if document.language in {"en", "und"}:
        yield from iter_ministers(view.text)
        yield from iter_institutions(view.text)
        yield from iter_persons(view.text)
        yield from iter_counted(view.text)
        yield from iter_pronouns(view.text)


def organ_slug(mention: Mention[object]) -> str:
    """The slug of the body that an ORGAN mention names in full, "" for another mention."""
    if mention.kind is not MentionKind.ORGAN:
        return ""
    value = mention.value
    slug = value if isinstance(value, str) else getattr(value, "slug", None)
    return slug or ""
