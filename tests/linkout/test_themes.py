"""Themes of acts are tied to concepts whose labels stand in them whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from ungraph.identifiers.mint import Mint
from ungraph.linkout.themes import find_concepts, iter_theme_links
from ungraph.linkout.thesaurus import load_thesaurus
from ungraph.stores.oxigraph import OxigraphStore

THESAURUS = load_thesaurus(Path(__file__).with_name("unbis_sample.ttl"))
LEISURE = "https://example.org/thesaurus/9000001"
RESTERS = "https://example.org/thesaurus/9000002"


@pytest.mark.parametrize(
    ("theme", "concepts"),
    [
        ("to report on the right to leisure", (LEISURE,)),
        ("to report on the Right to Leisure of workers", (LEISURE,)),
        ("leisure rights, and human rights of resters", (LEISURE, RESTERS)),
        ("the right to leisure and the right to leisure of all", (LEISURE,)),
        ("to build right to leisure centres", ()),
        ("a letter from the Global Right to Leisure", ()),
        ("to report on sleep", ()),
        ("the sleep of all", ()),
        ("", ()),
    ],
)
def test_a_label_ties_where_it_stands_whole(theme: str, concepts: tuple[str, ...]) -> None:
    assert find_concepts(theme, THESAURUS) == concepts


def test_acts_with_english_themes_get_what_they_are_about() -> None:
    store = OxigraphStore()
    store.native.extend(
        parse(
            b"""PREFIX ung: <https://w3id.org/ungraph/ns#>
            GRAPH <urn:g> {
            <urn:a2> ung:theme "to promote the right to leisure"@en .
            <urn:a1> ung:theme "leisure rights"@en .
            <urn:a3> ung:theme "leisure rights"@fr . }""",
            format=RdfFormat.TRIG,
        )
    )
    found = [
        (link.subject, link.predicate, link.value.value)
        for _, link in iter_theme_links(store.view(), Mint(), THESAURUS)
    ]
    assert found == [("urn:a1", "ung:about", LEISURE), ("urn:a2", "ung:about", LEISURE)]
