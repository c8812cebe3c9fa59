"""The stores that the tests run against, each fresh and empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from servers import VIRTUOSO_PASSWORD, oxigraph_server, virtuoso_server
from ungraph.stores.base import Store
from ungraph.stores.endpoint import find_endpoint
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.stores.remote import RemoteStore

__all__ = ["oxigraph_server", "store", "virtuoso_server"]


@pytest.fixture(params=["memory", "oxigraph", "oxigraph-on-disk", "oxigraph-server", "virtuoso"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each kind of store in turn."""
    made: Store
    if request.param == "memory":
        made = MemoryStore()
    elif request.param == "oxigraph":
        made = OxigraphStore()
    elif request.param == "oxigraph-on-disk":
        made = OxigraphStore(tmp_path / "store")
    else:
        if request.param == "virtuoso":
            url = request.getfixturevalue("virtuoso_server")
            options = {"user": "dba", "password": VIRTUOSO_PASSWORD}
            made = RemoteStore(find_endpoint(url, digest=True, **options))
        else:
            made = RemoteStore(find_endpoint(request.getfixturevalue("oxigraph_server")))
        with made.writer() as writer:
            for name in made.view().graph_names():
                writer.remove_graph(name)
    with made:
        yield made
