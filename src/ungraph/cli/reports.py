"""Reports as people read them on a screen."""

from __future__ import annotations

from itertools import groupby

from ungraph.cli.tables import format_iri
from ungraph.model.report import Finding, Report, Severity

__all__ = ["format_counts", "format_report"]

_SHOWN_PER_SHAPE = 5


def format_report(report: Report) -> str:
    """All findings, the gravest first, grouped by shape, and the verdict as the last line."""
    lines: list[str] = []
    for (severity, shape), group in groupby(
        sorted(report.findings, key=lambda f: (f.severity.rank, f.shape, f.order)),
        key=lambda f: (f.severity, f.shape),
    ):
        found = list(group)
        lines.append(f"{severity} {format_iri(shape)}: {found[0].message}")
        lines += [f"  {_place(finding)}" for finding in found[:_SHOWN_PER_SHAPE]]
        if len(found) > _SHOWN_PER_SHAPE:
            lines.append(f"  and {len(found) - _SHOWN_PER_SHAPE} more")
    verdict = "conforms" if report.conforms else "does not conform"
    return "\n".join([*lines, f"{verdict} ({format_counts(report)})"]) + "\n"


def format_counts(report: Report) -> str:
    """How many of each: "2 violations, 1 warning"."""
    violations, warnings = report.count(Severity.VIOLATION), report.count(Severity.WARNING)
    return (
        f"{violations:,} violation{'' if violations == 1 else 's'},"
        f" {warnings:,} warning{'' if warnings == 1 else 's'}"
    )


def _place(finding: Finding) -> str:
    path = f" {format_iri(finding.path)}" if finding.path else ""
    value = f" = {finding.value}" if finding.value is not None else ""
    return f"{format_iri(finding.focus_node)}{path}{value}"
