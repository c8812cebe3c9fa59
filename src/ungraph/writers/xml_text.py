"""Text as XML 1.0 can carry it: escaped, without the characters that XML forbids."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

__all__ = ["XML_DECLARATION", "format_value", "quote_attribute", "quote_text", "start_tag"]

XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def quote_text(text: str) -> str:
    """*text* between two tags.

    >>> quote_text("a < b & c\\x00")
    'a &lt; b &amp; c'
    """
    return escape(_FORBIDDEN.sub("", text), {"\r": "&#13;"})


def quote_attribute(text: str) -> str:
    """*text* as the value of an attribute, with its quotes.

    >>> print(quote_attribute('say "no"'))
    "say &quot;no&quot;"
    """
    return '"' + escape(_FORBIDDEN.sub("", text), {'"': "&quot;", **_SPACES}) + '"'


def start_tag(name: str, **attributes: str) -> str:
    """An opening tag.

    >>> start_tag("node", id="a", label="A & B")
    '<node id="a" label="A &amp; B">'
    """
    said = "".join(f" {key}={quote_attribute(value)}" for key, value in attributes.items())
    return f"<{name}{said}>"


def format_value(value: object) -> str:
    """A field as text: "" for None, "true" and "false".

    >>> format_value(True), format_value(None), format_value(2006)
    ('true', '', '2006')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
