"""What is asked of a store to describe one thing, and how the answer is put in order for a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.namespaces import PREFIXES

__all__ = ["AT_MOST", "Description", "Term", "describe", "description_query", "names_in"]

AT_MOST = 200
"""So many spans of evidence, and so many statements that point to a thing, are given."""

Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_RDFS_LABEL = PREFIXES["rdfs"] + "label"
_PREFERRED = PREFIXES["skos"] + "prefLabel"
_SELECTOR, _EXACT = PREFIXES["oa"] + "hasSelector", PREFIXES["oa"] + "exact"


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of *iri*: values by relation, things that point to it by relation, and names.

    *names* are of terms in their N-Triples form; *full* says that more may point to it.
    """

    iri: str
    values: Mapping[ox.NamedNode, tuple[Term, ...]]
    pointing: Mapping[ox.NamedNode, tuple[Term, ...]]
    names: Mapping[str, str]
    full: bool


def description_query(iri: str, mint: Mint) -> str:
    """What the graph says of *iri*, what names it, and the names and words to read that by."""
    evidence = f"<{mint.term('evidence')}>"
    naming = ", ".join(f"<{relation}>" for relation in _naming(mint))
    return f"""
    CONSTRUCT {{
      <{iri}> ?p ?o . ?o ?l ?label . ?s ?q <{iri}> . ?s ?m ?name .
      ?o <{_SELECTOR}> ?selector . ?selector <{_EXACT}> ?words
    }}
    WHERE {{
      {{
        {{ SELECT DISTINCT ?p ?o WHERE {{ <{iri}> ?p ?o FILTER(?p != {evidence}) }} }}
        OPTIONAL {{ ?o ?l ?label FILTER(?l IN ({naming})) }}
      }} UNION {{
        {{ SELECT DISTINCT ?o WHERE {{ <{iri}> {evidence} ?o }} LIMIT {AT_MOST} }}
        BIND({evidence} AS ?p)
        OPTIONAL {{ ?o <{_SELECTOR}> ?selector . ?selector <{_EXACT}> ?words }}
      }} UNION {{
        {{ SELECT DISTINCT ?s ?q WHERE {{ ?s ?q <{iri}> }} LIMIT {AT_MOST} }}
        OPTIONAL {{ ?s ?m ?name FILTER(?m IN ({naming})) }}
      }}
    }}"""


def describe(iri: str, triples: Iterable[ox.Triple | ox.Quad], mint: Mint) -> Description:
    """The answer to ``description_query``, in order: relations and values by name."""
    given = list(triples)
    names = names_in(given, mint)
    node = ox.NamedNode(iri)
    values = ((t.predicate, t.object) for t in given if t.subject == node)
    pointing = [(t.predicate, t.subject) for t in given if t.object == node]
    full = len(set(pointing)) >= AT_MOST
    return Description(iri, _grouped(values, names), _grouped(pointing, names), names, full)


def names_in(triples: Iterable[ox.Triple | ox.Quad], mint: Mint) -> dict[str, str]:
    """The best name of each thing that *triples* name, by its N-Triples form.

    A label goes before a symbol, a symbol before a cue; a span is named by its words.
    """
    order = _naming(mint)
    best: dict[str, tuple[int, str]] = {}
    words: dict[str, str] = {}
    spans: list[tuple[str, str]] = []
    for triple in triples:
        relation, value = triple.predicate.value, triple.object
        subject = str(triple.subject)
        if relation == _SELECTOR:
            spans.append((subject, str(value)))
        elif isinstance(value, ox.Literal) and relation == _EXACT:
            words[subject] = " ".join(value.value.split())
        elif isinstance(value, ox.Literal) and relation in order:
            found = (order.index(relation), value.value)
            best[subject] = min(best.get(subject, found), found)
    names = {subject: name for subject, (_, name) in best.items()}
    for span, selector in spans:
        if selector in words:
            names.setdefault(span, f"“{words[selector]}”")
    return names


def _naming(mint: Mint) -> tuple[str, ...]:
    return (_RDFS_LABEL, _PREFERRED, mint.term("symbol"), mint.term("cue"))


def _grouped(
    pairs: Iterable[tuple[ox.NamedNode, Term]], names: Mapping[str, str]
) -> dict[ox.NamedNode, tuple[Term, ...]]:
    groups: dict[ox.NamedNode, set[Term]] = {}
    for relation, thing in pairs:
        groups.setdefault(relation, set()).add(thing)
    return dict(_iter_ordered(groups, names))


def _iter_ordered(
    groups: Mapping[ox.NamedNode, set[Term]], names: Mapping[str, str]
) -> Iterator[tuple[ox.NamedNode, tuple[Term, ...]]]:
    for relation in sorted(groups, key=lambda relation: relation.value):
        things = groups[relation]
        yield relation, tuple(sorted(things, key=lambda t: (names.get(str(t), ""), str(t))))
