"""pyshifty as an engine: compiled shapes, for builds of many documents (extra ``fast``)."""

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
    engine = _load_engine(base, evidence)
    options: dict[str, Any] = {"graph_mode": "data", "infer": False}
    data = pyoxigraph.serialize(
        (quad.triple for quad in quads), format=pyoxigraph.RdfFormat.N_TRIPLES
    )
    # The short answer is cheap, and says all there is to say of a value that is missing. The full
    # report is made only for the shapes that found something else.
    others: set[str] = set()
    for violation in engine.validator.validate_algebra(data, **options).violations:
        missing = [engine.find_missing(violation, reason) for reason in violation.reasons]
        if missing and None not in missing:
            yield from (finding for finding in missing if finding is not None)
        else:
            others.add(violation.shape_name)
    if others:
        _, report, _ = engine.validator.validate(data, shape_names=sorted(others), **options)
        for result in report.objects(None, SH.result):
            yield _to_finding(report, result)


@dataclass(frozen=True, slots=True)
class _Engine:
    """Compiled shapes, and the property shapes that ask for a value, by shape and path."""

    validator: Any
    required: Mapping[tuple[str, str], Finding]
    prefixes: Mapping[str, str]

    def find_missing(self, violation: Any, reason: Any) -> Finding | None:
        """The finding of a value that is not there; None when something else is wrong."""
        if reason.observed_count != 0 or not reason.path:
            return None
        pattern = self.required.get((violation.shape_name, self._expand(reason.path)))
        if pattern is None:
            return None
        return Finding(
            focus_node=_strip(violation.focus_node),
            path=pattern.path,
            value=None,
            severity=pattern.severity,
            shape=pattern.shape,
            message=pattern.message,
        )

    def _expand(self, path: str) -> str:
        prefix, colon, name = path.partition(":")
        if path.startswith("<") or not colon or prefix not in self.prefixes:
            return path.strip("<>")
        return self.prefixes[prefix] + name


@cache
def _load_engine(base: str, evidence: str) -> _Engine:
    if not is_available():
        raise MissingExtraError(
            "the engine pyshifty is not installed",
            advice="Install it with: pip install 'ungraph[fast]', or use the engine pyshacl",
        )
    import shifty

    text = load_shapes(base, evidence)
    shapes = rdflib.Graph(bind_namespaces="none").parse(data=text, format="turtle")
    return _Engine(
        shifty.PreparedValidator(text),
        dict(_iter_required(shapes)),
        {prefix: str(namespace) for prefix, namespace in shapes.namespaces()},
    )


def _iter_required(shapes: rdflib.Graph) -> Iterator[tuple[tuple[str, str], Finding]]:
    for node_shape, property_shape in shapes.subject_objects(SH.property):
        if shapes.value(property_shape, SH.minCount) is None:
            continue
        path = str(shapes.value(property_shape, SH.path))
        yield (
            (str(node_shape), path),
            Finding(
                focus_node="",
                path=path,
                value=None,
                severity=_severity(shapes.value(property_shape, SH.severity)),
                shape=str(property_shape),
                message=str(shapes.value(property_shape, SH.message)),
            ),
        )


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


def _strip(term: str) -> str:
    return "_:" if term.startswith("_:") else term.strip("<>")
