"""Numbers of resolutions, decisions and presidential statements, and the symbols they stand for.

session   60/251       General Assembly since 1976, Human Rights Council, Environment Assembly
special   S-27/2       special and emergency sessions (ES-10/21)
roman     926 (X)      General Assembly to session 30, Economic and Social Council to 63
dated     1325 (2000)  Security Council
yearly    2005/11      Economic and Social Council since 1978, Commission on Human Rights
bare      1373         a number without session or year
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ungraph.errors import IdentifierError
from ungraph.identifiers.bodies import load_bodies
from ungraph.identifiers.roman import format_roman
from ungraph.identifiers.symbol import DocumentSymbol, parse_symbol

__all__ = [
    "ActKind",
    "ActNumber",
    "NumberForm",
    "act_of_symbol",
    "letter_of",
    "mint_act_symbol",
    "parse_act_number",
    "parse_linked_symbol",
]


class ActKind(StrEnum):
    """What kind of adopted text a number is of; the value is the document type."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "presidential-statement"


class NumberForm(StrEnum):
    """How a number is built; see the head of this module."""

    SESSION = "session"
    SPECIAL = "special"
    ROMAN = "roman"
    DATED = "dated"
    YEARLY = "yearly"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class ActNumber:
    """A number in its form. *session* is what stands before or after it: "60", "X", "S-27",
    "2000", "2005"; *letter* that of a lettered resolution ("A", "A-B").

    >>> str(parse_act_number("217 A (III)")), str(parse_act_number("53/243 B"))
    ('217 A (III)', '53/243 B')
    """

    form: NumberForm
    number: int
    session: str = ""
    letter: str = ""

    def __str__(self) -> str:
        letter = f" {self.letter}" if self.letter else ""
        if self.form in (NumberForm.ROMAN, NumberForm.DATED):
            return f"{self.number}{letter} ({self.session})"
        if self.form is NumberForm.BARE:
            return f"{self.number}{letter}"
        return f"{self.session}/{self.number}{letter}"


_ARABIC_LETTERS = {
    "ألف": "A", "باء": "B", "جيم": "C", "دال": "D", "هاء": "E", "واو": "F", "زاي": "G",
    "حاء": "H", "طاء": "I", "ياء": "J", "كاف": "K", "لام": "L", "ميم": "M", "نون": "N",
    "سين": "O", "عين": "P", "فاء": "Q", "صاد": "R", "قاف": "S", "راء": "T", "شين": "U",
}  # fmt: skip
_CYRILLIC = str.maketrans("АВСЕНІХМОРТ", "ABCEHIXMOPT")
_LETTER = r"(?: ?([A-Z]{1,2}(?:-[A-Z])?))?"
_HAN = "一二三四五六七八九十"
_HAN_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_HAN_NUMBER = re.compile(
    rf"([{_HAN}]{{1,4}})?([0-9A-Z -]*)(?:([{_HAN_CIRCLED}])|\((E?S-|紧特|特)?([{_HAN}]{{1,4}})\))"
)
_HAN_SPECIAL = {"紧特": "ES-", "特": "S-"}
_SPECIAL_MARK = re.compile(r"(?:(?:دإط|د إ ط|دإ ط)|(دإ|د إ|دا))(?: ?- ?)")
_ROMAN_ARABIC = re.compile(r"\((دإط|دإ|دا|د إ|د) ?- ?(\d{1,3})\)")
_SLASHED = re.compile(rf"(\d{{1,4}}) ?/ ?(\d{{1,4}}){_LETTER}\Z")
_SPECIAL = re.compile(rf"(E?S) ?- ?(\d{{1,2}}) ?/ ?(\d{{1,3}}){_LETTER}\Z")
_ROMAN = re.compile(
    r"(?:19\d\d/)?(\d{1,4})(?: ?([A-Z](?:-[A-Z])?))? ?\( ?((?:E?S-)?[IVXLC]+) ?\)(?: ?([A-Z]))?\Z"
)
_DATED = re.compile(rf"(\d{{1,4}}){_LETTER} ?\( ?((?:19|20)\d\d) ?\)\Z")
_BARE = re.compile(rf"(\d{{1,4}}){_LETTER}\Z")
_YEARS = range(1945, 2100)


