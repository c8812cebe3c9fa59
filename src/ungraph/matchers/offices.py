"""Offices: ministers by portfolio, mandates of special procedures, and what completes a role.

"Minister for Foreign Affairs and Trade", "Special Rapporteur on the right to food", "Special
Rapporteur of the Commission on Human Rights on torture", "Independent Expert on minority issues".
A role alone ("the Minister", "the Special Rapporteur") is a short form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.matchers.gazetteer import Entry, EntryKind, load_gazetteer, quote_expression
from ungraph.matchers.names import CAPITAL, LETTERS, make_slug
from ungraph.matchers.pieces import Piece
from ungraph.matchers.states import load_states
from ungraph.resources import load_table

__all__ = [
    "MANDATE_CHARS",
    "Role",
    "iter_ministers",
    "load_office_heads",
    "load_roles",
    "match_mandate",
]

MANDATE_CHARS = 260
_WORD = rf"{CAPITAL}[{LETTERS}\-]*"
_MINISTERS = (
    "First Deputy Minister|Deputy Minister|Vice-Minister|Vice Minister|Assistant Minister|"
    "State Minister|Minister of State|Minister|Secretary of State|Federal Minister|"
    "Prime Minister and Minister|Commissioner-General|Commissioner|Superintendent"
)
_WITH_ARTICLE = frozenset({"Interior", "Environment", "Presidency", "Economy", "Treasury"})
_ROLE_WORDS = frozenset(
    "Minister Ministers President Government Ambassador Secretary Member Members Chair Chairman "
    "Deputy Prime Permanent High Special Mr Ms Mrs Dr".split()
)
# Words that end the free wording of a mandate: what follows is the sentence about the office.
_ENDS = frozenset(
    "has had have is was were are will would shall should may might can could does did do who "
    "which that whose to at by from under pursuant during as his her its their he she it also "
    "again then and/or sent noted stated says said met made wrote gave took paid held found "
    "with while after before when where but since also".split()
)
_COUNTRY_SUBJECT = "situation of human rights"
_RIGHTS = frozenset({"right", "rights"})
_NOT_A_MANDATE = frozenset(
    "behalf his her their its this that these those several some many all any such various "
    "previous numerous two three both each another one country".split()
)
_PARTICIPLES_IN_NAMES = frozenset(
    "armed displaced united occupied affected related enforced unaccompanied detained disappeared "
    "integrated based indebted".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """One row of ``data/roles.csv``: the code of keys, the label, and what may complete it."""

    code: str
    label: str
    kind: str
    frame: frozenset[str]
    default: str


@cache
def load_roles() -> Mapping[str, Role]:
    """The roles by code ("pr")."""
    return MappingProxyType(
        {
            row["role"]: Role(
                row["role"],
                row["label"],
                row["kind"],
                frozenset(row["frame"].split()),
                row["default"],
            )
            for row in load_table("roles")
        }
    )


@cache
def load_office_heads() -> Mapping[str, str]:
    """The role that each office of ``data/offices.csv`` is one of: its short form.

    >>> load_office_heads()["office-hchr"]
    'high-commissioner'
    """
    return MappingProxyType({row["key"]: row["head"] for row in load_table("offices")})


@cache
def _ministers() -> Pattern:
    portfolio = rf"{_WORD}(?:(?:,| and|, and)?(?: of| for)?(?: the)? {_WORD}){{0,8}}"
    return compile_pattern(rf"\b(?:{_MINISTERS}) (?:of|for)(?: the)? {portfolio}")


def iter_ministers(text: str) -> Iterator[Piece]:
    """Ministers with their portfolio in *text*, up to the State ("Minister of Justice" of Peru)."""
    for found in _ministers().finditer(text):
        start, end = found.span()
        if text.endswith("High ", max(0, start - 5), start):
            continue
        label = _cut_portfolio(text[start:end])
        if label:
            entry = Entry(EntryKind.ROLE, make_slug(label), _plain_title(label), "ministers")
            yield Piece(start, start + len(label), entry, rank=2)


def _plain_title(label: str) -> str:
    """One title for a portfolio however it is joined: "Minister for the Interior" and "of Interior"."""
    title, _, portfolio = label.replace(" for ", " of ").partition(" of ")
    portfolio = portfolio.removeprefix("the ").replace(" and of the ", " and ")
    portfolio = portfolio.replace(" and of ", " and ").replace(" and the ", " and ")
    article = "the " if portfolio.split(" ", 1)[0] in _WITH_ARTICLE else ""
    return f"{title} of {article}{portfolio}"


def _cut_portfolio(words: str) -> str:
    """*words* without a State or another office at its end; "" when no portfolio is left."""
    entries = load_gazetteer("en").entries
    tokens = words.split(" ")
    first = next(i for i, token in enumerate(tokens) if token in {"of", "for"})
    i = first + 1
    kept = i
    while i < len(tokens):
        token = tokens[i]
        if token.rstrip(",") in _ROLE_WORDS:
            break
        if token in {"of", "for"} and i > first + 1 and not tokens[i - 1].endswith("and"):
            break
        if token[0].isupper():
            names = [" ".join(tokens[i : i + width]).rstrip(",") for width in (5, 4, 3, 2, 1)]
            if any(n in entries and entries[n].kind is EntryKind.STATE for n in names):
                break
            kept = i + 1
        i += 1
    label = " ".join(tokens[:kept]).rstrip(",")
    return label if kept > first + 1 else ""


@cache
def _known_mandates() -> tuple[Pattern, Mapping[str, Mapping[str, str]]]:
    forms: dict[str, Mapping[str, str]] = {}
    for row in load_table("mandates"):
        for form in (row["label"], *row["forms_en"].split("|")):
            if form:
                forms[form.lower()] = row
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    expression = r"(?:on|for|in) (" + "|".join(quote_expression(f) for f in ordered) + r")(?:\b|\d)"
    # A footnote number may stand close behind. Run on slices only, where ``re`` is faster.
    return compile_pattern(expression, ignore_case=True, engine="re"), MappingProxyType(forms)


def match_mandate(text: str, position: int, language: str = "en") -> tuple[int, str, str] | None:
    """The mandate that begins at *position* ("on the right to food"): end, slug and wording.

    A wording of the table gives its slug and full title; another one is taken up to the verb or
    the mark that ends it. None when there is no "on", "for" or "to" or nothing follows.
    """
    if language != "en" or not text.startswith(("on ", "for "), position):
        return None
    chunk = text[position : position + MANDATE_CHARS].partition("\n")[0]
    pattern, forms = _known_mandates()
    found = pattern.match(chunk)
    if found:
        row = forms[(found.group(1) or "").lower()]
        return position + found.end(1), row["mandate"], f"on {row['label']}"
    preposition, _, rest = chunk.partition(" ")
    width = _free_wording(rest)
    words = rest[:width]
    if not words or len(words.split()) < 2 or not words[0].isalpha():
        return None
    if preposition == "for" and not words[0].isupper():
        return None
    country = _country_mandate(words)
    if country:
        return position + len(preposition) + 1 + width, *country
    slug = make_slug(words)
    if words.split()[0] in _NOT_A_MANDATE or "-" not in slug:
        return None
    return position + len(preposition) + 1 + width, slug, f"{preposition} {words}"


def _country_mandate(words: str) -> tuple[str, str] | None:
    """Slug and wording of a mandate on one State: "the situation of human rights in" it."""
    subject, _, country = words.rpartition(" in ")
    if subject.removeprefix("the ").removeprefix("a ") != _COUNTRY_SUBJECT:
        return None
    entry = load_gazetteer("en").entries.get(country.removeprefix("the "))
    if entry is None or entry.kind is not EntryKind.STATE:
        return None
    state = load_states()[entry.key]
    return f"human-rights-{entry.key.lower()}", f"on the {_COUNTRY_SUBJECT} in {state.phrase}"


def _free_wording(text: str) -> int:
    end = 0
    cursor = 0
    last = ""
    for token in text.split(" "):
        bare = token.rstrip(".,;:)")
        stop = (bare in _ENDS and not (bare == "to" and last in _RIGHTS)) or (
            bare.endswith("ed") and bare not in _PARTICIPLES_IN_NAMES
        )
        last = bare
        if stop or not bare or not (bare[0].isalpha()):
            break
        plain = bare.rstrip("0123456789")  # the number of a footnote
        cursor += len(plain)
        end = cursor
        if plain != token:
            break
        cursor += 1
    words = text[:end]
    for tail in (" and", " and the", " of", " in", " on", " the", " or", " for"):
        if words.endswith(tail):
            words = words[: -len(tail)]
    return len(words)
