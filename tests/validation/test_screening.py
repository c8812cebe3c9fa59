"""The two engines say the same, whatever the screen settles before the fast one is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from ungraph.model.report import Finding
from ungraph.namespaces import BASE_IRI
from ungraph.resources import find_folder
from ungraph.validation import pyshacl_engine, pyshifty_engine
from ungraph.validation.shacl import validate
from ungraph.validation.statements import load_statements

pytestmark = pytest.mark.skipif(not pyshifty_engine.is_available(), reason="extra fast")

EXAMPLES = sorted((find_folder("ontology") / "examples").glob("*.ttl"))
PREFIXES = """
@prefix : <urn:example:> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def findings(shapes: str, data: str) -> set[Finding]:
    """What both engines find; fails when they differ."""
    quads = list(parse(PREFIXES + data, format=RdfFormat.TURTLE))
    text = PREFIXES + shapes
    reference = set(pyshacl_engine.iter_findings_of(text, pyshacl_engine.to_graph(quads)))
    fast = set(pyshifty_engine.iter_findings_of(text, load_statements(quads)))
    assert {f.focus_node + (f.path or "") for f in fast} == {
        f.focus_node + (f.path or "") for f in reference
    }
    assert {(f.shape, f.value, f.severity) for f in fast} == {
        (f.shape, f.value, f.severity) for f in reference
    }
    return fast


def property_shape(constraint: str) -> str:
    return f""":Shape a sh:NodeShape ; sh:targetClass :Thing ; sh:property :Shape-p .
    :Shape-p a sh:PropertyShape ; sh:path :p ; sh:message "wrong" ; {constraint} ."""


@pytest.mark.parametrize(
    ("constraint", "good", "bad"),
    [
        ("sh:minCount 1", ":p 1", ":q 1"),
        ("sh:minCount 2", ":p 1, 2", ":p 1"),
        ("sh:maxCount 1", ":p 1", ":p 1, 2"),
        ("sh:hasValue 3", ":p 1, 3", ":p 1"),
        ("sh:hasValue 3 ; sh:minCount 1", ":p 3", ":q 3"),
        ("sh:nodeKind sh:IRI", ":p :a", ':p "a"'),
        ("sh:nodeKind sh:Literal", ':p "a"', ":p :a"),
        ("sh:nodeKind sh:BlankNodeOrIRI", ":p []", ':p "a"'),
        ("sh:datatype xsd:string", ':p "a"', ':p "a"@en'),
        ("sh:datatype xsd:integer", ":p 4", ':p "four"^^xsd:integer'),
        ("sh:datatype xsd:date", ':p "2024-02-29"^^xsd:date', ':p "2023-02-29"^^xsd:date'),
        ("sh:datatype xsd:date", ':p "2023-04-30"^^xsd:date', ':p "2023-04-31"^^xsd:date'),
        ("sh:datatype xsd:time", ':p "09:30:00"^^xsd:time', ':p "noon"^^xsd:time'),
        ("sh:datatype xsd:decimal", ":p 0.5", ":p 1"),
        ("sh:datatype rdf:langString", ':p "a"@fr', ':p "a"'),
        ("sh:class :Kind", ":p :a . :a a :Kind", ":p :a"),
        ("sh:in (1 :b)", ":p :b, 1", ":p 2"),
        ('sh:pattern "^A/[0-9]+$"', ':p "A/12"', ':p "A/x"'),
        ('sh:pattern "^[^\\\\s]+$"', ':p "é"', ':p "a b"'),
        ('sh:pattern "^a$"', ':p "a"', ':p "a\\nb"'),
        ('sh:pattern "^a" ; sh:flags "i"', ':p "Ab"', ':p "b"'),
        ("sh:minLength 2", ':p "\\"\\""', ':p "a"'),
        ("sh:maxLength 2", ':p "\\"\\n"', ':p "abc"'),
        ("sh:maxLength 2", ':p "ab"', ":p []"),
        ("sh:minInclusive 1", ":p 1, 1.5", ":p 0"),
        ("sh:maxInclusive 1.0", ":p 1.0, 1", ":p 1.1"),
        ("sh:minExclusive 1", ":p 2", ":p 1"),
        ("sh:uniqueLang true", ':p "a"@en, "b"@fr, "c", "d"', ':p "a"@en, "b"@en'),
        ("sh:lessThan :q", ":p 1 ; :q 2", ":p 2 ; :q 2"),
        ("sh:equals :q", ":p 1 ; :q 1", ":p 1 ; :q 2"),
        ("sh:or ([sh:datatype xsd:integer] [sh:class :Kind])", ":p 1", ":p 1.5"),
        ("sh:not [sh:datatype xsd:integer]", ":p 1.5", ":p 1"),
        ("sh:node [sh:property [sh:path :q ; sh:minCount 1]]", ":p :a . :a :q 1", ":p :a"),
        ("sh:qualifiedValueShape [sh:nodeKind sh:IRI] ; sh:qualifiedMinCount 1", ":p :a", ":p 1"),
    ],
)
def test_a_constraint_is_met_and_broken_alike(constraint: str, good: str, bad: str) -> None:
    shapes = property_shape(constraint)
    assert not findings(shapes, f":x a :Thing ; {good} .")
    assert {f.focus_node for f in findings(shapes, f":x a :Thing ; {bad} .")} == {"urn:example:x"}


