"""XML and HTML bytes → element trees, for input nobody vouches for.

No network, no entities, no external subsets; depth and size are bounded by the parser itself
(256 levels, 10 MB in one text node), size by ``max_bytes`` and ``max_elements``.
"""

from __future__ import annotations

from typing import Any

from lxml import etree, html

from ungraph.errors import DocumentError, LimitError
from ungraph.readers.limits import Limits

__all__ = ["Element", "local_name", "parse_count", "parse_html", "parse_xml"]

_MOST_DIGITS = 9
_MANY_CHARS = 100_000
_MOST_ATTRIBUTES = 2_000
_ATTRIBUTES_AN_ELEMENT = 4
_MAX_ERRORS_TOLD = 3
_LIMIT_ERRORS = ("XML_PARSE_HUGE", "Excessive depth", "xmlSAX2Characters", "amplification")

Element = etree._Element


def local_name(element: Element) -> str:
    """Name without its namespace; "" for comments, processing instructions and entities."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2]


def parse_count(written: str | None) -> int | None:
    """The whole number *written* in a file; None for other words and for numbers beyond all sense.

    >>> parse_count("12"), parse_count("-1"), parse_count("9" * 5000)
    (12, None, None)
    """
    if written and len(written) <= _MOST_DIGITS and written.isdecimal():
        return int(written)
    return None


def parse_xml(
    data: bytes, *, name: str = "", limits: Limits | None = None, recover: bool = True
) -> tuple[Element, tuple[str, ...]]:
    """The root of *data* and warnings (non-empty only when it is not well formed).

    Entities other than the five of XML are refused, never expanded. With *recover* a file that is
    not well formed is read as far as it goes. Raises LimitError for input that is too large or too
    deep, DocumentError for what cannot be read at all.
    """
    _check_size(data, name, limits or Limits())
    _refuse_entities(data, name)
    try:
        return etree.fromstring(data, _xml_parser(recover=False)), ()
    except (etree.XMLSyntaxError, ValueError) as error:
        first = str(error)
    if any(mark in first for mark in _LIMIT_ERRORS):
        raise _too_deep(name, first)
    root = None
    parser = _xml_parser(recover=True)
    if recover:
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            first = str(error)
    if root is None:
        raise DocumentError(
            "not readable as XML", where=name, why=first, advice="Check that the file is complete"
        )
    if cut := _limit_hit(parser.error_log):
        raise _too_deep(name, cut)
    told = [f"{entry.message.strip()} (line {entry.line})" for entry in parser.error_log]
    words = "; ".join(dict.fromkeys(told[:_MAX_ERRORS_TOLD])) or first
    return root, (f"not well formed, read as far as it could be repaired: {words}",)


def parse_html(data: bytes | str, *, name: str = "", limits: Limits | None = None) -> Element:
    """The root of an HTML page; decoded text is better than bytes when the encoding is known.

    Raises LimitError for one that is too large, or nested so deep that the rest would be lost;
    DocumentError for one that is empty.
    """
    _check_size(data, name, limits or Limits())
    if len(data) > _MANY_CHARS:
        _check_attributes(data, name)
    root, parser = _parse_html(data, name, deep=False)
    if _limit_hit(
        parser.error_log
    ):  # tags that are never closed nest deep in pages that browsers show
        root, parser = _parse_html(data, name, deep=True)
    if _limit_hit(parser.error_log):
        raise LimitError(
            "web page nested too deep",
            where=name,
            why="more than 2,000 elements stand inside each other",
            advice="No document is built like that; check where it comes from",
        )
    return root


def _parse_html(data: bytes | str, name: str, *, deep: bool) -> tuple[Element, html.HTMLParser]:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=deep)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(
            "not readable as HTML", where=name, why=str(error), advice="Is the page empty?"
        ) from None
    if root is None:
        raise DocumentError("not readable as HTML", where=name, why="the page is empty")
    return root, parser


def _limit_hit(log: etree._ListErrorLog) -> str:
    """What the parser says when it stopped at one of its own limits; "" when it did not."""
    kind = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    return next((str(entry.message) for entry in log if entry.type == kind), "")


def _too_deep(name: str, why: str) -> LimitError:
    return LimitError(
        "XML too deep or with too large a part",
        where=name,
        why=why,
        advice="No UN document is built like that; check where it comes from",
    )


def _xml_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def _check_size(data: bytes | str, name: str, limits: Limits) -> None:
    limits.check_bytes(len(data), name)
    if isinstance(data, bytes):
        count = data.count(b"<") - data.count(b"</")
        attributes = data.count(b'="') + data.count(b"='")
    else:
        count = data.count("<") - data.count("</")
        attributes = data.count('="') + data.count("='")
    limits.check_elements(count, name)
    limits.check_elements(attributes // _ATTRIBUTES_AN_ELEMENT, name)


class _Counter:
    """Target of a parser that only looks at the attributes."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(attributes) > _MOST_ATTRIBUTES:
            raise LimitError(
                "an element with too many attributes",
                why=f"<{tag[:20]}> has {len(attributes)}",
                advice="No document is built like that; check where it comes from",
            )

    def close(self) -> None:
        """The page has ended."""


def _check_attributes(data: bytes | str, name: str) -> None:
    """The parser's work on one element grows with the square of its attributes."""
    target: Any = _Counter()
    parser = etree.HTMLParser(target=target, huge_tree=True, no_network=True)
    try:
        parser.feed(data)
        parser.close()
    except LimitError as error:
        raise LimitError(error.what, where=name, why=error.why, advice=error.advice) from None
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return  # building the tree tells why


def _refuse_entities(data: bytes, name: str) -> None:
    """UTF-16 and UTF-32 write the same letters with zero bytes between them."""
    plain = data.replace(b"\0", b"") if b"\0" in data[:200] else data
    if b"<!ENTITY" in plain:
        raise DocumentError(
            "XML that declares entities",
            where=name,
            why="they can be used to exhaust memory or to read other files",
            advice="Save the document without a document type declaration",
        )
