"""Engines: where batches of documents are built; here by processes of this machine.

An engine takes batches and gives a future for each. What the future brings is the same on every
engine: the outcomes, or the error that the whole batch met.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import TimeoutError as DocumentTimeout
from typing import Protocol

from pebble import ProcessExpired, ProcessPool

from ungraph.batch import outcome
from ungraph.batch.outcome import Outcome
from ungraph.batch.sources import Source
from ungraph.pipeline import BuildOptions

__all__ = ["Batch", "Engine", "LocalEngine", "Pending", "default_jobs"]

_SECONDS_BETWEEN_LOOKS = 0.5

Batch = tuple[Source, ...]


class Pending(Protocol):
    """The outcomes of a batch that is being built."""

    def exception(self) -> BaseException | None: ...
    def result(self) -> list[Outcome]: ...


class Engine(Protocol):
    """A place where batches are built; *jobs* is how many at once."""

    jobs: int

    def submit(self, batch: Batch) -> Pending: ...
    def explain(self, error: BaseException) -> str: ...
    def close(self) -> None: ...


class LocalEngine:
    """Worker processes of this machine; one that dies or takes too long is replaced."""

    def __init__(self, options: BuildOptions, *, jobs: int, seconds_per_document: float) -> None:
        self.jobs = jobs
        self._options = options
        self._seconds = seconds_per_document
        self._pool = ProcessPool(
            max_workers=jobs,
            initializer=_begin_worker,
            initargs=(os.getpid(),),
            context=multiprocessing.get_context(),
        )

    def submit(self, batch: Batch) -> Pending:
        return self._pool.schedule(
            outcome.build_all, args=(batch, self._options), timeout=self._seconds * len(batch)
        )

    def explain(self, error: BaseException) -> str:
        """Why a document that was built alone has no outcome."""
        if isinstance(error, DocumentTimeout):
            return f"took longer than {self._seconds:g} seconds and was stopped"
        if isinstance(error, ProcessExpired):
            code = error.exitcode or 0
            how = signal.strsignal(-code) if code < 0 else f"exit code {code}"
            return f"its worker process died ({how}); it may need more memory than there is"
        return f"defect in ungraph: {type(error).__name__}: {error}. Please report it"

    def close(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def default_jobs() -> int:
    """The number of processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin_worker(parent: int) -> None:
    """Leave Ctrl-C to the process that people see, and end when that process has died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(1)
