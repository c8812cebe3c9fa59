"""Records of meetings: whose "I" and "we" are, and whose decision it was."""

from __future__ import annotations

from ungraph.model.assertion import Act
from ungraph.pipeline import BuildOptions, build_document

SPEECHES = (
    "Ms. Sow (Senegal): I thank the Secretary-General for his report.",
    "We propose a second meeting.",
    "The President: I thank the representative of Senegal for her kind words.",
    "Mr. Lund (Norway) (spoke in French): We welcome the new plan.",
    "It was so decided.",
    "The draft resolution was adopted without a vote.",
)


def acts(symbol: str) -> dict[str, Act]:
    head = f"{symbol}\n\nUnited Nations\n\nSecurity Council\n\n9999th meeting\n\n"
    data = (head + "\n\n".join(SPEECHES) + "\n").encode()
    name = symbol.replace("/", "_") + ".txt"
    built = build_document(data, name=name, options=BuildOptions(validate=False)).assertions
    return {f"{act.cue} {act.act_type} {i}": act for i, act in enumerate(built.acts)}


def agents(symbol: str, cue: str) -> list[tuple[str, ...]]:
    return [act.agents for told, act in acts(symbol).items() if told.startswith(cue)]


def test_the_speaker_is_the_agent_of_what_is_said_in_the_first_person() -> None:
    said = agents("S/PV.9999", "thank")
    assert said[0] == ("person-sow-in-s-pv-9999",)
    assert agents("S/PV.9999", "propose") == [("person-sow-in-s-pv-9999",)]
    assert agents("S/PV.9999", "welcome") == [("person-lund-in-s-pv-9999",)]


def test_a_speaker_named_by_the_office_alone_is_that_office_of_the_organ() -> None:
    assert agents("S/PV.9999", "thank")[1] == ("office-president-sc",)


def test_what_was_decided_at_a_meeting_the_organ_decided() -> None:
    assert agents("S/PV.9999", "was so decided") == [("sc",)]
    assert agents("S/PV.9999", "was adopted")[0] == ("sc",)
    told = next(a for a in acts("S/PV.9999").values() if a.cue == "was so decided")
    assert [i.property for i in told.inferences if i.value == "sc"] == ["ung:agent"]


def test_outside_records_nobody_has_the_floor() -> None:
    assert agents("S/2011/77", "propose") == [()]
    assert agents("S/2011/77", "was so decided") == [()]
