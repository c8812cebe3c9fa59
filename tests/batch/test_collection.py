"""Outcomes become one graph: nothing twice, shared lines once and last."""

from __future__ import annotations

from sample_graphs import document_quads
from ungraph.batch.collection import Collection
from ungraph.batch.outcome import Outcome
from ungraph.model.report import Finding, Report, Severity
from ungraph.namespaces import BASE_IRI
from ungraph.writers.nquads import write_nquads

NQUADS = write_nquads(document_quads())


def outcome(name: str = "a.txt", *, digest: str = "1", graph: str = "g1") -> Outcome:
    return Outcome(name, digest=digest, graph=graph, nquads=NQUADS)


def test_shared_lines_come_once_and_last() -> None:
    collection = Collection(BASE_IRI)
    pieces = list(collection.iter_lines([outcome(), outcome("b.txt", graph="g2")]))
    assert len(pieces) == 3
    assert b"id/graph/authority" not in pieces[0]
    assert all(b"id/graph/authority" in line for line in pieces[2].splitlines())
    assert pieces[2].count(b"\n") == 2
    assert collection.tally.statements == 2 * pieces[0].count(b"\n") + 2


def test_what_is_shared_of_a_work_comes_with_its_first_document() -> None:
    work, graph = f"<{BASE_IRI}id/doc/A/61/900>", f"<{BASE_IRI}id/graph/A/61/900"
    date = f'{work} <http://purl.org/dc/terms/date> "2007" <{BASE_IRI}id/graph/authority> .\n'
    collection = Collection(BASE_IRI)
    pieces = [
        collection.add(
            Outcome(
                language,
                digest=language,
                graph=f"{graph}/{language}>",
                nquads=f"{work} <{BASE_IRI}ns#hasVersion> <urn:v> {graph}/{language}> .\n{date}".encode(),
            )
        )
        for language in ("en", "fr")
    ]
    assert date.encode() in pieces[0]
    assert date.encode() not in pieces[1]
    assert collection.shared_lines() == b""
    assert collection.tally.statements == 3


def test_the_same_file_twice_is_a_repetition() -> None:
    collection = Collection(BASE_IRI)
    collection.add(outcome("a.txt"))
    assert collection.add(outcome("copy.txt")) == b""
    assert collection.tally.repeated == [("copy.txt", "a.txt")]
    assert collection.tally.is_clean


def test_two_files_of_one_document_are_told_apart_aloud() -> None:
    collection = Collection(BASE_IRI)
    collection.add(outcome("a.txt"))
    assert collection.add(outcome("other.txt", digest="2")) == b""
    name, reason = collection.tally.failures[0]
    assert name == "other.txt"
    assert "same symbol and language as a.txt" in reason


def test_findings_are_counted_by_kind() -> None:
    finding = Finding("urn:x", None, None, Severity.VIOLATION, "urn:shape", "Wrong.")
    collection = Collection(BASE_IRI)
    for graph in ("g1", "g2"):
        report = Report.of([finding])
        collection.add(Outcome(graph, graph=graph, digest=graph, nquads=NQUADS, report=report))
    assert collection.tally.violations == 2
    assert collection.tally.findings[Severity.VIOLATION, "urn:shape", "Wrong."] == 2
    assert not collection.tally.is_clean
