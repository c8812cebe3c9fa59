"""Answers of SPARQL → a table with typed columns.

    xsd:integer and its kinds     int
    xsd:decimal                   Decimal
    xsd:double, xsd:float         float
    xsd:boolean                   bool
    xsd:date                      date
    xsd:dateTime                  datetime (in UTC where the time zone is told)
    everything else               str; an IRI as it stands

A column whose values are of several types keeps their lexical forms as text: "2006" and
"2006-12-06" in one column stay what they are. Unbound is None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph as ox

from ungraph.namespaces import PREFIXES

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Column", "ColumnType", "Table", "Value", "to_table"]

Value: TypeAlias = str | int | float | bool | Decimal | date | None
_INTEGERS = (
    "integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
    "nonPositiveInteger", "negativeInteger", "unsignedInt", "unsignedLong", "unsignedShort",
    "unsignedByte",
)  # fmt: skip
_INT64 = 1 << 63
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class ColumnType(StrEnum):
    """What all values of a column are."""

    TEXT = "text"
    IRI = "iri"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True, slots=True)
class Column:
    """One variable of a query. *languages* holds the tag of each value, None where none has one."""

    name: str
    type: ColumnType
    values: tuple[Value, ...]
    languages: tuple[str | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What a query found, column by column, in the order of the answer."""

    columns: tuple[Column, ...]

    def __len__(self) -> int:
        return len(self.columns[0].values) if self.columns else 0

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        """The rows."""
        return zip(*(column.values for column in self.columns), strict=True)

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        """The values of a column; KeyError when the query has no such variable."""
        for column in self.columns:
            if column.name == name:
                return column.values
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def to_pandas(self, *, languages: bool = True) -> pd.DataFrame:
        """A pandas frame; with *languages*, ``title@lang`` holds the language tags of ``title``.

        Raises MissingExtraError without the extra ``pandas``.
        """
        from ungraph.stores.frames import to_pandas

        return to_pandas(self, languages=languages)

    def to_polars(self, *, languages: bool = True) -> pl.DataFrame:
        """A polars frame, like ``to_pandas``. Raises MissingExtraError without ``polars``."""
        from ungraph.stores.frames import to_polars

        return to_polars(self, languages=languages)

    def to_arrow(self, *, languages: bool = True) -> pa.Table:
        """An Arrow table, like ``to_pandas``. Raises MissingExtraError without ``arrow``."""
        from ungraph.stores.frames import to_arrow

        return to_arrow(self, languages=languages)


def to_table(answer: ox.QuerySolutions | ox.QueryBoolean | tuple[ox.Triple, ...]) -> Table:
    """The answer to any query.

    That of ASK has one row and the column ``answer``; those of CONSTRUCT and DESCRIBE have the
    columns ``subject``, ``predicate`` and ``object``.
    """
    if isinstance(answer, ox.QueryBoolean):
        return Table((Column("answer", ColumnType.BOOLEAN, (bool(answer),)),))
    if isinstance(answer, tuple):
        triples = [(t.subject, t.predicate, t.object) for t in answer]
        return _table(("subject", "predicate", "object"), triples)
    names = [variable.value for variable in answer.variables]
    return _table(names, [tuple(row) for row in answer])


def _table(names: Iterable[str], found: Sequence[tuple[object, ...]]) -> Table:
    return Table(tuple(_column(name, [row[i] for row in found]) for i, name in enumerate(names)))


def _column(name: str, terms: list[object]) -> Column:
    bound = [term for term in terms if term is not None]
    types = {_type_of(term) for term in bound}
    column_type = types.pop() if len(types) == 1 else ColumnType.TEXT
    values = [None if term is None else _value(term, column_type) for term in terms]
    if any(value is None for value, term in zip(values, terms, strict=True) if term is not None):
        column_type = ColumnType.TEXT  # "2006-02-30"^^xsd:date, or a number that is too large
        values = [None if term is None else _text(term) for term in terms]
    if column_type is ColumnType.DATETIME:
        values, column_type = _same_zone(values, terms)
    tags = [term.language if isinstance(term, ox.Literal) else None for term in terms]
    return Column(name, column_type, tuple(values), tuple(tags) if any(tags) else None)


def _same_zone(values: list[Value], terms: list[object]) -> tuple[list[Value], ColumnType]:
    """Times all with a zone (then in UTC) or all without; else their lexical forms."""
    zoned = {value.tzinfo is not None for value in values if isinstance(value, datetime)}
    if len(zoned) > 1:
        return [None if term is None else _text(term) for term in terms], ColumnType.TEXT
    if zoned == {True}:
        moved = [v.astimezone(UTC) if isinstance(v, datetime) else None for v in values]
        return list(moved), ColumnType.DATETIME
    return values, ColumnType.DATETIME


def _type_of(term: object) -> ColumnType:
    if isinstance(term, ox.NamedNode):
        return ColumnType.IRI
    if not isinstance(term, ox.Literal):
        return ColumnType.TEXT
    return _TYPES.get(term.datatype.value, ColumnType.TEXT)


def _value(term: object, column_type: ColumnType) -> Value:
    """The Python value of *term*, None when its lexical form is none of its type."""
    text = _text(term)
    read = _READERS.get(column_type)
    if read is None:
        return text
    try:
        return read(text)
    except (ValueError, InvalidOperation):
        return None


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _read_integer(text: str) -> int:
    number = int(text)
    if not -_INT64 <= number < _INT64:
        raise ValueError(text)
    return number


def _read_decimal(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


def _read_boolean(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text]


_TYPES: dict[str, ColumnType] = {
    **{PREFIXES["xsd"] + name: ColumnType.INTEGER for name in _INTEGERS},
    PREFIXES["xsd"] + "decimal": ColumnType.DECIMAL,
    PREFIXES["xsd"] + "double": ColumnType.FLOAT,
    PREFIXES["xsd"] + "float": ColumnType.FLOAT,
    PREFIXES["xsd"] + "boolean": ColumnType.BOOLEAN,
    PREFIXES["xsd"] + "date": ColumnType.DATE,
    PREFIXES["xsd"] + "dateTime": ColumnType.DATETIME,
}
_READERS: dict[ColumnType, Callable[[str], Value]] = {
    ColumnType.INTEGER: _read_integer,
    ColumnType.DECIMAL: _read_decimal,
    ColumnType.FLOAT: lambda text: float(text.replace("INF", "inf")),
    ColumnType.BOOLEAN: _read_boolean,
    ColumnType.DATE: date.fromisoformat,
    ColumnType.DATETIME: datetime.fromisoformat,
}
