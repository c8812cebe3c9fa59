"""Bytes → a file: written beside, then renamed, so a final name never holds half a result."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ungraph.errors import OutputError

__all__ = ["open_output"]


@contextmanager
def open_output(path: Path | None) -> Iterator[IO[bytes]]:
    """A binary stream that becomes *path* only when the block ends well; None is standard output.

    The bytes go to ``.{name}.part`` in the same folder, are flushed to the disk and renamed. When
    the block fails, nothing is left and an older *path* stays as it was. Devices and pipes
    (``/dev/null``) are written directly. Raises OutputError for every trouble of the system,
    except a reader that closed the pipe (BrokenPipeError).
    """
    if path is None:
        with _as_output_error("standard output"):
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    with _as_output_error(str(path)):
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            with path.open("wb") as stream:
                yield stream
            return
        part = path.with_name(f".{path.name}.part")
        try:
            with part.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _as_output_error(where: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(
            "could not write",
            where=where,
            why=error.strerror or str(error),
            advice="Nothing was left under that name; choose another place or make room",
        ) from error
