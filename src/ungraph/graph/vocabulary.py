"""The terms a graph may use: our own as a closed list, those of others by prefix.

A misspelt term of ours is an error when the quad is made, not a silent new property. A test
compares this list with ``ontology/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from ungraph.errors import DataError
from ungraph.identifiers.mint import Mint
from ungraph.model.assertion import ActType, AgentKind, EventType, Relation
from ungraph.namespaces import PREFIXES

__all__ = [
    "ACT_CLASSES",
    "AGENT_CLASSES",
    "CLASSES",
    "EVENT_CLASSES",
    "PROPERTIES",
    "RELATION_PROPERTIES",
    "Vocabulary",
]

ACT_CLASSES: dict[ActType, str] = {
    ActType.REQUEST: "Request",
    ActType.INVITE: "Invitation",
    ActType.URGE: "Urging",
    ActType.RECOMMEND: "Recommendation",
    ActType.PROPOSE: "Proposal",
    ActType.ACCEPT: "Acceptance",
    ActType.DECLINE: "Declination",
    ActType.RESPOND: "Response",
    ActType.NOT_RESPOND: "NonResponse",
    ActType.STATE: "Statement",
    ActType.TAKE_NOTE: "TakingNote",
    ActType.RECALL: "Recall",
    ActType.WELCOME: "Welcome",
    ActType.CONDEMN: "Condemnation",
    ActType.DECIDE: "Decision",
    ActType.ESTABLISH: "Establishment",
    ActType.ADOPT: "Adoption",
    ActType.AUTHORIZE: "Authorization",
    ActType.APPOINT: "Appointment",
    ActType.SUBMIT: "Submission",
    ActType.AGREE: "Agreement",
    ActType.SCHEDULE: "Scheduling",
    ActType.NOT_RECOGNIZE: "NonRecognition",
}

AGENT_CLASSES: dict[AgentKind, tuple[str, ...]] = {
    AgentKind.BODY: ("Body",),
    AgentKind.ORGANIZATION: ("Organization",),
    AgentKind.STATE: ("State",),
    AgentKind.GOVERNMENT: ("Government",),
    AgentKind.OFFICE: ("Office",),
    AgentKind.PERSON: ("Person",),
    AgentKind.GROUP: ("Group", "Organization"),
}

EVENT_CLASSES: dict[EventType, str] = {
    EventType.MEETING: "Meeting",
    EventType.VISIT: "Visit",
    EventType.SESSION: "Session",
    EventType.CONFERENCE: "Conference",
    EventType.HEARING: "Hearing",
}

RELATION_PROPERTIES: dict[Relation, str] = {
    Relation.RECALLS: "recalls",
    Relation.REAFFIRMS: "reaffirms",
    Relation.PURSUANT_TO: "pursuantTo",
    Relation.FURTHER_TO: "furtherTo",
    Relation.REQUESTED_IN: "requestedIn",
    Relation.TAKES_NOTE_OF: "takesNoteOf",
    Relation.WELCOMES: "welcomes",
    Relation.ENDORSES: "endorses",
    Relation.ADOPTS: "adopts",
    Relation.AMENDS: "amends",
    Relation.SUPERSEDES: "supersedes",
    Relation.IMPLEMENTS: "implements",
    Relation.DECIDES_IN: "decidesIn",
    Relation.NAMED_IN_TITLE: "namesInTitle",
    Relation.SEE: "refersReaderTo",
}

CLASSES: frozenset[str] = frozenset(
    {
        *ACT_CLASSES.values(),
        *EVENT_CLASSES.values(),
        *(name for names in AGENT_CLASSES.values() for name in names),
        "AgendaItem",
        "Amendment",
        "Assertion",
        "Citation",
        "CommunicativeAct",
        "DescribedDocument",
        "Document",
        "DocumentSet",
        "DocumentVersion",
        "Event",
        "File",
        "Letter",
        "Link",
        "LinkSet",
        "Mandate",
        "NonOccurrence",
        "Outcome",
        "Paragraph",
        "Part",
        "Place",
        "ProcedureStep",
        "Programme",
        "SelfReference",
        "Span",
        "Speech",
        "Task",
        "TitlePage",
        "Topic",
        "Treaty",
        "Vote",
    }
)

PROPERTIES: frozenset[str] = frozenset(
    {
        *RELATION_PROPERTIES.values(),
        "about",
        "absent",
        "absentCount",
        "abstaining",
        "abstainingCount",
        "accreditedTo",
        "actType",
        "addendumTo",
        "addressee",
        "adoptedAs",
        "adoptedBy",
        "adoptedOn",
        "adoptionManner",
        "against",
        "againstCount",
        "agent",
        "aknWorkIri",
        "alphaThreeCode",
        "alphaTwoCode",
        "amendmentTo",
        "areaCode",
        "asOf",
        "attribution",
        "body",
        "bodyReason",
        "broughtAboutBy",
        "byteSize",
        "callsMeeting",
        "capacity",
        "citedPart",
        "closedAt",
        "confidence",
        "continuesMandate",
        "corrects",
        "cue",
        "deliverTo",
        "digest",
        "distribution",
        "documentType",
        "dueBy",
        "dueOn",
        "during",
        "editorialNote",
        "editorialStatus",
        "encloses",
        "endsOn",
        "established",
        "eventStatus",
        "eventType",
        "evidence",
        "expectedAct",
        "expectedFrom",
        "favour",
        "favourCount",
        "givenBy",
        "ground",
        "hasContent",
        "hasVersion",
        "heldOn",
        "inFulfilmentOf",
        "inLinkSet",
        "inResponseTo",
        "inSession",
        "insertedWords",
        "issuedTo",
        "leadType",
        "leadWords",
        "letterKind",
        "mandateHolder",
        "method",
        "modality",
        "number",
        "ofState",
        "officeIn",
        "onBehalfOf",
        "openedAt",
        "operation",
        "ordinal",
        "origin",
        "originalLanguage",
        "outcomeOf",
        "outcomeType",
        "page",
        "pageCount",
        "partOf",
        "partType",
        "participant",
        "performedIn",
        "periodFrom",
        "periodUntil",
        "pinpoint",
        "place",
        "polarity",
        "position",
        "possibleReferent",
        "presidedBy",
        "printedIn",
        "provisional",
        "reason",
        "reissuedOn",
        "relatedSymbol",
        "removedWords",
        "replaces",
        "reportOf",
        "represents",
        "result",
        "resumedAt",
        "rule",
        "scheduledFor",
        "sender",
        "signatory",
        "speaker",
        "speakerWords",
        "speechOrder",
        "sponsor",
        "sponsorWords",
        "stance",
        "status",
        "statusAsOf",
        "stepAgent",
        "stepDocument",
        "stepOf",
        "stepOrder",
        "stepType",
        "subjectHeading",
        "suspendedAt",
        "symbol",
        "target",
        "task",
        "textDigest",
        "textEnd",
        "textLength",
        "textStart",
        "theme",
        "titleSaid",
        "transmittedBy",
        "underAgendaItem",
        "voteOf",
        "writtenOn",
    }
)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms as nodes, for one base IRI."""

    mint: Mint

    def term(self, name: str) -> NamedNode:
        """A class or property of ours; DataError when the closed list has no such name."""
        if name not in CLASSES and name not in PROPERTIES:
            raise DataError(
                f"no such term: ung:{name}",
                where="graph/vocabulary",
                advice="Define it in ontology/ and add it to the closed list",
            )
        return _node(self.mint.term(name))

    def curie(self, curie: str) -> NamedNode:
        """The node of a CURIE: "dcterms:title", "ung:symbol".

        Raises DataError for an unknown prefix or an unknown term of ours.
        """
        prefix, _, name = curie.partition(":")
        if prefix == "ung":
            return self.term(name)
        return standard(curie)

    def concept(self, scheme: str, notation: str) -> NamedNode:
        """A member of one of our SKOS schemes."""
        return _node(self.mint.concept(scheme, notation))


@lru_cache(maxsize=4096)
def _node(iri: str) -> NamedNode:
    return NamedNode(iri)


@lru_cache(maxsize=1024)
def standard(curie: str) -> NamedNode:
    """A term of another vocabulary: ``standard("oa:start")``."""
    prefix, _, name = curie.partition(":")
    if prefix not in PREFIXES:
        raise DataError(f"no such prefix: {prefix}", where="namespaces")
    return NamedNode(PREFIXES[prefix] + name)
