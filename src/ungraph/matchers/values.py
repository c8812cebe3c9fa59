"""What the mentions of citations say: frozen values, before anything is decided about targets."""

from __future__ import annotations

from dataclasses import dataclass

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.paragraph import Pinpoint
from ungraph.identifiers.resolution import ActKind, ActNumber
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.span import Span

__all__ = [
    "ActReference",
    "BackReference",
    "DescribedAct",
    "NumberedReference",
    "OrganName",
    "SymbolReference",
    "TreatyReference",
]


@dataclass(frozen=True, slots=True)
class OrganName:
    """An organ as named: *slug* of ``data/bodies.csv``, None for a bare "the Commission".

    *head* is the kind of organ ("commission", "council", "assembly", "committee",
    "sub-commission", "conference"); *other* the slug of ``data/other_adopters.csv`` for an
    organization that is no organ of the United Nations.
    """

    slug: str | None
    head: str = ""
    other: str | None = None


@dataclass(frozen=True, slots=True)
class ActReference:
    """A numbered resolution, decision or presidential statement, with all that the words say.

    *number* is None for a number that is no organ's of ours ("1/CP.21"); then *written* holds it.
    *organ* is the organ named next to it, *organ_how* where: "before", "between", "after", "".
    *possessive* is true for "its resolution"; *subject* then is the organ named right after the
    number ("… its resolution 2005/74 the Commission requested"; *relative* with "in which"
    between), *nearby* the organs named
    before it in the sentence, the nearest first. *alone* is true for a number without any head
    noun ("217 A (III)"). *list_start* is the same for all numbers of one list. Spans count in ``Document.text``.
    """

    act: ActKind
    number: ActNumber | None
    written: str
    organ: OrganName | None = None
    organ_how: str = ""
    possessive: bool = False
    subject: OrganName | None = None
    nearby: tuple[OrganName, ...] = ()
    date: PartialDate | None = None
    date_span: Span | None = None
    pinpoint: Pinpoint | None = None
    pinpoint_span: Span | None = None
    title: str | None = None
    alone: bool = False
    list_start: int = -1
    relative: bool = False


@dataclass(frozen=True, slots=True)
class SymbolReference:
    """A document symbol as printed, or one of a shortened list ("A/68/382 and Corr.1")."""

    symbol: DocumentSymbol
    pinpoint: Pinpoint | None = None
    pinpoint_span: Span | None = None
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class TreatyReference:
    """A treaty or the Charter by name; *code* "short:covenant" for "the Covenant"."""

    code: str
    pinpoint: Pinpoint | None = None
    pinpoint_span: Span | None = None


@dataclass(frozen=True, slots=True)
class BackReference:
    """ "that resolution", "the said decision", "ibid.": *kind* is the document type meant.

    *how* is "back", "self" ("the present report"), "ibid" or "thereof".
    """

    kind: str
    how: str
    plural: bool = False
    pinpoint: Pinpoint | None = None
    pinpoint_span: Span | None = None


@dataclass(frozen=True, slots=True)
class NumberedReference:
    """Something with a number of its own kind and no symbol.

    *kind* is "general-comment", "general-recommendation", "communication", "unts" or
    "rules-of-procedure"; *number* as printed ("31", "1790/2008", "14668"; "" for rules), *year* the
    one in brackets after it. *codes* are the treaties that volume and number can be, *committee* is the
    slug of the treaty body whose comment it is, once that is known.
    """

    kind: str
    number: str
    year: str = ""
    codes: tuple[str, ...] = ()
    committee: str = ""
    pinpoint: Pinpoint | None = None
    pinpoint_span: Span | None = None


@dataclass(frozen=True, slots=True)
class DescribedAct:
    """A resolution or decision told by its adopter, subject or date, without a number."""

    act: ActKind
    organ: OrganName | None
    plural: bool = False
    date: PartialDate | None = None
    possessive: bool = False
