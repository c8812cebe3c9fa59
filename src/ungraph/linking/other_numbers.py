"""Acts that no organ of the United Nations adopts → whose they are, in words."""

from __future__ import annotations

import re
from functools import cache

from ungraph.resources import load_table

__all__ = ["adopter_of_number", "tell_adopter", "tell_organization"]


def tell_adopter(written: str) -> str:
    """Why *written* has no symbol, with the body that numbers its acts so where the form tells it.

    >>> tell_adopter("WHA72.8")
    'WHA72.8 is numbered like an act of the World Health Assembly'
    >>> tell_adopter("12/07")
    '12/07 is no number of an organ of the UN'
    """
    adopter = adopter_of_number(written)
    if not adopter:
        return f"{written} is no number of an organ of the UN"
    return f"{written} is numbered like an act of the {adopter}"


def adopter_of_number(written: str) -> str:
    """The body that numbers its acts like *written*; "" for none that is known.

    >>> adopter_of_number("WHA72.8"), adopter_of_number("12/07")
    ('World Health Assembly', '')
    """
    return next((name for begins, name in _adopters() if begins.match(written)), "")


def tell_organization(slug: str) -> str:
    """Why an act of the organization *slug* of ``data/other_adopters.csv`` has no symbol.

    >>> tell_organization("european-parliament")
    'adopted by another organization: European Parliament'
    """
    return f"adopted by another organization: {_labels()[slug]}"


@cache
def _labels() -> dict[str, str]:
    return {row["slug"]: row["label"] for row in load_table("other_adopters")}


@cache
def _adopters() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = load_table("other_numbers")
    return tuple((re.compile(row["begins"]), row["adopter"]) for row in rows)
