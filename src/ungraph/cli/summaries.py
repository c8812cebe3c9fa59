"""The summary of a build, as people read it on standard error."""

from __future__ import annotations

from collections.abc import Iterable

from ungraph.batch.tally import Tally
from ungraph.cli.tables import format_iri
from ungraph.model.report import Severity

__all__ = ["format_summary"]

_FINDINGS_SHOWN = 10
_LEFT_OUT_SHOWN = 5
_NOTES_SHOWN = 10


def format_summary(tally: Tally, left_out: list[str], *, quiet: bool = False) -> str:
    """Counts, violations and warnings by kind, notes of the readers, then each failure with its reason."""
    lines: list[str] = []
    if not quiet:
        lines.append(
            f"{_count(tally.documents, 'document')}, {_count(tally.statements, 'statement')},"
            f" {_count(tally.violations, 'violation')}, {_count(tally.warnings, 'warning')},"
            f" {len(tally.failures):,} failed"
        )
        lines += _findings(tally)
        lines += [f"  note: {name}: {text}" for name, text in tally.notes[:_NOTES_SHOWN]]
        if len(tally.notes) > _NOTES_SHOWN:
            lines.append(f"  and {len(tally.notes) - _NOTES_SHOWN:,} other notes")
        if tally.repeated:
            lines.append(
                f"  the same file twice, taken once: {_names(n for n, _ in tally.repeated)}"
            )
        if left_out:
            lines.append(f"  no documents, left out: {_names(left_out)}")
    lines += [f"  failed: {name}: {reason}" for name, reason in tally.failures]
    return "".join(f"{line}\n" for line in lines)


def _findings(tally: Tally) -> list[str]:
    kinds = sorted(
        tally.findings.items(), key=lambda item: (item[0][0].rank, -item[1], item[0][1:])
    )
    lines = [
        f"  {severity.lower()}, {count:,} ×: {message} ({format_iri(shape)})"
        for (severity, shape, message), count in kinds[:_FINDINGS_SHOWN]
        if severity is not Severity.INFO
    ]
    if len(kinds) > _FINDINGS_SHOWN:
        lines.append(f"  and {len(kinds) - _FINDINGS_SHOWN} other kinds")
    return lines


def _names(names: Iterable[str]) -> str:
    shown = list(names)
    more = len(shown) - _LEFT_OUT_SHOWN
    text = ", ".join(shown[:_LEFT_OUT_SHOWN])
    return f"{text} and {more} more" if more > 0 else text


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
