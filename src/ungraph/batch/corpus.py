"""Corpus: folders of documents → a folder with a store, kept up to date.

    DIR/ledger.sqlite   what was built from what, and what is in the store
    DIR/parts/          the graph of each document, as sorted N-Quads named by content
    DIR/store/          Oxigraph

A run plans, builds what is new or changed, notes each document as soon as its part is on the
disk, then brings the store up to date. It may be killed at any moment; the next run goes on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ungraph.batch.archived import iter_with_bytes
from ungraph.batch.cluster import ClusterEngine
from ungraph.batch.collection import split_shared
from ungraph.batch.ledger import Entry, Ledger
from ungraph.batch.loading import chosen_entries, sync_store
from ungraph.batch.outcome import Outcome
from ungraph.batch.parts import Parts
from ungraph.batch.plan import Plan, Task, make_plan
from ungraph.batch.tally import Tally
from ungraph.batch.workers import iter_outcomes
from ungraph.model.report import Severity
from ungraph.pipeline import BuildOptions

__all__ = ["Corpus", "Watcher"]

_NOTED_TOGETHER = 32


class Watcher:
    """Told what happens; this one stays silent."""

    def planned(self, plan: Plan) -> None:
        """The plan is made."""

    def built(self, outcome: Outcome) -> None:
        """A document was built, or failed."""

    def loading(self) -> None:
        """Building is over, the store is being brought up to date."""


@dataclass(slots=True)
class Corpus:
    """A corpus folder and how its documents are built.

    *jobs* processes of this machine do it, or the workers of the Dask cluster at *cluster*.
    """

    folder: Path
    options: BuildOptions
    jobs: int = 1
    cluster: str | None = None
    parts: Parts = field(init=False)

    def __post_init__(self) -> None:
        self.parts = Parts(self.folder / "parts")

    @property
    def _unclean(self) -> Path:
        """There while a run may have left parts that no document needs; outlives a kill."""
        return self.folder / "unclean"

    @property
    def store_folder(self) -> Path:
        """Where the Oxigraph store is."""
        return self.folder / "store"

    def build(
        self, inputs: Iterable[Path], *, retry_failed: bool = False, watcher: Watcher | None = None
    ) -> tuple[Plan, Tally]:
        """Bring the folder up to date with *inputs*: what was to do, and how the corpus stands.

        Raises DocumentError for inputs that are not there and have never been, StoreError when
        another build is at work in the folder or the store refuses, OutputError on a full disk.
        """
        told = watcher or Watcher()
        with Ledger(self.folder) as ledger:
            known = ledger.entries()
            plan = make_plan(
                inputs,
                known,
                self.options,
                archives=ledger.archives(),
                retry_failed=retry_failed,
            )
            told.planned(plan)
            if plan.tasks or plan.gone:
                self._unclean.touch()
            self._note(ledger, plan, told)
            ledger.put(plan.touched)
            ledger.remove(plan.gone)
            ledger.put_archives(plan.archives, plan.gone_archives)
            told.loading()
            changed = sync_store(self.store_folder, self.parts, ledger, self.options.base)
            entries = ledger.entries()
            if changed or self._unclean.exists():
                self.parts.clean({entry.key for entry in entries.values() if not entry.failure})
                self._unclean.unlink(missing_ok=True)
            return plan, _tally_of(entries.values(), ledger.shared_statements())

    def iter_parts(self) -> Iterator[bytes]:
        """The whole corpus as N-Quads, document by document, the shared lines last."""
        with Ledger(self.folder) as ledger:
            chosen, _ = chosen_entries(ledger.entries().values())
        keys = [entry.key for entry in chosen.values()]
        for key in keys:
            yield self.parts.path(key).read_bytes()
        yield b"".join(line + b"\n" for line in sorted(set(self.parts.iter_shared(keys))))

    def _note(self, ledger: Ledger, plan: Plan, told: Watcher) -> None:
        """Build what the plan names, and note it a few documents at a time."""
        tasks = plan.tasks
        engine = ClusterEngine(self.cluster, self.options) if self.cluster and tasks else None
        wanted = ((task.source, task.archive, task.entry.digest) for task in tasks)
        outcomes = iter_outcomes(
            iter_with_bytes(wanted, self.options.limits),
            self.options,
            jobs=min(self.jobs, len(tasks)),
            count=len(tasks),
            engine=engine,
        )
        noted: list[Entry] = []
        try:
            for task, outcome in zip(tasks, outcomes, strict=True):
                noted.append(self._keep(task, outcome))
                told.built(outcome)
                if len(noted) >= _NOTED_TOGETHER:
                    ledger.put(noted)
                    noted = []
        finally:
            ledger.put(noted)

    def _keep(self, task: Task, outcome: Outcome) -> Entry:
        if not outcome.built:
            return replace(task.entry, failure=outcome.failure)
        own, shared = split_shared(outcome.nquads, self.options.base)
        self.parts.write(task.entry.key, own, b"".join(line + b"\n" for line in sorted(shared)))
        report = outcome.report
        kinds = Counter((str(f.severity), f.shape, f.message) for f in report.findings)
        return replace(
            task.entry,
            graph=outcome.graph,
            statements=own.count(b"\n"),
            violations=report.count(Severity.VIOLATION),
            warnings=report.count(Severity.WARNING),
            findings=tuple(sorted(kinds.items())),
        )


def _tally_of(entries: Iterable[Entry], shared_statements: int) -> Tally:
    """How the corpus stands: all its documents, not only those of the last run."""
    given = list(entries)
    chosen, others = chosen_entries(given)
    tally = Tally(statements=shared_statements)
    for entry in given:
        if entry.failure:
            tally.failures.append((entry.name, entry.failure))
    for other, first in others:
        tally.note_repeated(other.name, other.digest, first.name, first.digest)
    for entry in chosen.values():
        tally.documents += 1
        tally.statements += entry.statements
        tally.violations += entry.violations
        tally.warnings += entry.warnings
        for (severity, shape, message), count in entry.findings:
            tally.findings[Severity(severity), shape, message] += count
    return tally
