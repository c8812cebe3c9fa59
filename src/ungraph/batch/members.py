"""Sources → groups of sources, archives opened: their files become sources with their bytes.

Members are taken in groups of a bounded size, so an archive of any size needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ungraph.batch.sources import Source, is_document_name
from ungraph.errors import DocumentError
from ungraph.readers.archives import is_archive, iter_members
from ungraph.readers.detect import READERS, detect_media_type
from ungraph.readers.limits import Limits

__all__ = ["iter_groups"]

_GROUP_BYTES = 64 << 20
_GROUP_SOURCES = 2048
_HEAD_BYTES = 1 << 16


def iter_groups(sources: Iterable[Source], limits: Limits) -> Iterator[list[Source]]:
    """Plain files in one group, then the documents of each archive in groups, in its order.

    A document of an archive is called ``archive.zip/path/inside.xml``; what is no document is left
    out. An archive that is broken or unpacks to too much is a source with its problem, after what
    could be read of it.
    """
    plain: list[Source] = []
    archives: list[Source] = []
    for source in sources:
        (archives if _is_archive_file(source.path) else plain).append(source)
    if plain:
        yield plain
    for archive in archives:
        yield from _grouped(_iter_documents(archive, limits))


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


def _iter_documents(archive: Source, limits: Limits) -> Iterator[Source]:
    try:
        for member in iter_members(archive.path, name=archive.name, limits=limits):
            name = f"{archive.name}/{member.name}"
            path = Path(PurePosixPath(member.name).name)
            if member.error is not None:
                yield Source(name, path, b"", str(member.error))
            elif is_document_name(path) and detect_media_type(member.data) in READERS:
                yield Source(name, path, member.data)
    except DocumentError as error:
        yield Source(archive.name, archive.path, b"", str(error))


def _is_archive_file(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
            if head.startswith(b"PK"):
                head += stream.read()  # the members that tell a Word file may stand anywhere
    except OSError:
        return False  # building it reports why it cannot be read
    return is_archive(head)
