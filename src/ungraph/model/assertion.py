"""What the extractors state: typed, evidenced records, before any of it is RDF.

Each record knows the words it rests on (*evidence*, spans of ``Document.text``) and carries an
``Inference`` for each of its properties that the words do not say outright. References between
records are keys: ``AgentKey`` (a slug such as ``office-hchr``), ``NodeKey`` (``act-`` and a hash).

A key is the hash of the record's own words, never of its place: the same sentence gives the same
key wherever it stands, so a change elsewhere in the text changes nothing here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Status
from ungraph.model.span import Span

__all__ = [
    "Act",
    "ActType",
    "Agent",
    "AgentKey",
    "AgentKind",
    "Assertions",
    "Citation",
    "Concept",
    "DescribedDocument",
    "Event",
    "EventStatus",
    "EventType",
    "Fact",
    "FactSubject",
    "FactValue",
    "Inference",
    "Mandate",
    "NodeKey",
    "NonOccurrence",
    "Outcome",
    "OutcomeType",
    "Relation",
    "SessionKey",
    "Task",
    "Text",
    "Topic",
    "node_key",
]

AgentKey = NewType("AgentKey", str)
NodeKey = NewType("NodeKey", str)
SessionKey = NewType("SessionKey", str)

_HASH_CHARS = 12


def node_key(kind: str, *content: str | int | None) -> NodeKey:
    """``{kind}-{hash}`` over an unambiguous encoding of *content* (a JSON list).

    Give the words of the record (and, where the same sentence yields several, the offset of the
    cue inside it), never positions in the document.

    >>> node_key("act", "invite", "A invited B.", 2)
    'act-ffdd7639e826'
    """
    encoded = json.dumps([kind, *content], ensure_ascii=False, separators=(",", ":"))
    return NodeKey(f"{kind}-{hashlib.sha256(encoded.encode()).hexdigest()[:_HASH_CHARS]}")


class AgentKind(StrEnum):
    """Classes of agent; a body is an organ of the United Nations, an organization another one."""

    BODY = "body"
    ORGANIZATION = "organization"
    STATE = "state"
    GOVERNMENT = "government"
    OFFICE = "office"
    PERSON = "person"
    GROUP = "group"


class ActType(StrEnum):
    """The closed list ``act-types``; the value is the SKOS notation."""

    REQUEST = "request"
    INVITE = "invite"
    URGE = "urge"
    RECOMMEND = "recommend"
    PROPOSE = "propose"
    ACCEPT = "accept"
    DECLINE = "decline"
    RESPOND = "respond"
    NOT_RESPOND = "not-respond"
    STATE = "state"
    TAKE_NOTE = "take-note"
    RECALL = "recall"
    WELCOME = "welcome"
    CONDEMN = "condemn"
    DECIDE = "decide"
    ESTABLISH = "establish"
    ADOPT = "adopt"
    AUTHORIZE = "authorize"
    APPOINT = "appoint"
    SUBMIT = "submit"
    AGREE = "agree"
    SCHEDULE = "schedule"
    NOT_RECOGNIZE = "not-recognize"


class Relation(StrEnum):
    """The closed list ``relations`` of a citation, from the words that govern it."""

    CITES = "cites"
    RECALLS = "recalls"
    REAFFIRMS = "reaffirms"
    PURSUANT_TO = "pursuant-to"
    FURTHER_TO = "further-to"
    REQUESTED_IN = "requested-in"
    TAKES_NOTE_OF = "takes-note-of"
    WELCOMES = "welcomes"
    ENDORSES = "endorses"
    ADOPTS = "adopts"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    IMPLEMENTS = "implements"
    DECIDES_IN = "decides-in"
    NAMED_IN_TITLE = "named-in-title"
    SEE = "see"
    SELF = "self"


class OutcomeType(StrEnum):
    """The closed list ``outcome-types``."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    NOTED = "noted"
    NO_RESPONSE = "no-response"
    ADOPTED = "adopted"
    REJECTED = "rejected"
    DEFERRED = "deferred"
    IMPLEMENTED = "implemented"
    PARTLY_IMPLEMENTED = "partly-implemented"


