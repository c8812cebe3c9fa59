"""Parts: the graph of each document as files of sorted N-Quads, named by what they depend on.

A part's key is the hash of the file's bytes and name, the options and the program, so the same
key always means the same bytes: writing it twice changes nothing, and a part that is there need
not be built again. Own graphs are in ``{key}.nq``, its lines of the authority graph in
``{key}.shared.nq``, both whole or not there.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from functools import cache
from pathlib import Path

from ungraph.errors import OutputError
from ungraph.pipeline import BuildOptions
from ungraph.resources import find_folder

__all__ = ["Parts", "part_key", "program_digest"]

_PACKAGE = Path(__file__).resolve().parent.parent
_READ_BY_STEPS = ("*.py", "*.csv", "*.json", "*.ttl")


@cache
def program_digest() -> str:
    """A digest of all that decides what a graph is: our code, tables, ontology and shapes."""
    total = hashlib.sha256()
    for folder in (_PACKAGE, find_folder("ontology"), find_folder("shapes")):
        files = (path for pattern in _READ_BY_STEPS for path in folder.rglob(pattern))
        for path in sorted(files):
            total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def part_key(name: str, digest: str, options: BuildOptions) -> str:
    """The key of the file called *name* with the SHA-256 *digest*, built with *options*."""
    content = [program_digest(), asdict(options), name, digest]
    encoded = json.dumps(content, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(encoded.encode()).hexdigest()[:40]


class Parts:
    """The folder of parts; *folder* is made when the first part is written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, key: str) -> Path:
        """Where the own graphs of *key* are."""
        return self.folder / key[:2] / f"{key}.nq"

    def shared_path(self, key: str) -> Path:
        """Where its lines of the authority graph are."""
        return self.folder / key[:2] / f"{key}.shared.nq"

    def write(self, key: str, own: bytes, shared: bytes) -> None:
        """Write both files of *key*; they are on the disk when this returns."""
        try:
            self.path(key).parent.mkdir(parents=True, exist_ok=True)
            _write_whole(self.shared_path(key), shared)
            _write_whole(self.path(key), own)
        except OSError as error:
            raise OutputError(
                "could not write a part",
                where=str(self.path(key)),
                why=error.strerror or str(error),
                advice="Make room and run the same command again; it goes on where it stopped",
            ) from error

    def iter_shared(self, keys: Iterable[str]) -> Iterator[bytes]:
        """The lines of the authority graph of each key, without line ends, as they come."""
        for key in keys:
            yield from self.shared_path(key).read_bytes().splitlines()

    def clean(self, keys: set[str]) -> None:
        """Delete every file that belongs to none of *keys*."""
        for path in sorted(self.folder.glob("*/*")):
            if path.name.partition(".")[0] not in keys:
                path.unlink(missing_ok=True)
        for folder in sorted(self.folder.glob("*")):
            if not any(folder.iterdir()):
                folder.rmdir()


def _write_whole(path: Path, data: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
