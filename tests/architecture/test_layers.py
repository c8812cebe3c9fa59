"""The flow runs one way, and nothing left of the graph knows RDF."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

LAYERS = (
    "cli > web > inquiry > batch > pipeline > linkout | survey > validation | stores | writers"
    " > graph > extractors > linking > matchers > readers > plugins > model > identifiers"
    " > resources : settings : namespaces : errors"
)


def test_the_contract_states_the_agreed_order(checkout: Path) -> None:
    tools = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contract = next(c for c in tools["importlinter"]["contracts"] if c["id"] == "layers")
    stated = " > ".join(layer.replace("(", "").replace(")", "") for layer in contract["layers"])
    assert stated == LAYERS
    assert contract["exhaustive"] is True


def test_the_contracts_hold(checkout: Path) -> None:
    command = (
        "import sys; from importlinter.cli import lint_imports;"
        "sys.exit(lint_imports(no_cache=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", command], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_package_left_of_graph_is_kept_free_of_rdf(checkout: Path) -> None:
    tools = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contracts = {c["id"]: c for c in tools["importlinter"]["contracts"]}
    left = LAYERS.partition(" > graph > ")[2].replace(":", ">").split(">")
    existing = {
        f"ungraph.{name.strip()}"
        for name in left
        if (checkout / "src/ungraph" / name.strip()).is_dir()
        or (checkout / "src/ungraph" / f"{name.strip()}.py").is_file()
    }
    assert existing == set(contracts["no-rdf-left-of-graph"]["source_modules"])
