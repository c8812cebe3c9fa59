"""``ungraph follow``: what became of a request."""

from __future__ import annotations

import click

from ungraph.cli.options import credentials, output_path, output_to
from ungraph.cli.sources import open_source, part_source
from ungraph.identifiers.mint import Mint
from ungraph.inquiry.chain_forms import format_json, format_mermaid, format_text
from ungraph.inquiry.chains import follow
from ungraph.inquiry.lookup import Lookup
from ungraph.settings import load_settings
from ungraph.writers.output import open_output

__all__ = ["command"]

_FORMS = {"text": format_text, "json": format_json, "mermaid": format_mermaid}


@click.command("follow")
@click.argument("given", nargs=-1, required=True, metavar="SOURCE SYMBOL|IRI")
@click.option(
    "--in",
    "source",
    metavar="SOURCE",
    help="The source, where only the symbol or IRI is given before it.",
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
    given: tuple[str, ...],
    source: str | None,
    form: str,
    base: str | None,
    output: str,
    user: str | None,
    password: str | None,
) -> int:
    """Print what became of a request: the chain from a document, a mandate or an act over reports
    and meetings to the outcome.

    SOURCE is an RDF file, the folder of a store, the address of an endpoint, or - for RDF on
    standard input. What is followed is a symbol, or the address of a mandate or an act, which may
    be short: a symbol and the fragment of a record. In a store, run "ungraph link STORE --answers"
    first (a build into a store does): it ties reports to the requests they answer and renewals to
    the mandates they carry on.

    \b
    ungraph follow store/ E/CN.4/RES/2005/11
    ungraph follow store/ 'S/RES/2514(2020)#mandate-a47e6e2b40cf'
    ungraph follow graph.nq A/HRC/DEC/2/102 --format mermaid -o chain.mmd
    ungraph follow http://localhost:7878 A/RES/60/251 --format json
    """
    source, thing = part_source(given, source)
    with open_source(source, user=user, password=password) as store:
        lookup = Lookup(store.view(), Mint(base or load_settings().base_iri))
        text = _FORMS[form](follow(lookup, lookup.find(thing)))
    with open_output(output_path(output)) as stream:
        stream.write(text.encode())
    return 0
