"""Web pages: the words as a browser shows them."""

from __future__ import annotations

import pytest

from ungraph.errors import DocumentError, LimitError
from ungraph.readers.detect import read_document
from ungraph.readers.html import read_html
from ungraph.readers.limits import Limits

HEAD = '<!DOCTYPE html><html><head><title>x</title><meta charset="utf-8"></head><body>'


def text(body: str) -> str:
    return read_html((HEAD + body).encode()).text


def test_blocks_are_lines_with_an_empty_line_between() -> None:
    assert text("<div><p>A/86/123</p><p>General\n Assembly</p></div>") == (
        "A/86/123\n\nGeneral Assembly\n"
    )


def test_lists_are_numbered_as_browsers_do() -> None:
    body = (
        "<ol start=3><li>Requests:<ol type=a><li>Keepers;</li><li>Counters;</li></ol></li>"
        "<li>Decides.</li></ol><ul><li>Pools</li></ul>"
    )
    assert text(body).split("\n\n") == [
        "3. Requests:", "(a) Keepers;", "(b) Counters;", "4. Decides.", "• Pools\n",
    ]  # fmt: skip


def test_numbers_that_word_wrote_out_are_kept() -> None:
    body = "<p><span style='mso-list:Ignore'>7.<span>&nbsp;&nbsp; </span></span>Requests</p>"
    assert text(body).startswith("7.")
    assert "Requests" in text(body)


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    body = "<table><tr><td>Pool</td><td><p>Crabs</p></td></tr><tr><td>North</td><td>12</td></tr></table>"
    assert text(body) == "Pool\tCrabs\n\nNorth\t12\n"


def test_scripts_menus_and_hidden_words_are_left_out() -> None:
    body = "<script>evil()</script><nav>Home</nav><p style='display: none'>x</p><p>Pools</p>"
    assert text(body) == "Pools\n"


def test_footnotes_of_word_pages_stand_at_the_end_with_raised_marks() -> None:
    body = (
        "<p>Resolution 85/71<a href='#_ftn1' name='_ftnref1'><sup>1</sup></a> of 2030</p>"
        "<div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> See A/85/33.</p></div><p>End</p>"
    )
    assert text(body) == "Resolution 85/71¹ of 2030\n\nEnd\n\n__________\n1 See A/85/33.\n"


def test_a_raised_digit_never_joins_the_number_before_it() -> None:
    assert text("<p>85/71<sup>12</sup></p>") == "85/71¹²\n"


def test_links_to_documents_are_kept_with_their_words() -> None:
    page = (HEAD + "<p>See <a href='https://docs.un.org/en/A/85/33'> A/85/33</a>.</p>").encode()
    document = read_html(page)
    (link,) = document.markup.hyperlinks
    assert (document.quote(link.span), str(link.symbol)) == ("A/85/33", "A/85/33")


def test_the_encoding_is_the_one_declared() -> None:
    page = "<html><head><meta charset=windows-1251></head><body><p>Генеральная Ассамблея</p>"
    assert read_html(page.encode("windows-1251")).text == "Генеральная Ассамблея\n"


def test_the_form_is_told_from_the_bytes() -> None:
    page = (HEAD + "<p>Pools are small and many.</p>").encode()
    assert read_document(page, name="x.pdf").source.media_type == "text/html"


@pytest.mark.parametrize(
    "page", [b"<html></html>", b"<html><body><script>x</script></body></html>"]
)
def test_a_page_without_words_is_an_error(page: bytes) -> None:
    with pytest.raises(DocumentError):
        read_html(page)


def test_elements_nested_too_deep_are_an_error_and_no_crash() -> None:
    with pytest.raises(LimitError, match="nested too deep"):
        read_html(b"<html><body>" + b"<div>" * 100_000 + b"x")


def test_tags_that_are_never_closed_lose_no_words() -> None:
    page = HEAD + "".join(f"<p><font size=2><b>{n}. Line {n}</p>" for n in range(1, 201))
    text = read_html(page.encode()).text
    assert "200. Line 200" in text


def test_too_large_a_page_names_the_limit() -> None:
    with pytest.raises(LimitError, match="max_bytes"):
        read_html((HEAD + "x" * 1000).encode(), limits=Limits(max_bytes=100))
