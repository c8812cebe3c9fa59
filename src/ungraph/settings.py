"""Settings from the environment: the only place that reads environment variables.

    UNGRAPH_BASE_IRI    base of all IRIs minted (default: the project's own)
    UNGRAPH_EVIDENCE    "full" (default), "compact" or "none"

Options of the command line and arguments of functions win over both.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from ungraph.errors import UngraphError
from ungraph.namespaces import BASE_IRI

__all__ = ["EVIDENCE_LEVELS", "Settings", "load_settings"]

EVIDENCE_LEVELS = ("full", "compact", "none")


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run: the base of our IRIs and how much evidence is written."""

    base_iri: str = BASE_IRI
    evidence: str = "full"

    def __post_init__(self) -> None:
        if self.evidence not in EVIDENCE_LEVELS:
            raise UngraphError(
                f"no such evidence level: {self.evidence!r}",
                advice=f"Use one of {', '.join(EVIDENCE_LEVELS)}",
            )


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of *environ* (default: the process environment); an empty value counts as unset.

    >>> load_settings({"UNGRAPH_EVIDENCE": "compact"}).evidence
    'compact'
    """
    source = os.environ if environ is None else environ
    default = Settings()
    return Settings(
        base_iri=source.get("UNGRAPH_BASE_IRI") or default.base_iri,
        evidence=source.get("UNGRAPH_EVIDENCE") or default.evidence,
    )
