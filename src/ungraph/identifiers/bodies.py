"""Bodies of the United Nations: slug, prefix of symbols, names (``data/bodies.csv``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from ungraph.errors import DataError
from ungraph.resources import load_table

__all__ = ["LANGUAGES", "Body", "body_of_symbol", "load_bodies", "load_symbol_prefixes"]

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@dataclass(frozen=True, slots=True)
class Body:
    """One body. *names* holds, by language, the main name first, then other and short forms.

    *slug* is the agent key ("hrc"); *symbol_prefix* what its symbols begin with ("A/HRC");
    *parent* a slug or ""; *wikidata* an IRI only where two lists agree on it, else "".
    """

    slug: str
    symbol_prefix: str
    kind: str
    parent: str
    label: str
    names: Mapping[str, tuple[str, ...]]
    wikidata: str
    source: str
    example: str


@cache
def load_bodies() -> Mapping[str, Body]:
    """All bodies by slug, in the order of the file. Raises DataError for a broken row."""
    bodies: dict[str, Body] = {}
    for row in load_table("bodies"):
        names = {
            language: tuple(n for n in row[f"names_{language}"].split("|") if n)
            for language in LANGUAGES
        }
        body = Body(
            row["slug"], row["symbol_prefix"], row["kind"], row["parent"], row["label_en"],
            MappingProxyType(names), row["wikidata"], row["source"], row["example"],
        )  # fmt: skip
        if body.slug in bodies:
            raise DataError(f"slug {body.slug!r} stands twice", where="data/bodies.csv")
        if body.parent and body.parent not in bodies:
            raise DataError(f"parent {body.parent!r} is unknown", where="data/bodies.csv")
        bodies[body.slug] = body
    return MappingProxyType(bodies)


@cache
def load_symbol_prefixes() -> frozenset[str]:
    """First elements that a document symbol can have: A, S, E, CCPR, FCCC …"""
    return frozenset(
        body.symbol_prefix.split("/")[0].upper().rstrip("(.")
        for body in load_bodies().values()
        if body.symbol_prefix
    )


@cache
def _prefixes() -> dict[str, str]:
    return {b.symbol_prefix.upper(): b.slug for b in load_bodies().values() if b.symbol_prefix}


@lru_cache(maxsize=16384)
def body_of_symbol(symbol: str) -> tuple[str | None, str]:
    """Slug and prefix (as written) of the body with the longest prefix of *symbol*.

    >>> body_of_symbol("E/CN.4/2005/51"), body_of_symbol("X/1")
    (('chr', 'E/CN.4'), (None, ''))
    """
    segments = symbol.split("/")
    known = _prefixes()
    for count in range(len(segments) - 1, 0, -1):
        prefix = "/".join(segments[:count])
        stem = prefix.upper()
        slug = known.get(stem) or (count > 1 and known.get(stem.rpartition(".")[0])) or None
        if slug:
            return slug, prefix
    first = segments[0].upper()
    cut = min((i for i, mark in enumerate(first) if mark in ".("), default=len(first))
    slug = known.get(first[: cut + 1]) or known.get(first[:cut])
    return (slug, segments[0]) if slug else (None, "")
