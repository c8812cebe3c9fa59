"""Words of extensions of mandates in six languages, from ``data/extension_words.csv``."""

from __future__ import annotations

from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.resources import load_table

__all__ = ["load_extension_words"]


@cache
def load_extension_words(language: str, kind: str) -> tuple[tuple[Pattern, str], ...]:
    """The expressions of *kind* ("verb", "mandate", "establish" …) in *language*, each with its
    value; none for a language without rows."""
    return tuple(
        (compile_pattern(row["pattern"]), row["value"])
        for row in load_table("extension_words")
        if row["language"] == language and row["kind"] == kind
    )
