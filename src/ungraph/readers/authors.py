"""Whose report it is: "Report of the High Commissioner …", "Note by the Secretariat"."""

from __future__ import annotations

import re
from functools import cache

from ungraph.identifiers.bodies import load_bodies
from ungraph.resources import load_table

__all__ = ["find_author"]

_LEAD_IN = re.compile(
    r"(?:.{0,60}?\b(?:reports?|notes?|statement) (?:prepared |submitted )?(?:of|by) "
    r"|.{0,60}?\b(?:rapports?|notes?|déclaration) (?:établie? par |présentée? par )?(?:du |de la |de l'|des )?"
    r"|.{0,60}?\b(?:informes?|notas?|declaración) (?:preparad[oa] por |presentad[oa] por )?(?:del |de la |de los |de )?"
    r"|(?:\S+ ){0,2}(?:доклад|записка|заявление) "
    r"|(?:تقرير|مذكرة|بيان) (?:من )?)?(?:the )?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\W|$|的|关于")


@cache
def _load_authors(language: str) -> tuple[tuple[str, str], ...]:
    named: dict[str, str] = {}
    for row in load_table("offices"):
        for form in row.get(f"forms_{language}", "").split("|"):
            named.setdefault(_plain(form), row["key"])
    for body in load_bodies().values():
        for form in body.names.get(language, ()):
            named.setdefault(_plain(form), body.slug)
    for row in load_table("organizations"):
        for form in row.get(f"forms_{language}", "").split("|"):
            named.setdefault(_plain(form), row["key"])
    named.pop("", None)
    return tuple(sorted(named.items(), key=lambda item: (-len(item[0]), item[0])))


def _plain(form: str) -> str:
    return form.replace("’", "'").casefold()


def find_author(title: str, language: str) -> tuple[str, int, int] | None:
    """Slug of the office or body that *title* (of a report or note) names as its author.

    With the start and end of the words from the kind of document to the name; None when the
    tables do not know the author: nothing is guessed from part of a name.

    >>> find_author("Report of the Secretary-General on the rule of law", "en")
    ('office-sg', 0, 31)
    """
    plain = _plain(title)
    if len(plain) != len(title):
        return None
    lead = _LEAD_IN.match(plain)
    first = lead.end() if lead else 0
    for form, slug in _load_authors(language):
        if plain.startswith(form, first) and _AFTER.match(plain, first + len(form)):
            return slug, 0, first + len(form)
    return None
