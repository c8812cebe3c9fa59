"""Letters and notes verbales → who sends what to whom, when, and what it asks.

The sender is the agent of what a letter says in the first person ("I have the honour to
transmit"), the addressee its "you". A letter printed in an annex has its own sender; a text there
that is no letter has nobody's "I" but that of the one who signed it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ungraph.extractors.named import NamedAgents
from ungraph.extractors.presiding import describe_person, presiding_office
from ungraph.model.assertion import Act, ActType, Agent, AgentKey, AgentKind, Inference, node_key
from ungraph.model.document import BlockKind, Document
from ungraph.model.link import Links
from ungraph.model.span import Span
from ungraph.model.speech import Letter, LetterKind, Voice
from ungraph.readers.letters import LetterPart, LetterTitle, iter_letters, letter_patterns

__all__ = ["Correspondence", "extract_letters"]

_SENDS = "who sends the letter"
_SIGNS = "who signs the text"
_WRITTEN = "the date of the letter"
_TO_WHOM = "the one to whom the letter is addressed"
_SOURCE = "letter-formula"
_WITHIN = frozenset({AgentKind.ORGANIZATION, AgentKind.BODY, AgentKind.STATE})


@dataclass(frozen=True, slots=True)
class Correspondence:
    """The letters of a document, the agents they name, whose "I" a paragraph holds, and what the
    fixed formulas of letters do ("I should be grateful if you would …")."""

    letters: tuple[Letter, ...] = ()
    agents: tuple[Agent, ...] = ()
    voices: dict[str, Voice] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()


def extract_letters(document: Document, links: Links) -> Correspondence:
    """The letter that *document* is and those in its annexes; nothing for other documents."""
    parts = list(iter_letters(document))
    if not parts:
        return Correspondence()
    named = NamedAgents.of(links)
    agents: list[Agent] = []
    letters: list[Letter] = []
    voices: dict[str, Voice] = {}
    for order, part in enumerate(parts):
        senders, addressees = _parties(document, part.title, named)
        signatories = [_signatory(document, place, senders) for place in part.signed]
        agents += [*senders, *addressees, *signatories]
        letter = _letter(document, part, order, senders, addressees, signatories)
        if letter is not None:
            letters.append(letter)
        voice = _voice(document, part, order, senders, addressees, signatories)
        if voice is not None:
            voices.update(dict.fromkeys(part.fragments, voice))
    return Correspondence(
        tuple(_enclose(document, parts, letters)),
        tuple(agents),
        voices,
        tuple(_formula_acts(document, voices)),
    )


def _parties(
    document: Document, title: LetterTitle | None, named: NamedAgents
) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
    if title is None:
        return (), ()
    addressees = _agents_in(title.addressee, named)
    if document.quote(title.addressee).endswith("主席"):
        bodies = [a for _, a in named.outermost(title.addressee) if a.kind is AgentKind.BODY]
        if bodies:
            addressees = (presiding_office(bodies[-1].key, "主席"),)
    return _agents_in(title.sender, named), addressees


def _agents_in(span: Span, named: NamedAgents) -> tuple[Agent, ...]:
    """The agents named in *span*: offices where there are any, with what completes them."""
    found = named.outermost(span)
    offices = [agent for _, agent in found if agent.kind is AgentKind.OFFICE]
    chosen = offices or [agent for _, agent in found]
    if not offices and len(chosen) > 1:
        chosen = [a for a in chosen if a.kind not in _WITHIN] or chosen[:1]
    return tuple({agent.key: agent for agent in chosen}.values())


def _signatory(document: Document, place: Span, senders: tuple[Agent, ...]) -> Agent:
    words = " ".join(document.quote(place).split())
    person = describe_person(f". {words}", document, place)
    person = replace(person, label=words)
    state = _side(senders[0]) if len(senders) == 1 else None
    return replace(person, represents=state)


def _side(agent: Agent) -> AgentKey | None:
    """The State that an agent stands for."""
    return agent.represents or agent.of_state


def _letter(
    document: Document,
    part: LetterPart,
    order: int,
    senders: tuple[Agent, ...],
    addressees: tuple[Agent, ...],
    signatories: list[Agent],
) -> Letter | None:
    if part.title is None:
        return None
    words = " ".join(document.quote(part.title.span).split())
    return Letter(
        node_key("letter", words, str(order)) if order else None,
        LetterKind(part.title.kind),
        (part.title.span, *part.signed),
        words,
        tuple(agent.key for agent in senders),
        tuple(agent.key for agent in addressees),
        part.title.date,
        tuple(agent.key for agent in signatories),
        part.annex,
    )


def _voice(
    document: Document,
    part: LetterPart,
    order: int,
    senders: tuple[Agent, ...],
    addressees: tuple[Agent, ...],
    signatories: list[Agent],
) -> Voice | None:
    speaking = senders or tuple(signatories)
    if not speaking:
        return None
    sides = [side for agent in speaking if (side := _side(agent)) is not None]
    evidence = (part.title.sender,) if part.title is not None else part.signed[:1]
    return Voice(
        tuple(agent.key for agent in speaking),
        evidence,
        _SENDS if senders else _SIGNS,
        " ".join(document.quote(evidence[0]).split()),
        tuple(agent.key for agent in addressees),
        tuple(dict.fromkeys(sides)),
        part.title.date if part.title is not None else None,
        is_document=order == 0,
        own_names=part.title is not None and part.title.kind == LetterKind.NOTE_VERBALE,
    )


def _enclose(
    document: Document, parts: list[LetterPart], letters: list[Letter]
) -> Iterable[Letter]:
    """The document's letter encloses its annexes and the letters in them."""
    annexes = tuple(
        b.fragment for b in document.blocks if b.kind is BlockKind.ANNEX and b.parent is None
    )
    for letter in letters:
        if letter.key is not None or parts[0].title is None:
            yield letter
            continue
        keys = tuple(other.key for other in letters if other.key is not None)
        yield replace(letter, enclosed_parts=annexes, enclosed_letters=keys)


