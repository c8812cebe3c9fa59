"""Mention: words at a span that name something, before anything is decided about what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from ungraph.model.span import Span

__all__ = ["Mention", "MentionKind"]

V = TypeVar("V", covariant=True)


class MentionKind(StrEnum):
    """What kind of thing the words name."""

    SYMBOL = "symbol"
    RESOLUTION = "resolution"
    DECISION = "decision"
    TREATY = "treaty"
    DOCUMENT_REFERENCE = "document-reference"
    DATE = "date"
    ORGAN = "organ"
    OFFICE = "office"
    PERSON = "person"
    STATE = "state"
    GOVERNMENT = "government"
    AGENT_REFERENCE = "agent-reference"
    GROUP = "group"
    ORGANIZATION = "organization"
    PLACE = "place"
    EVENT = "event"
    CUE = "cue"


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """Words that name something.

    *span* counts in ``Document.text``; *surface* is the text there; *value* what the words parse
    to (a frozen value of the matcher); *rule* the id of the pattern or data row that fired.
    """

    kind: MentionKind
    span: Span
    surface: str
    value: V
    rule: str
