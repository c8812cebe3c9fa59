"""The network of a store: every document and citation once, in order, as the graph says it."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from small_library import library_quads
from ungraph.graph.network import CitationRecord
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.survey import network as module
from ungraph.survey.network import Network

DOC = "https://w3id.org/ungraph/id/doc/"


@pytest.fixture(params=[OxigraphStore, MemoryStore])
def network(request: pytest.FixtureRequest) -> Network:
    store = request.param()
    with store.writer() as writer:
        writer.add(library_quads())
    return Network(store.view())


def test_documents_come_by_address_with_what_is_known_of_them(network: Network) -> None:
    note, old, resolution = network.documents()
    assert (note.symbol, note.type, note.organ, note.held) == (
        "A/HRC/9/99",
        "note-by-the-secretariat",
        "Human Rights Council",
        True,
    )
    assert (old.symbol, old.type, old.organ, old.organ_key, old.held) == (
        "A/RES/926(X)",
        "resolution",
        "General Assembly",
        "ga",
        False,
    )
    assert (resolution.title, resolution.title_language) == ("Droit aux loisirs", "fr")
    assert (resolution.date, resolution.year) == ("2044-12", 2044)
    assert resolution.languages == ("fr",)


def test_what_a_document_says_of_itself_wins_over_what_others_say(network: Network) -> None:
    assert next(network.documents()).date == "2008-05-03"


def test_each_citation_of_another_document_is_one_record(network: Network) -> None:
    found = list(network.citations())
    assert found[0] == CitationRecord(
        f"{DOC}A/HRC/9/99#citation-1",
        f"{DOC}A/HRC/9/99",
        f"{DOC}A/RES/926(X)",
        "pursuant-to",
        "para. 3",
    )
    assert [record.iri[-1] for record in found] == ["1", "2", "4", "5"]


def test_only_documents_that_were_read_are_held(network: Network) -> None:
    assert [d.symbol for d in network.held_documents()] == ["A/HRC/9/99", "A/RES/99/7"]


def test_the_size_of_batches_changes_nothing(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = (list(network.documents()), list(network.citations()))
    monkeypatch.setattr(module, "_BATCH", 1)
    assert (list(network.documents()), list(network.citations())) == together


def test_an_empty_store_has_an_empty_network() -> None:
    network = Network(OxigraphStore().view())
    assert (list(network.documents()), list(network.citations())) == ([], [])


def test_a_treaty_has_its_name_and_no_symbol() -> None:
    store = OxigraphStore()
    treaty = "<https://w3id.org/ungraph/id/treaty/CHARTER>"
    trig = f"""PREFIX ung: <https://w3id.org/ungraph/ns#>
    PREFIX dcterms: <http://purl.org/dc/terms/>
    GRAPH <urn:g> {{ {treaty} a ung:Document , ung:Treaty ;
      dcterms:identifier "treaty:CHARTER" . }}"""
    store.native.extend(parse(trig.encode(), format=RdfFormat.TRIG))
    (found,) = Network(store.view()).documents()
    assert (found.symbol, found.type) == ("", "treaty")
    assert found.label == found.title == "Charter of the United Nations"


def test_adoption_counts_before_issue_and_own_words_before_those_of_others() -> None:
    store = OxigraphStore()
    trig = f"""PREFIX ung: <https://w3id.org/ungraph/ns#>
    PREFIX dcterms: <http://purl.org/dc/terms/>
    BASE <{DOC}>
    GRAPH <../graph/A/RES/99/8/en> {{ <A/RES/99/8> a ung:Document ; ung:adoptedOn "2044-12-01" ;
      dcterms:date "2044-12-09" . <A/99/1> ung:adoptedOn "2044-01-01" }}
    GRAPH <../graph/A/99/1/en> {{ <A/99/1> a ung:Document ; dcterms:date "2044-02-02" }}"""
    store.native.extend(parse(trig.encode(), format=RdfFormat.TRIG))
    dates = {found.iri.removeprefix(DOC): found.date for found in Network(store.view()).documents()}
    assert dates == {"A/RES/99/8": "2044-12-01", "A/99/1": "2044-02-02"}