@lru_cache(maxsize=8192)
def parse_act_number(text: str) -> ActNumber:
    """The value of a number as printed in any of the six languages.

    Accepts "60/251", "S-27/2", "926 (X)", "217A (III)", "1325(2000)", "2005/11", the Arabic
    forms "926 (د-10)", "دإط-10/13", "74/254 ألف", the Chinese "217 A(三)" and "一㈠", and
    Cyrillic look-alikes of letters. Raises
    IdentifierError for anything else.

    >>> parse_act_number("926 (د-10)").session, str(parse_act_number("2625(二十五)"))
    ('X', '2625 (XXV)')
    """
    folded = _fold(text)
    if found := _SLASHED.match(folded):
        session, number, letter = found.groups()
        form = NumberForm.YEARLY if int(session) in _YEARS else NumberForm.SESSION
        return ActNumber(form, int(number), str(int(session)), letter or "")
    if found := _SPECIAL.match(folded):
        kind, session, number, letter = found.groups()
        return ActNumber(NumberForm.SPECIAL, int(number), f"{kind}-{int(session)}", letter or "")
    if found := _DATED.match(folded):
        number, letter, year = found.groups()
        return ActNumber(NumberForm.DATED, int(number), year, letter or "")
    if found := _ROMAN.match(folded):
        number, before, session, after = found.groups()
        return ActNumber(NumberForm.ROMAN, int(number), session, before or after or "")
    if found := _BARE.match(folded):
        return ActNumber(NumberForm.BARE, int(found[1]), "", found[2] or "")
    raise IdentifierError(f"not a number of a resolution or decision: {text!r}")


def letter_of(written: str) -> str:
    """The Latin letter that *written* is: an Arabic name of a letter, a Cyrillic look-alike.

    >>> letter_of("باء"), letter_of("В"), letter_of("C")
    ('B', 'B', 'C')
    """
    return _ARABIC_LETTERS.get(written) or written.translate(_CYRILLIC)


def _fold(text: str) -> str:
    folded = " ".join(text.split()).translate(_CYRILLIC).upper()
    folded = folded.replace("(S ", "(S-").replace("(ES ", "(ES-")
    if not folded.isascii():
        for word, letter in _ARABIC_LETTERS.items():
            folded = folded.replace(word, letter)
        folded = _HAN_NUMBER.sub(_roman_of_han, folded)
        folded = _ROMAN_ARABIC.sub(_roman_of_arabic, folded)
        folded = _SPECIAL_MARK.sub(lambda found: "S-" if found[1] else "ES-", folded)
    return folded


def _roman_of_han(found: re.Match[str]) -> str:
    number, written, circled, kind, session = found.groups()
    value = _HAN_CIRCLED.index(circled) + 1 if circled else _count_han(session)
    said = str(_count_han(number)) if number else ""
    return f"{said}{written}({_HAN_SPECIAL.get(kind, kind or '')}{format_roman(value)})"


def _count_han(numeral: str) -> int:
    """The value of a Chinese numeral up to 99: "二十五" is 25."""
    tens, ten, ones = numeral.rpartition("十")
    count = _HAN.index(ones[-1]) + 1 if ones else 0
    return (_HAN.index(tens[-1]) + 1 if tens else 1) * 10 + count if ten else count


def _roman_of_arabic(found: re.Match[str]) -> str:
    kind = {"د": "", "دإ": "S-", "دا": "S-", "د إ": "S-", "دإط": "ES-"}[found[1]]
    return f"({kind}{format_roman(int(found[2]))})"


_SERIES = {
    ActKind.RESOLUTION: "RES",
    ActKind.DECISION: "DEC",
    ActKind.STATEMENT: "PRST",
}
_FORMS = {
    "ga": {NumberForm.SESSION, NumberForm.SPECIAL, NumberForm.ROMAN},
    "hrc": {NumberForm.SESSION, NumberForm.SPECIAL},
    "sc": {NumberForm.DATED},
    "ecosoc": {NumberForm.YEARLY, NumberForm.ROMAN},
    "chr": {NumberForm.YEARLY, NumberForm.ROMAN, NumberForm.SPECIAL},
    "subcom": {NumberForm.YEARLY, NumberForm.ROMAN},
    "unea": {NumberForm.SESSION},
    "escap": {NumberForm.SESSION},
    "tc": {NumberForm.ROMAN},
}


_WITHOUT_DECISIONS = frozenset({"sc", "escap"})  # that have symbols


