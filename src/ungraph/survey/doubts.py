"""What does not fit together across the documents of a store; asked once over all of it.

Nothing here is an error of the graph: each doubt shows two statements of which at least one is
wrong, in the documents or in the reading, for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import View
from ungraph.survey.network import rows

__all__ = ["KINDS", "Doubt", "find_contradicting_links", "find_doubts"]

_DCTERMS, _SKOS = PREFIXES["dcterms"], PREFIXES["skos"]
_YEAR_IN_SYMBOL = re.compile(
    r"^S/RES/[0-9]+\(([0-9]{4})\)$|/(?:RES|DEC)/([0-9]{4})/|^A/(?:RES|DEC)/([0-9]{1,3})/"
)
_FIRST_SESSION_YEAR = 1945

KINDS = {
    "date-said": "A citing document gives another date than the document itself",
    "dates-said": "Citing documents give different dates",
    "number-and-year": "The number and the date of adoption do not fit each other",
    "cites-later": "A document cites one that is dated later than itself",
    "adopted-by": "Several organs are said to have adopted it",
    "several-items": "It is tied to several items of one register",
    "several-things": "Several things are tied to one item as the same",
    "several-codes": "It has several codes of one kind",
}


@dataclass(frozen=True, slots=True, order=True)
class Doubt:
    """Two statements that do not fit: about *subject*, *first* and *second*; *kind* of KINDS."""

    kind: str
    subject: str
    first: str
    second: str


def find_doubts(view: View, mint: Mint) -> list[Doubt]:
    """Dates, numbers and organs that do not fit each other, sorted."""
    return sorted(
        {
            *_dates(view, mint, f"{_DCTERMS}date"),
            *_dates(view, mint, mint.term("adoptedOn")),
            *_numbers(view, mint),
            *_later(view, mint),
            *_pairs(view, mint, "adopted-by", mint.term("adoptedBy")),
        }
    )


def find_contradicting_links(view: View, mint: Mint) -> list[Doubt]:
    """Links that cannot all be right: two items, two things of ours, two codes; sorted."""
    match = f"<{_SKOS}exactMatch>"
    any_match = f"<{_SKOS}exactMatch>|<{_SKOS}closeMatch>"
    links = f"GRAPH <{mint.links_graph()}>"
    items = rows(
        view,
        f"""SELECT DISTINCT ?x ?a ?b WHERE {{ {links} {{ ?x {any_match} ?a, ?b }}
        FILTER(STR(?a) < STR(?b)) }}""",
    )
    things = rows(
        view,
        f"""SELECT DISTINCT ?x ?a ?b WHERE {{ {links} {{ ?a {match} ?x . ?b {match} ?x }}
        FILTER(STR(?a) < STR(?b)) }}""",
    )
    doubts = {
        Doubt("several-items", *found)
        for found in _texts(items)
        if _register(found[1]) == _register(found[2])
    }
    doubts |= {Doubt("several-things", *found) for found in _texts(things)}
    for code in ("areaCode", "alphaTwoCode", "alphaThreeCode"):
        doubts |= set(_pairs(view, mint, "several-codes", mint.term(code)))
    return sorted(doubts)


def _dates(view: View, mint: Mint, predicate: str) -> Iterator[Doubt]:
    """What a document says of its own date against what others say, and others among each other."""
    found = rows(
        view,
        f"""SELECT DISTINCT ?d ?a ?b ?g ?h WHERE {{
        GRAPH ?g {{ ?d <{predicate}> ?a }} GRAPH ?h {{ ?d <{predicate}> ?b }}
        FILTER(STR(?a) < STR(?b) && ?g != ?h) }}""",
    )
    for document, first, second, here, there in _texts(found):
        if _agree(first, second):
            continue
        owned = [_is_own(mint, document, graph) for graph in (here, there)]
        if all(owned):
            continue  # the languages of one document, or its editions
        if any(owned):
            pair = (first, second) if owned[0] else (second, first)
            yield Doubt("date-said", document, *pair)
        else:
            yield Doubt("dates-said", document, first, second)


def _numbers(view: View, mint: Mint) -> Iterator[Doubt]:
    found = rows(
        view,
        f"SELECT DISTINCT ?d ?s ?on WHERE"
        f" {{ ?d <{mint.term('symbol')}> ?s ; <{mint.term('adoptedOn')}> ?on }}",
    )
    for document, symbol, day in _texts(found):
        years = _years_of(symbol)
        if years and day[:4].isdigit() and int(day[:4]) not in years:
            yield Doubt("number-and-year", document, symbol, day)


def _years_of(symbol: str) -> tuple[int, ...]:
    """The years in which a resolution or decision can be adopted by its number, () if untold.

    >>> _years_of("A/RES/60/251"), _years_of("S/RES/1325(2000)"), _years_of("A/HRC/4/60")
    ((2005, 2006), (2000,), ())
    """
    found = _YEAR_IN_SYMBOL.search(symbol)
    if found is None:
        return ()
    if found[3]:
        first = _FIRST_SESSION_YEAR + int(found[3])
        return (first, first + 1)
    year = int(found[1] or found[2])
    # A session of the Economic and Social Council begins in the summer before its year.
    return (year - 1, year) if symbol.startswith("E/") else (year,)


def _later(view: View, mint: Mint) -> Iterator[Doubt]:
    """By the dates that both documents say of themselves."""
    held = mint.term("hasVersion")
    found = rows(
        view,
        f"""SELECT DISTINCT ?d ?a ?b ?g ?h ?o WHERE {{
        ?d <{PREFIXES["cito"]}cites> ?o . ?d <{held}> ?v . ?o <{held}> ?w .
        GRAPH ?g {{ ?d <{_DCTERMS}date> ?a }} GRAPH ?h {{ ?o <{_DCTERMS}date> ?b }}
        FILTER(STR(?a) < STR(?b)) }}""",
    )
    for document, first, second, here, there, cited in _texts(found):
        owned = _is_own(mint, document, here) and _is_own(mint, cited, there)
        if owned and not _agree(first, second):
            yield Doubt("cites-later", document, first, f"{cited} {second}")


def _pairs(view: View, mint: Mint, kind: str, predicate: str) -> Iterator[Doubt]:
    found = rows(
        view,
        f"SELECT DISTINCT ?x ?a ?b WHERE {{ ?x <{predicate}> ?a, ?b FILTER(STR(?a) < STR(?b)) }}",
    )
    for subject, first, second in _texts(found):
        yield Doubt(kind, subject, first, second)


def _agree(first: str, second: str) -> bool:
    """Whether two dates are the same as far as the less precise one goes."""
    return first.startswith(second) or second.startswith(first)


def _is_own(mint: Mint, document: str, graph: str) -> bool:
    return graph.startswith(mint.graph(document) + "/")


def _register(iri: str) -> str:
    """The register of an item: its address up to the last stroke."""
    return iri.rpartition("/")[0]


def _texts(found: Iterable[ox.QuerySolution]) -> Iterator[list[str]]:
    for row in found:
        yield [t.value if isinstance(t, ox.NamedNode | ox.Literal) else "" for t in row]
