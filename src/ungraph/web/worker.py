"""A process of its own that runs queries: it can be ended, and then really frees the processor.

Oxigraph cannot stop a query once it runs, so the server never runs one itself.
"""

from __future__ import annotations

import io
import resource
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox
from typing_extensions import Buffer

from ungraph.stores.oxigraph import ask

__all__ = ["Failure", "Job", "Reply", "Success", "run_worker"]


@dataclass(frozen=True, slots=True)
class Job:
    """A query with its dataset and the forms in which its answer may be sent.

    *result_form* and *graph_form* are media types; None when the client accepts no such form.
    Empty *default_graphs* and *named_graphs* mean the whole store, its default graph being the
    union of all graphs.
    """

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    result_form: str | None
    graph_form: str | None
    max_bytes: int
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Success:
    """The whole answer and its media type."""

    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer: "syntax", "not-acceptable", "too-large" or "failed"."""

    kind: str
    message: str


Reply = Success | Failure


class _TooLarge(Exception):
    """The answer has outgrown the limit."""


class _Bounded(io.BytesIO):
    """A file in memory that refuses to grow over a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Buffer, /) -> int:
        if self.tell() + memoryview(data).nbytes > self._limit:
            raise _TooLarge
        return super().write(data)


def run_worker(folder: Path, pipe: Connection, memory_bytes: int) -> None:
    """Serve jobs from *pipe* until it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    store = ox.Store.read_only(str(folder))
    pipe.send("ready")
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_answer(store, job))


def _answer(store: ox.Store, job: Job) -> Reply:
    sink = _Bounded(job.max_bytes)
    try:
        answer = _run(store, job)
        graph = not isinstance(answer, ox.QuerySolutions | ox.QueryBoolean)
        form = job.graph_form if graph else job.result_form
        if form is None:
            return Failure("not-acceptable", "no form of the answer is acceptable to the client")
        if isinstance(answer, ox.QuerySolutions | ox.QueryBoolean):
            answer.serialize(sink, ox.QueryResultsFormat.from_media_type(form))
        else:
            ox.serialize(answer, sink, ox.RdfFormat.from_media_type(form))
    except SyntaxError as error:
        return Failure("syntax", str(error))
    except _TooLarge:
        return Failure("too-large", f"the answer is larger than {job.max_bytes} bytes")
    except (ValueError, OSError, RuntimeError, MemoryError) as error:
        return Failure("failed", f"{type(error).__name__}: {error}")
    return Success(sink.getvalue(), form)


def _run(store: ox.Store, job: Job) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    if job.default_graphs or job.named_graphs:
        return store.query(
            job.query,
            base_iri=job.base,
            default_graph=[ox.NamedNode(iri) for iri in job.default_graphs],
            named_graphs=[ox.NamedNode(iri) for iri in job.named_graphs],
        )
    return ask(store, job.query, base_iri=job.base)