def mint_act_symbol(body: str, act: ActKind, number: ActNumber) -> DocumentSymbol | None:
    """The symbol of a body's resolution, decision or statement; None where the body has no such.

    *body* is a slug of ``data/bodies.csv``.

    >>> number = parse_act_number("2005/74")
    >>> mint_act_symbol("chr", ActKind.RESOLUTION, number).text
    'E/CN.4/RES/2005/74'
    >>> mint_act_symbol("sc", ActKind.RESOLUTION, number) is None
    True
    """
    if act is ActKind.STATEMENT:
        if body == "sc" and number.form is NumberForm.YEARLY:
            return DocumentSymbol(f"S/PRST/{number.session}/{number.number}")
        if body == "hrc" and number.form in (NumberForm.SESSION, NumberForm.SPECIAL):
            return DocumentSymbol(f"A/HRC/PRST/{number.session}/{number.number}")
        return None
    if number.form not in _FORMS.get(body, ()):
        return None
    if body in _WITHOUT_DECISIONS and act is ActKind.DECISION:
        return None
    if body == "unea":
        series = "Res" if act is ActKind.RESOLUTION else "Dec"
        return DocumentSymbol(f"UNEP/EA.{number.session}/{series}.{number.number}")
    prefix = f"{load_bodies()[body].symbol_prefix}/{_SERIES[act]}"
    if number.form in (NumberForm.ROMAN, NumberForm.DATED):
        return DocumentSymbol(f"{prefix}/{number.number}({number.session}){number.letter}")
    return DocumentSymbol(f"{prefix}/{number.session}/{number.number}{number.letter}")


def act_of_symbol(symbol: DocumentSymbol) -> tuple[str, ActKind, ActNumber] | None:
    """Body, kind and number that a symbol stands for; None for other documents.

    >>> body, act, number = act_of_symbol(DocumentSymbol("A/RES/217(III)A"))
    >>> body, str(number)
    ('ga', '217 A (III)')
    """
    parts = symbol.parts
    kinds = {series: act for act, series in _SERIES.items()}
    act = kinds.get(parts.nature)
    if act is None or parts.body is None or parts.number is None or parts.modifiers:
        return None
    session = parts.session_text
    if parts.year is not None:
        dated = parts.body == "sc" and act is ActKind.RESOLUTION
        form = NumberForm.DATED if dated else NumberForm.YEARLY
        return parts.body, act, ActNumber(form, parts.number, str(parts.year), parts.letter)
    if "(" in symbol.text:
        form = NumberForm.ROMAN
    else:
        form = NumberForm.SPECIAL if "-" in session else NumberForm.SESSION
    return parts.body, act, ActNumber(form, parts.number, session, parts.letter)


# The Human Rights Council, the other body with numbers of the form 60/251, has neither so many
# sessions nor so many acts in one.
_LAST_SESSION_OF_COUNCIL = 66
_LAST_NUMBER_OF_COUNCIL = 199
_FIRST_DECISION = 401
_LAST_SURE_RESOLUTION = 300


def parse_linked_symbol(text: str) -> DocumentSymbol:
    """The value of *text*, the target of a link: a symbol, or the number of an act alone.

    Links of the United Nations lead to a number without any organ now and then. It is one of the
    General Assembly where no other body has numbers like it: a special session in Roman numerals,
    an emergency special session, a session or a number beyond those of the Human Rights Council.
    From 401 up it is a decision. Raises IdentifierError for everything else.

    >>> parse_linked_symbol("3202 (S-VI)").text, parse_linked_symbol("75/291").text
    ('A/RES/3202(S-VI)', 'A/RES/75/291')
    >>> parse_linked_symbol("28/14")
    Traceback (most recent call last):
    ungraph.errors.IdentifierError: not a document symbol: '28/14': no organ has the prefix '28'
    """
    try:
        return parse_symbol(text)
    except IdentifierError:
        symbol = _symbol_of_assembly(text)
        if symbol is None:
            raise
        return symbol


def _symbol_of_assembly(text: str) -> DocumentSymbol | None:
    try:
        number = parse_act_number(text)
    except IdentifierError:
        return None
    act: ActKind | None = ActKind.RESOLUTION
    if number.form is NumberForm.SESSION:
        session, count = int(number.session), number.number
        if session <= _LAST_SESSION_OF_COUNCIL and count <= _LAST_NUMBER_OF_COUNCIL:
            act = None
        elif count > _LAST_SURE_RESOLUTION:
            act = ActKind.DECISION if count >= _FIRST_DECISION else None
    elif number.form in (NumberForm.ROMAN, NumberForm.SPECIAL):
        prefixes = ("S-", "ES-") if number.form is NumberForm.ROMAN else ("ES-",)
        act = act if number.session.startswith(prefixes) else None
    else:
        act = None
    return mint_act_symbol("ga", act, number) if act is not None else None
