"""Sources → outcomes, in the order of the sources, whatever dies.

A worker that is killed (by the system for want of memory, by a crash in a library) or that takes
too long costs the document it was at, no other: the documents of its batch are tried again one by
one, and the one that fails alone is reported.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sized

from ungraph.batch.engines import Batch, Engine, LocalEngine, Pending
from ungraph.batch.outcome import Outcome, failure
from ungraph.batch.sources import Source
from ungraph.pipeline import BuildOptions

__all__ = ["iter_outcomes"]

_BATCH_DOCUMENTS = 16
_BATCH_BYTES = 1 << 20
_SECONDS_PER_DOCUMENT = 600
_WAITING_PER_JOB = 4
_WAITING_BYTES = 64 << 20


def iter_outcomes(
    sources: Iterable[Source],
    options: BuildOptions,
    *,
    jobs: int = 1,
    count: int | None = None,
    seconds_per_document: float = _SECONDS_PER_DOCUMENT,
    engine: Engine | None = None,
) -> Iterator[Outcome]:
    """The outcome of each source, in the order given, for any number of *jobs* and any *engine*.

    Without *engine*, worker processes of this machine do it. The engine is closed at the end.
    Sources are taken as they are needed; *count* tells how many there are, where they have no
    length.
    """
    many = len(sources) if isinstance(sources, Sized) else count or 0
    if not many:
        if engine:
            engine.close()
        return
    chosen = engine or LocalEngine(
        options, jobs=min(jobs, many), seconds_per_document=seconds_per_document
    )
    batches = _batches(sources, most=max(1, min(_BATCH_DOCUMENTS, many // (chosen.jobs * 4))))
    waiting: deque[tuple[Batch, Pending]] = deque()
    held = 0
    try:
        while True:
            while held < _WAITING_BYTES and len(waiting) < chosen.jobs * _WAITING_PER_JOB:
                batch = next(batches, None)
                if batch is None:
                    break
                held += _held_by(batch)
                waiting.append((batch, chosen.submit(batch)))
            if not waiting:
                return
            batch, pending = waiting.popleft()
            yield from _collect(chosen, batch, pending)
            held -= _held_by(batch)
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


def _batches(sources: Iterable[Source], most: int) -> Iterator[Batch]:
    """Neighbouring sources together, at most so many."""
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


def _held_by(batch: Batch) -> int:
    """The bytes that a batch keeps in memory until it is built."""
    return sum(len(source.data or b"") for source in batch)


def _size_of(source: Source) -> int:
    if source.data is not None:
        return len(source.data)
    try:
        return source.path.stat().st_size
    except OSError:
        return 0  # building it reports why it cannot be read
