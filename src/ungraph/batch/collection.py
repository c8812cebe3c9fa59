"""Outcomes → one graph: no document twice, shared lines once, and a tally for the summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ungraph.batch.outcome import Outcome
from ungraph.batch.tally import Tally
from ungraph.identifiers.mint import Mint
from ungraph.model.report import Severity

__all__ = ["Collection", "split_shared"]

_HAS_VERSION = b"#hasVersion> "


class Collection:
    """Takes outcomes in order and gives the N-Quads to write.

    The lines of the authority graph, which documents share, are held back and come last, sorted
    and once each; only what a document says there of its own work comes with the first that says
    it, so that a reader finds a work in one place.
    A document whose graph an earlier one has taken (same symbol, language and state) is left out
    and reported: with the same bytes as a repetition, else as a failure.
    """

    def __init__(self, base: str) -> None:
        self.tally = Tally()
        self._base = base
        self._authority: set[bytes] = set()
        self._given: set[bytes] = set()
        self._taken: dict[str, Outcome] = {}

    def add(self, outcome: Outcome) -> bytes:
        """The lines of one document; empty when it is left out."""
        tally = self.tally
        if not outcome.built:
            tally.failures.append((outcome.name, outcome.failure))
            return b""
        earlier = self._taken.get(outcome.graph)
        if earlier is not None:
            tally.note_repeated(outcome.name, outcome.digest, earlier.name, earlier.digest)
            return b""
        self._taken[outcome.graph] = Outcome(outcome.name, outcome.digest)
        tally.documents += 1
        tally.notes += [(outcome.name, sentence) for sentence in outcome.warnings]
        for finding in outcome.report.findings:
            tally.findings[finding.severity, finding.shape, finding.message] += 1
        tally.violations += outcome.report.count(Severity.VIOLATION)
        tally.warnings += outcome.report.count(Severity.WARNING)
        own, shared = split_shared(outcome.nquads, self._base)
        tally.statements += own.count(b"\n") + len(shared - self._authority)
        self._authority |= shared
        of_work = {line for line in _of_works(own, shared) if line not in self._given}
        self._given |= of_work
        return b"".join(line + b"\n" for line in sorted({*own.splitlines(), *of_work}))

    def iter_lines(self, outcomes: Iterable[Outcome]) -> Iterator[bytes]:
        """The N-Quads of all *outcomes*, document by document, the shared lines last."""
        for outcome in outcomes:
            lines = self.add(outcome)
            if lines:
                yield lines
        shared = self.shared_lines()
        if shared:
            yield shared

    def shared_lines(self) -> bytes:
        """The lines of the authority graph that have not come with a document, sorted."""
        return b"".join(line + b"\n" for line in sorted(self._authority - self._given))


def _of_works(own: bytes, shared: set[bytes]) -> set[bytes]:
    """The lines of *shared* about the works that have their version among the *own* lines."""
    works = {line.split(b">", 1)[0] for line in own.splitlines() if _HAS_VERSION in line}
    starts = tuple(work + end for work in works for end in (b">", b"#"))
    return {line for line in shared if line.startswith(starts)}


def split_shared(nquads: bytes, base: str) -> tuple[bytes, set[bytes]]:
    """A document's own lines, and those of the authority graph without their line ends."""
    end = f" <{Mint(base).authority_graph()}> .".encode()
    lines = nquads.split(b"\n")
    shared = {line for line in lines if line.endswith(end)}
    return b"".join(line + b"\n" for line in lines if line and line not in shared), shared
