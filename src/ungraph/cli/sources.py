"""What a command reads from: a file, standard input, a folder with a store, or an endpoint."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pyoxigraph as ox

from ungraph.errors import DocumentError
from ungraph.stores.base import Store
from ungraph.stores.files import iter_quads, load_file, load_merged
from ungraph.stores.oxigraph import OxigraphStore

__all__ = ["is_url", "open_source", "part_source", "quads_of"]


def is_url(source: str) -> bool:
    """Whether *source* is the address of an endpoint."""
    return source.startswith(("http://", "https://"))


def part_source(given: tuple[str, ...], source: str | None) -> tuple[str, str]:
    """Source and thing of "SOURCE THING", or of "THING --in SOURCE", where *source* is that option.

    Raises click.UsageError when one of the two is missing, or a third is given.

    >>> part_source(("store/", "A/HRC/4/60"), None), part_source(("A/HRC/4/60",), "store/")
    (('store/', 'A/HRC/4/60'), ('store/', 'A/HRC/4/60'))
    """
    if source is not None and len(given) == 1:
        return source, given[0]
    if source is None and len(given) == 2:
        first, second = given
        swapped = not _is_source(first) and _is_source(second)
        return (second, first) if swapped else (first, second)
    if source is None and len(given) == 1:
        raise click.UsageError(
            f"say where to look: ungraph … SOURCE {given[0]}, with SOURCE a file, a store or an "
            "endpoint"
        )
    raise click.UsageError("give a source and one thing: SOURCE THING")


def _is_source(word: str) -> bool:
    """Whether *word* can be read from, and is no address of a thing in it."""
    return word == "-" or Path(word).exists()


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
