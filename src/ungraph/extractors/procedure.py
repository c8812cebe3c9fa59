"""Markup of the file → votes by state, steps on the way to adoption, subject headings.

Accepts names of members in capitals or not ("CÔTE D'IVOIRE", "Türkiye"), lists of sponsors
("Albania, Antigua and Barbuda and Chad", "Pakistan (on behalf of the Group of 77)"). A name that no
table knows stays a name; sponsors that are no states ("submitted by the Chair") give none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from ungraph.identifiers.bodies import load_bodies
from ungraph.linking.agentkeys import describe_body, describe_state
from ungraph.model.assertion import (
    Agent,
    AgentKey,
    Event,
    EventStatus,
    EventType,
    Inference,
    OutcomeType,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.markup import Adoption, AdoptionManner, VoteChoice, WorkflowStep
from ungraph.model.procedure import Procedure, ProcedureStep, StepType, Subject, Vote
from ungraph.resources import load_table

__all__ = ["extract_procedure", "find_state"]

_STEP_TYPES = {
    "draftResolution": StepType.DRAFT,
    "draftResolutionAdditionalSponsors": StepType.ADDITIONAL_SPONSORS,
    "recommendedForAdoption": StepType.RECOMMENDATION,
    "adopted": StepType.ADOPTION,
    "notAdopted": StepType.REJECTION,
    "veto": StepType.VETO,
    "": StepType.MEETING,
}
_COLUMNS = {
    VoteChoice.IN_FAVOUR: "favour",
    VoteChoice.AGAINST: "against",
    VoteChoice.ABSTAINING: "abstaining",
    VoteChoice.NOT_VOTING: "absent",
}
_COMMITTEES = {
    "firstCommittee": "ga-c1",
    "secondCommittee": "ga-c2",
    "thirdCommittee": "ga-c3",
    "fourthCommittee": "ga-c4",
    "fifthCommittee": "ga-c5",
    "sixthCommittee": "ga-c6",
}
_FAILED = (AdoptionManner.NOT_ADOPTED, AdoptionManner.VETOED)
_ON_BEHALF = re.compile(
    r"\((?:(?:also )?on behalf of|in its capacity) .*", re.IGNORECASE | re.DOTALL
)
_LONG_ARTICLE = re.compile(r" \((?:the|kingdom of the)\)\Z")
_TURNED = re.compile(r"([^()]+?) ?\(([^()]+)\)")
_AND = re.compile(r",?\s+and\s+", re.IGNORECASE)


def extract_procedure(
    document: Document,
) -> tuple[Procedure, tuple[Agent, ...], tuple[Event, ...]]:
    """What the markup of *document* says of its making, with the states and bodies named in it and
    the meeting at which it was adopted.
    """
    markup = document.markup
    if not markup:
        return Procedure(), (), ()
    states: dict[str, Agent] = {}
    votes = tuple(_votes(markup.adoption, states))
    steps = tuple(_steps(document, states))
    subjects = tuple(
        dict.fromkeys(
            Subject(k.label, k.iri, k.vocabulary) for k in markup.keywords if k.role == "subject"
        )
    )
    procedure = Procedure(votes, steps, subjects, markup.work_iri)
    agents = tuple(states[code] for code in sorted(states))
    return procedure, agents, tuple(_meetings(document))


def _meetings(document: Document) -> Iterator[Event]:
    """The meeting in the closing lines: "54th plenary meeting" and its date."""
    adoption = document.markup.adoption
    if adoption is None or adoption.meeting_span is None or adoption.date_span is None:
        return
    organ = document.masthead.organ
    evidence = (adoption.meeting_span, adoption.date_span)
    yield Event(
        node_key("event", "meeting", adoption.meeting_words, str(adoption.date)),
        EventType.MEETING,
        evidence,
        adoption.meeting_words,
        held_on=adoption.date,
        event_status=EventStatus.HELD,
        body=AgentKey(organ.value) if organ and organ.value in load_bodies() else None,
        ordinal=int(adoption.meeting) if adoption.meeting else None,
        rule="akn-adoption-meeting",
        inferences=(
            Inference("ung:heldOn", "a text was adopted at it on that day", 0.99, evidence),
            Inference("ung:eventStatus", "a text was adopted at it", 0.99, evidence),
        ),
    )


def find_state(name: str) -> str | None:
    """ISO 3166 code of a state by its name, without regard to case and accents.

    >>> find_state("COTE D'IVOIRE"), find_state("The Gambia"), find_state("Atlantis")
    ('CIV', 'GMB', None)
    >>> find_state("Netherlands (Kingdom of the)"), find_state("Bahamas (The)")
    ('NLD', 'BHS')
    >>> find_state("Iran (République islamique d’)"), find_state("Bolivia (Estado Plurinacional de)")
    ('IRN', 'BOL')
    """
    names, key = _state_names(), _key(name)
    turned = _TURNED.fullmatch(key)
    straight = f"{turned[2]} {turned[1]}".replace("' ", "'") if turned else ""
    return names.get(key) or names.get(_LONG_ARTICLE.sub("", key)) or names.get(straight)


@cache
def _state_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for row in load_table("states"):
        if row["status"] == "territory":
            continue
        forms = "|".join(
            row[f"forms_{language}"] for language in ("en", "fr", "es", "ru", "ar", "zh")
        )
        for name in (row["name"], row["phrase"], *forms.split("|")):
            if name:
                names.setdefault(_key(name), row["iso3"])
    return names


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("’", "'"))
    folded = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    return " ".join(folded.split()).removeprefix("the ")


def _agent_of(name: str, states: dict[str, Agent]) -> AgentKey | None:
    code = find_state(name)
    if code is None:
        return None
    return states.setdefault(code, describe_state(code)).key


def _votes(adoption: Adoption | None, states: dict[str, Agent]) -> Iterator[Vote]:
    if adoption is None or not adoption.ballots:
        return
    members: dict[str, tuple[AgentKey, ...]] = {}
    counts: dict[str, int | None] = {}
    unresolved: list[tuple[str, str]] = []
    for ballot in adoption.ballots:
        column = _COLUMNS[ballot.choice]
        keys = [(name, _agent_of(name, states)) for name in ballot.members]
        members[column] = tuple(dict.fromkeys(key for _, key in keys if key is not None))
        counts[column] = ballot.count
        unresolved += [(column, name) for name, key in keys if key is None]
    spans = [span for span in (adoption.meeting_span, adoption.date_span) if span is not None]
    result = None
    if adoption.manner is not None:
        failed = adoption.manner in _FAILED
        result = OutcomeType.REJECTED if failed else OutcomeType.ADOPTED
    yield Vote(
        node_key("vote", str(adoption.date or ""), str(adoption.record or "")),
        tuple(spans),
        adoption.date,
        favour=members.get("favour", ()),
        against=members.get("against", ()),
        abstaining=members.get("abstaining", ()),
        absent=members.get("absent", ()),
        favour_count=counts.get("favour"),
        against_count=counts.get("against"),
        abstaining_count=counts.get("abstaining"),
        absent_count=counts.get("absent"),
        result=result,
        unresolved=tuple(unresolved),
    )


def _steps(document: Document, states: dict[str, Agent]) -> Iterator[ProcedureStep]:
    markup = document.markup
    spans = {origin.symbol: origin.span for origin in markup.originating}
    for order, step in enumerate(markup.steps, 1):
        kind = _STEP_TYPES.get(step.outcome)
        if kind is None or not _says_something(step):
            continue
        sponsored = kind in (StepType.DRAFT, StepType.ADDITIONAL_SPONSORS)
        adoption = markup.adoption if kind is StepType.ADOPTION else None
        evidence = [spans[step.symbol]] if step.symbol in spans else []
        if adoption is not None and adoption.meeting_span is not None:
            evidence.append(adoption.meeting_span)
        body = _body_of(kind, document)
        if body is not None:
            states.setdefault(body, describe_body(body))
            if kind is StepType.RECOMMENDATION and markup.committee_span and not evidence:
                evidence.append(markup.committee_span)
        yield ProcedureStep(
            node_key("step", kind.value, order, str(step.symbol or ""), step.by),
            kind,
            order,
            step.symbol,
            step.date,
            step.pinpoint or None,
            tuple(_sponsors(step.by, states)) if sponsored else (),
            (AgentKey(body),) if body is not None else (),
            step.by or step.note,
            adoption.manner.value if adoption and adoption.manner else None,
            tuple(evidence),
        )


def _body_of(kind: StepType, document: Document) -> str | None:
    """Slug of the committee that recommended, or of the organ that adopted or did not."""
    if kind is StepType.RECOMMENDATION:
        return _COMMITTEES.get(document.markup.committee or "")
    organ = document.masthead.organ
    if kind in (StepType.ADOPTION, StepType.REJECTION) and organ is not None:
        return organ.value if organ.value in load_bodies() else None
    return None


def _says_something(step: WorkflowStep) -> bool:
    return bool(step.symbol or step.date or step.by or step.note)


def _sponsors(words: str, states: dict[str, Agent]) -> Iterator[AgentKey]:
    """States of a list of sponsors, in its order; "and" may stand in a name."""
    seen: set[AgentKey] = set()
    for name in _names(_ON_BEHALF.sub("", words)):
        key = _agent_of(name, states)
        if key is not None and key not in seen:
            seen.add(key)
            yield key


def _names(words: str) -> Iterator[str]:
    for part in words.split(","):
        rest = part.strip(" .;")
        while rest:
            name, rest = _first_name(rest.removeprefix("and ").strip())
            yield name


def _first_name(words: str) -> tuple[str, str]:
    """The longest beginning of *words* up to an "and" that is a state, and what is left."""
    if find_state(words) is not None:
        return words, ""
    cuts = [found.span() for found in _AND.finditer(words)][:20]
    for start, end in reversed(cuts):
        if find_state(words[:start]) is not None:
            return words[:start], words[end:]
    return (words[: cuts[0][0]], words[cuts[0][1] :]) if cuts else (words, "")
