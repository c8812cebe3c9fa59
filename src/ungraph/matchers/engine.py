"""The one door to regular expressions: linear in the text, whatever the text is.

Expressions are written in the common syntax of RE2 and ``re`` (no look-around, no back-reference).
RE2 runs them in linear time; ``re`` serves as the oracle in tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

import re2

__all__ = ["Found", "Pattern", "compile_pattern"]


class Found(Protocol):
    """What a match offers: spans and groups, in code points of the text searched."""

    def span(self, group: int | str = 0, /) -> tuple[int, int]: ...
    def start(self, group: int | str = 0, /) -> int: ...
    def end(self, group: int | str = 0, /) -> int: ...
    def group(self, group: int | str = 0, /) -> str | None: ...
    def groupdict(self) -> dict[str, str | None]: ...


class Pattern(Protocol):
    """A compiled expression."""

    def finditer(self, text: str, /) -> Iterator[Found]: ...
    def search(self, text: str, /) -> Found | None: ...
    def match(self, text: str, /) -> Found | None: ...
    def fullmatch(self, text: str, /) -> Found | None: ...


def compile_pattern(expression: str, *, ignore_case: bool = False, engine: str = "re2") -> Pattern:
    """*expression* compiled for *engine*: "re2" (default) or "re"."""
    if engine == "re":
        return re.compile(expression, re.IGNORECASE if ignore_case else 0)  # type: ignore[return-value]
    options = re2.Options()
    options.case_sensitive = not ignore_case
    options.log_errors = False
    options.max_mem = 256 << 20
    compiled: Pattern = re2.compile(expression, options)
    return compiled
