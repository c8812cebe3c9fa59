"""The ontology as quads: header, modules, closed lists, alignments, deprecated terms."""

from __future__ import annotations

from functools import cache

from pyoxigraph import Quad, RdfFormat, parse

from ungraph.namespaces import BASE_IRI
from ungraph.resources import find_folder

__all__ = ["load_ontology"]

_FOLDERS = ("modules", "vocabularies", "alignments")


@cache
def load_ontology(base: str = BASE_IRI) -> tuple[Quad, ...]:
    """Every statement of ``ontology/``, with our namespace below *base*; examples are left out."""
    root = find_folder("ontology")
    paths = sorted(root.glob("*.ttl"))
    for folder in _FOLDERS:
        paths += sorted((root / folder).glob("*.ttl"))
    quads: list[Quad] = []
    for path in paths:
        text = path.read_text(encoding="utf-8").replace(BASE_IRI, base)
        quads.extend(parse(text, format=RdfFormat.TURTLE))
    return tuple(quads)
