"""The mandate holder whose report a document is: sends its urgent appeals, receives its answers.

A report of a special procedure says "urgent appeals were sent" and "no reply was received" without
naming the sender each time. Where one office alone speaks in the document, it is meant; the graph
says so as an inference.
"""

from __future__ import annotations

from collections import Counter

from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.model.assertion import ActType, AgentKey, AgentKind, Inference
from ungraph.model.document import Document
from ungraph.model.span import Span

__all__ = ["infer_reporter"]

_SHARE = 0.6
_ANSWERING = frozenset({AgentKind.GOVERNMENT, AgentKind.STATE, AgentKind.GROUP})
_GOING_ON = frozenset({ActType.RECOMMEND, ActType.CONDEMN, ActType.WELCOME})
_OF_REPORTS = frozenset({"recommend-n-that-conclude", "recommend-n-contained"})
_HIS_OWN = frozenset({"visit", "visits", "report", "reports", "mission", "missions"})
_VISITS = frozenset("visit visits mission missions invitation invitations".split())
_REASON = "the one office that speaks in this report"


def infer_reporter(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """Name the reporting office as sender of urgent appeals, and as the one answered or kept
    waiting, where the words name nobody."""
    reporter, evidence = _find_reporter(drafts, actors, document)
    if reporter is None:
        return
    speaking: tuple[str, tuple[AgentKey, ...]] = ("", ())
    _address_appeals(drafts, reporter, actors)
    for draft in drafts:
        fragment = draft.parsed.sentence.block.fragment
        goes_on = speaking == (fragment, (reporter,))
        if draft.group is not None and draft.holder is None and draft.agents:
            speaking = (fragment, draft.agents)
        if not draft.agents and _is_reporters(draft, goes_on):
            draft.agents = (reporter,)
            draft.inferences.append(Inference("ung:agent", _REASON, 0.6, evidence, reporter))
        elif draft.act_type is ActType.RESPOND and not draft.addressees and draft.agents:
            kinds = {agent.kind for key in draft.agents if (agent := actors.agent(key))}
            if kinds <= _ANSWERING and not same_side(draft.agents, (reporter,), actors):
                draft.addressees = (reporter,)
                draft.inferences.append(
                    Inference("ung:addressee", _REASON, 0.6, evidence, reporter)
                )


def _is_reporters(draft: Draft, goes_on: bool) -> bool:
    """Urgent appeals, and what "his" or "her" request or recommendation is, are the reporter's; so
    is "the present report is submitted", and what was recommended or regretted without a name right
    after what the reporter said (*goes_on*)."""
    words = draft.parsed.words
    passive = draft.group is not None and draft.group.voice == "passive"
    if passive or draft.row.frame in {"made", "expressed"}:
        own = (
            words[0] in {"the", "this"}
            and "report" in words[1:4]
            and (words[0] == "this" or words[1] == "present")
        )
        sent = draft.act_type is ActType.URGE and draft.row.kind == "noun"
        return (
            sent
            or (own and draft.act_type is ActType.SUBMIT)
            or (goes_on and draft.act_type in _GOING_ON and draft.row.id != "condemn-n-fear")
        )
    if draft.row.kind != "noun":
        return False
    if draft.row.id in _OF_REPORTS:
        near = words[draft.last : draft.last + 9]
        return "review" not in near and not _HIS_OWN.isdisjoint(near)
    if draft.act_type is ActType.URGE:
        return True
    if draft.act_type is ActType.REQUEST and draft.addressees:
        near = words[draft.last - 1 : draft.last + 6]
        return not _VISITS.isdisjoint(near)
    return draft.parsed.words[draft.first] in {"his", "her"}


def _address_appeals(drafts: list[Draft], reporter: AgentKey, actors: Actors) -> None:
    """ "urgent appeals …, as well as responses by Governments": the appeals went to those who
    responded."""
    for draft in drafts:
        if draft.act_type is not ActType.URGE or draft.group is not None or draft.addressees:
            continue
        before = draft.parsed.words[max(0, draft.first - 6) : draft.first]
        if draft.agents not in ((), (reporter,)) or "received" in before:
            continue
        for other in drafts:
            answers = other.act_type is ActType.RESPOND and other.parsed is draft.parsed
            kinds = {a.kind for key in other.agents if (a := actors.agent(key))}
            if answers and other.agents and kinds == {AgentKind.GROUP}:
                draft.addressees = other.agents
                reason = "who answered, in the same sentence"
                draft.inferences.append(
                    Inference("ung:addressee", reason, 0.6, (), other.agents[0])
                )
                break


def _find_reporter(
    drafts: list[Draft], actors: Actors, document: Document
) -> tuple[AgentKey | None, tuple[Span, ...]]:
    counts: Counter[AgentKey] = Counter()
    total = 0
    for draft in drafts:
        if draft.group is None or draft.holder is not None:
            continue
        for key in draft.agents:
            agent = actors.agent(key)
            if agent is not None and agent.kind is AgentKind.OFFICE:
                counts[key] += 1
                total += 1
    if not counts:
        return None, ()
    key, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if count < 2 or count < _SHARE * total or not _is_mandate(key):
        return None, ()
    agent = actors.agent(key)
    return key, agent.evidence[:1] if agent is not None else ()


def _is_mandate(key: AgentKey) -> bool:
    roles = ("rapporteur", "expert", "representative", "working-group", "high-commissioner", "hchr")
    return key.startswith(("office-sr-", "office-ie-")) or any(role in key for role in roles)
