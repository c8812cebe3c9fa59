"""Which files are built: those named, and in folders those that hold a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ungraph.errors import DocumentError
from ungraph.readers.archives import ARCHIVE_MEDIA_TYPES
from ungraph.readers.detect import READERS, detect_stream

__all__ = ["Source", "find_sources", "is_document_name", "read_bytes"]

# Text by their bytes, but no documents: they lie beside documents in many folders.
_NOT_DOCUMENTS = re.compile(
    r"\.(c|cfg|conf|css|csv|gexf|graphml|ini|ipynb|java|js|jsonl?|jsonld|lock|log|md|nq|nquads|nt"
    r"|ntriples|owl|py|r|rdf|rq|sh|sparql|sql|toml|trig|tsv|ttl|turtle|xsd|xslt?|ya?ml)",
    re.IGNORECASE,
)
_HEAD_BYTES = 8192


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to build; *name* is what reports call it (its path below the folder given).

    A file inside an archive has its bytes as *data*; *problem* says why one cannot be had;
    *archive* tells a file that holds documents from a document.
    """

    name: str
    path: Path
    data: bytes | None = field(default=None, compare=False, repr=False)
    problem: str = field(default="", compare=False)
    archive: bool = field(default=False, compare=False)


def find_sources(paths: Iterable[Path]) -> tuple[list[Source], list[str]]:
    """The files to build, sorted by name, each once; and the files of folders that were left out.

    A file that is named is always built, whatever it holds. Folders are searched through; hidden
    files are skipped, and files whose bytes or endings say that they are no documents.
    Raises DocumentError for a path that does not exist or a folder that cannot be opened.
    """
    found: dict[Path, Source] = {}
    left_out: list[str] = []
    for path in paths:
        if path.is_dir():
            for file in _iter_files(path):
                source = Source(file.relative_to(path).as_posix(), file)
                media_type = _media_type(file) if is_document_name(file) else ""
                if media_type is None or media_type in READERS:
                    found.setdefault(file.resolve(), source)
                elif media_type in ARCHIVE_MEDIA_TYPES:
                    found.setdefault(file.resolve(), replace(source, archive=True))
                else:
                    left_out.append(source.name)
        elif path.exists():
            archive = path.is_file() and _media_type(path) in ARCHIVE_MEDIA_TYPES
            found.setdefault(path.resolve(), Source(str(path), path, archive=archive))
        else:
            raise DocumentError("no such file or folder", where=str(path), advice="Check the name")
    return sorted(found.values()), sorted(left_out)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises DocumentError when the system refuses them."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            "cannot read the file",
            where=str(path),
            why=error.strerror or str(error),
            advice="Check that it exists and that you may read it",
        ) from error


def _iter_files(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise DocumentError(
            "cannot open the folder", where=str(folder), why=error.strerror or str(error)
        ) from error
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _iter_files(entry)
        elif entry.is_file():
            yield entry


def is_document_name(path: Path) -> bool:
    """Whether a file of this name may be a document: "note.txt", not "data.json"."""
    return not _NOT_DOCUMENTS.fullmatch(path.suffix) and not path.name.startswith(".")


def _media_type(path: Path) -> str | None:
    """The media type of a file, "" for bytes that are no text; None when it cannot be opened."""
    try:
        with path.open("rb") as stream:
            media_type = detect_stream(stream)
            if media_type != "text/plain":
                return media_type
            stream.seek(0)
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return None  # building it reports why it cannot be read
    return "" if b"\0" in head and not _is_utf16(head) else media_type


def _is_utf16(head: bytes) -> bool:
    return head.startswith((b"\xff\xfe", b"\xfe\xff"))
