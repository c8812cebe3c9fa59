"""Store, Writer, View: the small interface behind which quads are kept and asked for.

A *store* keeps quads in named graphs. A *writer* changes it, all or nothing: what is added or
replaced becomes visible when its block ends well. A *view* only reads; its queries see the union
of all graphs as the default graph.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self, TypeAlias

import pyoxigraph as ox

from ungraph.errors import QueryError
from ungraph.stores.tables import Table, to_table

__all__ = ["Answer", "Closing", "Store", "View", "Writer", "graph_of", "query_error"]

Answer: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | tuple[ox.Triple, ...]
"""Of SELECT, of ASK, and of CONSTRUCT and DESCRIBE (sorted, without doubles)."""


class Writer(ABC):
    """Changes of one transaction; use it as a context manager.

    Changes are collected and take effect together, removals before additions, when the block ends;
    an exception inside the block drops them all.
    """

    def __init__(self) -> None:
        self._removed: dict[str, None] = {}
        self._added: list[ox.Quad] = []

    def add(self, quads: Iterable[ox.Quad]) -> None:
        """Add *quads*; those that are there already change nothing."""
        self._added.extend(quads)

    def remove_graph(self, name: str) -> None:
        """Remove the graph called *name*, if there is one, and what this block added to it."""
        self._removed[name] = None
        self._added = [quad for quad in self._added if graph_of(quad) != name]

    def replace_graphs(self, quads: Iterable[ox.Quad], names: Iterable[str] = ()) -> None:
        """Put *quads* in place of all graphs that they name, and of the graphs called *names*."""
        given = list(quads)
        for name in {graph_of(quad): None for quad in given} | dict.fromkeys(names):
            if name:
                self.remove_graph(name)
        self.add(given)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None and (self._removed or self._added):
            self._commit(tuple(self._removed), tuple(self._added))
        self._removed, self._added = {}, []

    @abstractmethod
    def _commit(self, removed: tuple[str, ...], added: tuple[ox.Quad, ...]) -> None:
        """Remove graphs, then add quads, in one transaction; raises StoreError."""


class View(ABC):
    """Reads a store."""

    @abstractmethod
    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL 1.1 query over the union of all graphs.

        Raises QueryError for a query that is not SPARQL, StoreError when the store refuses.
        """

    def table(self, sparql: str) -> Table:
        """The answer to a query as a table with typed columns, for pandas, polars and Arrow.

        Raises what ``query`` raises.
        """
        return to_table(self.query(sparql))

    @abstractmethod
    def iter_quads(self, graph: str | None = None) -> Iterator[ox.Quad]:
        """All quads, or those of the graph called *graph*, in no particular order."""

    @abstractmethod
    def graph_names(self) -> tuple[str, ...]:
        """Names of the graphs that hold at least one triple, sorted."""

    @abstractmethod
    def count(self, graph: str | None = None) -> int:
        """How many quads there are, in all or in the graph called *graph*."""


class Closing(ABC):
    """Something that is closed at the end of its ``with`` block, whatever happened in it."""

    @abstractmethod
    def close(self) -> None:
        """Write everything out and let go."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class Store(Closing):
    """A place that keeps quads; use it as a context manager to let go of files and connections."""

    @abstractmethod
    def writer(self) -> Writer:
        """A new transaction."""

    @abstractmethod
    def view(self) -> View:
        """A reader of what is committed."""


def graph_of(quad: ox.Quad) -> str:
    """The name of a quad's graph, "" for the default graph."""
    name = quad.graph_name
    return name.value if isinstance(name, ox.NamedNode) else ""


def query_error(sparql: str, reason: Exception | str) -> QueryError:
    """The error of a query that is not SPARQL 1.1, with the place where it goes wrong."""
    why = " ".join(str(reason).split())
    return QueryError(
        "not a SPARQL query",
        where=repr(" ".join(sparql.split())[:60]),
        why=why,
        advice="Prefixes must be declared with PREFIX",
    )
