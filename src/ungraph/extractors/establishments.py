"""Mandates that an organ gives for a time to what it sets up, or to whom it appoints.

"Decides to establish the United Nations Mission in … (UNMIX) for an initial period of 12 months":
the mission holds a mandate, which runs for that time. Only what is known as an agent holds one,
and only where the words say for how long.
"""

from __future__ import annotations

from ungraph.extractors.deadlines import find_duration
from ungraph.extractors.drafts import Draft
from ungraph.extractors.extension_words import load_extension_words
from ungraph.extractors.parsing import AGENT, Filler, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.model.assertion import ActType, AgentKind, Inference, Mandate, Task, node_key
from ungraph.model.document import Document

__all__ = ["find_establishment"]

_ACTS = frozenset({ActType.DECIDE, ActType.ESTABLISH, ActType.APPOINT})
_HOLDING = frozenset({AgentKind.BODY, AgentKind.OFFICE, AgentKind.ORGANIZATION})
_REACH = 120
_REASON = "what is set up, or who is appointed, for that time"


def find_establishment(document: Document, draft: Draft, actors: Actors) -> Mandate | None:
    """The mandate of what *draft* sets up for a stated time, else None."""
    if draft.act_type not in _ACTS or draft.negated or (tokens := draft.theme_tokens) is None:
        return None
    parsed, (first, end) = draft.parsed, tokens
    language = draft.row.language or "en"
    text, base = parsed.words_of(first, end), parsed.starts[first]
    verb = next(
        (m.end() for p, _ in load_extension_words(language, "establish") if (m := p.match(text))),
        None,
    )
    holder = _holder(parsed, actors, base + verb) if verb is not None else None
    term = find_duration(document, parsed, first, end)
    if verb is None or holder is None or term is None:
        return None
    between = text[verb : holder.start - base].replace(term.words, " ")
    news = [pattern for pattern, _ in load_extension_words(language, "new")]
    pieces = between.replace(",", " , ").replace("'", "' ").split()
    if not all(any(p.fullmatch(piece) for p in news) for piece in pieces):
        return None
    view = document.view
    place = parsed.at(holder.start)
    label = document.quote(view.to_text(parsed.span_of(first, place + 1)))
    label = " ".join(label.removeprefix("to ").split())
    named = view.to_text(parsed.span_of(place, place + 1))
    task = Task(
        key=node_key("task", draft.key, label),
        label=label,
        evidence=(view.to_text(parsed.span_of(first, end)),),
        due_by=term.words,
        due_on=term.day,
    )
    return Mandate(
        key=node_key("mandate", draft.key),
        given_by=draft.key,
        holders=holder.keys,
        tasks=(task,),
        evidence=(view.to_text(draft.evidence),),
        inferences=tuple(
            Inference("ung:mandateHolder", _REASON, 0.85, (named,), key) for key in holder.keys
        ),
    )


def _holder(parsed: ParsedSentence, actors: Actors, start: int) -> Filler | None:
    """The first agent behind the verb that can hold a mandate."""
    for filler in parsed.fillers:
        if filler is None or filler.code != AGENT or not filler.keys or filler.start < start:
            continue
        if filler.start > start + _REACH:
            return None
        agent = actors.agent(filler.keys[0])
        return filler if agent is not None and agent.kind in _HOLDING else None
    return None
