"""Keys of records, inferences, and the plain facts of a document.

A key is the hash of the record's own words, never of its place: the same sentence gives the same
key wherever it stands, so a change elsewhere in the text changes nothing here.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from ungraph.identifiers.date import PartialDate
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.document import Status
from ungraph.model.span import Span

__all__ = [
    "AgentKey",
    "Concept",
    "Fact",
    "FactSubject",
    "FactValue",
    "Inference",
    "NodeKey",
    "SessionKey",
    "Text",
    "node_key",
]

AgentKey = NewType("AgentKey", str)
NodeKey = NewType("NodeKey", str)
SessionKey = NewType("SessionKey", str)

_HASH_CHARS = 12
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def node_key(kind: str, *content: str | int | None) -> NodeKey:
    """``{kind}-{hash}`` over an unambiguous encoding of *content* (a JSON list).

    Give the words of the record (and, where the same sentence yields several, the offset of the
    cue inside it), never positions in the document.

    >>> node_key("act", "invite", "A invited B.", 2)
    'act-ffdd7639e826'
    """
    encoded = _ENCODER.encode([kind, *content])
    return NodeKey(f"{kind}-{hashlib.sha256(encoded.encode()).hexdigest()[:_HASH_CHARS]}")


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
