"""Records of meetings → speeches with their speakers, the meeting, and whose "I" a paragraph holds.

Ms. Silva (Brazil) (spoke in Portuguese):   → a person who represents Brazil
Mr. Rossi (European Union):                 → a person who speaks for the European Union
The President:                              → the President of the organ that met
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ungraph.extractors.meetings import describe_meeting
from ungraph.extractors.named import NamedAgents, find_named_state
from ungraph.extractors.presiding import (
    describe_person,
    find_presiding,
    find_successors,
    presiding_office,
)
from ungraph.linking.agentkeys import describe_agent, describe_state
from ungraph.model.assertion import Agent, AgentKey, AgentKind, Event, Inference
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.span import Span
from ungraph.model.speech import Speech, Voice
from ungraph.readers.speeches import RecordLine, SpeakerKind, SpeakerLine, SpokenPart, iter_record

__all__ = ["MeetingRecord", "extract_record"]

_PEOPLE = frozenset({AgentKind.PERSON})
_OFFICES = frozenset({AgentKind.OFFICE})
_STATES = frozenset({AgentKind.STATE})
_PARTIES = frozenset({AgentKind.ORGANIZATION, AgentKind.BODY, AgentKind.GROUP})
_SPOKEN_FOR = frozenset({AgentKind.GROUP, AgentKind.ORGANIZATION, AgentKind.STATE})
_NOBODY_IN_PARTICULAR = ("states", "member-states", "governments", "delegation")
_PRESIDES = "the record is of a meeting of this organ, at which this office presides"
_BRACKETS = "named in brackets after the speaker"
_FLOOR = "who has the floor in the record"
_BEHALF = re.compile(
    r"(?:(?:spe(?:ak|aks|aking|ech)|statement|deliver\w*|intervention|address\w*|honou?r)\b"
    r"[^.;:]{0,90}?\bon behalf of|\bon behalf of)\s+(?:the\s+)?(?P<rest>[^.;:]{2,160})",
    re.IGNORECASE,
)
_BEHALF_CHARS = 1600
_OBSERVER = re.compile(r"(?:Permanent )?Observer (?:for|of) (?:the )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What the record of a meeting says of its course; empty for other documents.

    *voices* tells for each paragraph, by its fragment, who speaks in it; *course* is the record as
    read, for those who look for more in it (votes).
    """

    speeches: tuple[Speech, ...] = ()
    meeting: Event | None = None
    agents: tuple[Agent, ...] = ()
    voices: dict[str, Voice] = field(default_factory=dict)
    course: tuple[SpokenPart | RecordLine, ...] = ()


def extract_record(document: Document, links: Links) -> MeetingRecord:
    """Speeches, meeting and voices of *document*; *links* tell whom its words name."""
    course = tuple(iter_record(document))
    if not course:
        return MeetingRecord()
    named = NamedAgents.of(links)
    lines = [item for item in course if isinstance(item, RecordLine)]
    successors = find_successors(document, lines, named)
    presiding = (*find_presiding(document, named), *successors)
    meeting = describe_meeting(document, lines, presiding)
    found = [p.agent for p in presiding]
    found += [describe_agent(key) for key in (meeting.participants if meeting else ())]
    organ = document.masthead.organ
    chair = presiding_office(organ.value, "") if organ is not None else None
    if chair is not None:
        found.append(chair)
    speakers = _Speakers(document, named)
    speeches: list[Speech] = []
    voices: dict[str, Voice] = {}
    for item in course:
        if isinstance(item, RecordLine):
            continue
        speech, agent = speakers.describe(item, len(speeches) + 1)
        if meeting is not None:
            speech = replace(speech, during=meeting.key)
        speeches.append(speech)
        if agent is not None:
            found.append(agent)
            voice = _voice(speech, item.speaker, chair)
            voices.update(dict.fromkeys(item.fragments, voice))
    return MeetingRecord(tuple(speeches), meeting, tuple(found), voices, course)


def _voice(speech: Speech, line: SpeakerLine, chair: Agent | None) -> Voice:
    """ "I" is the speaker, "you" the one who presides ("I thank you, Mr. President")."""
    spoken_to = chair is not None and line.kind is SpeakerKind.NAME
    return Voice(
        (speech.speaker,) if speech.speaker is not None else (),
        (line.name,),
        _FLOOR,
        speech.words,
        addressees=(chair.key,) if chair is not None and spoken_to else (),
        sides=speech.on_behalf_of,
        reported=line.reported,
    )


