"""Whether a number and a date can belong to an organ: sessions, years, known ranges."""

from __future__ import annotations

from functools import cache

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.resolution import ActKind, ActNumber, NumberForm
from ungraph.identifiers.roman import parse_roman
from ungraph.resources import load_table

__all__ = ["fits", "turn_around", "year_of_resolution"]

_FIRST_SLASHED_GA_SESSION = 31
_LAST_SESSION = 120
_LAST_NUMBER_OF_GA_SESSION = (
    0, 113, 205, 291, 371, 501, 626, 735, 824, 913, 1002, 1155, 1270, 1360, 1507, 1660, 1770, 1890,
    2020, 2030, 2150, 2255, 2392, 2520, 2635, 2780, 2905, 3055, 3195, 3352, 3550,
)  # fmt: skip
# Session and a number of it, from citations: 155 (VII), 663 (XXIV), 1503 (XLVIII), 2008 (LX).
_NUMBERS_OF_COUNCIL_SESSIONS = (
    (1, 10), (2, 40), (5, 100), (7, 155), (10, 288), (19, 574), (24, 663), (28, 728), (36, 990),
    (42, 1235), (48, 1503), (54, 1768), (57, 1894), (60, 2008), (63, 2115),
)  # fmt: skip
_COUNCIL_MARGIN = 60
# Year of each special session: of the Assembly from the 8th, of the Human Rights Council from the
# first.
_SPECIAL_SESSION_YEARS = {
    "ga": (
        1978, 1978, 1978, 1980, 1982, 1986, 1986, 1988, 1989, 1989, 1990, 1998, 1998, 1999, 1999,
        2000, 2000, 2001, 2001, 2002, 2005, 2014, 2016, 2020, 2021,
    ),
    "hrc": (
        2006, 2006, 2006, 2006, 2007, 2008, 2008, 2008, 2009, 2009, 2009, 2009, 2010, 2010, 2011,
        2011, 2011, 2011, 2012, 2014, 2014, 2014, 2015, 2015, 2016, 2016, 2017, 2018, 2021, 2021,
        2021, 2021, 2021, 2022, 2022, 2023, 2025, 2025,
    ),
}  # fmt: skip
_LAST_ROMAN_CHR = 36
_HRC_FIRST_YEAR = 2006
_HRC_SESSIONS_A_YEAR = 3
# The Economic and Social Commission for Asia and the Pacific: session 72 met in 2016; whether its
# resolutions of earlier years have symbols of the form E/ESCAP/RES/72/7 is not known.
_ESCAP_YEAR_BEFORE_FIRST = 1944
_FIRST_ESCAP_SESSION = 66
_LAST_HRC_SESSION = 66  # of 2027; the Assembly's sessions of those years have higher numbers
_DECISIONS_FROM = {"ga": 301, "hrc": 101, "ecosoc": 101, "chr": 101, "subcom": 101}
_MOST_RESOLUTIONS = {
    "ga": 620,
    "hrc": 80,
    "escap": 30,
    "ecosoc": 180,
    "chr": 130,
    "subcom": 60,
    "unea": 40,
}


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
    return organ == "sc" and act is ActKind.RESOLUTION and 0 < number.number < 9999


def turn_around(number: ActNumber) -> ActNumber | None:
    """*number* read from the other side, where it is none as printed: in Arabic texts "306/74" may
    stand for 74/306, "S-2/10" for S-10/2. None for others.

    >>> from ungraph.identifiers.resolution import parse_act_number
    >>> str(turn_around(parse_act_number("306/74"))), turn_around(parse_act_number("74/306"))
    ('74/306', None)
    """
    kind, _, session = number.session.rpartition("-")
    if number.form is NumberForm.SESSION and not kind:
        if int(session) <= _LAST_SESSION or number.number > _LAST_SESSION:
            return None
        return ActNumber(NumberForm.SESSION, int(session), str(number.number), number.letter)
    if number.form is NumberForm.SPECIAL:
        return ActNumber(NumberForm.SPECIAL, int(session), f"{kind}-{number.number}", number.letter)
    return None


