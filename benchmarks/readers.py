"""Readers: files a second, share of bare PDF extraction, memory, and whether PDF and XML agree.

    python benchmarks/readers.py [--files 400] [--memory 5000]

The corpus is found through UNGRAPH_SHARED or beside the checkout; archives are read in place.
CPU time of one process; a reader is warmed up by ten files first.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import BlockKind, Document
from ungraph.pipeline import BuildOptions, Result, build_document
from ungraph.readers.archives import iter_members
from ungraph.readers.detect import read_document

WARM_UP = 10
FACTS = (
    "symbol", "distribution", "date", "organ", "session", "agenda_item", "agenda_item_title",
    "title", "document_type",
)  # fmt: skip


def main() -> int:
    """Measure and print; 0 unless the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--memory", type=int, default=0)
    options = parser.parse_args()
    shared = Path(os.environ.get("UNGRAPH_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    corpus = shared / "corpus"
    if not corpus.is_dir():
        print(f"no corpus in {corpus}: set UNGRAPH_SHARED", file=sys.stderr)
        return 1
    xml = list(islice(iter_xml(corpus), options.files))
    texts = [read_document(data, name=name).text.encode() for name, data in xml]
    print(f"{'form':<8} {'files':>6} {'files/s':>8} {'MB/s':>7}")
    show("AKN4UN", xml)
    show("text", [(name, text) for (name, _), text in zip(xml, texts, strict=True)])
    show("report", list(iter_narrative(corpus)))
    show("HTML", [(name, as_html(text)) for (name, _), text in zip(xml, texts, strict=True)])
    show("DOCX", [(name, as_docx(text)) for (name, _), text in zip(xml, texts, strict=True)])
    pdfs = [(p.name, p.read_bytes()) for p in sorted((corpus / "files-dev").glob("*.pdf"))]
    show("PDF", pdfs)
    compare_with_bare_extraction(pdfs)
    compare_forms(corpus / "files-dev")
    if options.memory:
        watch_memory(corpus, options.memory)
    return 0


def iter_xml(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """AKN4UN files of all languages, one archive after another, every tenth file."""
    for archive in sorted(corpus.glob("akn4un-dev-*.tar.xz")):
        members = (m for m in iter_members(archive) if m.name.endswith(".xml"))
        for member in islice(members, 0, 700, 10):
            yield member.name, member.data


def iter_narrative(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """The narrative texts: reports, views and letters, mostly long."""
    for archive in sorted(corpus.glob("narrative-dev-*.tar.xz")):
        for member in iter_members(archive):
            if member.name.endswith(".txt"):
                yield Path(member.name).name, member.data


def as_html(text: bytes) -> bytes:
    """*text* as a page with one paragraph a block."""
    blocks = "".join(f"<p>{block}</p>" for block in escape(text).split("\n\n"))
    return f"<!DOCTYPE html><html><meta charset=utf-8><body>{blocks}</body></html>".encode()


def as_docx(text: bytes) -> bytes:
    """*text* as a Word file with one paragraph a block."""
    from io import BytesIO

    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    blocks = "".join(f"<w:p><w:r><w:t>{b}</w:t></w:r></w:p>" for b in escape(text).split("\n\n"))
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}"><w:body>{blocks}</w:body></w:document>',
        )
    return made.getvalue()


def escape(text: bytes) -> str:
    return text.decode().replace("&", "&amp;").replace("<", "&lt;")


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def show(form: str, files: list[tuple[str, bytes]]) -> None:
    """One line of the table."""
    for name, data in files[:WARM_UP]:
        read_document(data, name=name)
    spent = seconds(lambda: [read_document(data, name=name) for name, data in files])
    size = sum(len(data) for _, data in files) / 1e6
    print(f"{form:<8} {len(files):>6} {len(files) / spent:>8.0f} {size / spent:>7.1f}")


def compare_with_bare_extraction(files: list[tuple[str, bytes]]) -> None:
    """CPU time of pypdfium2's own text extraction, as a share of ours (1.0: as fast)."""
    import pypdfium2

    def bare() -> None:
        for _, data in files:
            with pypdfium2.PdfDocument(data) as pdf:
                for page in pdf:
                    page.get_textpage().get_text_range()

    def lines_only() -> None:
        from ungraph.readers.limits import Limits
        from ungraph.readers.pdf import read_pdf_text

        for name, data in files:
            read_pdf_text(data, name, Limits())

    floor = seconds(bare)
    print(f"PDF: text in reading order at {floor / seconds(lines_only):.0%} of the speed of bare")
    whole = seconds(lambda: [read_document(data, name=name) for name, data in files])
    print(f"PDF: with title page and parts at {floor / whole:.0%}")


def compare_forms(folder: Path) -> None:
    """The resolutions of which both PDF and XML are at hand: facts and citations that agree."""
    counts: Counter[str] = Counter()
    for path in sorted((folder / "akn").glob("*.xml")):
        printed = build(folder / f"{path.stem}.pdf")
        marked = build(path)
        for name in FACTS:
            counts["facts"] += 1
            same = fact(printed.document, name) == fact(marked.document, name)
            counts["facts agreed"] += same
            if not same:
                print(f"  {path.stem} {name}: {fact(printed.document, name)}")
        one, other = citations(printed), citations(marked)
        counts["citations"] += max(one.total(), other.total())
        counts["citations agreed"] += (one & other).total()
        counts["numbers agreed"] += numbers(printed.document) == numbers(marked.document)
        counts["files"] += 1
    print(", ".join(f"{name} {count}" for name, count in sorted(counts.items())))


def build(path: Path) -> Result:
    return build_document(path.read_bytes(), name=path.name, options=BuildOptions(validate=False))


def fact(document: Document, name: str) -> str:
    stated = getattr(document.masthead, name)
    return str(stated.value) if stated else ""


def citations(result: Result) -> Counter[tuple[str, str | None]]:
    return Counter(
        (c.cited.text if isinstance(c.cited, DocumentSymbol) else "described", c.pinpoint)
        for c in result.assertions.citations
    )


def numbers(document: Document) -> list[str | None]:
    return [b.number for b in document.blocks if b.kind is BlockKind.PARAGRAPH and b.number]


def watch_memory(corpus: Path, files: int) -> None:
    """Memory in use, in MB, as *files* files are read: AKN4UN, and what is printed on them."""
    for index, (name, data) in enumerate(islice(iter_all(corpus), files), 1):
        document = read_document(data, name=name)
        read_document(document.text.encode(), name="printed.txt")
        if index % max(1, files // 5) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"memory after {index} files: {in_use():.0f} MB, at most {peak:.0f} MB")


def in_use() -> float:
    """Resident memory now, in MB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGESIZE") / (1 << 20)


def iter_all(corpus: Path) -> Iterator[tuple[str, bytes]]:
    for archive in sorted(corpus.glob("akn4un-dev-*.tar.xz")):
        for member in iter_members(archive):
            if member.name.endswith(".xml"):
                yield member.name, member.data


if __name__ == "__main__":
    sys.exit(main())
