"""Each shape has a valid graph, an invalid one, and the report it gives: one file a shape."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import RDF, SH, Graph, URIRef

from ungraph.validation import pyshifty_engine
from ungraph.validation.shacl import validate
from ungraph.validation.shapes import load_shapes

EXAMPLES = Path(__file__).parent / "examples"
FILES = sorted(EXAMPLES.glob("*/*.trig"))
SHAPES = "https://w3id.org/ungraph/shapes#"
EX = "https://example.org/"
Row = tuple[str | None, str | None, str, str]


def read(path: Path) -> dict[str, list[Quad]]:
    """The named graphs of an example: valid, invalid, report."""
    graphs: dict[str, list[Quad]] = {"valid": [], "invalid": [], "report": []}
    for quad in parse(path=path, format=RdfFormat.TRIG):
        assert isinstance(quad.graph_name, NamedNode)
        graphs[quad.graph_name.value.removeprefix(EX)].append(quad)
    return graphs


def expected_rows(quads: list[Quad]) -> list[Row]:
    """Focus node (None for a blank one), path, severity and shape of each result."""
    results: dict[str, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(f"{EX}result-"):
            values = results.setdefault(quad.subject.value, {})
            values[quad.predicate.value.removeprefix(str(SH))] = getattr(quad.object, "value", "")
    return sorted(
        (
            (v.get("focusNode"), v.get("resultPath"), v["resultSeverity"], v["sourceShape"])
            for v in results.values()
        ),
        key=str,
    )


def rows_of(quads: list[Quad], shape: str) -> list[Row]:
    """What one shape and its property shapes find in *quads*, as rows."""
    return sorted(
        (
            (
                None if finding.focus_node == "_:" else finding.focus_node,
                finding.path,
                f"{SH}{finding.severity}",
                finding.shape,
            )
            for finding in validate(quads).findings
            if finding.shape.removeprefix(SHAPES).partition("-")[0] == shape
        ),
        key=str,
    )


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_valid_graph_passes_and_the_invalid_one_gives_the_expected_report(
    path: Path,
) -> None:
    graphs = read(path)
    assert rows_of(graphs["valid"], path.stem) == []
    found = rows_of(graphs["invalid"], path.stem)
    assert found == expected_rows(graphs["report"])
    assert found, "the invalid graph must break the shape"


@pytest.mark.skipif(not pyshifty_engine.is_available(), reason="extra fast")
@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_both_engines_give_the_same_report(path: Path) -> None:
    for name in ("valid", "invalid"):
        quads = read(path)[name]
        assert validate(quads, engine="pyshifty") == validate(quads, engine="pyshacl")


def test_each_shape_with_targets_has_an_example_and_each_property_shape_is_broken_by_one() -> None:
    shapes = Graph().parse(data=load_shapes(), format="turtle")
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    top = {s for target in targets for s in shapes.subjects(target)}
    names = {str(shape).removeprefix(SHAPES) for shape in top}
    assert {path.stem for path in FILES} == names
    assert {path.parent.name for path in FILES} <= {
        "act",
        "actor",
        "assertions",
        "code-lists",
        "document",
        "event",
        "evidence",
        "links",
        "procedure",
        "recommended",
        "record",
    }
    properties = {str(p) for shape in top for p in shapes.objects(shape, SH.property)}
    broken = {row[3] for path in FILES for row in expected_rows(read(path)["report"])}
    assert properties <= broken


def test_every_shape_is_named_and_says_what_is_wrong_and_why() -> None:
    shapes = Graph().parse(data=load_shapes(), format="turtle")
    for subject, _, value in shapes:
        assert isinstance(subject, URIRef)
        assert not value.n3().startswith("_:")
    for shape in set(shapes.subjects(SH.severity)):
        constraint = shapes.value(shape, SH.sparql)
        if (
            (shape, RDF.type, SH.PropertyShape) in shapes
            or constraint
            or shapes.value(shape, SH["or"])
        ):
            message = shapes.value(constraint or shape, SH.message)
            assert message is not None, shape
            assert message.endswith(".")
            assert ";" in message, f"{shape} does not say what usually causes the error"
