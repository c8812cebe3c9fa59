"""Coverage-guided fuzzing of one reader with atheris, run by hand.

    python tests/fuzz/fuzz_readers.py TARGET [folder of seeds] -max_total_time=300 -timeout=10

TARGET is akn, docx, word, html, pdf, plain, archive or any; word takes the text of the parts of a
Word file with a NUL between them, docx the file itself.

A crash, or an input that takes longer than the timeout, is left beside; it then becomes a case of
``test_readers.py``.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable

from ungraph.errors import UngraphError
from ungraph.readers.limits import Limits

SMALL = Limits(
    max_bytes=1_000_000, max_chars=200_000, max_pages=50, max_expanded_bytes=2_000_000,
    max_members=50,
)  # fmt: skip

PARTS = (
    "word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml",
    "word/header1.xml", "word/_rels/document.xml.rels",
)  # fmt: skip


def load_target(name: str) -> Callable[[bytes], object]:
    """The function that takes the bytes of one run."""
    if name == "archive":
        from ungraph.readers.archives import iter_members

        return lambda data: list(iter_members(data, limits=SMALL))
    if name == "word":
        from ungraph.readers.docx import read_docx

        return lambda data: read_docx(_zip_parts(data), limits=SMALL)
    if name == "any":
        from ungraph.readers.detect import read_document as reader
    elif name == "akn":
        from ungraph.readers.akn import read_akn as reader
    elif name == "docx":
        from ungraph.readers.docx import read_docx as reader
    elif name == "html":
        from ungraph.readers.html import read_html as reader
    elif name == "plain":
        from ungraph.readers.plain import read_plain as reader
    elif name == "pdf":
        from ungraph.readers.pdf import read_pdf as reader
    else:
        raise SystemExit(f"no target {name!r}: {__doc__}")
    return lambda data: reader(data, limits=SMALL)


def _zip_parts(data: bytes) -> bytes:
    """A Word file whose parts are the pieces of *data*."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part, piece in zip(PARTS, data.split(b"\0"), strict=False):
            archive.writestr(part, piece)
    return made.getvalue()


def main() -> None:
    """Fuzz until stopped; atheris takes the other arguments."""
    try:
        import atheris
    except ImportError:
        raise SystemExit("atheris is not installed: pip install atheris") from None
    name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    with atheris.instrument_imports(include=["ungraph"]):
        target = load_target(name)

    def run(data: bytes) -> None:
        try:
            target(data)
        except UngraphError:
            pass

    atheris.Setup(sys.argv, run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
