"""Text checks: what SHACL cannot see, since it cannot see the text.

Digest and length of the version must be those of the text; each span must lie inside it, and its
words, with those before and after, must be the words that stand there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Quad

from ungraph.model.document import Document
from ungraph.model.report import Finding, Report, Severity
from ungraph.namespaces import BASE_IRI, PREFIXES

__all__ = ["check_text"]

_OA = PREFIXES["oa"]
_RDF_TYPE = PREFIXES["rdf"] + "type"

_MESSAGES = {
    "TextDigestCheck": "The digest of the version is not that of its text; "
    "usually the text was changed and the graph was not built again.",
    "TextLengthCheck": "The length of the version is not that of its text; "
    "usually bytes were counted instead of code points.",
    "SpanInsideCheck": "The span does not lie inside the text; "
    "usually the text was changed and the graph was not built again.",
    "SpanQuoteCheck": "The words of the span are not those of the text at its place; "
    "usually the place was counted in another form of the text.",
    "SpanContextCheck": "The words around the span are not those of the text at its place; "
    "usually the place was counted in another form of the text.",
    "SpanAddressCheck": "The address of the span and its selector name different places; "
    "usually the selector was written by hand.",
}

Properties = Mapping[str, str]


def check_text(quads: Iterable[Quad], document: Document, *, base: str = BASE_IRI) -> Report:
    """Where the graph of *document* does not fit its text.

    Give all graphs of the document; those of another document are not looked at, except that
    every span of *quads* must be one of this text.
    """
    nodes = _properties_by_node(quads, base)
    return Report.of(
        Finding(
            focus_node=node,
            path=path,
            value=value,
            severity=Severity.VIOLATION,
            shape=f"{base}shapes#{check}",
            message=_MESSAGES[check],
            source="text",
        )
        for check, node, path, value in _iter_faults(nodes, document, base)
    )


def _properties_by_node(quads: Iterable[Quad], base: str) -> dict[str, dict[str, str]]:
    term = f"{base}ns#"
    wanted = {
        _RDF_TYPE,
        *(_OA + name for name in ("hasSelector", "start", "end", "exact", "prefix", "suffix")),
        *(term + name for name in ("textDigest", "textLength")),
    }
    nodes: dict[str, dict[str, str]] = {}
    for quad in quads:
        predicate = quad.predicate.value
        if predicate not in wanted:
            continue
        value = getattr(quad.object, "value", "")
        if predicate == _RDF_TYPE:
            if value != f"{term}Span":
                continue
            predicate, value = "span", "yes"
        nodes.setdefault(getattr(quad.subject, "value", ""), {})[predicate] = value
    return nodes


Fault = tuple[str, str, str | None, str | None]


def _iter_faults(nodes: Mapping[str, Properties], document: Document, base: str) -> Iterator[Fault]:
    term = f"{base}ns#"
    text = document.text
    facts: tuple[tuple[str, str, Callable[[], str]], ...] = (
        ("TextDigestCheck", f"{term}textDigest", lambda: f"sha256:{_digest(text)}"),
        ("TextLengthCheck", f"{term}textLength", lambda: str(len(text))),
    )
    for check, path, expected in facts:
        stated = [(node, values[path]) for node, values in nodes.items() if path in values]
        if stated:
            right = expected()
            yield from ((check, n, path, value) for n, value in stated if value != right)
    for node, values in nodes.items():
        if "span" in values and f"{_OA}hasSelector" in values:
            selector = nodes.get(values[f"{_OA}hasSelector"], {})
            yield from _iter_span_faults(node, selector, text)


def _iter_span_faults(node: str, selector: Properties, text: str) -> Iterator[Fault]:
    start, end = _number(selector, "start"), _number(selector, "end")
    if start is None or end is None:
        return  # the shapes report a selector without a place
    if not 0 <= start < end <= len(text):
        yield "SpanInsideCheck", node, f"{_OA}end", str(end)
        return
    place = node.rpartition("#char=")[2]
    if place != node and place != f"{start},{end}":
        yield "SpanAddressCheck", node, f"{_OA}start", str(start)
    exact = selector.get(f"{_OA}exact")
    if exact is not None and exact != text[start:end]:
        yield "SpanQuoteCheck", node, f"{_OA}exact", exact
    prefix, suffix = selector.get(f"{_OA}prefix"), selector.get(f"{_OA}suffix")
    if prefix is not None and not text.endswith(prefix, 0, start):
        yield "SpanContextCheck", node, f"{_OA}prefix", prefix
    if suffix is not None and not text.startswith(suffix, end):
        yield "SpanContextCheck", node, f"{_OA}suffix", suffix


def _number(selector: Properties, name: str) -> int | None:
    value = selector.get(_OA + name, "")
    return int(value) if value.isdecimal() else None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
