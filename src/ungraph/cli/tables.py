"""Answers of SELECT as a table that people can read."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pyoxigraph as ox

from ungraph.namespaces import BASE_IRI, PREFIXES

__all__ = ["format_cell", "format_iri", "format_table"]

_SHORT = {**{iri: f"{name}:" for name, iri in PREFIXES.items()}, f"{BASE_IRI}id/": ""}
_PLAIN_CELL_CHARS = 60


def format_cell(term: object) -> str:
    """A term as a table shows it: a literal's words, an IRI cut short, nothing for unbound.

    >>> format_cell(ox.NamedNode("https://w3id.org/ungraph/id/agent/hrc"))
    'agent/hrc'
    """
    if isinstance(term, ox.NamedNode):
        return format_iri(term.value)
    if isinstance(term, ox.Literal):
        return " ".join(term.value.split())
    return "" if term is None else str(term)


def format_iri(iri: str) -> str:
    """An IRI cut short by our prefixes; those of our own things lose their base.

    >>> format_iri("http://purl.org/dc/terms/title")
    'dcterms:title'
    """
    for start, short in _SHORT.items():
        if iri.startswith(start):
            return short + iri[len(start) :]
    return iri


def format_table(answer: ox.QuerySolutions, *, to_terminal: bool | None = None) -> str:
    """The whole answer; drawn with lines on a terminal, in plain columns elsewhere."""
    head = [variable.value for variable in answer.variables]
    rows = [[format_cell(term) for term in solution] for solution in answer]
    if sys.stdout.isatty() if to_terminal is None else to_terminal:
        return _drawn(head, rows)
    return _plain(head, rows)


def _plain(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    cut = [[_shorten(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[i]) for row in cut) for i in range(len(head))]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in cut]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines) + f"\n({_count(len(rows))})\n"


def _drawn(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*head, show_lines=True, caption=_count(len(rows)), caption_justify="left")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console()
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def _shorten(cell: str) -> str:
    return cell if len(cell) <= _PLAIN_CELL_CHARS else cell[: _PLAIN_CELL_CHARS - 1] + "…"


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"
