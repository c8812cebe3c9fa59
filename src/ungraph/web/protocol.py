"""SPARQL 1.1 Protocol: an HTTP request → the operation it asks for.

Source: https://www.w3.org/TR/sparql11-protocol/, section 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

__all__ = ["Operation", "ProtocolError", "parse_operation"]

_FORM = "application/x-www-form-urlencoded"
_DIRECT = {"application/sparql-query": "query", "application/sparql-update": "update"}
_DATASET = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}


class ProtocolError(Exception):
    """A request that is not of the protocol: an HTTP status and a sentence that says why."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update, with the dataset that the protocol gives it.

    *kind* is "query", "update" or "description" (a GET without any operation).
    """

    kind: str
    text: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str | None = None


def parse_operation(
    method: str, query_string: str, content_type: str | None, body: bytes
) -> Operation:
    """The operation of a request; raises ProtocolError (400, 405, 415) when there is none."""
    address = _pairs(query_string)
    if method in ("GET", "HEAD"):
        if any(name == "update" for name, _ in address):
            raise ProtocolError(400, "an update must be sent by POST")
        if not any(name == "query" for name, _ in address):
            return Operation("description", form=_one(address, "format"))
        return _operation("query", _required(address, "query"), address)
    if method != "POST":
        raise ProtocolError(405, f"{method} is not a method of the SPARQL protocol")
    media_type, charset = _media_type(content_type)
    if charset not in ("", "utf-8", "utf8"):
        raise ProtocolError(415, f"the body must be UTF-8, not {charset}")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise ProtocolError(400, "the body is not UTF-8") from None
    if media_type in _DIRECT:
        return _operation(_DIRECT[media_type], text, address)
    if media_type == _FORM:
        pairs = _pairs(text)
        kinds = {name for name, _ in pairs if name in _DATASET}
        if len(kinds) != 1:
            raise ProtocolError(400, "the form must hold one query or one update")
        kind = kinds.pop()
        return _operation(kind, _required(pairs, kind), address + pairs)
    raise ProtocolError(415, f"send {_FORM}, application/sparql-query or application/sparql-update")


def _operation(kind: str, text: str, pairs: list[tuple[str, str]]) -> Operation:
    default, named = _DATASET[kind]
    return Operation(
        kind,
        text,
        tuple(value for name, value in pairs if name == default),
        tuple(value for name, value in pairs if name == named),
        _one(pairs, "format"),
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, strict_parsing=False, errors="strict")
    except (UnicodeDecodeError, ValueError):
        raise ProtocolError(400, "the parameters are not UTF-8") from None


def _one(pairs: list[tuple[str, str]], name: str) -> str | None:
    return next((value for key, value in pairs if key == name and value), None)


def _required(pairs: list[tuple[str, str]], name: str) -> str:
    values = [value for key, value in pairs if key == name]
    if len(values) != 1:
        raise ProtocolError(400, f"{len(values)} parameters called {name}; there must be one")
    return values[0]


def _media_type(content_type: str | None) -> tuple[str, str]:
    media_type, _, parameters = (content_type or "").partition(";")
    charset = ""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            charset = value.strip().strip('"').lower()
    return media_type.strip().lower(), charset
