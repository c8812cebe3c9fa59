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


def step(kind: str, *numbers: str) -> Pinpoint:
    return Pinpoint((PinpointStep(kind, tuple((number, None) for number in numbers)),))


def test_parts_apart_stand_beside_each_other() -> None:
    both = step("paragraph", "5").joined(step("annex"), apart=True)
    assert (str(both), both.fragment) == ("para. 5; annex", "para-5")


def test_a_part_behind_a_list_is_of_its_last_member() -> None:
    joined = step("article", "2", "14").joined(step("paragraph", "3"))
    assert (str(joined), joined.fragment) == ("art. 2; art. 14, para. 3", "art-2")
    of_both = step("paragraph", "3").joined(step("article", "2", "14"))
    assert str(of_both) == "arts. 2 and 14, para. 3"


def test_a_part_whose_owner_follows_is_not_put_into_the_list_before() -> None:
    first = step("paragraph", "1").joined(step("article", "14"))
    second = first.joined(step("paragraph", "2"), apart=True, owned=True)
    assert str(second.joined(step("article", "26"))) == "art. 14, para. 1; art. 26, para. 2"
    assert str(first.joined(step("paragraph", "2"), apart=True)) == "art. 14, paras. 1 and 2"
