"""What a load puts in the place of what was there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from ungraph.stores.loading import iter_document_graphs, load_document
from ungraph.stores.oxigraph import OxigraphStore

BASE = "https://w3id.org/ungraph/id/"
AUTHORITY = ox.NamedNode(f"{BASE}graph/authority")
FACTS = ox.NamedNode(f"{BASE}graph/A/61/900/en")
WORK = ox.NamedNode(f"{BASE}doc/A/61/900")
DATE = ox.NamedNode("http://purl.org/dc/terms/date")
TITLE = ox.NamedNode("http://purl.org/dc/terms/title")


def library(folder: Path, date: str, title: str) -> OxigraphStore:
    store = OxigraphStore(folder)
    with store.writer() as writer:
        writer.add([ox.Quad(WORK, DATE, ox.Literal(date), AUTHORITY)])
        writer.add([ox.Quad(WORK, TITLE, ox.Literal(title), FACTS)])
    return store


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[OxigraphStore, OxigraphStore]]:
    with (
        library(tmp_path / "old", "2007-01-01", "Old") as old,
        library(tmp_path / "new", "2007-02-02", "New") as new,
    ):
        yield new, old


def values(store: OxigraphStore, predicate: ox.NamedNode) -> set[str]:
    quads = store.view().iter_quads()
    return {q.object.value for q in quads if q.predicate == predicate}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("whole", "dates"), [(False, {"2007-01-01", "2007-02-02"}), (True, {"2007-02-02"})]
)
def test_what_documents_share_is_added_or_for_a_whole_library_replaced(
    stores: tuple[OxigraphStore, OxigraphStore], *, whole: bool, dates: set[str]
) -> None:
    source, target = stores
    for names in iter_document_graphs(source.view()):
        assert load_document(source.view(), target, names, whole=whole)
    assert values(target, DATE) == dates
    assert values(target, TITLE) == {"New"}, "a document always replaces its own graphs"
    for names in iter_document_graphs(source.view()):
        if whole:
            assert not load_document(source.view(), target, names, whole=whole)
