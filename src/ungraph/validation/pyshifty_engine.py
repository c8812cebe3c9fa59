"""pyshifty as an engine: compiled shapes, for builds of many documents (extra ``fast``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from typing import Any

import pyoxigraph
from rdflib.namespace import SH
from rdflib.term import BNode

from ungraph.errors import MissingExtraError
from ungraph.model.report import Finding, Severity
from ungraph.validation.shapes import load_shapes

__all__ = ["is_available", "iter_findings"]


def is_available() -> bool:
    """Whether pyshifty is installed."""
    return find_spec("shifty") is not None


def iter_findings(
    quads: Iterable[pyoxigraph.Quad], *, base: str, evidence: str
) -> Iterator[Finding]:
    """The results of pyshifty on the union of all graphs of *quads*.

    Raises MissingExtraError when pyshifty is not installed.
    """
    validator = _load_validator(base, evidence)
    data = pyoxigraph.serialize(
        {quad.triple for quad in quads}, format=pyoxigraph.RdfFormat.N_TRIPLES
    )
    # The short answer is cheap; the full report is made for the shapes that found something.
    options: dict[str, Any] = {"graph_mode": "data", "infer": False}
    found = validator.validate_algebra(data, **options).violations
    if found:
        names = sorted({violation.shape_name for violation in found})
        _, report, _ = validator.validate(data, shape_names=names, **options)
        for result in report.objects(None, SH.result):
            yield _to_finding(report, result)


@cache
def _load_validator(base: str, evidence: str) -> Any:
    if not is_available():
        raise MissingExtraError(
            "the engine pyshifty is not installed",
            advice="Install it with: pip install 'ungraph[fast]', or use the engine pyshacl",
        )
    import shifty

    return shifty.PreparedValidator(load_shapes(base, evidence))


def _to_finding(report: Any, result: Any) -> Finding:
    def text(predicate: Any) -> str | None:
        value = report.value(result, predicate)
        return "_:" if isinstance(value, BNode) else None if value is None else str(value)

    return Finding(
        focus_node=text(SH.focusNode) or "",
        path=text(SH.resultPath),
        value=text(SH.value),
        severity=Severity((text(SH.resultSeverity) or "").rpartition("#")[2]),
        shape=text(SH.sourceShape) or "",
        message=text(SH.resultMessage) or "",
    )
