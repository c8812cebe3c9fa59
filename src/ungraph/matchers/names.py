"""The value of a mention of an agent: what the words say, before anything is decided."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from ungraph.model.assertion import AgentKind

__all__ = ["CAPITAL", "LETTERS", "AgentName", "Reach", "make_slug"]

# Letters of Latin script by ranges: the classes of Unicode make expressions with many words ten
# times as large and slow to build. Latin Extended-A mixes cases and counts as both.
CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-ſ]"
LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"

_SLUG_CHARS = 64
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ARTICLES = re.compile(r"\b(?:the|of|for|and|on|in|to|its|their|a|an)\b")


class Reach(StrEnum):
    """How far a name tells its agent.

    *full*: the words alone name one agent of the world ("Government of Peru"). *local*: they
    name one inside this document ("the Supreme Court", "Ms. Santos"). *short*: they refer back
    ("the Permanent Representative", "his Government", "she").
    """

    FULL = "full"
    LOCAL = "local"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class AgentName:
    """What the words of a mention say of an agent.

    *key* is the agent key when the reach is full, the slug of the name when it is local. *head*
    groups names that one short form can stand for ("permanent-representative"). *states* holds
    the ISO 3166 codes named with it (several for "the Governments of X and Y"), *organ* the key
    of the body or organization it is in or accredited to. *determiner* is the word before a
    reference ("his", "the"), *owner* the party before "'s" ("author" in "the author's son") or the kind of a bare body
    ("assembly" in "President of the Assembly"),
    *role* the code of the role in keys ("pr", "minister-justice").
    """

    kind: AgentKind
    head: str
    label: str
    key: str
    reach: Reach
    states: tuple[str, ...] = ()
    represents: bool = False
    organ: str = ""
    accredited: bool = False
    plural: bool = False
    determiner: str = ""
    owner: str = ""
    role: str = ""
    language: str = "en"


def make_slug(text: str) -> str:
    """Lower-case ASCII words of *text* with hyphens, articles and prepositions left out.

    >>> make_slug("Minister for Foreign Affairs"), make_slug("Court of Appeal of the Hague")
    ('minister-foreign-affairs', 'court-appeal-hague')
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode()
    lowered = plain.lower().replace("'s", "").replace("'", "")
    slug = _NOT_SLUG.sub("-", _ARTICLES.sub(" ", lowered)).strip("-")
    if not slug:
        lowered = "-".join(f"{ord(c):x}" for c in text[:12])
        slug = _NOT_SLUG.sub("-", lowered.lower()).strip("-") or "x"
    return slug[:_SLUG_CHARS].rstrip("-")
