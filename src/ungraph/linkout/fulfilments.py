"""Documents of a corpus → which request of an earlier document a report answers.

"Submitted pursuant to paragraph 9 of resolution 2005/11" answers what paragraph 9 of that
resolution asks for, as its own text or another document has it; "submitted pursuant to resolution
60/1" answers the one paragraph of that resolution which asks the author of the report for one, if
the resolution is in the corpus. What fits several requests answers none. A third document may tell of
an answer too: "welcoming the report of the Secretary-General (S/2021/920), as requested by
resolution 2554 (2020)".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import NamedNode

from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.linkout.requests import (
    GROUNDS,
    Ground,
    answered,
    find_requests,
    parse_paragraphs,
    read_rows,
)
from ungraph.stores.base import Store, View

__all__ = ["fulfilment_set", "fulfilments", "iter_fulfilments"]

_KEY = "answered-requests"
# A resolution that cites another one does not answer its requests; a report does.
_NO_ANSWER = (
    "resolution",
    "decision",
    "draft-resolution",
    "draft-decision",
    "presidential-statement",
    "verbatim-record",
    "summary-record",
    "views",
)
_OPENING_CHARS = 12_000  # where a report says why it is submitted
_NEAR_CHARS = 48  # "(S/2021/920), as requested by resolution 2554 (2020)"
_SET_UP = ("establish", "appoint", "creat", "mandated")
_SECRETARY_GENERAL = "office-sg"


def fulfilments(
    store: Store, mint: Mint
) -> tuple[Mapping[str, LinkSet], Iterator[tuple[str, Link]]]:
    """The set of these links and the links, as ``keep_links`` takes them."""
    view = store.view()
    links = fulfilment_set(view, mint)
    return {links.key: links}, iter_fulfilments(view, mint)


def fulfilment_set(view: View, mint: Mint) -> LinkSet:
    """The set of these links; its date is that of the latest document, its source the graph."""
    latest = ""
    for (date,) in read_rows(
        view, mint, "SELECT DISTINCT ?date WHERE { ?d ung:symbol ?s ; dcterms:date ?date }"
    ):
        latest = max(latest, date if len(date) == len("2006-03-15") else "")
    return LinkSet(
        _KEY, "Reports and the requests they answer", mint.base, latest or "1945-10-24",
        "cited-as-ground",
    )  # fmt: skip


def iter_fulfilments(view: View, mint: Mint) -> Iterator[tuple[str, Link]]:
    """Links from a document to the request it answers and to the mandate this gave, sorted."""
    told = {(d, c): (g, authors) for d, c, g, authors in _told(view, mint)}
    for document, cited, grounds in _grounds(view, mint):
        told[document, cited] = (grounds, _authors(view, mint, document))
    for (document, cited), (grounds, authors) in sorted(told.items(), key=lambda item: item[0]):
        requests = find_requests(view, mint, cited, document)
        if not requests:
            continue
        for request, reason, spans in answered(grounds, requests, authors, cited):
            yield _KEY, answer_link(document, "ung:inResponseTo", request.act, reason, spans)
            for mandate in sorted(request.mandates):
                yield _KEY, answer_link(document, "ung:inFulfilmentOf", mandate, reason, spans)


def answer_link(subject: str, predicate: str, value: str, reason: str, spans: set[str]) -> Link:
    return Link(subject, predicate, NamedNode(value), tuple(sorted(spans)), reason)


def _grounds(view: View, mint: Mint) -> list[tuple[str, str, list[Ground]]]:
    """Documents that cite another one, on which acts are told, as the ground of what they do."""
    relations = " ".join(f'"{name}"' for name in GROUNDS)
    others = ", ".join(f'"{name}"' for name in _NO_ANSWER)
    rows = read_rows(
        view,
        mint,
        f"""SELECT ?doc ?cited ?c ?pinpoint ?span ?start WHERE {{
        VALUES ?relation {{ {relations} }}
        ?kind skos:notation ?relation .
        ?c cito:hasCitationCharacterization ?kind ; cito:hasCitingEntity ?doc ;
           cito:hasCitedEntity ?cited .
        FILTER EXISTS {{ ?act ung:performedIn ?cited }}
        FILTER NOT EXISTS {{ ?doc ung:documentType/skos:notation ?type .
                             FILTER(?type IN ({others})) }}
        OPTIONAL {{ ?c ung:pinpoint ?pinpoint }}
        OPTIONAL {{ ?c ung:evidence ?span . OPTIONAL {{ ?span oa:hasSelector/oa:start ?start }} }}
        FILTER(?doc != ?cited) }}""",
    )
    found: dict[tuple[str, str], dict[str, Ground]] = {}
    for document, cited, citation, pinpoint, span, start in rows:
        paragraphs = parse_paragraphs(pinpoint)
        if start and int(start) > _OPENING_CHARS and not paragraphs:
            continue
        grounds = found.setdefault((document, cited), {})
        ground = grounds.setdefault(citation, Ground(paragraphs))
        if span:
            ground.spans.add(span)
    return [
        (*pair, [g for _, g in sorted(grounds.items())]) for pair, grounds in sorted(found.items())
    ]


def _authors(view: View, mint: Mint, document: str) -> set[str]:
    """Whose report it is, and who transmits it."""
    query = f"SELECT ?who WHERE {{ <{document}> ung:reportOf|ung:transmittedBy ?who }}"
    return {who for (who,) in read_rows(view, mint, query)}


def _told(view: View, mint: Mint) -> list[tuple[str, str, list[Ground], set[str]]]:
    """Reports, what third documents say they answer, with the words that say so, and whose they
    are: a report is cited, and right behind it the ground on which it was made."""
    rows = read_rows(
        view,
        mint,
        """SELECT ?doc ?place ?end ?cited ?relation ?pinpoint ?span ?before ?symbol WHERE {
        ?c cito:hasCitingEntity ?doc ; cito:hasCitedEntity ?cited ; ung:evidence ?span ;
           cito:hasCitationCharacterization/skos:notation ?relation .
        ?cited ung:symbol ?symbol .
        ?span oa:hasSelector ?x . ?x oa:start ?place ; oa:end ?end .
        OPTIONAL { ?x oa:prefix ?before } OPTIONAL { ?c ung:pinpoint ?pinpoint }
        FILTER(?doc != ?cited) }""",
    )
    places: dict[str, list[tuple[int, int, tuple[str, ...]]]] = {}
    for document, first, last, *rest in rows:
        if first.isdigit() and last.isdigit():
            places.setdefault(document, []).append((int(first), int(last), tuple(rest)))
    found: dict[tuple[str, str], list[Ground]] = {}
    authors: dict[tuple[str, str], set[str]] = {}
    for document in sorted(places):
        ordered = sorted(places[document])
        for (_, end, report), (start, _, ground) in zip(ordered, ordered[1:], strict=False):
            cited, relation, pinpoint, span, before, _ = ground
            if relation not in GROUNDS or not 0 < start - end <= _NEAR_CHARS:
                continue
            if not _is_report(report[-1]) or any(word in before for word in _SET_UP):
                continue
            spans = {report[3], span}
            found.setdefault((report[0], cited), []).append(
                Ground(parse_paragraphs(pinpoint), spans)
            )
            whose = authors.setdefault((report[0], cited), set())
            if "ecretary-General" in report[4]:
                whose.add(mint.agent(_SECRETARY_GENERAL))
    return [(*pair, found[pair], authors[pair]) for pair in sorted(found)]


def _is_report(symbol: str) -> bool:
    """Whether a symbol may be that of a report: "S/2021/920", "A/77/247"; no resolution."""
    return not any(mark in symbol for mark in ("/RES/", "/DEC/", "/PRST/", "/PV.", "/L."))
