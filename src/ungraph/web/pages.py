"""Pages for people: the description of one IRI, the ontology, errors, and the query page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import quote

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.web.describing import Description, Term

__all__ = ["describe_page", "ontology_page", "problem_page", "query_page"]

_SHOWN = 20
_DEFINITION = ox.NamedNode(PREFIXES["skos"] + "definition")


def describe_page(described: Description, mint: Mint, terms: Mapping[str, str]) -> bytes:
    """The page of one thing: what is said of it, then what points to it, by relation.

    *terms* are the names of the ontology's own terms, by their N-Triples form.
    """
    iri, names = described.iri, {**terms, **described.names}
    rows = "".join(
        f"<tr><th>{_link(relation, mint, names)}</th><td>{_list(things, mint, names)}</td></tr>"
        for relation, things in described.values.items()
    )
    back = "".join(
        f"<tr><th>is {_link(relation, mint, names)} of</th>"
        f"<td>{_list(things, mint, names)}</td></tr>"
        for relation, things in described.pointing.items()
    )
    if described.full:
        back += _all_of_them(iri)
    title = names.get(f"<{iri}>") or iri.removeprefix(mint.base).removeprefix("id/doc/")
    path = "/" + iri.removeprefix(mint.base)
    page = _template("describe.html").substitute(
        title=escape(title), iri=escape(iri), path=escape(path), rows=rows, back=back
    )
    return page.encode()


def ontology_page(triples: Sequence[ox.Triple | ox.Quad], mint: Mint) -> bytes:
    """The page of the ontology: each term with its name and definition, where its IRI leads."""
    prefix = mint.term("")
    found = {
        t.subject.value: t.object.value
        for t in triples
        if isinstance(t.subject, ox.NamedNode)
        and isinstance(t.object, ox.Literal)
        and t.predicate == _DEFINITION
    }
    terms = "".join(
        f'<tr id="{escape(iri.removeprefix(prefix))}"><th>{escape(iri.removeprefix(prefix))}</th>'
        f"<td>{escape(definition)}</td></tr>"
        for iri, definition in sorted(found.items())
        if iri.startswith(prefix)
    )
    lists = "".join(
        f'<tr><th><a href="/{escape(iri.removeprefix(mint.base))}">'
        f"{escape(iri.removeprefix(mint.base + 'ns/'))}</a></th><td>{escape(definition)}</td></tr>"
        for iri, definition in sorted(found.items())
        if not iri.startswith(prefix)
    )
    return _template("ontology.html").substitute(terms=terms, lists=lists).encode()


def problem_page(status: int, message: str) -> bytes:
    """The page of an error, for a browser."""
    page = _template("problem.html").substitute(status=status, message=escape(message))
    return page.encode()


def query_page(examples: str) -> bytes:
    """The query page; *examples* is a list of HTML options."""
    return _template("query.html").substitute(examples=examples).encode()


def _template(name: str) -> Template:
    return Template((Path(__file__).parent / "templates" / name).read_text(encoding="utf-8"))


def _all_of_them(iri: str) -> str:
    query = f"SELECT ?thing ?relation WHERE {{ ?thing ?relation <{iri}> }} LIMIT 10000"
    address = escape(f"/query#query={quote(query, safe='')}")
    return f'<tr><td colspan="2"><a href="{address}">There may be more: ask for all</a></td></tr>'


def _list(things: Sequence[Term], mint: Mint, names: Mapping[str, str]) -> str:
    """The first things in full sight, the others behind a line that opens."""
    first = "".join(_items(things[:_SHOWN], mint, names))
    rest = "".join(_items(things[_SHOWN:], mint, names))
    if rest:
        rest = f"<details><summary>{len(things) - _SHOWN} more</summary><ul>{rest}</ul></details>"
    return f"<ul>{first}</ul>{rest}"


def _items(things: Sequence[Term], mint: Mint, names: Mapping[str, str]) -> Iterator[str]:
    for thing in things:
        yield f"<li>{_link(thing, mint, names)}</li>"


def _link(term: Term, mint: Mint, names: Mapping[str, str]) -> str:
    if isinstance(term, ox.Literal):
        language = f' lang="{escape(term.language)}"' if term.language else ""
        return f"<span{language}>{escape(term.value)}</span>"
    if not isinstance(term, ox.NamedNode):
        return escape(str(term))
    address = term.value
    text = names.get(str(term)) or _short(address, mint)
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
