"""ungraph: reads documents of the United Nations and writes a checked RDF graph of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ungraph.pipeline import Result

__all__ = ["build"]


def build(
    path_or_text: Path | str,
    *,
    symbol: str | None = None,
    language: str | None = None,
    base: str | None = None,
    evidence: str | None = None,
    validate: bool = True,
    extractors: tuple[str, ...] = (),
) -> Result:
    """The checked graph of one document.

    *path_or_text* is a path, a str that names an existing file, or the text itself. *symbol* and
    *language* stand in for what the document does not say; *base* and *evidence* ("full",
    "compact", "none") default to the settings of the environment; *extractors* names installed
    outside extractors (``ungraph.plugins``). The result has ``document``,
    ``mentions``, ``links``, ``assertions``, ``report`` (None without *validate*), ``quads()``,
    ``to_turtle()``, ``to_jsonld()`` and others.

    Raises DocumentError when the file is missing or is no document that can be read.
    """
    from ungraph.batch.sources import read_bytes
    from ungraph.pipeline import BuildOptions, build_document
    from ungraph.settings import load_settings

    settings = load_settings()
    options = BuildOptions(
        symbol=symbol,
        language=language,
        base=base or settings.base_iri,
        evidence=evidence or settings.evidence,
        validate=validate,
        extractors=extractors,
    )
    path = _existing_file(path_or_text)
    if path is None:
        return build_document(str(path_or_text).encode(), options=options)
    return build_document(read_bytes(path), name=path.name, options=options)


def _existing_file(path_or_text: Path | str) -> Path | None:
    if isinstance(path_or_text, Path):
        return path_or_text
    if "\n" in path_or_text or "\0" in path_or_text or len(path_or_text) > 1000:
        return None
    path = Path(path_or_text)
    return path if path.is_file() else None
