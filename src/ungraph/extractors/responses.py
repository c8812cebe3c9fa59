"""Answers: which invitation was accepted, which proposal declined, which request met silence.

An answer is tied to the nearest earlier act of a kind it can answer, by the noun it names ("the
invitation", "his request", "the offer"), between the same two sides. What the sentence does not
say outright (who was answered) is marked as inferred.
"""

from __future__ import annotations

from ungraph.extractors.answering import is_about, is_plea_noun
from ungraph.extractors.antecedents import owners_named, points_back
from ungraph.extractors.drafts import Draft
from ungraph.extractors.participants import Actors
from ungraph.extractors.parties import same_side
from ungraph.model.assertion import ActType, Inference
from ungraph.model.document import Document

__all__ = ["tie_answers", "tie_statements"]

_REACH = 60
_ANY = frozenset(
    {
        ActType.REQUEST,
        ActType.INVITE,
        ActType.PROPOSE,
        ActType.SUBMIT,
        ActType.URGE,
        ActType.RECOMMEND,
    }
)
_BY_TYPE = {
    ActType.ACCEPT: frozenset(
        {ActType.INVITE, ActType.PROPOSE, ActType.REQUEST, ActType.RECOMMEND}
    ),
    ActType.DECLINE: frozenset(
        {ActType.PROPOSE, ActType.REQUEST, ActType.INVITE, ActType.SUBMIT, ActType.RECOMMEND}
    ),
    ActType.RESPOND: _ANY,
    ActType.AUTHORIZE: frozenset({ActType.REQUEST}),
    ActType.AGREE: frozenset({ActType.PROPOSE, ActType.REQUEST, ActType.INVITE}),
    ActType.SCHEDULE: frozenset({ActType.ACCEPT, ActType.INVITE}),
}
_BY_NOUN = (
    (("invitation",), frozenset({ActType.INVITE})),
    (("offer", "proposal", "suggestion", "willingness"), frozenset({ActType.PROPOSE})),
    (("request", "application", "petition"), frozenset({ActType.REQUEST, ActType.SUBMIT})),
    (
        ("appeal", "complaint", "motion", "communication", "letter", "cassation"),
        frozenset({ActType.SUBMIT, ActType.URGE, ActType.REQUEST}),
    ),
    (("recommendation",), frozenset({ActType.RECOMMEND})),
)
_NAMED_ONLY = frozenset({ActType.TAKE_NOTE, ActType.WELCOME, ActType.DECIDE})
_THEREFORE = frozenset("therefore accordingly consequently thus hence".split())


