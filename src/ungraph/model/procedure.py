"""How a text came to be adopted: votes, steps on the way, subject headings; from the file's markup.

These rest on the markup of the file and not on printed words; *evidence* holds printed words only
where the page repeats them ("54th plenary meeting").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.closed_lists import OutcomeType
from ungraph.model.fact import AgentKey, Inference, NodeKey
from ungraph.model.span import Span

__all__ = [
    "Amendment",
    "Operation",
    "Procedure",
    "ProcedureStep",
    "StepType",
    "Subject",
    "Vote",
]


class StepType(StrEnum):
    """The closed list ``step-types``."""

    DRAFT = "draft"
    ADDITIONAL_SPONSORS = "additional-sponsors"
    RECOMMENDATION = "recommendation"
    ADOPTION = "adoption"
    REJECTION = "rejection"
    VETO = "veto"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Vote:
    """A recorded vote on this document, or announced in it on another one.

    Members as agent keys; *unresolved* are names of the file that no table knows, as
    ("favour", "NEW LAND"). Counts are those of the file, which may differ from the lists. *of* is
    the document voted on (None for the document itself), *pinpoint* its part in the words of the
    record ("Operative paragraph 7"), *adopted_as* what came of it, *during* the meeting;
    *from_words* tells a vote that the printed record announces from one in the markup of a file.
    """

    key: NodeKey
    evidence: tuple[Span, ...] = ()
    held_on: PartialDate | None = None
    favour: tuple[AgentKey, ...] = ()
    against: tuple[AgentKey, ...] = ()
    abstaining: tuple[AgentKey, ...] = ()
    absent: tuple[AgentKey, ...] = ()
    favour_count: int | None = None
    against_count: int | None = None
    abstaining_count: int | None = None
    absent_count: int | None = None
    result: OutcomeType | None = None
    unresolved: tuple[tuple[str, str], ...] = ()
    of: DocumentSymbol | NodeKey | None = None
    pinpoint: str | None = None
    adopted_as: DocumentSymbol | None = None
    during: NodeKey | None = None
    from_words: bool = False
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """One step: the document it happened in, its date where known, who stood behind it.

    *words* is what the file says of those ("Uganda (on behalf of the Group of African States)"),
    *sponsors* the states among them that can be told, *agents* the bodies that did the step (the
    committee that recommended, the organ that adopted), *manner* how a text was adopted
    ("without-vote"). *of* is the draft that the step belongs to where it is not this document.
    """

    key: NodeKey
    step_type: StepType
    order: int
    document: DocumentSymbol | None = None
    date: PartialDate | None = None
    pinpoint: str | None = None
    sponsors: tuple[AgentKey, ...] = ()
    agents: tuple[AgentKey, ...] = ()
    words: str = ""
    manner: str | None = None
    evidence: tuple[Span, ...] = ()
    of: DocumentSymbol | None = None


class Operation(StrEnum):
    """The closed list ``operations``."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change that this document proposes to the draft *target*, or makes to what it corrects.

    *pinpoint* is the place in normal form ("preamb. para. 3"), *position* where new words stand
    to it: "at", "after" or "before". *removed* and *inserted* are exact words of the text.
    """

    key: NodeKey
    operation: Operation
    target: DocumentSymbol
    evidence: tuple[Span, ...]
    pinpoint: str | None = None
    position: str = "at"
    removed: str | None = None
    inserted: str | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject heading: its IRI where the file gives one, and its label."""

    label: str
    iri: str | None
    vocabulary: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """All of it for one document; empty for files that mark up nothing."""

    votes: tuple[Vote, ...] = ()
    steps: tuple[ProcedureStep, ...] = ()
    subjects: tuple[Subject, ...] = ()
    akn_work_iri: str | None = None
    amendments: tuple[Amendment, ...] = ()

    def __iter__(self) -> Iterator[Vote | ProcedureStep | Subject | Amendment]:
        """Votes, steps, subjects, amendments."""
        yield from self.votes
        yield from self.steps
        yield from self.subjects
        yield from self.amendments
