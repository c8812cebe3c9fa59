"""Report: what the checks found in a graph, in the words of SHACL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Finding", "Report", "Severity"]


class Severity(StrEnum):
    """How grave a finding is; only a violation breaks conformity.

    - ``Violation``  structure is wrong: questions would give wrong rows, or leave rows out
    - ``Warning``    incomplete or not plausible: a person should look
    - ``Info``       a matter of style
    """

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check.

    *focus_node*, *path* and *shape* are IRIs; *path* is None for a result about the node as a
    whole, *value* None where nothing is there (it is the lexical form of a literal). A blank node
    is "_:", since its label means nothing. *source* says which check found it: "shacl", "text"
    or "hygiene".
    """

    focus_node: str
    path: str | None
    value: str | None
    severity: Severity
    shape: str
    message: str
    source: str = "shacl"

    @property
    def order(self) -> tuple[int, str, str, str, str, str]:
        """Place in a report: the gravest first, then by node, path, value and shape."""
        return (
            self.severity.rank,
            self.focus_node,
            self.path or "",
            self.value or "",
            self.shape,
            self.message,
        )


@dataclass(frozen=True, slots=True)
class Report:
    """All findings about one graph, in a fixed order, each once.

    >>> late = Finding("urn:a", None, None, Severity.WARNING, "urn:s", "It is late.")
    >>> Report.of([late, late]).conforms
    True
    >>> Report.of([late]).count(Severity.WARNING)
    1
    """

    findings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """A report of *findings*, sorted and without repetition."""
        return cls(tuple(sorted(set(findings), key=lambda finding: finding.order)))

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings do not count."""
        return not any(finding.severity is Severity.VIOLATION for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings have this *severity*."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def violations(self) -> tuple[Finding, ...]:
        """The findings that break conformity."""
        return tuple(f for f in self.findings if f.severity is Severity.VIOLATION)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that a person should look at."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    def merge(self, other: Report) -> Report:
        """Both reports as one."""
        return Report.of((*self.findings, *other.findings))