def tie_answers(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """Set ``in_response_to`` and ``ground`` of the drafts, which are in order of their cue."""
    order = {b.fragment: i for i, b in enumerate(document.blocks)}
    for index, draft in enumerate(drafts):
        wanted, named = _wanted(draft)
        if wanted:
            answered = _find(drafts, index, wanted, named, actors, order)
            if answered:
                _tie(draft, answered, named, actors, document)
        _ground(drafts, index)


def _wanted(draft: Draft) -> tuple[frozenset[ActType], bool]:
    """Kinds of act that *draft* can answer, and whether its words name the kind."""
    words = draft.object_words
    if draft.group is not None and draft.group.voice == "passive" and draft.subject is not None:
        words = draft.parsed.words_of(draft.subject.first, draft.subject.last).lower()
    if not words and draft.theme is not None:
        start = draft.theme.start - draft.parsed.sentence.span.start
        words = draft.parsed.text[max(0, start) : start + 60].lower()
    if draft.act_type is not ActType.SCHEDULE:
        words = words.removeprefix("to request ")  # "refused to request materials" names nothing
        for nouns, kinds in _BY_NOUN:
            if any(noun in words for noun in nouns):
                if draft.act_type in _BY_TYPE or draft.act_type in _NAMED_ONLY:
                    return kinds, True
    if draft.act_type in _NAMED_ONLY or draft.negated and not draft.silence:
        return frozenset(), False
    return _BY_TYPE.get(draft.act_type, frozenset()), False


def _find(
    drafts: list[Draft],
    index: int,
    wanted: frozenset[ActType],
    named: bool,
    actors: Actors,
    order: dict[str, int],
) -> list[Draft]:
    draft = drafts[index]
    here = order.get(draft.parsed.sentence.block.fragment, 0)
    inside = [
        d
        for d in drafts[index + 1 : index + 4]
        if draft.theme is not None
        and draft.theme.contains(d.cue)
        and d.act_type in wanted
        and d.row.kind == "noun"
        and (d.act_type is not ActType.SUBMIT or is_plea_noun(d))
        and not same_side(d.agents, draft.agents, actors)
        and is_about(draft, d, named, actors)
    ]
    pointed = points_back(draft)
    if inside and not pointed and (not draft.silence or named):
        return inside[:1]
    owners = owners_named(draft, actors) if named else ()
    found: list[Draft] = []
    for other in reversed(drafts[max(0, index - _REACH) : index]):
        if (
            other.act_type not in wanted
            or other.silence
            or other.negated
            or not _fits(draft, other, actors, named)
            or not is_about(draft, other, named, actors)
            or owners
            and not (other.agents and same_side(owners, other.agents, actors))
            or _stands_in_another(drafts, index, other, wanted, actors, named)
        ):
            continue
        block = other.parsed.sentence.block
        sentence = draft.parsed.sentence
        if pointed and block is not sentence.block and sentence.position:
            break  # "this request" is of the same paragraph, unless it opens its own
        if not named and here - order.get(block.fragment, 0) > (4 if draft.silence else 1):
            break
        if found and (
            block is not found[0].parsed.sentence.block
            or other.act_type is not found[0].act_type
            or other.act_type is not ActType.PROPOSE
        ):
            break
        found.append(other)
    found.reverse()
    return found


def _stands_in_another(
    drafts: list[Draft],
    index: int,
    noun: Draft,
    wanted: frozenset[ActType],
    actors: Actors,
    named: bool,
) -> bool:
    """Whether *noun* is what another act asks about, which itself may be answered: "requested the
    State party to submit observations on the authors' request" asks for observations."""
    if noun.row.kind != "noun" or named:
        return False
    return any(
        other is not noun
        and other.theme is not None
        and other.theme.contains(noun.cue)
        and other.act_type in wanted
        and bool(other.addressees)
        and _fits(drafts[index], other, actors, named)
        for other in drafts[max(0, index - _REACH) : index]
        if other.parsed is noun.parsed
    )


def _is_plea(asked: Draft) -> bool:
    """Whether what was submitted asks for something: an appeal, a petition, a letter."""
    words = asked.object_words or asked.parsed.text[: asked.last * 12].lower()
    return (
        any(noun in words for nouns, _ in _BY_NOUN for noun in nouns)
        or asked.row.id == "submit-appeal"
    )


def _fits(answer: Draft, asked: Draft, actors: Actors, named: bool) -> bool:
    if answer.act_type is ActType.SCHEDULE:
        return asked.parsed.sentence.block is answer.parsed.sentence.block
    if named and asked.act_type is ActType.SUBMIT and not _is_plea(asked):
        return False
    if answer.agents and asked.agents and same_side(answer.agents, asked.agents, actors):
        return False
    if (
        answer.agents
        and asked.addressees
        and not same_side(answer.agents, asked.addressees, actors)
    ):
        return False
    if (
        answer.addressees
        and asked.agents
        and not same_side(answer.addressees, asked.agents, actors)
    ):
        return False
    return bool(answer.agents or answer.addressees) or answer.act_type is not ActType.AUTHORIZE


def _tie(
    draft: Draft, answered: list[Draft], named: bool, actors: Actors, document: Document
) -> None:
    view = document.view
    draft.in_response_to = tuple(d.key for d in answered)
    evidence = tuple(view.to_text(d.evidence) for d in answered)
    for other, words in zip(answered, evidence, strict=True):
        draft.inferences.append(
            Inference(
                "ung:inResponseTo",
                "the nearest earlier act of a kind this one answers, between the same sides",
                0.8,
                (words,),
                other.key,
            )
        )
    if draft.act_type is ActType.SCHEDULE:
        return
    last = answered[-1]
    if not draft.addressees and last.agents and not same_side(last.agents, draft.agents, actors):
        draft.addressees = last.agents
        for key in last.agents:
            draft.inferences.append(
                Inference(
                    "ung:addressee", "who did the act that is answered", 0.8, evidence[-1:], key
                )
            )
    if not draft.agents and last.addressees:
        draft.agents = last.addressees
        for key in last.addressees:
            draft.inferences.append(
                Inference(
                    "ung:agent", "whom the act that is answered addressed", 0.7, evidence[-1:], key
                )
            )
    for asked in answered if named and draft.act_type is not ActType.RESPOND else ():
        if not asked.addressees and draft.agents and asked.agents:
            asked.addressees = draft.agents
            answer = (view.to_text(draft.evidence),)
            for key in draft.agents:
                asked.inferences.append(
                    Inference("ung:addressee", "who answered it", 0.7, answer, key)
                )


def tie_statements(drafts: list[Draft], actors: Actors, document: Document) -> None:
    """A statement that holds an answer was made where, and to whom, that which it answers was."""
    by_key = {d.key: d for d in drafts}
    for draft in drafts:
        for key in draft.contents:
            answer = by_key.get(key)
            asked = (
                by_key.get(answer.in_response_to[0]) if answer and answer.in_response_to else None
            )
            if answer is None or asked is None:
                continue
            words = (document.view.to_text(asked.evidence),)
            # "the State notes that the court dismissed his appeal" is said to nobody in particular.
            speaks = same_side(draft.agents, answer.agents, actors)
            if (
                speaks
                and not draft.addressees
                and asked.agents
                and not set(asked.agents) & set(draft.agents)
            ):
                draft.addressees = asked.agents
                for agent in asked.agents:
                    draft.inferences.append(
                        Inference(
                            "ung:addressee",
                            "who did the act that the statement answers",
                            0.7,
                            words,
                            agent,
                        )
                    )
            if draft.during is None and asked.during is not None and draft.date is None:
                draft.during = asked.during
                draft.inferences.append(
                    Inference(
                        "ung:during", "it answers what was put forward at that meeting", 0.6, words
                    )
                )


def _ground(drafts: list[Draft], index: int) -> None:
    """ "did not recognize the resolution and was therefore unable to accept": the former is the ground."""
    draft = drafts[index]
    group = draft.group
    if group is None:
        return
    parsed = draft.parsed
    near = parsed.words[max(0, group.first - 2) : group.head]
    if _THEREFORE.isdisjoint(near):
        return
    for other in reversed(drafts[max(0, index - 6) : index]):
        if other.parsed is parsed and other.holder == draft.holder and other.group is not None:
            if other.agents == draft.agents and other.last <= group.first:
                draft.ground = other.key
                return
