"""Sources → outcomes by worker processes: in the order of the sources, whatever dies.

A worker that is killed (by the system for want of memory, by a crash in a library) or that takes
too long costs the document it was at, no other: the documents of its batch are tried again one by
one, and the one that fails alone is reported.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as DocumentTimeout

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from ungraph.batch.outcome import Outcome, build_all, failure
from ungraph.batch.sources import Source
from ungraph.pipeline import BuildOptions

__all__ = ["default_jobs", "iter_outcomes"]

_BATCH_DOCUMENTS = 16
_BATCH_BYTES = 1 << 20
_SECONDS_PER_DOCUMENT = 600
_WAITING_PER_JOB = 4
_SECONDS_BETWEEN_LOOKS = 0.5

Batch = tuple[Source, ...]


def default_jobs() -> int:
    """The number of processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def iter_outcomes(
    sources: Sequence[Source],
    options: BuildOptions,
    *,
    jobs: int = 1,
    seconds_per_document: float = _SECONDS_PER_DOCUMENT,
) -> Iterator[Outcome]:
    """The outcome of each source, in the order given, for any number of *jobs*."""
    batches = deque(_batches(sources, jobs))
    if not batches:
        return
    pool = ProcessPool(
        max_workers=min(jobs, len(batches)),
        initializer=_begin_worker,
        initargs=(os.getpid(),),
        context=multiprocessing.get_context(),
    )
    try:
        waiting: deque[tuple[Batch, ProcessFuture[list[Outcome]]]] = deque()
        while batches or waiting:
            while batches and len(waiting) < jobs * _WAITING_PER_JOB:
                batch = batches.popleft()
                waiting.append((batch, _submit(pool, batch, options, seconds_per_document)))
            batch, future = waiting.popleft()
            yield from _collect(pool, batch, future, options, seconds_per_document)
        pool.close()  # type: ignore[no-untyped-call]
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _submit(
    pool: ProcessPool, batch: Batch, options: BuildOptions, seconds: float
) -> ProcessFuture[list[Outcome]]:
    return pool.schedule(build_all, args=(batch, options), timeout=seconds * len(batch))


def _collect(
    pool: ProcessPool,
    batch: Batch,
    future: ProcessFuture[list[Outcome]],
    options: BuildOptions,
    seconds: float,
) -> Iterator[Outcome]:
    error = future.exception()
    if error is None:
        yield from future.result()
    elif len(batch) == 1:
        yield failure(batch[0], _reason(error, seconds))
    else:
        for source in batch:
            alone = (source,)
            yield from _collect(
                pool, alone, _submit(pool, alone, options, seconds), options, seconds
            )


def _reason(error: BaseException, seconds: float) -> str:
    if isinstance(error, DocumentTimeout):
        return f"took longer than {seconds:g} seconds and was stopped"
    if isinstance(error, ProcessExpired):
        code = error.exitcode or 0
        how = signal.strsignal(-code) if code < 0 else f"exit code {code}"
        return f"its worker process died ({how}); it may need more memory than there is"
    return f"defect in ungraph: {type(error).__name__}: {error}. Please report it"


def _batches(sources: Sequence[Source], jobs: int) -> Iterator[Batch]:
    """Neighbouring sources together, few enough that every worker gets some."""
    most = max(1, min(_BATCH_DOCUMENTS, len(sources) // (jobs * 4)))
    batch: list[Source] = []
    size = 0
    for source in sources:
        bytes_ = _size_of(source)
        if batch and (len(batch) >= most or size + bytes_ > _BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(source)
        size += bytes_
    if batch:
        yield tuple(batch)


def _size_of(source: Source) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0  # building it reports why it cannot be read


def _begin_worker(parent: int) -> None:
    """Leave Ctrl-C to the process that people see, and end when that process has died."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(1)
