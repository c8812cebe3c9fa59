"""Topics are tied to concepts by their whole label in their language, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from ungraph.errors import DocumentError
from ungraph.identifiers.mint import Mint
from ungraph.linkout.thesaurus import Thesaurus, iter_label_links, load_thesaurus
from ungraph.stores.oxigraph import OxigraphStore

SAMPLE = Path(__file__).with_name("unbis_sample.ttl")
CONCEPT = "https://example.org/thesaurus/9000001"


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return load_thesaurus(SAMPLE)


@pytest.mark.parametrize(
    ("label", "language"),
    [
        ("right to leisure", "en"),
        ("the Right to  Leisure", "en"),
        ("Droit aux loisirs", "fr"),
        ("El derecho al ocio", "es"),
        ("право на досуг", "ru"),
        ("الحق في الراحة", "ar"),
        ("休闲权", "zh"),
        ("right to leisure", ""),
    ],
)
def test_a_preferred_label_is_found_in_six_languages(
    thesaurus: Thesaurus, label: str, language: str
) -> None:
    assert thesaurus.find(label, language) == (CONCEPT, True)


def test_another_label_is_found_too_but_not_as_preferred(thesaurus: Thesaurus) -> None:
    assert thesaurus.find("leisure rights", "en") == (CONCEPT, False)


@pytest.mark.parametrize(
    ("label", "language"),
    [("Mercury", "en"), ("right to", "en"), ("droit aux loisirs", "en"), ("", "en"), ("x", "")],
)
def test_what_is_not_single_or_not_whole_is_not_found(
    thesaurus: Thesaurus, label: str, language: str
) -> None:
    assert thesaurus.find(label, language) is None


def test_topics_match_and_headings_become_subjects(thesaurus: Thesaurus) -> None:
    store = OxigraphStore()
    store.native.extend(
        parse(
            b"""PREFIX ung: <https://w3id.org/ungraph/ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            GRAPH <urn:g> {
            <urn:t1> a ung:Topic ; rdfs:label "the right to leisure"@en .
            <urn:t2> a ung:Programme ; rdfs:label "Leisure rights"@en .
            <urn:t3> a ung:Topic ; rdfs:label "Mercury"@en .
            <urn:item> a ung:AgendaItem ; dcterms:title "Sommeil"@fr .
            <urn:doc> a ung:Document ; ung:subjectHeading "SLEEP" ; dcterms:title "Sleep"@en . }""",
            format=RdfFormat.TRIG,
        )
    )
    links = list(iter_label_links(store.view(), Mint(), thesaurus))
    assert [(key, k.subject, k.predicate, k.value.value[-1]) for key, k in links] == [
        ("unbis-labels", "urn:doc", "dcterms:subject", "5"),
        ("unbis-labels", "urn:item", "dcterms:subject", "5"),
        ("unbis-labels", "urn:t1", "skos:exactMatch", "1"),
        ("unbis-labels", "urn:t2", "skos:closeMatch", "1"),
    ]


def test_a_file_without_labels_is_no_thesaurus(tmp_path: Path) -> None:
    path = tmp_path / "empty.ttl"
    path.write_text("<urn:a> a <urn:b> .", encoding="utf-8")
    with pytest.raises(DocumentError, match="no skos:prefLabel"):
        load_thesaurus(path)
    with pytest.raises(DocumentError):
        load_thesaurus(tmp_path / "missing.ttl")
