"""Answers → outcomes: what came of an offer, an invitation, a request, a meeting."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.model.assertion import ActType, Inference, NodeKey, Outcome, OutcomeType, node_key
from ungraph.model.document import Document, Status

__all__ = ["extract_outcomes"]

_OUTCOMES = {
    ActType.ACCEPT: OutcomeType.ACCEPTED,
    ActType.AGREE: OutcomeType.ACCEPTED,
    ActType.AUTHORIZE: OutcomeType.ACCEPTED,
    ActType.DECLINE: OutcomeType.DECLINED,
    ActType.TAKE_NOTE: OutcomeType.NOTED,
}
_GENERAL = frozenset("always usually generally normally often regularly routinely".split())


def extract_outcomes(document: Document, drafts: list[Draft]) -> tuple[Outcome, ...]:
    """One outcome for each answer that is tied to what it answers, in order of its evidence."""
    by_key = {d.key: d for d in drafts}
    outcomes: list[Outcome] = []
    for draft in drafts:
        kind = OutcomeType.NO_RESPONSE if draft.silence else _OUTCOMES.get(draft.act_type)
        if kind is None or not draft.in_response_to or draft.negated and not draft.silence:
            continue
        if _is_general(draft):
            continue
        outcomes.append(_outcome(document, draft, kind, by_key))
    return tuple(outcomes)


def _is_general(draft: Draft) -> bool:
    """ "are always taken into account": a rule or a habit, of which nothing came in one case."""
    group = draft.group
    if group is None:
        return False
    near = draft.parsed.words[max(0, group.first - 1) : group.last + 1]
    return not _GENERAL.isdisjoint(near)


def _outcome(
    document: Document, draft: Draft, kind: OutcomeType, by_key: dict[NodeKey, Draft]
) -> Outcome:
    inferences: list[Inference] = []
    of: list[NodeKey] = list(draft.in_response_to)
    evidence = (document.view.to_text(draft.evidence),)
    for key in draft.in_response_to:
        asked = by_key.get(key)
        if asked is None:
            continue
        words = (document.view.to_text(asked.evidence),)
        inferences.append(Inference("ung:outcomeOf", "what this answers", 0.8, words, key))
        if asked.during is not None and asked.during not in of:
            of.append(asked.during)
            inferences.append(
                Inference(
                    "ung:outcomeOf",
                    "the meeting at which it was put forward",
                    0.7,
                    words,
                    asked.during,
                )
            )
    as_of = None
    issued = document.masthead.date
    if draft.silence and issued is not None:
        as_of = issued.value
        inferences.append(
            Inference(
                "ung:asOf",
                "the date on the title page: the latest day the text can speak of",
                0.9,
                issued.spans,
            )
        )
    return Outcome(
        key=node_key("outcome", kind.value, draft.key),
        outcome_type=kind,
        outcome_of=tuple(of),
        brought_about_by=draft.key,
        evidence=evidence,
        as_of=as_of,
        status=Status.INFERRED,
        confidence=0.8,
        inferences=tuple(inferences),
    )
