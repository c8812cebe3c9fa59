"""The closed lists of the model; each value is the notation of a SKOS concept."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ActType",
    "AgentKind",
    "EventStatus",
    "EventType",
    "OutcomeType",
    "Relation",
]


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
