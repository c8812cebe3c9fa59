"""What a corpus costs: time by step, size by evidence level, growth, queries over the whole store.

    python benchmarks/corpus.py FOLDER [--sizes 250,1000] [--keep DIR] [--no-questions]

FOLDER holds documents of any kind that is read. For each number of documents (250, 1000 and all
by default) a store is built anew in a temporary place (the last one in DIR) by two processes; then
nothing is changed and it is built again. Processor time is that of all processes together, memory
what they hold at the same time. Steps are measured in one process over 100 documents.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from ungraph.batch.corpus import Corpus
from ungraph.batch.sources import Source, find_sources
from ungraph.pipeline import BuildOptions, build_document
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.validation.shacl import validate
from ungraph.validation.statements import load_statements
from ungraph.validation.text_checks import check_text

CHECKOUT = Path(__file__).resolve().parents[1]
JOBS = 2
SAMPLE = 100


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", default="")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--questions", action=argparse.BooleanOptionalAction, default=True)
    given = parser.parse_args()
    sources, _ = find_sources([given.folder])
    sizes = [int(word) for word in given.sizes.split(",") if word] or [250, 1000, len(sources)]
    print_steps(sources[:: max(1, len(sources) // SAMPLE)][:SAMPLE])
    with tempfile.TemporaryDirectory() as place:
        for size in sorted({min(size, len(sources)) for size in sizes}):
            last = given.keep is not None and size == max(sizes)
            store = given.keep if last else Path(place) / "corpus"
            chosen = sources[:: len(sources) // size][:size]
            print_build(chosen, Path(place) / "documents", store)
            if given.questions:
                print_questions(store)


class Stopwatch:
    """CPU seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.process_time() - start


def print_steps(sources: list[Source]) -> None:
    """CPU seconds by step, and size by evidence level."""
    run_steps(sources[0], Stopwatch())  # loads tables and shapes
    watch = Stopwatch()
    chars = sum(run_steps(source, watch) for source in sources)
    total = sum(time_ for step, time_ in watch.seconds.items() if not step.startswith("("))
    print(f"{len(sources)} documents, {chars:,} characters")
    for step, time_ in watch.seconds.items():
        print(f"  {step:<28} {1000 * time_ / len(sources):8.1f} ms a document {time_ / total:6.0%}")
    for level in ("full", "compact", "none"):
        options = BuildOptions(evidence=level, validate=False)
        count = size = 0
        for source in sources:
            data = source.path.read_bytes()
            graph = build_document(data, name=source.name, options=options).nquads
            count, size = count + graph.count(b"\n"), size + len(graph)
        print(
            f"  evidence {level:<8} {1024 * count / chars:6.0f} quads a kilobyte of text,"
            f" {size / count:4.0f} bytes a quad as N-Quads"
        )


def run_steps(source: Source, watch: Stopwatch) -> int:
    """Build one document step by step; the length of its text."""
    data = source.path.read_bytes()
    with watch.step("read, match, link, extract"):
        result = build_document(data, name=source.name)
    with watch.step("make and write N-Quads"):
        graph = result.nquads
    quads = result.quads()
    with watch.step("(pyoxigraph writes them)"):
        ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    with watch.step("shapes"):
        statements = load_statements(graph)
        validate(statements, engine="auto")
    with watch.step("text checks"):
        check_text(statements, result.document)
    return len(result.document.text)


def print_build(sources: list[Source], folder: Path, store: Path) -> None:
    """Time and memory of a build, and of a second one that changes nothing."""
    for old in (folder, store):
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir()
    for source in sources:
        shutil.copy2(source.path, folder / source.name.replace("/", "_"))
    corpus = Corpus(store, BuildOptions(engine="auto"), jobs=JOBS)
    with Memory() as memory:
        wall, used = time.perf_counter(), seconds_used()
        _, tally = corpus.build([folder])
        wall, used = time.perf_counter() - wall, seconds_used() - used
    again = seconds_used()
    corpus.build([folder])
    again = seconds_used() - again
    size = sum(path.stat().st_size for path in corpus.store_folder.rglob("*"))
    parts = sum(path.stat().st_size for path in corpus.parts.folder.rglob("*.nq"))
    print(
        f"{len(sources)} documents by {JOBS} processes: {1000 * used / len(sources):.0f} ms of"
        f" processor time a document; {wall:.0f} s by the clock with {load():.1f} others at work;"
        f" {tally.statements:,} statements, {len(tally.failures)} failed,"
        f" {tally.violations} violations",
        flush=True,
    )
    print(
        f"  store {size / tally.statements:.0f} bytes a statement, parts"
        f" {parts / tally.statements:.0f}; at most {memory.peak_mebibytes:,.0f} MiB in all"
        f" processes; again without change {again:.2f} s ({again / used:.1%})"
    )


def print_questions(folder: Path) -> None:
    """How long the seven questions take."""
    with OxigraphStore(folder, read_only=True) as opened:
        for name, query in iter_questions():
            print(f"  {name:<12} {timing(opened, query)}")


def timing(store: OxigraphStore, query: str) -> str:
    """All rows, the first one, and the first thousand without an order."""
    began = time.perf_counter()
    rows = iter(store.view().query(query))
    next(rows, None)
    first = time.perf_counter() - began
    count = 1 + sum(1 for _ in rows)
    whole = time.perf_counter() - began
    began = time.perf_counter()
    unordered = query[: query.rindex("ORDER BY")] + "LIMIT 1000"
    few = sum(1 for _ in store.view().query(unordered))
    return (
        f"{whole:6.2f} s for {count:>9,} rows, the first after {first:.2f} s;"
        f" {few:,} rows in no order {time.perf_counter() - began:.2f} s"
    )


class Memory:
    """The most memory that this process and its children held at the same time."""

    def __init__(self) -> None:
        self.peak_mebibytes = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.5):
            held = sum(proportional_kibibytes(pid) for pid in family(os.getpid()))
            self.peak_mebibytes = max(self.peak_mebibytes, held / 1024)


def family(pid: int) -> list[int]:
    """A process and those that it started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        children = [int(word) for task in tasks for word in task.read_text().split()]
    except OSError:
        return []
    return [pid, *(member for child in children for member in family(child))]


def proportional_kibibytes(pid: int) -> int:
    """Memory of a process, pages that it shares counted in part."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass  # it has ended
    return 0


def seconds_used() -> float:
    """Processor time of this process and of children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def load() -> float:
    """How many processes wanted a processor in the last five minutes."""
    return os.getloadavg()[1]


def iter_questions() -> Iterator[tuple[str, str]]:
    """The competency questions, by name."""
    for path in sorted((CHECKOUT / "ontology" / "competency").glob("*.rq")):
        yield path.stem, path.read_text(encoding="utf-8")


if __name__ == "__main__":
    main()
