"""Title pages: what is read from printed AKN4UN files against what the publisher marked up in them.

    python benchmarks/mastheads.py [--files 300] [--languages en,fr] [--errors 20]

The corpus is found through UNGRAPH_SHARED or beside the checkout; the archives are read in place.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from ungraph.model.document import Document
from ungraph.readers.detect import read_document

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
FIELDS = ("symbol", "date", "organ", "session", "agenda item", "title")
SEED = 20060315


def main() -> int:
    """Measure and print; 0 unless the corpus is missing."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--errors", type=int, default=0)
    options = parser.parse_args()
    shared = Path(os.environ.get("UNGRAPH_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not shared.is_dir():
        print(f"no corpus in {shared}: set UNGRAPH_SHARED", file=sys.stderr)
        return 1
    tool = _load_tool(shared / "tools" / "akn_gold.py")
    for language in options.languages.split(","):
        _measure(tool, shared, language, options.files, options.errors)
    return 0


def _load_tool(path: Path) -> ModuleType:
    spec = util.spec_from_file_location("akn_gold", path)
    assert spec and spec.loader
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _measure(tool: ModuleType, shared: Path, language: str, count: int, shown: int) -> None:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    errors: list[str] = []
    seconds = 0.0
    read = 0
    for name, text, gold in _iter_samples(tool, shared, language, count):
        began = time.process_time()
        document = read_document(text.encode(), name="page.txt")
        seconds += time.process_time() - began
        read += 1
        for field, expected, found in _compare(document, gold):
            total[field] += 1
            if expected == found:
                right[field] += 1
            else:
                errors.append(f"  {name}: {field}: expected {expected!r}, read {found!r}")
    rates = "  ".join(
        f"{f} {100 * right[f] / total[f]:.1f} % of {total[f]}" for f in FIELDS if total[f]
    )
    print(f"{language}: {read} files, {read / max(seconds, 1e-9):.0f} files/s  {rates}")
    for error in errors[:shown]:
        print(error)


def _iter_samples(
    tool: ModuleType, shared: Path, language: str, count: int
) -> Iterator[tuple[str, str, dict[str, object]]]:
    archive = shared / "corpus" / f"akn4un-dev-{language}.tar.xz"
    with tarfile.open(archive) as members, TemporaryDirectory() as folder:
        names = sorted(m.name for m in members if m.isfile() and m.name.endswith(".xml"))
        chosen = set(random.Random(SEED).sample(names, min(count, len(names))))
        for member in members:
            if member.name not in chosen:
                continue
            stream = members.extractfile(member)
            assert stream
            path = Path(folder) / "file.xml"
            path.write_bytes(stream.read())
            text, gold = tool.convert(path)
            yield member.name, text, gold


def _compare(document: Document, gold: dict[str, object]) -> Iterator[tuple[str, object, object]]:
    page = document.masthead
    if gold["symbol"]:
        found = page.symbol.value.key if page.symbol else None
        yield "symbol", re.sub(r"\s", "", str(gold["symbol"])).upper(), found
    if gold["issued"] and gold["issued"] != "0001-01-01":
        yield "date", gold["issued"], str(page.date.value) if page.date else None
    if gold["body"]:
        said = document.quote(page.organ.spans[0]) if page.organ and page.organ.spans else None
        yield "organ", _plain(gold["body"]), _plain(said)
    if gold["session"]:
        yield "session", str(gold["session"]), str(page.session.value) if page.session else None
    if gold["agenda_item"]:
        item = document.quote(page.agenda_item.spans[0]) if page.agenda_item else None
        yield "agenda item", _plain(gold["agenda_item"]), _plain(item)
    if gold["title"]:
        yield "title", _plain(gold["title"]), _plain(page.title.value if page.title else None)


def _plain(value: object) -> str | None:
    if value is None:
        return None
    marks = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u00ad*"), "") | {0xA0: " "}
    return re.sub(r"\s+", " ", str(value).translate(marks)).strip()


if __name__ == "__main__":
    sys.exit(main())
