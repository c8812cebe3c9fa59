"""Speeches of records of meetings, and letters: who speaks or writes, for whom, to whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ungraph.identifiers.date import PartialDate
from ungraph.model.fact import AgentKey, Inference, NodeKey
from ungraph.model.span import Span

__all__ = ["Letter", "LetterKind", "MeetingCourse", "Speech", "Voice"]


@dataclass(frozen=True, slots=True)
class Speech:
    """One turn of one speaker at a meeting.

    *fragment* names it as a part of its version ("speech-12", counted from 1), *span* is its whole
    text, *evidence* its speaker line, *words* what that line prints. *speaker* is None where the
    line tells nobody. *on_behalf_of* is the State or organization in brackets after the name and
    those for which the speaker says to speak; *capacity* a post printed there; *language* a BCP 47
    tag of the language spoken, None where the record does not say.
    """

    fragment: str
    order: int
    span: Span
    evidence: tuple[Span, ...]
    words: str
    speaker: AgentKey | None = None
    on_behalf_of: tuple[AgentKey, ...] = ()
    capacity: str | None = None
    language: str | None = None
    during: NodeKey | None = None
    parts: tuple[str, ...] = ()
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingCourse:
    """When a meeting was called to order, suspended, resumed and rose ("15:05", times of its day),
    and who presided."""

    opened_at: str | None = None
    closed_at: str | None = None
    suspended_at: tuple[str, ...] = ()
    resumed_at: tuple[str, ...] = ()
    presided_by: tuple[AgentKey, ...] = ()


class LetterKind(StrEnum):
    """What a message calls itself."""

    LETTER = "letter"
    NOTE_VERBALE = "note-verbale"
    CABLE = "cable"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or note verbale with its sender, its addressee and its own date.

    *key* is None for the letter that the document itself is; else it names a letter printed in an
    annex (*fragment*) or only spoken of. *encloses* are the annexes (fragments) and letters (keys)
    it came with; *signatories* those who signed.
    """

    key: NodeKey | None
    kind: LetterKind
    evidence: tuple[Span, ...]
    words: str
    senders: tuple[AgentKey, ...] = ()
    addressees: tuple[AgentKey, ...] = ()
    written_on: PartialDate | None = None
    signatories: tuple[AgentKey, ...] = ()
    fragment: str | None = None
    enclosed_parts: tuple[str, ...] = ()
    enclosed_letters: tuple[NodeKey, ...] = ()
    inferences: tuple[Inference, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose "I" and "we" a paragraph holds, and whom its "you" means.

    *sides* are the State, Government or organization spoken for ("my country"); *words* how the
    page names the voice; *reason* why it is heard here; *date* when it spoke, where that is the
    date of a letter; *reported* for a summary record, whose speakers are "he" and "she".
    *is_document* for a letter that is the document itself, *own_names* for a note verbale, which
    speaks of its sender by name ("The Permanent Mission requests").
    """

    agents: tuple[AgentKey, ...]
    evidence: tuple[Span, ...]
    reason: str
    words: str
    addressees: tuple[AgentKey, ...] = ()
    sides: tuple[AgentKey, ...] = ()
    date: PartialDate | None = None
    reported: bool = False
    is_document: bool = False
    own_names: bool = False
