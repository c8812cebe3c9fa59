"""Verb cue + sentence → draft of an act: who, to whom, what, when, by which document.

Frames (column ``frame`` of the lexicon) say where the parts stand:

    ask      the Council invited HIM to submit a report     (object = addressee, "to …" = theme)
    give     the expert submitted A REPORT to THE COUNCIL    ("to …" = addressee)
    say      the author stated that …                        (the clause is the content)
    inform   the Government informed THE COMMITTEE that …    (object = addressee)
    treat    the court rejected HIS request                  (object = theme, its owner = addressee)
    reply    the Government replied to THE EXPERT's letter
    receive  the Committee received a reply from THE GOVERNMENT

In the passive the object stands first and the agent after "by".
"""

from __future__ import annotations

from ungraph.extractors.acting import fill_active, fill_passive
from ungraph.extractors.circumstances import (
    governs_noun,
    is_general,
    is_led_again,
    sender_before,
)
from ungraph.extractors.complements import has_complement_that, is_reference, tells_when
from ungraph.extractors.drafts import Draft
from ungraph.extractors.moments import find_instrument, find_moment
from ungraph.extractors.needs import meets_need
from ungraph.extractors.parsing import AGENT, CITATION, ParsedSentence
from ungraph.extractors.participants import Actors
from ungraph.extractors.polarity import is_condition, is_nobody, is_turned_negative
from ungraph.extractors.roles import is_role
from ungraph.extractors.senses import has_word
from ungraph.extractors.slots import (
    Slot,
    clause_end,
    clause_start,
    find_by,
    find_object,
    noun_before,
    noun_phrase,
)
from ungraph.extractors.subjects import coordinated_with, find_subject, subject_behind
from ungraph.extractors.themes import content_end, fill_theme, theme_span
from ungraph.extractors.verbs import VerbGroup
from ungraph.extractors.wording import load_word_list
from ungraph.matchers.cues import Cue
from ungraph.model.assertion import ActType, AgentKind

__all__ = ["draft_verb"]

_STANDING = frozenset(
    {ActType.SUBMIT, ActType.REQUEST, ActType.INVITE, ActType.URGE, ActType.RECALL}
)
_FOUNDING = frozenset({ActType.ESTABLISH, ActType.APPOINT, ActType.AUTHORIZE})
_FINDINGS = frozenset({"decide-find", "decide-determine", "decide-establish-that"})
_PERFECT = frozenset({"has", "have", "is", "are"})
_CLAUSAL = frozenset({"say", "inform", "ask", "treat", "receive"})


