"""``ungraph link``: links from a store to the outside, kept in its links graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import click

from ungraph.cli.options import credentials
from ungraph.cli.progress import Progress
from ungraph.cli.sources import is_url, open_source
from ungraph.graph.links import Link, LinkSet
from ungraph.identifiers.mint import Mint
from ungraph.linkout.answers import Answers
from ungraph.linkout.continuations import continuations
from ungraph.linkout.endpoints import (
    SYMBOL_PROPERTY,
    Asking,
    ask_symbols,
    item_links_set,
    iter_item_links,
)
from ungraph.linkout.fulfilments import fulfilments
from ungraph.linkout.keeping import Kept, iter_link_quads, keep_links
from ungraph.linkout.known import iter_agent_links, iter_page_links, iter_symbols
from ungraph.linkout.registers import load_link_sets
from ungraph.linkout.themes import iter_theme_links
from ungraph.linkout.thesaurus import iter_label_links, label_links_set, load_thesaurus
from ungraph.settings import load_settings
from ungraph.stores.base import Store
from ungraph.stores.oxigraph import OxigraphStore, find_store
from ungraph.writers.nquads import write_nquads
from ungraph.writers.output import open_output

__all__ = ["command"]

Found: TypeAlias = tuple[Mapping[str, LinkSet], Iterable[tuple[str, Link]]]


@click.command("link")
@click.argument("store")
@click.option(
    "--unbis",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Tie topics and subjects by label to this SKOS file of the UNBIS Thesaurus.",
)
@click.option(
    "--answers",
    "answered",
    is_flag=True,
    help="Tie reports to the requests and mandates they answer, and mandates to those they carry on "
    "(build --store does it too).",
)
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint for documents.")
@click.option(
    "--property",
    "property_iri",
    metavar="IRI",
    help="The endpoint's property for symbols; Wikidata's P3069 by default.",
)
@click.option(
    "--delay",
    default=1.0,
    show_default=True,
    type=click.FloatRange(min=0),
    metavar="SECONDS",
    help="Wait between two requests to the endpoint.",
)
@click.option(
    "--cache",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where answers are kept; in ~/.cache/ungraph by default.",
)
@click.option("--again", is_flag=True, help="Ask the endpoint anew, whatever is kept.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the links there as N-Quads and leave the store as it is.",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@credentials
def command(
    store: str,
    unbis: Path | None,
    answered: bool,
    endpoint: str | None,
    property_iri: str | None,
    delay: float,
    cache: Path | None,
    again: bool,
    output: Path | None,
    quiet: bool,
    user: str | None,
    password: str | None,
) -> int:
    """Tie what is in STORE (a store's folder or an endpoint) to things outside it.

    Without --unbis, --answers and --endpoint: codes of states, registers of Member States, bodies in
    Wikidata where two lists agree, classes of UNDO, and the pages of documents. Nothing is asked
    of the network but --endpoint. Links found again replace those of the same kind.

    \b
    ungraph link store/
    ungraph link store/ --unbis unbist.ttl
    ungraph link store/ --answers
    ungraph link store/ --endpoint https://query.wikidata.org/sparql
    """
    mint = Mint(load_settings().base_iri)
    if sum(map(bool, (unbis, answered, endpoint))) > 1:
        raise click.UsageError("give --unbis, --answers or --endpoint, one at a time")
    with _open(store, output, user, password) as place:
        if unbis:
            found = _by_label(place, unbis, mint)
        elif answered:
            told, renewed = fulfilments(place, mint), continuations(place, mint)
            found = ({**told[0], **renewed[0]}, chain(told[1], renewed[1]))
        elif endpoint:
            asking = Asking(property_iri or SYMBOL_PROPERTY, delay_seconds=delay)
            kept = cache or Path.home() / ".cache" / "ungraph" / "answers.sqlite"
            with Answers(kept, endpoint, asking.property_iri) as answers:
                found = _by_symbol(place, endpoint, asking, answers, mint, again, quiet)
        else:
            found = (
                load_link_sets(),
                chain(iter_agent_links(place.view(), mint), iter_page_links(place.view(), mint)),
            )
        if output:
            quads = list(iter_link_quads(*found, mint))
            with open_output(output) as stream:
                stream.write(write_nquads(quads))
            return 0
        for kept_set in keep_links(place, *found, mint):
            if not quiet:
                click.echo(_line(kept_set), err=True)
    return 0


@contextmanager
def _open(
    store: str, output: Path | None, user: str | None, password: str | None
) -> Iterator[Store]:
    """The store to write to, or with an output file anything that can be read."""
    if output is None and not is_url(store):
        if not Path(store).is_dir():
            raise click.UsageError(f"{store} is no folder with a store; name a file with -o")
        with OxigraphStore(find_store(Path(store))) as place:
            yield place
        return
    with open_source(store, user=user, password=password) as place:
        yield place


def _by_label(store: Store, unbis: Path, mint: Mint) -> Found:
    thesaurus = load_thesaurus(unbis)
    day = datetime.fromtimestamp(unbis.stat().st_mtime, UTC).date().isoformat()
    links = label_links_set(day)
    view = store.view()
    found = chain(
        iter_label_links(view, mint, thesaurus, links.key),
        iter_theme_links(view, mint, thesaurus, links.key),
    )
    return {links.key: links}, found


def _by_symbol(
    store: Store,
    url: str,
    asking: Asking,
    answers: Answers,
    mint: Mint,
    again: bool,
    quiet: bool,
) -> Found:
    from ungraph.stores.endpoint import find_endpoint
    from ungraph.stores.remote import RemoteStore

    documents = list(iter_symbols(store.view(), mint))
    progress = Progress(len(documents), quiet=quiet)

    def advance(count: int) -> None:
        progress.done += count - 1
        progress.advance()

    symbols = {symbol for _, symbol in documents}
    with RemoteStore(find_endpoint(url)) as remote:
        ask_symbols(remote.view(), symbols, answers, asking, again=again, advance=advance)
    progress.clear()
    known = {value: found for value, found in answers.load().items() if value in symbols}
    links = item_links_set(url, known, asking)
    return {links.key: links}, list(iter_item_links(documents, known, links.key))


def _line(kept: Kept) -> str:
    removed = f", {kept.removed:,} no longer" if kept.removed else ""
    return f"{kept.key}: {kept.links:,} link{'' if kept.links == 1 else 's'}{removed}"
