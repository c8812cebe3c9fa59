"""Archives (.zip, .tar, .tar.gz, .tar.bz2, .tar.xz, .gz …) → their files, one after another, in memory.

Nothing is written to disk, so no name in an archive can lead anywhere; sizes are counted while
unpacking, so a bomb ends at the limit and not before memory does.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Self

from ungraph.errors import DocumentError, LimitError
from ungraph.readers.detect import detect_media_type
from ungraph.readers.limits import Limits
from ungraph.readers.zips import open_zip

__all__ = ["ARCHIVE_MEDIA_TYPES", "Member", "is_archive", "iter_members"]

ARCHIVE_MEDIA_TYPES = frozenset(
    {
        "application/gzip",
        "application/x-bzip2",
        "application/x-tar",
        "application/x-xz",
        "application/zip",
    }
)
_HEAD_BYTES = 1 << 16
_MAX_NESTING = 3
_CHUNK = 1 << 20
_BROKEN = (
    tarfile.TarError, zipfile.BadZipFile, lzma.LZMAError, zlib.error, EOFError, OSError,
    NotImplementedError, RuntimeError, ValueError,
)  # fmt: skip
_EXTENDED = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip
_MAX_HEADER_BYTES = 1 << 20
_CLUTTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_DECOMPRESSORS: dict[str, Callable[[IO[bytes]], Any]] = {
    "application/gzip": gzip.open,
    "application/x-bzip2": bz2.open,
    "application/x-xz": lzma.open,
}


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its path inside, and its bytes or why they cannot be had."""

    name: str
    data: bytes
    error: DocumentError | None = None


@dataclass(slots=True)
class _Budget:
    """What is still allowed over the whole archive, nested ones included."""

    limits: Limits
    where: str
    expanded: int = 0
    passed: int = 0
    members: int = 0

    def count(self) -> None:
        self.members += 1
        if self.members > self.limits.max_members:
            raise _too_much(self.where, "max_members", self.limits.max_members)

    def read(self, stream: IO[bytes], name: str) -> bytes:
        """All of *stream*, at most ``max_bytes`` of it."""
        parts: list[bytes] = []
        size = 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self.expanded += len(chunk)
            if self.expanded > self.limits.max_expanded_bytes:
                raise _too_much(self.where, "max_expanded_bytes", self.limits.max_expanded_bytes)
            if size > self.limits.max_bytes:
                raise _MemberTooLarge(name, self.limits.max_bytes)
            parts.append(chunk)
        return b"".join(parts)


