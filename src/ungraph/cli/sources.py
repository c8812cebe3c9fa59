"""What a command reads from: a file, standard input, a folder with a store, or an endpoint."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from ungraph.errors import DocumentError
from ungraph.stores.base import Store
from ungraph.stores.files import iter_quads, load_file, load_merged
from ungraph.stores.oxigraph import OxigraphStore

__all__ = ["is_url", "open_source", "quads_of"]


def is_url(source: str) -> bool:
    """Whether *source* is the address of an endpoint."""
    return source.startswith(("http://", "https://"))


@contextmanager
def open_source(
    source: str,
    *,
    user: str | None = None,
    password: str | None = None,
    merged: bool = False,
) -> Iterator[Store]:
    """The store behind *source*: an endpoint's address, a store's folder, an RDF file, or "-".

    With *merged*, a file is read as one graph, in which each triple stands once.

    Raises DocumentError for a file that is missing or no RDF, StoreError for a folder that is no
    store and for an endpoint that does not answer.
    """
    if is_url(source):
        from ungraph.stores.endpoint import find_endpoint
        from ungraph.stores.remote import RemoteStore

        yield RemoteStore(find_endpoint(source, user=user, password=password))
        return
    path = Path(source)
    if source != "-" and path.is_dir():
        yield OxigraphStore(path, read_only=True)
        return
    store = OxigraphStore()
    if source == "-" and merged:
        load_merged(store.native, sys.stdin.buffer, name="standard input")
    elif source == "-":
        store.native.extend(iter_quads(sys.stdin.buffer, name="standard input"))
    elif not path.exists():
        raise DocumentError("no such file", where=source, advice="Check the name")
    elif merged:
        load_merged(store.native, path)
    else:
        load_file(store.native, path)
    yield store


def quads_of(store: Store) -> list[ox.Quad]:
    """All quads of a store."""
    return list(store.view().iter_quads())
