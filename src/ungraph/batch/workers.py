"""Sources → outcomes, in the order of the sources, whatever dies.

A worker that is killed (by the system for want of memory, by a crash in a library) or that takes
too long costs the document it was at, no other: the documents of its batch are tried again one by
one, and the one that fails alone is reported.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from ungraph.batch.engines import Batch, Engine, LocalEngine, Pending
from ungraph.batch.outcome import Outcome, failure
from ungraph.batch.sources import Source
from ungraph.pipeline import BuildOptions

__all__ = ["iter_outcomes"]

_BATCH_DOCUMENTS = 16
_BATCH_BYTES = 1 << 20
_SECONDS_PER_DOCUMENT = 600
_WAITING_PER_JOB = 4


def iter_outcomes(
    sources: Sequence[Source],
    options: BuildOptions,
    *,
    jobs: int = 1,
    seconds_per_document: float = _SECONDS_PER_DOCUMENT,
    engine: Engine | None = None,
) -> Iterator[Outcome]:
    """The outcome of each source, in the order given, for any number of *jobs* and any *engine*.

    Without *engine*, worker processes of this machine do it. The engine is closed at the end.
    """
    if not sources:
        if engine:
            engine.close()
        return
    batches = deque(_batches(sources, engine.jobs if engine else jobs))
    chosen = engine or LocalEngine(
        options, jobs=min(jobs, len(batches)), seconds_per_document=seconds_per_document
    )
    waiting: deque[tuple[Batch, Pending]] = deque()
    try:
        while batches or waiting:
            while batches and len(waiting) < chosen.jobs * _WAITING_PER_JOB:
                batch = batches.popleft()
                waiting.append((batch, chosen.submit(batch)))
            yield from _collect(chosen, *waiting.popleft())
    finally:
        chosen.close()


def _collect(engine: Engine, batch: Batch, pending: Pending) -> Iterator[Outcome]:
    error = pending.exception()
    if error is None:
        yield from pending.result()
    elif len(batch) == 1:
        yield failure(batch[0], engine.explain(error))
    else:
        for source in batch:
            yield from _collect(engine, (source,), engine.submit((source,)))


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
    if source.data is not None:
        return len(source.data)
    try:
        return source.path.stat().st_size
    except OSError:
        return 0  # building it reports why it cannot be read
