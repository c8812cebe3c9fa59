"""Reordered questions have the same solutions; what is not understood stays as it is."""

from __future__ import annotations

import random
from collections import Counter

import pytest
import rdflib
from pyoxigraph import Store

from ungraph.stores.oxigraph import ask
from ungraph.stores.reordering import reorder

PREDICATES = [f"urn:p{number}" for number in range(4)]
VARIABLES = ["?a", "?b", "?c", "?d"]


def solutions(graph: rdflib.Graph, query: str) -> Counter[str]:
    """By rdflib, which follows the definitions step by step."""
    return Counter(str(row.asdict()) for row in graph.query(query))


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    """A small graph with many ways through it."""
    chance = random.Random(7)
    made = rdflib.Graph()
    for _ in range(40):
        subject, value = chance.randrange(6), chance.randrange(8)
        made.add(
            (
                rdflib.URIRef(f"urn:n{subject}"),
                rdflib.URIRef(chance.choice(PREDICATES)),
                rdflib.URIRef(f"urn:n{value}") if value < 6 else rdflib.Literal(value),
            )
        )
    return made


def random_group(chance: random.Random) -> str:
    def triples() -> str:
        return " . ".join(
            f"{chance.choice(VARIABLES)} <{chance.choice(PREDICATES)}> {chance.choice(VARIABLES)}"
            for _ in range(chance.randint(1, 2))
        )

    parts = [triples()]
    for _ in range(chance.randint(1, 4)):
        kind = chance.choice(["triples", "optional", "optional", "filter", "values", "nested"])
        if kind == "triples":
            parts.append(f" . {triples()} ")
        elif kind == "optional":
            parts.append(f" OPTIONAL {{ {triples()} }} ")
        elif kind == "nested":
            parts.append(f" OPTIONAL {{ {triples()} OPTIONAL {{ {triples()} }} }} ")
        elif kind == "filter":
            parts.append(f" FILTER(!BOUND({chance.choice(VARIABLES)}) || ?a != ?b) ")
        else:
            parts.append(f" VALUES {chance.choice(VARIABLES)} {{ <urn:n1> <urn:n2> UNDEF }} ")
    return "".join(parts)


def test_random_questions_keep_their_solutions(graph: rdflib.Graph) -> None:
    chance = random.Random(11)
    moved = 0
    for _ in range(60):
        query = f"SELECT ?a ?b ?c ?d WHERE {{ {random_group(chance)} }}"
        quick = reorder(query)
        moved += quick != query
        assert solutions(graph, quick) == solutions(graph, query), query
    assert moved > 10


def test_a_block_after_an_optional_comes_first() -> None:
    query = """PREFIX : <urn:x#> # a comment with { and ?b
SELECT ?a ?b ?c WHERE {
  ?a :is "a { brace" . # and a comment
  OPTIONAL { ?a :b ?b } # here too
  ?a :c ?c ; :d <urn:x#{>
}
ORDER BY ?c"""
    query = query.replace("<urn:x#{>", "<urn:x#y>")
    quick = reorder(query)
    assert quick.index(":c ?c") < quick.index("OPTIONAL")
    assert quick.endswith("}\nORDER BY ?c")
    Store().query(quick)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?b WHERE { ?a <urn:p> ?b OPTIONAL { ?a <urn:q> ?c } ?c <urn:r> ?d }",
        "SELECT ?b WHERE { OPTIONAL { ?a <urn:q> ?c } ?a <urn:r> ?d }",
        "SELECT * WHERE { ?a <urn:p> ?b OPTIONAL { ?a <urn:q> ?c } ?b <urn:r> ?d }",
        "SELECT ?a WHERE { ?a <urn:p> ?b OPTIONAL { ?a <urn:q> ?c } BIND(?c AS ?e) ?b <urn:r> ?d }",
        "SELECT ?a WHERE { ?a <urn:p> ?b OPTIONAL { ?a <urn:q> ?c } MINUS { ?c ?p ?o } ?b ?x ?d }",
        "SELECT ?a { { ?a <urn:p> ?b } UNION { ?b <urn:p> ?a } OPTIONAL { ?a ?x ?c } ?b ?y ?d }",
        "SELECT ?a WHERE { ?a ?p ?b OPTIONAL { ?a ?q ?c FILTER(?b<?d&&?d>?c) } ?b <urn:r> ?d }",
        "CONSTRUCT { ?a ?p ?b } WHERE { ?a ?p ?b OPTIONAL { ?a ?q ?c } ?b <urn:r> ?d }",
        "SELECT ?a WHERE { ?a ?p ?b",
        "not a query",
        "",
    ],
)
def test_what_may_change_the_meaning_stays(query: str) -> None:
    assert reorder(query) == query


def test_a_query_that_is_none_is_refused_as_before() -> None:
    with pytest.raises(SyntaxError):
        ask(Store(), "SELECT ?a WHERE { ?a ?p ?b OPTIONAL { ?a ?q ?c } ?b nonsense }")
