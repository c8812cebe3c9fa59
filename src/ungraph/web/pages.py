"""Pages for people: the description of one IRI, and the query page. No logic of their own."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES

__all__ = ["describe_page", "query_page"]

_LABELS = (PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel")


def describe_page(iri: str, triples: list[ox.Triple | ox.Quad], mint: Mint, *, full: int) -> bytes:
    """The page of one IRI: what it says, then what points to it.

    When *full* or more statements point to it, the page says that there may be others, and leads
    to the query that lists them.
    """
    labels = {
        str(t.subject): t.object.value
        for t in triples
        if t.predicate.value in _LABELS and isinstance(t.object, ox.Literal)
    }
    own = sorted({t for t in triples if _is(t.subject, iri)}, key=str)
    pointing = sorted({t for t in triples if _is(t.object, iri)}, key=str)
    rows = "".join(
        f"<tr><th>{_link(t.predicate, mint, labels)}</th>"
        f"<td>{_link(t.object, mint, labels)}</td></tr>"
        for t in own
    )
    back = "".join(
        f"<tr><td>{_link(t.subject, mint, labels)}</td>"
        f"<th>{_link(t.predicate, mint, labels)}</th></tr>"
        for t in pointing
    )
    if len(pointing) >= full:
        back += _all_of_them(iri)
    title = labels.get(f"<{iri}>") or iri.removeprefix(mint.base).removeprefix("id/doc/")
    path = "/" + iri.removeprefix(mint.base)
    page = _template("describe.html").substitute(
        title=escape(title), iri=escape(iri), path=escape(path), rows=rows, back=back
    )
    return page.encode()


def _all_of_them(iri: str) -> str:
    query = f"SELECT ?thing ?relation WHERE {{ ?thing ?relation <{iri}> }} LIMIT 10000"
    address = escape(f"/query#query={quote(query, safe='')}")
    return f'<tr><td colspan="2"><a href="{address}">There may be more: ask for all</a></td></tr>'


def query_page(examples: str) -> bytes:
    """The query page; *examples* is a list of HTML options."""
    return _template("query.html").substitute(examples=examples).encode()


def _template(name: str) -> Template:
    return Template((Path(__file__).parent / "templates" / name).read_text(encoding="utf-8"))


def _is(term: object, iri: str) -> bool:
    return isinstance(term, ox.NamedNode) and term.value == iri


def _link(term: object, mint: Mint, labels: dict[str, str]) -> str:
    if isinstance(term, ox.Literal):
        language = f' lang="{escape(term.language)}"' if term.language else ""
        return f"<span{language}>{escape(term.value)}</span>"
    if not isinstance(term, ox.NamedNode):
        return escape(str(term))
    address = term.value
    text = labels.get(str(term)) or _short(address, mint)
    if address.startswith(mint.base):
        return f'<a href="/{escape(address.removeprefix(mint.base))}">{escape(text)}</a>'
    if address.startswith(("http://", "https://")):
        return f'<a rel="external" href="{escape(address)}">{escape(text)}</a>'
    return escape(text)


def _short(address: str, mint: Mint) -> str:
    if address.startswith(mint.base):
        return address.removeprefix(mint.base).removeprefix("id/").removeprefix("ns#")
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace):
            return f"{prefix}:{address.removeprefix(namespace)}"
    return address
