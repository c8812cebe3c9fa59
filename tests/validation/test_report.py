"""Findings in a report: order, counts, verdict, and the way back to the words."""

from __future__ import annotations

from pyoxigraph import NamedNode, Quad

from ungraph.model.report import Finding, Report, Severity
from ungraph.model.span import Span
from ungraph.validation.report import find_spans

EVIDENCE = NamedNode("https://w3id.org/ungraph/ns#evidence")


def finding(node: str, severity: Severity = Severity.WARNING, value: str | None = None) -> Finding:
    return Finding(node, None, value, severity, "urn:shape", "Wrong; usually by hand.")


def test_the_gravest_come_first_and_each_finding_once() -> None:
    late = finding("urn:b")
    broken = finding("urn:z", Severity.VIOLATION)
    early = finding("urn:a", value="x")
    report = Report.of([late, broken, early, late])
    assert report.findings == (broken, early, late)
    assert report == Report.of([early, late, broken])


def test_only_violations_break_conformity() -> None:
    assert Report().conforms
    assert Report.of([finding("urn:a"), finding("urn:b", Severity.INFO)]).conforms
    report = Report.of([finding("urn:a", Severity.VIOLATION), finding("urn:b")])
    assert not report.conforms
    assert (report.count(Severity.VIOLATION), report.count(Severity.WARNING)) == (1, 1)
    assert [f.focus_node for f in report.violations] == ["urn:a"]
    assert [f.focus_node for f in report.warnings] == ["urn:b"]


def test_merging_keeps_the_order() -> None:
    first, second = Report.of([finding("urn:b")]), Report.of([finding("urn:a")])
    assert first.merge(second) == second.merge(first)


def test_a_finding_leads_back_to_the_spans_its_node_rests_on() -> None:
    version = "https://w3id.org/ungraph/id/doc/A/1/en"
    quads = [
        Quad(NamedNode("urn:act"), EVIDENCE, NamedNode(f"{version}#char=20,30")),
        Quad(NamedNode("urn:act"), EVIDENCE, NamedNode(f"{version}#char=3,9")),
        Quad(NamedNode("urn:act"), EVIDENCE, NamedNode("urn:not-a-span")),
    ]
    act, span, other = finding("urn:act"), finding(f"{version}#char=3,9"), finding("urn:other")
    found = find_spans(Report.of([act, span, other]), quads)
    assert found[act] == (Span(3, 9), Span(20, 30))
    assert found[span] == (Span(3, 9),)
    assert found[other] == ()