def draft_verb(
    parsed: ParsedSentence, cue: Cue, group: VerbGroup, verbs: frozenset[int], actors: Actors
) -> Draft | None:
    """The act that the verb group says, or None when the sentence does not bear the row out."""
    row = cue.row
    that = None
    if row.frame in _CLAUSAL and not governs_noun(parsed, group, row):
        that = has_complement_that(parsed, group.last)
    led = group.voice == "lead" or is_led_again(parsed, group)
    subject = None if led else find_subject(parsed, group.first, verbs)
    if group.voice == "participial" and parsed.code(group.first - 1) in {CITATION, "w", "W"}:
        subject = _writer(parsed, group, verbs) or noun_before(parsed, group.first) or subject
    if group.voice == "participial" and parsed.word(group.first - 1) in {"of", "not"}:
        subject = None  # "the decision of not granting her a permit": whose decision is not said
    if group.voice == "participial" and parsed.code(group.first - 1) == AGENT:
        subject = sender_before(parsed, group.first) or _writer(parsed, group, verbs) or subject
    if parsed.word(group.first) == "having" and parsed.code(group.first - 1) == "p":
        subject = subject_behind(parsed, group.last)  # "after having stated that, he left"
    if group.voice == "participial" and group.first == 1 and parsed.code(0) == "p":
        subject = subject_behind(parsed, group.last)  # "By rejecting it, the court erred"
    if group.voice == "participial" and group.first == 0:
        subject = subject_behind(parsed, group.last)
        if subject is None:
            return None  # "Reversing this trend required reforms"
    if group.reduced:
        subject = noun_before(parsed, _past_mark(parsed, group.first))
    passive = group.voice == "passive"
    limit = 0 if passive else clause_end(parsed, group.last, verbs)
    obj = None if passive else find_object(parsed, group.last, limit)
    if _is_reflexive(subject, obj) and parsed.code(group.first - 1) == "c":
        # "refused it because he had left, and informed him": not he who had left
        first = next((i for i in sorted(verbs) if i < group.first), None)
        subject = find_subject(parsed, first, verbs) if first is not None else subject
    draft = Draft(parsed, row, row.act_type, group.first, group.last, group, subject, obj)
    draft.first = _cue_start(parsed, group)
    nobody = is_nobody(parsed, subject) or is_turned_negative(parsed, group, subject)
    nobody = nobody or "no" in parsed.words[group.head + 1 : group.last]  # "received no answer"
    draft.negated, draft.modality = group.negated or nobody, group.modal
    echoed = group.reduced and parsed.word(group.first - 1) == "as"  # "as stated by the author"
    if not (echoed and row.frame == "say") and not meets_need(draft, cue, that, actors):
        return None
    if passive or _is_undergone(draft, verbs):
        limit = clause_end(parsed, group.last, verbs)
        fill_passive(draft, limit, actors)
    else:
        fill_active(draft, limit, that, actors)
    if group.voice == "passive" and row.frame == "say" and _is_told(parsed, subject, that):
        draft.addressees = actors.keys_of(parsed, subject)
    if row.is_passive and _is_any(parsed, group, subject, draft):
        return None
    if group.reduced and not draft.agents and (row.frame != "give" or not draft.addressees):
        if not tells_when(parsed, group.last) and not _is_by_role(parsed, group, limit):
            return None
        if is_reference(parsed, group.first):
            return None
    doing = group.voice == "participial" and parsed.code(group.first - 1) == "p"
    if doing and not draft.agents:
        return None
    loose = group.voice == "participial" and not draft.agents and not draft.addressees
    if loose and row.act_type in _FOUNDING:
        return None  # "establishing a commission does not end the duty"
    if is_general(parsed, group, subject) and not has_word(draft, subject, "writing"):
        return None
    joined = coordinated_with(parsed, group.first, verbs)
    if joined is None and is_condition(parsed, group, subject):
        return None
    if row.id == "take-note-note" and not actors.is_institution(draft.agents):
        return None
    if not draft.agents and group.voice == "passive" and parsed.word(group.first) in {"is", "are"}:
        if row.act_type not in _STANDING:
            return None  # "persons are denied the right": a state of things, not an act
    if row.id in _FINDINGS and not draft.agents and parsed.word(group.first) in _PERFECT:
        return None  # "it has been found that the method works": by whom and when, nobody says
    _settle_type(draft, actors)
    if row.id == "propose-suggest" and that is not None:
        if not load_word_list("advising").has_any(parsed.words[that + 1 : that + 16]):
            draft.act_type = ActType.STATE  # "suggests that the case was closed": an argument
    if group.voice == "passive" and not draft.agents and draft.act_type is ActType.STATE:
        if row.id == "state-refer-to" or row.frame == "say" and not _is_told(parsed, subject, that):
            return None  # "was referred to above"
    if row.id == "submit-submit" and subject is not None and parsed.words[subject.first] == "it":
        if not draft.agents and has_complement_that(parsed, group.last) is not None:
            return None  # "It is submitted that": by nobody named
    if that is not None:
        first = that + 1
        while parsed.code(first) in {",", ":"}:
            first += 1
        draft.theme = theme_span(parsed, first, content_end(parsed, that, limit))
        if draft.agents or draft.act_type is not ActType.RECALL:
            draft.content = draft.theme  # "It will be recalled that": the document's own words
    fill_theme(draft, limit, that)
    find_moment(draft, limit, verbs)
    find_instrument(draft, limit, verbs, actors)
    return draft


def _past_mark(parsed: ParsedSentence, index: int) -> int:
    """Left of a comma and of the mark of a note: "on torture,5 presented to the Council"."""
    if parsed.code(index - 1) == "#" and parsed.code(index - 2) == ",":
        index -= 1
    return index - 1 if parsed.code(index - 1) in {",", ")"} else index


def _is_any(parsed: ParsedSentence, group: VerbGroup, subject: Slot | None, draft: Draft) -> bool:
    """ "any decision taken by a court", "once a decision has been taken": none in particular."""
    if subject is not None and parsed.words[subject.first] in {"any", "each", "every"}:
        return not group.negated and "m" in parsed.codes
    opener = parsed.word(clause_start(parsed, group.first) - 1)
    return opener in {"once", "unless", "until", "whenever"} and not draft.agents


def _is_told(parsed: ParsedSentence, subject: Slot | None, that: int | None) -> bool:
    """ "He was warned that": somebody was told; not "it was alleged that"."""
    if subject is None or that is None or parsed.words[subject.first] in {"it", "there"}:
        return False
    return subject.kind == "agent" or parsed.codes[subject.first] == "h"


