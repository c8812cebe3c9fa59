"""Reported speech: what a statement says hangs on the statement, as deep as the text nests it."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import side_of
from ungraph.model.assertion import AgentKind

__all__ = ["hang_reported"]


def hang_reported(drafts: list[Draft], actors: Actors) -> None:
    """Give each draft that stands inside the reported clause of another to the innermost one."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.parsed.sentence.span.start, []).append(draft)
    for group in by_sentence.values():
        speakers = [d for d in group if d.content is not None]
        for draft in group:
            inside = [
                s
                for s in speakers
                if s is not draft
                and s.content is not None
                and s.content.contains(draft.cue)
                and s.key != draft.key
            ]
            if inside:
                nearest = min(inside, key=lambda s: len(s.content) if s.content else 0)
                nearest.contents = (*nearest.contents, draft.key)
                draft.holder = nearest.key
                _on_behalf(nearest, draft, actors)
        _attribute(group)


def _on_behalf(statement: Draft, content: Draft, actors: Actors) -> None:
    """An office that says what its government does speaks on behalf of it."""
    speakers = [actors.agent(key) for key in statement.agents]
    if not all(s is not None and s.kind is AgentKind.OFFICE for s in speakers):
        return
    sides = {side_of(key, actors) for key in statement.agents}
    for key in content.agents:
        agent = actors.agent(key)
        if (
            agent is not None
            and agent.kind is AgentKind.GOVERNMENT
            and side_of(key, actors) in sides
        ):
            statement.on_behalf_of = key


def _attribute(group: list[Draft]) -> None:
    """ "According to the State party, …": the words that the acts of the sentence are laid to."""
    parsed = group[0].parsed
    for i in range(len(parsed) - 2):
        if parsed.words[i] == "according" and parsed.words[i + 1] == "to":
            filler_at = i + 2
            while filler_at < len(parsed) and parsed.codes[filler_at] == "d":
                filler_at += 1
            if parsed.code(filler_at) != "A":
                continue
            words = parsed.words_of(i + 2, filler_at + 1)
            for draft in group:
                if draft.first > filler_at or draft.last <= i:
                    draft.attribution = words
            return
