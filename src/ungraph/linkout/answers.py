"""What an endpoint answered, kept on disk, so that nothing is asked twice and a run can go on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from ungraph.errors import StoreError
from ungraph.stores.base import Closing

__all__ = ["Answers"]

_TABLE = """CREATE TABLE IF NOT EXISTS answers (
    endpoint TEXT, property TEXT, value TEXT, items TEXT, asked TEXT,
    PRIMARY KEY (endpoint, property, value)) WITHOUT ROWID"""


class Answers(Closing):
    """Answers of one endpoint about one property; a context manager.

    Raises StoreError when the file cannot be used.
    """

    def __init__(self, path: Path, endpoint: str, property_iri: str) -> None:
        self._path = path
        self._owner = (endpoint, property_iri)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = sqlite3.connect(path)
            self._file.execute(_TABLE)
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def load(self) -> dict[str, tuple[tuple[str, ...], str]]:
        """All answers: by value, the items (none, too, is an answer) and the day of the asking."""
        try:
            rows = self._file.execute(
                "SELECT value, items, asked FROM answers WHERE endpoint = ? AND property = ?",
                self._owner,
            ).fetchall()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return {value: (tuple(json.loads(items)), asked) for value, items, asked in rows}

    def keep(self, found: Mapping[str, Iterable[str]], asked: str) -> None:
        """Keep the answers of one request, all or none."""
        rows = [
            (*self._owner, value, json.dumps(sorted(set(items))), asked)
            for value, items in found.items()
        ]
        try:
            with self._file:
                self._file.executemany("INSERT OR REPLACE INTO answers VALUES (?,?,?,?,?)", rows)
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    def _unusable(self, error: Exception) -> StoreError:
        return StoreError(
            "the kept answers cannot be used",
            where=str(self._path),
            why=str(error),
            advice="Remove the file or name another one with --cache",
        )
