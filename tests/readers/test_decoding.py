"""Bytes become text, and every code point knows the bytes it came from."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ungraph.errors import DocumentError, LimitError
from ungraph.model.span import Span
from ungraph.readers.decoding import decode_text
from ungraph.readers.limits import Limits

ENGLISH = "The Council takes note of the report of the Secretary-General and of its annex."
WORDS = st.text(alphabet="aé—ж中\U0001f54a b\r\n", min_size=1, max_size=60)


def _lines_as_text(raw: str) -> str:
    return raw.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("codec", "mark", "told"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
@given(raw=WORDS)
def test_each_span_leads_back_to_its_bytes(codec: str, mark: bytes, told: str, raw: str) -> None:
    assume(raw.strip())
    data = mark + raw.encode(codec)
    decoded = decode_text(data)
    assert decoded.encoding == told
    assert decoded.text == _lines_as_text(raw)
    assert decoded.warnings == ()
    for start in range(len(decoded.text)):
        for end in (start + 1, len(decoded.text)):
            place = decoded.source_map.bytes_of(Span(start, end))
            assert place is not None
            words = data[place[0] : place[1]].decode(codec)
            assert _lines_as_text(words) == decoded.text[start:end]


def test_the_mark_of_utf_8_is_no_text() -> None:
    decoded = decode_text(b"\xef\xbb\xbfA/66/254\r\n")
    assert decoded.text == "A/66/254\n"
    assert decoded.source_map.bytes_of(Span(0, 8)) == (3, 11)
    assert decoded.source_map.bytes_of(Span(8, 9)) == (11, 13)


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        ("La résolution a été adoptée par l’Assemblée générale.", "cp1252", "windows-1252"),
        ("Совет Безопасности принял к сведению доклад и просит о нем.", "cp1251", "windows-1251"),
        ("وإذ تشير إلى قرارها السابق من أجل التعاون في هذا المجال", "cp1256", "windows-1256"),
        ("大会回顾其以往关于这个问题的各项决议和决定，重申会员国的承诺。", "gb18030", "gb18030"),
    ],
)
def test_older_encodings_are_read_with_a_warning(text: str, codec: str, encoding: str) -> None:
    decoded = decode_text(text.encode(codec))
    assert decoded.text == text
    assert decoded.encoding == encoding
    assert encoding in decoded.warnings[0]


def test_a_broken_byte_in_utf_8_stands_as_the_replacement_character() -> None:
    words = ("Le Conseil a décidé d’examiner la résolution. " * 30).encode()
    data = words[:600].rstrip() + b"\xff" + words
    decoded = decode_text(data)
    place = decoded.text.index("\ufffd")
    assert decoded.encoding == "utf-8"
    assert "1 bytes are not UTF-8" in decoded.warnings[0]
    bytes_there = decoded.source_map.bytes_of(Span(place, place + 1))
    assert bytes_there is not None
    assert data[slice(*bytes_there)] == b"\xff"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty document"),
        (b"\xef\xbb\xbf", "empty document"),
        (b" \r\n\t \n", "only blanks"),
        (bytes(range(256)) * 8, "not a text"),
        (ENGLISH.encode("utf-16-le"), "not a text"),
        (b"\xff\xfe\x00", "not utf-16-le"),
        (b"\x01\x02\x03\x04 abc", "not a text"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as error:
        decode_text(data, name="page.txt")
    assert "page.txt" in str(error.value)


def test_stray_nul_characters_are_told_and_kept() -> None:
    decoded = decode_text((ENGLISH * 20 + "\0").encode())
    assert decoded.warnings == ("1 NUL characters stand in the text",)
    assert decoded.text.endswith("\0")


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(max_bytes=10), "max_bytes"),
        (Limits(max_chars=20), "max_chars"),
        (Limits(max_line_chars=30), "max_line_chars"),
    ],
)
def test_limits_are_named_with_the_way_to_raise_them(limits: Limits, name: str) -> None:
    with pytest.raises(
        LimitError, match=rf"{name} is \d+\. Raise it with --limit {name}="
    ) as error:
        decode_text(ENGLISH.encode(), name="long.txt", limits=limits)
    assert "long.txt" in str(error.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode_text(data)
    except DocumentError:
        return
    assert decoded.text
    assert "\r" not in decoded.text
