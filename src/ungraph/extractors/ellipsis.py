"""Verbs that stand for another: "28 countries replied, whereas 19 did not", "Chad did so in May"."""

from __future__ import annotations

from dataclasses import replace

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.subjects import find_subject
from ungraph.model.assertion import ActType

__all__ = ["add_stand_ins"]

_DO = frozenset({"did", "does", "do", "has", "have", "had"})
_DENIED = frozenset({ActType.RESPOND, ActType.SUBMIT, ActType.ACCEPT, ActType.AGREE})
_END = frozenset({".", ";", ""})
_AGAINST = frozenset({"whereas", "while", "but", "and"})


def add_stand_ins(parsed: ParsedSentence, drafts: list[Draft], actors: Actors) -> list[Draft]:
    """*drafts* of the sentence with one more for each "did so" or "did not" that repeats one."""
    text = parsed.text
    if not drafts or not ("did so" in text or " not." in text or " not;" in text):
        return drafts
    added: list[Draft] = []
    for i in range(2, len(parsed) - 1):
        if parsed.words[i] not in _DO:
            continue
        so = parsed.words[i + 1] == "so" and parsed.words[i] == "did"
        denied = parsed.words[i + 1] == "not" and parsed.word(i + 2) in _END
        if not so and not denied:
            continue
        base = next(
            (
                d
                for d in reversed(drafts)
                if d.group is not None and d.group.voice == "active" and d.last <= i - 1
            ),
            None,
        )
        if base is None or (denied and base.act_type not in _DENIED):
            continue
        subject = find_subject(parsed, i, frozenset())
        if subject is None or subject.first <= base.last:
            continue
        if _AGAINST.isdisjoint(parsed.words[max(base.last, subject.first - 3) : subject.first]):
            continue
        keys = actors.keys_of(parsed, subject)
        if keys == base.agents and keys:
            continue
        draft = replace(
            base,
            first=i,
            last=i + 2,
            subject=subject,
            object=None,
            agents=keys,
            theme=None,
            content=None,
            date=None,
            until=None,
            more_dates=(),
            date_leans_on=None,
            negated=base.negated if so else not base.negated,
            parts=[parsed.span_of(subject.first, subject.last), base.cue],
            inferences=[],
        )
        for k in range(i + 2, min(len(parsed), i + 6)):
            filler = parsed.fillers[k]
            if parsed.codes[k] == DATE and filler is not None:
                draft.date, draft.until = filler.date, filler.until
                break
        added.append(draft)
    return [*drafts, *added] if added else drafts
