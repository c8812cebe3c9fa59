"""Fixtures and rules for all tests: no network, the example note, shared texts, honest skips.

The shared material (a folder of real documents that the repository does not carry) is looked for
at the environment variable UNGRAPH_SHARED, else in ``../shared`` beside the checkout. Tests that
need it take the fixture ``shared`` and are skipped without it, except where CI is set: there a
test skipped for a missing part is a failure (``honest_skips``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from honest_skips import fail_skip
from network_block import block_network

CHECKOUT = Path(__file__).resolve().parent.parent

settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "desk")


_patch = pytest.MonkeyPatch()


def pytest_configure(config: pytest.Config) -> None:
    """Block the network for the whole run, doctests and imports included."""
    block_network(_patch)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Give the network back to whoever runs pytest inside a program."""
    _patch.undo()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Turn a skip for a missing part into a failure where CI is set."""
    report = yield
    fail_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    """The same for a whole module that skips itself."""
    report = yield
    fail_skip(report)
    return report


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top folder of the checkout."""
    return CHECKOUT


@pytest.fixture(scope="session")
def note_path() -> Path:
    """The example note, the one UN text the repository carries."""
    return CHECKOUT / "examples" / "a-hrc-4-60.txt"


@pytest.fixture(scope="session")
def note_text(note_path: Path) -> str:
    """The text of the example note."""
    return note_path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; the test is skipped where it is not there."""
    place = os.environ.get("UNGRAPH_SHARED")
    folder = Path(place) if place else CHECKOUT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the shared material (UNGRAPH_SHARED or ../shared)")
    return folder
