"""What a store holds and lacks: counts by kind, sets of links, and cited documents not there."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES
from ungraph.stores.base import View
from ungraph.survey.network import last_part, rows

__all__ = ["Holdings", "LinkSetCount", "Missing", "count_holdings", "find_missing", "list_links"]

_CITES = f"<{PREFIXES['cito']}cites>"


@dataclass(frozen=True, slots=True)
class Holdings:
    """Counts: of everything, of documents, and by class, document type, language and relation."""

    statements: int
    documents: int
    cited_only: int
    classes: dict[str, int]
    document_types: dict[str, int]
    languages: dict[str, int]
    relations: dict[str, int]


@dataclass(frozen=True, slots=True)
class LinkSetCount:
    """A set of links and how many it has."""

    key: str
    title: str
    source: str
    date: str
    method: str
    links: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that others cite and that was not read."""

    symbol: str
    cited_by: int


def count_holdings(view: View, mint: Mint) -> Holdings:
    """Count what the store holds."""
    held = f"?d <{mint.term('hasVersion')}> ?v"
    by_type = _grouped(view, f"?x a ?key FILTER(STRSTARTS(STR(?key), '{mint.term('')}'))")
    documents = _number(view, f"SELECT (COUNT(DISTINCT ?d) AS ?n) WHERE {{ {held} }}")
    return Holdings(
        statements=view.count(),
        documents=documents,
        cited_only=by_type.get(mint.term("Document"), 0) - documents,
        classes={name.removeprefix(mint.term("")): count for name, count in by_type.items()},
        document_types=_named(
            _grouped(
                view, f"?x <{mint.term('documentType')}> ?key ; <{mint.term('hasVersion')}> ?v"
            )
        ),
        languages=_named(
            _grouped(
                view,
                f"?x a <{mint.term('DocumentVersion')}> ; <{PREFIXES['dcterms']}language> ?key",
            )
        ),
        relations=_named(
            _grouped(view, f"?x <{PREFIXES['cito']}hasCitationCharacterization> ?key")
        ),
    )


def find_missing(view: View, mint: Mint) -> list[Missing]:
    """Cited documents with a symbol that were not read, the most cited first."""
    found = rows(
        view,
        f"""SELECT ?s (COUNT(DISTINCT ?by) AS ?n) WHERE {{
        ?by {_CITES} ?d . ?d <{mint.term("symbol")}> ?s .
        FILTER NOT EXISTS {{ ?d <{mint.term("hasVersion")}> ?v }} }} GROUP BY ?s""",
    )
    missing = [Missing(_text(symbol), int(_text(count))) for symbol, count in found if symbol]
    return sorted(missing, key=lambda m: (-m.cited_by, m.symbol))


def list_links(view: View, mint: Mint) -> list[LinkSetCount]:
    """The sets of links, by key."""
    dcterms = PREFIXES["dcterms"]
    members = {
        _text(node): int(_text(count))
        for node, count in rows(
            view,
            f"SELECT ?set (COUNT(DISTINCT ?link) AS ?n) WHERE"
            f" {{ ?link <{mint.term('inLinkSet')}> ?set }} GROUP BY ?set",
        )
        if node
    }
    found = rows(
        view,
        f"""SELECT DISTINCT ?set ?title ?source ?date ?method WHERE {{
        ?set a <{mint.term("LinkSet")}> ; <{PREFIXES["rdfs"]}label> ?title ;
          <{dcterms}source> ?source ; <{dcterms}date> ?date ; <{mint.term("method")}> ?method }}""",
    )
    counted = [
        LinkSetCount(node.partition("#set-")[2], title, source, day, method, members.get(node, 0))
        for node, title, source, day, method in ([_text(term) for term in row] for row in found)
    ]
    return sorted(counted, key=lambda links: links.key)


def _grouped(view: View, pattern: str) -> dict[str, int]:
    """How many different ``?x`` each ``?key`` has, by key."""
    query = f"SELECT ?key (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }} GROUP BY ?key"
    counted = [(_text(key), _text(count)) for key, count in rows(view, query)]
    # Without a member rdflib gives one group with nothing in it.
    return {key: int(count) for key, count in sorted(counted) if key}


def _named(counts: dict[str, int]) -> dict[str, int]:
    """By last part of the address, the most frequent first."""
    named = {last_part(iri): count for iri, count in counts.items()}
    return dict(sorted(named.items(), key=lambda item: (-item[1], item[0])))


def _number(view: View, query: str) -> int:
    return int(_text(next(rows(view, query))[0]))


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
