"""What does not fit together across the documents of a store; asked once over all of it.

Nothing here is an error of the graph: each doubt shows two statements of which at least one is
wrong, in the documents or in the reading, for a person to look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

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
_BATCH = 400

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
            *_pairs(view, "adopted-by", mint.term("adoptedBy")),
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
        doubts |= set(_pairs(view, "several-codes", mint.term(code)))
    return sorted(doubts)


def _dates(view: View, mint: Mint, predicate: str) -> Iterator[Doubt]:
    """What a document says of its own date against what others say, else others among each other.

    Two dates of its own are its languages or editions, and no doubt.
    """
    for batch in _batches(_with_several(view, predicate)):
        own: dict[str, set[str]] = {document: set() for document in batch}
        said: dict[str, set[str]] = {document: set() for document in batch}
        found = rows(
            view,
            f"SELECT DISTINCT ?d ?a ?g WHERE {{ VALUES ?d {{ {_terms(batch)} }}"
            f" GRAPH ?g {{ ?d <{predicate}> ?a }} }}",
        )
        for document, day, graph in _texts(found):
            (own if _is_own(mint, document, graph) else said)[document].add(day)
        for document in batch:
            kind = "date-said" if own[document] else "dates-said"
            pairs = product(own[document] or said[document], said[document])
            for first, second in pairs:
                is_new = bool(own[document]) or first < second
                if is_new and not _agree(first, second):
                    yield Doubt(kind, document, first, second)


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
    dates: dict[str, str] = {}
    found = rows(
        view,
        f"SELECT DISTINCT ?d ?a ?g WHERE {{ ?d <{mint.term('hasVersion')}> ?v ."
        f" GRAPH ?g {{ ?d <{_DCTERMS}date> ?a }} }}",
    )
    for document, day, graph in _texts(found):
        if _is_own(mint, document, graph):
            dates[document] = min(dates.get(document, day), day)
    cites = rows(view, f"SELECT DISTINCT ?d ?o WHERE {{ ?d <{PREFIXES['cito']}cites> ?o }}")
    for document, cited in _texts(cites):
        first, second = dates.get(document, ""), dates.get(cited, "")
        if first and first < second and not _agree(first, second):
            yield Doubt("cites-later", document, first, f"{cited} {second}")


def _pairs(view: View, kind: str, predicate: str) -> Iterator[Doubt]:
    """Things with several values of a property that has one."""
    for batch in _batches(_with_several(view, predicate)):
        values: dict[str, set[str]] = {}
        found = rows(
            view,
            f"SELECT DISTINCT ?x ?a WHERE {{ VALUES ?x {{ {_terms(batch)} }} ?x <{predicate}> ?a }}",
        )
        for subject, value in _texts(found):
            values.setdefault(subject, set()).add(value)
        for subject in batch:
            for first, second in combinations(sorted(values.get(subject, ())), 2):
                yield Doubt(kind, subject, first, second)


def _with_several(view: View, predicate: str) -> list[str]:
    """What has more than one value of a property, sorted.

    Counted first, since what thousands of documents say the same of would make millions of pairs.
    """
    found = rows(
        view,
        f"SELECT ?x WHERE {{ ?x <{predicate}> ?a }} GROUP BY ?x HAVING(COUNT(DISTINCT ?a) > 1)",
    )
    return sorted(subject for (subject,) in _texts(found) if subject)


def _batches(addresses: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(addresses), _BATCH):
        yield addresses[start : start + _BATCH]


def _terms(addresses: list[str]) -> str:
    return " ".join(f"<{address}>" for address in addresses)


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
