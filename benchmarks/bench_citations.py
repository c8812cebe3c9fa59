"""Speed of finding citations: MB of text a CPU second, our engines and others, in one run.

usage: bench_citations.py [FILE ...] [--oracle] [--python OTHER_PYTHON]

FILE is a plain text or an AKN4UN file (.xml), all of one language. Without files the text is the
example note, repeated. For each engine the scan alone and the tokens made of it are measured too:
what lies between them and the matching is the grammar. The standard ``re`` serves as oracle and is
slow; it runs on a part of the text, with --oracle. --python names an interpreter that has eyecite
or spaCy installed; each runs there, on a part of the text, in a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import pathlib
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

from ungraph.linking.documents import link_citations
from ungraph.matchers.citations import match_citations
from ungraph.matchers.tokens import match_tokens
from ungraph.matchers.vocabulary import load_vocabulary
from ungraph.model.document import Document
from ungraph.readers.akn import read_akn
from ungraph.readers.plain import read_plain

NOTE = pathlib.Path(__file__).resolve().parent.parent / "examples" / "a-hrc-4-60.txt"
SMALL = 200_000
OTHERS = {
    "eyecite, its default tokenizer": """
from eyecite import get_citations
run = lambda: get_citations(text)
""",
    "eyecite, Hyperscan tokenizer": """
from eyecite import get_citations
import tempfile
from eyecite.tokenizers import HyperscanTokenizer
tokenizer = HyperscanTokenizer(cache_dir=tempfile.mkdtemp())
get_citations("1 U.S. 1", tokenizer=tokenizer)
run = lambda: get_citations(text, tokenizer=tokenizer)
""",
    "spaCy, entity ruler": """
import spacy
nlp = spacy.blank("en")
nlp.max_length = 10**8
ruler = nlp.add_pipe("entity_ruler")
ruler.add_patterns([
    {"label": "RES", "pattern": [{"LOWER": {"IN": ["resolution", "resolutions"]}},
                                 {"TEXT": {"REGEX": r"^\\d+/\\d+$"}}]},
    {"label": "RES", "pattern": [{"LOWER": "resolution"}, {"LIKE_NUM": True}, {"TEXT": "("},
                                 {"SHAPE": "dddd"}, {"TEXT": ")"}]},
    {"label": "ORG", "pattern": "Security Council"}, {"label": "ORG", "pattern": "General Assembly"},
])
run = lambda: nlp(text)
""",
}
RUN = """
import gc, sys, time
text = sys.stdin.read()
{setup}
gc.collect()
gc.freeze()
start = time.process_time()
run()
print(len(text.encode()) / (time.process_time() - start) / 1e6)
"""


def rate(size: int, run: Callable[[], object], rounds: int = 3) -> float:
    """MB a CPU second, the best of *rounds*."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        run()
        best = min(best, time.process_time() - start)
    return size / best / 1e6


def load(paths: list[pathlib.Path]) -> list[Document]:
    if not paths:
        return [read_plain(NOTE.read_bytes() * 200, name=NOTE.name)]
    return [
        (read_akn if path.suffix == ".xml" else read_plain)(path.read_bytes(), name=path.name)
        for path in paths
    ]


def measure(engine: str, documents: list[Document], size: int) -> None:
    """Print how fast *engine* scans, how fast tokens are made of that, and the whole matching."""
    vocabulary = load_vocabulary(documents[0].language, engine)
    texts = [document.view.text for document in documents]
    match_citations(documents[0], engine=engine)
    steps: dict[str, Callable[[], object]] = {
        "scan alone": lambda: [vocabulary.scanner.spans(text) for text in texts],
        "scan and tokens": lambda: [match_tokens(text, vocabulary) for text in texts],
        "matching": lambda: [match_citations(d, engine=engine) for d in documents],
    }
    for step, run in steps.items():
        print(f"{f'ungraph, {engine}: {step}':44}{rate(size, run):8.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--python", help="interpreter that has eyecite or spaCy")
    options = parser.parse_args()
    documents = load(options.files)
    size = sum(len(document.view.text.encode()) for document in documents)
    gc.collect()
    gc.freeze()  # what is read before is no part of the work, nor of what its collector walks
    print(f"{len(documents)} documents, {size / 1e6:.2f} MB, Python {sys.version.split()[0]}")
    print(f"{'':44}MB/s")
    for engine in ["re2"] + (["hyperscan"] if find_spec("hyperscan") else []):
        measure(engine, documents, size)
    mentions = [match_citations(document) for document in documents]

    def link() -> None:
        for document in documents:
            link_citations(document, match_citations(document))

    print(f"{'ungraph, re2: matching and linking':44}{rate(size, link):8.2f}")
    print(f"{'mentions a MB':44}{sum(map(len, mentions)) / size * 1e6:8.0f}")
    if options.oracle:
        part = read_plain(documents[0].text[:SMALL].encode(), name="part.txt")
        small = len(part.view.text.encode())
        oracle = rate(small, lambda: match_citations(part, engine="re"), 1)
        print(f"{'ungraph, re (the oracle): matching':44}{oracle:8.2f}")
    if options.python:
        text = "\n".join(document.view.text for document in documents)[:SMALL]
        for name, setup in OTHERS.items():
            ran = subprocess.run(
                [options.python, "-c", RUN.format(setup=setup)],
                input=text, capture_output=True, text=True, check=False,
            )  # fmt: skip
            last = ran.stderr.strip().splitlines()[-1:] or ["failed"]
            shown = (
                f"{float(ran.stdout):8.3f}" if ran.returncode == 0 else f"  {json.dumps(last[0])}"
            )
            print(f"{name:44}{shown}")


if __name__ == "__main__":
    main()
