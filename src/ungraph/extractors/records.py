"""Whose acts are told in the first person: "I" and "we" in a speech or a letter are who speaks or
writes, "you" who is spoken to; in a summary record "he" and "she" are who has the floor.

"My country" is the State spoken for, "my Government" its Government. "It was so decided" is the
organ's whose meeting it is. All are told as inferences; a speaker who is not named stays open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ungraph.extractors.correspondence import tie_letters
from ungraph.extractors.drafts import Draft
from ungraph.extractors.letters import extract_letters
from ungraph.extractors.participants import Actors
from ungraph.extractors.presiding import presiding_office
from ungraph.extractors.speeches import MeetingRecord, extract_record
from ungraph.linking.agentkeys import describe_government
from ungraph.model.assertion import ActType, Agent, AgentKey, Inference
from ungraph.model.document import Document
from ungraph.model.link import Links
from ungraph.model.span import Span
from ungraph.model.speech import Voice
from ungraph.readers.speeches import is_record

__all__ = ["name_speakers"]

_MET = "the organ whose meeting this is"
_ADDRESSED = "the one who is spoken or written to"
_DECIDED = frozenset({ActType.DECIDE, ActType.ADOPT})
_BUSINESS = frozenset(
    "draft resolution resolutions decision decisions agenda amendment it text report "
    "paragraph programme proposal".split()
)
_PRESIDES = "the one who presides at the meeting that is recorded"
_CHAIRS = frozenset({"chairperson", "chairman", "chairwoman", "chair", "president"})
_FIRST = (["i"], ["we"])
_THIRD = (["he"], ["she"])
_OWNERS = frozenset({"my", "our"})
_THIRD_OWNERS = frozenset({"his", "her", "its"})
_STANDS_FOR = frozenset({"delegation", "mission", "representation", "office"})
_LANDS = frozenset({"country", "nation", "state", "people"})
_SELF = frozenset(
    f"{rank}{name}"
    for rank in ("", "permanent ", "permanent observer ")
    for name in ("mission", "representation", "delegation", "embassy", "observer mission")
)
_BEING = frozenset({"am", "are", "is", "was", "were", "been"})
_YOU = frozenset({"you", "yourself"})
_CONFIDENCE = 0.8


def name_speakers(
    drafts: list[Draft],
    document: Document,
    actors: Actors,
    links: Links,
    record: MeetingRecord | None = None,
) -> None:
    """Give first-person acts of records and letters their agent and addressee, and what was
    decided without a subject the organ that met.

    *record* is what ``extract_record`` gives; it is read here when it is not given."""
    tie_letters(drafts)
    voices = _voices(document, actors, links, record)
    recorded = is_record(document)
    if not voices and not recorded:
        return
    organ = document.masthead.organ if recorded else None
    if organ is not None:
        actors.add_body(AgentKey(organ.value))
    for draft in drafts:
        if draft.group is None:
            continue
        voice = voices.get(draft.parsed.sentence.block.fragment)
        if voice is not None:
            _hear(draft, voice, actors)
        if draft.agents or draft.subject is None or (voice is not None and _is_delegate(voice)):
            continue
        words = draft.parsed.words[draft.subject.first : draft.subject.last]
        if organ is not None and _is_business(draft, words):
            _give(draft, AgentKey(organ.value), _MET, organ.spans)
    if organ is not None:
        _name_chair(drafts, organ.value, organ.spans, actors)


def _is_delegate(voice: Voice) -> bool:
    """Whether one speaks who does not announce what the organ decides."""
    return bool(voice.agents) and not voice.agents[0].startswith("office-")


def _name_chair(
    drafts: list[Draft], organ: str, evidence: tuple[Span, ...], actors: Actors
) -> None:
    """ "The Chairperson thanked": a chair named alone in a record is that of the organ."""
    chair = presiding_office(organ, "")
    actors.learn(chair)
    for draft in drafts:
        for role in ("agents", "addressees"):
            keys: tuple[AgentKey, ...] = getattr(draft, role)
            if not any(actors.label(key) in _CHAIRS for key in keys):
                continue
            named = tuple(chair.key if actors.label(k) in _CHAIRS else k for k in keys)
            setattr(draft, role, tuple(dict.fromkeys(named)))
            name = "ung:agent" if role == "agents" else "ung:addressee"
            draft.inferences.append(Inference(name, _PRESIDES, 0.9, evidence, chair.key))


def _voices(
    document: Document, actors: Actors, links: Links, record: MeetingRecord | None
) -> Mapping[str, Voice]:
    record = extract_record(document, links) if record is None else record
    _learn(actors, record.agents)
    if record.voices:
        return record.voices
    letters = extract_letters(document, links)
    _learn(actors, letters.agents)
    return letters.voices


def _learn(actors: Actors, agents: Iterable[Agent]) -> None:
    for agent in agents:
        actors.learn(agent)


def _hear(draft: Draft, voice: Voice, actors: Actors) -> None:
    """Fill what *voice* tells of a draft in a paragraph of its own."""
    group, subject = draft.group, draft.subject
    if group is None:
        return
    if subject is not None and group.voice != "passive" and not _undergone(draft):
        words = draft.parsed.words[subject.first : subject.last]
        speaker = _meant(words, voice, actors)
        if speaker is not None and not _names_another(draft, words):
            draft.agents = ()
            _give(draft, speaker, voice.reason, voice.evidence[:1])
    if voice.own_names and len(draft.addressees) == 1:
        said = actors.label(draft.addressees[0])
        if any(said in actors.label(key).split() for key in voice.addressees):
            draft.addressees = voice.addressees
    you = any(draft.parsed.words[i] in _YOU for i in _near_object(draft))
    if you and voice.addressees and not draft.addressees:
        draft.addressees = voice.addressees
        draft.inferences += [
            Inference("ung:addressee", _ADDRESSED, _CONFIDENCE, voice.evidence[:1], key)
            for key in voice.addressees
        ]
    if voice.date is not None and draft.date is None and draft.agents == voice.agents:
        if group.voice != "passive" and draft.group is not None and _is_present(draft):
            draft.date = voice.date
            draft.inferences.append(
                Inference("dcterms:date", "the date of the letter", _CONFIDENCE, voice.evidence[:1])
            )
            draft.own_document = draft.own_document or voice.is_document
    if draft.agents and not set(draft.agents) & {*voice.agents, *voice.sides}:
        draft.attribution = draft.attribution or voice.words


def _meant(words: list[str], voice: Voice, actors: Actors) -> AgentKey | None:
    """Who the subject *words* are in the mouth of *voice*; None for words that name others."""
    pronouns = (*_FIRST, *_THIRD) if voice.reported else _FIRST
    if words in pronouns:
        return voice.agents[0] if voice.agents else None
    if voice.own_names and voice.agents and " ".join(words).removeprefix("the ") in _SELF:
        return voice.agents[0]
    owners = _OWNERS | _THIRD_OWNERS if voice.reported else _OWNERS
    if len(words) != 2 or words[0] not in owners:
        return None
    side = voice.sides[0] if voice.sides else None
    if words[1] in _STANDS_FOR:
        return voice.agents[0] if voice.agents else side
    if side is None:
        return None
    if words[1] in _LANDS:
        return side
    if words[1] == "government" and side.startswith("state-"):
        government = describe_government(side.removeprefix("state-").upper())
        actors.learn(government)
        return government.key
    return None


def _names_another(draft: Draft, words: list[str]) -> bool:
    """Whether "he" was found to be somebody named before in the same paragraph."""
    if not draft.agents or words[-1] in _STANDS_FOR:
        return False
    return words in _THIRD or words[0] in _THIRD_OWNERS


def _near_object(draft: Draft) -> range:
    end = min(len(draft.parsed), draft.last + 2)
    return range(draft.last, end)


def _undergone(draft: Draft) -> bool:
    """ "I am requested to bring": done to the speaker, not by the speaker."""
    group = draft.group
    if group is None or group.head == group.first:
        return False
    aux = set(draft.parsed.words[group.first : group.head])
    return bool(aux & _BEING) and draft.parsed.words[group.head].endswith("ed")


def _is_present(draft: Draft) -> bool:
    """Whether the verb speaks of the moment of writing: "I transmit", "I should be grateful"."""
    group = draft.group
    if group is None:
        return False
    return not draft.parsed.words[group.first].endswith("ed") and draft.parsed.words[
        group.first
    ] not in {"had", "was", "were", "did"}


def _is_business(draft: Draft, words: list[str]) -> bool:
    """ "It was so decided", "The draft resolution was adopted"."""
    if draft.act_type not in _DECIDED or draft.group is None or draft.group.voice != "passive":
        return False
    so = "so" in draft.parsed.words[draft.group.first : draft.group.head]
    first = draft.parsed.words[draft.group.first]
    done = first in {"was", "were", "is"} or (first in {"has", "have"} and not draft.negated)
    verbs = draft.parsed.words[draft.group.first : draft.group.last]
    said = " ".join(words).split()
    return done and (so or "adopted" in verbs) and not _BUSINESS.isdisjoint(said)


def _give(draft: Draft, key: AgentKey, reason: str, evidence: tuple[Span, ...]) -> None:
    draft.agents = (key,)
    draft.addressees = tuple(k for k in draft.addressees if k != key)
    draft.inferences.append(Inference("ung:agent", reason, _CONFIDENCE, evidence, key))
