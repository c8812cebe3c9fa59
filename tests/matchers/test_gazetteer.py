"""Every row of the tables is found by its own example, and no form has two meanings."""

from __future__ import annotations

import pytest

from ungraph.matchers.gazetteer import EntryKind, load_gazetteer
from ungraph.matchers.offices import load_office_heads, load_roles, match_mandate
from ungraph.matchers.states import load_states
from ungraph.resources import load_table

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


def keys_in(text: str, language: str = "en") -> set[str]:
    return {entry.key for _, _, entry in load_gazetteer(language).iter_entries(text)}


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("states", "iso3"),
        ("offices", "key"),
        ("organizations", "key"),
        ("roles", "role"),
        ("parties", "party"),
    ],
)
def test_each_row_is_found_in_its_example(table: str, column: str) -> None:
    missing = [
        row[column] for row in load_table(table) if row[column] not in keys_in(row["example"])
    ]  # fmt: skip
    assert not missing


def test_each_group_is_found_in_its_example() -> None:
    rows = [row for row in load_table("groups") if row["forms_en"]]
    assert not [row["key"] for row in rows if row["key"] not in keys_in(row["example"])]


def test_each_government_word_is_found_in_its_example() -> None:
    rows = load_table("government_words")
    missing = [
        row["form"] for row in rows if row["word"] not in keys_in(row["example"], row["language"])
    ]
    assert not missing


def test_a_false_name_hides_the_state_inside_it() -> None:
    for row in load_table("false_names"):
        found = load_gazetteer(row["language"]).iter_entries(row["example"])
        assert not [e for _, _, e in found if e.kind in (EntryKind.STATE, EntryKind.ADJECTIVE)]


def test_each_mandate_is_read_from_its_example() -> None:
    for row in load_table("mandates"):
        found = match_mandate(row["example"], 0)
        assert found is not None
        assert found[1] == row["mandate"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_of_a_state_stands_for_two(language: str) -> None:
    seen: dict[str, str] = {}
    for row in load_table("states"):
        for form in filter(None, row[f"forms_{language}"].split("|")):
            assert seen.setdefault(form, row["iso3"]) == row["iso3"], form


def test_states_have_codes_names_and_a_status() -> None:
    states = load_states()
    assert len([s for s in states.values() if s.status == "member"]) == 193
    assert all(len(code) == 3 and code.isupper() for code in states)
    assert {s.status for s in states.values()} == {
        "member", "observer", "state", "former", "territory",
    }  # fmt: skip


def test_defaults_and_heads_name_rows_that_exist() -> None:
    offices = {row["key"] for row in load_table("offices")}
    known = offices | {row["key"] for row in load_table("organizations")}
    assert all(role.default in {"", *offices} for role in load_roles().values())
    assert set(load_office_heads()) == offices
    assert all(row["office_in"] in {"", *known} for row in load_table("offices"))


def test_names_in_capitals_are_found() -> None:
    assert "PER" in keys_in("SITUATION OF HUMAN RIGHTS IN PERU")
    assert "special-rapporteur" in keys_in("REPORT OF THE SPECIAL RAPPORTEUR")


def test_the_longest_name_wins() -> None:
    found = list(load_gazetteer("en").iter_entries("the Democratic Republic of the Congo"))
    assert [(entry.key, end - start) for start, end, entry in found] == [("COD", 32)]
