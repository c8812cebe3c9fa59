"""Two statements that cannot both be right are found, and those that can are left in peace."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from small_library import library_quads
from ungraph.identifiers.mint import Mint
from ungraph.stores.base import View
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.survey.doubts import KINDS, Doubt, find_contradicting_links, find_doubts

MINT = Mint()
DOC = "https://w3id.org/ungraph/id/doc/"
HEAD = """PREFIX ung: <https://w3id.org/ungraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX agent: <https://w3id.org/ungraph/id/agent/>
PREFIX g: <https://w3id.org/ungraph/id/graph/>
BASE <https://w3id.org/ungraph/id/doc/>
"""


@pytest.fixture(params=[OxigraphStore, MemoryStore])
def make(request: pytest.FixtureRequest):
    def of(trig: str) -> View:
        store = request.param()
        with store.writer() as writer:
            writer.add(parse((HEAD + trig).encode(), format=RdfFormat.TRIG))
        return store.view()

    return of


def test_a_date_said_is_held_against_the_one_the_document_has() -> None:
    store = OxigraphStore()
    store.native.extend(library_quads())
    assert find_doubts(store.view(), MINT) == [
        Doubt("date-said", f"{DOC}A/HRC/9/99", "2008-05-03", "2008-05-04"),
        Doubt("dates-said", f"{DOC}A/RES/926(X)", "1955-12-14", "1955-12-15"),
    ]


def test_dates_that_differ_only_in_precision_agree(make) -> None:
    view = make(
        """GRAPH <../graph/A/1/en> { <A/1> dcterms:date "2008-05"^^xsd:gYearMonth }
        GRAPH <../graph/A/2/en> { <A/1> dcterms:date "2008-05-03"^^xsd:date }
        GRAPH <../graph/A/3/en> { <A/1> dcterms:date "2008"^^xsd:gYear }"""
    )
    assert find_doubts(view, MINT) == []


def test_dates_of_two_languages_of_one_document_are_its_own_affair(make) -> None:
    view = make(
        """GRAPH <../graph/A/1/en> { <A/1> dcterms:date "2008-05-03"^^xsd:date }
        GRAPH <../graph/A/1/fr> { <A/1> dcterms:date "2008-05-04"^^xsd:date }"""
    )
    assert find_doubts(view, MINT) == []


@pytest.mark.parametrize(
    ("symbol", "day", "fits"),
    [
        ("A/RES/60/251", "2006-03-15", True),
        ("A/RES/60/251", "2008-03-15", False),
        ("S/RES/9001(2019)", "2019-03-15", True),
        ("S/RES/9001(2019)", "2020-03-15", False),
        ("E/CN.4/RES/2005/11", "2005-04-14", True),
        ("E/CN.4/RES/2005/11", "2003-04-14", False),
        ("E/DEC/2023/302", "2022-10-31", True),
        ("A/RES/926(X)", "1955-12-14", True),
    ],
)
def test_the_year_in_a_number_must_fit_the_date(make, symbol: str, day: str, fits: bool) -> None:
    view = make(
        f"""GRAPH <urn:g> {{ <{symbol}> ung:symbol "{symbol}" ;
        ung:adoptedOn "{day}"^^xsd:date }}"""
    )
    assert [doubt.kind for doubt in find_doubts(view, MINT)] == (
        [] if fits else ["number-and-year"]
    )


def test_a_document_cannot_cite_a_later_one(make) -> None:
    view = make(
        """GRAPH <../graph/A/1/en> { <A/1> dcterms:date "2008-05-03"^^xsd:date ;
          ung:hasVersion <A/1/en> ; cito:cites <A/2> , <A/3> }
        GRAPH <../graph/A/2/en> { <A/2> dcterms:date "2009-01-01"^^xsd:date ;
          ung:hasVersion <A/2/en> ; cito:cites <A/1> }
        GRAPH <../graph/A/3/en> { <A/3> dcterms:date "2008"^^xsd:gYear ;
          ung:hasVersion <A/3/en> }"""
    )
    (doubt,) = find_doubts(view, MINT)
    assert doubt == Doubt("cites-later", f"{DOC}A/1", "2008-05-03", f"{DOC}A/2 2009-01-01")


def test_one_organ_adopts(make) -> None:
    view = make("GRAPH <urn:g> { <A/1> ung:adoptedBy agent:ga , agent:hrc . }")
    assert [doubt.kind for doubt in find_doubts(view, MINT)] == ["adopted-by"]


def test_links_that_cannot_all_be_right(make) -> None:
    view = make(
        """GRAPH g:links {
        agent:one skos:exactMatch <http://r.example/entity/Q1> , <http://other.example/9> .
        agent:two skos:exactMatch <http://r.example/entity/Q1> .
        agent:three skos:exactMatch <http://r.example/entity/Q2> ;
          skos:closeMatch <http://r.example/entity/Q3> .
        agent:four ung:areaCode "001" , "002" . }"""
    )
    agent = MINT.agent("")
    assert find_contradicting_links(view, MINT) == [
        Doubt("several-codes", f"{agent}four", "001", "002"),
        Doubt(
            "several-items",
            f"{agent}three",
            "http://r.example/entity/Q2",
            "http://r.example/entity/Q3",
        ),
        Doubt("several-things", "http://r.example/entity/Q1", f"{agent}one", f"{agent}two"),
    ]


def test_every_kind_of_doubt_is_explained() -> None:
    assert all(sentence[0].isupper() for sentence in KINDS.values())


def test_what_many_documents_say_the_same_of_is_told_once(make) -> None:
    said = "\n".join(
        f'GRAPH <../graph/A/{n}/en> {{ <S/1> ung:adoptedOn "2001-02-0{1 + (n == 7)}"^^xsd:date }}'
        for n in range(300)
    )
    assert find_doubts(make(said), MINT) == [
        Doubt("dates-said", f"{DOC}S/1", "2001-02-01", "2001-02-02")
    ]
