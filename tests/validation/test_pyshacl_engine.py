"""What is done to make pySHACL faster changes none of its results."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import SH

import ungraph
from ungraph.validation.pyshacl_engine import to_graph
from ungraph.validation.shacl import validate
from ungraph.validation.shapes import load_shapes

EXAMPLES = sorted((Path(__file__).parents[1] / "shapes" / "examples").glob("*/*.trig"))
Row = tuple[str, str | None, str | None, str, str, str | None]


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(data=load_shapes(), format="turtle")


def plain_rows(quads: Iterable[Quad], shapes: rdflib.Graph) -> list[Row]:
    """The results of pySHACL as anybody would call it, blank nodes without their labels."""
    _, report, _ = pyshacl.validate(to_graph(quads), shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph)

    def text(result: rdflib.term.Node, predicate: rdflib.term.Node) -> str | None:
        value = report.value(result, predicate)
        if isinstance(value, rdflib.BNode):
            return "_:"
        return None if value is None else str(value)

    return sorted(
        {
            (
                text(result, SH.focusNode) or "",
                text(result, SH.resultPath),
                text(result, SH.value),
                (text(result, SH.resultSeverity) or "").removeprefix(str(SH)),
                text(result, SH.sourceShape) or "",
                text(result, SH.resultMessage),
            )
            for result in report.objects(None, SH.result)
        },
        key=str,
    )


def our_rows(quads: Iterable[Quad]) -> list[Row]:
    return sorted(
        (
            (f.focus_node, f.path, f.value, str(f.severity), f.shape, f.message)
            for f in validate(quads).findings
        ),
        key=str,
    )


def test_all_invalid_examples_together_give_the_same_results(shapes: rdflib.Graph) -> None:
    quads = []
    for path in EXAMPLES:
        for quad in parse(path=path, format=RdfFormat.TRIG):
            assert isinstance(quad.graph_name, NamedNode)
            if quad.graph_name.value.endswith("/invalid"):
                quads.append(quad)
    rows = our_rows(quads)
    assert rows == plain_rows(quads, shapes)
    assert len(rows) > 200


def test_the_note_gives_the_same_results(note_path: Path, shapes: rdflib.Graph) -> None:
    quads = ungraph.build(note_path).quads()
    assert our_rows(quads) == plain_rows(quads, shapes)


def test_lexical_forms_are_kept_as_they_are_written() -> None:
    text = '<urn:a> <urn:b> "007"^^<http://www.w3.org/2001/XMLSchema#integer> , "x"@en-GB , "y" .'
    graph = to_graph(parse(text, format=RdfFormat.TURTLE))
    literals = {str(value): value for value in graph.objects()}
    assert set(literals) == {"007", "x", "y"}
    assert isinstance(literals["x"], rdflib.Literal)
    assert literals["x"].language == "en-gb"
    assert literals["y"] == rdflib.Literal("y")
