"""Events of several extractors → each event once: the session of the title page and of the text."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from ungraph.model.assertion import Event, NodeKey, SessionKey

__all__ = ["merge_events"]

_ATTRIBUTE = {
    "scheduled_for": "ung:scheduledFor",
    "held_on": "ung:heldOn",
    "ends_on": "ung:endsOn",
    "event_status": "ung:eventStatus",
    "places": "ung:place",
    "participants": "ung:participant",
    "body": "ung:body",
    "ordinal": "ung:ordinal",
    "part_of": "ung:partOf",
}
_UNITED = frozenset({"evidence", "inferences"})


def merge_events(*groups: tuple[Event, ...]) -> tuple[Event, ...]:
    """All events of *groups*, one for each session and for each key.

    What an earlier group says holds; later ones add what it leaves out, their evidence, and the
    key. Of inferences the first about each property is kept.
    """
    merged: dict[SessionKey | NodeKey, Event] = {}
    for group in groups:
        for event in group:
            name = event.session or event.key
            known = merged.get(name)
            merged[name] = event if known is None else _merge(known, event)
    return tuple(merged.values())


def _merge(known: Event, other: Event) -> Event:
    added: dict[str, Any] = {
        field.name: getattr(other, field.name)
        for field in fields(Event)
        if field.name not in _UNITED and not getattr(known, field.name)
    }
    said = {inference.property for inference in known.inferences}
    taken = {_ATTRIBUTE.get(name, "") for name in added}
    inferences = tuple(
        i for i in other.inferences if i.property not in said and i.property in taken
    )
    return replace(
        known,
        key=other.key,  # acts refer to the event that the text speaks of
        evidence=tuple(sorted({*known.evidence, *other.evidence})),
        inferences=known.inferences + inferences,
        **added,
    )
