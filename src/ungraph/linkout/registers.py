"""What is known of states, bodies and organizations elsewhere, from the tables of the package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode

from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.mint import Mint
from ungraph.resources import load_table

__all__ = ["agent_links", "load_link_sets"]

_STATE = "state-"
_CODES = (
    ("ung:areaCode", "m49"),
    ("ung:alphaTwoCode", "iso2"),
    ("ung:alphaThreeCode", "iso3"),
)
_AGENT = "https://w3id.org/un/ontology/undo/Agent"


@cache
def load_link_sets() -> Mapping[str, LinkSet]:
    """The sets of links that the package brings, by key (``data/link_sources.csv``)."""
    rows = load_table("link_sources")
    return MappingProxyType(
        {
            row["key"]: LinkSet(
                row["key"], row["title"], row["address"], row["date"], row["method"]
            )
            for row in rows
        }
    )


def agent_links(key: str, mint: Mint) -> tuple[tuple[str, Link], ...]:
    """The links of the agent called *key* ("state-prk", "ga", "office-sg"), each with its set.

    Every agent has its class of UNDO; a state has codes, registers and its Wikidata item; a body
    or an organization has a Wikidata item where two lists agree on it.

    >>> links = agent_links("state-prk", Mint())
    >>> [link.value.value for name, link in links if name == "state-codes"]
    ['408', 'KP', 'PRK']
    """
    subject = mint.agent(key)
    links = [("undo-classes", Link(subject, "rdf:type", NamedNode(_AGENT)))]
    found: tuple[tuple[str, str, str], ...]
    codes = _load_states().get(key.removeprefix(_STATE)) if key.startswith(_STATE) else None
    if codes is not None:
        links += [
            ("state-codes", Link(subject, predicate, Literal(codes[column])))
            for predicate, column in _CODES
            if codes[column]
        ]
        found = (
            ("member-states", "skos:exactMatch", codes["unms"]),
            ("unbis-states", "skos:closeMatch", codes["unbis"]),
            ("wikidata-states", "skos:exactMatch", codes["wikidata"]),
        )
    else:
        found = (("wikidata-bodies", "skos:exactMatch", _load_items().get(key, "")),)
    links += [(name, Link(subject, p, NamedNode(iri))) for name, p, iri in found if iri]
    return tuple(links)


@cache
def _load_states() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType({row["iso3"].lower(): row for row in load_table("state_codes")})


@cache
def _load_items() -> Mapping[str, str]:
    """Wikidata items of bodies and organizations by agent key."""
    items = {body.slug: body.wikidata for body in load_bodies().values() if body.wikidata}
    return MappingProxyType(
        items | {row["key"]: row["wikidata"] for row in load_table("organization_links")}
    )