@pytest.mark.parametrize(
    ("target", "data"),
    [
        ("sh:targetNode :x", ":y :p 1 ."),
        ("sh:targetSubjectsOf :q", ":x :q 1 . :y :p 1 ."),
        ("sh:targetObjectsOf :q", ":y :q :x ; :p 1 ."),
        ("sh:targetClass :Thing", ":x a :Sub . :Sub rdfs:subClassOf :Thing ."),
    ],
)
def test_targets_are_found_alike(target: str, data: str) -> None:
    shapes = property_shape("sh:minCount 1").replace("sh:targetClass :Thing", target)
    (finding,) = findings(shapes, data)
    assert finding.focus_node == "urn:example:x"


def test_a_shape_that_is_a_class_has_its_members_as_targets() -> None:
    shapes = property_shape("sh:minCount 1").replace("sh:targetClass :Thing ;", "a rdfs:Class ;")
    (finding,) = findings(shapes, ":x a :Shape .")
    assert finding.focus_node == "urn:example:x"


def test_shapes_that_others_refer_to_keep_their_properties() -> None:
    shapes = property_shape("sh:minCount 1") + ":Other sh:targetNode :y ; sh:node :Shape ."
    assert {f.focus_node for f in findings(shapes, ":x a :Thing .")} == {
        "urn:example:x",
        "urn:example:y",
    }


def test_a_closed_shape_knows_its_own_properties() -> None:
    shapes = property_shape("sh:minCount 1").replace(
        "sh:targetClass :Thing", "sh:targetClass :Thing ; sh:closed true ; "
        "sh:ignoredProperties (rdf:type)"
    )  # fmt: skip
    assert not findings(shapes, ":x a :Thing ; :p 1 .")
    (finding,) = findings(shapes, ":x a :Thing ; :p 1 ; :q 1 .")
    assert finding.path == "urn:example:q"


def test_a_query_sees_all_that_is_said_of_its_node() -> None:
    shapes = """:Shape a sh:NodeShape ; sh:targetClass :Thing ; sh:sparql :Shape-q .
    :Shape-q a sh:SPARQLConstraint ; sh:message "wrong" ;
      sh:select "SELECT $this ?path ?value WHERE { $this ?path ?value . FILTER(?value = 7) }" ."""
    assert not findings(shapes, ":x a :Thing ; :p 6 .")
    assert len(findings(shapes, ":x a :Thing ; :p 6 ; :other 7 . :y :p 7 .")) == 1


def broken(quads: list[Quad], predicate: NamedNode) -> dict[str, list[Quad]]:
    """The graph with something wrong about one predicate, by kind of wrong."""
    others = [quad for quad in quads if quad.predicate != predicate]
    hit = [quad for quad in quads if quad.predicate == predicate]
    worse: dict[str, list[Quad]] = {"missing": others}
    for kind, value in (
        ("words", Literal("words \\ of\nnothing")),
        ("untyped node", NamedNode("urn:example:nothing")),
        ("wrong number", Literal("-1.5", datatype=NamedNode(f"{XSD}decimal"))),
    ):
        changed = [Quad(q.subject, q.predicate, value, q.graph_name) for q in hit]
        worse[kind] = others + changed
        worse[f"{kind} too"] = quads + changed
    return worse


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_broken_graphs_are_reported_alike(path: Path) -> None:
    quads = list(parse(path=str(path), format=RdfFormat.TURTLE))
    predicates = sorted({quad.predicate for quad in quads}, key=str)
    found = 0
    for predicate in predicates[::7]:
        for kind, graph in broken(quads, predicate).items():
            reference = validate(graph, base=BASE_IRI)
            assert validate(graph, base=BASE_IRI, engine="pyshifty") == reference, (predicate, kind)
            found += len(reference.findings)
    assert found
