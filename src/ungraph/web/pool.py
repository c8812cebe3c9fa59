"""The query processes of a server: lent out one query at a time, ended when time is up.

A query that outlives its limit is answered with an error, never with part of a result, and its
process is killed. A query that runs long is given a low priority, so that quick ones beside it
stay quick.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from ungraph.errors import StoreError
from ungraph.web.worker import Failure, Job, Reply, run_worker

__all__ = ["Limits", "QueryPool"]

_SLOW_AFTER_SECONDS = 0.2
_LOWEST_PRIORITY = 19
_START_TRIES = 5
_PAUSE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what one client may take.

    Times in seconds, sizes in bytes; *workers* is the number of queries that may run at once,
    *waiting_seconds* how long one may wait for its turn.
    """

    query_seconds: float = 30.0
    waiting_seconds: float = 30.0
    workers: int = 8
    request_bytes: int = 1 << 20
    upload_bytes: int = 256 << 20
    answer_bytes: int = 64 << 20
    worker_memory_bytes: int = 4 << 30


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    lowered: bool = False

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


class QueryPool:
    """Workers over the store in *folder*; start it before use, close it after."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._folder = folder
        self._limits = limits
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: list[_Worker] = []
        self._threads = ThreadPoolExecutor(limits.workers * 2 + 2, "ungraph-query")
        self._writing = asyncio.Lock()
        self._starting: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Start all workers; returns when each has opened the store."""
        await asyncio.gather(*(self._add() for _ in range(self._limits.workers)))

    async def close(self) -> None:
        """End all workers."""
        for worker in self._all:
            worker.end()
        self._all.clear()
        self._idle = asyncio.Queue()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def run(self, job: Job) -> Reply:
        """The answer to *job*; Failure "busy" or "timeout" when it took too long."""
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._limits.waiting_seconds)
        except TimeoutError:
            return Failure("busy", "all query processes are taken; try again later")
        try:
            reply = await self._ask(worker, job)
        except (TimeoutError, asyncio.CancelledError) as error:
            self._replace(worker)
            if isinstance(error, asyncio.CancelledError):
                raise
            seconds = self._limits.query_seconds
            return Failure("timeout", f"the query took longer than {seconds:g} seconds")
        except (EOFError, OSError):
            self._replace(worker)
            return Failure("failed", "the query process ended, probably out of memory")
        if worker.lowered:
            self._replace(worker)
        else:
            self._idle.put_nowait(worker)
        return reply

    @contextlib.asynccontextmanager
    async def exclusive(self) -> AsyncIterator[None]:
        """The store for one writer: waits for running queries, closes the readers, reopens them.

        A process that could not be started again is not waited for.
        """
        async with self._writing:
            held: list[_Worker] = []
            while len(held) < len(self._all) or self._starting:
                with contextlib.suppress(TimeoutError):
                    held.append(await asyncio.wait_for(self._idle.get(), _PAUSE_SECONDS))
            for worker in held:
                worker.end()
            self._all.clear()
            try:
                yield
            finally:
                await self.start()

    async def _ask(self, worker: _Worker, job: Job) -> Reply:
        loop = asyncio.get_running_loop()
        worker.pipe.send(job)
        answer = loop.run_in_executor(self._threads, _receive, worker.pipe)
        done, _ = await asyncio.wait({answer}, timeout=_SLOW_AFTER_SECONDS)
        if not done:
            with contextlib.suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, worker.process.pid or 0, _LOWEST_PRIORITY)
                worker.lowered = True
            rest = self._limits.query_seconds - _SLOW_AFTER_SECONDS
            done, _ = await asyncio.wait({answer}, timeout=max(0.0, rest))
        if not done:
            raise TimeoutError
        reply = answer.result()
        if reply is None:
            raise EOFError
        return reply

    def _replace(self, worker: _Worker) -> None:
        """End *worker* at once and start another in the background."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(worker.process.pid or 0, signal.SIGKILL)
        self._all.remove(worker)
        loop = asyncio.get_running_loop()
        loop.run_in_executor(self._threads, worker.end)
        task = loop.create_task(self._add())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _add(self) -> None:
        loop = asyncio.get_running_loop()
        worker = await loop.run_in_executor(self._threads, self._open)
        self._all.append(worker)
        self._idle.put_nowait(worker)

    def _open(self) -> _Worker:
        """A new worker; a process that ends before it has opened the store is started again."""
        for step in range(1, _START_TRIES):
            with contextlib.suppress(EOFError, OSError):
                return self._open_once()
            time.sleep(_PAUSE_SECONDS * 2**step)
        try:
            return self._open_once()
        except (EOFError, OSError) as error:
            raise StoreError(
                "no query process could be started",
                where=str(self._folder),
                why=str(error) or "it ended before it had opened the store",
                advice="Check that the store opens: ungraph query STORE, and that memory is left",
            ) from error

    def _open_once(self) -> _Worker:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=run_worker,
            args=(self._folder, theirs, self._limits.worker_memory_bytes),
            daemon=True,
        )
        worker = _Worker(process, ours)
        try:
            process.start()
        finally:
            theirs.close()
        try:
            ours.recv()
        except (EOFError, OSError):
            worker.end()
            raise
        return worker


def _receive(pipe: Connection) -> Reply | None:
    """The next reply, or None when the process behind *pipe* has ended."""
    try:
        reply: Reply = pipe.recv()
    except (EOFError, OSError):
        return None
    return reply
