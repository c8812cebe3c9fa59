"""What stands in a paper: in whose name, to whom and on which day it is said.

    wrote a letter to the Ministry in which he asked whether …       → of the Ministry, that day
    submitted an opinion which challenged her account                → by who submitted it
    the Secretariat wrote to the author: "I hereby inform you …"     → the Secretariat, the author

Each is told as an inference, with the words of the act that sent the paper. English only.
"""

from __future__ import annotations

from ungraph.extractors.drafts import Draft
from ungraph.extractors.floor import infer_slot
from ungraph.extractors.parsing import AGENT, CITATION, DATE, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.slots import noun_phrase
from ungraph.model.assertion import ActType, AgentKey, Inference
from ungraph.model.document import Document

__all__ = ["read_papers"]

_SENDING = frozenset(
    {ActType.SUBMIT, ActType.STATE, ActType.RESPOND, ActType.REQUEST, ActType.URGE}
)
_PRONOUNS = (["he"], ["she"], ["it"], ["they"])
_FIRST = (["i"], ["we"])
_YOU = frozenset({"you", "your"})
_PAPERS = frozenset(
    "letter letters opinion report submission submissions statement note memorandum reply "
    "communication application petition complaint appeal request telegram message comments "
    "observations".split()
)
_LETTERS = frozenset({"letter", "letters", "note", "telegram", "cable", "memorandum"})
_OPENING = ('"', "\u201c", "\u00ab")
_CONFIDENCE = 0.7
_OPENING_TOKENS = 6
_PAPER_TOKENS = 16


