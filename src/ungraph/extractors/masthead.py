"""Title page → facts about the document and its version, the agents named there, the session.

Addendum, corrigendum and revision are told from the symbol alone; everything else is what the
page says. What a value rests on, and whether it was read or told, comes with it (``Stated``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from ungraph.extractors.editions import extract_edition
from ungraph.identifiers.agenda import agenda_item_key, session_key
from ungraph.identifiers.symbol import DocumentSymbol
from ungraph.linking.agentkeys import describe_agent
from ungraph.model.assertion import (
    Agent,
    AgentKey,
    Concept,
    Event,
    EventStatus,
    EventType,
    Fact,
    FactSubject,
    FactValue,
    Inference,
    NodeKey,
    SessionKey,
    Text,
    node_key,
)
from ungraph.model.document import Document, Stated, Status
from ungraph.model.link import Links
from ungraph.model.mention import MentionKind
from ungraph.model.span import Span
from ungraph.readers.printeddates import search_printed_date

__all__ = ["extract_masthead"]

T = TypeVar("T")

_MODIFIERS = {"Add": "ung:addendumTo", "Corr": "ung:corrects", "Rev": "ung:replaces"}
_MODIFIER = re.compile(r"(Add|Corr|Rev)(?:\.(\d+))?\Z")
_REPORT_OF = re.compile(
    r"(?:\w+ ){0,4}(?:report|update|study|note|statement)s? (?:prepared |submitted )?(?:of|by) the\Z",
    re.IGNORECASE,
)
_ADOPTED_TYPES = frozenset({"resolution", "decision", "presidential-statement"})
_SURE = 0.95


def extract_masthead(
    document: Document, links: Links
) -> tuple[tuple[Fact, ...], tuple[Agent, ...], tuple[Event, ...]]:
    """Facts, agents and events of the title page of *document*.

    Facts: symbol, title, subtitle, date, type, distribution, original language, body, session,
    agenda item, author, transmitter, further symbols, who adopted it and when; of the version, language and editorial
    status. The session is an event of its own ("Fourth session" of the body named above it). A
    document without a title page gives what its symbol and its text say.
    """
    facts: list[Fact] = []
    facts.extend(_plain_facts(document))
    facts.extend(_symbol_facts(document))
    facts.extend(_version_facts(document))
    facts.extend(extract_edition(document))
    agents: list[Agent] = []
    for fact, agent in _agent_facts(document, links):
        facts.append(fact)
        agents.append(agent)
    for fact, body in _adoption_facts(document, links):
        facts.append(fact)
        if body:
            agents.append(body)
    sessions = tuple(_sessions(document))
    facts.extend(_session_facts(document, sessions))
    return tuple(facts), tuple(agents), sessions


def _fact(
    name: str,
    value: FactValue,
    stated: Stated[T],
    kind: str = "",
    subject: FactSubject = FactSubject.WORK,
) -> Fact:
    return Fact(subject, name, value, stated.spans, kind, stated.status, stated.reason,
                stated.confidence)  # fmt: skip


def _plain_facts(document: Document) -> Iterator[Fact]:
    page = document.masthead
    language = document.language if document.language != "und" else None
    if page.symbol:
        yield _fact("ung:symbol", Text(page.symbol.value.text), page.symbol)
    for related in page.related_symbols:
        yield _fact("ung:relatedSymbol", Text(related.value.text), related)
    if page.title:
        yield _fact("dcterms:title", Text(page.title.value, language), page.title)
    if page.subtitle:
        yield _fact("dcterms:alternative", Text(page.subtitle.value, language), page.subtitle)
    if page.date:
        yield _fact("dcterms:date", page.date.value, page.date)
    if page.document_type:
        concept = Concept("document-types", page.document_type.value)
        yield _fact("ung:documentType", concept, page.document_type)
    if page.distribution:
        yield _fact("ung:distribution", Text(page.distribution.value), page.distribution)
    if page.original_language:
        tongue = Text(page.original_language.value)
        yield _fact("ung:originalLanguage", tongue, page.original_language)
    if page.agenda_item:
        key = NodeKey(agenda_item_key(page.agenda_item.value.number))
        yield _fact("ung:underAgendaItem", key, page.agenda_item, "node")


def _symbol_facts(document: Document) -> Iterator[Fact]:
    """What the marks at the end of the symbol say: Add, Corr, Rev."""
    stated = document.masthead.symbol
    if stated is None:
        return
    base, _, mark = stated.value.text.rpartition("/")
    found = _MODIFIER.match(mark)
    if not found or "/" not in base:
        return
    number = int(found.group(2) or 1)
    if found.group(1) == "Rev" and number > 1:
        base = f"{base}/Rev.{number - 1}"
    yield Fact(
        FactSubject.WORK,
        _MODIFIERS[found.group(1)],
        DocumentSymbol(base),
        stated.spans,
        status=Status.INFERRED,
        reason=f"the symbol ends in {mark}",
        confidence=_SURE,
    )


def _version_facts(document: Document) -> Iterator[Fact]:
    page = document.masthead
    if page.editorial_status:
        concept = Concept("editorial-statuses", page.editorial_status.value)
        yield _fact("ung:editorialStatus", concept, page.editorial_status,
                    subject=FactSubject.VERSION)  # fmt: skip
    words = _words_of_the_language(document)
    if document.language != "und" and words:
        yield Fact(
            FactSubject.VERSION,
            "dcterms:language",
            Text(document.language),
            words,
            status=Status.INFERRED,
            reason="the language of these words",
            confidence=1.0,
        )


def _words_of_the_language(document: Document) -> tuple[Span, ...]:
    page = document.masthead
    for stated in (page.title, page.subtitle, page.agenda_item_title):
        if stated and stated.spans:
            return stated.spans[:1]
    if document.blocks:
        return (document.blocks[0].span,)
    return ()


def _agent_facts(document: Document, links: Links) -> Iterator[tuple[Fact, Agent]]:
    page = document.masthead
    for name, stated in (
        ("ung:issuedTo", page.organ),
        ("ung:reportOf", page.report_of),
        ("ung:transmittedBy", page.transmitted_by),
    ):
        if stated:
            known = links.agent(AgentKey(stated.value))
            agent = known or describe_agent(stated.value)
            spans = tuple(sorted({*stated.spans, *agent.evidence}))
            yield (
                _fact(name, agent.key, stated, "agent"),
                replace(agent, evidence=spans if stated.spans else agent.evidence),
            )
    if page.report_of is None:
        yield from _author_in_title(document, links)


def _author_in_title(document: Document, links: Links) -> Iterator[tuple[Fact, Agent]]:
    """ "Report of the Special Rapporteur on …": the office that the title names as author."""
    for stated in (document.masthead.title, document.masthead.subtitle):
        if stated is None or not stated.spans:
            continue
        first, last = stated.spans[0].start, stated.spans[-1].end
        for link in links.links:
            span = link.mention.span
            if span.start >= last:
                break
            if span.start < first or link.target is None or not isinstance(link.target, str):
                continue
            if link.mention.kind not in (MentionKind.OFFICE, MentionKind.ORGAN):
                continue
            before = " ".join(document.text[first : span.start].split())
            agent = links.agent(link.target)
            if agent and _REPORT_OF.match(before.strip("* ")):
                words = Span(first, span.end)
                yield (
                    Fact(FactSubject.WORK, "ung:reportOf", agent.key, (words,), "agent"),
                    agent,
                )
                return


def _adoption_facts(document: Document, links: Links) -> Iterator[tuple[Fact, Agent | None]]:
    """ "Resolution adopted by the General Assembly on 21 December 2020": body and day."""
    stated = document.masthead.document_type
    if stated is None or stated.value not in _ADOPTED_TYPES:
        return
    for span in stated.spans:
        for link in links.links:
            inside = link.mention.span
            if inside.start >= span.end:
                break
            if link.mention.kind is not MentionKind.ORGAN or not span.contains(inside):
                continue
            agent = links.agent(AgentKey(str(link.target))) if link.target else None
            if agent is None:
                continue
            yield Fact(FactSubject.WORK, "ung:adoptedBy", agent.key, (span,), "agent"), agent
            found = search_printed_date(document.quote(span).replace("\u00a0", " "))
            if found:
                yield Fact(FactSubject.WORK, "ung:adoptedOn", found[0], (span,)), None
            return


_MADE_IN_SESSION = frozenset({"resolution", "decision", "verbatim-record", "summary-record"})


def _sessions(document: Document) -> Iterator[Event]:
    page = document.masthead
    if not page.organ or not page.session:
        return
    body, ordinal = page.organ.value, page.session.value
    key = SessionKey(session_key(body, ordinal, page.session_series))
    spans = tuple(sorted({*page.organ.spans, *page.session.spans}))
    label = " ".join(document.quote(page.session.spans[0]).split()) if page.session.spans else ""
    if not spans:
        return
    kind = page.document_type.value if page.document_type is not None else ""
    done = kind in _MADE_IN_SESSION
    yield Event(
        node_key("event", "session", key),
        EventType.SESSION,
        spans,
        label=label,
        session=key,
        event_status=EventStatus.HELD if done else EventStatus.SCHEDULED,
        body=AgentKey(body),
        ordinal=ordinal,
        rule="masthead:session",
        status=page.session.status,
        confidence=page.session.confidence,
        inferences=(
            Inference(
                "ung:eventStatus",
                "the document is of this session"
                if done
                else "the title page announces the session",
                0.9,
                spans,
            ),
        ),
    )


def _session_facts(document: Document, sessions: tuple[Event, ...]) -> Iterator[Fact]:
    stated = document.masthead.session
    for event in sessions:
        if stated and event.session:
            yield _fact("ung:inSession", event.session, stated, "session")
