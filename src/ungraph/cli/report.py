"""``ungraph report``: what a store holds, lacks and contradicts."""

from __future__ import annotations

import json

import click

from ungraph.cli.options import credentials, output_path, output_to
from ungraph.cli.sources import open_source
from ungraph.identifiers.mint import Mint
from ungraph.settings import load_settings
from ungraph.survey.report import format_store_report, report_store
from ungraph.writers.output import open_output

__all__ = ["command"]


@click.command("report")
@click.argument("source")
@click.option("--json", "as_json", is_flag=True, help="The whole report as JSON.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Members shown of each list; 10 by default, all with --json.",
)
@output_to
@credentials
def command(
    source: str,
    as_json: bool,
    limit: int | None,
    output: str,
    user: str | None,
    password: str | None,
) -> int:
    """Look through SOURCE (a store's folder, an endpoint, an RDF file, or -).

    Counts by type, sets of links, cited documents that were not read (the most cited first),
    links that contradict each other, and what does not fit together across documents: dates said
    and known, numbers and years, citations of what is later.

    \b
    ungraph report store/
    ungraph report store/ --json -o report.json
    """
    mint = Mint(load_settings().base_iri)
    with open_source(source, user=user, password=password) as store:
        report = report_store(store.view(), mint)
    if as_json:
        text = json.dumps(report.to_json(limit), ensure_ascii=False, indent=1) + "\n"
    else:
        text = format_store_report(report, mint, limit=10 if limit is None else limit)
    with open_output(output_path(output)) as stream:
        stream.write(text.encode())
    return 0
