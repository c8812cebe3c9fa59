"""Who presides: the office for "The President:", and the holders that the record names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from ungraph.extractors.named import NamedAgents, find_named_state
from ungraph.linking.agentkeys import describe_local, describe_name, describe_state, document_slug
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_roles
from ungraph.model.assertion import Agent, AgentKey, AgentKind
from ungraph.model.document import BlockKind, Document
from ungraph.model.span import Span
from ungraph.readers.recordlines import match_line, record_pattern
from ungraph.readers.speeches import RecordLine

__all__ = ["Presiding", "describe_person", "find_presiding", "find_successors", "presiding_office"]

_PEOPLE = frozenset({AgentKind.PERSON, AgentKind.OFFICE})
_STATES = frozenset({AgentKind.STATE})
_REACH = 400
_VARIANTS = (
    ("acting", ("acting", "par intérim", "interin", "en funciones", "исполня", "بالنيابة", "代理")),
    ("temporary", ("temporary", "provisoire", "temporaire", "provisional", "временн", "المؤقت", "临时")),
    ("vice", ("vice", "deputy")),
    ("co", ("co-", "cochair", "сопредс", "共同")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Presiding:
    """The holder that the title page names, with the words."""

    agent: Agent
    evidence: tuple[Span, ...]


def presiding_office(organ: str, words: str) -> Agent:
    """The office that "The President" or "The Chair" stands for at a meeting of *organ*.

    >>> presiding_office("ga", "The President").key, presiding_office("ga", "Acting President").key
    ('office-president-ga', 'office-acting-president-ga')
    """
    role = load_roles()["president"]
    name = AgentName(
        AgentKind.OFFICE,
        "president",
        role.label,
        "",
        Reach.FULL,
        organ=organ,
        role="president",
    )
    office = describe_name(name, "")[0]
    said = words.lower()
    for variant, forms in _VARIANTS:
        if any(form in said for form in forms):
            sign = "-" if variant in ("vice", "co") else " "
            return replace(
                office,
                key=AgentKey(office.key.replace("office-", f"office-{variant}-", 1)),
                label=f"{variant.capitalize()}{sign}{office.label}",
            )
    return office


def find_presiding(document: Document, named: NamedAgents) -> tuple[Presiding, ...]:
    """Whom the title page names after "President:" or "Chair:", with the State in brackets."""
    page = next((b for b in document.blocks if b.kind is BlockKind.TITLE_PAGE), None)
    if page is None:
        return ()
    head = Span(page.span.start, min(len(document.text), page.span.end + _REACH))
    found = _presided().search(document.text, head.start, head.end)
    if found is None:
        return ()
    start = found.end()
    line = _NAME.match(document.text, start, min(start + _REACH, head.end))
    if line is None:
        return ()
    place = Span(line.start("name"), line.end("name"))
    person = named.best(place, _PEOPLE)
    agent = person[1] if person else describe_person(document.quote(place), document, place)
    evidence = [Span(found.start(), place.end)]
    if line["state"]:
        inside = Span(line.start("state"), line.end("state"))
        state = named.best(inside, _STATES)
        if state is not None:
            agent = replace(agent, represents=state[1].key)
            evidence.append(inside)
    return (Presiding(replace(agent, evidence=(place,)), tuple(evidence)),)


def find_successors(
    document: Document, lines: Iterable[RecordLine], named: NamedAgents
) -> tuple[Presiding, ...]:
    """Who takes the chair later: "Mr. Bah (Guinea), Vice-President, took the Chair."."""
    found: list[Presiding] = []
    for line in lines:
        words = document.quote(line.span)
        match = match_line("takes-chair", words) if line.kind == "stage" else None
        if match is None:
            continue
        start = line.span.start
        place = Span(
            start + match.start("who"), start + match.start("who") + len(match["who"].rstrip())
        )
        person = named.best(place, _PEOPLE)
        agent = person[1] if person else describe_person(match["who"], document, place)
        code = find_named_state(match["state"]) if match["state"] else None
        if code is not None:
            agent = replace(agent, represents=describe_state(code).key)
        found.append(Presiding(replace(agent, evidence=(place,)), (line.span,)))
    return tuple(found)


_NAME = re.compile(
    r"\s*(?P<name>[^\W\d_][^:：()（）\d.\n…]{0,6}\.?[^:：()（）\d.\n…]{1,60}?)"
    r"(?:[\s.…]*[(（](?P<state>(?:[^()（）]|\([^()]{1,60}\)){2,90})[)）]|[ .…]{3,}|\n|\Z)"
)


@cache
def _presided() -> re.Pattern[str]:
    return re.compile(rf"(?m)^[ \t*]*(?:{record_pattern('presided')})")


def describe_person(label: str, document: Document, place: Span) -> Agent:
    """The person whom *label* ("Mr. Diallo") names at *place*, known in this document only."""
    said = " ".join(label.split())
    key = f"person-{make_slug(said.partition(' ')[2] or said)}"
    name = AgentName(AgentKind.PERSON, "person", said, key, Reach.LOCAL)
    return replace(describe_local(name, document_slug(document)), evidence=(place,))
