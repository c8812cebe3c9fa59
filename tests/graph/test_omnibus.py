"""Resolutions in several parts: each part is a document of its own, with its paragraphs."""

from __future__ import annotations

from ungraph.pipeline import Result, build_document

HEAD = """United Nations

A/RES/93/75

General Assembly

Distr.: General

7 January 2039

Ninety-third session

Agenda item 71

Resolutions adopted by the General Assembly on 16 December 2038

[on the report of the First Committee (A/93/500)]

93/75. Lighthouses of the world

"""
PARTS = """A

Lamps of the north

The General Assembly,

Recalling its resolution 92/10 of 3 December 2037,

1. Calls upon all States to light their lamps;

2. Requests the Secretary-General to report on lamps.

81st plenary meeting
16 December 2038

B

Lamps of the south

The General Assembly,

Recalling also its resolution 93/75 A,

1. Urges all States to put out their lamps.

81st plenary meeting
16 December 2038
"""
SECTIONS = """The General Assembly,

Recalling its resolution 92/10 of 3 December 2037,

A

1. Calls upon all States to light their lamps;

2. Requests the Secretary-General to report on lamps;

B

3. Urges all States to put out their lamps.
"""
BASE = "https://w3id.org/ungraph/id/doc/"


def build(body: str) -> Result:
    return build_document((HEAD + body).encode(), name="A_RES_93_75.txt")


def values(built: Result, subject: str, name: str) -> set[str]:
    return {
        quad.object.value
        for quad in built.quads()
        if quad.subject.value == BASE + subject and quad.predicate.value.endswith(name)
    }


def test_each_part_is_a_document_printed_in_a_part_of_the_version() -> None:
    built = build(PARTS)
    for letter, title in (("A", "Lamps of the north"), ("B", "Lamps of the south")):
        part = f"A/RES/93/75{letter}"
        assert values(built, part, "#symbol") == {part}
        assert values(built, part, "/title") == {title}
        assert values(built, part, "/isPartOf") == {f"{BASE}A/RES/93/75"}
        assert values(built, part, "#printedIn") == {f"{BASE}A/RES/93/75/en#part-{letter}"}


def test_paragraphs_are_numbered_within_their_part() -> None:
    numbered = [b.fragment for b in build(PARTS).document.blocks if (b.number or "").isdecimal()]
    assert numbered == ["title-page", "part-A-para-1", "part-A-para-2", "part-B-para-1"]


def test_a_citation_of_a_part_leads_to_the_same_document() -> None:
    cited = {
        q.object.value for q in build(PARTS).quads() if q.predicate.value.endswith("hasCitedEntity")
    }
    assert f"{BASE}A/RES/93/75A" in cited


def test_the_graph_conforms() -> None:
    assert build(PARTS).conforms


def test_sections_without_an_organ_are_parts_of_one_resolution() -> None:
    built = build(SECTIONS)
    parents = {b.fragment: b.parent for b in built.document.blocks}
    assert (parents["para-2"], parents["para-3"]) == ("sect-A", "sect-B")
    assert values(built, "A/RES/93/75A", "#symbol") == set()
