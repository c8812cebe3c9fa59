"""Validation: engines, base IRI, levels of evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from ungraph.errors import DataError, MissingExtraError
from ungraph.model.report import Severity
from ungraph.namespaces import BASE_IRI
from ungraph.resources import find_folder
from ungraph.validation import pyshifty_engine
from ungraph.validation.shacl import validate

EXAMPLE = find_folder("ontology") / "examples" / "invitation-and-silence.ttl"
fast = pytest.mark.skipif(not pyshifty_engine.is_available(), reason="extra fast")


def example(*, base: str = BASE_IRI, without: str = "") -> list[Quad]:
    text = EXAMPLE.read_text(encoding="utf-8").replace(BASE_IRI, base)
    quads = list(parse(text, format=RdfFormat.TURTLE))
    return [quad for quad in quads if not without or without not in str(quad)]


def test_a_missing_statement_is_a_violation_at_its_node_and_path() -> None:
    report = validate(example(without="ns#outcomeOf>"))
    assert not report.conforms
    (finding,) = report.violations
    assert finding.focus_node.endswith("A/HRC/9/99#outcome-1")
    assert finding.path == f"{BASE_IRI}ns#outcomeOf"
    assert finding.value is None
    assert finding.shape.endswith("#OutcomeShape-outcomeOf")
    assert finding.message.startswith("The outcome is the outcome of nothing;")
    assert finding.source == "shacl"


def test_warnings_do_not_break_conformity() -> None:
    report = validate(example())
    assert report.conforms
    assert report.count(Severity.WARNING) > 0


@pytest.mark.parametrize("base", ["https://example.org/a+b/", "urn:example:"])
@pytest.mark.parametrize("engine", ["pyshacl", pytest.param("pyshifty", marks=fast)])
def test_shapes_follow_the_base_iri(base: str, engine: str) -> None:
    assert validate(example(base=base), base=base, engine=engine).conforms
    broken = example(base=base, without="ns#outcomeOf>")
    (finding,) = validate(broken, base=base, engine=engine).violations
    assert finding.path == f"{base}ns#outcomeOf"


def test_the_order_of_quads_does_not_matter() -> None:
    quads = example(without="ns#cue>")
    assert validate(quads) == validate(reversed(quads))


def test_statements_may_be_spread_over_named_graphs() -> None:
    from pyoxigraph import NamedNode

    spread = [
        Quad(q.subject, q.predicate, q.object, NamedNode(f"urn:graph-{number % 3}"))
        for number, q in enumerate(example())
    ]
    assert validate(spread) == validate(example())


def test_a_graph_without_assertions_conforms_at_the_compact_level_only() -> None:
    quads = [q for q in example() if "#assertion-" not in q.subject.value]
    assert not validate(quads).conforms
    assert validate(quads, evidence="compact").conforms


def test_a_graph_without_evidence_conforms_at_the_level_none_only() -> None:
    quads = [
        quad
        for quad in example()
        if "#assertion-" not in quad.subject.value
        and "#char=" not in str(quad)
        and "#selector=" not in str(quad)
    ]
    assert not validate(quads, evidence="compact").conforms
    assert validate(quads, evidence="none").conforms


def test_unknown_engines_and_levels_are_refused() -> None:
    with pytest.raises(DataError, match="no such engine"):
        validate([], engine="topbraid")
    with pytest.raises(DataError, match="no such level"):
        validate([], evidence="some")


def test_a_missing_engine_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyshifty_engine, "is_available", lambda: False)
    pyshifty_engine._load_engine.cache_clear()
    with pytest.raises(MissingExtraError, match=r"ungraph\[fast\]"):
        validate([], engine="pyshifty")


@fast
@pytest.mark.parametrize("path", sorted(EXAMPLE.parent.glob("*.ttl")), ids=lambda path: path.stem)
def test_both_engines_agree_on_the_examples_whole_and_with_any_property_removed(path: Path) -> None:
    quads = list(parse(path=path, format=RdfFormat.TURTLE))
    for predicate in sorted({quad.predicate.value for quad in quads}):
        rest = [quad for quad in quads if quad.predicate.value != predicate]
        assert validate(rest, engine="pyshifty") == validate(rest), predicate
