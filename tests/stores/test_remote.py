"""Long documents on a server that takes requests of a limited length."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from servers import VIRTUOSO_PASSWORD
from ungraph.errors import StoreError
from ungraph.stores.endpoint import find_endpoint
from ungraph.stores.remote import RemoteStore, _RemoteWriter

FACTS, EVIDENCE = "urn:test:long", "urn:test:long/evidence"
COUNTS = """SELECT ?word (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s <urn:test:word> ?word }
  FILTER(STRSTARTS(STR(?g), "urn:test:")) } GROUP BY ?word"""


@pytest.fixture
def store(virtuoso_server: str) -> RemoteStore:
    """A Virtuoso without graphs of ours."""
    endpoint = find_endpoint(virtuoso_server, digest=True, user="dba", password=VIRTUOSO_PASSWORD)
    made = RemoteStore(endpoint)
    with made.writer() as writer:
        for name in made.view().graph_names():
            writer.remove_graph(name)
    return made


def long_document(word: str) -> list[Quad]:
    """More quads than one request takes, in two graphs."""
    return [
        Quad(
            NamedNode(f"urn:test:{number}"),
            NamedNode("urn:test:word"),
            Literal(word),
            NamedNode(FACTS if number % 3 else EVIDENCE),
        )
        for number in range(4500)
    ]


def replace(store: RemoteStore, word: str) -> None:
    with store.writer() as writer:
        writer.replace_graphs(long_document(word))


def words(store: RemoteStore) -> dict[str, int]:
    rows = store.view().query(COUNTS)
    assert isinstance(rows, QuerySolutions)
    return {row[0].value: int(row[1].value) for row in rows}


def test_a_long_document_is_replaced_in_one_step(store: RemoteStore) -> None:
    replace(store, "old")
    seen: Counter[tuple[tuple[str, int], ...]] = Counter()
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            seen[tuple(words(store).items())] += 1

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        replace(store, "new")
    finally:
        done.set()
        watcher.join()
    assert words(store) == {"new": 4500}
    assert seen.keys() <= {(("old", 4500),), (("new", 4500),)}
    assert (("old", 4500),) in seen
    assert store.view().graph_names() == (FACTS, EVIDENCE)


def test_a_load_that_breaks_off_leaves_what_was_there(
    store: RemoteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(store, "old")
    sent: list[str] = []
    update = _RemoteWriter._update

    def break_off(writer: _RemoteWriter, sparql: str) -> None:
        sent.append(sparql)
        if len(sent) == 3:
            raise StoreError("the line is dead")
        update(writer, sparql)

    with monkeypatch.context() as patched:
        patched.setattr(_RemoteWriter, "_update", break_off)
        with pytest.raises(StoreError):
            replace(store, "new")
    assert words(store) == {"old": 4500}
    assert store.view().graph_names() == (FACTS, EVIDENCE)
    replace(store, "newest")  # what was left beside does no harm
    assert words(store) == {"newest": 4500}


def test_a_long_addition_keeps_what_is_there(store: RemoteStore) -> None:
    with store.writer() as writer:
        writer.add(long_document("first"))
    with store.writer() as writer:
        writer.add(long_document("second"))
    assert words(store) == {"first": 4500, "second": 4500}
