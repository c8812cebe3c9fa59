"""``ungraph export``: a graph or a store in another format."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pyoxigraph as ox

from ungraph.cli.options import FORMAT, credentials, output_format, output_path, output_to
from ungraph.cli.sources import open_source
from ungraph.stores.base import Store
from ungraph.writers.formats import Format, load_formats
from ungraph.writers.output import open_output

__all__ = ["command"]

_EVIDENCE = "/evidence"


@click.command("export")
@click.argument("source")
@click.option(
    "-f",
    "--format",
    "format_",
    type=FORMAT,
    metavar="FORMAT",
    help=f"{', '.join(load_formats())}; by default told by the ending of -o, else turtle.",
)
@output_to
@click.option(
    "--graph", "graphs", multiple=True, metavar="IRI", help="Only this graph; repeatable."
)
@credentials
def command(
    source: str,
    format_: Format | None,
    output: str,
    graphs: tuple[str, ...],
    user: str | None,
    password: str | None,
) -> int:
    """Write SOURCE (an RDF file, a store's folder, an endpoint, or -) in another format.

    \b
    ungraph export graph.nq -o graph.ttl
    ungraph export store/ -f jsonld-framed -o documents.jsonld
    """
    form = output_format(format_, output)
    with (
        open_source(source, user=user, password=password) as store,
        open_output(output_path(output)) as stream,
    ):
        for piece in form.iter_pieces(_iter_parts(store, graphs)):
            stream.write(piece)
    return 0


def _iter_parts(store: Store, graphs: tuple[str, ...]) -> Iterator[list[ox.Quad]]:
    """The quads document by document: the facts of a version together with their evidence."""
    view = store.view()
    names = view.graph_names()
    owners = sorted(
        {name.removesuffix(_EVIDENCE) for name in names if not graphs or name in graphs}
    )
    unnamed = [] if graphs else [q for q in view.iter_quads() if _is_unnamed(q)]
    if unnamed:
        yield unnamed
    for owner in owners:
        wanted = [name for name in (owner, owner + _EVIDENCE) if name in names]
        yield [quad for name in wanted for quad in view.iter_quads(name)]


def _is_unnamed(quad: ox.Quad) -> bool:
    return isinstance(quad.graph_name, ox.DefaultGraph)
