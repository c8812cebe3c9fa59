"""Themes of acts are tied to concepts whose labels stand in them whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from ungraph.identifiers.mint import Mint
from ungraph.linkout.themes import find_concepts, iter_theme_links
from ungraph.linkout.thesaurus import Thesaurus, load_thesaurus
from ungraph.resources import load_table
from ungraph.stores.oxigraph import OxigraphStore

THESAURUS = load_thesaurus(Path(__file__).with_name("unbis_sample.ttl"))
LEISURE = "https://example.org/thesaurus/9000001"
SLEEP = "https://example.org/thesaurus/9000005"
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
        ("to report on sleep", (SLEEP,)),
        ("the sleep of all", ()),
        ("", ()),
    ],
)
def test_a_label_ties_where_it_stands_whole(theme: str, concepts: tuple[str, ...]) -> None:
    assert tuple(label.concept for label in find_concepts(theme, THESAURUS)) == concepts


@pytest.mark.parametrize(
    ("language", "theme", "words"),
    [
        ("en", "to report on leisure in the north", ("leisure",)),
        ("en", "to report on Leisure Monthly", ()),
        ("en", "the leisure of workers", ()),
        (
            "fr",
            "de lui présenter un rapport sur le droit au loisir des marins",
            ("droit au loisir",),
        ),
        ("fr", "un centre du droit au loisir municipal", ()),
        ("zh", "向大会提交关于休闲权利的报告", ("休闲权利",)),
        ("de", "ein Bericht über das Recht auf Muße", ()),
    ],
)
def test_labels_tie_in_the_language_of_the_theme(
    language: str, theme: str, words: tuple[str, ...]
) -> None:
    thesaurus = Thesaurus(
        {
            ("en", "leisure"): {LEISURE},
            ("fr", "droit au loisir"): {LEISURE},
            ("zh", "休闲权利"): {LEISURE},
        }
    )
    found = find_concepts(theme, thesaurus, language)
    assert tuple(label.words for label in found) == words


def test_a_topic_stands_between_an_act_and_the_concept() -> None:
    store = OxigraphStore()
    store.native.extend(
        parse(
            b"""PREFIX ung: <https://w3id.org/ungraph/ns#>
            GRAPH <urn:g> {
            <urn:d#a2> ung:theme "to promote the right to leisure"@en ; ung:evidence <urn:s2> .
            <urn:d#a1> ung:theme "the right to leisure"@en ; ung:evidence <urn:s1> .
            <urn:d#a3> ung:theme "leisure rights"@fr . }""",
            format=RdfFormat.TRIG,
        )
    )
    links = [link for _, link in iter_theme_links(store.view(), Mint(), THESAURUS)]
    about = {link.subject: link.value.value for link in links if link.predicate == "ung:about"}
    assert set(about) == {"urn:d#a1", "urn:d#a2"}
    (topic,) = set(about.values())
    assert topic.startswith("urn:d#topic-")
    told = {(link.predicate, link.value.value) for link in links if link.subject == topic}
    assert ("rdf:type", Mint().term("Topic")) in told
    assert ("skos:exactMatch", LEISURE) in told
    assert {("ung:evidence", "urn:s1"), ("ung:evidence", "urn:s2")} <= told


@pytest.mark.parametrize("row", load_table("theme_words"), ids=lambda row: row["example"])
def test_each_row_has_one_of_its_words_in_its_example(row: dict[str, str]) -> None:
    assert set(row["words"].split()) & set(row["example"].split())
