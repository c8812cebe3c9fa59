"""What has gone before in a paragraph: who brought what before whom, and to whom each party turned."""

from __future__ import annotations

from dataclasses import dataclass, field

from ungraph.extractors.drafts import Draft
from ungraph.model.assertion import ActType, AgentKey, Inference
from ungraph.model.document import Document

__all__ = ["PLEADING", "RULING", "Floor", "follows", "infer_slot", "is_plea", "names_plea"]

PLEADING = frozenset({ActType.SUBMIT, ActType.REQUEST, ActType.URGE})
RULING = frozenset(
    {ActType.DECLINE, ActType.ACCEPT, ActType.AUTHORIZE, ActType.DECIDE, ActType.AGREE}
)
_PLEAS = tuple(
    "appeal application request complaint claim petition motion action lawsuit suit communication "
    "cassation grievance plea objection".split()
)
_NEAR = 4  # characters between two sentences that follow one another
_CONFIDENCE = 0.7


@dataclass(slots=True)
class Floor:
    """What has gone before in a paragraph: pleas, and to whom each party last turned."""

    fragment: str = ""
    pleas: list[Draft] = field(default_factory=list)
    ruling: Draft | None = None
    before: Draft | None = None
    turned_to: dict[AgentKey, tuple[tuple[AgentKey, ...], Draft]] = field(default_factory=dict)


def is_plea(draft: Draft) -> bool:
    """Whether what *draft* asks or submits is something to be ruled on."""
    if draft.act_type is not ActType.SUBMIT:
        return True
    passive = draft.group is not None and draft.group.voice == "passive"
    shown = draft.subject if passive else draft.object
    words = draft.parsed.words[shown.first : shown.last] if shown is not None else []
    return names_plea([*words, *draft.parsed.words[draft.first : draft.last]])


def names_plea(words: list[str]) -> bool:
    """Whether one of *words* (lower case) is "appeal", "requests", "complaint" or the like."""
    return any(word.startswith(_PLEAS) for word in words)


def follows(draft: Draft, before: Draft) -> bool:
    """Whether the sentence of *draft* comes right after that of *before*."""
    gap = draft.parsed.sentence.span.start - before.parsed.sentence.span.end
    return 0 <= gap <= _NEAR


def infer_slot(
    draft: Draft,
    slot: str,
    keys: tuple[AgentKey, ...],
    reason: str,
    source: Draft,
    document: Document,
) -> None:
    """Fill *slot* ("agents", "addressees") and say why."""
    other = draft.addressees if slot == "agents" else draft.agents
    chosen = tuple(key for key in keys if key not in other)
    if not chosen:
        return
    setattr(draft, slot, chosen)
    words = (document.view.to_text(source.evidence),)
    name = "ung:agent" if slot == "agents" else "ung:addressee"
    draft.inferences += [Inference(name, reason, _CONFIDENCE, words, key) for key in chosen]
