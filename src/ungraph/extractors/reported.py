"""Reported speech: what a statement says hangs on the statement, as deep as the text nests it."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft

__all__ = ["hang_reported"]


def hang_reported(drafts: list[Draft]) -> None:
    """Give each draft that stands inside the reported clause of another to the innermost one."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.parsed.sentence.span.start, []).append(draft)
    for group in by_sentence.values():
        speakers = [d for d in group if d.content is not None]
        for draft in group:
            inside = [
                s for s in speakers
                if s is not draft and s.content is not None and s.content.contains(draft.cue)
                and s.key != draft.key
            ]
            if inside:
                nearest = min(inside, key=lambda s: len(s.content) if s.content else 0)
                nearest.contents = (*nearest.contents, draft.key)
                draft.holder = nearest.key
        _attribute(group)


def _attribute(group: list[Draft]) -> None:
    """"According to the State party, …": the words that the acts of the sentence are laid to."""
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
