"""The code of README and docs runs and prints what the page says.

Three kinds of fenced block are run, in the order of the page, in a folder of their own that holds
``examples/`` and ``ontology/``: ``python`` blocks with ``>>>`` as doctests, ``console`` blocks
(``$ command`` and what it prints, ``...`` for left-out parts), ``bash`` blocks (must succeed).
Blocks in ``sh`` are commands of the checkout itself (``make …``) and are not run here.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
KINDS = {"", "bash", "console", "csv", "json", "mermaid", "python", "sh", "sparql", "text"} | {
    "turtle"
}
PAGES = sorted([CHECKOUT / "README.md", *(CHECKOUT / "docs").rglob("*.md")])


def blocks_of(page: Path) -> list[tuple[int, str, str]]:
    text = page.read_text(encoding="utf-8")
    return [
        (text.count("\n", 0, found.start()) + 2, found[1], found[2])
        for found in FENCE.finditer(text)
    ]


def page_name(page: Path) -> str:
    return page.relative_to(CHECKOUT).as_posix()


RUNNING = [p for p in PAGES if any(b[1] in ("python", "bash", "console") for b in blocks_of(p))]


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader has it: the examples, the ontology, and ungraph on the path."""
    for name in ("examples", "ontology"):
        shutil.copytree(CHECKOUT / name, tmp_path / name)
    programs = str(Path(sys.executable).parent)
    monkeypatch.setenv("PATH", os.pathsep.join([programs, os.environ.get("PATH", "")]))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_block_is_of_a_known_kind(page: Path) -> None:
    assert {kind for _, kind, _ in blocks_of(page)} <= KINDS


@pytest.mark.parametrize("page", RUNNING, ids=page_name)
def test_a_page_does_what_it_says(page: Path, workplace: Path) -> None:
    names: dict[str, object] = {}
    for line, kind, code in blocks_of(page):
        place = f"{page_name(page)} line {line}"
        if kind == "python":
            run_python(code, names, place)
        elif kind == "bash":
            run_shell(code, place)
        elif kind == "console":
            run_console(code, place)


def run_python(code: str, names: dict[str, object], place: str) -> None:
    test = doctest.DocTestParser().get_doctest(code, names, place, place, 0)
    assert test.examples, f"{place}: nothing to run"
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
    runner.run(test, out=report.append, clear_globs=False)
    names.update(test.globs)
    assert not runner.failures, "".join(report)


def run_shell(command: str, place: str) -> str:
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert run.returncode == 0, f"{place}: {command}\n{run.stdout}{run.stderr}"
    return run.stdout


def run_console(code: str, place: str) -> None:
    for step in re.split(r"^(?=\$ )", code, flags=re.M):
        if not step.startswith("$ "):
            assert not step.strip(), f"{place}: a console block begins with its command"
            continue
        command, _, expected = step[2:].partition("\n")
        printed = run_shell(command, place)
        same = doctest.OutputChecker().check_output(expected, printed, FLAGS)
        assert same or not expected, f"{place}: {command}\nexpected:\n{expected}\ngot:\n{printed}"
