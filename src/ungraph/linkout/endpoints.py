"""A remote SPARQL endpoint → links of documents by their symbols, such as Wikidata's by P3069.

Asks for many symbols at once, waits between requests, keeps every answer, tries again when the
endpoint refuses, and goes on where an interrupted run stopped.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pyoxigraph as ox

from ungraph.errors import StoreError
from ungraph.graph.links import Link, LinkSet
from ungraph.linkout.answers import Answers
from ungraph.stores.base import View

__all__ = ["SYMBOL_PROPERTY", "Asking", "ask_symbols", "item_links_set", "iter_item_links"]

SYMBOL_PROPERTY = "http://www.wikidata.org/prop/direct/P3069"
"""Wikidata's property for the symbol of a document of the United Nations."""

_BRACKET = re.compile(r"(?<=[A-Za-z0-9])\(")


@dataclass(frozen=True, slots=True)
class Asking:
    """How an endpoint is asked: *batch* symbols a request, *delay_seconds* between requests.

    A request that fails is tried *attempts* times in all, each after twice the wait.
    """

    property_iri: str = SYMBOL_PROPERTY
    batch: int = 100
    delay_seconds: float = 1.0
    attempts: int = 4
    sleep: Callable[[float], None] = time.sleep
    today: Callable[[], str] = lambda: datetime.now(UTC).date().isoformat()


def ask_symbols(
    endpoint: View,
    symbols: Iterable[str],
    answers: Answers,
    asking: Asking,
    *,
    again: bool = False,
    advance: Callable[[int], None] = lambda count: None,
) -> int:
    """Ask for the *symbols* without an answer yet (all, with *again*); how many were asked.

    *advance* is told how many symbols each request was about. Raises StoreError when the endpoint
    keeps refusing; what it answered before is kept.
    """
    known = {} if again else answers.load()
    waiting = sorted({symbol for symbol in symbols if symbol not in known})
    for start in range(0, len(waiting), asking.batch):
        if start:
            asking.sleep(asking.delay_seconds)
        batch = waiting[start : start + asking.batch]
        answers.keep(_ask(endpoint, batch, asking), asking.today())
        advance(len(batch))
    return len(waiting)


def iter_item_links(
    documents: Iterable[tuple[str, str]],
    known: Mapping[str, tuple[tuple[str, ...], str]],
    key: str,
) -> Iterator[tuple[str, Link]]:
    """Links of *documents* (address, symbol) to the items that carry their symbols.

    An item with one document, which has no other item, is an exact match; where several items
    carry one symbol, or one item several, each is a close match only.
    """
    pairs = sorted({(d, item) for d, s in documents for item in known.get(s, ((), ""))[0]})
    per_document, per_item = Counter(d for d, _ in pairs), Counter(i for _, i in pairs)
    for document, item in pairs:
        is_single = per_document[document] == 1 and per_item[item] == 1
        predicate = "skos:exactMatch" if is_single else "skos:closeMatch"
        yield key, Link(document, predicate, ox.NamedNode(item))


def item_links_set(
    url: str, known: Mapping[str, tuple[tuple[str, ...], str]], asking: Asking
) -> LinkSet:
    """The set of links from the endpoint at *url*; its date is the last day it was asked."""
    parts = urlsplit(url)
    name = asking.property_iri.rpartition("/")[2].rpartition("#")[2]
    key = re.sub(r"[^A-Za-z0-9]+", "-", f"{parts.netloc} {name}").strip("-").lower()
    days = [asked for _, asked in known.values()]
    title = f"Items of {parts.netloc} by {name}"
    return LinkSet(key, title, url, max(days, default=asking.today()), "same-symbol")


def _ask(endpoint: View, symbols: list[str], asking: Asking) -> dict[str, list[str]]:
    spelled = {spelling: symbol for symbol in symbols for spelling in _spellings(symbol)}
    values = " ".join(str(ox.Literal(spelling)) for spelling in spelled)
    query = (
        f"SELECT ?symbol ?item WHERE {{ VALUES ?symbol {{ {values} }}"
        f" ?item <{asking.property_iri}> ?symbol }}"
    )
    found: dict[str, list[str]] = {symbol: [] for symbol in symbols}
    for symbol, item in _answer(endpoint, query, asking):
        if isinstance(item, ox.NamedNode) and isinstance(symbol, ox.Literal):
            known = spelled.get(symbol.value)
            if known is not None:
                found[known].append(item.value)
    return found


def _answer(endpoint: View, query: str, asking: Asking) -> list[ox.QuerySolution]:
    wait = max(asking.delay_seconds, 0.1)
    for attempt in range(1, asking.attempts + 1):
        try:
            answer = endpoint.query(query)
            assert isinstance(answer, ox.QuerySolutions)
            return list(answer)
        except StoreError:
            if attempt == asking.attempts:
                raise
            wait *= 2
            asking.sleep(wait)
    return []


def _spellings(symbol: str) -> tuple[str, ...]:
    """The symbol, and with a space before brackets: S/RES/1325(2000), S/RES/1325 (2000)."""
    return tuple(dict.fromkeys((symbol, _BRACKET.sub(" (", symbol))))
