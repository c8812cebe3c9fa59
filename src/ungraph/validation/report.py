"""Findings back to the words: which spans of the text a finding speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad

from ungraph.model.report import Finding, Report
from ungraph.model.span import Span
from ungraph.namespaces import BASE_IRI

__all__ = ["find_spans"]


def find_spans(
    report: Report, quads: Iterable[Quad], *, base: str = BASE_IRI
) -> Mapping[Finding, tuple[Span, ...]]:
    """The spans that the focus node of each finding rests on, ascending; () where none is known.

    The focus node may be a span itself. A finding about a document as a whole has none.
    """
    evidence = f"{base}ns#evidence"
    places: dict[str, set[Span]] = {}
    for quad in quads:
        if quad.predicate.value == evidence and isinstance(quad.object, NamedNode):
            span = _parse_span(quad.object.value)
            if span is not None:
                places.setdefault(getattr(quad.subject, "value", ""), set()).add(span)
    return {finding: _spans_of(finding, places) for finding in report.findings}


def _spans_of(finding: Finding, places: Mapping[str, set[Span]]) -> tuple[Span, ...]:
    own = _parse_span(finding.focus_node)
    found = {own} if own is not None else places.get(finding.focus_node, set())
    return tuple(sorted(found))


def _parse_span(iri: str) -> Span | None:
    """The span of ``{version}#char=437,511``, None for another address."""
    _, mark, place = iri.rpartition("#char=")
    start, comma, end = place.partition(",")
    if not (mark and comma and start.isdecimal() and end.isdecimal() and int(start) <= int(end)):
        return None
    return Span(int(start), int(end))
