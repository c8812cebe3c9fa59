"""The mandate holder who tells of his or her activities: "On 25 May, he gave a lecture at a seminar".

Where one office takes part in most events of a report, "he" or "she" without a name in the
paragraph is that office; the graph says so as an inference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ungraph.extractors.event_slots import EventDraft
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import AgentKey, AgentKind, Inference

__all__ = ["infer_visitor"]

_SHARE = 0.6
_LEAST = 2
_REASON = "the one office that takes part in the events of this report"


def infer_visitor(events: Sequence[EventDraft], actors: Actors) -> None:
    """Name the office that tells of *events* where only a pronoun does."""
    if not any(event.unnamed for event in events):
        return
    counts: Counter[AgentKey] = Counter()
    for event in events:
        for key in event.participants:
            agent = actors.agent(key)
            if agent is not None and agent.kind is AgentKind.OFFICE:
                counts[key] += 1
    if not counts:
        return
    key, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if count < _LEAST or count < _SHARE * sum(counts.values()):
        return
    agent = actors.agent(key)
    words = agent.evidence[:1] if agent is not None else ()
    for event in events:
        if event.unnamed and key not in event.participants:
            event.participants = (key, *event.participants)
            event.inferences.append(Inference("ung:participant", _REASON, 0.6, words, key))
