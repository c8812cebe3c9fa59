"""Documents of a corpus → which request of an earlier document a report answers.

"Submitted pursuant to paragraph 9 of resolution 2005/11" answers what paragraph 9 of that
resolution asks for, as its own text or another document has it; "submitted pursuant to resolution
60/1" answers the one paragraph of that resolution which asks the author of the report for one, if
the resolution is in the corpus. What fits several requests answers none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox
from pyoxigraph import NamedNode

from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import Store, View

__all__ = ["fulfilment_set", "fulfilments", "iter_fulfilments", "parse_paragraphs"]

_KEY = "answered-requests"
_GROUNDS = ("pursuant-to", "requested-in", "implements", "further-to")
_ASKING = ("request", "invite", "authorize", "decide", "urge", "recommend")
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
_DELIVERY = re.compile(
    r"\b(?:reports?|reporting|submit|present|inform|update|brief|stud(?:y|ies)|recommendations|"
    r"findings|information|compilation|analysis|keep)\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?")
_WIDEST = 60


@dataclass(slots=True)
class _Request:
    act: str
    paragraphs: frozenset[int]
    theme: str
    kind: str
    addressees: set[str] = field(default_factory=set)
    mandates: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Ground:
    paragraphs: frozenset[int]
    spans: set[str] = field(default_factory=set)


def parse_paragraphs(pinpoint: str) -> frozenset[int]:
    """The numbers of paragraphs in a pinpoint; of an article, a section or an annex none.

    >>> sorted(parse_paragraphs("paras. 1-3 and 9"))
    [1, 2, 3, 9]
    >>> parse_paragraphs("art. 3")
    frozenset()
    """
    if "para" not in pinpoint:
        return frozenset()
    found: set[int] = set()
    for first, last in _NUMBERS.findall(pinpoint):
        end = int(last) if last else int(first)
        found.update(range(int(first), min(end, int(first) + _WIDEST) + 1))
    return frozenset(found)


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
    for (date,) in _rows(
        view, mint, "SELECT DISTINCT ?date WHERE { ?d ung:symbol ?s ; dcterms:date ?date }"
    ):
        latest = max(latest, date if len(date) == len("2006-03-15") else "")
    return LinkSet(
        _KEY, "Reports and the requests they answer", mint.base, latest or "1945-10-24",
        "cited-as-ground",
    )  # fmt: skip


def iter_fulfilments(view: View, mint: Mint) -> Iterator[tuple[str, Link]]:
    """Links from a document to the request it answers and to the mandate this gave, sorted."""
    for document, cited, grounds in _grounds(view, mint):
        requests = _requests(view, mint, cited, document)
        if not requests:
            continue
        authors = _authors(view, mint, document)
        for request, reason, spans in _answered(grounds, requests, authors, cited):
            yield _KEY, _link(document, "ung:inResponseTo", request.act, reason, spans)
            for mandate in sorted(request.mandates):
                yield _KEY, _link(document, "ung:inFulfilmentOf", mandate, reason, spans)


def _link(subject: str, predicate: str, value: str, reason: str, spans: set[str]) -> Link:
    return Link(subject, predicate, NamedNode(value), tuple(sorted(spans)), reason)


def _answered(
    grounds: list[_Ground], requests: list[_Request], authors: set[str], cited: str
) -> Iterator[tuple[_Request, str, set[str]]]:
    told: frozenset[int] = frozenset().union(*(ground.paragraphs for ground in grounds))
    if told:
        for request in requests:
            spans = {
                span
                for ground in grounds
                if ground.paragraphs & request.paragraphs
                for span in ground.spans
            }
            if spans:
                yield request, "it cites the paragraph that asks", spans
        return
    asked = [
        r
        for r in requests
        if r.kind in {"request", "invite"}
        and _DELIVERY.search(r.theme)
        and r.act.rpartition("#")[0] == cited
        and (not authors or not r.addressees or authors & r.addressees)
    ]
    named = [r for r in asked if authors & r.addressees]
    asked = named or asked
    places = {r.paragraphs or frozenset({-i}) for i, r in enumerate(asked, start=1)}
    if len(places) != 1:
        return
    spans = {span for ground in grounds for span in ground.spans}
    for request in asked:
        yield request, "it cites the resolution, whose one request for a report this is", spans


def _grounds(view: View, mint: Mint) -> list[tuple[str, str, list[_Ground]]]:
    """Documents that cite another one, on which acts are told, as the ground of what they do."""
    relations = " ".join(f'"{name}"' for name in _GROUNDS)
    others = ", ".join(f'"{name}"' for name in _NO_ANSWER)
    rows = _rows(
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
    found: dict[tuple[str, str], dict[str, _Ground]] = {}
    for document, cited, citation, pinpoint, span, start in rows:
        paragraphs = parse_paragraphs(pinpoint)
        if start and int(start) > _OPENING_CHARS and not paragraphs:
            continue
        grounds = found.setdefault((document, cited), {})
        ground = grounds.setdefault(citation, _Ground(paragraphs))
        if span:
            ground.spans.add(span)
    return [
        (*pair, [g for _, g in sorted(grounds.items())]) for pair, grounds in sorted(found.items())
    ]


def _requests(view: View, mint: Mint, cited: str, document: str) -> list[_Request]:
    """What *cited* asks, as its own text or that of a third document has it."""
    kinds = " ".join(f'"{name}"' for name in _ASKING)
    rows = _rows(
        view,
        mint,
        f"""SELECT ?act ?kind ?pinpoint ?theme ?addressee ?mandate WHERE {{
        ?act ung:performedIn <{cited}> ; ung:actType/skos:notation ?kind .
        VALUES ?kind {{ {kinds} }}
        OPTIONAL {{ ?act ung:pinpoint ?pinpoint }}
        OPTIONAL {{ ?act ung:theme ?theme }}
        OPTIONAL {{ ?act ung:addressee ?addressee }}
        OPTIONAL {{ ?mandate ung:givenBy ?act }} }}""",
    )
    found: dict[str, _Request] = {}
    for act, kind, pinpoint, theme, addressee, mandate in rows:
        own = act.startswith(f"{document}#")
        if own and not (kind == "request" and _DELIVERY.search(theme)):
            continue  # what a report says of other requests, it need not answer
        request = found.setdefault(act, _Request(act, parse_paragraphs(pinpoint), theme, kind))
        request.addressees |= {addressee} - {""}
        request.mandates |= {mandate} - {""}
    return [found[act] for act in sorted(found)]


def _authors(view: View, mint: Mint, document: str) -> set[str]:
    """Whose report it is, and who transmits it."""
    query = f"SELECT ?who WHERE {{ <{document}> ung:reportOf|ung:transmittedBy ?who }}"
    return {who for (who,) in _rows(view, mint, query)}


def _rows(view: View, mint: Mint, query: str) -> list[tuple[str, ...]]:
    """The solutions as text, sorted; an unbound variable is ""."""
    names = {name: PREFIXES[name] for name in ("dcterms", "cito", "oa", "skos")}
    names["ung"] = f"{mint.base}ns#"
    heads = "".join(f"PREFIX {name}: <{iri}> " for name, iri in names.items())
    answer = view.query(heads + query)
    assert isinstance(answer, ox.QuerySolutions)
    size = len(answer.variables)
    return sorted(
        tuple(term.value if (term := row[i]) is not None else "" for i in range(size))
        for row in answer
    )
