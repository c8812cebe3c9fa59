"""Organ tokens → what they name: a body of the tables, a bare "the Commission", another one."""

from __future__ import annotations

from functools import cache

from ungraph.identifiers.bodies import load_bodies
from ungraph.matchers.tokens import Token
from ungraph.matchers.values import OrganName
from ungraph.matchers.vocabulary import TokenKind

__all__ = ["head_of_body", "is_named", "organ_name"]

_HEADS = ("sub-commission", "assembly", "council", "committee", "commission", "conference")


@cache
def head_of_body(slug: str) -> str:
    """The kind of organ its name says: "council" for the Security Council; "" for none.

    >>> head_of_body("sc"), head_of_body("chr")
    ('council', 'commission')
    """
    label = load_bodies()[slug].label.lower()
    return next(
        (head for head in _HEADS if head in label.replace("subcommission", "sub-commission")), ""
    )


def organ_name(token: Token) -> OrganName:
    """The value of an organ token."""
    assert token.word is not None
    return _name(token.kind, token.word.value)


def is_named(token: Token | None) -> bool:
    """Whether a body of the United Nations is named in full."""
    return token is not None and token.kind is TokenKind.ORGAN


@cache
def _name(kind: TokenKind, value: str) -> OrganName:
    if kind is TokenKind.ORGAN:
        return OrganName(value, head_of_body(value))
    if kind is TokenKind.FOREIGN:
        return OrganName(None, "", value)
    return OrganName(None, value)