def _formula_acts(document: Document, voices: dict[str, Voice]) -> Iterable[Act]:
    """ "I have the honour to transmit …", "Je vous serais reconnaissant de …" in each letter."""
    for block in document.blocks:
        voice = voices.get(block.fragment)
        if voice is None or block.kind is BlockKind.HEADING:
            continue
        taken: list[Span] = []
        for pattern, value, language in letter_patterns("formula"):
            if language != document.language:
                continue
            for found in pattern.finditer(document.text, block.span.start, block.span.end):
                cue = Span(found.start("cue"), found.end("cue"))
                if any(cue.overlaps(other) for other in taken):
                    continue
                taken.append(cue)
                yield _formula_act(document, block.fragment, voice, value, cue, found)


def _formula_act(
    document: Document,
    fragment: str,
    voice: Voice,
    value: str,
    cue: Span,
    found: re.Match[str],
) -> Act:
    start, end = found.span("theme")
    theme = document.text[start:end]
    start += len(theme) - len(theme.lstrip(" \n\u00a0,،，"))
    words = document.text[start:end].strip()
    evidence = Span(cue.start, start + len(words))
    inferences = [
        Inference("ung:agent", voice.reason, 0.9, voice.evidence, key) for key in voice.agents
    ]
    inferences += [
        Inference("ung:addressee", _TO_WHOM, 0.85, voice.evidence, key) for key in voice.addressees
    ]
    if voice.date is not None:
        inferences.append(Inference("dcterms:date", _WRITTEN, 0.95, voice.evidence))
    return Act(
        node_key("act", "formula", value, document.quote(evidence), fragment),
        ActType(value),
        document.quote(cue),
        (evidence,),
        voice.agents,
        voice.addressees,
        theme=words or None,
        date=voice.date,
        performed_in=document.symbol if voice.is_document else None,
        rule=_SOURCE,
        inferences=tuple(inferences),
    )
