"""Whether a number and a date can belong to an organ: sessions, years, known ranges."""

from __future__ import annotations

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.resolution import ActKind, ActNumber, NumberForm
from ungraph.identifiers.roman import parse_roman

__all__ = ["fits"]

_FIRST_SLASHED_GA_SESSION = 31
_LAST_NUMBER_OF_GA_SESSION = (
    0, 113, 205, 291, 371, 501, 626, 735, 824, 913, 1002, 1155, 1270, 1360, 1507, 1660, 1770, 1890,
    2020, 2030, 2150, 2255, 2392, 2520, 2635, 2780, 2905, 3055, 3195, 3352, 3550,
)  # fmt: skip
_LAST_ROMAN_ECOSOC = 63
_LAST_ROMAN_CHR = 36
_HRC_FIRST_YEAR = 2006
_HRC_SESSIONS_A_YEAR = 3
_LATEST_YEAR = 2099
_DECISIONS_FROM = {"ga": 301, "hrc": 101, "ecosoc": 101, "chr": 101, "subcom": 101}
_MOST_RESOLUTIONS = {"ga": 450, "hrc": 80, "ecosoc": 180, "chr": 130, "subcom": 60}


def fits(organ: str, act: ActKind, number: ActNumber, date: PartialDate | None = None) -> bool:
    """Whether *organ* (a slug) can have adopted that number, on *date* if one is said.

    >>> from ungraph.identifiers.resolution import parse_act_number
    >>> number = parse_act_number("40/12")
    >>> fits("hrc", ActKind.RESOLUTION, number, PartialDate(2019, 3, 21))
    True
    >>> fits("ga", ActKind.RESOLUTION, number, PartialDate(2019, 3, 21))
    False
    """
    form = number.form
    if form is NumberForm.SESSION:
        return _fits_session(organ, act, number, date)
    if form is NumberForm.SPECIAL:
        return _fits_special(organ, number, date)
    if form is NumberForm.ROMAN:
        return _fits_roman(organ, number, date)
    if form is NumberForm.DATED:
        return organ == "sc" and (date is None or abs(date.year - int(number.session)) <= 1)
    if form is NumberForm.YEARLY:
        return _fits_year(organ, act, number, date)
    return organ == "sc" and act is ActKind.RESOLUTION


def _fits_series(organ: str, act: ActKind, number: int) -> bool:
    if act is ActKind.DECISION:
        return number >= _DECISIONS_FROM.get(organ, 0)
    return number <= _MOST_RESOLUTIONS.get(organ, 9999)


def _fits_session(
    organ: str, act: ActKind, number: ActNumber, date: PartialDate | None
) -> bool:
    if not number.session.isdigit():
        return organ == "hrc"
    session = int(number.session)
    if act is not ActKind.STATEMENT and not _fits_series(organ, act, number.number):
        return False
    if organ == "ga":
        opening = 1945 + session
        year_fits = date is None or opening <= date.year <= opening + 1
        return session >= _FIRST_SLASHED_GA_SESSION and year_fits
    if organ == "hrc":
        year = _HRC_FIRST_YEAR + (session - 1) // _HRC_SESSIONS_A_YEAR
        return year <= _LATEST_YEAR and (date is None or abs(date.year - year) <= 1)
    return organ == "unea" and session < 20 and (date is None or date.year >= 2014)


def _fits_special(organ: str, number: ActNumber, date: PartialDate | None) -> bool:
    if number.session.startswith("ES"):
        return organ == "ga"
    session = int(number.session.partition("-")[2])
    if organ == "hrc":
        return date is None or date.year >= _HRC_FIRST_YEAR and session <= 40 + date.year - 2023
    if organ == "ga":
        return 8 <= session <= 40 and (date is None or _ga_special_year(session, date.year))
    return organ == "chr" and session <= 5 and (date is None or date.year <= 2000)


def _ga_special_year(session: int, year: int) -> bool:
    """Special sessions of the Assembly: the 8th in 1978, the 28th in 2005, the 32nd in 2021."""
    if session <= 20:
        return 1977 <= year <= 1998
    if session <= 27:
        return 1999 <= year <= 2002
    return year >= 2005 and year - 2005 >= (session - 28) * 2 - 2


def _fits_roman(organ: str, number: ActNumber, date: PartialDate | None) -> bool:
    kind, _, numeral = number.session.rpartition("-")
    if kind:
        return organ == "ga"
    try:
        session = parse_roman(numeral)
    except ValueError:
        return False
    if organ == "ga":
        if not 1 <= session < len(_LAST_NUMBER_OF_GA_SESSION):
            return False
        low = _LAST_NUMBER_OF_GA_SESSION[session - 1] - 30
        year_fits = date is None or 0 <= date.year - 1945 - session <= 1
        return low <= number.number <= _LAST_NUMBER_OF_GA_SESSION[session] + 30 and year_fits
    if organ == "ecosoc":
        year_fits = date is None or 1946 <= date.year <= 1978
        return session <= _LAST_ROMAN_ECOSOC and year_fits
    if organ in ("chr", "subcom"):
        return session <= _LAST_ROMAN_CHR and number.number <= 60
    return organ == "tc"


def _fits_year(organ: str, act: ActKind, number: ActNumber, date: PartialDate | None) -> bool:
    year = int(number.session)
    if date is not None and not -1 <= year - date.year <= 1:
        return False
    if not _fits_series(organ, act, number.number):
        return False
    if organ == "ecosoc":
        return year >= 1978
    if organ == "sc":
        return act is ActKind.STATEMENT and year >= 1994
    return organ in ("chr", "subcom") and 1978 <= year <= 2006
