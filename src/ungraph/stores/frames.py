"""Tables → frames of pandas and polars, and Arrow tables; each library is an extra of its name.

| column   | pandas               | polars          | Arrow          |
|----------|----------------------|-----------------|----------------|
| text, IRI | string              | String          | string         |
| integer  | Int64                | Int64           | int64          |
| decimal  | object (Decimal)     | Decimal         | decimal128     |
| float    | Float64              | Float64         | float64        |
| boolean  | boolean              | Boolean         | bool           |
| date     | datetime64[s]        | Date            | date32         |
| datetime | datetime64[us(, UTC)] | Datetime(us(, UTC)) | timestamp  |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ungraph.errors import MissingExtraError
from ungraph.stores.tables import Column, ColumnType, Table

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["to_arrow", "to_pandas", "to_polars"]

_DECIMAL_DIGITS = 38
_PANDAS = {
    ColumnType.TEXT: "string",
    ColumnType.IRI: "string",
    ColumnType.INTEGER: "Int64",
    ColumnType.DECIMAL: "object",
    ColumnType.FLOAT: "Float64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "datetime64[s]",
    ColumnType.DATETIME: "datetime64[us]",
}


def to_pandas(table: Table, *, languages: bool = True) -> pd.DataFrame:
    """A pandas frame with nullable types. Raises MissingExtraError without pandas.

    A date is a ``datetime64`` at midnight, which pandas can sort, group and plot.
    """
    pandas = _load("pandas", "pandas")
    series = {}
    for column in _columns(table, languages):
        zone = ", UTC" if _is_zoned(column) else ""
        dtype = _PANDAS[column.type].replace("]", f"{zone}]")
        series[column.name] = pandas.Series(list(column.values), dtype=dtype)
    frame: pd.DataFrame = pandas.DataFrame(series, columns=list(series))
    return frame


def to_polars(table: Table, *, languages: bool = True) -> pl.DataFrame:
    """A polars frame. Raises MissingExtraError without polars."""
    polars = _load("polars", "polars")
    types = {
        ColumnType.TEXT: polars.String,
        ColumnType.IRI: polars.String,
        ColumnType.INTEGER: polars.Int64,
        ColumnType.FLOAT: polars.Float64,
        ColumnType.BOOLEAN: polars.Boolean,
        ColumnType.DATE: polars.Date,
    }
    series = []
    for column in _columns(table, languages):
        if column.type is ColumnType.DECIMAL:
            dtype = polars.Decimal(_DECIMAL_DIGITS, _scale(column))
        elif column.type is ColumnType.DATETIME:
            dtype = polars.Datetime("us", "UTC" if _is_zoned(column) else None)
        else:
            dtype = types[column.type]
        series.append(polars.Series(column.name, list(column.values), dtype=dtype))
    frame: pl.DataFrame = polars.DataFrame(series)
    return frame


def to_arrow(table: Table, *, languages: bool = True) -> pa.Table:
    """An Arrow table. Raises MissingExtraError without pyarrow."""
    arrow = _load("pyarrow", "arrow")
    types = {
        ColumnType.TEXT: arrow.string(),
        ColumnType.IRI: arrow.string(),
        ColumnType.INTEGER: arrow.int64(),
        ColumnType.FLOAT: arrow.float64(),
        ColumnType.BOOLEAN: arrow.bool_(),
        ColumnType.DATE: arrow.date32(),
    }
    arrays = {}
    for column in _columns(table, languages):
        if column.type is ColumnType.DECIMAL:
            dtype = arrow.decimal128(_DECIMAL_DIGITS, _scale(column))
        elif column.type is ColumnType.DATETIME:
            dtype = arrow.timestamp("us", tz="UTC" if _is_zoned(column) else None)
        else:
            dtype = types[column.type]
        arrays[column.name] = arrow.array(list(column.values), type=dtype)
    return arrow.table(arrays)


def _load(module: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(
            f"{module} is not installed",
            why=f"it comes with the extra {extra!r}",
            advice=f"Install it with: pip install 'ungraph[{extra}]'",
        ) from error


def _columns(table: Table, languages: bool) -> Iterator[Column]:
    """The columns, each followed by the one of its language tags."""
    for column in table.columns:
        yield column
        if languages and column.languages:
            yield Column(f"{column.name}@lang", ColumnType.TEXT, column.languages)


def _is_zoned(column: Column) -> bool:
    return column.type is ColumnType.DATETIME and any(
        isinstance(value, datetime) and value.tzinfo is not None for value in column.values
    )


def _scale(column: Column) -> int:
    """How many places after the point the most exact decimal has."""
    exponents = (v.as_tuple().exponent for v in column.values if isinstance(v, Decimal))
    return max((-e for e in exponents if isinstance(e, int) and e < 0), default=0)
