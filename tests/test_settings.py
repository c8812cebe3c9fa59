"""Settings come from the environment once, and wrong ones are named."""

from __future__ import annotations

import pytest

from ungraph.errors import UngraphError
from ungraph.namespaces import BASE_IRI
from ungraph.settings import Settings, load_settings


def test_an_empty_environment_gives_the_defaults() -> None:
    assert load_settings({}) == Settings(BASE_IRI, "full")
    assert load_settings({"UNGRAPH_BASE_IRI": ""}) == Settings()


def test_the_environment_sets_base_and_evidence() -> None:
    environ = {"UNGRAPH_BASE_IRI": "https://example.org/g/", "UNGRAPH_EVIDENCE": "none"}
    assert load_settings(environ) == Settings("https://example.org/g/", "none")


def test_the_process_environment_is_read_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNGRAPH_EVIDENCE", "compact")
    assert load_settings().evidence == "compact"


def test_an_unknown_evidence_level_is_refused_with_advice() -> None:
    with pytest.raises(UngraphError, match="full, compact, none"):
        load_settings({"UNGRAPH_EVIDENCE": "some"})
