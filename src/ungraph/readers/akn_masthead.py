"""Title page of an AKN4UN file: values from its attributes, spans where the words are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ungraph.errors import IdentifierError
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.model.document import AgendaItem, Block, BlockKind, Masthead, Stated, Status
from ungraph.model.span import Span
from ungraph.readers.akn_adoption import read_known_date
from ungraph.readers.akn_layout import tidy, trim
from ungraph.readers.akn_lines import NamedPlace
from ungraph.readers.xml_safety import parse_count

__all__ = ["read_akn_masthead"]

_ORGANS = {
    "ga": "ga",
    "sc": "sc",
    "ecosoc": "ecosoc",
    "generalassembly": "ga",
    "securitycouncil": "sc",
    "economicandsocialcouncil": "ecosoc",
}
_ORGAN_OF_SYMBOL = {"A": "ga", "S": "sc", "E": "ecosoc"}
_TYPES = {
    "resolution": "resolution",
    "resolutions": "resolution",
    "decision": "decision",
    "presidentialStatement": "presidential-statement",
}
_DISTRIBUTIONS = {
    "generaldistribution": "GENERAL",
    "limiteddistribution": "LIMITED",
    "restricteddistribution": "RESTRICTED",
}
_YEAR = re.compile(r"\d{4}")
_ITEM = re.compile(r"\d+(?:\s*(?:\(\s*[^\W\d_]{1,3}\s*\)(?:\s*\([ivx]+\))?|[a-zа-я]\)))?")
_DASH = re.compile(r"[\s\u200e\u200f]*[-\u2013\u2014]\s+")  # left of "75/206 - The title"
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e]")
_REISSUED = (
    "reissued", "nouveau tirage", "publicado nuevamente", "переиздано", "أعيد إصدار",
    "因技术原因重新",
)  # fmt: skip
_SPECIAL_SESSION = re.compile(r"A/(?:RES|DEC)/(ES|S)-")
_SESSION_OF_SYMBOL = re.compile(r"A/(?:RES|DEC)/(?:ES-|S-)?(\d+)/")
_FIRST_YEAR = 1946


def read_akn_masthead(
    text: str,
    blocks: Sequence[Block],
    places: Sequence[NamedPlace],
    *,
    document_name: str | None,
    author: str | None,
) -> Masthead:
    """The title page from the named places of the cover, preface and closing.

    Where nothing is marked as title, the heading right after the title page is.
    """
    cover = _Cover(text, places)
    notes = tuple(note for p in cover.iter("note") if (note := cover.words(p)) is not None)
    number = cover.first("docNumber", "symbol")
    symbol = _stated_symbol(cover, number)
    session = _session(cover, symbol.value if symbol else None)
    title = cover.first("docTitle", "resolutionTitle") or cover.first("docTitle", "title1")
    subtitle = cover.first("docTitle", "adoption")
    headline = cover.first("docTitle", "resolutionNumber") or cover.first("docTitle", "")
    line_of_adoption = headline if subtitle is None else subtitle
    return Masthead(
        symbol=symbol,
        distribution=_distribution(cover),
        date=_date(cover),
        organ=_organ(cover, author, symbol.value if symbol else None),
        session=session,
        session_series=_session_series(session, symbol.value if symbol else None),
        agenda_item=_agenda_item(cover),
        agenda_item_title=cover.words(cover.named("inline", "agenda item name")),
        title=cover.words(title or headline) or _first_heading(text, blocks),
        document_type=_document_type(cover, document_name, line_of_adoption or title),
        editorial_status=next((Stated("reissued", n.spans) for n in notes if _is_reissue(n)), None),
        notes=notes,
    )


class _Cover:
    """Look-ups among the named places."""

    def __init__(self, text: str, places: Sequence[NamedPlace]) -> None:
        self.text = text
        self.places = places

    def iter(self, tag: str) -> Iterator[NamedPlace]:
        """Places of *tag* with words, in order."""
        return (p for p in self.places if p.tag == tag and len(self.span(p)))

    def first(self, tag: str, reference: str) -> NamedPlace | None:
        """The first place of *tag* that refers to *reference*."""
        for place in self.iter(tag):
            if (place.attributes.get("refersTo") or "").lstrip("#") == reference:
                return place
        return None

    def named(self, tag: str, name: str) -> NamedPlace | None:
        """The first place of *tag* with that name."""
        return next((p for p in self.iter(tag) if p.attributes.get("name") == name), None)

    def span(self, place: NamedPlace) -> Span:
        return trim(Span(place.start, place.end), self.text)

    def words(self, place: NamedPlace | None) -> Stated[str] | None:
        """The words of *place*, joined over lines."""
        if place is None:
            return None
        span = self.span(place)
        dash = _DASH.match(span.of(self.text))
        if dash and dash.end() < span.end - span.start:
            span = Span(span.start + dash.end(), span.end)
        words = _DIRECTION.sub("", tidy(span.of(self.text)).replace("\xa0", " ")).strip()
        return Stated(words.replace("( ", "(").replace(" )", ")"), (span,))


def _stated_symbol(cover: _Cover, place: NamedPlace | None) -> Stated[DocumentSymbol] | None:
    if place is None:
        return None
    span = cover.span(place)
    words = span.of(cover.text)
    try:
        return Stated(parse_symbol(words.rstrip("*").strip()), (span,))
    except IdentifierError:
        return None


def _distribution(cover: _Cover) -> Stated[str] | None:
    place = next(cover.iter("docStatus"), None)
    if place is None:
        return None
    span = cover.span(place)
    reference = (place.attributes.get("refersTo") or "").lstrip("#").lower()
    words = span.of(cover.text)
    value = _DISTRIBUTIONS.get(reference) or words.rpartition(":")[2].strip().upper()
    colon = words.find(":")
    if colon >= 0 and words[colon + 1 :].strip():
        span = trim(Span(span.start + colon + 1, span.end), cover.text)
    return Stated(value, (span,)) if value else None


def _date(cover: _Cover) -> Stated[PartialDate] | None:
    place = cover.first("docDate", "dateOfIssuance")
    value = read_known_date(place.attributes.get("date")) if place else None
    return Stated(value, (cover.span(place),)) if place and value else None


def _organ(cover: _Cover, author: str | None, symbol: DocumentSymbol | None) -> Stated[str] | None:
    place = cover.first("docAuthority", "issuingBody")
    slug = _ORGANS.get((author or "").lstrip("#").lower())
    if slug is None and symbol is not None:
        slug = _ORGAN_OF_SYMBOL.get(symbol.text.partition("/")[0])
    if slug is None:
        return None
    if place is None:
        return Stated(slug, (), Status.INFERRED, "author named in the metadata of the file", 0.95)
    return Stated(slug, (cover.span(place),))


def _session(cover: _Cover, symbol: DocumentSymbol | None) -> Stated[int] | None:
    """Ordinal of the session or its year: from the attribute, else from the symbol (A/RES/75/…)."""
    place = next(cover.iter("session"), None)
    if place is None:
        return None
    value = (place.attributes.get("value") or "").strip()
    if not value:
        year = _YEAR.search(cover.span(place).of(cover.text))
        number = _SESSION_OF_SYMBOL.match(symbol.text) if symbol else None
        value = year[0] if year else number[1] if number else ""
    count = parse_count(value)
    return Stated(count, (cover.span(place),)) if count is not None else None


def _session_series(session: Stated[int] | None, symbol: DocumentSymbol | None) -> str:
    """How the session counts: special sessions and years apart from regular sessions."""
    if session is None:
        return ""
    found = _SPECIAL_SESSION.match(symbol.text) if symbol else None
    if found:
        return "emergency-special" if found[1] == "ES" else "special"
    return "year" if session.value >= _FIRST_YEAR else ""


def _agenda_item(cover: _Cover) -> Stated[AgendaItem] | None:
    place = cover.named("inline", "agenda item")
    if place is None:
        return None
    span = cover.span(place)
    words = _DIRECTION.sub("", tidy(span.of(cover.text)).replace("\xa0", " "))
    found = list(_ITEM.finditer(words))
    number = tidy(place.attributes.get("title")).strip()
    if found:
        number = words[found[0].start() : found[-1].end()]
    if not number:
        return None
    title = cover.words(cover.named("inline", "agenda item name"))
    return Stated(AgendaItem(number, False, title.value if title else None), (span,))


def _document_type(cover: _Cover, name: str | None, place: NamedPlace | None) -> Stated[str] | None:
    notation = _TYPES.get(name or "")
    if notation is None:
        return None
    if place is None:
        return Stated(notation, (), Status.INFERRED, "named in the metadata of the file", 0.99)
    return Stated(notation, (cover.span(place),))


def _first_heading(text: str, blocks: Sequence[Block]) -> Stated[str] | None:
    """The title of statements, which some files give as the first heading of the body."""
    for block in blocks[:3]:
        if block.kind is BlockKind.HEADING:
            words = tidy(block.span.of(text)).replace("\xa0", " ").strip()
            return Stated(words, (block.span,))
    return None


def _is_reissue(note: Stated[str]) -> bool:
    return note.value.lstrip("* ").lower().startswith(_REISSUED)
