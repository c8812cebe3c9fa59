"""``ungraph query``: SPARQL over a file, a store or an endpoint."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pyoxigraph as ox

from ungraph.cli.options import credentials, output_path, output_to
from ungraph.cli.sources import open_source
from ungraph.cli.tables import format_table
from ungraph.errors import DocumentError, OutputError
from ungraph.stores.base import Answer
from ungraph.writers.formats import Format, find_format, load_formats
from ungraph.writers.output import open_output

__all__ = ["command"]

_NAMES_GRAPHS = re.compile(r"\b(?:GRAPH|FROM)\b", re.IGNORECASE)
_RESULTS = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
_ROWS = ("table", *_RESULTS)


@click.command("query")
@click.argument("source")
@click.argument("query_file", required=False)
@click.option("-e", "--expression", metavar="QUERY", help="The query itself instead of a file.")
@click.option("--csv", "form", flag_value="csv", help="Short for -f csv.")
@click.option("--tsv", "form", flag_value="tsv", help="Short for -f tsv.")
@click.option("--json", "form", flag_value="json", help="Short for -f json (SPARQL results).")
@click.option("--xml", "form", flag_value="xml", help="Short for -f xml (SPARQL results).")
@click.option("--table", "form", flag_value="table", help="Short for -f table.")
@click.option(
    "-f",
    "--format",
    "form",
    metavar="FORMAT",
    help=f"Format of the answer. Rows: {', '.join(_ROWS)} (default table). What CONSTRUCT or "
    f"DESCRIBE gives: {', '.join(load_formats())} (default turtle).",
)
@output_to
@click.option("--fail-empty", is_flag=True, help="Exit with 1 when nothing is found.")
@credentials
def command(
    source: str,
    query_file: str | None,
    expression: str | None,
    form: str | None,
    output: str,
    fail_empty: bool,
    user: str | None,
    password: str | None,
) -> int:
    """Ask SOURCE the query in QUERY_FILE (or in -e).

    SOURCE is an RDF file, the folder of a store, the address of an endpoint, or - for RDF on
    standard input. Queries see all graphs together; GRAPH asks a single one.

    \b
    ungraph query graph.nq question.rq -f csv -o rows.csv
    ungraph query graph.ttl -e 'SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }'
    ungraph query http://localhost:7878 question.rq --json
    """
    form = (form or _ending(output)).lower().lstrip(".")
    if form and form not in _ROWS:
        _graph_format(form)
    sparql = _read_query(query_file, expression)
    merged = _NAMES_GRAPHS.search(sparql) is None
    with open_source(source, user=user, password=password, merged=merged) as store:
        answer = store.view().query(sparql)
        data, is_empty = _render(answer, form)
        del answer  # a result of Oxigraph must go before its store
    with open_output(output_path(output)) as stream:
        stream.write(data)
    return 1 if is_empty and fail_empty else 0


def _read_query(query_file: str | None, expression: str | None) -> str:
    if (query_file is None) == (expression is None):
        raise click.UsageError("give a query file or -e QUERY, one of the two")
    if expression is not None:
        return expression
    assert query_file is not None
    try:
        data = sys.stdin.buffer.read() if query_file == "-" else Path(query_file).read_bytes()
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise DocumentError("cannot read the query", where=query_file, why=str(why)) from error


def _ending(output: str) -> str:
    """The format that the ending of ``-o`` tells; empty when it tells none."""
    ending = Path(output).suffix.lower()
    known = {f".{name}" for name in _RESULTS} | {
        e for f in load_formats().values() for e in f.endings
    }
    return ending if ending in known else ""


def _graph_format(form: str) -> Format:
    """The format of graphs with that name or ending."""
    for name in (form, f".{form}"):
        try:
            return find_format(name)
        except OutputError:
            continue
    raise click.UsageError(
        f"no such format: {form!r}; for rows {', '.join(_ROWS)}, for graphs "
        f"{', '.join(load_formats())}"
    )


def _render(answer: Answer, form: str) -> tuple[bytes, bool]:
    """The answer as bytes, and whether it is empty. *form* as given; empty for the default."""
    if isinstance(answer, tuple):
        if form in ("table", "csv", "tsv"):
            raise click.UsageError(
                f"the query gives a graph, not rows; write it as {', '.join(load_formats())}"
            )
        quads = [ox.Quad(t.subject, t.predicate, t.object) for t in answer]
        return b"".join(_graph_format(form or "turtle").iter_pieces([quads])), not quads
    shape = form or "table"
    if shape not in _ROWS:
        kind = "yes or no" if isinstance(answer, ox.QueryBoolean) else "rows"
        raise click.UsageError(f"the query gives {kind}, not a graph; choose {', '.join(_ROWS)}")
    if isinstance(answer, ox.QueryBoolean):
        if shape in ("json", "xml"):
            return answer.serialize(format=_RESULTS[shape]) or b"", not answer
        return (b"true\n" if answer else b"false\n"), not answer
    if shape == "table":
        table = format_table(answer)
        return table.encode(), table.endswith("(0 rows)\n")
    data = answer.serialize(format=_RESULTS[shape]) or b""
    return data, _is_empty(data, shape)


def _is_empty(data: bytes, shape: str) -> bool:
    if shape == "json":
        return data.endswith(b'"bindings":[]}}')
    if shape == "xml":
        return b"<result>" not in data
    return data.count(b"\n") <= 1
