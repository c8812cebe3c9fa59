"""An endpoint gives the same network and the same report as the same graph in memory."""

from __future__ import annotations

from small_library import library_quads
from ungraph.identifiers.mint import Mint
from ungraph.linkout.keeping import keep_links
from ungraph.linkout.known import iter_agent_links, iter_page_links
from ungraph.linkout.registers import load_link_sets
from ungraph.stores.base import Store
from ungraph.stores.endpoint import find_endpoint
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.stores.remote import RemoteStore
from ungraph.survey.network import Network
from ungraph.survey.report import report_store

MINT = Mint()


def fill(store: Store) -> Store:
    with store.writer() as writer:
        writer.add(library_quads())
    view = store.view()
    links = [*iter_agent_links(view, MINT), *iter_page_links(view, MINT)]
    keep_links(store, load_link_sets(), links, MINT)
    return store


def test_an_endpoint_gives_the_same_as_memory(oxigraph_server: str) -> None:
    here = fill(OxigraphStore()).view()
    there = fill(RemoteStore(find_endpoint(oxigraph_server))).view()
    for view in (here, there):
        assert len(list(Network(view).citations())) == 4
    assert list(Network(there).documents()) == list(Network(here).documents())
    assert list(Network(there).citations()) == list(Network(here).citations())
    assert report_store(there, MINT) == report_store(here, MINT)


def test_links_in_an_endpoint_can_be_taken_out_again(oxigraph_server: str) -> None:
    store = fill(RemoteStore(find_endpoint(oxigraph_server)))
    kept = keep_links(store, load_link_sets(), iter_page_links(store.view(), MINT), MINT)
    assert {k.key: k.links for k in kept if k.links} == {"document-pages": 3}
    assert [links.links for links in report_store(store.view(), MINT).links if links.links] == [3]
