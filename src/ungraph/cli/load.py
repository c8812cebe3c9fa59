"""``ungraph load``: a graph into a store or an endpoint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from ungraph.cli.options import credentials
from ungraph.cli.progress import Progress
from ungraph.cli.sources import is_url, open_source
from ungraph.errors import StoreError
from ungraph.stores.base import Store
from ungraph.stores.loading import iter_document_graphs, load_document
from ungraph.stores.oxigraph import OxigraphStore

__all__ = ["command"]


@click.command("load")
@click.argument("source")
@click.option(
    "--to", "target", required=True, metavar="URL|DIR", help="The endpoint or the store's folder."
)
@click.option("--update-url", metavar="URL", help="Where updates go, if habit does not tell.")
@credentials
@click.option("--token", envvar="UNGRAPH_TOKEN", help="Bearer token (ungraph serve).")
@click.option("--digest", is_flag=True, help="Digest authentication (Virtuoso).")
@click.option(
    "--whole",
    is_flag=True,
    help="SOURCE is the whole library: what documents share is replaced too, not added to.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def command(
    source: str,
    target: str,
    update_url: str | None,
    user: str | None,
    password: str | None,
    token: str | None,
    digest: bool,
    whole: bool,
    quiet: bool,
) -> int:
    """Put SOURCE (an RDF file, a store's folder, or -) into a store or an endpoint.

    Each document replaces its graphs in one transaction; what is already there and the same is
    not sent again, so an interrupted load goes on where it stopped. The counts are compared at
    the end. What documents share (organs, sessions, the title pages of works) is added to what
    is there; with --whole it replaces that, so that what the library no longer says is gone.

    \b
    ungraph load graph.nq --to http://localhost:7878
    ungraph load graph.nq --to store/
    ungraph load library/ --whole --to http://localhost:7878
    """
    endpoint = {
        "update": update_url,
        "user": user,
        "password": password,
        "token": token,
    }
    with (
        open_source(source) as store,
        _open_target(target, endpoint, digest=digest) as place,
    ):
        documents = list(iter_document_graphs(store.view()))
        progress = Progress(len(documents), quiet=quiet)
        sent = 0
        for names in documents:
            sent += load_document(store.view(), place, names, whole=whole)
            progress.advance()
        progress.clear()
        _verify(store, place, target)
    if not quiet:
        same = len(documents) - sent
        click.echo(f"{sent:,} graphs written, {same:,} were there already", err=True)
    return 0


@contextmanager
def _open_target(target: str, words: Mapping[str, str | None], *, digest: bool) -> Iterator[Store]:
    """The store to load into; *words* are addresses and credentials of an endpoint."""
    if is_url(target):
        from ungraph.stores.endpoint import find_endpoint
        from ungraph.stores.remote import RemoteStore

        yield RemoteStore(find_endpoint(target, digest=digest, **words))
        return
    with OxigraphStore(Path(target)) as store:
        yield store


def _verify(store: Store, place: Store, target: str) -> None:
    """Every graph of the source must have as many triples in the target, or more if shared."""
    wanted, there = store.view(), place.view()
    for name in wanted.graph_names():
        here, found = wanted.count(name), there.count(name)
        if found < here:
            raise StoreError(
                "the store holds less than was sent",
                where=target,
                why=f"{found:,} of {here:,} triples of {name}",
                advice="Run the same command again",
            )
