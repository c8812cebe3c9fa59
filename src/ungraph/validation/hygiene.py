"""Hygiene: runs the rules of ``ontology/hygiene`` over the ontology, alone or with a graph.

A rule is a query whose rows are faults; its comments say what it asks for, how grave a fault is
and what usually causes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Quad, QuerySolutions, Store

from ungraph.errors import DataError
from ungraph.model.report import Finding, Report, Severity
from ungraph.namespaces import BASE_IRI
from ungraph.resources import find_folder
from ungraph.validation.ontology import load_ontology

__all__ = ["HygieneRule", "check_hygiene", "load_hygiene_rules"]

_COMMENT = re.compile(r"# *(.*)")


@dataclass(frozen=True, slots=True)
class HygieneRule:
    """One rule: its file's name, what it asks for, and the query that finds faults."""

    name: str
    promise: str
    cause: str
    severity: Severity
    query: str


@cache
def load_hygiene_rules(base: str = BASE_IRI) -> tuple[HygieneRule, ...]:
    """The rules by name, with our namespace below *base*.

    Raises DataError for a file that does not begin with its three comments.
    """
    return tuple(
        _read_rule(path.stem, path.read_text(encoding="utf-8").replace(BASE_IRI, base))
        for path in sorted((find_folder("ontology") / "hygiene").glob("*.rq"))
    )


def _read_rule(name: str, text: str) -> HygieneRule:
    comments = [found[1] for found in map(_COMMENT.match, text.splitlines()) if found]
    stated = dict(line.split(": ", 1) for line in comments if ": " in line)
    if not comments or "severity" not in stated or "usual cause" not in stated:
        raise DataError(
            "a rule must begin with what it asks for, its severity and its usual cause",
            where=f"ontology/hygiene/{name}.rq",
        )
    severity = Severity(stated["severity"])
    return HygieneRule(name, comments[0], stated["usual cause"], severity, text)


def check_hygiene(quads: Iterable[Quad] = (), *, base: str = BASE_IRI) -> Report:
    """What the rules find in the ontology and in the union of all graphs of *quads*."""
    store = Store()
    store.bulk_extend(load_ontology(base))
    store.extend(quads)
    return Report.of(
        finding
        for rule in load_hygiene_rules(base)
        for finding in _iter_findings(store, rule, base)
    )


def _iter_findings(store: Store, rule: HygieneRule, base: str) -> Iterator[Finding]:
    rows = store.query(rule.query, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    for row in rows:
        cells = [getattr(cell, "value", None) for cell in row]
        yield Finding(
            focus_node=cells[0] or "",
            path=None,
            value=cells[1] if len(cells) > 1 else None,
            severity=rule.severity,
            shape=f"{base}hygiene/{rule.name}",
            message=f"{rule.promise} Usual cause: {rule.cause}",
            source="hygiene",
        )
