"""States: ISO 3166 code → the name to show and the name as it stands in a phrase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ungraph.resources import load_table

__all__ = ["State", "load_states"]


@dataclass(frozen=True, slots=True)
class State:
    """One State (or former State, or territory).

    *name* is the short name of UNTERM ("Sudan"), *phrase* the name after a preposition ("the
    Sudan", "the Islamic Republic of Iran"). *status* is member, observer, state, former or
    territory; a territory is a place, not an agent. *adjective*
    is the first English one, "" for none.
    """

    iso3: str
    m49: str
    name: str
    phrase: str
    status: str
    adjective: str = ""


@cache
def load_states() -> Mapping[str, State]:
    """All rows of ``data/states.csv`` by ISO code.

    >>> load_states()["SDN"].phrase
    'the Sudan'
    """
    return MappingProxyType(
        {
            row["iso3"]: State(
                row["iso3"],
                row["m49"],
                row["name"],
                row["phrase"],
                row["status"],
                row["adjectives_en"].split("|")[0],
            )
            for row in load_table("states")
        }
    )
