"""What the acts of one sentence or paragraph tell of each other: whose, to whom, where they end."""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.parsing import ParsedSentence
from ungraph.extractors.subjects import coordinated_with
from ungraph.model.assertion import ActType, AgentKey
from ungraph.model.span import Span

__all__ = [
    "describes_sent",
    "elaborates",
    "end_content",
    "is_sent",
    "join_verb",
    "lend_decider",
    "send_to_answerer",
    "share_addressee",
]


def describes_sent(draft: Draft, before: list[Draft]) -> bool:
    """ "submitted to the court a letter addressed to the Minister": sent once, and described."""
    described = draft.row.is_passive and draft.group is not None and draft.group.reduced
    return described and not draft.agents and any(o.act_type is draft.act_type for o in before)


def is_sent(draft: Draft, head: int, before: list[Draft]) -> bool:
    """ "transmitted allegations concerning five cases": the allegations are what was sent."""
    if draft.group is not None or draft.act_type is not ActType.STATE or draft.agents:
        return False
    return any(
        other.act_type is ActType.SUBMIT
        and other.object is not None
        and other.object.first <= head < other.object.last
        for other in before
    )


def end_content(
    parsed: ParsedSentence, verb: int, verbs: frozenset[int], before: list[Draft]
) -> None:
    """ "submits that … and refers to": the reported clause ends before the second verb."""
    outer = coordinated_with(parsed, verb, verbs)
    for other in before if outer is not None else ():
        content, end = other.content, parsed.ends[max(0, verb - 2)]
        if other.group is not None and other.group.first == outer and content is not None:
            if content.start < end < content.end:
                other.content = Span(content.start, end)


def elaborates(draft: Draft, before: list[Draft]) -> bool:
    """ "addressed a letter … transmitting information": the same act, said in more detail."""
    if draft.act_type is ActType.STATE:
        return False
    if draft.group is None or draft.group.voice != "participial" or not before:
        return False
    last = before[-1]
    # "sent an urgent appeal to the Government transmitting information"
    appealed = last.act_type is ActType.URGE and draft.act_type is ActType.SUBMIT
    return (
        (last.act_type is draft.act_type or appealed)
        and last.agents == draft.agents
        and last.group is not None
    )


def _sent_to(draft: Draft) -> tuple[AgentKey, ...]:
    """ "133 urgent appeals on behalf of persons who … to 47 Governments": the last "to"."""
    parsed = draft.parsed
    for i in range(len(parsed) - 2, draft.last, -1):
        filler = parsed.fillers[i + 1]
        if parsed.words[i] == "to" and filler is not None and filler.keys and not filler.possessive:
            return filler.keys
    return ()


def share_addressee(draft: Draft, before: list[Draft]) -> None:
    """ "transmitted it to the State party, requesting its comments": asked of the same."""
    asks = draft.row.frame in {"ask", "inform"} or draft.act_type in {ActType.SUBMIT, ActType.URGE}
    asks = asks or draft.parsed.words[draft.last - 2 : draft.last] == ["their", "attention"]
    if draft.group is None or draft.group.voice != "participial" or not asks:
        return
    obj = draft.object
    pronoun = obj is not None and draft.parsed.words[obj.first : obj.last] in (["it"], ["them"])
    if draft.addressees and not pronoun:
        return  # "sent it to the Centre, requesting it": the Centre, whatever "it" stood for
    for other in reversed(before):
        if other.agents == draft.agents and other.addressees and other.last <= draft.first:
            draft.addressees = other.addressees
            return


def join_verb(draft: Draft, before: list[Draft]) -> None:
    """ "sent 41 letters to X, and 30 urgent appeals to Y": the second object has the verb's parts."""
    if draft.act_type is not ActType.URGE or draft.row.kind != "noun" or draft.agents:
        return
    for other in reversed(before):
        group = other.group
        if group is None or other.act_type is not ActType.SUBMIT or group.voice != "active":
            continue
        gap = draft.parsed.codes[group.last : draft.first]
        if "c" in gap and not {"x", "m", "r", ";"} & set(gap):
            draft.agents, draft.date, draft.until = other.agents, other.date, other.until
            draft.addressees = draft.addressees or _sent_to(draft)
            draft.parts.append(draft.cue)
            draft.first, draft.last = group.first, group.last
        return


def send_to_answerer(draft: Draft, before: list[Draft]) -> None:
    """ "transmitted six cases, to which the Government replied": it was sent to the Government."""
    subject = draft.subject
    if draft.act_type is not ActType.RESPOND or subject is None or not draft.agents:
        return
    if draft.parsed.words[max(0, subject.first - 2) : subject.first] != ["to", "which"]:
        return
    for other in reversed(before):
        if other.act_type in {ActType.SUBMIT, ActType.URGE}:
            other.addressees = other.addressees or draft.agents
            draft.addressees = draft.addressees or other.agents
            return


def lend_decider(drafts: list[Draft]) -> None:
    """ "decides: (a) That …; (b) That this decision shall be transmitted": the organ does it."""
    last: Draft | None = None
    for draft in drafts:
        group = draft.group
        if draft.act_type is ActType.DECIDE and draft.agents and group is not None:
            last = draft
        elif last is not None and not draft.agents and group is not None and group.modal == "shall":
            block = draft.parsed.sentence.block.fragment
            if group.voice == "passive" and last.parsed.sentence.block.fragment == block:
                draft.agents = last.agents
