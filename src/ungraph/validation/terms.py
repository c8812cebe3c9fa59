"""Constraints that a term meets or fails by itself, as tests on its N-Triples form.

A test says yes only where no engine could say no; where engines read a constraint in different
ways, it says no, and the engine is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pyoxigraph as ox
from rdflib.namespace import RDF, SH
from rdflib.term import Literal, Node

from ungraph.namespaces import PREFIXES
from ungraph.validation.statements import text_of

__all__ = ["Test", "make_test", "number_of", "to_term"]

Test = Callable[[str], bool]

_XSD = PREFIXES["xsd"]
_INTEGER, _DECIMAL = f'"^^<{_XSD}integer>', f'"^^<{_XSD}decimal>'
_KINDS: dict[Node, tuple[str, ...]] = {
    SH.IRI: ("<",),
    SH.Literal: ('"',),
    SH.IRIOrLiteral: ("<", '"'),
}
# Regular expressions that mean the same in SPARQL and in Python.
_PLAIN_PATTERN = re.compile(r"([\w/^$|().\[\]{}*+?,#:@ -]|\\[s.()\[\]{}*+?|^$-])+", re.ASCII)
_LEXICAL = {
    "integer": re.compile(r"[+-]?[0-9]+"),
    "decimal": re.compile(r"[+-]?[0-9]+(\.[0-9]+)?"),
    "boolean": re.compile(r"true|false"),
    "date": re.compile(
        r"[1-9][0-9]{3}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])"
        r"|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)"
    ),
    "time": re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"),
    "gYearMonth": re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])"),
    "gYear": re.compile(r"[1-9][0-9]{3}"),
    "language": re.compile(r"[a-z]{2}"),
}


def make_test(predicate: Node, value: Node) -> Test | None:
    """The test of one parameter of a shape; None when it is not known here."""
    if predicate == SH.nodeKind and value in _KINDS:
        heads = _KINDS[value]
        return lambda term: term.startswith(heads)
    if predicate == SH.hasValue:
        wanted = to_term(value)
        return lambda term: term == wanted
    if predicate == SH.datatype:
        return _datatype_test(str(value))
    if predicate == SH.pattern and _PLAIN_PATTERN.fullmatch(str(value)):
        return _pattern_test(str(value))
    if isinstance(value, Literal) and isinstance(value.value, int | Decimal):
        return _number_test(predicate, value.value)
    return None


def _datatype_test(datatype: str) -> Test | None:
    if datatype == f"{_XSD}string":
        return lambda term: term.startswith('"') and term.endswith('"')
    if datatype == str(RDF.langString):
        return lambda term: term.startswith('"') and term.rpartition('"')[2].startswith("@")
    name = datatype.removeprefix(_XSD)
    lexical = _LEXICAL.get(name)
    if lexical is None or name == datatype:
        return None
    form = re.compile(f'"(?:{lexical.pattern})"\\^\\^<{re.escape(datatype)}>')
    return lambda term: form.fullmatch(term) is not None


def _pattern_test(text: str) -> Test:
    pattern = re.compile(text)
    only_ascii = "\\s" in text  # the engines do not agree on other blanks

    def test(term: str) -> bool:
        if term.startswith("_:") or "\\" in term or (only_ascii and not term.isascii()):
            return False  # a blank node has no text; "." and "$" differ where there are lines
        return pattern.search(text_of(term)) is not None

    return test


def _number_test(predicate: Node, limit: int | Decimal) -> Test | None:
    if predicate == SH.minLength:
        return lambda term: not term.startswith("_:") and len(text_of(term)) >= limit
    if predicate == SH.maxLength:
        return lambda term: not term.startswith("_:") and len(text_of(term)) <= limit
    if predicate == SH.minInclusive:
        return lambda term: (found := number_of(term)) is not None and found >= limit
    if predicate == SH.maxInclusive:
        return lambda term: (found := number_of(term)) is not None and found <= limit
    return None


def number_of(term: str) -> int | Decimal | None:
    """The value of an integer or a decimal; None for another term."""
    if term.endswith(_INTEGER):
        text = term[1 : -len(_INTEGER)]
        return int(text) if _LEXICAL["integer"].fullmatch(text) else None
    if term.endswith(_DECIMAL):
        text = term[1 : -len(_DECIMAL)]
        return Decimal(text) if _LEXICAL["decimal"].fullmatch(text) else None
    return None


def to_term(node: Node) -> str:
    """A term of rdflib in its canonical N-Triples form."""
    if not isinstance(node, Literal):
        return str(node.n3())
    if node.language:
        return str(ox.Literal(str(node), language=node.language))
    datatype = None if node.datatype is None else ox.NamedNode(str(node.datatype))
    return str(ox.Literal(str(node), datatype=datatype))
