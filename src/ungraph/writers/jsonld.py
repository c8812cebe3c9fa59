"""Quads → JSON-LD: expanded, compacted with our context, or framed by document.

The context stands inside the file, so nobody needs the network to read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

import pyoxigraph as ox

from ungraph.errors import OutputError
from ungraph.resources import find_file

__all__ = ["iter_compacted", "iter_expanded", "load_context", "to_expanded"]

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
JsonObject: TypeAlias = dict[str, Json]

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_FIRST_KEYS = ("id", "@id", "type", "@type", "symbol", "number", "label", "title")
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


@cache
def load_context() -> Mapping[str, Json]:
    """The context of the ontology (``ontology/context.jsonld``), without its outer key."""
    loaded = json.loads(find_file("ontology", "context.jsonld").read_text(encoding="utf-8"))
    context: Mapping[str, Json] = loaded["@context"]
    return context


def to_expanded(quads: Iterable[ox.Quad]) -> list[JsonObject]:
    """Expanded JSON-LD: one object a graph, in order of its name, with its nodes in ``@graph``."""
    graphs: dict[str, dict[str, JsonObject]] = {}
    for quad in sorted(set(quads), key=_quad_key):
        nodes = graphs.setdefault(_name(quad.graph_name), {})
        node = nodes.setdefault(_name(quad.subject), {"@id": _name(quad.subject)})
        is_type = quad.predicate.value == _RDF_TYPE and isinstance(quad.object, ox.NamedNode)
        values = node.setdefault("@type" if is_type else quad.predicate.value, [])
        assert isinstance(values, list)
        values.append(_name(quad.object) if is_type else _value(quad.object))
    expanded: list[JsonObject] = list(graphs.pop("", {}).values())
    expanded += [{"@id": name, "@graph": list(nodes.values())} for name, nodes in graphs.items()]
    return expanded


def iter_expanded(parts: Iterable[Iterable[ox.Quad]]) -> Iterator[bytes]:
    """Expanded JSON-LD as an array, one part after the other."""
    objects = (item for part in parts for item in to_expanded(part))
    yield from _iter_array(b"[", objects, b"]\n")


def iter_compacted(parts: Iterable[Iterable[ox.Quad]]) -> Iterator[bytes]:
    """JSON-LD compacted with our context: the context, then ``@graph`` with all named graphs."""
    yield from with_context(item for part in parts for item in compact(to_expanded(part)))


def compact(expanded: list[JsonObject]) -> list[JsonObject]:
    """The objects of *expanded* in the terms of our context."""
    from pyld import jsonld  # here, since it costs 0.1 s that few commands should pay

    options = {"graph": True, "documentLoader": refuse_to_load}
    compacted = jsonld.compact(expanded, {"@context": load_context()}, options)
    compacted.pop("@context", None)
    items: list[JsonObject] = next(iter(compacted.values()), [])  # "@graph" by its alias
    return [_in_reading_order(item) for item in items]


def with_context(items: Iterable[JsonObject]) -> Iterator[bytes]:
    """A JSON-LD file of *items* with our context at its head."""
    context = json.dumps(load_context(), ensure_ascii=False, indent=1)
    yield from _iter_array(f'{{"@context": {context},\n"@graph": ['.encode(), items, b"]}\n")


def refuse_to_load(url: str, _options: object = None) -> object:
    """The document loader: every context is at hand, so any request is a mistake."""
    raise OutputError("JSON-LD asked for a page of the web", where=url, why="work is offline")


def _iter_array(head: bytes, items: Iterable[JsonObject], tail: bytes) -> Iterator[bytes]:
    yield head
    between = b"\n"
    for item in items:
        yield between + json.dumps(item, ensure_ascii=False, indent=1).encode()
        between = b",\n"
    yield b"\n" + tail


def _in_reading_order(value: Any) -> Any:
    """Names first, then values, then what hangs below; at every depth."""
    if isinstance(value, list):
        return [_in_reading_order(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _in_reading_order(value[key]) for key in sorted(value, key=_key_order)}


def _key_order(key: str) -> tuple[int, str]:
    if key in _FIRST_KEYS:
        return _FIRST_KEYS.index(key), key
    return len(_FIRST_KEYS) + (key == "@reverse"), key


def _quad_key(quad: ox.Quad) -> tuple[str, str, str, str]:
    return _name(quad.graph_name), _name(quad.subject), quad.predicate.value, str(quad.object)


def _name(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value
    return "" if isinstance(term, ox.DefaultGraph) else str(term)


def _value(term: object) -> JsonObject:
    if not isinstance(term, ox.Literal):
        return {"@id": _name(term)}
    value: JsonObject = {"@value": term.value}
    if term.language:
        value["@language"] = term.language
    elif term.datatype.value != _XSD_STRING:
        value["@type"] = term.datatype.value
    return value
