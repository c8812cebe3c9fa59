"""The query processes are there again after whatever happens to them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pyoxigraph as ox
import pytest

from ungraph.errors import StoreError
from ungraph.web.pool import Limits, QueryPool
from ungraph.web.worker import Job, Success

ASK = Job("ASK {}", (), (), "application/sparql-results+json", None, 1000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = ox.Store(str(tmp_path / "store"))
    store.flush()
    return tmp_path / "store"


def test_a_process_that_ends_at_its_start_is_started_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = QueryPool._open_once
    failures = iter([EOFError(), OSError("no process")])

    def open_sometimes(pool: QueryPool) -> object:
        for failure in failures:
            raise failure
        return once(pool)

    monkeypatch.setattr(QueryPool, "_open_once", open_sometimes)

    async def ask() -> object:
        pool = QueryPool(folder, Limits(workers=1))
        await pool.start()
        try:
            return await pool.run(ASK)
        finally:
            await pool.close()

    assert isinstance(asyncio.run(ask()), Success)


def test_a_store_that_does_not_open_is_an_error_and_not_a_wait(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ungraph.web.pool._PAUSE_SECONDS", 0.0)
    pool = QueryPool(folder.with_name("nothing here"), Limits(workers=1))
    with pytest.raises(StoreError, match="no query process could be started"):
        asyncio.run(pool.start())


def test_a_writer_does_not_wait_for_a_process_that_is_gone(folder: Path) -> None:
    async def write() -> object:
        pool = QueryPool(folder, Limits(workers=2))
        await pool.start()
        lost = await pool._idle.get()
        pool._all.remove(lost)
        lost.end()
        try:
            async with asyncio.timeout(30), pool.exclusive():
                pass
            return await pool.run(ASK)
        finally:
            await pool.close()

    assert isinstance(asyncio.run(write()), Success)
