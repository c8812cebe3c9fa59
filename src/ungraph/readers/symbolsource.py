"""The symbol of a text that does not print one: given by option, or hidden in the file's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ungraph.errors import IdentifierError
from ungraph.identifiers.bodies import body_of_symbol
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol
from ungraph.model.document import Stated, Status, View
from ungraph.model.span import Span

__all__ = ["symbol_from_foot", "symbol_from_name", "symbol_from_option"]

_RECORD_LINE = re.compile(r"(?m)^ *([A-Z][A-Z.0-9]*(?:/[A-Z0-9.()]+){0,4}/(?:PV|SR)\.(\d{1,5})) *$")
_NUMBER = re.compile(r"\d{1,5}")
_FOOT_CHARS = 12000
_FILE_PATTERN = re.compile(r"[A-Z][A-Za-z0-9.]*_[A-Za-z0-9_.()\-]+")
_JOB = re.compile(r"-(?:\d{7}|N\d{7})?[A-Z]?\Z")
_NUMBERED_PARTS = ("Add", "Corr", "Rev")
_GLUED = re.compile(r"_(ADD|CORR|REV|L|PV|SR)[_.](\d+)", re.IGNORECASE)
_CASE = {"ADD": "Add", "CORR": "Corr", "REV": "Rev", "L": "L", "PV": "PV", "SR": "SR"}


def symbol_from_option(given: str) -> Stated[DocumentSymbol]:
    """The symbol that the caller gave; raises IdentifierError when it is none."""
    return Stated(parse_symbol(given), (), Status.INFERRED, "given by the caller", 1.0)


def symbol_from_name(name: str) -> Stated[DocumentSymbol] | None:
    """The symbol that a file's name spells with other marks for "/", or None.

    Forms: ``A_HRC_4_28.txt`` · ``S_RES_1(1946).txt`` · ``CCPR_C_87_D_1093_2002.txt`` ·
    ``E_CN.4_1993_26.txt`` · ``A_HRC_4_28_ADD_1.pdf``

    >>> symbol_from_name("E_CN.4_1993_26.txt").value.text
    'E/CN.4/1993/26'
    >>> symbol_from_name("my_notes.txt") is None
    True
    """
    base = PurePosixPath(name.replace("\\", "/")).name
    stem = re.sub(r"\.[A-Za-z]{2,5}\Z", "", base)
    if not _FILE_PATTERN.fullmatch(stem):
        return None
    stem = _JOB.sub("", stem)
    spelt = _GLUED.sub(lambda m: f"_{_CASE[m[1].upper()]}.{m[2]}", stem).replace("_", "/")
    spelt = spelt.rstrip("/.")
    if body_of_symbol(spelt)[0] is None or not any(c.isdigit() for c in spelt):
        return None
    try:
        symbol = parse_symbol(spelt)
    except IdentifierError:
        return None
    reason = f"read from the name of the file, {base}"
    return Stated(symbol, (), Status.INFERRED, reason, 0.9)


def symbol_from_foot(view: View, meeting: str) -> Stated[DocumentSymbol] | None:
    """The symbol of a record of a meeting that stands alone on a line below its title page, where
    its number is that of the *meeting* on the page ("492nd MEETING: 29 AUGUST 1950"), or None."""
    numbers = set(_NUMBER.findall(meeting))
    for found in _RECORD_LINE.finditer(view.text, 0, _FOOT_CHARS):
        if found[2] not in numbers or body_of_symbol(found[1])[0] is None:
            continue
        try:
            symbol = parse_symbol(found[1])
        except IdentifierError:
            continue
        return Stated(symbol, (view.to_text(Span(*found.span(1))),))
    return None
