"""How the two engines stand to the W3C tests of SHACL Core, and to each other.

    python benchmarks/shacl_suite.py FOLDER

FOLDER is ``data-shapes-test-suite/tests/core`` of github.com/w3c/data-shapes, which pySHACL's
source archive holds too (``test/resources/sht_tests/core``). Each test is a file with data, shapes
and the report that is expected; a report is compared by focus node, path, value, shape and
severity, blank nodes being all the same.
"""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH, Namespace
from rdflib.term import BNode, Node

from ungraph.model.report import Finding
from ungraph.validation import pyshacl_engine, pyshifty_engine
from ungraph.validation.statements import load_statements

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
SHT = Namespace("http://www.w3.org/ns/shacl-test#")

Result = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One test; *expected* is None where the shapes are to be refused."""

    name: str
    data: bytes
    shapes: str
    expected: frozenset[Result] | None


def main() -> None:
    """Print the table."""
    logging.disable(logging.CRITICAL)  # rdflib tells of every literal that is ill-formed on purpose
    folder = Path(sys.argv[1])
    engines: dict[str, Callable[[Case], frozenset[Result]]] = {
        "pyshacl": run_pyshacl,
        "pyshifty": run_pyshifty,
    }
    passed: Counter[str] = Counter()
    differing: list[str] = []
    cases = [case for path in sorted(folder.rglob("*.ttl")) for case in iter_cases(path, folder)]
    for case in cases:
        results = {name: outcome(run, case) for name, run in engines.items()}
        for name, result in results.items():
            passed[name] += result == case.expected
            if result != case.expected:
                print(f"{name} differs from the suite: {case.name}")
        if results["pyshacl"] != results["pyshifty"]:
            differing.append(case.name)
    print(f"{len(cases)} tests; passed: {dict(passed)}; engines differ on {differing or 'none'}")


def outcome(run: Callable[[Case], frozenset[Result]], case: Case) -> frozenset[Result] | None:
    """What an engine finds; None when it refuses the shapes."""
    try:
        return run(case)
    except (RuntimeError, ValueError) as error:  # the shapes are refused
        print(f"  {case.name}: {type(error).__name__}: {error}"[:160])
        return None


def iter_cases(path: Path, folder: Path) -> Iterator[Case]:
    """The tests of one file; the manifests have none."""
    graph = read_graph(path)
    for test in graph.subjects(RDF.type, SHT.Validate):
        action = graph.value(test, MF.action)
        data, shapes = (
            read_graph(local_path(graph.value(action, which)))
            for which in (SHT.dataGraph, SHT.shapesGraph)
        )
        report = graph.value(test, MF.result)
        yield Case(
            path.relative_to(folder).as_posix(),
            data.serialize(format="nt").encode(),
            shapes.serialize(format="turtle"),
            None if report == SHT.Failure else frozenset(iter_expected(graph, report)),
        )


def read_graph(path: Path) -> rdflib.Graph:
    """A Turtle file; relative addresses are below its own."""
    return rdflib.Graph(bind_namespaces="none").parse(path, publicID=path.resolve().as_uri())


def local_path(node: Node | None) -> Path:
    """The file that a graph of a test is in."""
    return Path(str(node).removeprefix("file://"))


def iter_expected(graph: rdflib.Graph, report: Node | None) -> Iterator[Result]:
    """The results that the suite expects."""
    for result in graph.objects(report, SH.result):
        terms = [
            graph.value(result, predicate)
            for predicate in (SH.focusNode, SH.resultPath, SH.value, SH.sourceShape)
        ]
        severity = str(graph.value(result, SH.resultSeverity)).rpartition("#")[2]
        yield (*map(name_of, terms), severity)


def name_of(term: Node | None) -> str:
    """The text of a term, as a Finding has it."""
    return "_:" if isinstance(term, BNode) else "" if term is None else str(term)


def run_pyshacl(case: Case) -> frozenset[Result]:
    """The reference."""
    quads = ox.parse(case.data, format=ox.RdfFormat.N_TRIPLES)
    data = pyshacl_engine.to_graph(quads)
    return frozenset(map(to_result, pyshacl_engine.iter_findings_of(case.shapes, data)))


def run_pyshifty(case: Case) -> frozenset[Result]:
    """The fast engine, screening included."""
    data = load_statements(ox.parse(case.data, format=ox.RdfFormat.N_TRIPLES))
    return frozenset(map(to_result, pyshifty_engine.iter_findings_of(case.shapes, data)))


def to_result(finding: Finding) -> Result:
    """The parts of a finding that the suite lays down."""
    return (
        finding.focus_node,
        finding.path or "",
        finding.value or "",
        finding.shape,
        str(finding.severity),
    )


if __name__ == "__main__":
    main()
