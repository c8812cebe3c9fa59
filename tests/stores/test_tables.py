"""Answers become tables whose columns have the types of their literals."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

import ungraph
from ungraph.errors import MissingExtraError
from ungraph.stores.base import View
from ungraph.stores.memory import MemoryStore
from ungraph.stores.oxigraph import OxigraphStore
from ungraph.stores.tables import ColumnType, Table

VALUES = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?iri ?words ?n ?share ?ratio ?flag ?day ?time ?mixed ?bad
WHERE { VALUES (?iri ?words ?n ?share ?ratio ?flag ?day ?time ?mixed ?bad) {
  (<urn:a> "one"@en 1 0.50 1.5e0 true "2006-12-06"^^xsd:date
   "2006-12-06T10:00:00+02:00"^^xsd:dateTime "2006"^^xsd:gYear "2006-02-30"^^xsd:date)
  (UNDEF "deux"@fr UNDEF UNDEF UNDEF UNDEF UNDEF UNDEF "2006-12-06"^^xsd:date UNDEF)
  (<urn:c> "plain" 7 0.125 2.5e0 false "1945-10-24"^^xsd:date
   "2006-12-06T10:00:00Z"^^xsd:dateTime 5 "2006-01-01"^^xsd:date)
} }"""


@pytest.fixture(scope="module", params=[OxigraphStore, MemoryStore])
def view(request: pytest.FixtureRequest) -> View:
    return request.param().view()


@pytest.fixture(scope="module")
def table(view: View) -> Table:
    return view.table(VALUES)


def test_literals_become_values_of_python(table: Table) -> None:
    assert len(table) == 3
    assert table["iri"] == ("urn:a", None, "urn:c")
    assert table["n"] == (1, None, 7)
    assert table["share"] == (Decimal("0.50"), None, Decimal("0.125"))
    assert table["ratio"] == (1.5, None, 2.5)
    assert table["flag"] == (True, None, False)
    assert table["day"] == (date(2006, 12, 6), None, date(1945, 10, 24))
    assert table["time"] == (
        datetime(2006, 12, 6, 8, tzinfo=UTC),
        None,
        datetime(2006, 12, 6, 10, tzinfo=UTC),
    )


def test_values_of_several_types_stay_what_the_graph_says(table: Table) -> None:
    assert table["mixed"] == ("2006", "2006-12-06", "5")
    assert table["bad"] == ("2006-02-30", None, "2006-01-01")


def test_language_tags_are_kept(table: Table) -> None:
    words = next(column for column in table.columns if column.name == "words")
    assert (words.type, words.languages) == (ColumnType.TEXT, ("en", "fr", None))


def test_ask_and_construct_give_tables_too(view: View) -> None:
    assert view.table("ASK {}")["answer"] == (True,)
    triples = view.table("CONSTRUCT { <urn:a> <urn:b> 3 } WHERE {}")
    assert list(triples) == [("urn:a", "urn:b", 3)]


def test_no_rows_still_have_their_columns(view: View) -> None:
    table = view.table("SELECT ?a ?b WHERE { ?a <urn:none> ?b }")
    assert (len(table), table.names) == (0, ("a", "b"))


def test_pandas_has_nullable_types(table: Table) -> None:
    pandas = pytest.importorskip("pandas")
    frame = table.to_pandas()
    assert list(frame.columns[:3]) == ["iri", "words", "words@lang"]
    types = frame.dtypes.astype(str)
    assert (types["n"], types["flag"], types["ratio"]) == ("Int64", "boolean", "Float64")
    assert (types["day"], types["time"]) == ("datetime64[s]", "datetime64[us, UTC]")
    assert frame["n"].sum() == 8
    assert frame["day"].dt.year[2] == 1945
    assert frame["share"][0] == Decimal("0.50")
    assert frame.isna().sum()[["iri", "n", "share", "flag", "day", "time"]].tolist() == [1] * 6
    assert pandas.isna(frame["words@lang"][2])
    assert "words@lang" not in table.to_pandas(languages=False)


def test_polars_has_its_own_types(table: Table) -> None:
    polars = pytest.importorskip("polars")
    frame = table.to_polars()
    assert frame.schema["n"] == polars.Int64
    assert frame.schema["day"] == polars.Date
    assert frame.schema["share"] == polars.Decimal(38, 3)
    assert frame.schema["time"] == polars.Datetime("us", "UTC")
    assert frame["day"].to_list() == [date(2006, 12, 6), None, date(1945, 10, 24)]
    assert frame["words@lang"].to_list() == ["en", "fr", None]
    assert frame["flag"].to_list() == [True, None, False]


def test_arrow_has_its_own_types(table: Table) -> None:
    pytest.importorskip("pyarrow")
    arrow = table.to_arrow()
    types = {field.name: str(field.type) for field in arrow.schema}
    assert (types["n"], types["day"], types["flag"]) == ("int64", "date32[day]", "bool")
    assert types["share"] == "decimal128(38, 3)"
    assert arrow.column("time").to_pylist()[0] == datetime(2006, 12, 6, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("method", "module", "extra"),
    [
        ("to_pandas", "pandas", "pandas"),
        ("to_polars", "polars", "polars"),
        ("to_arrow", "pyarrow", "arrow"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    table: Table, monkeypatch: pytest.MonkeyPatch, method: str, module: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"ungraph\[{extra}\]"):
        getattr(table, method)()


def test_a_result_answers_queries(note_path) -> None:
    result = ungraph.build(note_path, validate=False)
    table = result.query(
        "PREFIX ung: <https://w3id.org/ungraph/ns#> SELECT ?symbol ?length"
        " WHERE { ?d ung:hasVersion ?v ; ung:symbol ?symbol . ?v ung:textLength ?length }"
    )
    ((symbol, length),) = table
    assert symbol == result.document.symbol.text
    assert length == len(result.document.text)
