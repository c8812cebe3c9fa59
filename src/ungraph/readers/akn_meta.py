"""The ``meta`` of an AKN4UN file, its links and closing → ``Markup``.

Reads what elements and attributes say; the date 0001-01-01 means unknown, an empty attribute
means nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from urllib.parse import unquote

from ungraph.errors import IdentifierError
from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.model.markup import Hyperlink, Keyword, Markup, Originating, WorkflowStep
from ungraph.model.span import Span
from ungraph.readers.akn_adoption import read_adoption, read_known_date
from ungraph.readers.akn_layout import tidy, trim
from ungraph.readers.akn_lines import NamedPlace, RawLink
from ungraph.readers.xml_safety import Element, local_name

__all__ = ["read_hyperlinks", "read_markup", "read_notes", "symbol_of_address", "symbol_of_work"]

_ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:undocs\.org|docs\.un\.org)/+(?:(?:en|fr|es|sp|ru|ar|zh|ch|cn|de)/+)?(.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_WORK = re.compile(r"/akn/un/statement/deliberation/(unga|unsc|unecosoc)/[\d-]+/(\d+)-(\d+)/")
_WHOLE = re.compile(r"(?:[A-Z][\w.]*/\S+|\d+/\d+|\d+ ?\(\d{4}\))", re.IGNORECASE)
_SYMBOL_START = re.compile(
    r"[A-Z][A-Z0-9.]*(?:/[A-Za-z0-9.()-]+)+(?: \([^)]*\))?(?:/[A-Za-z0-9.]+)*"
)
_VOCABULARIES = {
    "SDGO": "sdg",
    "UNBIS": "unbis",
    "UNBIS Thesaurus": "unbis",
    "EuroVoc": "eurovoc",
    "DHLAUTH": "dhl",
}


def read_markup(
    root: Element, text: str, places: Sequence[NamedPlace], links: Sequence[RawLink]
) -> Markup:
    """Everything the file marks up beyond its text; *places* and *links* count in *text*."""
    meta = next(root.iter("{*}meta"), None)
    hyperlinks = read_hyperlinks(links, text)
    if meta is None:
        return Markup(hyperlinks=hyperlinks)
    found = _by_name(meta)
    steps = tuple(_read_step(e) for e in found.get("step", []) if any(e.attrib.values()))
    committee = next((p for p in places if p.tag == "docProponent"), None)
    job = next(iter(found.get("docketNumber", [])), None)
    return Markup(
        work_iri=_level_value(found, "FRBRWork"),
        expression_iri=_level_value(found, "FRBRExpression"),
        document_name=_document_name(root),
        published=_level_date(found, "FRBRExpression"),
        job_number=tidy("".join(job.itertext())).strip() or None if job is not None else None,
        hyperlinks=hyperlinks,
        adoption=read_adoption(found, text, places, steps),
        steps=steps,
        keywords=tuple(dict.fromkeys(_iter_keywords(found.get("keyword", [])))),
        originating=tuple(_iter_originating(text, places)),
        committee=(committee.attributes.get("refersTo") or "").lstrip("#") or None
        if committee
        else None,
        committee_span=trim(Span(committee.start, committee.end), text) if committee else None,
        notes=read_notes(meta),
    )


def symbol_of_work(work_iri: str | None, document_name: str | None) -> DocumentSymbol | None:
    """The symbol that the address of a work of the three principal organs implies.

    >>> symbol_of_work("/akn/un/statement/deliberation/unsc/2021-02-25/2563-2021/", "resolution")
    DocumentSymbol(text='S/RES/2563(2021)')
    """
    found = _WORK.fullmatch(work_iri or "")
    if not found:
        return None
    organ, number, rest = found.groups()
    if document_name == "presidentialStatement":
        return _symbol(f"S/PRST/{number}/{rest}") if organ == "unsc" else None
    if document_name != "resolution":
        return None
    forms = {
        "unga": f"A/RES/{number}/{rest}",
        "unsc": f"S/RES/{number}({rest})",
        "unecosoc": f"E/RES/{number}/{rest}",
    }
    return _symbol(forms[organ])


def read_hyperlinks(links: Sequence[RawLink], text: str) -> tuple[Hyperlink, ...]:
    """The links with words under them, in order of the text.

    A link that the markup cut in pieces ("2206", "(2015)") is one again.
    """
    made: list[Hyperlink] = []
    spans = ((trim(Span(link.start, link.end), text), link.address) for link in links)
    for span, address in sorted(spans):
        if not len(span) or not address:
            continue
        last = made[-1] if made else None
        if (
            last is not None
            and last.address == address
            and not text[last.span.end : max(span.start, last.span.end)].strip()
            and not _WHOLE.fullmatch(last.span.of(text))
        ):
            made[-1] = Hyperlink(last.span.cover(span), address, last.symbol)
        else:
            made.append(Hyperlink(span, address, symbol_of_address(address)))
    return tuple(made)


def symbol_of_address(address: str) -> DocumentSymbol | None:
    """The symbol in an address of undocs.org or docs.un.org, None for any other.

    >>> symbol_of_address("https://undocs.org/en/A/RES/70/1")
    DocumentSymbol(text='A/RES/70/1')
    >>> symbol_of_address("http://www.un.org/dppa/about") is None
    True
    """
    found = _ADDRESS.match(address.strip())
    if not found:
        return None
    words = unquote(found[1]).split("?")[0].split("#")[0].strip().rstrip("/.,;")
    return _symbol(words)


def read_notes(meta: Element) -> tuple[str, ...]:
    """Editorial notes ("* Reissued for …"), which pages print at their foot."""
    notes = []
    for block in meta:
        if local_name(block) == "notes":
            for note in block:
                words = tidy(" ".join(note.itertext())).strip()
                if words:
                    notes.append(words)
    return tuple(notes)


def _by_name(meta: Element) -> dict[str, list[Element]]:
    found: dict[str, list[Element]] = {}
    for element in meta.iter():
        found.setdefault(local_name(element), []).append(element)
    return found


def _symbol(words: str | None) -> DocumentSymbol | None:
    try:
        return parse_symbol(words) if words and "/" in words else None
    except IdentifierError:
        return None


def _level_value(found: dict[str, list[Element]], level: str) -> str | None:
    for element in found.get(level, [])[:1]:
        for child in element:
            if local_name(child) == "FRBRuri":
                return child.get("value") or None
    return None


def _level_date(found: dict[str, list[Element]], level: str) -> PartialDate | None:
    for element in found.get(level, [])[:1]:
        for child in element:
            if local_name(child) == "FRBRdate":
                return read_known_date(child.get("date"))
    return None


def _document_name(root: Element) -> str | None:
    statement = next(root.iter("{*}statement"), None)
    return None if statement is None else statement.get("name")


def _read_step(step: Element) -> WorkflowStep:
    written = (step.get("as") or "").strip()
    symbol, note = None, written
    start = _SYMBOL_START.match(written)
    if start:
        symbol = _symbol(start[0])
        note = written[start.end() :].strip(" ,;") if symbol else written
    outcome = (step.get("outcome") or "").strip()
    pinpoint = (step.get("refersTo") or "").strip()
    if pinpoint.replace(" ", "").isdigit():
        pinpoint = f"para. {pinpoint}"
    return WorkflowStep(
        outcome[:1].lower() + outcome[1:],
        read_known_date(step.get("date")),
        symbol,
        tidy(step.get("by")).strip(),
        pinpoint,
        tidy(note).strip(),
    )


def _iter_keywords(elements: list[Element]) -> Iterator[Keyword]:
    for element in elements:
        dictionary = (element.get("dictionary") or "").strip()
        value = tidy(element.get("value")).strip()
        label = unescape(tidy(element.get("showAs")).strip())
        if not label or "://" in label:
            label = unescape(value)
        role = (element.get("refersTo") or "subject").lstrip("#")
        if not label or role == "title":
            continue
        vocabulary = _VOCABULARIES.get(dictionary, dictionary)
        if vocabulary == "sdg":
            label = f"Sustainable Development Goal {value}"
        elif vocabulary in ("unbis", "eurovoc"):
            label = label.replace("_", " ")
        notation = value if role == "agenda" or vocabulary == "sdg" else None
        iri = (element.get("href") or "").strip() or None
        yield Keyword(label, vocabulary, iri, role, notation)


def _iter_originating(text: str, places: Sequence[NamedPlace]) -> Iterator[Originating]:
    for place in places:
        if place.attributes.get("name") != "originating document":
            continue
        words = text[place.start : place.end]
        found = list(_SYMBOL_START.finditer(words))
        for i, match in enumerate(found):
            symbol = _symbol(match[0])
            if symbol:
                after = words[match.end() : found[i + 1].start() if i + 1 < len(found) else None]
                pinpoint = after.strip(" ,;，、،\xa0\n") if i + 1 == len(found) else ""
                span = Span(place.start + match.start(), place.start + match.end())
                yield Originating(symbol, pinpoint, span)
