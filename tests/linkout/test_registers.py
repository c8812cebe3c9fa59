"""Codes, registers and items of agents are those of the tables, and none else."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from ungraph.identifiers.mint import Mint
from ungraph.linkout.registers import agent_links, load_link_sets
from ungraph.resources import load_table

MINT = Mint()


def values(key: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, link in agent_links(key, MINT):
        found.setdefault(name, []).append(link.value.value)
    return found


def test_a_member_state_has_codes_registers_and_its_item() -> None:
    assert values("state-fra") == {
        "undo-classes": ["https://w3id.org/un/ontology/undo/Agent"],
        "state-codes": ["250", "FR", "FRA"],
        "member-states": ["http://metadata.un.org/UNMS/250"],
        "unbis-states": [next(r["unbis"] for r in load_table("state_codes") if r["iso3"] == "FRA")],
        "wikidata-states": ["http://www.wikidata.org/entity/Q142"],
    }


def test_a_territory_is_no_member_state() -> None:
    assert "member-states" not in values("state-abw")
    assert values("state-abw")["state-codes"] == ["533", "AW", "ABW"]


@pytest.mark.parametrize("key", ["government-fra", "office-sg", "office-pr-fra-unog", "nobody"])
def test_what_no_table_knows_has_only_its_class(key: str) -> None:
    assert list(values(key)) == ["undo-classes"]


def test_a_state_that_is_gone_has_no_codes() -> None:
    assert list(values("state-yug")) == ["undo-classes"]


def test_bodies_have_items_only_where_two_lists_agree(shared: Path) -> None:
    with (shared / "authority" / "wikidata_un_bodies.csv").open(encoding="utf-8") as stream:
        agreed = {row["qid"] for row in csv.DictReader(stream) if row["agreement"] == "both"}
    given = {row["wikidata"] for row in load_table("organization_links")}
    given |= {row["wikidata"] for row in load_table("bodies")} - {""}
    assert {iri.rpartition("/")[2] for iri in given} <= agreed


def test_states_have_the_codes_and_items_of_the_authority_list(shared: Path) -> None:
    with (shared / "authority" / "states.csv").open(encoding="utf-8") as stream:
        wanted = {
            r["iso3"]: (r["m49"], r["iso2"], r["wikidata"], r["unms_iri"], r["unbis_iri"])
            for r in csv.DictReader(stream)
        }
    ours = {
        r["iso3"]: (r["m49"], r["iso2"], r["wikidata"], r["unms"], r["unbis"])
        for r in load_table("state_codes")
    }
    assert ours == wanted


def test_codes_agree_with_those_that_names_are_read_by() -> None:
    codes = {row["iso3"]: row["m49"] for row in load_table("state_codes")}
    for row in load_table("states"):
        assert codes.get(row["iso3"], row["m49"]) == row["m49"]


def test_organizations_are_those_that_are_read() -> None:
    keys = {row["key"] for row in load_table("organizations")}
    keys |= {row["slug"] for row in load_table("bodies")}
    assert {row["key"] for row in load_table("organization_links")} <= keys


def test_every_link_belongs_to_a_set_with_source_date_and_method() -> None:
    sets = load_link_sets()
    for key in ("state-fra", "ga", "office-sg"):
        for name, link in agent_links(key, MINT):
            assert sets[name].source.startswith("http")
            assert len(sets[name].date) == 10
            assert sets[name].method
            if link.predicate.startswith("skos:"):
                assert isinstance(link.value, NamedNode)
