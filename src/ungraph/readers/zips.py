"""Zip files: their table of contents, counted before it is loaded, for files nobody vouches for."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from ungraph.errors import LimitError
from ungraph.readers.limits import Limits

__all__ = ["is_word_zip", "open_zip"]

_END = struct.Struct("<4s4H2LH")
_END_SIGNATURE = b"PK\x05\x06"
_END64 = struct.Struct("<4sQ2H2L4Q")
_END64_SIGNATURE = b"PK\x06\x06"
_LOCATOR_SIGNATURE = b"PK\x06\x07"
_LOCATOR_BYTES = 20
_MOST_COMMENT = 1 << 16
_ENTRY_SIGNATURE = b"PK\x01\x02"
_WORD_ENTRY = re.compile(rb"PK\x01\x02.{42}word/document\d*\.xml", re.DOTALL)
_CHUNK = 1 << 20
_OVERLAP = 256


def open_zip(stream: IO[bytes], limits: Limits, where: str) -> zipfile.ZipFile:
    """The zip file in *stream*.

    Raises LimitError before anything is loaded when it has more than ``max_members`` files, and
    what ``zipfile`` raises when its table of contents is broken.
    """
    count = 0
    for chunk, fresh in _iter_directory(stream):
        count += chunk.count(_ENTRY_SIGNATURE, fresh)
        if count > limits.max_members:
            raise LimitError(
                "archive holds too many files",
                where=where,
                why=f"more than the limit max_members of {limits.max_members}",
                advice="Raise it with --limit max_members=..., in Python with"
                " Limits(max_members=...)",
            )
    stream.seek(0)
    return zipfile.ZipFile(stream)


def is_word_zip(stream: IO[bytes]) -> bool:
    """Whether a zip file is a Word file: by its own parts, not by those of a file inside it.

    One that is cut short is one when the name of that part occurs in its beginning.
    """
    any_entry = False
    for chunk, _ in _iter_directory(stream):
        any_entry = True
        if _WORD_ENTRY.search(chunk):
            return True
    if any_entry:
        return False
    stream.seek(0)
    return b"word/document" in stream.read(_CHUNK)


def _iter_directory(stream: IO[bytes]) -> Iterator[tuple[bytes, int]]:
    """The table of contents in pieces, each with a little of the one before: (piece, new from)."""
    place = _find_directory(stream)
    if place is None:
        return
    at, left = place
    stream.seek(at)
    before = b""
    while left > 0 and (chunk := stream.read(min(_CHUNK, left))):
        left -= len(chunk)
        yield before + chunk, max(0, len(before) - len(_ENTRY_SIGNATURE) + 1)
        before = (before + chunk)[-_OVERLAP:]


def _find_directory(stream: IO[bytes]) -> tuple[int, int] | None:
    """Where the table of contents begins and its size, as ``zipfile`` finds it."""
    end_of_file = stream.seek(0, 2)
    start = max(0, end_of_file - _END.size - _MOST_COMMENT)
    stream.seek(start)
    tail = stream.read()
    at = len(tail) - _END.size
    if at < 0:
        return None
    if tail[at : at + 4] != _END_SIGNATURE or tail[-2:] != b"\0\0":
        at = tail.rfind(_END_SIGNATURE)
    if at < 0 or at + _END.size > len(tail):
        return None
    size = _END.unpack_from(tail, at)[5]
    position = start + at
    locator = at - _LOCATOR_BYTES
    at64 = locator - _END64.size
    if (
        at64 >= 0
        and tail[locator : locator + 4] == _LOCATOR_SIGNATURE
        and tail[at64 : at64 + 4] == _END64_SIGNATURE
    ):
        size = _END64.unpack_from(tail, at64)[8]
        position = start + at64
    return (position - size, size) if position >= size else None
