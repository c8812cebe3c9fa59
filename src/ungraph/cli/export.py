"""``ungraph export``: a graph or a store in another format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
import pyoxigraph as ox

from ungraph.cli.options import credentials, output_format, output_path, output_to
from ungraph.cli.sources import open_source
from ungraph.errors import OutputError
from ungraph.settings import load_settings
from ungraph.stores.base import Store
from ungraph.writers.exports import Export, find_export, load_exports
from ungraph.writers.formats import Format, find_format, load_formats
from ungraph.writers.output import open_output

__all__ = ["command"]

_EVIDENCE = "/evidence"


class _AnyFormat(click.ParamType[Format | Export]):
    """The name of a format: of RDF, of networks, or of bibliographies."""

    name = "format"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Format | Export:
        if isinstance(value, Export):
            return value
        export = load_exports().get(str(value).lower())
        if export is not None or isinstance(value, Format):
            return export or value
        try:
            return find_format(str(value))
        except OutputError:
            known = ", ".join((*load_formats(), *load_exports()))
            self.fail(f"no such format: {str(value)!r}. Choose one of {known}", param, ctx)


@click.command("export")
@click.argument("source")
@click.option(
    "-f",
    "--format",
    "format_",
    type=_AnyFormat(),
    metavar="FORMAT",
    help=f"{', '.join((*load_formats(), *load_exports()))}; by default told by the ending of -o, "
    "else turtle.",
)
@output_to
@click.option(
    "--graph", "graphs", multiple=True, metavar="IRI", help="Only this graph; repeatable."
)
@credentials
def command(
    source: str,
    format_: Format | Export | None,
    output: str,
    graphs: tuple[str, ...],
    user: str | None,
    password: str | None,
) -> int:
    """Write SOURCE (an RDF file, a store's folder, an endpoint, or -) in another format.

    graphml and gexf are the citation network; csv and parquet write it as two tables, nodes and
    edges, into the folder that -o names. bibtex and csl-json list the documents that were read.

    \b
    ungraph export graph.nq -o graph.ttl
    ungraph export store/ -f jsonld-framed -o documents.jsonld
    ungraph export store/ -o citations.graphml
    ungraph export store/ -f csv -o citations/
    """
    if format_ is None and output != "-":
        format_ = find_export(output)
    if isinstance(format_, Export):
        return _export(source, format_, output, graphs, user, password)
    form = output_format(format_, output)
    with (
        open_source(source, user=user, password=password) as store,
        open_output(output_path(output)) as stream,
    ):
        for piece in form.iter_pieces(_iter_parts(store, graphs)):
            stream.write(piece)
    return 0


def _export(
    source: str,
    export: Export,
    output: str,
    graphs: tuple[str, ...],
    user: str | None,
    password: str | None,
) -> int:
    """A network or a bibliography of the whole source."""
    from ungraph.survey.network import Network

    if graphs:
        raise click.UsageError(f"{export.name} is made of the whole source; leave out --graph")
    if export.folder and output == "-":
        raise click.UsageError(f"{export.name} writes two files; name a folder with -o")
    with open_source(source, user=user, password=password) as store:
        network = Network(store.view(), load_settings().base_iri)
        export.write(network.source, output_path(output))
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
