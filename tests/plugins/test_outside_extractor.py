"""An outside extractor, installed as a package of its own, adds acts by the rules of the house."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ungraph
from ungraph.cli.app import run
from ungraph.errors import PluginError
from ungraph.model.assertion import Act
from ungraph.plugins import load_extractors

MODULE = '''
from ungraph.model.assertion import ActType
from ungraph.plugins import ProposedAct


def propose(document):
    """A toy: whoever "grumbled" has condemned something; and three proposals against the rules."""
    quote = "The Government of Peru grumbled about the fees."
    yield ProposedAct(ActType.CONDEMN, quote, "grumbled", 0.7, ("the Government of Peru",),
                      theme="the fees")
    yield ProposedAct(ActType.CONDEMN, "The Government of Chad wept.", "wept", 0.9)
    yield ProposedAct(ActType.CONDEMN, quote, "shouted", 0.9)
    yield ProposedAct(ActType.CONDEMN, quote, "grumbled", 1.5)
'''
TEXT = "A/HRC/11/77\n\n1. The Government of Peru grumbled about the fees.\n"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A package on the path that offers the extractor "toy"."""
    (tmp_path / "toy_extractor.py").write_text(MODULE, encoding="utf-8")
    about = tmp_path / "toy_extractor-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-extractor\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[ungraph.extractors]\ntoy = toy_extractor:propose\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    load_extractors.cache_clear()
    yield "toy"
    load_extractors.cache_clear()
    sys.modules.pop("toy_extractor", None)


def acts_of(result: ungraph.Result) -> list[Act]:
    return [act for act in result.assertions.acts if act.origin == "toy"]


def test_a_proposal_with_words_of_the_text_becomes_an_inferred_act(installed: str) -> None:
    result = ungraph.build(TEXT, extractors=(installed,))
    (act,) = acts_of(result)
    assert act.agents == ("government-per",)
    assert (act.theme, act.confidence, act.status) == ("the fees", 0.7, "inferred")
    assert act.evidence[0].of(result.document.text).startswith("The Government of Peru")
    assert result.report is not None
    assert result.report.conforms
    assert any("ns#origin>" in str(quad) and '"toy"' in str(quad) for quad in result.quads())


def test_proposals_without_verbatim_evidence_are_refused_with_the_reason(installed: str) -> None:
    warnings = ungraph.build(TEXT, extractors=(installed,), validate=False).assertions.warnings
    assert len(warnings) == 3
    assert "do not stand in one paragraph" in warnings[0]
    assert "the cue 'shouted' is not in the quote" in warnings[1]
    assert "does not lie between 0 and 1" in warnings[2]


def test_an_extractor_that_is_not_named_is_not_used(installed: str) -> None:
    assert acts_of(ungraph.build(TEXT, validate=False)) == []


def test_the_command_line_names_one_and_says_which_is_missing(
    installed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "x.txt", tmp_path / "x.nq"
    source.write_text(TEXT, encoding="utf-8")
    assert run(["build", str(source), "-o", str(target), "--extractor", installed, "-j", "1"]) == 0
    assert '"toy"' in target.read_text(encoding="utf-8")
    assert run(["build", str(source), "-o", str(target), "--extractor", "none-such"]) == 3
    assert "no extractor called 'none-such' is installed" in capsys.readouterr().err


def test_a_broken_package_is_named() -> None:
    with pytest.raises(PluginError, match="installed: "):
        load_extractors(("none-such",))
