"""Whether the engines find the same: RE2 and Hyperscan on every text, ``re`` on a share of them.

usage: bench_engines.py [FOLDER ...] [--oracle 0] [--part 1/1]

FOLDER holds AKN4UN files (.xml) and plain texts (.txt), in any order; without one, the text is the
example note. What an engine finds is a list of spans, and everything behind it is the same code;
so equal spans give equal mentions. With --oracle 1000, that many texts of each language go to the
slow standard ``re`` too. --part 2/8 takes the second eighth. Which texts are taken goes by a hash
of their names: spread over sessions and organs, and always the same.

Prints a line a language: texts, MB, spans, texts that the oracle read, texts with a difference.
The exit code is 1 when there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import pathlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ungraph.errors import DocumentError
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.model.document import Document
from ungraph.readers.akn import read_akn
from ungraph.readers.plain import read_plain

NOTE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "a-hrc-4-60.txt"


@dataclass
class Count:
    """Of one language."""

    texts: int = 0
    size: int = 0
    spans: int = 0
    oracle: int = 0
    different: int = 0


def order(path: pathlib.Path) -> bytes:
    return hashlib.sha256(path.name.encode()).digest()


def iter_documents(paths: Iterable[pathlib.Path]) -> Iterator[tuple[str, Document]]:
    for path in paths:
        read = read_akn if path.suffix == ".xml" else read_plain
        try:
            yield path.name, read(path.read_bytes(), name=path.name)
        except DocumentError as error:
            print(f"{path.name}: {error}", file=sys.stderr)


def differing(text: str, language: str, engines: Iterable[str]) -> list[tuple[str, int, str, str]]:
    """(engine, place, what RE2 finds there, what the engine finds), the first of each engine."""
    told = []
    default = load_vocabulary(language).scanner.spans(text)
    for engine in engines:
        found = load_vocabulary(language, engine).scanner.spans(text)
        if found == default:
            continue
        ours = next((s for s, o in zip(default, found, strict=False) if s != o), None)
        theirs = next((o for s, o in zip(default, found, strict=False) if s != o), None)
        if ours is None and theirs is None:
            longer = default if len(default) > len(found) else found
            ours = longer[min(len(default), len(found))]
        told.append(
            (engine, (ours or theirs or (0, 0))[0], _words(text, ours), _words(text, theirs))
        )
    return told


def _words(text: str, span: tuple[int, int] | None) -> str:
    return "" if span is None else text[span[0] : span[1]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=pathlib.Path)
    parser.add_argument("--oracle", type=int, default=0, metavar="TEXTS")
    parser.add_argument("--part", default="1/1")
    options = parser.parse_args()
    files = {
        path
        for folder in options.folders
        for path in folder.rglob("*")
        if path.suffix in (".xml", ".txt")
    }
    paths = sorted(files or {NOTE}, key=lambda path: (order(path), path))
    number, _, parts = options.part.partition("/")
    paths = paths[int(number) - 1 :: int(parts)]
    counts: dict[str, Count] = defaultdict(Count)
    for name, document in iter_documents(paths):
        text = document.view.text
        language = load_vocabulary(document.language).language
        count = counts[language]
        engines = ["hyperscan"]
        if count.oracle < options.oracle:
            engines.append("re")
            count.oracle += 1
        count.texts += 1
        count.size += len(text.encode())
        count.spans += len(load_vocabulary(language).scanner.spans(text))
        told = differing(text, language, engines)
        count.different += bool(told)
        for engine, place, ours, theirs in told:
            print(f"{name} {language} {engine} at {place}: {ours!r} / {theirs!r}")
    print(f"{'language':10}{'texts':>8}{'MB':>8}{'spans':>10}{'oracle':>8}{'different':>10}")
    for language, count in sorted(counts.items()):
        print(
            f"{language:10}{count.texts:8}{count.size / 1e6:8.1f}{count.spans:10}"
            f"{count.oracle:8}{count.different:10}"
        )
    return 1 if any(count.different for count in counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
