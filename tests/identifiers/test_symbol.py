"""Document symbols: parsed, normal, ordered, taken apart."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ungraph.errors import IdentifierError
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.resolution import parse_linked_symbol
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol, treaty_symbol


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("A/HRC/4/60*", "A/HRC/4/60"),
        ("s/res/2786(2025)", "S/RES/2786(2025)"),
        ("S/RES/2282(2016", "S/RES/2282(2016)"),
        ("S/RES/1718 (2006)", "S/RES/1718(2006)"),
        ("A/RES/217 A (III)", "A/RES/217(III)A"),
        ("A/RES/67/234 B", "A/RES/67/234B"),
        ("A/RES/50/204[A]", "A/RES/50/204A"),
        ("a/hrc/res/4/1", "A/HRC/RES/4/1"),
        ("A/72/707–S/2018/43", "A/72/707-S/2018/43"),
        ("A/C.3/78/l.60/rev.1", "A/C.3/78/L.60/Rev.1"),
        ("E/CN.4/SUB.2/2003/12/REV.2", "E/CN.4/Sub.2/2003/12/Rev.2"),
        ("UNEP/EA.5/RES.14", "UNEP/EA.5/Res.14"),
        ("A/75/6 (sect. 3)", "A/75/6(Sect.3)"),
        ("A/79/5(supp)", "A/79/5(SUPP)"),
        ("NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)"),
        ("NPT/CONF.2000/28 (Parts I y II)", "NPT/CONF.2000/28(PartsIandII)"),
        ("A/75/457Add.1", "A/75/457/Add.1"),
        ("А/75/1", "A/75/1"),
        ("GC(69)/RES/15", "GC(69)/RES/15"),
        ("A/CONF.192/PС/23", "A/CONF.192/PC/23"),
    ],
)
def test_all_typings_of_a_symbol_have_one_normal_form(written: str, normal: str) -> None:
    assert parse_symbol(written).text == normal
    assert parse_symbol(normal).text == normal


@pytest.mark.parametrize("text", ["", "60/251", "and/or", "S", "A//1", "A/<b>", "X/1/2", "A/ /\n"])
def test_what_is_no_symbol_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError):
        parse_symbol(text)


@given(st.text(max_size=40))
def test_any_text_gives_a_symbol_or_an_identifier_error(text: str) -> None:
    try:
        symbol = parse_symbol(text)
    except IdentifierError:
        return
    assert parse_symbol(symbol.text) == symbol


PARTS = [
    ("A/RES/60/251", "ga", 60, None, "RES", 251, "", ()),
    ("A/RES/926(X)", "ga", 10, None, "RES", 926, "", ()),
    ("A/RES/217(III)A", "ga", 3, None, "RES", 217, "A", ()),
    ("A/RES/53/77AA", "ga", 53, None, "RES", 77, "AA", ()),
    ("S/RES/1325(2000)", "sc", None, 2000, "RES", 1325, "", ()),
    ("A/HRC/DEC/1/102", "hrc", 1, None, "DEC", 102, "", ()),
    ("E/CN.4/RES/2002/31", "chr", None, 2002, "RES", 31, "", ()),
    ("E/RES/1503(XLVIII)", "ecosoc", 48, None, "RES", 1503, "", ()),
    ("UNEP/EA.5/Res.14", "unea", 5, None, "RES", 14, "", ()),
    ("A/HRC/WG.6/6/PRK/1", "wg-upr", 6, None, "", 1, "", ()),
    ("S/12345", "sc", None, None, "", 12345, "", ()),
    ("A/C.6/72/SR.14", "ga-c6", 72, None, "SR", 14, "", ()),
    ("E/CN.4/2005/51/Add.3/Corr.1", "chr", None, 2005, "", 51, "", ("Add.3", "Corr.1")),
]


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row[0])
def test_a_symbol_says_its_body_session_year_nature_and_number(row: tuple[object, ...]) -> None:
    symbol = DocumentSymbol(str(row[0]))
    assert row[1:] == (
        symbol.body,
        symbol.session,
        symbol.year,
        symbol.nature,
        symbol.number,
        symbol.letter,
        symbol.modifiers,
    )


def test_the_base_of_a_symbol_has_no_modifiers() -> None:
    assert DocumentSymbol("A/79/5/Add.15/Corr.1").base.text == "A/79/5"
    assert DocumentSymbol("A/79/5").base.text == "A/79/5"


def test_a_joint_symbol_is_two() -> None:
    joint = DocumentSymbol("A/72/707-S/2018/43")
    assert [symbol.text for symbol in joint.joint] == ["A/72/707", "S/2018/43"]
    assert not DocumentSymbol("CRC/C/SVN/CO/3-4").is_joint


def test_symbols_sort_by_value() -> None:
    texts = ["A/10/2", "A/9/10", "A/9/2", "A/9/2/Add.10", "A/9/2/Add.2"]
    ordered = sorted(map(DocumentSymbol, texts))
    assert [s.text for s in ordered] == ["A/9/2", "A/9/2/Add.2", "A/9/2/Add.10", "A/9/10", "A/10/2"]


def test_a_treaty_is_a_symbol_of_its_own_kind() -> None:
    treaty = treaty_symbol("OP-ICCPR")
    assert (treaty.is_treaty, treaty.organ, treaty.body) == (True, "", None)
    assert parse_symbol("treaty:OP-ICCPR") == treaty
    with pytest.raises(IdentifierError):
        treaty_symbol("iccpr")


ADDRESS = "Home/Mobile?FinalSymbol="


def test_every_symbol_that_the_un_links_to_parses(shared: Path) -> None:
    table = (shared / "authority" / "symbols_linked.csv").read_text(encoding="utf-8")
    linked = [row["symbol_as_linked"] for row in csv.DictReader(table.splitlines())]
    symbols = [parse_linked_symbol(text) for text in linked if not text.startswith(ADDRESS)]
    assert len(symbols) == len(linked) - 1
    assert all(symbol.body in load_bodies() for symbol in symbols)
    assert all(parse_symbol(symbol.text) == symbol for symbol in symbols)
