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
from ungraph.validation.statements import Statements, load_statements, text_of

__all__ = ["check_text"]

_OA = PREFIXES["oa"]
_HAS_SELECTOR, _START, _END, _EXACT, _PREFIX, _SUFFIX = (
    f"<{_OA}{name}>" for name in ("hasSelector", "start", "end", "exact", "prefix", "suffix")
)

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

Properties = Mapping[str, Mapping[str, None]]


def check_text(
    graph: Iterable[Quad] | bytes | Statements, document: Document, *, base: str = BASE_IRI
) -> Report:
    """Where the graph of *document* does not fit its text.

    Give all graphs of the document, as quads, canonical N-Quads or statements; those of another
    document are not looked at, except that every span must be one of this text.
    """
    data = load_statements(graph)
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
        for check, node, path, value in _iter_faults(data, document, base)
    )


Fault = tuple[str, str, str | None, str | None]


def _iter_faults(data: Statements, document: Document, base: str) -> Iterator[Fault]:
    term, text = f"{base}ns#", document.text
    facts: tuple[tuple[str, str, Callable[[], str]], ...] = (
        ("TextDigestCheck", f"{term}textDigest", lambda: f"sha256:{_digest(text)}"),
        ("TextLengthCheck", f"{term}textLength", lambda: str(len(text))),
    )
    for check, path, expected in facts:
        stated = [
            (text_of(node), text_of(value))
            for node, properties in data.by_subject.items()
            for value in properties.get(f"<{path}>", ())
        ]
        if stated:
            right = expected()
            yield from ((check, n, path, value) for n, value in stated if value != right)
    for span in data.by_class.get(f"<{term}Span>", ()):
        for selector in data.values(span, _HAS_SELECTOR):
            yield from _iter_span_faults(text_of(span), data.by_subject.get(selector, {}), text)


def _iter_span_faults(node: str, selector: Properties, text: str) -> Iterator[Fault]:
    start, end = _number(selector, _START), _number(selector, _END)
    if start is None or end is None:
        return  # the shapes report a selector without a place
    if not 0 <= start < end <= len(text):
        yield "SpanInsideCheck", node, f"{_OA}end", str(end)
        return
    place = node.rpartition("#char=")[2]
    if place != node and place != f"{start},{end}":
        yield "SpanAddressCheck", node, f"{_OA}start", str(start)
    for exact in map(text_of, selector.get(_EXACT, ())):
        if exact != text[start:end]:
            yield "SpanQuoteCheck", node, f"{_OA}exact", exact
    for prefix in map(text_of, selector.get(_PREFIX, ())):
        if not text.endswith(prefix, 0, start):
            yield "SpanContextCheck", node, f"{_OA}prefix", prefix
    for suffix in map(text_of, selector.get(_SUFFIX, ())):
        if not text.startswith(suffix, end):
            yield "SpanContextCheck", node, f"{_OA}suffix", suffix


def _number(selector: Properties, predicate: str) -> int | None:
    for value in selector.get(predicate, ()):
        text = text_of(value)
        return int(text) if text.isdecimal() else None
    return None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
