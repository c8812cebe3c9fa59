"""What the extractors state: typed, evidenced records, before any of it is RDF.

Each record knows the words it rests on (*evidence*, spans of ``Document.text``) and carries an
``Inference`` for each of its properties that the words do not say outright. References between
records are keys: ``AgentKey`` (a slug such as ``office-hchr``), ``NodeKey`` (``act-`` and a hash).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.closed_lists import (
    ActType,
    AgentKind,
    EventStatus,
    EventType,
    OutcomeType,
    Relation,
)
from ungraph.model.document import Status
from ungraph.model.fact import (
    AgentKey,
    Concept,
    Fact,
    FactSubject,
    FactValue,
    Inference,
    NodeKey,
    SessionKey,
    Text,
    node_key,
)
from ungraph.model.procedure import Procedure
from ungraph.model.span import Span
from ungraph.model.speech import Letter, MeetingCourse, Speech

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


@dataclass(frozen=True, slots=True)
class Agent:
    """An actor named in the text, or implied by one that is (the state of a representative).

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
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference from this document to another: target, relation, pinpoint, evidence.

    *cited* is the symbol, or the key of a ``DescribedDocument``; a treaty or a document of
    another organization has a ``DocumentSymbol`` of its own kind (``treaty:ICCPR``). *pinpoint*
    is the normal form ("para. 9", "art. 3", "annex"); *pinpoint_fragment* the fragment of the
    cited part ("para-9"). *body_reason* says how the organ was told when the words next to the
    number do not name it. *date_said* and *title_said* are what the text says of the target,
    *related_symbols* the other symbols that a joint symbol (A/72/707-S/2018/43) gives it.
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
    related_symbols: tuple[DocumentSymbol, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A communicative or decisional act: who asked, offered, accepted, refused or said what.

    *cue* and *theme* are exact words of the text. *content* holds the keys of what a statement
    reports (acts hang on it, they are not asserted plainly). *performed_in* is the document in
    which the act was done, *pinpoint* its paragraph there. *ground* is the key of the act or
    stance given as the reason. *rule* is the id of the lexicon row and frame. *period_from* and
    *period_until* are the first and the last day of the stretch in which it was done ("between 1 May
    and 3 June 2004"); *date* is then empty.
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
    period_from: PartialDate | None = None
    period_until: PartialDate | None = None


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
    and *ordinal* go with it. *scheduled_for* and *held_on* are dates at the precision said;
    *course* is what the record of a meeting says of it.
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
    course: MeetingCourse | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an offer, a request, an invitation, a recommendation or a draft.

    *of_document* is a draft known by its symbol; *outcome_of* may then be empty.
    """

    key: NodeKey
    outcome_type: OutcomeType
    outcome_of: tuple[NodeKey, ...]
    brought_about_by: NodeKey
    evidence: tuple[Span, ...]
    as_of: PartialDate | None = None
    status: Status = Status.EXPLICIT
    confidence: float | None = None
    inferences: tuple[Inference, ...] = ()
    of_document: DocumentSymbol | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One thing a mandate asks for, in the exact words; *due_on* is the day that *due_by* names."""

    key: NodeKey
    label: str
    evidence: tuple[Span, ...]
    deliver_to: AgentKey | None = None
    due_by: str | None = None
    due_on: PartialDate | None = None
    inferences: tuple[Inference, ...] = ()


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
    procedure: Procedure = field(default_factory=Procedure)
    warnings: tuple[str, ...] = ()
    speeches: tuple[Speech, ...] = ()
    letters: tuple[Letter, ...] = ()
