"""``ungraph explain``: why a statement stands in the graph."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import click

from ungraph.cli.options import credentials, output_path, output_to
from ungraph.cli.sources import open_source, part_source
from ungraph.errors import DocumentError
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.explanations import explain, format_explanation
from ungraph.inquiry.lookup import Lookup
from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.settings import load_settings
from ungraph.writers.output import open_output

__all__ = ["command"]


@click.command("explain")
@click.argument("given", nargs=-1, required=True, metavar="SOURCE IRI")
@click.option(
    "--in", "source", metavar="SOURCE", help="The source, where only the IRI is given before it."
)
@click.option(
    "--document",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The document it came from: adds how each name in the words was read.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--base", metavar="IRI", help="The base IRI the graph was built with.")
@output_to
@credentials
def command(
    given: tuple[str, ...],
    source: str | None,
    document: Path | None,
    as_json: bool,
    base: str | None,
    output: str,
    user: str | None,
    password: str | None,
) -> int:
    """Print the words IRI rests on, with their parts marked, the rule, and every reason.

    SOURCE is an RDF file, the folder of a store, the address of an endpoint, or - for RDF on
    standard input. IRI may be short: a symbol and the fragment of a record.

    \b
    ungraph explain graph.nq 'A/HRC/4/60#act-440dadd87ab2'
    ungraph explain graph.nq 'A/HRC/4/60#act-440dadd87ab2' --document note.txt
    ungraph explain store/ 'A/HRC/4/60#outcome-2f5d3c1b7a90' --json
    """
    source, thing = part_source(given, source)
    chosen = base or load_settings().base_iri
    with open_source(source, user=user, password=password) as store:
        lookup = Lookup(store.view(), Mint(chosen))
        result = _build(document, chosen) if document else None
        told = explain(lookup, lookup.find(thing), result)
    text = (
        json.dumps(dataclasses.asdict(told), ensure_ascii=False, indent=2) + "\n"
        if as_json
        else format_explanation(told)
    )
    with open_output(output_path(output)) as stream:
        stream.write(text.encode())
    return 0


def _build(path: Path, base: str) -> Result:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            "could not read the document", where=str(path), why=str(error.strerror)
        ) from None
    return build_document(data, name=path.name, options=BuildOptions(base=base, validate=False))
