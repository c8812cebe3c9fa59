"""A cluster gives what this machine gives, even when a worker is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from servers import free_port
from ungraph.batch.cluster import ClusterEngine, build_sent
from ungraph.batch.outcome import build_all
from ungraph.batch.sources import Source
from ungraph.batch.workers import iter_outcomes
from ungraph.errors import StoreError
from ungraph.pipeline import BuildOptions

OPTIONS = BuildOptions(validate=False)
LETTER = """A/HRC/{number}/7
3 May 2008

Note by the Secretariat

1. In resolution {number}/3 the Council invited the Government of Peru to a meeting.
"""


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    """A hundred small documents, one of them empty and one missing."""
    made = []
    for number in range(1, 101):
        path = tmp_path / f"{number:03d}.txt"
        path.write_text("" if number == 40 else LETTER.format(number=number))
        made.append(Source(path.name, path))
    made[69].path.unlink()
    return made


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """The address of a Dask cluster of two workers, and their processes."""
    pytest.importorskip("distributed", reason="needs the extra dask")
    place = tmp_path_factory.mktemp("cluster")
    address = f"tcp://127.0.0.1:{(port := free_port())}"
    dask = str(Path(sys.executable).with_name("dask"))
    quiet = ("--no-dashboard",)
    started: list[subprocess.Popen[bytes]] = []
    log = (place / "log").open("wb")

    def start(*words: str) -> None:
        started.append(
            subprocess.Popen(
                [dask, *words, *quiet], cwd=place, stdout=log, stderr=log, start_new_session=True
            )
        )

    start("scheduler", "--host", "127.0.0.1", "--port", str(port))
    for _ in range(2):
        start("worker", address, "--nthreads", "1", "--host", "127.0.0.1", "--no-nanny")
    wait_for_workers(address, 2)
    yield address, [process.pid for process in started[1:]]
    for process in started:
        process.kill()
        process.wait()
    log.close()


def wait_for_workers(address: str, wanted: int) -> None:
    """Return when the cluster has *wanted* workers."""
    for _ in range(150):
        try:
            engine = ClusterEngine(address, OPTIONS)
        except StoreError:
            time.sleep(0.2)
            continue
        jobs = engine.jobs
        engine.close()
        if jobs == wanted:
            return
        time.sleep(0.2)
    pytest.fail("the cluster did not start")


def test_a_lost_worker_loses_nothing(cluster: tuple[str, list[int]], sources: list[Source]) -> None:
    address, workers = cluster
    expected = build_all(tuple(sources), OPTIONS)
    killed = threading.Timer(0.4, os.kill, (workers[0], signal.SIGKILL))
    outcomes = iter_outcomes(sources, OPTIONS, engine=ClusterEngine(address, OPTIONS))
    first = next(outcomes)
    killed.start()
    assert [first, *outcomes] == expected
    killed.join()
    assert [outcome.name for outcome in expected if not outcome.built] == ["040.txt", "070.txt"]


def test_documents_of_archives_are_sent_with_their_bytes(cluster: tuple[str, list[int]]) -> None:
    given = [
        Source(f"all.zip/{n}.txt", Path(f"{n}.txt"), LETTER.format(number=n).encode())
        for n in (1, 2)
    ]
    given.append(Source("all.zip/3.txt", Path("3.txt"), b"", "it is encrypted"))
    engine = ClusterEngine(cluster[0], OPTIONS)
    outcomes = list(iter_outcomes(iter(given), OPTIONS, count=3, engine=engine))
    assert outcomes == build_all(tuple(given), OPTIONS)
    assert [outcome.failure for outcome in outcomes] == ["", "", "it is encrypted"]


def test_a_cluster_that_is_not_there_is_told() -> None:
    pytest.importorskip("distributed", reason="needs the extra dask")
    with pytest.raises(StoreError, match=r"the cluster did not answer in tcp:"):
        ClusterEngine("tcp://127.0.0.1:9", OPTIONS, seconds=1)


def test_another_version_is_refused(sources: list[Source]) -> None:
    with pytest.raises(StoreError, match="the workers run another version of ungraph"):
        build_sent(((sources[0], b""),), OPTIONS, "another")
