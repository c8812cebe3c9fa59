"""Tally: what a build did, in numbers and short lists, for its summary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ungraph.model.report import Severity

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """Counts, failures as (name, reason), findings by kind, repeated files as (name, first), and
    what readers and extractors had to say about a document, as (name, sentence).
    """

    documents: int = 0
    statements: int = 0
    violations: int = 0
    warnings: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    findings: Counter[tuple[Severity, str, str]] = field(default_factory=Counter)
    repeated: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every document was built and conforms."""
        return not self.failures and not self.violations

    def note_repeated(self, name: str, digest: str, first: str, first_digest: str) -> None:
        """A document whose graph an earlier one has taken: the same bytes, or a failure."""
        if digest == first_digest:
            self.repeated.append((name, first))
        else:
            reason = (
                f"has the same symbol and language as {first} but other bytes;"
                " the first one was taken. Say which is meant with --symbol or --language"
            )
            self.failures.append((name, reason))