def read_papers(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """Give acts that stand in a paper its sender, its addressee and its day. *drafts* are in the
    order of the text."""
    before: list[Draft] = []
    for draft in drafts:
        fragment = draft.parsed.sentence.block.fragment
        if before and before[-1].parsed.sentence.block.fragment != fragment:
            before = []
        if draft.date is None and draft.group is None:
            _date_behind_owner(draft)
        if before and draft.group is not None and draft.subject is not None:
            _stand_in(draft, before, actors, document)
            _stand_for_paper(draft, before, document)
            _quote(draft, before, document)
            _thank(draft, before, document)
        if not draft.addressees and draft.agents and draft.act_type in _SENDING:
            _open_letter(draft, actors)
            _announce(draft, before, document)
        before.append(draft)


def _sent_before(draft: Draft, before: list[Draft]) -> Draft | None:
    """The last act of the sentence, in front of *draft*, that sends something."""
    for other in reversed(before):
        if other.parsed is not draft.parsed:
            return None
        sends = other.act_type in _SENDING and other.group is not None
        if sends and other.agents and other.first < draft.first:
            return other
    return None


def _stand_in(draft: Draft, before: list[Draft], actors: Actors, document: Document) -> None:
    """ "a letter to the Ministry, in which he asked": of the Ministry, on the day of the letter."""
    subject, parsed = draft.subject, draft.parsed
    assert subject is not None
    if parsed.words[max(0, subject.first - 2) : subject.first] != ["in", "which"]:
        return
    sent = _sent_before(draft, before)
    if sent is None or parsed.code(subject.first - 3) == CITATION:
        return
    if parsed.word(subject.first - 3) == "," and parsed.code(subject.first - 4) == CITATION:
        return  # "adopted resolution 31/1, in which it decided"
    if parsed.words[subject.first : subject.last] in _PRONOUNS:
        if draft.agents != sent.agents:
            draft.agents = ()
            infer_slot(draft, "agents", sent.agents, "who sent what it stands in", sent, document)
    elif draft.agents != sent.agents:
        return
    other = _written_to(parsed, sent.last, subject.first, actors)
    if other:
        draft.addressees = draft.addressees or other
        return  # a paper of its own, enclosed: "submitted a letter addressed to his lawyer"
    if not draft.addressees and draft.act_type in _SENDING:
        infer_slot(draft, "addressees", sent.addressees, "to whom it was written", sent, document)
    _date(draft, sent, document)


def _announce(draft: Draft, before: list[Draft], document: Document) -> None:
    """ "In applications submitted on 3 May, the authors claimed": by the authors."""
    for other in before:
        group = other.group
        if other.parsed is not draft.parsed or group is None or not group.reduced:
            continue
        opens = other.parsed.words[0] in {"in", "by"} and group.first <= _OPENING_TOKENS
        if opens and other.act_type is ActType.SUBMIT and not other.agents and draft.agents:
            reason = "who says what stands in it"
            infer_slot(other, "agents", draft.agents, reason, draft, document)


def _written_to(
    parsed: ParsedSentence, first: int, last: int, actors: Actors
) -> tuple[AgentKey, ...]:
    """ "submitted a letter addressed to his attorney, in which": the attorney."""
    for i in range(first, last - 1):
        if parsed.words[i] == "addressed" and parsed.words[i + 1] == "to":
            return actors.keys_of(parsed, noun_phrase(parsed, i + 2, last))
    return ()


def _stand_for_paper(draft: Draft, before: list[Draft], document: Document) -> None:
    """ "submitted an opinion which challenged": by who submitted the opinion, on that day."""
    group, subject, parsed = draft.group, draft.subject, draft.parsed
    assert group is not None and subject is not None
    if draft.agents or group.voice != "active" or parsed.word(group.first - 1) != "which":
        return
    if _PAPERS.isdisjoint(parsed.words[subject.first : subject.last]):
        return
    sent = _sent_before(draft, before)
    if sent is None or sent.object is None or not sent.object.first <= subject.last - 1:
        return
    if subject.first > sent.object.last + 1:
        return
    infer_slot(draft, "agents", sent.agents, "who sent what says it", sent, document)
    _date(draft, sent, document)


def _open_letter(draft: Draft, actors: Actors) -> None:
    """ "In a letter to the Ministry, dated 15 January, the Court stated": to the Ministry."""
    parsed = draft.parsed
    if parsed.words[0] not in {"in", "by"} or draft.group is None or draft.subject is None:
        return
    for i in range(1, min(5, draft.subject.first - 2)):
        if parsed.words[i] in _LETTERS and parsed.words[i + 1] == "to":
            keys = actors.keys_of(parsed, noun_phrase(parsed, i + 2, draft.subject.first))
            draft.addressees = tuple(key for key in keys if key not in draft.agents)
            return


def _thank(draft: Draft, before: list[Draft], document: Document) -> None:
    """ "has invited him, an initiative for which he is grateful": to who invited him."""
    subject, parsed = draft.subject, draft.parsed
    assert subject is not None
    if draft.act_type is not ActType.WELCOME or draft.addressees:
        return
    if parsed.words[max(0, subject.first - 2) : subject.first] != ["for", "which"]:
        return
    other = before[-1] if before and before[-1].parsed is parsed else None
    if other is not None and not set(other.agents) & set(draft.agents):
        reason = "who did what thanks are for"
        infer_slot(draft, "addressees", other.agents, reason, other, document)


def _quote(draft: Draft, before: list[Draft], document: Document) -> None:
    """ "X wrote to Y as follows: “I hereby inform you …”": X informs Y, on the day of the letter."""
    subject, parsed = draft.subject, draft.parsed
    assert subject is not None
    words = parsed.words[subject.first : subject.last]
    if draft.agents or words not in _FIRST:
        return
    for sent in reversed(before):
        if sent.act_type not in _SENDING or not sent.agents or sent.holder is not None:
            continue
        span = document.view.text[sent.cue.end : draft.cue.start]
        colon = span.find(":")
        quoted = span[colon + 1 :].lstrip()[:1] if colon >= 0 else ""
        if not quoted or quoted not in _OPENING or colon > 160 or "\u201d" in span[colon:]:
            continue
        infer_slot(draft, "agents", sent.agents, "who wrote what is quoted", sent, document)
        near = parsed.words[draft.last : draft.last + 2]
        if not draft.addressees and not _YOU.isdisjoint(near):
            infer_slot(
                draft, "addressees", sent.addressees, "to whom what is quoted was written",
                sent, document,
            )  # fmt: skip
        _date(draft, sent, document)
        return


def _date(draft: Draft, sent: Draft, document: Document) -> None:
    if draft.date is not None or sent.date is None or sent.until is not None:
        return
    draft.date, draft.date_leans_on = sent.date, sent.date_leans_on
    words = (document.view.to_text(sent.evidence),)
    draft.inferences.append(
        Inference("dcterms:date", "the day of what it stands in", _CONFIDENCE, words)
    )


def _date_behind_owner(draft: Draft) -> None:
    """ "according to the decision of the Oland Court of 23 October 2006", "the proposal of the
    Division of 21 July": the day behind whose paper it is."""
    parsed = draft.parsed
    owned = False
    for i in range(draft.last, min(len(parsed), draft.last + _PAPER_TOKENS)):
        code = parsed.codes[i]
        if code == DATE and owned and parsed.word(i - 1) in {"of", "dated"}:
            filler = parsed.fillers[i]
            if filler is not None and parsed.codes[i - 2] in {AGENT, "W"}:
                draft.date, draft.until = filler.date, filler.until
            return
        if code not in {"d", "w", "W", AGENT, "c"} and parsed.words[i] not in {"of", "dated"}:
            return
        owned = owned or code == AGENT
