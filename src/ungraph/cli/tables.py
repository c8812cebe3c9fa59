"""Answers of SELECT as a table that people can read."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence

import pyoxigraph as ox

from ungraph.namespaces import BASE_IRI, PREFIXES

__all__ = ["format_cell", "format_iri", "format_table"]

_SHORT = {**{iri: f"{name}:" for name, iri in PREFIXES.items()}, f"{BASE_IRI}id/": ""}
_LEAST_CELL_CHARS = 16
_PLAIN_COLUMNS = 120
_LEAST_VALUE_CHARS = 40


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
    """The whole answer; drawn with lines on a terminal, in plain columns elsewhere.

    Rows that are wider than the window are written one below the other.
    """
    head = [variable.value for variable in answer.variables]
    rows = [[format_cell(term) for term in solution] for solution in answer]
    if sys.stdout.isatty() if to_terminal is None else to_terminal:
        return _drawn(head, rows)
    return _plain(head, rows)


def _plain(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side, long cells over several lines; one value a line where that is too narrow."""
    natural = [max(len(row[i]) for row in (head, *rows)) for i in range(len(head))]
    widths = _fit(natural, _plain_columns() - 2 * (len(head) - 1))
    if any(
        width < min(full, _LEAST_CELL_CHARS) for width, full in zip(widths, natural, strict=True)
    ):
        return _records(head, rows)
    lines = [*_wrap_row(head, widths), "  ".join("-" * width for width in widths)]
    for row in rows:
        lines += _wrap_row(row, widths)
    return "\n".join(line.rstrip() for line in lines) + f"\n({_count(len(rows))})\n"


def _fit(natural: Sequence[int], available: int) -> list[int]:
    """Widths that share *available* columns: short ones as they are, the others evenly."""
    widths = list(natural)
    left, waiting = available, sorted(range(len(natural)), key=lambda i: natural[i])
    while waiting:
        share = max(1, left // len(waiting))
        column = waiting.pop(0)
        widths[column] = min(natural[column], share)
        left -= widths[column]
    return widths


def _wrap_row(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The lines of one row."""
    cells = [textwrap.wrap(c, w) or [""] for c, w in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    return [
        "  ".join(
            (cell[i] if i < len(cell) else "").ljust(w)
            for cell, w in zip(cells, widths, strict=True)
        )
        for i in range(height)
    ]


def _records(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows too wide for columns, one below the other: a line for each value, nothing cut."""
    indent = max(map(len, head)) + 2
    width = max(_plain_columns(), indent + _LEAST_VALUE_CHARS)
    lines = []
    for number, row in enumerate(rows, 1):
        lines.append(f"-- {number} --")
        for name, cell in zip(head, row, strict=True):
            if cell:
                wrapped = textwrap.wrap(
                    cell, width - indent, break_long_words=False, break_on_hyphens=False
                )
                lines.append(name.ljust(indent) + f"\n{' ' * indent}".join(wrapped))
    return "\n".join(lines) + f"\n({_count(len(rows))})\n"


def _plain_columns() -> int:
    """How wide plain output may be: COLUMNS, else what a wide window shows."""
    return shutil.get_terminal_size(fallback=(_PLAIN_COLUMNS, 24)).columns


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


def _count(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows:,} rows"
