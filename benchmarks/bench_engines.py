"""Whether the engines find the same: RE2, Hyperscan and the standard ``re``, on every text.

usage: bench_engines.py [FOLDER ...] [--oracle 0] [--part 1/1] [--state FILE]

FOLDER holds AKN4UN files (.xml) and plain texts (.txt), in any order; without one, the text is the
example note. What an engine finds is a list of spans, and everything behind it is the same code;
so equal spans give equal mentions. With --oracle 1000, that many texts of each language go to the
slow standard ``re`` too (--oracle 100000: all). --part 2/8 takes the second eighth. Which texts
are taken goes by a hash of their names: spread over sessions and organs, and always the same.

With --state, what was compared is noted in FILE, a line a text, and not compared again unless the
expressions have changed since or the oracle has not read it yet: a run may be broken off and
started again, and runs for different parts may write to one FILE at the same time. The table then
counts all of FILE that is still true.

Prints a line a language: texts, MB, spans, texts that the oracle read, texts with a difference.
The exit code is 1 when there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import pathlib
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache

from ungraph.errors import DocumentError
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.model.document import Document
from ungraph.readers.akn import read_akn
from ungraph.readers.plain import read_plain

NOTE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "a-hrc-4-60.txt"


@dataclass
class Compared:
    """One text: *expressions* is a digest of what it was searched for."""

    name: str
    language: str
    expressions: str
    size: int
    spans: int
    oracle: bool
    different: bool


class State:
    """What was compared, kept in a file where there is one."""

    def __init__(self, path: pathlib.Path | None) -> None:
        self.path = path
        self.compared: dict[str, Compared] = {}
        if path is not None and path.exists():
            for line in path.read_text("utf-8").splitlines():
                self._take(Compared(**json.loads(line)))

    def _take(self, one: Compared) -> None:
        before = self.compared.get(one.name)
        if one.expressions == expressions_of(one.language) and not (before and before.oracle):
            self.compared[one.name] = one

    def knows(self, name: str, *, oracle: bool) -> bool:
        known = self.compared.get(name)
        return known is not None and (known.oracle or not oracle)

    def note(self, one: Compared) -> None:
        self._take(one)
        if self.path is not None:  # a short line added at the end is whole, whoever else writes
            line = json.dumps(asdict(one), ensure_ascii=False) + "\n"
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
            try:
                os.write(handle, line.encode())
            finally:
                os.close(handle)


@cache
def expressions_of(language: str) -> str:
    branches = load_vocabulary(language).scanner.branches
    return hashlib.sha256("\0".join(branches).encode()).hexdigest()[:16]


def order(path: pathlib.Path) -> bytes:
    return hashlib.sha256(path.name.encode()).digest()


def name_of(path: pathlib.Path) -> str:
    """A name that says apart the language versions of one text."""
    return "/".join(path.parts[-3:])


def read(path: pathlib.Path) -> Document | None:
    read_file = read_akn if path.suffix == ".xml" else read_plain
    try:
        return read_file(path.read_bytes(), name=path.name)
    except DocumentError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return None


def compare(document: Document, name: str, *, oracle: bool) -> Compared:
    text = document.view.text
    language = load_vocabulary(document.language).language
    told = differing(text, language, ["hyperscan", *(["re"] if oracle else [])])
    for engine, place, ours, theirs in told:
        print(f"{name} {language} {engine} at {place}: {ours!r} / {theirs!r}", flush=True)
    spans = len(load_vocabulary(language).scanner.spans(text))
    size = len(text.encode())
    return Compared(name, language, expressions_of(language), size, spans, oracle, bool(told))


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
    parser.add_argument("--state", type=pathlib.Path, metavar="FILE")
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
    state = State(options.state)
    read_by_oracle: dict[str, int] = defaultdict(int)
    for path in paths:
        name = name_of(path)
        if state.knows(name, oracle=True):
            read_by_oracle[state.compared[name].language] += 1
            continue
        if not options.oracle and state.knows(name, oracle=False):
            continue
        document = read(path)
        if document is None:
            continue
        language = load_vocabulary(document.language).language
        oracle = read_by_oracle[language] < options.oracle
        if not state.knows(name, oracle=oracle):
            state.note(compare(document, name, oracle=oracle))
            read_by_oracle[language] += oracle
    return show(state.compared.values())


def show(compared: Iterable[Compared]) -> int:
    by_language: dict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        by_language[one.language].append(one)
    print(f"{'language':10}{'texts':>8}{'MB':>8}{'spans':>10}{'oracle':>8}{'different':>10}")
    for language, ones in sorted(by_language.items()):
        size = sum(one.size for one in ones) / 1e6
        print(
            f"{language:10}{len(ones):8}{size:8.1f}{sum(one.spans for one in ones):10}"
            f"{sum(one.oracle for one in ones):8}{sum(one.different for one in ones):10}"
        )
    return 1 if any(one.different for ones in by_language.values() for one in ones) else 0


if __name__ == "__main__":
    sys.exit(main())