def _is_by_role(parsed: ParsedSentence, group: VerbGroup, limit: int) -> bool:
    """ "the order issued by the registrar": by one who can act, though nobody known."""
    by = find_by(parsed, group.last, limit)
    return by is not None and (
        is_role(parsed.words[by.last - 1]) or parsed.codes[by.last - 1] == "W"
    )


def _is_undergone(draft: Draft, verbs: frozenset[int]) -> bool:
    """ "was convicted on 3 May and sentenced to death": the second verb is a passive too."""
    parsed, group = draft.parsed, draft.group
    if group is None or group.first != group.head or parsed.code(group.first - 1) != "c":
        return False
    obj = draft.object
    if draft.act_type is not ActType.DECIDE or obj is not None and obj.kind == "agent":
        return False
    before = max((k for k in verbs if k < group.first), default=None)
    if before is None or parsed.words[before - 1] not in {"was", "were", "been"}:
        return False
    after = parsed.word(group.last)
    return after in {"to", "on", "in", "by", "for", "as", ",", "."} or after == ""


def _writer(parsed: ParsedSentence, group: VerbGroup, verbs: frozenset[int]) -> Slot | None:
    """ "wrote a letter to the Department denouncing its officers": who wrote, not who is written to."""
    i = group.first - 1
    while i > 0 and (parsed.codes[i - 1] in {"d", "w", "W"} or parsed.words[i - 1] == "in"):
        i -= 1
    before = max((k for k in verbs if k < i), default=None)
    if before is None or parsed.word(i - 1) not in {"to", "with", "before"}:
        return None
    if parsed.codes[group.first - 1] == "w" and not is_role(parsed.words[group.first - 1]):
        return None  # "refers to country reports stating": not who refers
    return find_subject(parsed, before, verbs)


def _is_reflexive(subject: Slot | None, obj: Slot | None) -> bool:
    """Whether a plain pronoun object would stand for the subject itself."""
    if subject is None or obj is None or obj.filler is None or not obj.filler.pronoun:
        return False
    return bool(obj.keys) and obj.keys == subject.keys


def _settle_referral(draft: Draft, actors: Actors) -> None:
    """ "The case was referred to the Court": submitted, not spoken of."""
    parsed, subject, group = draft.parsed, draft.subject, draft.group
    if draft.row.id != "state-refer-to" or group is None or group.voice != "passive":
        return
    words = parsed.words_of(subject.first, subject.last).lower() if subject else ""
    if load_word_list("casefile").has_any(words.split()):
        draft.act_type = ActType.SUBMIT
        if group.last < len(parsed):
            draft.addressees = actors.keys_of(parsed, noun_phrase(parsed, group.last, len(parsed)))


def _settle_type(draft: Draft, actors: Actors) -> None:
    """What a ruling body finds or orders, it decides; so with decisions that no organ adopted."""
    if draft.row.ruling is not None and actors.is_ruling(draft.agents):
        draft.act_type = draft.row.ruling
    elif draft.row.id == "decide-find" and draft.agents and not actors.is_ruling(draft.agents):
        draft.act_type = ActType.STATE  # "the expert found evidence of torture"
    elif draft.act_type is ActType.ADOPT:
        passive = draft.group is not None and draft.group.voice == "passive"
        shown = draft.subject if passive else draft.object
        words = draft.parsed.words_of(shown.first, shown.last).lower() if shown else ""
        if "decision" in words and not any(actors.is_organ(key) for key in draft.agents):
            draft.act_type = ActType.DECIDE
    if draft.row.need == "proceedings-passive" and draft.agents:
        agent = actors.agent(draft.agents[0])
        if agent is not None and agent.kind is AgentKind.PERSON:
            draft.act_type = ActType.SUBMIT  # "the action initiated by the author"
    _settle_referral(draft, actors)
    group, pleased = draft.group, {"pleased", "happy", "glad"}
    if draft.row.id == "state-note-that" and group is not None:
        if pleased & set(draft.parsed.words[group.first : group.head]):
            draft.act_type = ActType.WELCOME
    if not draft.addressees and draft.act_type is ActType.DECIDE:
        draft.addressees = actors.owners_of(draft.parsed, draft.object)


def _cue_start(parsed: ParsedSentence, group: VerbGroup) -> int:
    first = group.first
    while first < group.head and parsed.codes[first] == "v" and group.voice == "lead":
        first += 1
    return first
