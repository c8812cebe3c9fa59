"""Validation with SHACL: quads of one document → Report."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from pyoxigraph import Quad

from ungraph.errors import DataError
from ungraph.model.report import Report
from ungraph.namespaces import BASE_IRI
from ungraph.validation.statements import Statements

__all__ = ["ENGINES", "validate"]

ENGINES = ("pyshacl", "pyshifty", "auto")


def validate(
    graph: Iterable[Quad] | bytes | Statements,
    *,
    base: str = BASE_IRI,
    engine: str = "pyshacl",
    evidence: str = "full",
) -> Report:
    """What the shapes find in the union of all graphs of quads.

    Give the quads of one document, all its graphs together: as they are, as canonical N-Quads or
    as statements. *base* is the base IRI the graph was minted under. *engine* is "pyshacl" (the
    reference), "pyshifty" (faster; an extra) or "auto" (pyshifty where it is installed).
    *evidence* is the level the graph was built with: "full", "compact" or "none"; a smaller level
    leaves out the shapes for what is then not there.

    Raises DataError for another engine or level, MissingExtraError for an engine that is not
    installed.
    """
    if engine not in ENGINES:
        raise DataError(f"no such engine: {engine!r}", advice=f"Use one of {', '.join(ENGINES)}")
    if engine == "pyshifty" or (engine == "auto" and find_spec("shifty") is not None):
        from ungraph.validation.pyshifty_engine import iter_findings
    else:  # imported where needed: either engine takes longer to import than to run once
        from ungraph.validation.pyshacl_engine import iter_findings
    return Report.of(iter_findings(graph, base=base, evidence=evidence))
