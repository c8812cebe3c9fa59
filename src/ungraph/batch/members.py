"""Sources → groups of sources, archives opened: their files become sources with their bytes.

Members are taken in groups of a bounded size, so an archive of any size needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ungraph.batch.sources import Source, is_document_name
from ungraph.errors import DocumentError
from ungraph.readers.archives import iter_members
from ungraph.readers.detect import READERS, detect_media_type
from ungraph.readers.limits import Limits

__all__ = ["iter_documents", "iter_groups"]

_GROUP_BYTES = 64 << 20
_GROUP_SOURCES = 2048


def iter_groups(sources: Iterable[Source], limits: Limits) -> Iterator[list[Source]]:
    """Plain files in one group, then the documents of each archive in groups, in its order.

    A document of an archive is called ``archive.zip/path/inside.xml``; what is no document is left
    out. An archive that is broken or unpacks to too much is a source with its problem, after what
    could be read of it.
    """
    plain: list[Source] = []
    archives: list[Source] = []
    for source in sources:
        (archives if source.archive else plain).append(source)
    if plain:
        yield plain
    for archive in archives:
        yield from _grouped(iter_documents(archive, limits))


def _grouped(sources: Iterable[Source]) -> Iterator[list[Source]]:
    group: list[Source] = []
    size = 0
    for source in sources:
        group.append(source)
        size += len(source.data or b"")
        if size >= _GROUP_BYTES or len(group) >= _GROUP_SOURCES:
            yield group
            group, size = [], 0
    if group:
        yield group


def iter_documents(archive: Source, limits: Limits) -> Iterator[Source]:
    """The documents of an archive with their bytes, one after another, always in the same order.

    Of several files of one name the later ones are called ``name (2)`` and so on. What cannot be
    read is a source with its problem; the archive itself is one, the last, when it is broken or
    unpacks to too much.
    """
    times: dict[str, int] = {}
    try:
        for member in iter_members(archive.path, name=archive.name, limits=limits):
            path = Path(PurePosixPath(member.name).name)
            if member.error is None and not _is_document(path, member.data):
                continue
            name = f"{archive.name}/{member.name}"
            times[name] = times.get(name, 0) + 1
            if times[name] > 1:
                name = f"{name} ({times[name]})"
            problem = "" if member.error is None else str(member.error)
            yield Source(name, path, member.data, problem)
    except (DocumentError, OSError) as error:
        yield Source(archive.name, archive.path, b"", str(error))


def _is_document(path: Path, data: bytes) -> bool:
    return is_document_name(path) and detect_media_type(data) in READERS
