"""Numbers of resolutions and decisions, and their symbols both ways."""

from __future__ import annotations

import pytest

from ungraph.errors import IdentifierError
from ungraph.identifiers.resolution import (
    ActKind,
    act_of_symbol,
    mint_act_symbol,
    parse_act_number,
    parse_linked_symbol,
)
from ungraph.identifiers.symbol import DocumentSymbol

NUMBERS = [
    ("60/251", "session", "60", 251, ""),
    ("43/222 B", "session", "43", 222, "B"),
    ("53/77 AA", "session", "53", 77, "AA"),
    ("2005/74", "yearly", "2005", 74, ""),
    ("1325 (2000)", "dated", "2000", 1325, ""),
    ("186(1964)", "dated", "1964", 186, ""),
    ("2008 (LX)", "roman", "LX", 2008, ""),
    ("217A (III)", "roman", "III", 217, "A"),
    ("663 c (XXIV)", "roman", "XXIV", 663, "C"),
    ("2252 (ES-V)", "roman", "ES-V", 2252, ""),
    ("S-27/2", "special", "S-27", 2, ""),
    ("ES-10/21", "special", "ES-10", 21, ""),
    ("926 (د-10)", "roman", "X", 926, ""),
    ("217 ألف (د-3)", "roman", "III", 217, "A"),
    ("دإط-10/13", "special", "ES-10", 13, ""),
    ("دإ-27/2", "special", "S-27", 2, ""),
    ("74/254 باء", "session", "74", 254, "B"),
    ("217 А (III)", "roman", "III", 217, "A"),
    ("1373", "bare", "", 1373, ""),
]


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row[0])
def test_a_number_is_read_in_its_form(row: tuple[str, str, str, int, str]) -> None:
    number = parse_act_number(row[0])
    assert row[1:] == (number.form.value, number.session, number.number, number.letter)
    assert parse_act_number(str(number)) == number


@pytest.mark.parametrize("text", ["", "A/1", "60/251/1", "12345", "x/1", "1 (MM)"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError):
        parse_act_number(text)


SYMBOLS = [
    ("ga", "resolution", "60/251", "A/RES/60/251"),
    ("ga", "resolution", "217 A (III)", "A/RES/217(III)A"),
    ("ga", "decision", "79/573 B", "A/DEC/79/573B"),
    ("sc", "resolution", "1325 (2000)", "S/RES/1325(2000)"),
    ("sc", "presidential-statement", "2015/22", "S/PRST/2015/22"),
    ("hrc", "resolution", "S-27/1", "A/HRC/RES/S-27/1"),
    ("hrc", "decision", "1/102", "A/HRC/DEC/1/102"),
    ("hrc", "presidential-statement", "8/1", "A/HRC/PRST/8/1"),
    ("chr", "resolution", "2002/31", "E/CN.4/RES/2002/31"),
    ("chr", "decision", "2004/123", "E/CN.4/DEC/2004/123"),
    ("subcom", "resolution", "1997/7", "E/CN.4/Sub.2/RES/1997/7"),
    ("ecosoc", "resolution", "1996/31", "E/RES/1996/31"),
    ("ecosoc", "resolution", "1503 (XLVIII)", "E/RES/1503(XLVIII)"),
    ("unea", "resolution", "5/14", "UNEP/EA.5/Res.14"),
]


@pytest.mark.parametrize("row", SYMBOLS, ids=lambda row: row[3])
def test_organ_kind_and_number_are_a_symbol_both_ways(row: tuple[str, str, str, str]) -> None:
    body, kind, written, text = row
    number = parse_act_number(written)
    symbol = mint_act_symbol(body, ActKind(kind), number)
    assert symbol == DocumentSymbol(text)
    assert act_of_symbol(symbol) == (body, ActKind(kind), number)


def test_a_number_that_an_organ_cannot_have_gives_no_symbol() -> None:
    assert mint_act_symbol("sc", ActKind.RESOLUTION, parse_act_number("60/251")) is None
    assert mint_act_symbol("cnd", ActKind.RESOLUTION, parse_act_number("60/1")) is None
    assert act_of_symbol(DocumentSymbol("A/HRC/4/60")) is None


@pytest.mark.parametrize(
    ("linked", "symbol"),
    [
        ("3202 (S-VI)", "A/RES/3202(S-VI)"),
        ("1000 (ES-I)", "A/RES/1000(ES-I)"),
        ("ES-10/15", "A/RES/ES-10/15"),
        ("75/291", "A/RES/75/291"),
        ("60/251", "A/RES/60/251"),
        ("74/550 A", "A/DEC/74/550A"),
        ("A/HRC/4/60", "A/HRC/4/60"),
    ],
)
def test_a_link_to_a_number_that_only_the_assembly_has_leads_to_its_act(
    linked: str, symbol: str
) -> None:
    assert parse_linked_symbol(linked).text == symbol


@pytest.mark.parametrize("linked", ["28/14", "S-27/2", "2005/11", "1503 (XLVIII)", "71/330", "x"])
def test_a_link_to_a_number_of_several_organs_is_refused(linked: str) -> None:
    with pytest.raises(IdentifierError):
        parse_linked_symbol(linked)
