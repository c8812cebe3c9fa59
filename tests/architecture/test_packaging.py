"""The lock holds what is declared, speaks of no index or machine, and the wheel would be whole."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def project(checkout: Path) -> dict:
    """The content of pyproject.toml."""
    return tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lock(checkout: Path) -> str:
    """The content of the lock file."""
    return (checkout / "requirements.lock").read_text(encoding="utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


def test_every_declared_package_is_locked(project: dict, lock: str) -> None:
    declared = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    for extra in project["project"]["optional-dependencies"].values():
        declared += extra
    declared += project["build-system"]["requires"]
    locked = set(re.findall(r"^([\w.-]+)==", lock, re.M))
    missing = {normal(name) for name in declared} - {normal(name) for name in locked}
    assert not missing, "run `make lock`"


def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", lock, flags=re.M)[1:]
    assert entries
    assert all("--hash=sha256:" in entry for entry in entries)


def test_the_lock_names_no_index_and_no_machine(lock: str) -> None:
    assert not re.search(r"://|index-url|find-links|file:|^/|\s/", lock, re.M)


def test_the_wheel_takes_ontology_and_shapes_along(project: dict) -> None:
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {"ontology": "ungraph/ontology", "shapes": "ungraph/shapes"}


def test_packages_left_of_the_graph_are_needed_by_everyone(project: dict) -> None:
    """What is imported without asking must be a plain dependency, not an extra."""
    needed = {normal(name) for name in project["project"]["dependencies"]}
    assert {"click", "google-re2", "lxml", "pyoxigraph", "pyshacl", "rdflib"} <= needed


def test_debian_packages_are_listed_one_a_line(checkout: Path) -> None:
    lines = (checkout / ".ci/apt-packages.txt").read_text(encoding="utf-8").splitlines()
    names = [line for line in lines if line and not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", name) for name in names)
