"""Every exception of ungraph, by what the caller can do about it.

    UngraphError
    ├── DocumentError      this document is unusable; go on with the next one
    │   └── LimitError     it is larger or deeper than a limit allows
    ├── IdentifierError    this text is not what it was said to be (also a ValueError)
    ├── DataError          a data file of ours is wrong
    ├── MissingExtraError  an optional part is not installed (names the extra)
    ├── OutputError        the result could not be written
    ├── PluginError        an outside extractor is missing or cannot be used
    ├── QueryError         this query is not SPARQL
    └── StoreError         the store or the network refused

A message says, in this order: what happened, where, why, and what to do.
"""

from __future__ import annotations

__all__ = [
    "DataError",
    "DocumentError",
    "IdentifierError",
    "LimitError",
    "MissingExtraError",
    "OutputError",
    "PluginError",
    "QueryError",
    "StoreError",
    "UngraphError",
]


class UngraphError(Exception):
    """Base of all errors that ungraph raises on purpose."""

    def __init__(self, what: str, *, where: str = "", why: str = "", advice: str = "") -> None:
        self.what = what
        self.where = where
        self.why = why
        self.advice = advice
        super().__init__(self._message())

    def _message(self) -> str:
        text = self.what
        if self.where:
            text = f"{text} in {self.where}"
        if self.why:
            text = f"{text}: {self.why}"
        if self.advice:
            text = f"{text}. {self.advice}"
        return text


class DocumentError(UngraphError):
    """One document is unusable; the others are not concerned."""


class LimitError(DocumentError):
    """A document is larger, longer or deeper than a limit allows."""


class IdentifierError(UngraphError, ValueError):
    """A text is not the identifier it was said to be."""


class DataError(UngraphError):
    """A data file of ours is wrong."""


class MissingExtraError(UngraphError):
    """An optional part is not installed; the advice names the extra."""


class OutputError(UngraphError):
    """A result could not be written; nothing was left under the final name."""


class PluginError(UngraphError):
    """An outside extractor is not installed, or cannot be loaded."""


class QueryError(UngraphError):
    """A query is not SPARQL 1.1."""


class StoreError(UngraphError):
    """A store or an endpoint refused or could not be reached."""
