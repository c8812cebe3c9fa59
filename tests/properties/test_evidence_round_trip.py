"""Every span leads back to the words: quote, offsets, file bytes, for real texts read by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad

import ungraph
from ungraph.model.span import Span

OA = "http://www.w3.org/ns/oa#"


def selectors(quads: tuple[Quad, ...]) -> dict[str, dict[str, str]]:
    """Selector IRI → start, end, exact, prefix, suffix as written in the graph."""
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if predicate.startswith(OA) and predicate != f"{OA}hasSelector":
            name = predicate.removeprefix(OA)
            found.setdefault(str(quad.subject), {})[name] = quad.object.value  # type: ignore[union-attr]
    return {iri: values for iri, values in found.items() if "exact" in values}


def assert_evidence_is_the_text(path: Path) -> int:
    result = ungraph.build(path, validate=False)
    document = result.document
    data = path.read_bytes()
    rows = selectors(tuple(result.quads()))
    for values in rows.values():
        start, end = int(values["start"]), int(values["end"])
        assert 0 <= start < end <= len(document.text)
        assert values["exact"] == document.text[start:end]
        if "prefix" in values:
            assert document.text[:start].endswith(values["prefix"])
        if "suffix" in values:
            assert document.text[end:].startswith(values["suffix"])
        place = document.source_map.bytes_of(Span(start, end))
        assert place is not None
        encoding = document.source.encoding or "utf-8"
        in_file = data[place[0] : place[1]].decode(encoding)
        assert in_file.replace("\r\n", "\n").replace("\r", "\n") == values["exact"]
    return len(rows)


def test_the_note(note_path: Path) -> None:
    assert assert_evidence_is_the_text(note_path) > 30


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_note_in_other_bytes(
    note_text: str, tmp_path: Path, newline: str, encoding: str
) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(note_text.replace("\n", newline).encode(encoding))
    assert assert_evidence_is_the_text(path) > 30


def test_the_texts_read_by_hand(shared: Path) -> None:
    paths = sorted((shared / "gold" / "narrative").glob("*.txt"))
    assert len(paths) == 21
    for path in paths:
        assert assert_evidence_is_the_text(path) > 10, path.name
