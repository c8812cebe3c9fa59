"""Keys of sessions and agenda items: the same in every language a document is printed in."""

from __future__ import annotations

import re

__all__ = ["agenda_item_key", "session_key"]

# Points of an item as the languages print them: 18 (b), 18 b), 18 (ب), 18 б).
_ARABIC = {c: chr(ord("a") + i) for i, c in enumerate("أبجدهوزحطيكلمنسعفصقر")} | {"ا": "a"}
_CYRILLIC = dict(zip("абвгд", "abcde", strict=True)) | {"е": "e", "с": "c", "о": "o", "р": "p"}
_LETTERS = _ARABIC | _CYRILLIC
_PIECE = re.compile(r"(\d{1,4})|\(?([^\W\d_]{1,4})\s*\)")
_FIRST_YEAR = 1900


def agenda_item_key(number: str) -> str:
    """The key of an agenda item by its printed *number*, whatever signs a language prints.

    >>> [agenda_item_key(n) for n in ("2", "71 (b)", "71 b)", "٧١ (ب)", "99 (ee)", "3 and 4")]
    ['item-2', 'item-71-b', 'item-71-b', 'item-71-b', 'item-99-ee', 'item-3-4']
    """
    pieces = [
        str(int(found[1])) if found[1] else "".join(_LETTERS.get(c, c) for c in found[2].lower())
        for found in _PIECE.finditer(number)
    ]
    return "-".join(["item", *pieces]) if pieces else f"item-{number}"


def session_key(body: str, number: int, series: str = "") -> str:
    """The key of a session: special sessions and years of the Security Council count apart.

    >>> session_key("hrc", 4), session_key("hrc", 4, "special"), session_key("ecosoc", 2021, "year")
    ('hrc-4', 'hrc-special-4', 'ecosoc-2021')
    """
    if not series or number >= _FIRST_YEAR:
        return f"{body}-{number}"
    return f"{body}-{series}-{number}"
