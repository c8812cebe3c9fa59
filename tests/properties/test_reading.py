"""Whatever the bytes are: a document or a DocumentError, and every span says what the text says."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from title_pages import NOTE, PAGES
from ungraph.errors import DocumentError, MissingExtraError
from ungraph.model.document import Document
from ungraph.model.span import Span
from ungraph.readers.detect import read_document
from ungraph.readers.plain import read_plain

PIECES = st.sampled_from(
    [
        "A/HRC/4/60", "S/RES/1325 (2000)", "Distr.: General", "GENERALA/C.3/5", "General Assembly",
        "Fourth session", "Item 2 of the agenda", "1. Decides", "2.1 The", "(a) To", "(i)", "ii)",
        "II. Background", "A", "A. Lamps", "Annex", "Annex II", "The General Assembly,", "__________",
        "1 See", "* Reissued", "**", "“quoted”", "54th plenary meeting", "12 May 2037", "1 - تقرر",
        "第76届会议", "\u00ad", "\u00a0", "\u200f", "Résolution adoptée par", "-", "•", "#", ".", ";",
        "Note by the Secretariat", "Report of the Secretary-General", "[on the report]", "91/17. T",
    ]
)  # fmt: skip
GLUE = st.sampled_from([" ", "\n", "\n\n", "\r\n", "", "\t", "\n \n"])


@st.composite
def soups(draw: st.DrawFn) -> str:
    """Pieces of UN documents in any order."""
    parts = draw(st.lists(st.tuples(PIECES, GLUE), max_size=40))
    return "".join(piece + glue for piece, glue in parts)


def _check(document: Document, data: bytes) -> None:
    length = len(document.text)
    fragments = [block.fragment for block in document.blocks]
    assert len(set(fragments)) == len(fragments)
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    seen: set[str] = set()
    by_fragment = {block.fragment: block for block in document.blocks}
    for block in document.blocks:
        assert 0 <= block.span.start < block.span.end <= length
        words = document.quote(block.span)
        assert words[0] not in " \n"
        assert words[-1] not in " \n"
        if block.parent:
            assert block.parent in seen
            assert by_fragment[block.parent].span.contains(block.span)
        seen.add(block.fragment)
        assert document.view.to_text(document.view.from_text(block.span)).start == block.span.start
    for block in document.blocks:
        place = document.source_map.bytes_of(block.span)
        if place:
            encoded = data[slice(*place)].decode(document.source.encoding or "utf-8", "replace")
            said = encoded.replace("\r\n", "\n").replace("\r", "\n")
            assert said == document.quote(block.span)
    page = document.masthead
    for stated in (page.symbol, page.date, page.organ, page.session, page.title, page.subtitle):
        for span in stated.spans if stated else ():
            assert 0 <= span.start < span.end <= length


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = read_document(data, name="any.bin")
    except (DocumentError, MissingExtraError):
        return
    assert document.text


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        document = read_plain(data, name="any.txt")
    except DocumentError:
        return
    _check(document, data)


@given(soups())
def test_any_soup_of_un_words_is_read(text: str) -> None:
    data = text.encode()
    try:
        document = read_plain(data, name="A_HRC_4_60.txt")
    except DocumentError as error:
        assert not text.replace("\u200f", "").strip() or "empty" in str(error)
        return
    _check(document, data)


@given(st.sampled_from([NOTE, *PAGES.values()]), st.integers(0, 400), st.integers(0, 40))
def test_a_page_with_a_hole_is_still_read(text: str, start: int, size: int) -> None:
    data = (text[:start] + text[start + size :]).encode()
    _check(read_plain(data, name="page.txt"), data)


def test_the_same_bytes_give_the_same_document() -> None:
    for text in (NOTE, *PAGES.values()):
        assert read_plain(text.encode(), name="x") == read_plain(text.encode(), name="x")


def test_a_long_line_and_many_lines_take_bounded_time() -> None:
    began = time.process_time()
    read_plain(b"lamp " * 100_000, name="line.txt")
    read_plain(b"1. lamp\n" * 30_000, name="lines.txt")
    read_plain(b"(a) lamp;\n\n" * 15_000, name="points.txt")
    read_plain(b"II. Lamp\n\n" * 15_000, name="sections.txt")
    read_plain(b"Annex\n\n" * 10_000, name="annexes.txt")
    read_plain(b"* * * **\n" * 15_000, name="stars.txt")
    assert time.process_time() - began < 20


def test_spans_of_the_view_quote_the_text() -> None:
    document = read_plain(NOTE.encode(), name="x")
    start = document.view.text.index("LIGHTHOUSES")
    span = document.view.to_text(Span(start, start + len("LIGHTHOUSES")))
    assert document.quote(span) == "LIGHT\u00adHOUSES"
