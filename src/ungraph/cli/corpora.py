"""``ungraph build --store``: a corpus folder brought up to date, with its plan and its report."""

from __future__ import annotations

from pathlib import Path

import click

from ungraph.batch.corpus import Corpus, Watcher
from ungraph.batch.outcome import Outcome
from ungraph.batch.plan import Plan
from ungraph.cli.progress import Progress
from ungraph.cli.summaries import format_summary
from ungraph.identifiers.mint import Mint
from ungraph.linkout.continuations import continuations
from ungraph.linkout.fulfilments import fulfilments
from ungraph.linkout.keeping import keep_links
from ungraph.stores.oxigraph import OxigraphStore, find_store

__all__ = ["build_corpus"]


def build_corpus(
    corpus: Corpus, paths: list[Path], *, retry_failed: bool = False, quiet: bool = False
) -> int:
    """Build, report on standard error, and give the exit code."""
    watcher = _Shown(quiet)
    try:
        plan, tally = corpus.build(paths, retry_failed=retry_failed, watcher=watcher)
    finally:
        watcher.clear()
    if plan.tasks or plan.gone:
        _tie_answers(corpus)
    click.echo(format_summary(tally, plan.left_out, quiet=quiet), err=True, nl=False)
    return 0 if tally.is_clean else 1


def _tie_answers(corpus: Corpus) -> None:
    """Tie reports to requests and mandates to those they carry on, told by several documents."""
    mint = Mint(corpus.options.base)
    with OxigraphStore(find_store(corpus.store_folder)) as store:
        keep_links(store, *fulfilments(store, mint), mint)
        keep_links(store, *continuations(store, mint), mint)


class _Shown(Watcher):
    """Shows the plan, then how far the build is."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._progress: Progress | None = None

    def planned(self, plan: Plan) -> None:
        if not self._quiet:
            retried = f", {len(plan.retried):,} to try again" if plan.retried else ""
            click.echo(
                f"plan: {len(plan.new):,} new, {len(plan.changed):,} changed,"
                f" {plan.unchanged:,} unchanged, {len(plan.gone):,} gone{retried}",
                err=True,
            )
        self._progress = Progress(len(plan.tasks), quiet=self._quiet)

    def built(self, outcome: Outcome) -> None:
        if self._progress is not None:
            self._progress.advance(failed=not outcome.built)

    def loading(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the line of progress away."""
        if self._progress is not None:
            self._progress.clear()
