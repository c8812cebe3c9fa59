"""The stores that the tests run against, each fresh and empty."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from ungraph.stores.base import Store
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.stores.remote import RemoteStore, find_endpoint


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server that the tests have to themselves."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("the program oxigraph is not installed (development dependency)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("server")
    command = [program, "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}"]
    command.append("--union-default-graph")
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            urlopen(f"{url}/query?query=ASK%7B%7D", timeout=1).close()
            break
        except (URLError, OSError):
            time.sleep(0.05)
    yield url
    server.terminate()
    server.wait()


@pytest.fixture(params=["memory", "oxigraph", "oxigraph-on-disk", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each kind of store in turn."""
    made: Store
    if request.param == "memory":
        made = MemoryStore()
    elif request.param == "oxigraph":
        made = OxigraphStore()
    elif request.param == "oxigraph-on-disk":
        made = OxigraphStore(tmp_path / "store")
    else:
        made = RemoteStore(find_endpoint(request.getfixturevalue("oxigraph_server")))
        with made.writer() as writer:
            for name in made.view().graph_names():
                writer.remove_graph(name)
    with made:
        yield made
