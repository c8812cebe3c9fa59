"""Outcome: what became of one document of a batch, small enough to pass between processes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from ungraph.batch.sources import Source, read_bytes
from ungraph.errors import DocumentError
from ungraph.model.report import Report
from ungraph.pipeline import BuildOptions, build_document

__all__ = ["Outcome", "build_all", "build_one", "failure"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document built, or the reason why not.

    *digest* is the SHA-256 of the file, *graph* the name of the graph of its facts, *nquads* its
    graph as sorted N-Quads. *failure* is empty for a document that was built.
    """

    name: str
    digest: str = ""
    graph: str = ""
    nquads: bytes = b""
    statements: int = 0
    report: Report = field(default_factory=Report)
    failure: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def built(self) -> bool:
        """Whether there is a graph."""
        return not self.failure


def build_one(source: Source, data: bytes, options: BuildOptions) -> Outcome:
    """The outcome of one document, from its bytes; a document that is unusable is a failure."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        result = build_document(data, name=source.path.name, options=options)
    except DocumentError as error:
        return Outcome(source.name, digest, failure=str(error))
    return Outcome(
        name=source.name,
        digest=digest,
        graph=result.graph_name,
        nquads=result.nquads,
        statements=result.nquads.count(b"\n"),
        report=result.report or Report(),
        warnings=(*result.document.warnings, *result.assertions.warnings),
    )


def build_all(sources: tuple[Source, ...], options: BuildOptions) -> list[Outcome]:
    """The outcomes of *sources*, in their order."""
    outcomes = []
    for source in sources:
        if source.problem:
            outcomes.append(failure(source, source.problem))
            continue
        try:
            data = read_bytes(source.path) if source.data is None else source.data
        except DocumentError as error:
            outcomes.append(failure(source, str(error)))
        else:
            outcomes.append(build_one(source, data, options))
    return outcomes


def failure(source: Source, reason: str) -> Outcome:
    """The outcome of a document that could not be built."""
    return Outcome(source.name, failure=" ".join(reason.split()))
