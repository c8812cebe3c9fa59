"""SPARQL text as tokens: enough to see which operations it asks for, and to place USING clauses.

No grammar: strings, IRIs, comments, names, variables and brackets are told apart in one linear
pass, so a keyword inside a string, an IRI or a prefixed name is never taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ungraph.matchers.engine import Pattern, compile_pattern

__all__ = ["Token", "has_keyword", "has_using", "insert_using", "iter_tokens"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word (in capitals), a bracket, or other text; *start* and *end* in code points."""

    kind: str
    text: str
    start: int
    end: int


@cache
def _pattern() -> Pattern:
    return compile_pattern(
        r"(#[^\n\r]*)"
        r"|(<[^<>\"{}|^`\\\x00-\x20]*>)"
        r'|("""(?:"{0,2}(?:[^"\\]|\\(?s:.)))*"""'
        r"|'''(?:'{0,2}(?:[^'\\]|\\(?s:.)))*'''"
        r'|"(?:[^"\\\n\r]|\\.)*"|\'(?:[^\'\\\n\r]|\\.)*\')'
        r"|([\pL\pN_.-]*:[\pL\pN_.:%\\-]*)"
        r"|([?$][\pL\pN_]+)"
        r"|(@[A-Za-z-]+)"
        r"|([A-Za-z_]+)"
        r"|([{}])"
    )


_KINDS = ("comment", "iri", "string", "name", "variable", "tag", "word", "bracket")


def iter_tokens(text: str) -> Iterator[Token]:
    """The tokens of *text* in order; numbers and operators are left out."""
    for found in _pattern().finditer(text):
        start, end = found.span()
        words = text[start:end]
        kind = next(name for i, name in enumerate(_KINDS, 1) if found.start(i) >= 0)
        yield Token(kind, words.upper() if kind == "word" else words, start, end)


def has_keyword(text: str, *keywords: str) -> str | None:
    """The first of *keywords* (capitals) that stands in *text* as a word of SPARQL, else None."""
    for token in iter_tokens(text):
        if token.kind == "word" and token.text in keywords:
            return token.text
    return None


def has_using(text: str) -> bool:
    """Whether an update names its dataset itself (USING, USING NAMED or WITH)."""
    return has_keyword(text, "USING", "WITH") is not None


def insert_using(update: str, default_graphs: list[str], named_graphs: list[str]) -> str:
    """*update* with ``USING`` and ``USING NAMED`` clauses before the WHERE of each operation.

    What the protocol gives as using-graph-uri and using-named-graph-uri (SPARQL 1.1 Protocol,
    2.2.3) is the dataset of every DELETE/INSERT … WHERE; data blocks and graph operations have
    none. ``DELETE WHERE {p}`` becomes ``DELETE {p} USING … WHERE {p}``.
    """
    clauses = "".join(f"USING <{iri}> " for iri in default_graphs)
    clauses += "".join(f"USING NAMED <{iri}> " for iri in named_graphs)
    pieces: list[str] = []
    depth = copied = 0
    previous = ""
    short_delete: Token | None = None
    opened = 0
    for token in iter_tokens(update):
        if token.kind == "bracket":
            depth += 1 if token.text == "{" else -1
            if short_delete is not None and token.text == "{" and depth == 1:
                opened = token.start
            if short_delete is not None and token.text == "}" and depth == 0:
                pattern = update[opened : token.end]
                pieces.append(update[copied : short_delete.start])
                pieces.append(f"{pattern} {clauses}WHERE {pattern}")
                copied, short_delete = token.end, None
        elif token.kind == "word" and depth == 0 and token.text == "WHERE":
            if previous == "DELETE":
                short_delete = token
            else:
                pieces.append(update[copied : token.start] + clauses)
                copied = token.start
        if token.kind != "comment":
            previous = token.text
    return "".join(pieces) + update[copied:]
