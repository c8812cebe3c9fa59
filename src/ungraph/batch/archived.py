"""Archives of a corpus: the entries of their documents, and their bytes when their turn comes.

An archive is read through when it is new or changed, to see which of its documents are; then once
more to build those. Nothing of it is written to the disk.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ungraph.batch.ledger import ArchiveEntry, Entry
from ungraph.batch.members import iter_documents
from ungraph.batch.parts import part_key
from ungraph.batch.sources import Source
from ungraph.pipeline import BuildOptions
from ungraph.readers.limits import Limits

__all__ = ["entries_inside", "iter_inside", "iter_with_bytes"]


def entries_inside(
    archive: tuple[str, str], places: Sequence[tuple[str, str]]
) -> set[tuple[str, str]]:
    """Those of *places* (sorted) that lie in the *archive* at a place; its own for a broken one."""
    root, name = archive
    first = bisect_left(places, (root, f"{name}/"))
    after = bisect_left(places, (root, f"{name}0"))  # "0" comes next after "/"
    inside = set(places[first:after])
    at = bisect_left(places, archive)
    return inside | set(places[at : at + 1]) & {archive}


def iter_inside(
    archive: Source, entry: ArchiveEntry, options: BuildOptions
) -> Iterator[tuple[Source, Entry]]:
    """The documents of an archive, without their bytes, each with the entry to complete."""
    for source in iter_documents(archive, options.limits):
        data = source.data or b""
        digest = entry.digest if source.problem else hashlib.sha256(data).hexdigest()
        key = part_key(source.path.name, digest, options)
        yield (
            source if source.problem else replace(source, data=None),
            Entry(entry.root, source.name, len(data), 0, digest, key),
        )


def iter_with_bytes(
    wanted: Iterable[tuple[Source, Source | None, str]], limits: Limits
) -> Iterator[Source]:
    """Sources as they are to be built: (source, its archive if any, digest of its bytes).

    Those of one archive come together and in its order, so that it is read once. One that is not
    found again has its problem.
    """
    opened: Source | None = None
    documents: Iterator[Source] = iter(())
    for source, archive, digest in wanted:
        if archive is None or source.problem:
            yield source
            continue
        if opened is not archive:
            opened, documents = archive, iter_documents(archive, limits)
        found = next((document for document in documents if document.name == source.name), None)
        data = found.data if found and not found.problem else None
        if data is None or hashlib.sha256(data).hexdigest() != digest:
            why = "the archive was changed while it was read; run the same command again"
            yield replace(source, data=b"", problem=why)
        else:
            yield replace(source, data=data)
