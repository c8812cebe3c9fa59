"""DOC, ODT and RTF → DOCX by LibreOffice, where it is installed; then as any Word file."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from ungraph.errors import DocumentError, MissingExtraError
from ungraph.model.document import Document
from ungraph.readers.detect import detect_media_type
from ungraph.readers.docx import read_docx
from ungraph.readers.limits import Limits

__all__ = ["read_office"]

_SECONDS = 180
_PROGRAMS = ("soffice", "libreoffice")
_ENDINGS = {
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "application/vnd.oasis.opendocument.text": ".odt",
}
# Named, lest LibreOffice take a broken file for a text in some old encoding.
_FILTERS = {".doc": "MS Word 97", ".rtf": "Rich Text Format", ".odt": "writer8"}


def read_office(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document in *data*, a DOC (Word 97 to 2003), ODT or RTF file.

    LibreOffice converts it in a folder of its own that is gone afterwards, with a fresh profile,
    without macros. Raises MissingExtraError where LibreOffice is not installed, DocumentError when
    it cannot read the file or takes too long.
    """
    bounds = limits or Limits()
    bounds.check_bytes(len(data), name)
    media_type = detect_media_type(data)
    ending = _ENDINGS.get(media_type)
    if ending is None:
        raise DocumentError("not an office file", where=name, why=f"the bytes say {media_type}")
    converted = _convert(data, ending, name)
    document = read_docx(converted, name=name, symbol=symbol, language=language, limits=bounds)
    source = replace(
        document.source,
        digest=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        media_type=media_type,
    )
    return replace(document, source=source)


def _convert(data: bytes, ending: str, name: str) -> bytes:
    program = next((path for p in _PROGRAMS if (path := shutil.which(p))), None)
    if program is None:
        raise MissingExtraError(
            f"cannot read {ending.removeprefix('.').upper()} files",
            where=name,
            why="LibreOffice is not installed",
            advice="Install LibreOffice (the program soffice), or save the file as DOCX or PDF",
        )
    with TemporaryDirectory(prefix="ungraph-") as folder:
        given = Path(folder) / f"document{ending}"
        given.write_bytes(data)
        command = [
            program,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
            "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
            f"--infilter={_FILTERS[ending]}",
            "--convert-to", "docx", "--outdir", str(Path(folder) / "out"), str(given),
        ]  # fmt: skip
        environment = {**os.environ, "HOME": folder, "no_proxy": "*"}
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env=environment,
                cwd=folder,
            )
        except subprocess.TimeoutExpired:
            raise DocumentError(
                "LibreOffice took too long", where=name, why=f"more than {_SECONDS} seconds"
            ) from None
        made = Path(folder) / "out" / "document.docx"
        if not made.is_file():
            told = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
            raise DocumentError(
                "LibreOffice could not read the file",
                where=name,
                why=told[-1] if told else f"it ended with status {done.returncode}",
            )
        return made.read_bytes()
