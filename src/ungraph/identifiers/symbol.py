"""Document symbols as values: A/HRC/4/60, A/RES/926(X), S/RES/1325(2000), E/CN.4/2005/L.11/Add.7."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ungraph.errors import IdentifierError

__all__ = ["DocumentSymbol", "parse_symbol"]


@dataclass(frozen=True, slots=True, order=True)
class DocumentSymbol:
    """A symbol in normal form: no blanks, hyphens plain, reissue asterisk off, case as displayed."""

    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def key(self) -> str:
        """The form that comparisons use: capitals throughout."""
        return self.text.upper()


def parse_symbol(text: str) -> DocumentSymbol:
    """The value of *text*; raises IdentifierError when it has not the form of a symbol."""
    normal = re.sub(r"\s+", "", text).rstrip("*")
    if "/" not in normal:
        raise IdentifierError(f"not a document symbol: {text!r}")
    return DocumentSymbol(normal)
