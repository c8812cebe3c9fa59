"""Changelog fragments are named so that they can be gathered, and speak to users."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FRAGMENTS = sorted((Path(__file__).resolve().parents[2] / "changelog.d").glob("*.md"))
FRAGMENTS = [path for path in FRAGMENTS if path.name != "README.md"]


@pytest.mark.parametrize("path", FRAGMENTS, ids=lambda path: path.name)
def test_a_fragment_has_a_topic_a_kind_and_a_sentence(path: Path) -> None:
    name = r"[a-z0-9]+(-[a-z0-9]+)*\.(added|changed|fixed|deprecated|removed)\.md"
    assert re.fullmatch(name, path.name)
    text = path.read_text(encoding="utf-8")
    assert re.match(r"[^#\s]", text)
    assert text.rstrip().endswith((".", "`"))
