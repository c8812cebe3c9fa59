"""The command line run inside the test: words in, exit code and both streams out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sample_graphs import document_quads
from servers import oxigraph_server
from ungraph.cli.app import run
from ungraph.writers.formats import write_quads

__all__ = ["graph_file", "oxigraph_server", "shell"]


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str


Shell = Callable[..., Ran]


@pytest.fixture
def shell(capfdbinary: pytest.CaptureFixture[bytes]) -> Shell:
    """Runs ``ungraph`` with the words given."""

    def run_words(*words: object) -> Ran:
        capfdbinary.readouterr()
        code = run([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run_words


@pytest.fixture
def graph_file(tmp_path: Path) -> Path:
    """A small graph as N-Quads."""
    path = tmp_path / "graph.nq"
    path.write_bytes(write_quads(document_quads(), "nquads"))
    return path
