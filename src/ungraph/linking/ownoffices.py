"""Offices of a document as a whole: those it names in full, and the one it speaks for.

A report calls its author "the Special Rapporteur" and every other one by the mandate. The author
is the office on the title page; else the first of its role named in full ("The Special Rapporteur
on the right to food submits …"), unless it stands beside another; else it has no name here.
"""

from __future__ import annotations

from collections.abc import Iterable

from ungraph.linking.agentkeys import describe_local, describe_name, document_slug
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_roles
from ungraph.model.assertion import Agent, AgentKey, AgentKind
from ungraph.model.document import Document
from ungraph.model.mention import Mention

__all__ = ["find_offices", "find_own_offices"]

_AUTHORS = frozenset({"special-rapporteur", "independent-expert"})
_SPEAKING_ROLES = _AUTHORS | {"special-representative", "high-commissioner", "secretary-general"}
_BESIDE_ANOTHER = (" and", "'s", "\u2019s", "see", "See")
_BEFORE_CHARS = 60
_NEAR_BEGINNING_CHARS = 3000


def find_offices(names: Iterable[AgentName], document: str) -> dict[str, tuple[Agent, ...]]:
    """By role, the single offices that *names* name in full."""
    found: dict[str, dict[AgentKey, Agent]] = {}
    for name in names:
        if name.kind is AgentKind.OFFICE and name.reach is Reach.FULL and not name.plural:
            for agent in describe_name(name, document):
                found.setdefault(name.head, {})[agent.key] = agent
    return {head: tuple(agents.values()) for head, agents in found.items()}


def find_own_offices(document: Document, mentions: Iterable[Mention[object]]) -> dict[str, Agent]:
    """By role, the office that *document* speaks for; *mentions* are in order."""
    slug = document_slug(document)
    author = document.masthead.report_of
    own: dict[str, Agent] = {}
    met: dict[str, str] = {}
    for mention in mentions:
        name = mention.value
        if not isinstance(name, AgentName) or name.kind is not AgentKind.OFFICE:
            continue
        role = name.head
        if role not in _SPEAKING_ROLES or name.plural or role in own:
            continue
        if name.reach is Reach.FULL:
            agent = describe_name(name, slug)[0]
            by_title = author is not None and author.value == agent.key
            if by_title or role not in _AUTHORS or _speaks(document, mention, role not in met):
                own[role] = agent
        met.setdefault(role, load_roles()[role].label)
    for role, label in met.items():
        if role in _AUTHORS and role not in own:
            own[role] = _unnamed(role, label, slug)
    return own


def _unnamed(role: str, label: str, slug: str) -> Agent:
    name = AgentName(AgentKind.OFFICE, role, label, f"office-{make_slug(label)}", Reach.LOCAL)
    return describe_local(name, slug)


def _speaks(document: Document, mention: Mention[object], first: bool) -> bool:
    """Whether the office named in full at *mention* is the author.

    The *first* of its role is, unless it is named beside another ("he and the …", "the
    Commission's …"); a later one only near the beginning, where a report or mandate is its own.
    """
    start = mention.span.start
    before = " ".join(document.text[max(0, start - _BEFORE_CHARS) : start].split())
    words = before.removesuffix("the").removesuffix("The").rstrip()
    if first:
        return not words.endswith(_BESIDE_ANOTHER)
    own = "report" in before.lower() or "mandate" in before
    return start < _NEAR_BEGINNING_CHARS and own and words.endswith((" of", " by"))
