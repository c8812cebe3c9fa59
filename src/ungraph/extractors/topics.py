"""What an act established → a topic of its own: a programme, a fund, a committee."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.model.assertion import ActType, Topic, node_key
from ungraph.model.document import Document

__all__ = ["extract_topics"]


def extract_topics(document: Document, drafts: list[Draft]) -> tuple[Topic, ...]:
    """One topic for each thing established; sets ``established`` of the draft to its key."""
    topics: dict[str, Topic] = {}
    view = document.view
    for draft in drafts:
        if draft.act_type is not ActType.ESTABLISH or draft.theme is None or draft.negated:
            continue
        span = view.to_text(draft.theme)
        label = " ".join(document.quote(span).split())
        for article in ("the ", "a ", "an "):
            label = label.removeprefix(article)
        if not label:
            continue
        key = node_key("topic", label)
        draft.established = key
        words = label.lower().split()
        kind = "ung:Programme" if {"programme", "program"} & set(words[:6]) else "ung:Topic"
        topics.setdefault(key, Topic(key, label, (span,), kind))
    return tuple(topics.values())
