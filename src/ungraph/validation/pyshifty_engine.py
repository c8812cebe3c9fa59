"""pyshifty as an engine: compiled shapes, for builds of many documents (extra ``fast``).

What a comparison of terms settles is settled before (``screening``). The engine judges the other
shapes, and gets only the statements that those can speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

import pyoxigraph
import rdflib
from rdflib.namespace import SH
from rdflib.term import BNode, Node

from ungraph.errors import MissingExtraError
from ungraph.model.report import Finding, Severity
from ungraph.validation.reach import Reach, load_reach, select_statements
from ungraph.validation.screening import Screen, load_screen
from ungraph.validation.shapes import load_shapes
from ungraph.validation.statements import Statements, load_statements

__all__ = ["is_available", "iter_findings", "iter_findings_of"]


def is_available() -> bool:
    """Whether pyshifty is installed."""
    return find_spec("shifty") is not None


def iter_findings(
    graph: Iterable[pyoxigraph.Quad] | bytes | Statements, *, base: str, evidence: str
) -> Iterator[Finding]:
    """The results of pyshifty on the union of all graphs of quads, N-Quads or statements.

    Raises MissingExtraError when pyshifty is not installed.
    """
    return iter_findings_of(load_shapes(base, evidence), load_statements(graph))


def iter_findings_of(shapes: str, data: Statements) -> Iterator[Finding]:
    """The results on *data* of the *shapes* given as Turtle; they are compiled once."""
    engine = _load_engine(shapes)
    findings, still_open = engine.screen.run(data)
    yield from findings
    if not still_open:
        return
    options: dict[str, Any] = {
        "graph_mode": "data",
        "infer": False,
        "shape_names": list(still_open),
    }
    text = select_statements(data, engine.reach, still_open)
    if engine.validator.validate_algebra(text, **options).conforms:
        return  # the full report takes longer
    _, report, _ = engine.validator.validate(text, **options)
    for result in report.objects(None, SH.result):
        yield _to_finding(report, result)


@dataclass(frozen=True, slots=True)
class _Engine:
    """Compiled shapes, what needs no engine, and the predicates that a shape speaks of."""

    validator: Any
    screen: Screen
    reach: Mapping[str, Reach | None]


@cache
def _load_engine(shapes: str) -> _Engine:
    if not is_available():
        raise MissingExtraError(
            "the engine pyshifty is not installed",
            advice="Install it with: pip install 'ungraph[fast]', or use the engine pyshacl",
        )
    import shifty

    graph = rdflib.Graph(bind_namespaces="none").parse(data=shapes, format="turtle")
    return _Engine(shifty.PreparedValidator(shapes), load_screen(graph), load_reach(graph))


def _to_finding(report: rdflib.Graph, result: Node) -> Finding:
    def text(predicate: Node) -> str | None:
        value = report.value(result, predicate)
        return "_:" if isinstance(value, BNode) else None if value is None else str(value)

    return Finding(
        focus_node=text(SH.focusNode) or "",
        path=text(SH.resultPath),
        value=text(SH.value),
        severity=_severity(report.value(result, SH.resultSeverity)),
        shape=text(SH.sourceShape) or "",
        message=text(SH.resultMessage) or "",
    )


def _severity(term: Node | None) -> Severity:
    return Severity(str(term).rpartition("#")[2])
