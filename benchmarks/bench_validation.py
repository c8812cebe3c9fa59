"""How fast graphs are checked: the example note and the examples of the ontology, by engine.

CPU time, median of five rounds; each round checks every graph once, one document at a time.

    python benchmarks/bench_validation.py [FOLDER [NUMBER]]

With a FOLDER, the reports of both engines are compared on NUMBER (500) of its documents instead.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

import ungraph
from ungraph.batch.sources import find_sources
from ungraph.pipeline import build_document
from ungraph.validation import pyshifty_engine
from ungraph.validation.shacl import validate
from ungraph.validation.text_checks import check_text

CHECKOUT = Path(__file__).resolve().parents[1]
ROUNDS = 5
DOCUMENTS = 500


def median_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of *work*, after one run that loads the shapes."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def main() -> None:
    """Print the table, or how the engines agree."""
    if len(sys.argv) > 1:
        number = int(sys.argv[2]) if len(sys.argv) > 2 else DOCUMENTS
        print_agreement(Path(sys.argv[1]), number)
    else:
        print_rates()


def print_agreement(folder: Path, number: int) -> None:
    """Whether both engines report the same on real documents, and what each takes."""
    sources, _ = find_sources([folder])
    chosen = sources[:: max(1, len(sources) // number)][:number]
    seconds = dict.fromkeys(("pyshacl", "pyshifty"), 0.0)
    differing: list[str] = []
    findings = 0
    for source in chosen:
        graph = build_document(source.path.read_bytes(), name=source.name).nquads
        reports = []
        for engine in seconds:
            start = time.process_time()
            reports.append(validate(graph, engine=engine))
            seconds[engine] += time.process_time() - start
        findings += len(reports[0].findings)
        if reports[0] != reports[1]:
            differing.append(source.name)
    print(f"{len(chosen)} documents, {findings} findings; different: {differing or 'none'}")
    for engine, used in seconds.items():
        print(f"  {engine:<10} {1000 * used / len(chosen):6.1f} ms a document")


def print_rates() -> None:
    """Time by graph and engine."""
    note = ungraph.build(CHECKOUT / "examples" / "a-hrc-4-60.txt")
    graphs: dict[str, list[Quad]] = {"a-hrc-4-60": list(note.quads())}
    for path in sorted((CHECKOUT / "ontology" / "examples").glob("*.ttl")):
        graphs[path.stem] = list(parse(path=path, format=RdfFormat.TURTLE))
    engines = ["pyshacl", *(["pyshifty"] if pyshifty_engine.is_available() else [])]
    print(f"{'graph':<24} {'check':<10} {'quads':>6} {'ms':>8} {'quads/s':>10}")
    for name, quads in graphs.items():
        checks: dict[str, Callable[[], object]] = {
            engine: lambda quads=quads, engine=engine: validate(quads, engine=engine)
            for engine in engines
        }
        if name == "a-hrc-4-60":
            checks["text"] = lambda quads=quads: check_text(quads, note.document)
        for check, work in checks.items():
            seconds = median_seconds(work)
            rate = len(quads) / seconds
            print(f"{name:<24} {check:<10} {len(quads):>6} {seconds * 1000:>8.1f} {rate:>10,.0f}")


if __name__ == "__main__":
    main()
