"""The lock holds what is declared, speaks of no index or machine, and the wheel would be whole."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
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
    for extra, packages in project["project"]["optional-dependencies"].items():
        declared += packages if extra != "ocr" else []  # its programs come from the system
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


@pytest.fixture(scope="module")
def unpacked_wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the content of the wheel, as an installer lays it out."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=checkout, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_code_tables_ontology_shapes_and_licence(
    checkout: Path, unpacked_wheel: Path
) -> None:
    package = unpacked_wheel / "ungraph"
    for folder, pattern, target in (
        ("src/ungraph", "*.py", ""),
        ("src/ungraph", "*.csv", ""),
        ("ontology", "*.ttl", "ontology"),
        ("ontology", "*.rq", "ontology"),
        ("shapes", "*.ttl", "shapes"),
    ):
        for path in (checkout / folder).rglob(pattern):
            assert (package / target / path.relative_to(checkout / folder)).is_file(), path
    assert list(unpacked_wheel.glob("*.dist-info/licenses/LICENSE"))


def test_an_installed_package_finds_its_own_folders(unpacked_wheel: Path) -> None:
    command = (
        "from ungraph.resources import find_folder\n"
        "print(*(find_folder(name) for name in ('data', 'ontology', 'shapes')), sep='\\n')"
    )
    run = subprocess.run(
        [sys.executable, "-c", command],
        env={"PYTHONPATH": str(unpacked_wheel)},
        capture_output=True,
        text=True,
        check=True,
    )
    folders = [Path(line) for line in run.stdout.splitlines()]
    package = unpacked_wheel / "ungraph"
    assert folders == [package / name for name in ("data", "ontology", "shapes")]
