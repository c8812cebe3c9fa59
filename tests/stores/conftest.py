"""The stores that the tests run against, each fresh and empty."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from servers import oxigraph_server
from ungraph.stores.base import Store
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.stores.remote import RemoteStore, find_endpoint

__all__ = ["oxigraph_server", "store"]


@pytest.fixture(params=["memory", "oxigraph", "oxigraph-on-disk", "remote"])
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
        made = RemoteStore(find_endpoint(request.getfixturevalue("oxigraph_server")))
        with made.writer() as writer:
            for name in made.view().graph_names():
                writer.remove_graph(name)
    with made:
        yield made
