"""A live server on loopback over a small store of its own."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import httpx
import pyoxigraph as ox
import pytest
import uvicorn

from ungraph.web.app import create_app
from ungraph.web.pool import Limits

TOKEN = "a token for tests"
NOTE = "https://w3id.org/ungraph/id/doc/A/HRC/9/99"
DATA = f"""
<{NOTE}> a <https://w3id.org/ungraph/ns#Document> ;
  <http://www.w3.org/2000/01/rdf-schema#label> "A note & <more>"@en ;
  <https://w3id.org/ungraph/ns#symbol> "A/HRC/9/99" ;
  <https://w3id.org/ungraph/ns#aknWorkIri>
    "/akn/un/statement/deliberation/unga/2020-12-10/75-100/" ;
  <http://purl.org/spar/cito/cites> <https://w3id.org/ungraph/id/doc/A/RES/926(X)> .
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("store") / "s"
    store = ox.Store(str(folder))
    store.load(
        DATA, ox.RdfFormat.TURTLE, to_graph=ox.NamedNode("https://w3id.org/ungraph/id/graph/x")
    )
    for number in range(300):
        store.add(
            ox.Quad(
                ox.NamedNode(f"http://example.org/{number}"),
                ox.NamedNode("http://example.org/p"),
                ox.Literal(str(number)),
                ox.NamedNode("http://example.org/numbers"),
            )
        )
    often = ox.NamedNode("https://w3id.org/ungraph/id/doc/A/RES/1000(X)")
    mentions = ox.NamedNode("http://example.org/mentions")
    for number in range(600):
        name = ox.NamedNode(f"http://example.org/document/{number}")
        store.add(ox.Quad(name, mentions, often, ox.NamedNode("http://example.org/mentioned")))
    store.flush()
    del store
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = create_app(folder, token=TOKEN, limits=Limits(query_seconds=2.0, workers=5))
    running = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    running.should_exit = True
    thread.join()


@pytest.fixture
def client(server: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server, timeout=30) as made:
        yield made
