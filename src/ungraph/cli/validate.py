"""``ungraph validate``: a graph against the shapes."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from ungraph.cli.options import output_path, output_to
from ungraph.cli.reports import format_report
from ungraph.cli.sources import open_source, quads_of
from ungraph.model.report import Report, Severity
from ungraph.settings import EVIDENCE_LEVELS, load_settings
from ungraph.validation.shacl import ENGINES, validate
from ungraph.writers.output import open_output

__all__ = ["command"]


@click.command("validate")
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="pyshacl",
    show_default=True,
    help="What checks the shapes; auto takes the fast one where it is installed.",
)
@click.option(
    "--evidence", type=click.Choice(EVIDENCE_LEVELS), help="The level the graph was built with."
)
@click.option("--base", metavar="IRI", help="The base IRI the graph was built with.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
@click.option("--strict", is_flag=True, help="Exit with 1 for warnings too.")
@output_to
def command(
    sources: tuple[str, ...],
    engine: str,
    evidence: str | None,
    base: str | None,
    as_json: bool,
    strict: bool,
    output: str,
) -> int:
    """Check SOURCES (RDF files, a store's folder, or -) against the shapes, all together.

    Exit code 0 when the graph conforms, 1 when it has violations.
    """
    settings = load_settings()
    quads = []
    for source in sources:
        with open_source(source) as store:
            quads += quads_of(store)
    report = validate(
        quads,
        base=base or settings.base_iri,
        engine=engine,
        evidence=evidence or settings.evidence,
    )
    text = _as_json(report) if as_json else format_report(report)
    with open_output(output_path(output)) as stream:
        stream.write(text.encode())
    return 0 if report.conforms and not (strict and report.count(Severity.WARNING)) else 1


def _as_json(report: Report) -> str:
    findings = [asdict(finding) for finding in report.findings]
    return (
        json.dumps(
            {"conforms": report.conforms, "findings": findings}, ensure_ascii=False, indent=1
        )
        + "\n"
    )
