"""Requests of a document and what is cited as the ground of an answer: which one it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import View

__all__ = [
    "GROUNDS",
    "Ground",
    "Request",
    "answered",
    "find_requests",
    "parse_paragraphs",
    "read_rows",
]

GROUNDS = ("pursuant-to", "requested-in", "implements", "further-to")
_ASKING = ("request", "invite", "authorize", "decide", "urge", "recommend")
_DELIVERY = re.compile(
    r"\b(?:reports?|reporting|submit|present|inform|update|brief|stud(?:y|ies)|recommendations|"
    r"findings|information|compilation|analysis|keep)\b",
    re.IGNORECASE,
)
# "to report …", "to submit, within three months, a report …": a report is what is asked for.
_REPORT = re.compile(
    r"\W*(?:[^;]{0,60}?, )?to\s+(?:\w+ly\s+)?(?:continue\s+to\s+)?"
    r"(?:report\b|(?:submit|present|provide|prepare)\b[^;]{0,90}?\breport)",
    re.IGNORECASE,
)
_REQUESTS = frozenset({"request", "invite"})  # before what else the same paragraph does
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?")
_WIDEST = 60
_ONLY = "it cites the resolution, whose one request for a report this is"
_FIRST = "it cites the resolution, in which this is the one paragraph that asks for a report alone"


@dataclass(slots=True)
class Request:
    """An act that asks: the paragraphs where it stands, whom it asks, what mandates it gives."""

    act: str
    paragraphs: frozenset[int]
    theme: str
    kind: str
    addressees: set[str] = field(default_factory=set)
    mandates: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Ground:
    """What an answer is told to rest on: paragraphs of the cited text, and the words that say so."""

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


def answered(
    grounds: list[Ground], requests: list[Request], authors: set[str], cited: str
) -> Iterator[tuple[Request, str, set[str]]]:
    """The *requests* of *cited* that *grounds* say are answered, each with the reason and the words:
    those in the paragraphs named; where none is named, the one that asks *authors* for a report."""
    told: frozenset[int] = frozenset().union(*(ground.paragraphs for ground in grounds))
    if told:
        there = [r for r in requests if told & r.paragraphs]
        asking = [r for r in there if r.kind in _REQUESTS]
        for request in asking or there:
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


def find_requests(view: View, mint: Mint, cited: str, document: str) -> list[Request]:
    """What *cited* asks, as its own text or that of a third document has it."""
    kinds = " ".join(f'"{name}"' for name in _ASKING)
    rows = read_rows(
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
    found: dict[str, Request] = {}
    for act, kind, pinpoint, theme, addressee, mandate in rows:
        own = act.startswith(f"{document}#")
        if own and not (kind == "request" and _DELIVERY.search(theme)):
            continue  # what a report says of other requests, it need not answer
        request = found.setdefault(act, Request(act, parse_paragraphs(pinpoint), theme, kind))
        request.addressees |= {addressee} - {""}
        request.mandates |= {mandate} - {""}
    return [found[act] for act in sorted(found)]


def read_rows(view: View, mint: Mint, query: str) -> list[tuple[str, ...]]:
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
