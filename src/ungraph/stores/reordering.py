"""SPARQL text → the same question with what must be found before what may be found.

Oxigraph answers the parts of a group in their order, and joins what comes after an OPTIONAL by
reading all that could match it: minutes where an index would do. A block of triples may be taken
before an OPTIONAL when every variable that both use is bound already; the solutions are the same.
Only SELECT and ASK are looked at, and only the outermost group; what is not understood stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["reorder"]

# IRIs come first, since "#" begins a comment outside of them.
_OPAQUE = re.compile(
    r"<[^<>\"{}|^`\\\s]*>"
    r'|"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\''
    r'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r"|#[^\n]*",
    re.DOTALL,
)
_FORM = re.compile(r"(?<![\w:?$<-])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_ALL_COLUMNS = re.compile(r"SELECT\s+(?:DISTINCT\s+|REDUCED\s+)?\*", re.IGNORECASE)
_EXISTS = re.compile(r"\bEXISTS\b", re.IGNORECASE)
_NEXT = re.compile(
    r"(?<![\w:?$.-])(OPTIONAL|FILTER|UNION|MINUS|BIND|VALUES|GRAPH|SERVICE|SELECT|LATERAL)\b|[{}]",
    re.IGNORECASE,
)
_VARIABLE = re.compile(r"[?$](\w+)")
_OPENING = re.compile(r"[({]")
_SPACE = re.compile(r"[\s.]*")


class _NotUnderstoodError(Exception):
    """The group holds something whose place may matter."""


@dataclass(frozen=True, slots=True)
class _Element:
    """A part of a group: "triples", "optional", "values" or "filter"."""

    kind: str
    text: str
    variables: frozenset[str]


@lru_cache(maxsize=256)
def reorder(sparql: str) -> str:
    """The same question, its blocks of triples before its OPTIONALs where it makes no difference.

    >>> reorder("SELECT ?b WHERE { ?a a ?t OPTIONAL { ?a <urn:l> ?l } ?a <urn:b> ?b }")
    'SELECT ?b WHERE { ?a a ?t .\\n?a <urn:b> ?b .\\nOPTIONAL { ?a <urn:l> ?l } }'
    """
    text = _OPAQUE.sub(_without_comment, sparql)
    masked = _OPAQUE.sub(_blot, text)
    form = _FORM.search(masked)
    start = masked.find("{")
    if form is None or form[1].upper() not in ("SELECT", "ASK") or start < 0:
        return sparql
    if _ALL_COLUMNS.search(masked, form.start()) or _EXISTS.search(masked, 0, start):
        return sparql
    try:
        end = _closing(masked, start)
        elements = list(_iter_elements(text, masked, start + 1, end))
    except _NotUnderstoodError:
        return sparql
    ordered = _order(elements)
    if ordered == elements:
        return sparql
    return f"{text[: start + 1]} {_join(ordered)} {text[end:]}"


def _without_comment(found: re.Match[str]) -> str:
    return " " * len(found[0]) if found[0].startswith("#") else found[0]


def _blot(found: re.Match[str]) -> str:
    """What is inside an IRI or a string says nothing of the structure."""
    text = found[0]
    if text.startswith("<") and re.search(r"[?$]|&&", text):
        return text  # may be two comparisons; its variables count
    return text[0] + "x" * (len(text) - 2) + text[-1]


def _iter_elements(text: str, masked: str, at: int, end: int) -> Iterator[_Element]:
    while (at := _skip(masked, at)) < end:
        found = _NEXT.search(masked, at, end)
        if found is None or found.start() > at:
            stop = end if found is None else found.start()
            yield _element("triples", text, masked, at, stop)
            at = stop
            continue
        kind = found[0].lower()
        if kind not in ("optional", "filter", "values"):
            raise _NotUnderstoodError
        stop = _end_of(masked, found.end(), end, brace=kind != "filter")
        yield _element(kind, text, masked, at, stop)
        at = stop


def _element(kind: str, text: str, masked: str, start: int, stop: int) -> _Element:
    variables = frozenset(_VARIABLE.findall(masked, start, stop))
    return _Element(kind, text[start:stop].strip(), variables)


def _skip(masked: str, at: int) -> int:
    found = _SPACE.match(masked, at)
    return found.end() if found else at


def _end_of(masked: str, at: int, end: int, *, brace: bool) -> int:
    """Where the part ends that is opened by the next brace (or parenthesis, of a FILTER)."""
    opened = masked.find("{", at, end) if brace else -1
    if not brace:
        found = _OPENING.search(masked, at, end)
        opened = found.start() if found else -1
    if opened < 0:
        raise _NotUnderstoodError
    return _closing(masked, opened) + 1


def _closing(masked: str, start: int) -> int:
    opening = masked[start]
    closing = "}" if opening == "{" else ")"
    depth = 0
    for found in re.finditer(r"[{}]" if opening == "{" else r"[()]", masked[start:]):
        depth += 1 if found[0] == opening else -1
        if depth == 0 and found[0] == closing:
            return start + found.start()
    raise _NotUnderstoodError


def _order(elements: list[_Element]) -> list[_Element]:
    """Blocks of triples moved before OPTIONALs, within the limits of their variables."""
    done: list[_Element] = []
    waiting: list[tuple[_Element, frozenset[str]]] = []
    bound: frozenset[str] = frozenset()
    for element in elements:
        if element.kind == "optional":
            waiting.append((element, bound))
            continue
        if element.kind != "filter":  # a filter is of its whole group
            shared = (o.variables & element.variables <= before for o, before in waiting)
            if not all(shared):
                done += [optional for optional, _ in waiting]
                waiting = []
        if element.kind == "triples":  # VALUES may leave a variable unbound
            bound |= element.variables
        done.append(element)
    return [*done, *(optional for optional, _ in waiting)]


def _join(elements: list[_Element]) -> str:
    pieces = [
        element.text.rstrip(". \n\t\r") + " ." if element.kind == "triples" else element.text
        for element in elements
    ]
    return "\n".join(pieces)
