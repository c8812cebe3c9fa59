"""Document symbols as values: A/HRC/4/60, A/RES/926(X), S/RES/1325(2000), E/CN.4/2005/L.11/Add.7.

symbol   = organ *( "/" body ) [ "/" session-or-year ] [ "/" nature ] "/" number *( "/" modifier )
old      = organ "/RES/" number "(" [ "S-" / "ES-" ] ROMAN ")" [ letter ]
sc       = "S/RES/" number "(" year ")"
joint    = symbol "-" symbol                 A/72/707-S/2018/43: one document, two symbols
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, total_ordering

from ungraph.errors import IdentifierError
from ungraph.identifiers.symbol_form import format_symbol, split_joint
from ungraph.identifiers.symbol_parts import SymbolParts, order_symbol, split_symbol

__all__ = ["DocumentSymbol", "parse_symbol", "treaty_symbol"]

_TREATY = "treaty:"
_NO_PARTS = SymbolParts("", "", None)


@total_ordering
@dataclass(frozen=True, slots=True)
class DocumentSymbol:
    """A symbol in normal form: no blanks, hyphens plain, reissue asterisk off, case as displayed.

    Symbols sort as people read them, numbers by value:

    >>> sorted(map(DocumentSymbol, ["A/HRC/10/1", "A/HRC/4/60", "A/HRC/4/7"]))[0].text
    'A/HRC/4/7'
    """

    text: str

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, DocumentSymbol):
            return NotImplemented
        return order_symbol(self.text) < order_symbol(other.text)

    @property
    def key(self) -> str:
        """The form that comparisons use: capitals throughout."""
        return self.text.upper()

    @property
    def slug(self) -> str:
        """Lower case with hyphens, for file names: "a-hrc-4-60"."""
        return re.sub(r"[^a-z0-9]+", "-", self.text.lower()).strip("-")

    @property
    def parts(self) -> SymbolParts:
        """The symbol taken apart; of a joint symbol, its first."""
        if self.is_treaty:
            return _NO_PARTS
        return split_symbol(split_joint(self.text)[0])

    @property
    def is_treaty(self) -> bool:
        """Whether this names a treaty or the Charter ("treaty:ICCPR")."""
        return self.text.startswith(_TREATY)

    @property
    def organ(self) -> str:
        """First element: "A", "S", "E", "CCPR"; "" for treaties."""
        return self.parts.organ

    @property
    def body(self) -> str | None:
        """Slug of the body in ``data/bodies.csv``: "hrc" for A/HRC/4/60."""
        return self.parts.body

    @property
    def session(self) -> int | None:
        """Ordinal of the regular session: 60 for A/RES/60/251, 10 for A/RES/926(X)."""
        return self.parts.session

    @property
    def year(self) -> int | None:
        """The year written in the symbol: 2000 for S/RES/1325(2000), 2005 for E/CN.4/2005/51."""
        return self.parts.year

    @property
    def nature(self) -> str:
        """RES, DEC, PRST, PV, SR, L, CRP … or ""."""
        return self.parts.nature

    @property
    def number(self) -> int | None:
        """The number proper: 251 for A/RES/60/251."""
        return self.parts.number

    @property
    def letter(self) -> str:
        """Letter of a lettered resolution: "A" for A/RES/217(III)A."""
        return self.parts.letter

    @property
    def modifiers(self) -> tuple[str, ...]:
        """What follows the number: ("Add.1", "Corr.1")."""
        return self.parts.modifiers

    @property
    def is_resolution(self) -> bool:
        """Whether the symbol is of a resolution."""
        return self.nature == "RES"

    @property
    def is_decision(self) -> bool:
        """Whether the symbol is of a decision."""
        return self.nature == "DEC"

    @property
    def base(self) -> DocumentSymbol:
        """The symbol without its modifiers: A/79/5 for A/79/5/Add.15/Corr.1."""
        count = len(self.modifiers)
        if not count or self.is_joint:
            return self
        return DocumentSymbol("/".join(self.text.split("/")[:-count]))

    @property
    def is_joint(self) -> bool:
        """Whether two symbols are written as one: A/72/707-S/2018/43."""
        return not self.is_treaty and len(split_joint(self.text)) > 1

    @property
    def joint(self) -> tuple[DocumentSymbol, ...]:
        """The symbols of a joint symbol; of any other, itself alone."""
        if self.is_treaty:
            return (self,)
        return tuple(DocumentSymbol(part) for part in split_joint(self.text))


def treaty_symbol(code: str) -> DocumentSymbol:
    """A treaty or the Charter as a value: ``treaty_symbol("ICCPR")`` is "treaty:ICCPR".

    Raises IdentifierError unless *code* is capitals, digits and hyphens.

    >>> treaty_symbol("OP-ICCPR").text
    'treaty:OP-ICCPR'
    """
    if not re.fullmatch(r"[A-Z][A-Z0-9\-]*", code):
        raise IdentifierError(f"not a treaty code: {code!r}", advice="Write it like ICCPR")
    return DocumentSymbol(_TREATY + code)


def parse_symbol(text: str) -> DocumentSymbol:
    """The value of *text*, in normal form.

    Accepts what the UN itself writes: blanks inside ("S/RES/1718 (2006)"), other hyphens, any
    case ("a/hrc/res/4/1"), a reissue asterisk, a missing closing bracket, the letter before the
    session ("A/RES/217 A (III)"), catalogue brackets ("A/RES/50/204[A]"). Raises IdentifierError
    for anything else.

    >>> parse_symbol("s/res/1718 (2006").text, parse_symbol("A/RES/217 A (III)").text
    ('S/RES/1718(2006)', 'A/RES/217(III)A')
    >>> parse_symbol("and/or")
    Traceback (most recent call last):
    ungraph.errors.IdentifierError: not a document symbol: 'and/or': no organ has the prefix 'AND'
    """
    return _parse(text)


@lru_cache(maxsize=16384)
def _parse(text: str) -> DocumentSymbol:
    if text.startswith(_TREATY):
        return treaty_symbol(text[len(_TREATY) :])
    return DocumentSymbol(format_symbol(text))
