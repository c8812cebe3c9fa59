"""Nouns for those who act without a name: "the author", "the police", "the court"."""

from __future__ import annotations

from functools import cache

from ungraph.model.assertion import AgentKind

__all__ = ["is_role", "role_kind"]

_PERSONS = (
    "author authors complainant complainants petitioner petitioners applicant applicants counsel "
    "lawyer attorney witness witnesses victim victims minister president prosecutor judge judges "
    "chairman chairperson chair secretary director governor ambassador representative "
    "representatives delegate delegates speaker expert experts investigator officer officers "
    "brother sister mother father son daughter wife husband family relatives guards guard "
    "defendant defendants suspect suspects inspector commissioner ombudsman mayor rapporteur "
    "neighbours neighbour friends friend officials official colleagues interrogator interrogators "
    "soldiers soldier lawyers doctors parents parent spouse sons daughters brothers sisters uncle "
    "employer landlord owner journalist journalists teacher physician physicians "
    "source sources doctor co-accused detainee prisoner prisoners participants members"
)
_BODIES = (
    "court courts tribunal board agency police authorities authority administration ministry "
    "department office embassy committee commission council chamber senate parliament assembly "
    "party parties delegation delegations government governments states state organization "
    "organizations association union centre center institute secretariat bureau directorate "
    "bank company school university hospital newspaper "
    "division unit jury army group mission inspectorate registry executive legislature ngo ngos"
)


@cache
def _roles() -> dict[str, AgentKind]:
    table = dict.fromkeys(_PERSONS.split(), AgentKind.PERSON)
    table.update(dict.fromkeys(_BODIES.split(), AgentKind.ORGANIZATION))
    return table


def role_kind(noun: str) -> AgentKind | None:
    """The kind of agent that a noun (lower case) names, None for another noun."""
    return _roles().get(noun)


def is_role(noun: str) -> bool:
    """Whether a noun (lower case) names someone who can act.

    >>> is_role("court"), is_role("reason")
    (True, False)
    """
    return noun in _roles()
