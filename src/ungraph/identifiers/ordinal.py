"""Ordinals as words or digits: "fifty-ninth", "59th" → 59."""

from __future__ import annotations

from functools import cache

from ungraph.errors import IdentifierError

__all__ = ["parse_ordinal"]

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth"
).split()
_TENS = {
    "twent": 20,
    "thirt": 30,
    "fort": 40,
    "fift": 50,
    "sixt": 60,
    "sevent": 70,
    "eight": 80,
    "ninet": 90,
}


@cache
def _words() -> dict[str, int]:
    table = {word: i + 1 for i, word in enumerate(_UNITS)}
    table.update({word: i + 10 for i, word in enumerate(_TEENS)})
    for stem, tens in _TENS.items():
        table[stem + "ieth"] = tens
        table.update({f"{stem}y-{unit}": tens + i + 1 for i, unit in enumerate(_UNITS)})
    table["hundredth"] = table["one hundredth"] = 100
    table.update({f"hundred and {word}": 100 + n for word, n in list(table.items()) if n < 100})
    return table


def parse_ordinal(text: str) -> int:
    """The number of an ordinal.

    Raises IdentifierError when *text* is none.

    >>> parse_ordinal("Fifty-ninth"), parse_ordinal("62nd"), parse_ordinal("twelfth")
    (59, 62, 12)
    """
    word = " ".join(text.lower().split()).removeprefix("one ")
    if word[:-2].isdigit() and word[-2:] in {"st", "nd", "rd", "th"}:
        return int(word[:-2])
    number = _words().get(word)
    if number is None:
        raise IdentifierError(f"not an ordinal: {text!r}", advice='Write it like "fifty-ninth"')
    return number
