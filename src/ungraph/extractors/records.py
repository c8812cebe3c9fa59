"""Records of meetings: "I" and "we" are who has the floor, "It was so decided" is the organ's.

A speech opens with its speaker ("Ms. Silva (Brazil): …") and goes on until another one opens.
Both are told as inferences; a speaker who is not named ("The President:") stays open.
"""

from __future__ import annotations

from functools import cache

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.matchers.engine import Pattern, compile_pattern
from ungraph.model.assertion import ActType, Agent, AgentKey, AgentKind, Inference
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["name_speakers"]

_FLOOR = "who has the floor in the record"
_MET = "the organ whose meeting this is"
_DECIDED = frozenset({ActType.DECIDE, ActType.ADOPT})
_BUSINESS = frozenset(
    "draft resolution resolutions decision agenda amendment it text report".split()
)
_OPENING = 160


@cache
def _opener() -> Pattern:
    """ "Mr. Diallo (Mali):", "Ms. Silva (Brazil) (spoke in Portuguese):", "The President:"."""
    return compile_pattern(
        r"\s*((?:(?:Mrs?|Ms|Dr)\.|Miss|Sir|Dame|Lord|The)\s[^:()\n]{1,60}?)"
        r"\s*(?:\([^()\n]{1,60}\)\s*){0,2}:\s"
    )


@cache
def _record() -> Pattern:
    return compile_pattern(r"(?:^|/)(?:PV|SR)\.\d")


def name_speakers(drafts: list[Draft], document: Document, actors: Actors) -> None:
    """Give first-person acts of a verbatim or summary record their speaker, and what was decided
    without a subject the organ that met."""
    if document.symbol is None or not _record().search(document.symbol.text):
        return
    speakers = _speakers(document, actors)
    organ = document.masthead.organ
    if organ is not None:
        actors.add_body(AgentKey(organ.value))
    for draft in drafts:
        if draft.agents or draft.subject is None or draft.group is None:
            continue
        words = draft.parsed.words[draft.subject.first : draft.subject.last]
        if words in (["i"], ["we"]) and draft.group.voice == "active":
            speaker = speakers.get(draft.parsed.sentence.block.fragment)
            if speaker is not None:
                _give(draft, speaker.key, _FLOOR, speaker.evidence[:1])
        elif organ is not None and _is_business(draft, words):
            _give(draft, AgentKey(organ.value), _MET, organ.spans)


def _is_business(draft: Draft, words: list[str]) -> bool:
    """ "It was so decided", "The draft resolution was adopted"."""
    if draft.act_type not in _DECIDED or draft.group is None or draft.group.voice != "passive":
        return False
    so = "so" in draft.parsed.words[draft.group.first : draft.group.head]
    past = draft.parsed.words[draft.group.first] in {"was", "were"}
    return past and (so or draft.act_type is ActType.ADOPT) and not _BUSINESS.isdisjoint(words)


def _give(draft: Draft, key: AgentKey, reason: str, evidence: tuple[Span, ...]) -> None:
    draft.agents = (key,)
    draft.addressees = tuple(k for k in draft.addressees if k != key)
    draft.inferences.append(Inference("ung:agent", reason, 0.8, evidence, key))


def _speakers(document: Document, actors: Actors) -> dict[str, Agent]:
    """Who has the floor in each paragraph, by its fragment."""
    people = {a.label: a for a in actors.known() if a.kind is AgentKind.PERSON}
    held: dict[str, Agent] = {}
    current: Agent | None = None
    for block in document.blocks:
        start = block.span.start
        opener = _opener().match(document.text[start : min(block.span.end, start + _OPENING)])
        if opener is not None:
            current = people.get(opener.group(1) or "")
        if current is not None:
            held[block.fragment] = current
    return held