@cache
def _years() -> tuple[tuple[int, int, int], ...]:
    rows = load_table("security_council_years")
    return tuple((int(row["first"]), int(row["last"]), int(row["year"])) for row in rows)


def year_of_resolution(number: int) -> int | None:
    """Year of a resolution of the Security Council; None where the known numbers leave a doubt.

    >>> year_of_resolution(1373), year_of_resolution(1)
    (2001, None)
    """
    return next((year for first, last, year in _years() if first <= number <= last), None)


def _fits_series(organ: str, act: ActKind, number: int) -> bool:
    if act is ActKind.DECISION:
        return number >= _DECISIONS_FROM.get(organ, 0)
    return number <= _MOST_RESOLUTIONS.get(organ, 9999)


def _fits_session(organ: str, act: ActKind, number: ActNumber, date: PartialDate | None) -> bool:
    if not number.session.isdigit():
        return organ == "hrc"
    session = int(number.session)
    if act is not ActKind.STATEMENT and not _fits_series(organ, act, number.number):
        return False
    if organ == "ga":
        opening = 1945 + session
        year_fits = date is None or opening <= date.year <= opening + 1
        return _FIRST_SLASHED_GA_SESSION <= session <= _LAST_SESSION and year_fits
    if organ == "hrc":
        year = _HRC_FIRST_YEAR + (session - 1) // _HRC_SESSIONS_A_YEAR
        return session <= _LAST_HRC_SESSION and (date is None or abs(date.year - year) <= 1)
    if organ == "escap":
        year_fits = date is None or date.year == _ESCAP_YEAR_BEFORE_FIRST + session
        return _FIRST_ESCAP_SESSION <= session <= _LAST_SESSION and year_fits
    return organ == "unea" and session < 20 and (date is None or date.year >= 2014)


def _fits_special(organ: str, number: ActNumber, date: PartialDate | None) -> bool:
    if number.session.startswith("ES"):
        return organ == "ga"
    session = int(number.session.partition("-")[2])
    if organ in _SPECIAL_SESSION_YEARS:
        years = _SPECIAL_SESSION_YEARS[organ]
        first = 8 if organ == "ga" else 1
        if not first <= session < first + len(years):
            beyond = session - first - len(years)
            return beyond >= 0 and date is not None and date.year - years[-1] > beyond
        return date is None or abs(date.year - years[session - first]) <= 1
    return organ == "chr" and session <= 5 and (date is None or date.year <= 2000)


def _fits_roman(organ: str, number: ActNumber, date: PartialDate | None) -> bool:
    kind, _, numeral = number.session.rpartition("-")
    if kind:
        return organ == "ga" and (date is None or date.year <= 1976)
    try:
        session = parse_roman(numeral)
    except ValueError:
        return False
    if date is not None and date.year > 1978:
        return False
    if organ == "ga":
        if not 1 <= session < len(_LAST_NUMBER_OF_GA_SESSION):
            return False
        low = _LAST_NUMBER_OF_GA_SESSION[session - 1] - 30
        year_fits = date is None or 0 <= date.year - 1945 - session <= 1
        return low <= number.number <= _LAST_NUMBER_OF_GA_SESSION[session] + 30 and year_fits
    if organ == "ecosoc":
        return _fits_old_council(session, number.number)
    if organ in ("chr", "subcom"):
        return session <= _LAST_ROMAN_CHR and number.number <= 60
    return organ == "tc"


def _fits_old_council(session: int, number: int) -> bool:
    """Whether a number lies near the line through known numbers of the Council's sessions."""
    known = _NUMBERS_OF_COUNCIL_SESSIONS
    if session > known[-1][0]:
        return False
    for (low, low_number), (high, high_number) in zip(known, known[1:], strict=False):
        if low <= session <= high:
            expected = low_number + (high_number - low_number) * (session - low) // (high - low)
            return abs(number - expected) <= _COUNCIL_MARGIN
    return False


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
