"""Votes of a record → what came of the draft: adopted, or not, and whose veto it was.

"The draft resolution was not adopted owing to the negative vote of a permanent member": the draft
is rejected, which the permanent members that voted against brought about. Everything else the
vote itself brought about. Votes on parts of a text say nothing of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.model.assertion import (
    Act,
    ActType,
    AgentKey,
    Inference,
    NodeKey,
    Outcome,
    OutcomeType,
    node_key,
)
from ungraph.model.document import Document
from ungraph.model.procedure import Vote
from ungraph.model.span import Span
from ungraph.readers.recordlines import search_line

__all__ = ["extract_vote_outcomes"]

_RULE = "record-veto"
_PERMANENT = frozenset(f"state-{code}" for code in ("chn", "fra", "gbr", "rus", "sun", "usa"))
_AGAINST = "a permanent member among those that voted against"


def extract_vote_outcomes(
    document: Document, votes: Sequence[Vote]
) -> tuple[tuple[Outcome, ...], tuple[Act, ...]]:
    """One outcome for each vote in *votes* whose result is announced, and the acts of veto."""
    outcomes: list[Outcome] = []
    vetoes: list[Act] = []
    for vote in votes:
        if vote.result is None or vote.of is None or vote.pinpoint or not vote.evidence:
            continue
        announced = vote.evidence[-1]
        veto = _veto(document, vote, announced)
        if veto is not None:
            vetoes.append(veto)
        by_symbol = isinstance(vote.of, DocumentSymbol)
        outcomes.append(
            Outcome(
                key=node_key("outcome", vote.result.value, vote.key),
                outcome_type=vote.result,
                outcome_of=() if by_symbol else (NodeKey(str(vote.of)),),
                brought_about_by=vote.key if veto is None else veto.key,
                evidence=(announced,),
                of_document=vote.of if isinstance(vote.of, DocumentSymbol) else None,
                inferences=tuple(
                    Inference("ung:outcomeOf", i.reason, i.confidence, i.evidence, i.value)
                    for i in vote.inferences
                    if i.property == "ung:voteOf"
                ),
            )
        )
    return tuple(outcomes), tuple(vetoes)


def _veto(document: Document, vote: Vote, announced: Span) -> Act | None:
    """The act of the permanent members whose vote the announcement gives as the reason."""
    if vote.result is not OutcomeType.REJECTED:
        return None
    said = search_line("veto", document.quote(announced))
    members: tuple[AgentKey, ...] = tuple(key for key in vote.against if key in _PERMANENT)
    if said is None or not members:
        return None
    lines = vote.evidence[:-1]
    return Act(
        node_key("act", _RULE, vote.key),
        ActType.DECLINE,
        said[0],
        (announced,),
        members,
        date=vote.held_on,
        during=vote.during,
        target=vote.of,
        rule=_RULE,
        inferences=tuple(Inference("ung:agent", _AGAINST, 0.95, lines, key) for key in members),
    )
