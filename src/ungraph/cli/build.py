"""``ungraph build``: documents in, their graph out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click
import pyoxigraph as ox

from ungraph.batch.collection import Collection
from ungraph.batch.corpus import Corpus
from ungraph.batch.engines import default_jobs
from ungraph.batch.members import iter_groups
from ungraph.batch.outcome import Outcome, build_one
from ungraph.batch.sources import Source, find_sources, read_bytes
from ungraph.batch.tally import Tally
from ungraph.batch.workers import iter_outcomes
from ungraph.cli.corpora import build_corpus
from ungraph.cli.options import FORMAT, output_format, output_path, output_to
from ungraph.cli.progress import Progress
from ungraph.cli.summaries import format_summary
from ungraph.errors import DocumentError, LimitError
from ungraph.pipeline import BuildOptions
from ungraph.plugins import load_extractors
from ungraph.readers.limits import Limits
from ungraph.settings import EVIDENCE_LEVELS, load_settings
from ungraph.validation.shacl import ENGINES
from ungraph.writers.formats import Format, load_formats
from ungraph.writers.output import open_output

__all__ = ["command"]

_STDIN = "standard input"


@click.command("build")
@click.argument("inputs", nargs=-1, required=True)
@output_to
@click.option(
    "-f",
    "--format",
    "format_",
    type=FORMAT,
    metavar="FORMAT",
    help=f"{', '.join(load_formats())}; by default told by the ending of -o, else turtle.",
)
@click.option(
    "--evidence",
    type=click.Choice(EVIDENCE_LEVELS),
    help="How much of the words each statement rests on is written; full by default.",
)
@click.option("--base", metavar="IRI", help="Start of all IRIs that are made.")
@click.option("--symbol", help="Symbol of a document that does not say it, such as A/HRC/4/60.")
@click.option(
    "--language",
    type=click.Choice(("ar", "en", "es", "fr", "ru", "zh")),
    help="Language of documents that do not show it.",
)
@click.option("-j", "--jobs", type=click.IntRange(1), help="Worker processes; one per processor.")
@click.option("--no-validate", is_flag=True, help="Do not check the graphs against the shapes.")
@click.option(
    "--shacl",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="What checks the shapes; auto takes the fast one where it is installed.",
)
@click.option(
    "--store",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Keep a store there and bring it up to date: only what is new or changed is built.",
)
@click.option(
    "--extractor",
    "extractors",
    multiple=True,
    metavar="NAME",
    help="An installed outside extractor that may add acts; may be given again.",
)
@click.option(
    "--engine",
    type=click.Choice(("local", "dask")),
    default="local",
    show_default=True,
    help="With --store: build by processes of this machine, or on the cluster of --cluster.",
)
@click.option("--cluster", metavar="ADDRESS", help="Scheduler of a Dask cluster: tcp://host:8786.")
@click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=NUMBER",
    callback=lambda _context, _option, given: _parse_limits(given),
    help="Raise or lower a limit on one document: max_bytes, max_chars, max_pages …; may be given"
    " again.",
)
@click.option("--retry-failed", is_flag=True, help="With --store: try failed documents again.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary, only failures.")
def command(
    inputs: tuple[str, ...],
    output: str,
    format_: Format | None,
    evidence: str | None,
    base: str | None,
    symbol: str | None,
    language: str | None,
    jobs: int | None,
    no_validate: bool,
    shacl: str,
    engine: str,
    cluster: str | None,
    store: Path | None,
    extractors: tuple[str, ...],
    limits: Limits,
    retry_failed: bool,
    quiet: bool,
) -> int:
    """Read the documents in INPUTS (files, folders, archives, or - for one document) and write
    their graph.

    A document that cannot be read is reported at the end and stops no other.

    \b
    ungraph build note.txt -o note.ttl
    ungraph build documents/ -o graph.nq --jobs 4
    ungraph build documents/ --store corpus/
    """
    settings = load_settings()
    options = BuildOptions(
        symbol=symbol,
        language=language,
        base=base or settings.base_iri,
        evidence=evidence or settings.evidence,
        validate=not no_validate,
        engine=shacl,
        extractors=extractors,
        limits=limits,
    )
    load_extractors(extractors)
    if store is not None:
        if symbol or output != "-" or "-" in inputs:
            raise click.UsageError(
                "--store goes with files and folders, not with -o, --symbol or -"
            )
        if (engine == "dask") != (cluster is not None):
            raise click.UsageError("--engine dask and --cluster ADDRESS go together")
        corpus = Corpus(store, options, jobs=jobs or default_jobs(), cluster=cluster)
        paths = [Path(name) for name in inputs]
        return build_corpus(corpus, paths, retry_failed=retry_failed, quiet=quiet)
    form = output_format(format_, output)
    sources, left_out = _find(inputs)
    if symbol and len(sources) > 1:
        raise click.UsageError("--symbol is for a single document")
    progress = Progress(len(sources), quiet=quiet)
    collection = Collection(options.base)
    outcomes = _watch(_iter_built(sources, options, jobs or default_jobs()), progress)
    lines = _begun(collection.iter_lines(outcomes))
    _refuse_nothing(collection.tally)
    with open_output(output_path(output)) as stream:
        for piece in lines if form.name == "nquads" else form.iter_pieces(_parts(lines)):
            stream.write(piece)
    click.echo(format_summary(collection.tally, left_out, quiet=quiet), err=True, nl=False)
    return 0 if collection.tally.is_clean else 1


def _parse_limits(settings: tuple[str, ...]) -> Limits:
    try:
        return Limits.parse(settings)
    except LimitError as error:
        raise click.BadParameter(str(error)) from None


def _find(inputs: tuple[str, ...]) -> tuple[list[Source], list[str]]:
    """The sources to build, and the names of what was left out of folders."""
    if "-" in inputs:
        if len(inputs) > 1:
            raise click.UsageError("- stands for one document and must stand alone")
        return [Source(_STDIN, Path("-"))], []
    sources, left_out = find_sources(Path(name) for name in inputs)
    if not sources:
        raise DocumentError(
            "no documents found",
            where=" ".join(inputs),
            why=f"the {len(left_out)} files there hold none" if left_out else "nothing is there",
            advice="Name a file to have it read whatever its ending",
        )
    return sources, left_out


def _iter_built(sources: list[Source], options: BuildOptions, jobs: int) -> Iterator[Outcome]:
    """One document is built here, more of them, and those of archives, by worker processes."""
    if sources[0].name == _STDIN:
        yield build_one(sources[0], sys.stdin.buffer.read(), options)
        return
    for group in iter_groups(sources, options.limits):
        if len(group) > 1 or group[0].problem:
            yield from iter_outcomes(group, options, jobs=jobs)
        else:
            data = group[0].data
            yield build_one(group[0], read_bytes(group[0].path) if data is None else data, options)


def _begun(lines: Iterator[bytes]) -> Iterator[bytes]:
    """*lines*, with the first document built already: no output is begun for nothing."""
    first = next(lines, None)
    return chain(() if first is None else (first,), lines)


def _parts(lines: Iterable[bytes]) -> Iterator[list[ox.Quad]]:
    """Quads document by document, for the formats that are no lines."""
    for piece in lines:
        yield list(ox.parse(piece, format=ox.RdfFormat.N_QUADS, lenient=True))


def _refuse_nothing(tally: Tally) -> None:
    """When nothing could be built there is no result; the reasons are the error."""
    if tally.documents:
        return
    for name, reason in tally.failures[1:]:
        click.echo(f"ungraph: {name}: {reason}", err=True)
    name, reason = tally.failures[0]
    raise DocumentError(reason if name in reason or name == _STDIN else f"{name}: {reason}")


def _watch(outcomes: Iterable[Outcome], progress: Progress) -> Iterator[Outcome]:
    try:
        for outcome in outcomes:
            progress.advance(failed=not outcome.built)
            yield outcome
    finally:
        progress.clear()
