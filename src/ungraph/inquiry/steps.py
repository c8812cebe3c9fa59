"""One step of a chain: what it is, the words it rests on, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Link"]


@dataclass(frozen=True, slots=True)
class Link:
    """One step of a chain.

    *kind* is "document", "request", "mandate", "task", "report", "event", "act" or "outcome";
    *words* are the exact words it rests on; *relation* says how it hangs on the step before.
    """

    kind: str
    iri: str
    label: str
    relation: str = ""
    date: str = ""
    words: str = ""
    followed_by: tuple[Link, ...] = ()
