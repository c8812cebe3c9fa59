"""The ontology and its closed lists, which no store holds: what they say of one of their IRIs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from ungraph.identifiers.mint import Mint
from ungraph.validation.ontology import load_ontology
from ungraph.web.describing import names_in

__all__ = ["ontology_triples", "term_names", "triples_of_term"]


@cache
def term_names(base: str) -> Mapping[str, str]:
    """Names of the terms by their N-Triples form ("<…ns#actType>": "act type")."""
    return names_in(ontology_triples(base), Mint(base))


@cache
def ontology_triples(base: str) -> tuple[ox.Triple, ...]:
    """Every statement of the ontology, with the namespace below *base*, in its own order."""
    return tuple(quad.triple for quad in load_ontology(base))


def triples_of_term(iri: str, base: str) -> list[ox.Triple]:
    """What the ontology says of *iri* (a concept, a list, a module) and what it says of it."""
    node = ox.NamedNode(iri)
    return [t for t in ontology_triples(base) if node in (t.subject, t.object)]
