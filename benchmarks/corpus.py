"""What a corpus costs: time by step, size by evidence level, growth, queries over the whole store.

    python benchmarks/corpus.py FOLDER [DOCUMENTS ...]

FOLDER holds documents of any kind that is read. For each number of documents (250, 1000 and all
by default) a store is built anew in a temporary place by two processes; then nothing is changed
and it is built again. Steps are measured in one process over 100 documents, in CPU seconds.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
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
    sources, _ = find_sources([Path(sys.argv[1])])
    sizes = [int(word) for word in sys.argv[2:]] or [250, 1000, len(sources)]
    print_steps(sources[:: max(1, len(sources) // SAMPLE)][:SAMPLE])
    with tempfile.TemporaryDirectory() as place:
        for size in sorted({min(size, len(sources)) for size in sizes}):
            print_build(sources[:: len(sources) // size][:size], Path(place))


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


def print_build(sources: list[Source], place: Path) -> None:
    """Wall time, rate and memory of a build, of a second one, and of the seven questions."""
    folder, store = place / "documents", place / "corpus"
    for old in (folder, store):
        shutil.rmtree(old, ignore_errors=True)
    folder.mkdir()
    for source in sources:
        shutil.copy2(source.path, folder / source.name.replace("/", "_"))
    corpus = Corpus(store, BuildOptions(engine="auto"), jobs=JOBS)
    began = time.perf_counter()
    _, tally = corpus.build([folder])
    first = time.perf_counter() - began
    began = time.perf_counter()
    corpus.build([folder])
    again = time.perf_counter() - began
    size = sum(path.stat().st_size for path in corpus.store_folder.rglob("*"))
    print(
        f"{len(sources)} documents by {JOBS} processes: {first:.0f} s,"
        f" {len(sources) / first:.1f} documents/s, {tally.statements:,} statements,"
        f" {size / tally.statements:.0f} bytes each in the store,"
        f" {len(tally.failures)} failed; again {again:.2f} s ({again / first:.1%})"
    )
    print(f"  largest process {largest_mebibytes():,.0f} MiB")
    with OxigraphStore(corpus.store_folder, read_only=True) as opened:
        for name, query in iter_questions():
            began = time.perf_counter()
            rows = sum(1 for _ in opened.view().query(query))
            print(f"  {name:<12} {time.perf_counter() - began:6.2f} s {rows:>10,} rows")


def iter_questions() -> Iterator[tuple[str, str]]:
    """The competency questions, by name."""
    for path in sorted((CHECKOUT / "ontology" / "competency").glob("*.rq")):
        yield path.stem, path.read_text(encoding="utf-8")


def largest_mebibytes() -> float:
    """Memory of the largest process so far, this one or a worker."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(which).ru_maxrss for which in who) / 1024


if __name__ == "__main__":
    main()
