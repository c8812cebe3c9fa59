"""Dates as title pages print them."""

from __future__ import annotations

import pytest

from ungraph.readers.printeddates import parse_printed_date, search_printed_date
from ungraph.resources import load_table


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("22 January 2007", "2007-01-22"),
        ("January 1947", "1947-01"),
        ("of 4 February 1972", "1972-02-04"),
        ("January 22, 2007", "2007-01-22"),
        ("1er juillet 2006", "2006-07-01"),
        ("17 décembre 2021", "2021-12-17"),
        ("17 de diciembre de 2021", "2021-12-17"),
        ("17 декабря 2021 года", "2021-12-17"),
        ("17 كانون الأول/ديسمبر 2021", "2021-12-17"),
        ("23 تموز/يوليه 2021", "2021-07-23"),
        ("2021年12月17日", "2021-12-17"),
        ("2021年12月", "2021-12"),
    ],
)
def test_printed_dates_are_read_at_their_precision(printed: str, date: str) -> None:
    assert str(parse_printed_date(printed)) == date


@pytest.mark.parametrize(
    "line",
    [
        "Item 2 of the agenda",
        "31 February 2007",
        "Report of 22 January 2007",
        "2007",
        "May 2007 be",
    ],
)
def test_lines_that_are_no_date_are_none(line: str) -> None:
    assert parse_printed_date(line) is None


def test_a_date_inside_a_line_is_found_with_its_place() -> None:
    found = search_printed_date("Letter dated 3 May 2007 from the President")
    assert found is not None
    value, start, end = found
    assert (str(value), start, end) == ("2007-05-03", 13, 23)


def test_every_month_of_the_table_is_read() -> None:
    for row in load_table("printed_months"):
        printed = f"3 {row['name']} 1999"
        assert str(parse_printed_date(printed)) == f"1999-{int(row['month']):02d}-03", printed
