"""Markup: what the publisher marked up beyond the text (links, votes, workflow, keywords).

AKN4UN files say in metadata what the printed page does not say, or says only in words. None of it
is guessed: a value is here because an element or attribute of the file holds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.span import Span

__all__ = [
    "Adoption",
    "AdoptionManner",
    "Ballot",
    "Hyperlink",
    "Keyword",
    "Markup",
    "Originating",
    "VoteChoice",
    "WorkflowStep",
]


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link of the file: the words it is on, where it leads, and the symbol in that address.

    *symbol* is None for addresses that are not of a UN document (a page of un.org).
    """

    span: Span
    address: str
    symbol: DocumentSymbol | None = None


class AdoptionManner(StrEnum):
    """How a text was adopted (or not)."""

    WITHOUT_VOTE = "without-vote"
    RECORDED_VOTE = "recorded-vote"
    ACCLAMATION = "acclamation"
    CONSENSUS = "consensus"
    UNANIMOUS = "unanimous"
    VOTING_BY_MAIL = "voting-by-mail"
    NOT_ADOPTED = "not-adopted"
    VETOED = "vetoed"


class VoteChoice(StrEnum):
    """What a member did in a recorded vote."""

    IN_FAVOUR = "in-favour"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    NOT_VOTING = "not-voting"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One column of a recorded vote: the count as stated and the members as named by the file."""

    choice: VoteChoice
    count: int | None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adoption:
    """When, where and how the text was adopted.

    *meeting* is the number of the meeting ("54"), *meeting_words* what the page prints
    ("54th plenary meeting"), *record* the symbol of its verbatim record (A/77/PV.54).
    """

    date: PartialDate | None = None
    date_span: Span | None = None
    meeting: str | None = None
    meeting_words: str = ""
    meeting_span: Span | None = None
    manner: AdoptionManner | None = None
    record: DocumentSymbol | None = None
    ballots: tuple[Ballot, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkflowStep:
    """A step on the way to adoption, in order of the file.

    *outcome* is the word of the markup (``draftResolution``, ``draftResolutionAdditionalSponsors``,
    ``recommendedForAdoption``, ``adopted``, ``veto``, ``notAdopted``), "" when none is given;
    *date* is None where the file has 0001-01-01; *by* the sponsors or body as written;
    *pinpoint* the paragraph of the report ("para. 31") or other reference ("Chapter VII").
    """

    outcome: str
    date: PartialDate | None = None
    symbol: DocumentSymbol | None = None
    by: str = ""
    pinpoint: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Keyword:
    """A subject heading or agenda reference given by the library or the editors.

    *vocabulary* is ``sdg``, ``unbis``, ``eurovoc``, ``dhl`` (names) or, for an agenda item, the
    symbol of the agenda document; *role* is ``subject``, ``agenda`` or ``title``.
    """

    label: str
    vocabulary: str
    iri: str | None = None
    role: str = "subject"
    notation: str | None = None


@dataclass(frozen=True, slots=True)
class Originating:
    """The document named in brackets on the title page, on whose report the text was adopted."""

    symbol: DocumentSymbol
    pinpoint: str
    span: Span


@dataclass(frozen=True, slots=True)
class Markup:
    """All of it for one file; empty for formats that mark up nothing.

    *work_iri* and *expression_iri* are those of the file (``/akn/un/statement/…``). *committee* is
    the word of the markup (``thirdCommittee``) or the name given, *committee_span* the words on the
    title page. *published* and *job_number* are the issue date and the docket number.
    """

    work_iri: str | None = None
    expression_iri: str | None = None
    document_name: str | None = None
    published: PartialDate | None = None
    job_number: str | None = None
    hyperlinks: tuple[Hyperlink, ...] = ()
    adoption: Adoption | None = None
    steps: tuple[WorkflowStep, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    originating: tuple[Originating, ...] = ()
    committee: str | None = None
    committee_span: Span | None = None
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != _NOTHING


_NOTHING = Markup()
