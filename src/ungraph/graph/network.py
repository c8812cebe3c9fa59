"""The citation network as plain records: documents and the citations between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["CITATION_FIELDS", "DOCUMENT_FIELDS", "CitationRecord", "DocumentRecord", "FieldKind"]

FieldKind = Literal["string", "integer", "boolean"]


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document as catalogues and network tools know it; "" for what is not known.

    *date* is that of adoption, else of issue, as precise as known ("2006", "2006-12",
    "2006-12-06"); *held* tells a document that was read from one that is only cited; *organ_key*
    is the key of the agent that *organ* names.
    """

    iri: str
    symbol: str = ""
    title: str = ""
    title_language: str = ""
    subtitle: str = ""
    type: str = ""
    date: str = ""
    organ: str = ""
    organ_key: str = ""
    languages: tuple[str, ...] = ()
    held: bool = False

    @property
    def label(self) -> str:
        """What to call it: its symbol, else its title, else its address."""
        return self.symbol or self.title or self.iri

    @property
    def year(self) -> int | None:
        """The year of its date."""
        return int(self.date[:4]) if self.date[:4].isdigit() else None


@dataclass(frozen=True, slots=True)
class CitationRecord:
    """One citation: who cites what, how (*relation*), and where in it (*pinpoint*)."""

    iri: str
    citing: str
    cited: str
    relation: str = ""
    pinpoint: str = ""


DOCUMENT_FIELDS: Mapping[str, FieldKind] = MappingProxyType(
    {
        "label": "string",
        "symbol": "string",
        "title": "string",
        "title_language": "string",
        "type": "string",
        "date": "string",
        "year": "integer",
        "organ": "string",
        "organ_key": "string",
        "held": "boolean",
    }
)
CITATION_FIELDS: Mapping[str, FieldKind] = MappingProxyType(
    {"relation": "string", "pinpoint": "string"}
)
