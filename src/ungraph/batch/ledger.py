"""Ledger: what a corpus folder holds, kept in SQLite so that a kill at any moment leaves it whole."""

from __future__ import annotations

import fcntl
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from ungraph.errors import StoreError
from ungraph.stores.base import Closing

__all__ = ["ArchiveEntry", "Entry", "Ledger"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS document (
  root TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
  digest TEXT NOT NULL, key TEXT NOT NULL, graph TEXT NOT NULL, statements INTEGER NOT NULL,
  violations INTEGER NOT NULL, warnings INTEGER NOT NULL, findings TEXT NOT NULL,
  failure TEXT NOT NULL, PRIMARY KEY (root, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS archive (
  root TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, changed INTEGER NOT NULL,
  digest TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (root, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS loaded (graph TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shared (statements INTEGER NOT NULL);
"""
_COLUMNS = (
    "root, name, size, changed, digest, key, graph, statements, violations, warnings, findings,"
    " failure"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the corpus: where it is, what was read, what came of it.

    *root* and *name* say where (the folder given and the path below it); *size* and *changed*
    (nanoseconds) tell cheaply whether the file may have changed, *digest* tells surely. *key*
    names its part. *findings* is the tally of its report: ((severity, shape, message), count).
    """

    root: str
    name: str
    size: int
    changed: int
    digest: str
    key: str
    graph: str = ""
    statements: int = 0
    violations: int = 0
    warnings: int = 0
    findings: tuple[tuple[tuple[str, str, str], int], ...] = ()
    failure: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Root and name."""
        return self.root, self.name


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """An archive of which all documents have their entries; *key* says how they were found."""

    root: str
    name: str
    size: int
    changed: int
    digest: str
    key: str

    @property
    def place(self) -> tuple[str, str]:
        """Root and name."""
        return self.root, self.name


class Ledger(Closing):
    """The entries of a corpus folder, and which part of each graph is in the store.

    One process at a time holds it; StoreError tells another one.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = (folder / "lock").open("w")
            try:  # a record lock, which worker processes do not inherit
                fcntl.lockf(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._lock.close()
                raise
            self._db = sqlite3.connect(folder / "ledger.sqlite")
            self._db.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; {_SCHEMA}")
        except BlockingIOError as error:
            raise StoreError(
                "the store is being built",
                where=str(folder),
                why="another ungraph is at work there",
                advice="Wait until it is done",
            ) from error
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                "the store cannot be used", where=str(folder), why=str(error)
            ) from error

    def close(self) -> None:
        """Let go of the files."""
        self._db.close()
        self._lock.close()

    def entries(self) -> dict[tuple[str, str], Entry]:
        """All documents, by root and name, in that order."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM document ORDER BY root, name")
        found = (_entry(row) for row in rows)
        return {entry.place: entry for entry in found}

    def put(self, entries: Iterable[Entry]) -> None:
        """Write entries, all or none; they are on the disk when this returns."""
        rows = [
            (
                *(getattr(entry, name) for name in _COLUMNS.split(", ")[:10]),
                json.dumps(entry.findings),
                entry.failure,
            )
            for entry in entries
        ]
        with self._db:
            self._db.executemany(
                f"INSERT OR REPLACE INTO document ({_COLUMNS}) VALUES ({'?, ' * 11}?)",
                rows,
            )

    def remove(self, places: Iterable[tuple[str, str]]) -> None:
        """Forget documents, all or none."""
        with self._db:
            self._db.executemany("DELETE FROM document WHERE root = ? AND name = ?", list(places))

    def archives(self) -> dict[tuple[str, str], ArchiveEntry]:
        """All archives of which every document was noted, by root and name."""
        rows = self._db.execute("SELECT root, name, size, changed, digest, key FROM archive")
        found = (ArchiveEntry(*row) for row in rows)
        return {entry.place: entry for entry in found}

    def put_archives(
        self, entries: Iterable[ArchiveEntry], gone: Iterable[tuple[str, str]]
    ) -> None:
        """Note archives whose documents are all noted, and forget others."""
        with self._db:
            self._db.executemany(
                "INSERT OR REPLACE INTO archive VALUES (?, ?, ?, ?, ?, ?)",
                [astuple(entry) for entry in entries],
            )
            self._db.executemany("DELETE FROM archive WHERE root = ? AND name = ?", list(gone))

    def loaded(self) -> dict[str, str]:
        """The part of each graph that is in the store; "" where a change was begun."""
        return dict(self._db.execute("SELECT graph, key FROM loaded"))

    def put_loaded(self, keys: Iterable[tuple[str, str]]) -> None:
        """Note which part is in the store for each graph; "" before a change is begun."""
        with self._db:
            self._db.executemany("INSERT OR REPLACE INTO loaded VALUES (?, ?)", list(keys))

    def remove_loaded(self, graphs: Iterable[str]) -> None:
        """Note that graphs are no longer in the store."""
        with self._db:
            self._db.executemany("DELETE FROM loaded WHERE graph = ?", [(g,) for g in graphs])

    def replace_loaded(self, keys: Iterable[tuple[str, str]]) -> None:
        """Note that the store holds these graphs and no others."""
        with self._db:
            self._db.execute("DELETE FROM loaded")
            self._db.executemany("INSERT INTO loaded VALUES (?, ?)", list(keys))

    def shared_statements(self) -> int:
        """How many statements of the store documents share (the authority graph)."""
        row = self._db.execute("SELECT statements FROM shared").fetchone()
        return int(row[0]) if row else 0

    def put_shared_statements(self, statements: int) -> None:
        """Note how many statements documents share."""
        with self._db:
            self._db.execute("DELETE FROM shared")
            self._db.execute("INSERT INTO shared VALUES (?)", (statements,))


def _entry(row: tuple[Any, ...]) -> Entry:
    values: dict[str, Any] = dict(zip(_COLUMNS.split(", "), row, strict=True))
    return Entry(**{**values, "findings": _parse_findings(values["findings"])})


def _parse_findings(text: str) -> tuple[tuple[tuple[str, str, str], int], ...]:
    return tuple(((kind[0], kind[1], kind[2]), count) for kind, count in json.loads(text))
