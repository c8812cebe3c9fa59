"""A report counts what is there, and names what is not: the most cited first."""

from __future__ import annotations

import pytest

from small_library import library_quads
from ungraph.identifiers.mint import Mint
from ungraph.linkout.keeping import keep_links
from ungraph.linkout.known import iter_agent_links, iter_page_links
from ungraph.linkout.registers import load_link_sets
from ungraph.stores.base import View
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.survey.holdings import Missing, count_holdings, find_missing, list_links

MINT = Mint()


@pytest.fixture(params=[OxigraphStore, MemoryStore])
def view(request: pytest.FixtureRequest) -> View:
    store = request.param()
    with store.writer() as writer:
        writer.add(library_quads())
    links = [*iter_agent_links(store.view(), MINT), *iter_page_links(store.view(), MINT)]
    keep_links(store, load_link_sets(), links, MINT)
    return store.view()


def test_documents_read_and_documents_cited_are_counted_apart(view: View) -> None:
    found = count_holdings(view, MINT)
    assert (found.documents, found.cited_only) == (2, 1)
    assert found.document_types == {"note-by-the-secretariat": 1, "resolution": 1}
    assert found.relations == {"recalls": 2, "pursuant-to": 1, "self": 1, "takes-note-of": 1}
    assert found.classes["Citation"] == 5
    assert found.statements == view.count()


def test_what_is_cited_and_not_read_is_missing(view: View) -> None:
    assert find_missing(view, MINT) == [Missing("A/RES/926(X)", 2)]


def test_sets_of_links_are_listed_with_their_sources(view: View) -> None:
    found = {links.key: links for links in list_links(view, MINT)}
    assert found.keys() == load_link_sets().keys()
    pages = found["document-pages"]
    assert (pages.links, pages.method) == (3, "address-from-symbol")
    assert (pages.source, pages.date) == ("https://docs.un.org/", load_link_sets()[pages.key].date)


@pytest.mark.parametrize("kind", [OxigraphStore, MemoryStore])
def test_an_empty_store_holds_nothing(kind) -> None:
    view = kind().view()
    found = count_holdings(view, MINT)
    assert (found.statements, found.documents, found.cited_only, found.classes) == (0, 0, 0, {})
    assert find_missing(view, MINT) == []
    assert list_links(view, MINT) == []
