"""Drafts, amendments, corrigenda: sponsors, those who joined later, what is to be changed.

On the title page: "Anland, Beeland and Ceeland: draft resolution", "Draft decision submitted by
the President of the General Assembly". In the text of addenda and reports: "Subsequently, Anland
joined in sponsoring the draft resolution". Files with markup (AKN4UN) say this themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ungraph.extractors.amendments import extract_amendments, find_amended
from ungraph.extractors.corrections import extract_corrections
from ungraph.extractors.draft_words import find_joining, find_submitter
from ungraph.extractors.reviewers import StateNames
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.matchers.sentences import match_sentences
from ungraph.model.assertion import Agent, AgentKey, Fact, FactSubject, node_key
from ungraph.model.document import BlockKind, Document
from ungraph.model.link import Links
from ungraph.model.mention import MentionKind
from ungraph.model.procedure import Procedure, ProcedureStep, StepType
from ungraph.model.span import Span

__all__ = ["add_drafting", "amended_fact"]

_DRAFTS = frozenset({"draft-resolution", "draft-decision", "amendment"})
_OTHERS = frozenset(
    {MentionKind.ORGAN, MentionKind.OFFICE, MentionKind.GROUP, MentionKind.ORGANIZATION}
)
_GROUPS = frozenset({MentionKind.GROUP, MentionKind.ORGANIZATION})
_ANY_STATES = frozenset({"states", "member-states"})
_SILENT = frozenset({BlockKind.TITLE_PAGE, BlockKind.FOOTNOTE, BlockKind.HEADING})
_BEHALF = ("on behalf of", "au nom d", "en nombre de")


def add_drafting(
    document: Document, links: Links, procedure: Procedure
) -> tuple[Procedure, tuple[Agent, ...]]:
    """*procedure* with what the words of a draft say, and the agents named only there."""
    if procedure.steps or procedure.votes:
        return procedure, ()
    names = StateNames(document, links)
    steps = [*_sponsors(document, links, names), *_joined(document, links, names)]
    numbered = tuple(replace(step, order=order) for order, step in enumerate(steps, 1))
    changes = extract_amendments(document, links) or extract_corrections(document)
    added = replace(procedure, steps=numbered, amendments=changes)
    return added, tuple(names.unlinked.values())


def amended_fact(document: Document, links: Links) -> tuple[Fact, ...]:
    """That an amendment amends the draft its title names."""
    amended = find_amended(document, links)
    if amended is None:
        return ()
    return (Fact(FactSubject.WORK, "ung:amends", amended[0], (amended[1],)),)


def _sponsors(document: Document, links: Links, names: StateNames) -> Iterator[ProcedureStep]:
    stated = document.masthead.document_type
    if stated is None or stated.value not in _DRAFTS or not stated.spans:
        return
    line = document.view.from_text(stated.spans[0])
    who = _who(document, line)
    if who is None:
        return
    words = " ".join(document.view.text[who.start : who.end].split()).strip(" *")
    # "submitted by the Rapporteur, Mr. Sand (Norway)": the country is not a sponsor.
    others = _others(document, links, who)
    listed = document.view.text[line.start : who.start].strip(" *") == ""
    states = names.listed(who, stop=_behalf(document, who)) if listed or not others else ()
    note = _behalf_note(document)
    behalf = _others(document, links, note, _GROUPS) if note else ()
    spoken_for = (document.view.to_text(note),) if note and behalf else ()
    date = document.masthead.date
    yield ProcedureStep(
        node_key("step", StepType.DRAFT.value, words),
        StepType.DRAFT,
        1,
        document.symbol,
        date.value if date else None,
        sponsors=states,
        agents=tuple(dict.fromkeys((*others, *behalf))),
        words=words,
        evidence=(*stated.spans[:1], *spoken_for),
    )


def _who(document: Document, line: Span) -> Span | None:
    """Where the line of the title page says whose draft it is."""
    text = document.view.text[line.start : line.end]
    colon = max(text.find(":"), text.find("\uff1a"))
    if colon > 0:
        words = text[:colon].rstrip(" *")
        return Span(line.start, line.start + len(words))
    found = find_submitter(text, document.language)
    if found is None:
        return None
    words = text[found.start : found.end].rstrip(" *")
    return Span(line.start + found.start, line.start + found.start + len(words))


def _behalf(document: Document, span: Span) -> int:
    """Where the words begin that say for whom a sponsor speaks; the end without them."""
    words = document.view.text[span.start : span.end].lower()
    places = [place for sign in _BEHALF if (place := words.find(sign)) >= 0]
    return span.start + min(places) if places else span.end


def _behalf_note(document: Document) -> Span | None:
    """The note to the sponsors that says for whom they speak: "* On behalf of the Group of 77"."""
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE and (block.number or "").startswith("*"):
            span = document.view.from_text(block.span)
            words = document.view.text[span.start : span.end].lstrip("* ").lower()
            if words.startswith(_BEHALF):
                return span
    return None


def _others(
    document: Document, links: Links, span: Span, kinds: frozenset[MentionKind] = _OTHERS
) -> tuple[AgentKey, ...]:
    """The groups, organs and offices named in *span*, each once, the longest names only."""
    found: dict[AgentKey, None] = {}
    end = -1
    inside = document.view.to_text(span)
    for link in links.links:
        mention = link.mention
        if mention.kind not in kinds or not isinstance(link.target, str):
            continue
        named = inside.contains(mention.span) and mention.span.start >= end
        if named and link.target not in _ANY_STATES:
            found[AgentKey(str(link.target))] = None
            end = mention.span.end
    return tuple(found)


def _joined(document: Document, links: Links, names: StateNames) -> Iterator[ProcedureStep]:
    """Sponsors that a sentence of the text adds."""
    view = document.view
    if find_joining(view.text, document.language) is None:
        return
    for sentence in match_sentences(document):
        if sentence.block.kind in _SILENT:
            continue
        span = sentence.span
        words = view.text[span.start : span.end]
        cue = find_joining(words, document.language)
        if cue is None:
            continue
        states = tuple(dict.fromkeys(key for _, key in names.within(span)))
        if not states:
            continue
        evidence = view.to_text(span)
        draft = _draft_of(document, links, evidence)
        yield ProcedureStep(
            node_key("step", StepType.ADDITIONAL_SPONSORS.value, words),
            StepType.ADDITIONAL_SPONSORS,
            1,
            document.symbol,
            sponsors=states,
            words=" ".join(words.split()),
            evidence=(evidence,),
            of=draft,
        )


def _draft_of(document: Document, links: Links, span: Span) -> DocumentSymbol | None:
    """The draft that a sentence names (A/C.3/80/L.9), else the one this adds sponsors to."""
    for link in links.links:
        if span.contains(link.mention.span) and isinstance(link.target, DocumentSymbol):
            if "/L." in link.target.text:
                return link.target
    if document.symbol and "/L." in document.symbol.text:
        base, _, mark = document.symbol.text.rpartition("/")
        return DocumentSymbol(base) if mark.startswith("Add.") else None
    return None