class _Counted:
    """What is read of a compressed tar, its members that are passed over included."""

    def __init__(self, stream: IO[bytes], budget: _Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        budget = self._budget
        budget.passed += len(data)
        if budget.passed > budget.limits.max_expanded_bytes:
            raise _too_much(budget.where, "max_expanded_bytes", budget.limits.max_expanded_bytes)
        return data


class _Header(tarfile.TarInfo):
    """A header that is bad is told, where ``tarfile`` takes it for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        try:
            made = super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if not buf.strip(b"\0"):
                raise  # the end: nothing more, or a block of zeros
            raise tarfile.ReadError(str(error)) from None
        if made.type in _EXTENDED and made.size > _MAX_HEADER_BYTES:
            raise tarfile.ReadError(f"a header of {made.size} bytes")
        return made


class _MemberTooLarge(LimitError):
    def __init__(self, name: str, limit: int) -> None:
        super().__init__(
            "document too large",
            where=name,
            why=f"more than the limit max_bytes of {limit} bytes",
            advice="Raise it with --limit max_bytes=..., in Python with Limits(max_bytes=...)",
        )


def is_archive(head: bytes) -> bool:
    """Whether a file with this beginning is an archive and not a document (DOCX is zipped too)."""
    return detect_media_type(head) in ARCHIVE_MEDIA_TYPES


def iter_members(
    source: bytes | Path, *, name: str = "", limits: Limits | None = None
) -> Iterator[Member]:
    """The files of the archive *source*, in its order, archives inside it opened as well.

    Names are relative paths with "/" ("inner.zip/A_RES_1.xml"); folders, links, devices and the
    clutter of operating systems are left out. A file that cannot be read comes with its error and
    the others follow. Raises DocumentError for a broken archive, LimitError when it unpacks to
    more than *limits* allow in all.

    >>> import io, zipfile
    >>> made = io.BytesIO()
    >>> with zipfile.ZipFile(made, "w") as archive:
    ...     archive.writestr("../../a/x.txt", "1. Requests")
    >>> [(member.name, member.data) for member in iter_members(made.getvalue())]
    [('a/x.txt', b'1. Requests')]
    """
    where = name or (source.name if isinstance(source, Path) else "archive")
    budget = _Budget(limits or Limits(), where)
    if isinstance(source, Path):
        with source.open("rb") as stream:
            yield from _iter_stream(stream, budget, "", where, 0)
    else:
        yield from _iter_stream(BytesIO(source), budget, "", where, 0)


def _iter_stream(
    stream: IO[bytes], budget: _Budget, prefix: str, where: str, depth: int
) -> Iterator[Member]:
    head = stream.read(_HEAD_BYTES)
    stream.seek(0)
    media_type = detect_media_type(head)
    try:
        if head.startswith(b"PK"):
            yield from _iter_zip(stream, budget, prefix, depth)
            return
        opener = _DECOMPRESSORS.get(media_type)
        if media_type == "application/x-tar":
            yield from _iter_tar(stream, budget, prefix, depth)
        elif opener is not None:
            with opener(stream) as unpacked:
                yield from _iter_compressed(unpacked, budget, prefix, where, depth)
        else:
            raise DocumentError("not an archive", where=where, why=f"the bytes say {media_type}")
    except _BROKEN as error:
        raise DocumentError(
            "broken archive", where=where, why=str(error) or type(error).__name__,
            advice="Check that the file is complete",
        ) from None  # fmt: skip


def _iter_zip(stream: IO[bytes], budget: _Budget, prefix: str, depth: int) -> Iterator[Member]:
    with open_zip(stream, budget.limits, budget.where) as archive:
        for info in archive.infolist():
            path = _clean(info.filename)
            if not path or info.is_dir():
                continue
            budget.count()
            if info.flag_bits & 1:
                yield Member(prefix + path, b"", _unreadable(prefix + path, "it is encrypted"))
                continue
            try:
                with archive.open(info) as member:
                    data = budget.read(member, prefix + path)
            except _MemberTooLarge as error:
                yield Member(prefix + path, b"", error)
                continue
            except _BROKEN as error:
                yield Member(prefix + path, b"", _unreadable(prefix + path, str(error)))
                continue
            yield from _member(path, data, budget, prefix, depth)


def _iter_tar(
    stream: IO[bytes], budget: _Budget, prefix: str, depth: int, *, is_compressed: bool = False
) -> Iterator[Member]:
    counted: Any = _Counted(stream, budget) if is_compressed else stream
    with tarfile.open(fileobj=counted, mode="r|", tarinfo=_Header) as archive:
        for info in archive:
            path = _clean(info.name)
            if not info.isreg() or not path:
                continue
            budget.count()
            member = archive.extractfile(info)
            if member is None:
                continue
            try:
                data = budget.read(member, prefix + path)
            except _MemberTooLarge as error:
                yield Member(prefix + path, b"", error)
                continue
            yield from _member(path, data, budget, prefix, depth)


def _iter_compressed(
    unpacked: IO[bytes], budget: _Budget, prefix: str, where: str, depth: int
) -> Iterator[Member]:
    """A compressed tar is streamed; any other compressed file is one member."""
    head = unpacked.read(_HEAD_BYTES)
    if detect_media_type(head) == "application/x-tar":
        unpacked.seek(0)
        yield from _iter_tar(unpacked, budget, prefix, depth, is_compressed=True)
        return
    unpacked.seek(0)
    budget.count()
    path = _clean(Path(where).stem) or "file"
    yield from _member(path, budget.read(unpacked, prefix + path), budget, prefix, depth)


def _member(path: str, data: bytes, budget: _Budget, prefix: str, depth: int) -> Iterator[Member]:
    name = prefix + path
    if not is_archive(data):
        yield Member(name, data)
    elif depth + 1 >= _MAX_NESTING:
        yield Member(name, b"", _unreadable(name, f"archives nested over {_MAX_NESTING} deep"))
    else:
        try:
            yield from _iter_stream(BytesIO(data), budget, f"{name}/", name, depth + 1)
        except LimitError:
            raise
        except DocumentError as error:
            yield Member(name, b"", error)


def _clean(name: str) -> str:
    """A path that stays inside: no drive, no root, no "..", no clutter; "" for nothing left."""
    parts = [
        part
        for part in name.replace("\\", "/").split("/")
        if part not in ("", ".", "..") and not part.endswith(":")
    ]
    path = "/".join(parts).replace("\0", "")
    return "" if any(clutter in f"{path}" for clutter in _CLUTTER) else path


def _unreadable(name: str, why: str) -> DocumentError:
    return DocumentError("unreadable file of an archive", where=name, why=why)


def _too_much(where: str, limit: str, value: int) -> LimitError:
    return LimitError(
        "archive unpacks to too much",
        where=where,
        why=f"more than the limit {limit} of {value}",
        advice=f"Raise it with --limit {limit}=..., in Python with Limits({limit}=...)",
    )
