"""Importing ungraph costs next to nothing and does no work."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"SPARQLWrapper", "lxml", "pyld", "pyoxigraph", "pyshacl", "rdflib", "re2", "rich"}


def modules_after(statement: str) -> set[str]:
    """Top-level modules loaded in a fresh interpreter once *statement* has run."""
    command = f"{statement}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )
    return set(json.loads(run.stdout.splitlines()[-1]))


def test_importing_ungraph_loads_no_heavy_library() -> None:
    assert not HEAVY & modules_after("import ungraph")


def test_importing_ungraph_loads_none_of_its_steps() -> None:
    loaded = {name for name in modules_after("import ungraph") if name.startswith("ungraph.")}
    assert not loaded & {f"ungraph.{step}" for step in ("graph", "matchers", "pipeline", "readers")}


@pytest.mark.parametrize("module", ["ungraph.model.assertion", "ungraph.identifiers.mint"])
def test_the_values_need_only_the_standard_library(module: str) -> None:
    assert not HEAVY & modules_after(f"import {module}")
