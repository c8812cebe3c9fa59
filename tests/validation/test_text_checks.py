"""Spans are checked against the text that SHACL cannot see."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from ungraph.model.document import Document, Masthead, SourceFile, View
from ungraph.namespaces import PREFIXES
from ungraph.validation.text_checks import check_text

TEXT = "The Chair invited Peru \U0001f54a to a meeting.\n"
VERSION = "https://w3id.org/ungraph/id/doc/A/HRC/9/99/en"
DIGEST = "sha256:" + hashlib.sha256(TEXT.encode()).hexdigest()
DOCUMENT = Document(TEXT, View(TEXT), "en", (), Masthead(), SourceFile("x.txt", "00" * 32, 50))


def graph(**changes: str | None) -> list[Quad]:
    """A span of "Peru" with its selector, some statements changed or (None) left out."""
    stated: dict[str, str | None] = {
        "textDigest": DIGEST,
        "textLength": str(len(TEXT)),
        "start": "18",
        "end": "22",
        "exact": "Peru",
        "prefix": "invited ",
        "suffix": " \U0001f54a to",
        "address": "18,22",
        **changes,
    }
    span, selector = f"{VERSION}#char={stated.pop('address')}", f"{VERSION}#selector"
    quads = [
        Quad(
            NamedNode(span),
            NamedNode(PREFIXES["rdf"] + "type"),
            NamedNode(PREFIXES["ung"] + "Span"),
        ),
        Quad(NamedNode(span), NamedNode(PREFIXES["oa"] + "hasSelector"), NamedNode(selector)),
    ]
    for name, value in stated.items():
        if value is not None:
            of_version = name.startswith("text")
            subject = VERSION if of_version else selector
            prefix = PREFIXES["ung" if of_version else "oa"]
            quads.append(Quad(NamedNode(subject), NamedNode(prefix + name), Literal(value)))
    return quads


def test_a_span_that_quotes_the_text_at_its_place_passes() -> None:
    assert check_text(graph(), DOCUMENT).findings == ()


def test_a_compact_span_without_words_around_it_passes() -> None:
    assert check_text(graph(prefix=None, suffix=None), DOCUMENT).findings == ()


@pytest.mark.parametrize(
    ("changes", "check", "path"),
    [
        ({"textDigest": "sha256:" + "0" * 64}, "TextDigestCheck", "textDigest"),
        ({"textLength": str(len(TEXT.encode()))}, "TextLengthCheck", "textLength"),
        ({"end": "99", "address": "18,99"}, "SpanInsideCheck", "end"),
        ({"end": "18", "address": "18,18"}, "SpanInsideCheck", "end"),
        ({"exact": "Chile"}, "SpanQuoteCheck", "exact"),
        ({"exact": "Peru "}, "SpanQuoteCheck", "exact"),
        ({"prefix": "visited "}, "SpanContextCheck", "prefix"),
        ({"suffix": " from"}, "SpanContextCheck", "suffix"),
        ({"address": "19,22"}, "SpanAddressCheck", "start"),
    ],
)
def test_a_fault_is_a_violation_at_its_node_and_path(
    changes: dict[str, str | None], check: str, path: str
) -> None:
    report = check_text(graph(**changes), DOCUMENT)
    assert not report.conforms
    assert [f.shape.rpartition("#")[2] for f in report.findings] == [check]
    assert report.findings[0].path is not None
    assert report.findings[0].path.endswith(path)
    assert report.findings[0].source == "text"


def test_a_selector_without_a_place_is_left_to_the_shapes() -> None:
    assert check_text(graph(start=None), DOCUMENT).findings == ()


def test_the_namespace_follows_the_base_iri() -> None:
    broken = graph(textLength="1")
    assert check_text(broken, DOCUMENT, base="https://example.org/").findings == ()
    assert not check_text(broken, DOCUMENT).conforms


@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_a_quote_passes_exactly_when_it_is_the_text_at_its_place(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = data.draw(st.sampled_from([text[start:end], text[end:], text[::-1], text + "x"]))
    document = Document(text, View(text), "en", (), Masthead(), SourceFile("x.txt", "00" * 32, 1))
    quads = graph(
        textDigest=None,
        textLength=str(len(text)),
        start=str(start),
        end=str(end),
        exact=quote,
        prefix=text[:start],
        suffix=text[end:],
        address=f"{start},{end}",
    )
    assert check_text(quads, document).conforms == (quote == text[start:end])
