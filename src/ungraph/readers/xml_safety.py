"""XML and HTML bytes → element trees, for input nobody vouches for.

No network, no entities, no external subsets; depth and size are bounded by the parser itself
(256 levels, 10 MB in one text node) and by ``max_bytes``.
"""

from __future__ import annotations

from lxml import etree, html

from ungraph.errors import DocumentError, LimitError

__all__ = ["MAX_XML_BYTES", "Element", "local_name", "parse_html", "parse_xml"]

MAX_XML_BYTES = 256 << 20
_MAX_ERRORS_TOLD = 3
_LIMIT_ERRORS = ("XML_PARSE_HUGE", "Excessive depth", "xmlSAX2Characters", "amplification")

Element = etree._Element


def local_name(element: Element) -> str:
    """Name without its namespace; "" for comments, processing instructions and entities."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return tag.rpartition("}")[2]


def parse_xml(
    data: bytes, *, name: str = "", max_bytes: int = MAX_XML_BYTES, recover: bool = True
) -> tuple[Element, tuple[str, ...]]:
    """The root of *data* and warnings (non-empty only when it is not well formed).

    Entities other than the five of XML are refused, never expanded. With *recover* a file that is
    not well formed is read as far as it goes. Raises LimitError for input that is too large or too
    deep, DocumentError for what cannot be read at all.
    """
    _check_size(data, name, max_bytes)
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
    if _is_cut(parser):
        raise _too_deep(name, first)
    told = [f"{entry.message.strip()} (line {entry.line})" for entry in parser.error_log]
    words = "; ".join(dict.fromkeys(told[:_MAX_ERRORS_TOLD])) or first
    return root, (f"not well formed, read as far as it could be repaired: {words}",)


def parse_html(data: bytes | str, *, name: str = "", max_bytes: int = MAX_XML_BYTES) -> Element:
    """The root of an HTML page; decoded text is better than bytes when the encoding is known.

    Raises LimitError for one that is too large, or nested so deep that the rest would be lost;
    DocumentError for one that is empty.
    """
    _check_size(data, name, max_bytes)
    root, parser = _parse_html(data, name, deep=False)
    if _is_cut(parser):  # tags that are never closed nest deep in pages that browsers show
        root, parser = _parse_html(data, name, deep=True)
    if _is_cut(parser):
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


def _is_cut(parser: etree._FeedParser) -> bool:
    """Whether the parser stopped at one of its own limits."""
    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


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


def _check_size(data: bytes | str, name: str, max_bytes: int) -> None:
    if len(data) > max_bytes:
        raise LimitError(
            f"{len(data)} bytes of markup",
            where=name,
            why=f"the limit is {max_bytes}",
            advice="Raise the limit max_bytes if the file is really a document",
        )


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