class _Speakers:
    """The speakers of one record: the same name with the same State is the same person."""

    def __init__(self, document: Document, named: NamedAgents) -> None:
        self._document = document
        self._named = named
        self._sides: dict[AgentKey, AgentKey] = {}
        organ = document.masthead.organ
        self._organ = organ.value if organ is not None else None

    def describe(self, item: SpokenPart, order: int) -> tuple[Speech, Agent | None]:
        """The speech that *item* is, and its speaker where one is told."""
        line = item.speaker
        inferences: list[Inference] = []
        agent: Agent | None
        sides: tuple[AgentKey, ...]
        if line.kind is SpeakerKind.NAME:
            agent, sides, capacity = self._person(line)
        else:
            agent, sides, capacity = self._office(line, inferences), (), None
        behalf = self._behalf(item)
        if behalf is not None and behalf[1].key not in sides:
            sides = (*sides, behalf[1].key)
        if agent is not None and agent.kind is AgentKind.PERSON:
            inferences += [
                Inference("ung:onBehalfOf", _BRACKETS, 0.97, line.notes, key) for key in sides[:1]
            ]
        words = " ".join(self._document.quote(line.span).split())
        speech = Speech(
            f"speech-{order}",
            order,
            item.span,
            (line.span,),
            words,
            agent.key if agent is not None else None,
            sides,
            capacity,
            line.language,
            parts=item.fragments,
            inferences=tuple(inferences),
        )
        return speech, agent

    def _person(self, line: SpeakerLine) -> tuple[Agent, tuple[AgentKey, ...], str | None]:
        match = self._named.best(line.name, _PEOPLE)
        agent = match[1] if match else None
        if agent is None:
            agent = describe_person(self._document.quote(line.name), self._document, line.name)
        state: Agent | None = None
        party: Agent | None = None
        capacity: str | None = None
        for note in line.notes:
            state = state or self._state(note)
            if state is None:
                other = self._named.best(note, _PARTIES)
                party = party or (other[1] if other else None)
                capacity = capacity or " ".join(self._document.quote(note).split())
        side = state or party
        agent = replace(agent, evidence=(line.name,), represents=state.key if state else None)
        if side is not None:
            known = self._sides.setdefault(agent.key, side.key)
            if known != side.key:
                agent = replace(agent, key=AgentKey(f"{agent.key}-for-{side.key}"))
        return agent, (side.key,) if side is not None else (), capacity

    def _state(self, note: Span) -> Agent | None:
        words = self._document.quote(note)
        observer = _OBSERVER.match(words)
        rest = Span(note.start + observer.end(), note.end) if observer else note
        code = find_named_state(self._document.quote(rest))
        if code is not None:
            return describe_state(code)
        match = self._named.best(rest, _STATES, 0.6)
        return match[1] if match else None

    def _office(self, line: SpeakerLine, inferences: list[Inference]) -> Agent | None:
        if line.office:
            return replace(describe_agent(line.office), evidence=(line.name,))
        if line.kind is SpeakerKind.CHAIR and self._organ is not None:
            office = presiding_office(self._organ, self._document.quote(line.name))
            organ = self._document.masthead.organ
            inferences.append(
                Inference("ung:speaker", _PRESIDES, 0.9, organ.spans if organ else ())
            )
            return replace(office, evidence=(line.name,))
        match = self._named.best(line.name, _OFFICES)
        return match[1] if match else None

    def _behalf(self, item: SpokenPart) -> tuple[Span, Agent] | None:
        """ "I have the honour to speak on behalf of the Group of 77": the group."""
        start = item.speaker.span.end
        text = self._document.text
        end = min(item.span.end, start + _BEHALF_CHARS)
        if text.find("behalf of", start, end) < 0:
            return None
        found = _BEHALF.search(text, start, end)
        if found is None or not _says_so(text, start, found):
            return None
        first, last = found.span("rest")
        inside = self._named.outermost(Span(first, last))
        if not inside:
            return None
        place, agent = inside[0]
        near = text[first : place.start].strip().lower() in ("", "the", "all", "member states of")
        named = agent.kind in _SPOKEN_FOR and not agent.key.startswith(_NOBODY_IN_PARTICULAR)
        return (place, agent) if near and named else None


def _says_so(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the speaker means the own statement, not one delivered by somebody else."""
    before = text[max(start, found.start() - 200) : found.start("rest")].lower()
    sentence = re.split(r"[.;:]\s", before)[-1]
    others = ("delivered by", "made by", "thank", "just delivered", "aligns itself", "just made")
    return not any(word in sentence for word in others)
