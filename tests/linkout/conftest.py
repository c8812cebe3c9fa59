"""Stores with the small library, to be linked."""

from __future__ import annotations

import pytest

from servers import oxigraph_server
from small_library import library_quads
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore

__all__ = ["oxigraph_server"]


@pytest.fixture(params=[OxigraphStore, MemoryStore])
def store(request: pytest.FixtureRequest):
    """The small library in each kind of store."""
    kept = request.param()
    with kept.writer() as writer:
        writer.add(library_quads())
    return kept
