"""Hyperscan (the extra ``fast``) as scanner: where matches begin and end, its databases cached."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Protocol, cast

from ungraph.errors import MissingExtraError

__all__ = ["open_database"]

_FORMAT = "1"

ScanBytes = Callable[[bytes], dict[int, int]]


class _Database(Protocol):
    def scan(self, data: bytes, /, match_event_handler: Callable[..., None]) -> None: ...


def open_database(expressions: Sequence[str], cache_folder: Path | None = None) -> ScanBytes:
    """A function that gives, for bytes, where matches of *expressions* begin: start → last end.

    Of the matches that end at one place, Hyperscan tells only the one that begins first.

    The compiled database is kept in *cache_folder* (default: ``~/.cache/ungraph``), under a key of
    the expressions, the version of Hyperscan and of our format; a folder that cannot be written
    only costs time. Raises MissingExtraError without Hyperscan.
    """
    try:
        import hyperscan
    except ImportError as error:
        raise MissingExtraError(
            "Hyperscan is not installed", advice="Install ungraph[fast], or use the engine re2"
        ) from error
    coded = [expression.encode() for expression in expressions]
    key = hashlib.sha256(b"\0".join([_FORMAT.encode(), version("hyperscan").encode(), *coded]))
    folder = cache_folder or Path.home() / ".cache" / "ungraph"
    path = folder / f"hyperscan-{key.hexdigest()[:24]}.db"
    database: hyperscan.Database | None = None
    with suppress(OSError, hyperscan.HyperscanError):
        database = hyperscan.loadb(path.read_bytes(), mode=hyperscan.HS_MODE_BLOCK)
    if database is None:
        database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        database.compile(
            expressions=coded,
            ids=list(range(len(coded))),
            elements=len(coded),
            flags=[hyperscan.HS_FLAG_SOM_LEFTMOST | hyperscan.HS_FLAG_UTF8] * len(coded),
        )
        with suppress(OSError):
            _keep(path, hyperscan.dumpb(database))
    else:
        database.scratch = hyperscan.Scratch(database)
    compiled = cast("_Database", database)

    def scan(data: bytes) -> dict[int, int]:
        ends: dict[int, int] = {}

        def note(_id: int, start: int, end: int, _flags: int, _context: object) -> None:
            if end > ends.get(start, 0):
                ends[start] = end

        compiled.scan(data, match_event_handler=note)
        return ends

    return scan


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}.tmp")
    beside.write_bytes(content)
    beside.replace(path)
