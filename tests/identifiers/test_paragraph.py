"""Pinpoints as structure: format and fragment."""

from __future__ import annotations

import pytest

from ungraph.identifiers.paragraph import Pinpoint, PinpointStep

CASES = [
    ((("paragraph", (("9", None),)),), "para. 9", "para-9"),
    ((("paragraph", (("1", "19"),)),), "paras. 1-19", "para-1"),
    ((("paragraph", (("5", None), ("6", None))),), "paras. 5 and 6", "para-5"),
    ((("article", (("3", None),)),), "art. 3", "art-3"),
    ((("annex", ()),), "annex", "annex"),
    ((("annex", ()), ("paragraph", (("15 (c)", None),))), "annex, para. 15 (c)", "annex-para-15-c"),
    ((("section", (("XI", None),)),), "sect. XI", "sect-xi"),
    ((("preambular", (("9", None),)),), "preamb. para. 9", "preamb-9"),
]


@pytest.mark.parametrize(("steps", "text", "fragment"), CASES, ids=[case[1] for case in CASES])
def test_a_pinpoint_is_written_one_way(
    steps: tuple[tuple[str, tuple[tuple[str, str | None], ...]], ...], text: str, fragment: str
) -> None:
    pinpoint = Pinpoint(tuple(PinpointStep(kind, numbers) for kind, numbers in steps))
    assert (str(pinpoint), pinpoint.fragment) == (text, fragment)


def test_joined_pinpoints_name_the_outer_part_first() -> None:
    inner = Pinpoint((PinpointStep("paragraph", (("1", None),)),))
    outer = Pinpoint((PinpointStep("section", (("II", None),)),))
    assert str(inner.joined(outer)) == "sect. II, para. 1"
