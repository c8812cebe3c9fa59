"""How large a document may be: sane defaults, named in the error with the way to raise them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Self

from ungraph.errors import LimitError

__all__ = ["Limits"]

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one document; every reader checks those that concern its format.

    *max_bytes*: size of the file. *max_chars*: code points of the text read from it.
    *max_line_chars*: code points of its longest line. *max_pages*: pages of a paged format.
    *max_elements*: elements of a tree format. *max_expanded_bytes*: what a compressed format may
    unpack to. *max_members*: files inside an archive.

    >>> Limits(max_bytes=10).check_bytes(11, "big.txt")
    Traceback (most recent call last):
    ...
    ungraph.errors.LimitError: document too large in big.txt: 11 bytes, the limit max_bytes is \
10. Raise it with --limit max_bytes=..., in Python with Limits(max_bytes=...)
    """

    max_bytes: int = 100 * _MIB
    max_chars: int = 20_000_000
    max_line_chars: int = 2_000_000
    max_pages: int = 20_000
    max_elements: int = 2_000_000
    max_expanded_bytes: int = 500 * _MIB
    max_members: int = 100_000

    @classmethod
    def parse(cls, settings: Iterable[str]) -> Self:
        """Limits with some raised or lowered: "max_bytes=200000000".

        Raises LimitError for a limit that does not exist or a value that is no positive number.

        >>> Limits.parse(["max_pages=50000"]).max_pages
        50000
        """
        known = [field.name for field in fields(cls)]
        chosen: dict[str, int] = {}
        for setting in settings:
            name, _, value = setting.partition("=")
            if name not in known:
                raise LimitError(
                    f"there is no limit {name!r}", advice=f"Choose among {', '.join(known)}"
                )
            if not value.isdecimal() or int(value) < 1:
                raise LimitError(
                    f"the limit {name} needs a positive number, not {value!r}",
                    advice=f"Write it as {name}=1000000",
                )
            chosen[name] = int(value)
        return cls(**chosen)

    def check_bytes(self, size: int, where: str) -> None:
        """Raise LimitError when a file of *size* bytes is too large."""
        self._check("document too large", "max_bytes", size, self.max_bytes, "bytes", where)

    def check_elements(self, count: int, where: str) -> None:
        """Raise LimitError when a tree of *count* elements has too many."""
        self._check(
            "too many elements", "max_elements", count, self.max_elements, "elements", where
        )

    def check_text(self, text: str, where: str) -> None:
        """Raise LimitError when *text* or one of its lines is too long."""
        self._check("text too long", "max_chars", len(text), self.max_chars, "characters", where)
        if len(text) > self.max_line_chars:
            longest = max(map(len, text.split("\n")))
            self._check(
                "line too long",
                "max_line_chars",
                longest,
                self.max_line_chars,
                "characters",
                where,
            )

    def check_pages(self, count: int, where: str) -> None:
        """Raise LimitError when a document of *count* pages has too many."""
        self._check("too many pages", "max_pages", count, self.max_pages, "pages", where)

    @staticmethod
    def _check(what: str, name: str, found: int, limit: int, unit: str, where: str) -> None:
        if found > limit:
            raise LimitError(
                what,
                where=where,
                why=f"{found} {unit}, the limit {name} is {limit}",
                advice=f"Raise it with --limit {name}=..., in Python with Limits({name}=...)",
            )
