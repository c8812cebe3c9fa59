"""Word documents (DOCX, DOCM) → Document: an own walk over the XML, with the numbers computed."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from io import BytesIO
from posixpath import dirname, join, normpath

from ungraph.errors import DocumentError, LimitError
from ungraph.model.document import Document, SourceFile
from ungraph.readers.docx_numbering import Numbering, attribute, child
from ungraph.readers.docx_text import DocxWalker
from ungraph.readers.limits import Limits
from ungraph.readers.plain import read_printed_text
from ungraph.readers.xml_safety import Element, local_name, parse_xml
from ungraph.readers.zips import open_zip

__all__ = ["DOCX_MEDIA_TYPE", "read_docx"]

DOCX_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MAIN = "word/document.xml"
_SYMBOL = re.compile(r"\b[A-Z]{1,5}/[A-Z0-9][A-Za-z0-9.]*/[A-Za-z0-9./()-]*\d")
_HEAD_CHARS = 1500
_RULE = "__________"
_BROKEN = (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError)


def read_docx(
    data: bytes,
    *,
    name: str = "",
    symbol: str | None = None,
    language: str | None = None,
    limits: Limits | None = None,
) -> Document:
    """The document in the Word file *data*.

    Automatic numbers are computed, tracked changes read as accepted, title-page tables read cell
    by cell, the header of the first page put before the text, footnotes after it. Macros and
    embedded files are never opened. Raises DocumentError for a broken or protected file,
    LimitError for one that unpacks to too much.
    """
    bounds = limits or Limits()
    bounds.check_bytes(len(data), name)
    with _open(data, name, bounds) as archive:
        package = _Package(archive, name, bounds)
        text = _text(package)
    bounds.check_text(text, name)
    if not text.strip():
        raise DocumentError("no text", where=name, why="the Word file holds no words")
    source = SourceFile(name, hashlib.sha256(data).hexdigest(), len(data), DOCX_MEDIA_TYPE, None)
    return read_printed_text(
        text, source=source, symbol=symbol, language=language, warnings=package.warnings
    )


def _open(data: bytes, name: str, limits: Limits) -> zipfile.ZipFile:
    try:
        return open_zip(BytesIO(data), limits, name)
    except _BROKEN as error:
        raise DocumentError(
            "unusable Word file",
            where=name,
            why=str(error),
            advice="Check that the file is complete",
        ) from None


class _Package:
    """The XML parts of a Word file, read one by one within the limits."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self._archive = archive
        self.name = name
        self._left = limits.max_expanded_bytes
        self._limits = limits
        self.names = {info.filename: info for info in archive.infolist()}
        self.warnings: tuple[str, ...] = ()
        self.main = next(
            (n for n in self.names if re.fullmatch(r"word/document\d*\.xml", n)), _MAIN
        )

    def part(self, path: str) -> Element | None:
        """The root of a part, None where the file has none."""
        info = self.names.get(path)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise DocumentError("protected Word file", where=self.name, why="it is encrypted")
        try:
            with self._archive.open(info) as stream:
                data = stream.read(self._left + 1)
        except (*_BROKEN, zlib.error) as error:
            raise DocumentError(
                "unusable Word file", where=self.name, why=f"{path}: {error}"
            ) from None
        self._left -= len(data)
        if self._left < 0:
            raise LimitError(
                "Word file unpacks to too much",
                where=self.name,
                why="more than the limit max_expanded_bytes",
                advice="Raise it with --limit max_expanded_bytes=..., in Python with"
                " Limits(max_expanded_bytes=...)",
            )
        root, warnings = parse_xml(data, name=f"{self.name} ({path})", limits=self._limits)
        self.warnings += warnings
        return root

    def related(self) -> dict[str, str]:
        """Relationship id → path of a part, for the main part."""
        folder = dirname(self.main)
        rels = self.part(join(folder, "_rels", self.main.removeprefix(folder + "/") + ".rels"))
        found: dict[str, str] = {}
        for relation in rels if rels is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External" and target:
                path = target.lstrip("/") if target.startswith("/") else join(folder, target)
                found[relation.get("Id") or ""] = normpath(path)
        return found


def _text(package: _Package) -> str:
    root = package.part(package.main)
    body = child(root, "body")
    if body is None:
        raise DocumentError(
            "unusable Word file", where=package.name, why="it has no main document part"
        )
    related = package.related()

    def named(ending: str) -> Element | None:
        path = next((p for p in related.values() if p.endswith(ending)), None)
        return package.part(path) if path else None

    numbering = Numbering.read(named("numbering.xml"), named("styles.xml"))
    walker = DocxWalker(numbering)
    paragraphs = walker.walk(body)
    header = _first_header(package, body, related, numbering, "\n".join(paragraphs)[:_HEAD_CHARS])
    notes = _notes(walker, named("footnotes.xml"), named("endnotes.xml"))
    text = "\n\n".join([*header, *paragraphs])
    return "\n\n".join([text, "\n".join([_RULE, *notes])]) + "\n" if notes else text + "\n"


def _first_header(
    package: _Package,
    body: Element,
    related: dict[str, str],
    numbering: Numbering,
    beginning: str,
) -> list[str]:
    """Paragraphs of the first page's header; of the running header only a symbol not yet said."""
    section = next((e for e in body.iter("{*}sectPr")), None)
    references = {
        attribute(e, "type") or "default": attribute(e, "id") or ""
        for e in (section if section is not None else ())
        if local_name(e) == "headerReference"
    }
    own = child(section, "titlePg")
    has_own = own is not None and attribute(own) not in ("0", "false", "off")
    path = related.get(references.get("first" if has_own else "default", ""))
    root = package.part(path) if path else None
    if root is None:
        return []
    words = DocxWalker(numbering).walk(root)
    if has_own:
        return [line for line in words if line not in beginning]
    found = _SYMBOL.search("\n".join(words))
    return [found[0]] if found and not _SYMBOL.search(beginning) else []


def _notes(walker: DocxWalker, footnotes: Element | None, endnotes: Element | None) -> list[str]:
    made: list[str] = []
    done: list[tuple[str, Element | None]] = []
    for keys, root in ((walker.footnotes, footnotes), (walker.endnotes, endnotes)):
        stories = {attribute(e, "id"): e for e in (root if root is not None else ())}
        done += [(key, stories.get(key)) for key in keys]
    for number, (_, story) in enumerate(done, 1):
        inner = DocxWalker(walker.numbering)
        words = " ".join(inner.walk(story)) if story is not None else ""
        mark = f"{number} " if not words.startswith("*") else ""
        made.append(mark + words.replace("\n", " "))
    return made