class EventType(StrEnum):
    """The closed list ``event-types``."""

    MEETING = "meeting"
    VISIT = "visit"
    SESSION = "session"
    CONFERENCE = "conference"
    HEARING = "hearing"
    OTHER = "other"


class EventStatus(StrEnum):
    """The closed list ``event-statuses``."""

    SCHEDULED = "scheduled"
    HELD = "held"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Inference:
    """Why one property of a record is not verbatim.

    *property* is a CURIE of the ontology ("ung:heldOn"); *value* picks one of several values (an
    agent or node key, a date), None when there is only one. *evidence* holds the words that led
    to it, which may stand in another paragraph than the record's own.
    """

    property: str
    reason: str
    confidence: float
    evidence: tuple[Span, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A literal with its language tag ("en"); no tag for codes and symbols."""

    value: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """A member of one of our SKOS schemes: ``Concept("document-types", "report")``."""

    scheme: str
    notation: str


FactValue = Text | PartialDate | DocumentSymbol | AgentKey | SessionKey | NodeKey | Concept


class FactSubject(StrEnum):
    """What a plain fact is about: the work, or this version of it."""

    WORK = "work"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Fact:
    """One plain triple about the document: ``ung:issuedTo`` → agent ``hrc``.

    *property* is a CURIE of the ontology. *kind* tells string-based keys apart in *value*:
    "agent", "session", "node" or "" (the type says it).
    """

    subject: FactSubject
    property: str
    value: FactValue
    evidence: tuple[Span, ...]
    kind: str = ""
    status: Status = Status.EXPLICIT
    reason: str = ""
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """An actor named in the text (or implied by one that is: the state of a Permanent Representative).

    *label* is the fullest name: the one of the tables, else the fullest the text gives. *evidence*
    is empty for an agent that is only implied; it is then left out of the facts of this document
    and lives in the authority graph.
    """

    key: AgentKey
    kind: AgentKind
    label: str
    language: str = "en"
    evidence: tuple[Span, ...] = ()
    alternatives: tuple[str, ...] = ()
    of_state: AgentKey | None = None
    office_in: AgentKey | None = None
    represents: AgentKey | None = None
    accredited_to: AgentKey | None = None
    part_of: AgentKey | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class DescribedDocument:
    """A document (or set of them) that the text describes without a symbol that can be told.

    "the resolution adopted by the Commission on Human Rights on the situation …": *candidates*
    are possible referents, best first, each with its reason; none is asserted.
    """

    key: NodeKey
    label: str
    evidence: tuple[Span, ...]
    document_type: str | None = None
    adopted_by: AgentKey | None = None
    date: PartialDate | None = None
    plural: bool = False
    candidates: tuple[tuple[DocumentSymbol, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference from this document to another: target, relation, pinpoint, evidence.

    *cited* is the symbol, or the key of a ``DescribedDocument``; a treaty or a document of
    another organization has a ``DocumentSymbol`` of its own kind (``treaty:ICCPR``). *pinpoint*
    is the normal form ("para. 9", "art. 3", "annex"); *pinpoint_fragment* the fragment of the
    cited part ("para-9"). *body_reason* says how the organ was told when the words next to the
    number do not name it. *date_said* and *title_said* are what the text says of the target.
    """

    key: NodeKey
    cited: DocumentSymbol | NodeKey
    relation: Relation
    evidence: tuple[Span, ...]
    surface: str = ""
    pinpoint: str | None = None
    pinpoint_fragment: str | None = None
    body_reason: str = ""
    adopted_by: AgentKey | None = None
    date_said: PartialDate | None = None
    title_said: str | None = None
    relation_cue: str = ""
    rule: str = ""
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A communicative or decisional act: who asked, offered, accepted, refused or said what.

    *cue* and *theme* are exact words of the text. *content* holds the keys of what a statement
    reports (acts hang on it, they are not asserted plainly). *performed_in* is the document in
    which the act was done, *pinpoint* its paragraph there. *ground* is the key of the act or
    stance given as the reason. *rule* is the id of the lexicon row and frame.
    """

    key: NodeKey
    act_type: ActType
    cue: str
    evidence: tuple[Span, ...]
    agents: tuple[AgentKey, ...] = ()
    addressees: tuple[AgentKey, ...] = ()
    on_behalf_of: AgentKey | None = None
    theme: str | None = None
    about: tuple[NodeKey, ...] = ()
    date: PartialDate | None = None
    performed_in: DocumentSymbol | NodeKey | None = None
    pinpoint: str | None = None
    during: NodeKey | None = None
    in_response_to: tuple[NodeKey, ...] = ()
    ground: NodeKey | None = None
    content: tuple[NodeKey, ...] = ()
    calls_meeting: NodeKey | None = None
    established: NodeKey | None = None
    target: DocumentSymbol | NodeKey | None = None
    negated: bool = False
    modality: str | None = None
    attribution: str | None = None
    rule: str = ""
    origin: str = "ungraph"
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class NonOccurrence:
    """Something expected that the text says did not happen: absence said as absence.

    A node of its own, since a missing triple says nothing. *expected_act* is the type that was
    awaited; *as_of* the date of the document unless the text gives another.
    """

    key: NodeKey
    cue: str
    evidence: tuple[Span, ...]
    expected_act: ActType = ActType.RESPOND
    expected_from: tuple[AgentKey, ...] = ()
    addressees: tuple[AgentKey, ...] = ()
    theme: str | None = None
    as_of: PartialDate | None = None
    date: PartialDate | None = None
    in_response_to: tuple[NodeKey, ...] = ()
    rule: str = ""
    origin: str = "ungraph"
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, visit, session, conference or hearing.

    *session* is set for sessions of bodies (``hrc-4``), which have an IRI of their own; *body*
    and *ordinal* go with it. *scheduled_for* and *held_on* are dates at the precision said.
    """

    key: NodeKey
    event_type: EventType
    evidence: tuple[Span, ...]
    label: str = ""
    session: SessionKey | None = None
    scheduled_for: PartialDate | None = None
    held_on: PartialDate | None = None
    ends_on: PartialDate | None = None
    event_status: EventStatus | None = None
    status_as_of: PartialDate | None = None
    places: tuple[AgentKey | Text, ...] = ()
    participants: tuple[AgentKey, ...] = ()
    body: AgentKey | None = None
    ordinal: int | None = None
    part_of: NodeKey | None = None
    rule: str = ""
    origin: str = "ungraph"
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an offer, a request, an invitation, a recommendation or a draft."""

    key: NodeKey
    outcome_type: OutcomeType
    outcome_of: tuple[NodeKey, ...]
    brought_about_by: NodeKey
    evidence: tuple[Span, ...]
    as_of: PartialDate | None = None
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """One thing a mandate asks for, in the exact words."""

    key: NodeKey
    label: str
    evidence: tuple[Span, ...]
    deliver_to: AgentKey | None = None
    due_by: str | None = None


@dataclass(frozen=True, slots=True)
class Mandate:
    """What an organ asks of an office through one act."""

    key: NodeKey
    given_by: NodeKey
    holders: tuple[AgentKey, ...]
    tasks: tuple[Task, ...]
    evidence: tuple[Span, ...]
    continues: NodeKey | None = None
    in_fulfilment_of: tuple[NodeKey, ...] = ()
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing spoken of that acts refer to by key: a programme established, a subject."""

    key: NodeKey
    label: str
    evidence: tuple[Span, ...]
    topic_class: str = "ung:Topic"


@dataclass(frozen=True, slots=True)
class Assertions:
    """All that one document states, each group in order of its first evidence."""

    facts: tuple[Fact, ...] = ()
    agents: tuple[Agent, ...] = ()
    citations: tuple[Citation, ...] = ()
    described_documents: tuple[DescribedDocument, ...] = ()
    acts: tuple[Act, ...] = ()
    non_occurrences: tuple[NonOccurrence, ...] = ()
    events: tuple[Event, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    topics: tuple[Topic, ...] = ()
    warnings: tuple[str, ...] = field(default=())
