"""Names of parts: the fragments of their IRIs, each once in a document."""

from __future__ import annotations

import re

from ungraph.errors import IdentifierError
from ungraph.identifiers.roman import parse_roman

__all__ = ["Fragments", "number_part"]

_UNSAFE = re.compile(r"[^\w.]+")
_HAN = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
_CIRCLED = {chr(0x3220 + i): str(i + 1) for i in range(10)}
_ORDINALS_AR = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split()


def number_part(number: str, *, is_roman: bool = False) -> str:
    """A printed number as part of a fragment: Roman and Chinese numerals as digits.

    >>> number_part("II", is_roman=True), number_part("2.1"), number_part("A bis")
    ('2', '2.1', 'A-bis')
    """
    if number in _ORDINALS_AR:
        return str(_ORDINALS_AR.index(number) + 1)
    if number in _CIRCLED:
        return _CIRCLED[number]
    if number and number[0] in _HAN:
        return str(sum(_HAN.get(c, 0) for c in number))
    if is_roman:
        try:
            return str(parse_roman(number))
        except IdentifierError:
            pass
    return _UNSAFE.sub("-", number).strip("-")


class Fragments:
    """The fragments given out so far."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}
        self._runs: dict[str, int] = {}

    def counted(self, stem: str) -> str:
        """The next of *stem*: preamble-1, preamble-2 …"""
        count = self._counts.get(stem, 0) + 1
        self._counts[stem] = count
        return self.unique(f"{stem}-{count}")

    def unique(self, fragment: str) -> str:
        """*fragment*, or "run-2-…" where the same number is printed again."""
        name, run = fragment, self._runs.get(fragment, 1)
        while name in self._used:
            run += 1
            name = f"run-{run}-{fragment}"
        self._runs[fragment] = run
        self._used.add(name)
        return name
