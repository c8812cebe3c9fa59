"""``ungraph follow``: what became of a request."""

from __future__ import annotations

import click

from ungraph.cli.options import credentials, output_path, output_to
from ungraph.cli.sources import open_source
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.chain_forms import format_json, format_mermaid, format_text
from ungraph.inquiry.chains import follow
from ungraph.inquiry.lookup import Lookup
from ungraph.settings import load_settings
from ungraph.writers.output import open_output

__all__ = ["command"]

_FORMS = {"text": format_text, "json": format_json, "mermaid": format_mermaid}


@click.command("follow")
@click.argument("thing", metavar="SYMBOL|IRI")
@click.option(
    "--in", "source", required=True, metavar="SOURCE", help="An RDF file, a store or an endpoint."
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(_FORMS)),
    default="text",
    show_default=True,
    help="How the chain is printed.",
)
@click.option("--base", metavar="IRI", help="The base IRI the graph was built with.")
@output_to
@credentials
def command(
    thing: str,
    source: str,
    form: str,
    base: str | None,
    output: str,
    user: str | None,
    password: str | None,
) -> int:
    """Print the chain from a document, a mandate or an act: request, report, meeting, outcome.

    \b
    ungraph follow E/CN.4/RES/2005/11 --in store/
    ungraph follow A/HRC/DEC/2/102 --in graph.nq --format mermaid -o chain.mmd
    """
    with open_source(source, user=user, password=password) as store:
        lookup = Lookup(store.view(), Mint(base or load_settings().base_iri))
        text = _FORMS[form](follow(lookup, lookup.find(thing)))
    with open_output(output_path(output)) as stream:
        stream.write(text.encode())
    return 0
