"""Quads ↔ Oxigraph, in memory or in a folder on disk: the embedded default.

One process writes at a time; any number may read a folder that nobody writes to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from ungraph.errors import StoreError
from ungraph.stores.base import Answer, Store, View, Writer, query_error
from ungraph.stores.reordering import reorder

__all__ = ["OxigraphStore", "answer", "ask", "find_store"]


def find_store(folder: Path) -> Path:
    """Where the store is: *folder* itself, or the ``store`` in a folder that ``build`` keeps.

    Raises StoreError when there is none.
    """
    for place in (folder, folder / "store"):
        if (place / "CURRENT").is_file():
            return place
    raise StoreError(
        "there is no store",
        where=str(folder),
        advice="Make one with: ungraph build FOLDER --store DIR",
    )


class OxigraphStore(Store):
    """A store in the folder *path*, or in memory when there is none.

    Raises StoreError when the folder cannot be used, is no store, or is in use by a writer.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        self._where = str(path) if path else "memory"
        self._read_only = read_only
        if read_only and path:
            path = find_store(path)
        try:
            if path is None:
                self._store = ox.Store()
            elif read_only:
                self._store = ox.Store.read_only(str(path))
            else:
                path.mkdir(parents=True, exist_ok=True)
                self._store = ox.Store(str(path))
        except OSError as error:
            raise StoreError(
                "could not open the store",
                where=self._where,
                why=" ".join(str(error).split()),
                advice="Check that the folder is a store and that no other program writes to it",
            ) from error

    @property
    def native(self) -> ox.Store:
        """The store of pyoxigraph itself, for bulk loading and for the SPARQL endpoint."""
        return self._store

    def writer(self) -> Writer:
        return _OxigraphWriter(self._store, self._where)

    def view(self) -> View:
        return _OxigraphView(self._store, self._where)

    def bulk_load(self, files: Iterable[Path]) -> None:
        """Load N-Quads *files* in the fast way, for the first filling of an empty store."""
        for path in files:
            try:
                self._store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS, lenient=True)
            except (OSError, SyntaxError) as error:
                raise StoreError(
                    "could not load", where=str(path), why=" ".join(str(error).split())
                ) from error

    def close(self) -> None:
        if not self._read_only:
            self._store.flush()


class _OxigraphWriter(Writer):
    def __init__(self, store: ox.Store, where: str) -> None:
        super().__init__()
        self._store = store
        self._where = where

    def _commit(self, removed: tuple[str, ...], added: tuple[ox.Quad, ...]) -> None:
        try:
            if not removed:
                self._store.extend(added)
                return
            self._store.update(replacement(removed, added))
        except OSError as error:
            raise StoreError(
                "the store could not be changed",
                where=self._where,
                why=" ".join(str(error).split()),
                advice="Nothing was changed; check the room on the disk",
            ) from error


class _OxigraphView(View):
    def __init__(self, store: ox.Store, where: str) -> None:
        self._store = store
        self._where = where

    def query(self, sparql: str) -> Answer:
        return answer(self._store, sparql, where=self._where)

    def iter_quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        name = None if graph is None else ox.NamedNode(graph)
        return self._store.quads_for_pattern(None, None, None, name)

    def graph_names(self) -> tuple[str, ...]:
        filled = (
            name.value
            for name in self._store.named_graphs()
            if isinstance(name, ox.NamedNode)
            and next(self._store.quads_for_pattern(None, None, None, name), None) is not None
        )
        return tuple(sorted(filled))

    def count(self, graph: str | None = None) -> int:
        if graph is None:
            return len(self._store)
        return sum(1 for _ in self.iter_quads(graph))


def replacement(removed: Iterable[str], added: Iterable[ox.Quad]) -> str:
    """A SPARQL Update that removes graphs and adds quads; a store runs it as one transaction."""
    drops = "".join(f"DROP SILENT GRAPH <{name}> ;\n" for name in removed)
    grouped: dict[str, list[str]] = {}
    for quad in added:
        line = f"{quad.subject} {quad.predicate} {quad.object} ."
        grouped.setdefault(str(quad.graph_name), []).append(line)
    blocks = [
        "\n".join(lines) if name == "DEFAULT" else f"GRAPH {name} {{\n" + "\n".join(lines) + "\n}"
        for name, lines in grouped.items()
    ]
    return drops + ("INSERT DATA {\n" + "\n".join(blocks) + "\n}" if blocks else "")


def answer(store: ox.Store, sparql: str, *, where: str = "the query") -> Answer:
    """The answer of *store* to *sparql* over the union of its graphs."""
    try:
        found = ask(store, sparql)
        if isinstance(found, ox.QueryTriples):
            return tuple(sorted(set(found), key=str))
        return found
    except SyntaxError as error:
        raise query_error(sparql, error) from error
    except OSError as error:
        raise StoreError(
            "the store could not be read", where=where, why=" ".join(str(error).split())
        ) from error


def ask(
    store: ox.Store, sparql: str, *, base_iri: str | None = None
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """What pyoxigraph answers over the union of all graphs, its parts put in a quick order.

    Raises SyntaxError for what is not SPARQL, OSError when the store cannot be read.
    """
    quick = reorder(sparql)
    try:
        return store.query(quick, base_iri=base_iri, use_default_graph_as_union=True)
    except SyntaxError:
        if quick == sparql:
            raise
        return store.query(sparql, base_iri=base_iri, use_default_graph_as_union=True)
