"""Names of agents → agents: key, kind, label, and the ties that the name itself says.

    Permanent Representative of Peru to the United Nations   → office-pr-per-un
    Government of the Sudan                                   → government-sdn
    Supreme Court (in CCPR/C/1/D/2/2000)                      → organization-supreme-court-in-ccpr-c-1-d-2-2000

An agent that is one only inside its document carries the document in its key, so that the author
of one communication is never taken for the author of another.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ungraph.identifiers.bodies import load_bodies
from ungraph.matchers.names import AgentName, Reach, make_slug
from ungraph.matchers.offices import load_roles
from ungraph.matchers.organs import head_of_body
from ungraph.matchers.states import State, load_states
from ungraph.model.assertion import Agent, AgentKey, AgentKind
from ungraph.model.document import Document
from ungraph.resources import load_table

__all__ = [
    "describe_agent",
    "describe_body",
    "describe_government",
    "describe_local",
    "describe_name",
    "describe_office",
    "describe_state",
    "describe_state_party",
    "document_slug",
]

_WORD_KEYS = {"united-nations": "un"}
_PRESIDING = {
    "assembly": "president",
    "council": "president",
    "committee": "chair",
    "commission": "chair",
    "sub-commission": "chair",
}
_PRINTED_ROLES = frozenset({"embassy", "consulate"})
_PREFIXES = ("state-", "government-", "office-")


def document_slug(document: Document) -> str:
    """What keys of local agents end in: the symbol in lower case, else the digest of the file."""
    symbol = document.symbol
    if symbol is None:
        return document.source.digest[:12]
    kept = [c if c.isascii() and c.isalnum() else "-" for c in symbol.text.lower()]
    return "-".join(part for part in "".join(kept).split("-") if part)


@cache
def _organizations() -> dict[str, tuple[str, AgentKind, str]]:
    return {
        row["key"]: (row["label"].replace("'", "’"), AgentKind(row["kind"]), row["part_of"])
        for row in load_table("organizations")
    }


@cache
def _offices() -> dict[str, tuple[str, str]]:
    return {row["key"]: (row["label"], row["office_in"]) for row in load_table("offices")}


def describe_office(key: str) -> Agent:
    """The office with *key* in ``data/offices.csv``: ``office-sg``."""
    label, home = _offices()[key]
    return Agent(AgentKey(key), AgentKind.OFFICE, label, office_in=AgentKey(home) if home else None)


def describe_agent(key: str) -> Agent:
    """The State, government, office, organization or body with *key*, from the tables alone."""
    kind, _, code = key.rpartition("-")
    if kind in {"state", "government", "state-party"} and code.upper() in load_states():
        describe = {"state": describe_state, "government": describe_government}
        return describe.get(kind, describe_state_party)(code.upper())
    return describe_office(key) if key in _offices() else describe_body(key)


def describe_body(slug: str) -> Agent:
    """The body or organization with *slug*, from the tables; an unknown slug is its own label."""
    key = AgentKey(slug)
    if slug in _organizations():
        label, kind, parent = _organizations()[slug]
        return Agent(key, kind, label, part_of=AgentKey(parent) if parent else None)
    body = load_bodies().get(slug)
    if body is None:
        return Agent(key, AgentKind.BODY, slug)
    label = body.label.replace("'", "’")
    return Agent(key, AgentKind.BODY, label, part_of=AgentKey(body.parent) if body.parent else None)


def describe_state(iso3: str) -> Agent:
    """The State with *iso3*: ``state-per``."""
    state = load_states()[iso3]
    return Agent(AgentKey(f"state-{iso3.lower()}"), AgentKind.STATE, state.name)


def describe_government(iso3: str, word: str = "Government") -> Agent:
    """The Government (or other authorities) of a State: ``government-per``."""
    slug = make_slug(word) if word[0].islower() else "government"
    state = load_states()[iso3]
    of_state = None if state.status == "territory" else AgentKey(f"state-{iso3.lower()}")
    label = word if word[0].islower() else "Government"
    return Agent(
        AgentKey(f"{slug}-{iso3.lower()}"),
        AgentKind.GOVERNMENT,
        f"{label} of {state.phrase}",
        of_state=of_state,
    )


def describe_state_party(iso3: str) -> Agent:
    """The State party to a case: ``state-party-per``."""
    state = load_states()[iso3]
    key = AgentKey(f"state-party-{iso3.lower()}")
    return Agent(
        key,
        AgentKind.STATE,
        f"State party ({state.name})",
        of_state=AgentKey(f"state-{iso3.lower()}"),
    )


def describe_local(name: AgentName, document: str, label: str = "") -> Agent:
    """The agent that *name* tells inside its document only."""
    state = AgentKey(f"state-{name.states[0].lower()}") if name.states else None
    return Agent(
        AgentKey(f"{name.key}-in-{document}"),
        name.kind,
        (label or name.label).replace("'", "’"),
        language=name.language,
        of_state=None if name.represents else state,
        represents=state if name.represents else None,
    )


def describe_name(name: AgentName, document: str) -> tuple[Agent, ...]:
    """The agents that a name in full (or a local one) tells; one for each State of a plural."""
    if name.kind is AgentKind.GOVERNMENT and name.states:
        word = name.label if name.head == "authorities" else "Government"
        return tuple(describe_government(iso3, word) for iso3 in name.states)
    if name.reach is Reach.LOCAL:
        return (describe_local(name, document),)
    if name.head == "institution":
        return (_national(name),)
    if name.key:
        return (_known(name),)
    if name.plural and name.states:
        return tuple(_composed(name, (iso3,)) for iso3 in name.states)
    return (_composed(name, name.states),)


def _national(name: AgentName) -> Agent:
    """An institution of a State that its name tells: ``organization-supreme-court-peru``."""
    return Agent(
        AgentKey(name.key),
        name.kind,
        name.label.replace("'", "’"),
        of_state=AgentKey(f"state-{name.states[0].lower()}"),
    )


def _known(name: AgentName) -> Agent:
    key = AgentKey(name.key)
    if name.key in _organizations() or name.key in load_bodies():
        return describe_body(name.key)
    if name.key in _offices():
        return describe_office(name.key)
    home = AgentKey(name.organ) if name.organ else None
    return Agent(key, name.kind, name.label.replace("'", "’"), office_in=home)


def _composed(name: AgentName, states: tuple[str, ...]) -> Agent:
    """A role with its State and organ: label and key from both."""
    name = _with_presiding_role(name)
    label = name.label
    if name.role in _PRINTED_ROLES and states:
        label = _mission_label(name, load_states()[states[0]])
    parts = ["office"] if name.kind is AgentKind.OFFICE else []
    parts.append(name.role or name.head)
    parts.extend(iso3.lower() for iso3 in states)
    printed = name.role in _PRINTED_ROLES
    if states and not printed:
        label = f"{label} of {load_states()[states[0]].phrase}"
    if name.organ:
        parts.append(_shortened(name.organ))
        label += "" if printed else _organ_phrase(name)
    state = AgentKey(f"state-{states[0].lower()}") if states else None
    organ = AgentKey(name.organ) if name.organ else None
    return Agent(
        AgentKey("-".join(part for part in parts if part)),
        name.kind,
        label.replace("'", "’"),
        of_state=None if name.represents else state,
        represents=state if name.represents else None,
        accredited_to=organ if name.accredited else None,
        office_in=organ
        if organ and not name.accredited and not name.organ.startswith("state-")
        else None,
    )


def _with_presiding_role(name: AgentName) -> AgentName:
    """Councils and assemblies have a President, committees and commissions a Chair, in whatever
    language ("Председатель Генеральной Ассамблеи")."""
    if name.role not in _PRESIDING.values() or name.organ not in load_bodies():
        return name
    role = _PRESIDING.get(head_of_body(name.organ), name.role)
    if role == name.role:
        return name
    return replace(name, role=role, head=role, label=load_roles()[role].label)


def _mission_label(name: AgentName, state: State) -> str:
    """ "Swedish Embassy in Peru", or "Embassy of" a State that has no adjective."""
    role = load_roles()[name.role].label
    label = f"{state.adjective} {role}" if state.adjective else f"{role} of {state.phrase}"
    if name.organ.startswith("state-"):
        label += f" in {load_states()[name.organ.removeprefix('state-').upper()].name}"
    return label


def _shortened(key: str) -> str:
    if key in _WORD_KEYS:
        return _WORD_KEYS[key]
    for prefix in _PREFIXES:
        if key.startswith(prefix):
            return key[len(prefix) :]
    return key


def _organ_phrase(name: AgentName) -> str:
    if name.organ.startswith("state-"):
        return f" in {load_states()[name.organ[6:].upper()].phrase}"
    organ = describe_body(name.organ).label
    return f" to the {organ}" if name.accredited else f" of the {organ}"
