"""Literals of the XML Schema datatypes that the graph uses."""

from __future__ import annotations

from pyoxigraph import Literal

from ungraph.graph.vocabulary import standard
from ungraph.identifiers.date import PartialDate

__all__ = ["boolean", "date", "decimal", "integer"]


def boolean(value: bool) -> Literal:
    """``"true"^^xsd:boolean``."""
    return Literal("true" if value else "false", datatype=standard("xsd:boolean"))


def integer(value: int) -> Literal:
    """``"4"^^xsd:integer``; offsets too, so that ``oa:start 4`` in a query finds them."""
    return Literal(str(value), datatype=standard("xsd:integer"))


def decimal(value: float) -> Literal:
    """``"0.9"^^xsd:decimal``, at most two places, in the canonical form that stores keep."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return Literal(text, datatype=standard("xsd:decimal"))


def date(value: PartialDate) -> Literal:
    """``"2006-12-06"^^xsd:date``, or xsd:gYearMonth, xsd:gYear at lower precision."""
    return Literal(str(value), datatype=standard(value.datatype))
