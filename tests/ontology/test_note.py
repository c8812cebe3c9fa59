"""The graph of the example note answers the questions, and passes every check there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, QuerySolutions, Store

import ungraph
from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.resources import find_folder
from ungraph.validation import pyshifty_engine
from ungraph.validation.hygiene import check_hygiene
from ungraph.validation.shacl import validate
from ungraph.validation.shapes import EVIDENCE_LEVELS
from ungraph.validation.text_checks import check_text

QUESTIONS = sorted((find_folder("ontology") / "competency").glob("*.rq"))


@pytest.fixture(scope="module")
def note(note_path: Path) -> Result:
    return ungraph.build(note_path)


@pytest.fixture(scope="module")
def quads(note: Result) -> tuple[Quad, ...]:
    return note.quads()


@pytest.fixture(scope="module")
def compact_quads(note_path: Path) -> tuple[Quad, ...]:
    options = BuildOptions(evidence="compact")
    return build_document(note_path.read_bytes(), name=note_path.name, options=options).quads()


def answers_of(path: Path, quads: tuple[Quad, ...]) -> list[str]:
    """The rows of a question over the union of all graphs, as text."""
    store = Store()
    store.extend(quads)
    answers = store.query(path.read_text(encoding="utf-8"), use_default_graph_as_union=True)
    assert isinstance(answers, QuerySolutions)
    return sorted(" ".join(str(cell) for cell in row) for row in answers)


@pytest.mark.parametrize("path", QUESTIONS, ids=[path.stem for path in QUESTIONS])
def test_every_question_has_an_answer(path: Path, quads: tuple[Quad, ...]) -> None:
    assert answers_of(path, quads)


@pytest.mark.parametrize("path", QUESTIONS, ids=[path.stem for path in QUESTIONS])
def test_every_question_has_the_same_answers_with_compact_evidence(
    path: Path, quads: tuple[Quad, ...], compact_quads: tuple[Quad, ...]
) -> None:
    assert answers_of(path, compact_quads) == answers_of(path, quads)


def test_the_graph_uses_only_what_the_ontology_defines(quads: tuple[Quad, ...]) -> None:
    assert check_hygiene(quads).findings == ()


def test_every_quote_is_the_text_at_its_place(note: Result) -> None:
    assert check_text(note.quads(), note.document).findings == ()


@pytest.mark.parametrize("evidence", EVIDENCE_LEVELS)
def test_the_graph_conforms_at_every_level_of_evidence(evidence: str, note_path: Path) -> None:
    options = BuildOptions(evidence=evidence)
    result = build_document(note_path.read_bytes(), name=note_path.name, options=options)
    assert result.report is not None
    assert result.report.violations == ()


def test_the_graph_conforms_below_another_base(note_path: Path) -> None:
    options = BuildOptions(base="https://example.org/un/")
    result = build_document(note_path.read_bytes(), name=note_path.name, options=options)
    assert result.report is not None
    assert result.report.violations == ()
    assert check_text(result.quads(), result.document, base=options.base).findings == ()
    assert check_hygiene(result.quads(), base=options.base).findings == ()


@pytest.mark.skipif(not pyshifty_engine.is_available(), reason="extra fast")
def test_both_engines_give_the_same_report_on_the_note(note: Result) -> None:
    assert validate(note.quads(), engine="pyshifty") == note.report


@pytest.fixture
def real_documents(shared: Path) -> Iterator[Result]:
    paths = sorted((shared / "gold" / "narrative").glob("*.txt"))[:8]
    assert paths
    return (ungraph.build(path) for path in paths)


@pytest.mark.skipif(not pyshifty_engine.is_available(), reason="extra fast")
def test_real_documents_conform_for_both_engines_and_quote_their_text(
    real_documents: Iterator[Result],
) -> None:
    for result in real_documents:
        report = validate(result.quads(), engine="pyshifty")
        assert report.violations == (), result.document.source.name
        assert report == result.report
        assert check_text(result.quads(), result.document).findings == ()
