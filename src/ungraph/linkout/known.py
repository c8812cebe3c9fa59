"""A store → the links that need no other source than its symbols, its agents and our tables."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
from pyoxigraph import NamedNode

from ungraph.graph.links import Link
from ungraph.identifiers.mint import Mint
from ungraph.linkout.registers import agent_links
from ungraph.stores.base import View
from ungraph.writers.bibliography import page_of_symbol

__all__ = ["iter_agent_links", "iter_page_links", "iter_symbols"]

_KINDS = ("Body", "Organization", "State", "Government", "Office", "Group")
_PAGES = "document-pages"


def iter_agent_links(view: View, mint: Mint) -> Iterator[tuple[str, Link]]:
    """Links of all bodies, organizations, states, governments and offices of a store, by key."""
    kinds = " ".join(f"<{mint.term(kind)}>" for kind in _KINDS)
    start = mint.agent("")
    found = view.query(f"SELECT DISTINCT ?a WHERE {{ VALUES ?k {{ {kinds} }} ?a a ?k }}")
    assert isinstance(found, ox.QuerySolutions)
    addresses = sorted(row[0].value for row in found if isinstance(row[0], NamedNode))
    for address in addresses:
        if address.startswith(start):
            yield from agent_links(address.removeprefix(start), mint)


def iter_page_links(view: View, mint: Mint) -> Iterator[tuple[str, Link]]:
    """The page at docs.un.org of every document with a symbol."""
    for document, symbol in iter_symbols(view, mint):
        yield _PAGES, Link(document, "rdfs:seeAlso", NamedNode(page_of_symbol(symbol)))


def iter_symbols(view: View, mint: Mint) -> Iterator[tuple[str, str]]:
    """Each document with its symbol, by address; those known by something else are left out."""
    found = view.query(f"SELECT DISTINCT ?d ?s WHERE {{ ?d <{mint.term('symbol')}> ?s }}")
    assert isinstance(found, ox.QuerySolutions)
    yield from sorted(
        (d.value, s.value) for d, s in found if isinstance(d, NamedNode) and _is_symbol(s)
    )


def _is_symbol(term: object) -> bool:
    return isinstance(term, ox.Literal) and "/" in term.value
