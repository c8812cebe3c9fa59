"""Proposals of outside extractors → Acts, after the same test of evidence as our own.

Refused, with the reason: a quote that is not in the text or crosses a paragraph, a cue or theme
that is not in the quote, a confidence outside 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable

from ungraph.model.assertion import Act, AgentKey, node_key
from ungraph.model.document import Document, Status
from ungraph.model.link import Links
from ungraph.model.span import Span
from ungraph.plugins import OutsideExtractor, ProposedAct

__all__ = ["extract_outside"]


def extract_outside(
    document: Document, links: Links, extractors: Iterable[tuple[str, OutsideExtractor]]
) -> tuple[tuple[Act, ...], tuple[str, ...]]:
    """The acts that *extractors* propose with words of the text, and why others were refused."""
    acts: list[Act] = []
    refused: list[str] = []
    for name, extractor in extractors:
        for proposal in extractor(document):
            span = _find_quote(document, proposal.quote)
            reason = _refuse(proposal, span)
            if reason or span is None:
                quote = " ".join(proposal.quote.split())[:60]
                refused.append(f"{name}: “{quote}” was refused: {reason}")
            else:
                acts.append(_act(name, proposal, span, links))
    return tuple(acts), tuple(refused)


def _find_quote(document: Document, quote: str) -> Span | None:
    """Where *quote* stands inside one part of the text, the first place of several."""
    start = document.text.find(quote) if quote.strip() else -1
    while start >= 0:
        span = Span(start, start + len(quote))
        block = document.block_at(start)
        if block is not None and block.span.contains(span):
            return span
        start = document.text.find(quote, start + 1)
    return None


def _refuse(proposal: ProposedAct, span: Span | None) -> str:
    if span is None:
        return "these words do not stand in one paragraph of the text"
    if not proposal.cue or proposal.cue not in proposal.quote:
        return f"the cue {proposal.cue!r} is not in the quote"
    if proposal.theme is not None and proposal.theme not in proposal.quote:
        return f"the theme {proposal.theme!r} is not in the quote"
    if not 0 < proposal.confidence <= 1:
        return f"the confidence {proposal.confidence} does not lie between 0 and 1"
    return ""


def _act(name: str, proposal: ProposedAct, span: Span, links: Links) -> Act:
    key = node_key(
        "act", name, proposal.act_type, proposal.quote, proposal.quote.find(proposal.cue)
    )
    return Act(
        key,
        proposal.act_type,
        proposal.cue,
        (span,),
        agents=_agents(proposal.agents, span, links),
        addressees=_agents(proposal.addressees, span, links),
        theme=proposal.theme,
        date=proposal.date,
        rule=name,
        origin=name,
        status=Status.INFERRED,
        confidence=proposal.confidence,
    )


def _agents(names: tuple[str, ...], span: Span, links: Links) -> tuple[AgentKey, ...]:
    """The agents that *names* inside the quote were linked to; the fullest mention of each."""
    known = {agent.key for agent in links.agents}
    inside = [
        (link.mention.surface.casefold(), link.target)
        for link in links.links
        if isinstance(link.target, str)
        and link.target in known
        and span.contains(link.mention.span)
    ]
    found: dict[AgentKey, None] = {}
    for name in names:
        words = name.casefold()
        fitting = [
            (len(surface), target)
            for surface, target in inside
            if surface == words or words.endswith(f" {surface}")
        ]
        if fitting:
            found[AgentKey(max(fitting)[1])] = None
    return tuple(found)
