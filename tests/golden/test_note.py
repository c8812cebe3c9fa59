"""The note, frozen step by step: mentions, links, assertions, quads, report.

A wanted change is taken over with ``UNGRAPH_UPDATE_GOLDEN=1 pytest tests/golden`` and read in the
diff before it is committed.
"""

from __future__ import annotations

import dataclasses
import os
from enum import Enum
from pathlib import Path

import pytest

import ungraph
from ungraph.model.assertion import Assertions
from ungraph.model.span import Span

FOLDER = Path(__file__).parent / "a-hrc-4-60"
UPDATE = bool(os.environ.get("UNGRAPH_UPDATE_GOLDEN"))


@pytest.fixture(scope="module")
def result() -> ungraph.Result:
    return ungraph.build(Path(__file__).parents[2] / "examples" / "a-hrc-4-60.txt")


def compare(name: str, lines: list[str]) -> None:
    """*lines* against the golden file, or into it when an update is asked for."""
    path = FOLDER / name
    text = "".join(f"{line}\n" for line in lines)
    if UPDATE:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()


def cell(value: object) -> str:
    """A value as one readable cell: spans as start,end, records as name=value pairs."""
    if isinstance(value, Span):
        return f"{value.start},{value.end}"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "[" + " ".join(cell(item) for item in value) + "]"
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        inner = " ".join(
            f"{field.name}={cell(item)}"
            for field in dataclasses.fields(value)
            if (item := getattr(value, field.name)) not in (None, (), "")
        )
        return f"{type(value).__name__}({inner})"
    return str(value).replace("\n", "⏎").replace("\t", " ")


def test_mentions(result: ungraph.Result) -> None:
    compare(
        "mentions.tsv",
        [
            "\t".join((m.kind, cell(m.span), cell(m.surface), cell(m.value), m.rule))
            for m in result.mentions
        ],
    )


def test_links(result: ungraph.Result) -> None:
    compare(
        "links.tsv",
        [
            "\t".join(
                (
                    cell(link.mention.span),
                    cell(link.mention.surface),
                    str(link.target or "open"),
                    link.status,
                    link.reason,
                    cell(link.candidates),
                )
            )
            for link in result.links.links
        ],
    )


def test_assertions(result: ungraph.Result) -> None:
    lines: list[str] = []
    for group in dataclasses.fields(Assertions):
        lines.extend(
            f"{group.name}\t{cell(record)}" for record in getattr(result.assertions, group.name)
        )
    compare("assertions.tsv", lines)


def test_quads(result: ungraph.Result) -> None:
    compare("graph.nq", [f"{quad} ." for quad in result.quads()])


def test_report(result: ungraph.Result) -> None:
    report = result.report
    assert report is not None
    lines = [f"conforms: {str(report.conforms).lower()}"]
    lines.extend(cell(finding) for finding in report.findings)
    compare("report.txt", lines)
